import { html, type TemplateResult } from 'lit';
import { count } from '../base/format';
import { visibleText } from '../base/visibleText';
import { post } from '../bridge';
import type { ModuleMap } from './foldModules';

/** The map in words: each box with what it imports, for screen readers and for copying. */
export function moduleTable({ nodes, edges }: ModuleMap, names: ReadonlyMap<string, string>): TemplateResult {
  const imports = (path: string): string =>
    edges
      .filter(({ from }) => from === path)
      .map(
        ({ to, count: times, cyclic }) => `${names.get(to) || 'everything else'} (${times}${cyclic ? ', cycle' : ''})`,
      )
      .join(', ');
  const ordered = [...nodes].sort((a, b) => (a.path < b.path ? -1 : 1));
  return html`<div class="plain-table" tabindex="0" role="region" aria-label="Modules as a table">
    <table>
      <thead><tr><th scope="col">Module</th><th scope="col" class="numeric">Files</th><th scope="col">Language</th><th scope="col">Imports</th></tr></thead>
      <tbody>
        ${ordered.map(
          ({ path, files, language, modules }) => html`<tr>
            <td>${
              path === ''
                ? 'everything else'
                : html`<button type="button" class="link" @click=${() => post({ type: 'openFolder', path })}><bdi>${visibleText(path)}</bdi></button>`
            }${modules > 1 ? ` (${count(modules, 'module')})` : ''}</td>
            <td class="numeric">${count(files)}</td><td>${visibleText(language)}</td><td>${visibleText(imports(path))}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

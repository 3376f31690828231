import { html, type TemplateResult } from 'lit';
import type { CodeFile } from '../../src/shared/inventory';
import { count } from '../base/format';
import { placeLink } from '../base/placeLink';

const shown = 200;

/** The same in words: what is large and changes often comes first. */
export function treemapTable(files: readonly CodeFile[]): TemplateResult {
  const ordered = [...files].sort((a, b) => b.lines * b.changes - a.lines * a.changes || b.lines - a.lines);
  return html`<div class="plain-table" tabindex="0" role="region" aria-label="Files by size and change">
    <table>
      <thead><tr><th scope="col">File</th><th scope="col" class="numeric">Lines</th><th scope="col" class="numeric">Changes</th></tr></thead>
      <tbody>
        ${ordered.slice(0, shown).map(
          ({ path, lines, changes }) => html`<tr>
            <td>${placeLink({ path, startLine: 1, endLine: 1 }, false)}</td>
            <td class="numeric">${count(lines)}</td><td class="numeric">${count(changes)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LanguageShare } from '../../src/shared/genesis';
import { count, percent } from '../base/format';

interface Share {
  readonly name: string;
  readonly share: number;
  readonly color: string;
  readonly title: string;
}

const SHOWN = 8;
const OTHER = '#8b8b8b';

/** The shares by size, the small ones together as "Other". Colours that are no colours become grey. */
export function languageShares(languages: readonly LanguageShare[]): Share[] {
  const total = languages.reduce((sum, each) => sum + each.bytes, 0);
  if (total === 0) return [];
  const ordered = [...languages].sort((a, b) => b.bytes - a.bytes);
  const shown = ordered.slice(0, ordered.length > SHOWN ? SHOWN - 1 : SHOWN);
  const rest = ordered.slice(shown.length);
  const shares = shown.map(({ language, files, lines, bytes, color }) => ({
    name: language,
    share: bytes / total,
    color: /^#[0-9a-f]{3,8}$/i.test(color) ? color : OTHER,
    title: `${language}: ${count(files, 'file')}, ${count(lines, 'line')}`,
  }));
  if (rest.length === 0) return shares;
  const share = rest.reduce((sum, each) => sum + each.bytes, 0) / total;
  return [...shares, { name: 'Other', share, color: OTHER, title: rest.map(({ language }) => language).join(', ') }];
}

/** The bar of languages by bytes, as code hosts show it, with its legend in words. */
export function languageBar(languages: readonly LanguageShare[]): TemplateResult | typeof nothing {
  const shares = languageShares(languages);
  if (shares.length === 0) return nothing;
  let x = 0;
  const rects = shares.map(({ share, color, title }) => {
    const rect = svg`<rect x=${x * 1000} y="0" width=${Math.max(0, share * 1000 - 2)} height="8" fill=${color}><title>${title}</title></rect>`;
    x += share;
    return rect;
  });
  return html`
    <svg class="language-bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>
    <ul class="language-legend" aria-label="Languages by size">
      ${shares.map(
        ({ name, share, color, title }) => html`<li title=${title}>
          <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${color}></circle></svg>
          <span>${name}</span> <span class="dim">${percent(share)}</span>
        </li>`,
      )}
    </ul>
  `;
}

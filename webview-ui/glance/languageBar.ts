import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LanguageShare } from '../../src/shared/genesis';
import { count, percent } from '../base/format';

interface Share {
  readonly name: string;
  readonly share: number;
  /** Linguist's colour, or `null` where it has none: then the theme's chart colours are used. */
  readonly color: string | null;
  readonly title: string;
}

const SHOWN = 8;
const OTHER = 'Other';
const CHART_COLORS = 6;

/** The shares by size, the small ones together as "Other". */
function languageShares(languages: readonly LanguageShare[]): Share[] {
  const total = languages.reduce((sum, each) => sum + each.bytes, 0);
  if (total === 0) return [];
  const ordered = [...languages].sort((a, b) => b.bytes - a.bytes);
  const shown = ordered.slice(0, ordered.length > SHOWN ? SHOWN - 1 : SHOWN);
  const rest = ordered.slice(shown.length);
  const shares = shown.map(({ language, files, lines, bytes, color }) => ({
    name: language,
    share: bytes / total,
    color: /^#[0-9a-f]{3,8}$/i.test(color) ? color : null,
    // While a scan runs no line is counted yet.
    title: `${language}: ${count(files, 'file')}${lines > 0 ? `, ${count(lines, 'line')}` : ''}`,
  }));
  if (rest.length === 0) return shares;
  const share = rest.reduce((sum, each) => sum + each.bytes, 0) / total;
  return [...shares, { name: OTHER, share, color: null, title: rest.map(({ language }) => language).join(', ') }];
}

function colorClass({ name, color }: Share, index: number): string {
  if (color !== null) return '';
  return name === OTHER ? 'share-other' : `share-${index % CHART_COLORS}`;
}

/** The bar of languages by bytes, as code hosts show it, with its legend in words. */
export function languageBar(languages: readonly LanguageShare[]): TemplateResult | typeof nothing {
  const shares = languageShares(languages);
  if (shares.length === 0) return nothing;
  let x = 0;
  const rects = shares.map((each, index) => {
    const { share, color, title } = each;
    const width = Math.max(0, share * 1000 - 2);
    const rect = svg`<rect class=${colorClass(each, index)} x=${x * 1000} y="0" width=${width} height="8" fill=${color ?? nothing}><title>${title}</title></rect>`;
    x += share;
    return rect;
  });
  return html`
    <svg class="language-bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>
    <ul class="language-legend" aria-label="Languages by size">
${shares.map(
  (each, index) => html`<li title=${each.title}>
          <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle class=${colorClass(each, index)} cx="5" cy="5" r="5" fill=${each.color ?? nothing}></circle></svg>
          <span>${each.name}</span> <span class="dim">${percent(each.share)}</span>
        </li>`,
)}
    </ul>
  `;
}

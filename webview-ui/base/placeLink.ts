import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence } from '../../src/shared/genesis';
import { post } from '../bridge';
import { splitPath } from './format';
import { visibleText } from './visibleText';

export function openPlace({ path, startLine, endLine }: Evidence): void {
  post({ type: 'openEvidence', path, startLine, endLine });
}

/** A file and its lines as a link that opens them: the name first, then the folder, as VS Code's lists have it. */
export function placeLink(place: Evidence, withLine = true): TemplateResult {
  const { name, folder } = splitPath(visibleText(place.path));
  const lines = place.startLine === place.endLine ? `${place.startLine}` : `${place.startLine}-${place.endLine}`;
  return html`<button type="button" class="place" title=${place.path} @click=${() => openPlace(place)}
    ><bdi dir="ltr" class="place-name">${name}${withLine ? `:${lines}` : nothing}</bdi> <bdi dir="ltr" class="place-folder">${folder}</bdi></button>`;
}

import { html, type TemplateResult } from 'lit';
import { type IconName, icon } from './icon';
import { importanceNames } from './words';

/** Each importance has a shape of its own, so that it can be told without colour. */
const shapes: Readonly<Record<number, IconName>> = {
  5: 'error',
  4: 'warning',
  3: 'info',
  2: 'circle-filled',
  1: 'circle-outline',
};

/** With the word for screen readers and on hover. */
export function importanceIcon(importance: number): TemplateResult {
  const name = importanceNames[importance] ?? '';
  return html`<span class="importance importance-${importance}" title="Importance: ${name}"
    >${icon(shapes[importance] ?? 'circle-outline')}<span class="only-read">${name}: </span></span
  >`;
}

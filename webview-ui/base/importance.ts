import { html, type TemplateResult } from 'lit';
import type { FindingLayer } from '../../src/shared/genesis';
import { type IconName, icon } from './icon';
import { importanceNames } from './words';

/**
 * Each importance has a shape of its own, so that it can be told without colour. Only what concerns security looks like
 * a problem: the other layers state facts. The Findings view draws the same shapes.
 */
const problemShapes: Readonly<Record<number, IconName>> = {
  5: 'error',
  4: 'warning',
  3: 'info',
  2: 'circle-outline',
  1: 'circle-outline',
};
const factShapes: Readonly<Record<number, IconName>> = {
  5: 'star-full',
  4: 'star-half',
  3: 'circle-filled',
  2: 'circle-outline',
  1: 'circle-outline',
};

/** With the word for screen readers and on hover. */
export function importanceIcon(importance: number, layer: FindingLayer): TemplateResult {
  const name = importanceNames[importance] ?? '';
  const isProblem = layer === 'security';
  const shapes = isProblem ? problemShapes : factShapes;
  return html`<span class="importance ${isProblem ? 'problem' : 'fact-mark'} importance-${importance}" title="Importance: ${name}"
    >${icon(shapes[importance] ?? 'circle-outline')}<span class="only-read">${name}: </span></span
  >`;
}

import { html, type TemplateResult } from 'lit';
import { leastFiles } from '../pictures/treemapModel';
import type { PanelModel } from './panelModel';

/** The sections in their order, and when they are there. */
const sections: readonly (readonly [
  element: string,
  name: string,
  there: (model: PanelModel, late: LateSections) => boolean,
])[] = [
  ['contox-glance', 'Glance', ({ results }) => results !== null],
  ['contox-findings', 'Findings', ({ hasFindings }) => hasFindings],
  ['contox-module-map', 'Modules', ({ inventory }) => inventory.modules.length > 1],
  ['contox-model-picture', 'Data model', ({ inventory }) => inventory.models.length > 0],
  ['contox-treemap', 'Size', ({ inventory }) => (inventory.files?.length ?? 0) >= leastFiles],
  ['contox-changes', 'Changes', (_model, { changes }) => changes],
  ['contox-inventory', 'Inventory', (_model, { inventory }) => inventory],
];

/** Sections that are there only once their time has come. */
export interface LateSections {
  readonly changes: boolean;
  readonly inventory: boolean;
}

/** Links to the sections, always in sight while the page is one long column. */
export function jumpBar(model: PanelModel, late: LateSections): TemplateResult {
  return html`<nav class="jump-bar" aria-label="Sections">
    ${sections
      .filter(([, , there]) => there(model, late))
      .map(
        ([element, name]) => html`<button
          type="button"
          class="link"
          @click=${() => document.querySelector(element)?.scrollIntoView({ block: 'start' })}
        >${name}</button>`,
      )}
  </nav>`;
}

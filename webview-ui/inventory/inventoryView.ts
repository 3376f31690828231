import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import './gridTable';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Inventory } from '../../src/shared/inventory';
import type { InventoryTab } from '../../src/shared/panelMessages';
import type { PanelNotice } from '../app/panelModel';
import { count } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { post } from '../bridge';
import { toTsv } from './tableRows';
import { type Table, type TableRow, tables } from './tables';

/** The facts as tables, one a tab. */
@customElement('contox-inventory')
export class InventoryView extends PanelElement {
  @property({ attribute: false }) inventory: Inventory | null = null;
  @property({ attribute: false }) tab: InventoryTab = 'routes';
  @property({ attribute: false }) notice: PanelNotice | null = null;
  @property({ attribute: false }) onTab: (tab: InventoryTab) => void = () => undefined;
  @state() private filter = '';
  private rows: readonly TableRow[] = [];
  private shown: readonly TableRow[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('tab') && changed.get('tab') !== undefined) this.filter = '';
    if (this.inventory && (changed.has('inventory') || changed.has('tab')))
      this.rows = this.current().rows(this.inventory);
  }

  private current(): Table {
    const [first] = tables;
    const table = tables.find(({ tab }) => tab === this.tab) ?? first;
    if (!table) throw new Error('There is no table');
    return table;
  }

  protected override render(): unknown {
    const { inventory } = this;
    if (!inventory) return nothing;
    const current = this.current();
    return html`
      <section class="inventory" aria-labelledby="inventory-title">
        <h2 id="inventory-title">Inventory</h2>
        <div class="tabs" role="tablist" aria-label="Inventory" @keydown=${this.onTabKey}>
          ${tables.map((table) => this.tabButton(table, inventory))}
        </div>
        <div id="inventory-panel" role="tabpanel" aria-labelledby=${`tab-${current.tab}`}>
          ${this.rows.length === 0 ? html`<p class="empty">${nothingFound(current)}</p>` : this.table(current)}
        </div>
      </section>
    `;
  }

  private tabButton({ tab, title }: Table, inventory: Inventory): TemplateResult {
    const selected = tab === this.current().tab;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${tab}`}
      aria-selected=${selected}
      aria-controls="inventory-panel"
      tabindex=${selected ? 0 : -1}
      @click=${() => this.onTab(tab)}
    >${title} <span class="badge">${count(inventory[tab]?.length ?? 0)}</span></button>`;
  }

  private table({ columns, title, unit }: Table): TemplateResult {
    const { notice } = this;
    return html`
      <div class="tools">
        <vscode-textfield
          class="filter"
          placeholder=${`Filter ${title.toLowerCase()}`}
          .label=${`Filter ${title.toLowerCase()}`}
          .value=${this.filter}
          @input=${(event: Event) => {
            this.filter = (event.target as HTMLElement & { value: string }).value;
          }}
        ></vscode-textfield>
        <button type="button" class="tool" title="Copy the rows as a table" aria-label="Copy the rows as a table" @click=${() => this.copy(unit, columns)}
          >${icon('copy')}</button>
        <span class="notice" role="status">${notice?.about === 'copyText' ? notice.text : ''}</span>
      </div>
      <contox-table
        .label=${title}
        .columns=${columns}
        .rows=${this.rows}
        .filter=${this.filter}
        .onShown=${(rows: readonly TableRow[]) => {
          this.shown = rows;
        }}
      ></contox-table>
    `;
  }

  private copy(unit: string, columns: Table['columns']): void {
    post({ type: 'copyText', text: toTsv(columns, this.shown), what: count(this.shown.length, unit) });
  }

  private readonly onTabKey = (event: KeyboardEvent): void => {
    const at = tables.findIndex(({ tab }) => tab === this.current().tab);
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tables.at(step % tables.length);
    if (!next) return;
    this.onTab(next.tab);
    this.querySelector<HTMLElement>(`#tab-${next.tab}`)?.focus();
  };
}

function nothingFound({ title }: Table): string {
  return `No ${title.toLowerCase()} were found in the scanned files.`;
}

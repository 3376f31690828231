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
import { visibleText } from '../base/visibleText';
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
  /** Values that all rows share, by column; these columns are not shown. */
  private same: ReadonlyMap<number, string> = new Map();
  private leftOut: ReadonlySet<number> = new Set();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('tab') && changed.get('tab') !== undefined) this.filter = '';
    if (this.inventory && (changed.has('inventory') || changed.has('tab'))) this.fill(this.inventory);
  }

  private fill(inventory: Inventory): void {
    const table = this.current();
    this.rows = table.rows(inventory);
    this.same = sharedValues(table.columns, this.rows);
    this.leftOut = new Set(this.same.keys());
  }

  /** The tables that hold something. */
  private filled(): readonly Table[] {
    return tables.filter(({ tab }) => (this.inventory?.[tab]?.length ?? 0) > 0);
  }

  private current(): Table {
    const [first] = tables;
    const filled = this.filled();
    const table = filled.find(({ tab }) => tab === this.tab) ?? filled[0] ?? first;
    if (!table) throw new Error('There is no table');
    return table;
  }

  protected override render(): unknown {
    const { inventory } = this;
    if (!inventory) return nothing;
    const filled = this.filled();
    return html`
      <section class="inventory" aria-labelledby="inventory-title">
        <h2 id="inventory-title">Inventory</h2>
        ${filled.length > 0 ? this.tabs(filled, inventory) : nothing}
        ${filled.length < tables.length ? html`<p class="dim none-found">${noneFound(filled)}</p>` : nothing}
      </section>
    `;
  }

  private tabs(filled: readonly Table[], inventory: Inventory): TemplateResult {
    const current = this.current();
    return html`
      <div class="tabs" role="tablist" aria-label="Inventory" @keydown=${this.onTabKey}>
        ${filled.map((table) => this.tabButton(table, inventory))}
      </div>
      <div id="inventory-panel" role="tabpanel" aria-labelledby=${`tab-${current.tab}`}>${this.table(current)}</div>
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
    const told = [...this.same]
      .filter(([, value]) => value !== '')
      .map(([index, value]) => `${columns[index]?.name ?? ''}: ${value}`);
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
        <span class="dim shared">${visibleText(told.join(', '))}</span>
        <span class="notice" role="status">${notice?.about === 'copyText' ? notice.text : ''}</span>
      </div>
      <contox-table
        .label=${title}
        .columns=${columns}
        .rows=${this.rows}
        .leftOut=${this.leftOut}
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
    const filled = this.filled();
    const at = filled.findIndex(({ tab }) => tab === this.current().tab);
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = filled.at(step % filled.length);
    if (!next) return;
    this.onTab(next.tab);
    this.querySelector<HTMLElement>(`#tab-${next.tab}`)?.focus();
  };
}

function noneFound(filled: readonly Table[]): string {
  const names = tables.filter((table) => !filled.includes(table)).map(({ title }) => title.toLowerCase());
  const last = names.pop() ?? '';
  return `No ${names.length > 0 ? `${names.join(', ')} or ` : ''}${last} were found in the scanned files.`;
}

const fewRows = 3;

/** The value of each column that says the same in all rows, by its index. A few rows are shown as they are. */
function sharedValues(columns: Table['columns'], rows: readonly TableRow[]): ReadonlyMap<number, string> {
  const shared = new Map<number, string>();
  if (rows.length < fewRows) return shared;
  columns.forEach((column, index) => {
    const [first, ...others] = rows.map(({ cells }) => cells[index] ?? '');
    if (column.shared && first !== undefined && others.every((value) => value === first)) shared.set(index, first);
  });
  return shared;
}

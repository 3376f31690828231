import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { splitPath } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { openPlace } from '../base/placeLink';
import { styleProperties } from '../base/styleProperties';
import { rowHeight, VirtualRows } from '../base/virtualRows';
import { visibleText } from '../base/visibleText';
import { arrange, type Sort } from './tableRows';
import type { Column, TableRow } from './tables';

/** A table of any length: sorted by its heads, filtered by words, walked with the arrow keys; Enter opens the place. */
@customElement('contox-table')
export class GridTable extends PanelElement {
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) columns: readonly Column[] = [];
  @property({ attribute: false }) rows: readonly TableRow[] = [];
  @property({ attribute: false }) filter = '';
  /** Columns by their index that are not shown. */
  @property({ attribute: false }) leftOut: ReadonlySet<number> = new Set();
  @property({ attribute: false }) onShown: (rows: readonly TableRow[]) => void = () => undefined;
  @state() private sort: Sort | null = null;
  private shown: readonly TableRow[] = [];
  private active = 0;
  private readonly view = new VirtualRows(
    this,
    () => this.querySelector<HTMLElement>('.grid'),
    rowHeight(),
    rowHeight(),
  );

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('columns')) {
      this.sort = null;
      this.active = 0;
    }
    if (!['rows', 'filter', 'sort', 'columns'].some((name) => changed.has(name))) return;
    this.shown = arrange(this.rows, this.filter, this.sort);
    this.active = Math.min(this.active, Math.max(0, this.shown.length - 1));
    this.onShown(this.shown);
  }

  protected override render(): unknown {
    const [start, end] = this.view.range(this.shown.length);
    const height = this.view.rowHeight;
    const columns = this.columns.filter((_column, index) => !this.leftOut.has(index));
    const widths = columns.map(({ width, min }) => `minmax(${min}px, ${width}fr)`).join(' ');
    const needed = columns.reduce((sum, { min }) => sum + min, 0);
    return html`
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${this.shown.length + 1}
        aria-activedescendant=${this.active >= start && this.active < end ? `grid-row-${this.active}` : nothing}
        @keydown=${this.onKey}
        @click=${this.onClick}
        ${styleProperties({ '--columns': widths, '--needed': `${needed}px` })}
      >
        <div class="grid-row grid-head" role="row" aria-rowindex="1">
          ${this.columns.map((column, index) => (this.leftOut.has(index) ? nothing : this.head(column, index)))}
        </div>
        <div class="rows" role="presentation" ${styleProperties({ height: `${this.shown.length * height}px` })}>
          <div class="rows-window" role="presentation" ${styleProperties({ transform: `translateY(${start * height}px)` })}>
            ${this.shown.slice(start, end).map((row, index) => this.row(row, start + index))}
          </div>
        </div>
      </div>
    `;
  }

  private head({ name, numeric }: Column, index: number): TemplateResult {
    const sorted = this.sort?.column === index ? (this.sort.down ? 'descending' : 'ascending') : 'none';
    return html`<div role="columnheader" aria-sort=${sorted} class=${numeric ? 'numeric' : ''}>
      <button type="button" @click=${() => this.sortBy(index)}>${name}${
        sorted === 'none' ? nothing : icon(sorted === 'ascending' ? 'triangle-up' : 'triangle-down')
      }</button>
    </div>`;
  }

  private row({ cells, place }: TableRow, index: number): TemplateResult {
    return html`<div
      id=${`grid-row-${index}`}
      data-index=${index}
      role="row"
      aria-rowindex=${index + 2}
      aria-selected=${index === this.active}
      class="grid-row ${index === this.active ? 'active' : ''} ${place ? 'opens' : ''}"
    >${this.columns.map((column, at) => (this.leftOut.has(at) ? nothing : cell(column, cells[at] ?? '')))}</div>`;
  }

  private sortBy(column: number): void {
    const { sort } = this;
    if (sort?.column !== column) this.sort = { column, down: false };
    else this.sort = sort.down ? null : { column, down: true };
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const page = this.view.rowsInSight;
    const target: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.shown.length - 1,
    };
    const to = target[event.key];
    if (event.altKey || event.metaKey || event.ctrlKey || event.target !== event.currentTarget) return;
    if (to !== undefined) this.activate(to);
    else if (event.key === 'Enter' || event.key === ' ') this.open();
    else return;
    event.preventDefault();
  };

  private activate(index: number): void {
    this.active = Math.min(Math.max(index, 0), Math.max(0, this.shown.length - 1));
    this.view.reveal(this.active);
    this.requestUpdate();
  }

  private open(): void {
    const place = this.shown[this.active]?.place;
    if (place) openPlace({ path: place.path, startLine: place.line, endLine: place.line });
  }

  private readonly onClick = (event: Event): void => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (!element || getSelection()?.isCollapsed === false) return;
    this.activate(Number(element.dataset['index']));
    this.open();
  };
}

function cell({ mono, numeric, path }: Column, text: string): TemplateResult {
  const kind = `${mono ? 'mono' : ''} ${numeric ? 'numeric' : ''}`;
  const shown = visibleText(text);
  if (!path)
    return html`<div role="gridcell" class=${kind} title=${shown}><bdi dir=${mono ? 'ltr' : 'auto'}>${shown}</bdi></div>`;
  const { name, folder } = splitPath(shown);
  return html`<div role="gridcell" class=${kind} title=${shown}><bdi dir="ltr">${name}</bdi> <bdi dir="ltr" class="place-folder">${folder}</bdi></div>`;
}

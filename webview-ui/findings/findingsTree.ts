import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FindingRow, GroupBy } from '../../src/shared/panelMessages';
import { count, splitPath } from '../base/format';
import { icon } from '../base/icon';
import { importanceIcon } from '../base/importance';
import { PanelElement } from '../base/panelElement';
import { styleProperties } from '../base/styleProperties';
import { rowHeight, VirtualRows } from '../base/virtualRows';
import { visibleText } from '../base/visibleText';
import { layerNames } from '../base/words';
import type { TreeRow } from './groupFindings';

/** The findings as a tree of which only the rows in sight exist. One row is active; moving onto a finding selects it. */
@customElement('contox-findings-tree')
export class FindingsTree extends PanelElement {
  @property({ attribute: false }) rows: readonly TreeRow[] = [];
  @property({ attribute: false }) groupBy: GroupBy = 'layer';
  @property({ attribute: false }) selection: string | null = null;
  @property({ attribute: false }) onSelect: (findingId: string) => void = () => undefined;
  /** Goes on to the selected finding's text. */
  @property({ attribute: false }) onEnter: () => void = () => undefined;
  @property({ attribute: false }) onOpen: (finding: FindingRow) => void = () => undefined;
  @property({ attribute: false }) onToggle: (groupId: string) => void = () => undefined;
  private active = 0;
  private shownSelection: string | null = null;
  private readonly view = new VirtualRows(this, () => this.querySelector<HTMLElement>('.tree'), rowHeight());

  override focus(): void {
    this.querySelector<HTMLElement>('.tree')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rows') && !changed.has('selection')) return;
    const selected = this.rows.findIndex((row) => row.kind === 'finding' && row.row.id === this.selection);
    // The active row is followed by the selection, save where a group is active: that selects nothing.
    if (selected >= 0 && this.rows[this.active]?.kind !== 'group') this.active = selected;
    if (selected >= 0 && this.selection !== this.shownSelection) this.active = selected;
    this.active = Math.min(this.active, Math.max(0, this.rows.length - 1));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const moved = changed.has('selection') && this.selection !== this.shownSelection;
    const there = this.rows.some((row) => row.kind === 'finding' && row.row.id === this.selection);
    if (!there || !(moved || changed.has('rows'))) return;
    this.shownSelection = this.selection;
    this.view.reveal(this.active);
  }

  protected override render(): unknown {
    const [start, end] = this.view.range(this.rows.length);
    const height = this.view.rowHeight;
    return html`
      <div
        class="tree"
        role="tree"
        tabindex="0"
        aria-label="Findings"
        aria-activedescendant=${this.active >= start && this.active < end ? `tree-row-${this.active}` : nothing}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @dblclick=${this.onDoubleClick}
      >
        <div class="rows" role="presentation" ${styleProperties({ height: `${this.rows.length * height}px` })}>
          <div class="rows-window" role="presentation" ${styleProperties({ transform: `translateY(${start * height}px)` })}>
            ${this.rows.slice(start, end).map((row, index) => this.row(row, start + index))}
          </div>
        </div>
      </div>
    `;
  }

  private row(row: TreeRow, index: number): TemplateResult {
    const grouped = this.groupBy !== 'none';
    const selected = row.kind === 'finding' && row.row.id === this.selection;
    return html`<div
      id=${`tree-row-${index}`}
      data-index=${index}
      class="row ${row.kind} ${selected ? 'selected' : ''} ${index === this.active ? 'active' : ''} ${grouped ? 'in-group' : ''}"
      role="treeitem"
      aria-level=${row.kind === 'finding' && grouped ? 2 : 1}
      aria-setsize=${row.siblings}
      aria-posinset=${row.position}
      aria-selected=${selected}
      aria-expanded=${row.kind === 'group' ? row.open : nothing}
    >${row.kind === 'group' ? groupRow(row) : findingRow(row.row, this.groupBy)}</div>`;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const page = this.view.rowsInSight;
    const target: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.rows.length - 1,
    };
    const to = target[event.key];
    if (event.altKey || event.metaKey) return;
    if (to !== undefined) this.activate(to);
    else if (!this.actOnRow(event)) return;
    event.preventDefault();
  };

  private actOnRow(event: KeyboardEvent): boolean {
    const row = this.rows[this.active];
    if (!row) return false;
    const { key } = event;
    if (row.kind === 'group') {
      const toggles =
        key === 'Enter' || key === ' ' || (key === 'ArrowRight' && !row.open) || (key === 'ArrowLeft' && row.open);
      if (toggles) this.onToggle(row.id);
      else if (key === 'ArrowRight') this.activate(this.active + 1);
      return toggles || key === 'ArrowRight';
    }
    if (key === 'Enter' && event.ctrlKey) this.onOpen(row.row);
    else if (key === 'Enter' || key === ' ' || key === 'ArrowRight') this.onEnter();
    else if (key === 'ArrowLeft') this.activate(this.parentOf(this.active));
    else return false;
    return true;
  }

  private parentOf(index: number): number {
    for (let at = index; at >= 0; at--) if (this.rows[at]?.kind === 'group') return at;
    return index;
  }

  private activate(index: number): void {
    this.active = Math.min(Math.max(index, 0), this.rows.length - 1);
    const row = this.rows[this.active];
    if (row?.kind === 'finding') this.onSelect(row.row.id);
    this.view.reveal(this.active);
    this.requestUpdate();
  }

  private rowAt(event: Event): TreeRow | undefined {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (!element) return undefined;
    this.active = Number(element.dataset['index']);
    return this.rows[this.active];
  }

  private readonly onClick = (event: Event): void => {
    const row = this.rowAt(event);
    if (row?.kind === 'group') this.onToggle(row.id);
    if (row?.kind === 'finding') this.activate(this.active);
  };

  private readonly onDoubleClick = (event: Event): void => {
    const row = this.rowAt(event);
    if (row?.kind === 'finding') this.onOpen(row.row);
  };
}

function groupRow({ label, count: size, open }: Extract<TreeRow, { kind: 'group' }>): TemplateResult {
  return html`${icon(open ? 'chevron-down' : 'chevron-right')}<bdi class="row-title" title=${label}>${visibleText(label)}</bdi>
    <span class="badge" aria-label=${count(size, 'finding')}>${count(size)}</span>`;
}

function findingRow(finding: FindingRow, groupBy: GroupBy): TemplateResult {
  const title = visibleText(finding.title);
  const { name, folder } = splitPath(visibleText(finding.files[0] ?? ''));
  const place = finding.line === null ? name : `${name}:${finding.line}`;
  const more = finding.files.length > 1 ? ` +${finding.files.length - 1}` : '';
  return html`${importanceIcon(finding.importance, finding.layer)}<bdi class="row-title" title=${title}>${title}</bdi>
    ${groupBy === 'layer' ? '' : html`<span class="row-layer">${layerNames[finding.layer]}</span>`}
    <span class="row-where" title=${finding.files.join('\n')}
      ><span class="row-place"><bdi dir="ltr">${place}</bdi>${more}</span> <bdi dir="ltr" class="row-folder">${folder}</bdi></span>`;
}

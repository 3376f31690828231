import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import './findingDetail';
import './findingsTree';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FindingRow, GroupBy } from '../../src/shared/panelMessages';
import type { PanelModel } from '../app/panelModel';
import { count } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { openPlace } from '../base/placeLink';
import { post } from '../bridge';
import { type FindingFilter, parseFilter, togglePart } from './filterLanguage';
import { type IndexedFinding, indexFindings } from './findingIndex';
import { groupOf, type TreeRow, treeRows } from './groupFindings';

/** What of the findings' view is kept through a reload. */
export interface FindingsPlace {
  readonly filter: string;
  readonly groupBy: GroupBy;
  readonly selection: string | null;
}

const groupings: readonly (readonly [GroupBy, string])[] = [
  ['layer', 'By layer'],
  ['importance', 'By importance'],
  ['file', 'By file'],
  ['rule', 'By rule'],
  ['none', 'One list'],
];

const FILTER_HINT = 'Filter: words, layer:security importance:>=4 file:src/api tag:owasp rule:…';
const DETAIL_DELAY_MS = 60;

/** Filter, list and selected finding. */
@customElement('contox-findings')
export class FindingsView extends PanelElement {
  @property({ attribute: false }) model: PanelModel | null = null;
  @property({ attribute: false }) place: FindingsPlace = { filter: '', groupBy: 'layer', selection: null };
  @property({ attribute: false }) arriving = false;
  /** What no findings mean. */
  @property({ attribute: false }) none = '';
  @property({ attribute: false }) onPlace: (part: Partial<FindingsPlace>) => void = () => undefined;
  @state() private closed: ReadonlySet<string> = new Set();
  private indexed: readonly IndexedFinding[] = [];
  private filter: FindingFilter = parseFilter('');
  private found: readonly IndexedFinding[] = [];
  private rows: readonly TreeRow[] = [];
  private asking: ReturnType<typeof setTimeout> | undefined;
  /** What the last update was computed from. */
  private done: Partial<FindingsPlace> & { findings?: readonly FindingRow[]; closed?: ReadonlySet<string> } = {};

  focusFilter(): void {
    this.querySelector<HTMLElement>('.filter')?.focus();
  }

  protected override willUpdate(): void {
    const { filter, groupBy, selection } = this.place;
    const findings = this.model?.findings ?? [];
    const { done } = this;
    if (done.selection !== selection) this.unfold(selection);
    const { closed } = this;
    const newFindings = done.findings !== findings;
    const newFilter = done.filter !== filter;
    if (newFindings) this.indexed = indexFindings(findings);
    if (newFilter) this.filter = parseFilter(filter);
    if (newFindings || newFilter) this.found = this.indexed.filter((finding) => this.filter.matches(finding));
    if (newFindings || newFilter || done.groupBy !== groupBy || done.closed !== closed)
      this.rows = treeRows(this.found, groupBy, closed);
    this.done = { findings, filter, groupBy, closed, selection };
  }

  /** A finding that is pointed at from elsewhere must not stay folded away in its group. */
  private unfold(selection: string | null): void {
    const row = this.indexed.find((each) => each.row.id === selection)?.row;
    const group = row ? groupOf(this.place.groupBy, row) : null;
    if (group !== null && this.closed.has(group)) this.toggle(group);
  }

  protected override updated(_changed: PropertyValues): void {
    const { selection } = this.place;
    if (selection === null || !this.selected() || this.model?.details.has(selection) || this.asking !== undefined)
      return;
    // Arrow keys held down pass many findings; only the one where they rest is read.
    this.asking = setTimeout(() => {
      this.asking = undefined;
      const now = this.place.selection;
      if (now !== null && !this.model?.details.has(now)) post({ type: 'detail', findingId: now });
    }, DETAIL_DELAY_MS);
  }

  protected override render(): unknown {
    const { model } = this;
    if (!model?.hasFindings) return nothing;
    return html`
      <section class="findings ${this.selected() ? 'has-selection' : ''}" aria-labelledby="findings-title">
        <h2 id="findings-title">Findings <span class="badge">${this.counted(model.findings.length)}</span></h2>
        ${model.findings.length === 0 ? this.nothing() : this.list(model)}
      </section>
    `;
  }

  private counted(all: number): string {
    return this.found.length === all ? count(all) : `${count(this.found.length)} of ${count(all)}`;
  }

  private nothing(): TemplateResult {
    return html`<p class="empty">${this.arriving ? 'Reading what the scan found…' : this.none}</p>`;
  }

  private list(model: PanelModel): TemplateResult {
    const { groupBy, selection } = this.place;
    return html`
      ${this.tools()}
      ${this.filter.problems.map((problem) => html`<p class="filter-problem" role="status">${icon('info')}${problem}</p>`)}
      ${
        this.rows.length === 0
          ? html`<p class="empty">No finding fits the filter.
              <button type="button" class="link" @click=${() => this.onPlace({ filter: '' })}>Clear filter</button></p>`
          : html`<contox-findings-tree
              .rows=${this.rows}
              .groupBy=${groupBy}
              .selection=${selection}
              .onSelect=${(id: string) => this.onPlace({ selection: id })}
              .onEnter=${() => this.querySelector<HTMLElement>('contox-finding')?.focus()}
              .onOpen=${openFinding}
              .onToggle=${this.toggle}
            ></contox-findings-tree>`
      }
      <contox-finding
        .finding=${this.selected()}
        .detail=${selection === null ? undefined : model.details.get(selection)}
        .notice=${model.notice}
        .onFilter=${(part: string) => this.onPlace({ filter: togglePart(this.place.filter, part) })}
        .onBack=${() => this.querySelector<HTMLElement>('contox-findings-tree')?.focus()}
      ></contox-finding>
    `;
  }

  private tools(): TemplateResult {
    const { filter, groupBy } = this.place;
    return html`<div class="tools">
      <vscode-textfield
        class="filter"
        placeholder=${FILTER_HINT}
        title=${FILTER_HINT}
        .label=${'Filter findings'}
        .value=${filter}
        @input=${(event: Event) => this.onPlace({ filter: (event.target as HTMLElement & { value: string }).value })}
        @keydown=${this.onFilterKey}
      >
        ${
          filter === ''
            ? nothing
            : html`<button
                slot="content-after"
                type="button"
                class="tool"
                aria-label="Clear filter"
                title="Clear filter"
                @click=${() => this.onPlace({ filter: '' })}
              >${icon('close')}</button>`
        }
      </vscode-textfield>
      <vscode-single-select
        class="grouping"
        .label=${'Group findings'}
        .value=${groupBy}
        @change=${(event: Event) => this.onPlace({ groupBy: (event.target as HTMLElement & { value: GroupBy }).value })}
      >
        ${groupings.map(([id, name]) => html`<vscode-option value=${id} ?selected=${id === groupBy}>${name}</vscode-option>`)}
      </vscode-single-select>
    </div>`;
  }

  private readonly onFilterKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.place.filter !== '') this.onPlace({ filter: '' });
    else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape')
      this.querySelector<HTMLElement>('contox-findings-tree')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly toggle = (groupId: string): void => {
    const closed = new Set(this.closed);
    if (!closed.delete(groupId)) closed.add(groupId);
    this.closed = closed;
  };

  private selected(): FindingRow | null {
    return this.indexed.find(({ row }) => row.id === this.place.selection)?.row ?? null;
  }
}

function openFinding({ files, line }: FindingRow): void {
  const path = files[0];
  if (path !== undefined) openPlace({ path, startLine: line ?? 1, endLine: line ?? 1 });
}

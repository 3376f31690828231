import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ScanDiff, ScanSide } from '../../src/shared/scanDiff';
import type { PanelModel, PanelNotice } from '../app/panelModel';
import { count, exactTime, relativeTime } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { placeLink } from '../base/placeLink';
import { visibleText } from '../base/visibleText';
import { post } from '../bridge';
import { type ChangeGroup, type ChangeMark, type ChangeRow, changeGroups } from './changeRows';

/** So many rows of a group are shown at once. */
const shownRows = 12;

const marks: Readonly<Record<ChangeMark, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '+', word: 'Added' },
  removed: { sign: '−', word: 'Removed' },
  changed: { sign: '~', word: 'Changed' },
};

/** What changed since the scan before, a branch, a tag or a commit. */
@customElement('contox-changes')
export class ChangesView extends PanelElement {
  @property({ attribute: false }) changes: PanelModel['changes'] = null;
  @property({ attribute: false }) notice: PanelNotice | null = null;
  /** Of the results on screen; another one makes a comparison that was asked for void. */
  @property({ attribute: false }) scanId = '';
  @state() private base = '';
  @state() private waiting = false;
  @state() private unfolded: ReadonlySet<string> = new Set();

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('changes') || changed.has('scanId')) this.waiting = false;
    if (this.notice?.about === 'compare' && this.notice.error) this.waiting = false;
  }

  protected override render(): unknown {
    return html`
      <section class="changes" aria-labelledby="changes-title">
        <h2 id="changes-title">Changes</h2>
        <div class="tools">
          <vscode-textfield
            class="filter"
            placeholder="Branch, tag or commit; empty: the scan before"
            .label=${'Compare with a branch, tag or commit; empty for the scan before'}
            .value=${this.base}
            @input=${(event: Event) => {
              this.base = (event.target as HTMLElement & { value: string }).value.trim();
            }}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.compare()}
          ></vscode-textfield>
          <vscode-button secondary ?disabled=${this.waiting} @click=${this.compare}>Compare</vscode-button>
        </div>
        <div role="status">${this.waiting ? html`<p class="empty">Comparing…</p>` : this.outcome()}</div>
      </section>
    `;
  }

  private outcome(): TemplateResult | typeof nothing {
    const { changes } = this;
    if (!changes) return nothing;
    if (!changes.diff) return html`<p class="empty">${changes.error ?? 'There is nothing to compare with.'}</p>`;
    return this.list(changes.diff);
  }

  private list(diff: ScanDiff): TemplateResult {
    const groups = changeGroups(diff);
    return html`
      <p class="dim changes-sides">
        From ${side(diff.base)} to ${side(diff.head)}
        <button type="button" class="tool" title="Copy as Markdown for a pull request" aria-label="Copy as Markdown for a pull request"
          @click=${() => post({ type: 'copyText', text: diff.markdown, what: 'the changes as Markdown' })}
        >${icon('copy')}</button>
      </p>
      ${groups.length === 0 ? html`<p class="empty">Nothing that Genesis looks at has changed.</p>` : groups.map((group) => this.group(group))}
    `;
  }

  private group({ title, rows }: ChangeGroup): TemplateResult {
    const all = this.unfolded.has(title);
    const rest = rows.length - shownRows;
    return html`
      <h3>${title} <span class="badge">${count(rows.length)}</span></h3>
      <ul class="change-list">${(all ? rows : rows.slice(0, shownRows)).map(changeRow)}</ul>
      ${
        rest > 0 && !all
          ? html`<button type="button" class="link" @click=${() => {
              this.unfolded = new Set([...this.unfolded, title]);
            }}>${count(rest, 'more')}</button>`
          : nothing
      }
    `;
  }

  private readonly compare = (): void => {
    this.waiting = true;
    this.unfolded = new Set();
    post({ type: 'compare', base: this.base === '' ? null : this.base });
  };
}

function side({ branch, commit, scannedAt }: ScanSide): TemplateResult {
  const name = [branch, commit?.slice(0, 7)].filter((part) => part !== null && part !== undefined && part !== commit);
  return name.length === 0
    ? html`<span title=${exactTime(scannedAt)}>${relativeTime(scannedAt, Date.now())}</span>`
    : html`<code title=${exactTime(scannedAt)}>${visibleText(name.join(' at '))}</code>`;
}

function changeRow({ mark, name, detail, place }: ChangeRow): TemplateResult {
  const { sign, word } = marks[mark];
  return html`<li class="change change-${mark}">
    <span class="change-mark" role="img" aria-label=${word} title=${word}>${sign}</span>
    <span class="change-text"><bdi>${visibleText(name)}</bdi>${detail === '' ? nothing : html` <span class="dim"><bdi>${visibleText(detail)}</bdi></span>`}
    ${place ? placeLink(place) : nothing}</span>
  </li>`;
}

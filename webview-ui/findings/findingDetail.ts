import '@vscode-elements/elements/dist/vscode-button/index.js';
import './ignoreForm';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Excerpt, FindingDetail, FindingRow } from '../../src/shared/panelMessages';
import type { PanelNotice } from '../app/panelModel';
import { count, percent } from '../base/format';
import { icon } from '../base/icon';
import { importanceIcon } from '../base/importance';
import { renderMarkdown } from '../base/markdown';
import { PanelElement } from '../base/panelElement';
import { openPlace, placeLink } from '../base/placeLink';
import { visibleText } from '../base/visibleText';
import { importanceNames, layerNames } from '../base/words';
import { post } from '../bridge';
import { filterValue } from './filterLanguage';

const hiddenBecause: Readonly<Record<NonNullable<Excerpt['reason']>, string>> = {
  secret: 'Not shown: the lines may hold a secret.',
  missing: 'These lines are not there any more. Scan again to see where they went.',
  tooLarge: 'Not shown: the file is too large.',
};

/** The selected finding: what it says, what proves it, and what can be done with it. */
@customElement('contox-finding')
export class FindingPane extends PanelElement {
  @property({ attribute: false }) finding: FindingRow | null = null;
  @property({ attribute: false }) detail: FindingDetail | { readonly error: string } | undefined;
  @property({ attribute: false }) notice: PanelNotice | null = null;
  @property({ attribute: false }) onFilter: (part: string) => void = () => undefined;
  @property({ attribute: false }) onBack: () => void = () => undefined;
  @state() private ignoring = false;
  /** Rendered Markdown of one finding; kept, because nodes can't be rendered twice. */
  private text: { readonly of: FindingDetail; readonly node: HTMLElement } | undefined;

  override focus(): void {
    this.querySelector<HTMLElement>('h3')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('finding') && changed.get('finding')?.id !== this.finding?.id) this.ignoring = false;
  }

  protected override render(): unknown {
    const { finding } = this;
    if (!finding) return html`<p class="empty">Select a finding to see what proves it.</p>`;
    return html`
      <article
        class="finding-pane"
        tabindex="0"
        aria-labelledby="finding-title"
        @keydown=${this.onKey}
      >
        <h3 id="finding-title" tabindex="-1">${importanceIcon(finding.importance, finding.layer)}<bdi>${visibleText(finding.title)}</bdi></h3>
        ${this.facts(finding)} ${this.actions(finding)} ${this.body()}
      </article>
    `;
  }

  private facts({ importance, layer, rule, confidence, tags }: FindingRow): TemplateResult {
    const filter = (text: string, part: string, title: string): TemplateResult =>
      html`<button type="button" class="chip" title=${title} @click=${() => this.onFilter(part)}><bdi>${visibleText(text)}</bdi></button>`;
    return html`<div class="finding-facts">
      <span class="fact importance-word importance-${importance}">${importanceNames[importance]}</span>
      <span class="fact">${layerNames[layer]}</span>
      <span class="fact" title="How sure the rule is">${percent(confidence)} sure</span>
      ${filter(rule, `rule:${filterValue(rule)}`, 'Only findings of this rule')}
      ${tags.map((tag) => filter(tag, `tag:${filterValue(tag)}`, 'Only findings with this tag'))}
    </div>`;
  }

  private actions({ id }: FindingRow): TemplateResult {
    const { notice } = this;
    const own = notice && notice.findingId === id && notice.about !== 'detail' ? notice : null;
    return html`<div class="finding-actions">
      <vscode-button @click=${() => post({ type: 'addToMemory', findingId: id })}>Add to memory</vscode-button>
      <vscode-button secondary @click=${() => post({ type: 'copyForAgent', findingId: id })}>Copy for agent</vscode-button>
      <vscode-button secondary aria-expanded=${this.ignoring} @click=${this.toggleIgnore}>Ignore…</vscode-button>
      <span class="notice ${own?.error ? 'notice-error' : ''}" role="status">${
        own ? html`${icon(own.error ? 'error' : 'check')}${own.text}` : nothing
      }</span>
    </div>
    ${this.ignoring ? html`<contox-ignore .findingId=${id} .onClose=${this.closeIgnore}></contox-ignore>` : nothing}`;
  }

  private readonly toggleIgnore = async (): Promise<void> => {
    this.ignoring = !this.ignoring;
    await this.updateComplete;
    this.querySelector<HTMLElement>('contox-ignore')?.focus();
  };

  private readonly closeIgnore = (): void => {
    this.ignoring = false;
    this.focus();
  };

  private body(): TemplateResult {
    const { detail } = this;
    if (!detail) return html`<p class="dim">Reading…</p>`;
    if ('error' in detail) return html`<p class="dim">${detail.error}</p>`;
    return html`${this.markdown(detail)}
      <h4>${count(detail.excerpts.length, 'place')}</h4>
      <ul class="evidence">${detail.excerpts.map((excerpt) => html`<li>${evidence(excerpt)}</li>`)}</ul>`;
  }

  private markdown(detail: FindingDetail): HTMLElement {
    if (this.text?.of !== detail) {
      const node = document.createElement('div');
      node.className = 'markdown';
      node.append(renderMarkdown(detail.content, (href) => post({ type: 'openLink', href })));
      this.text = { of: detail, node };
    }
    return this.text.node;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.onBack();
  };
}

function evidence(excerpt: Excerpt): TemplateResult {
  const { lines, reason, startLine, endLine } = excerpt;
  const left = endLine - startLine + 1 - (lines?.length ?? 0);
  return html`${placeLink(excerpt)}
    ${
      lines
        ? html`<div
          class="excerpt"
          role="group"
          tabindex="0"
          aria-label=${`Lines ${startLine} to ${startLine + lines.length - 1}`}
          @click=${() => openPlace(excerpt)}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && openPlace(excerpt)}
        >${lines.map(
          (line, index) =>
            html`<div class="code-line"><span class="line-number">${startLine + index}</span><code dir="ltr">${visibleText(line)}</code></div>`,
        )}${left > 0 ? html`<div class="code-line dim"><span class="line-number"></span>${count(left, 'more line')}</div>` : nothing}</div>`
        : html`<p class="dim">${reason ? hiddenBecause[reason] : ''}</p>`
    }`;
}

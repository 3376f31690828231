import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ScanStatus } from '../../src/shared/genesis';
import type { PanelMessage, PanelSnapshot } from '../../src/shared/panelMessages';
import { count, exactTime, relativeTime } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { post } from '../bridge';
import { scanSummary } from './banners';
import { scanOutcome } from './stepperModel';

type ExportFormat = Extract<PanelMessage, { type: 'export' }>['format'];

/** Whose results these are, how fresh they are, and what can be done: scan, cancel, options, export. */
@customElement('contox-head')
export class PanelHead extends PanelElement {
  @property({ attribute: false }) snapshot: PanelSnapshot | null = null;
  @property({ attribute: false }) now = 0;
  @property({ attribute: false }) optionsOpen = false;
  @property({ attribute: false }) hasResults = false;
  @property({ attribute: false }) onScan: () => void = () => undefined;
  @property({ attribute: false }) onToggleOptions: () => void = () => undefined;
  @state() private exportOpen = false;

  protected override render(): unknown {
    const { snapshot } = this;
    if (!snapshot) return nothing;
    const { status, project, trusted } = snapshot;
    const running = status !== null && scanOutcome(status) === 'running';
    return html`
      <div class="head">
        <div class="head-facts">
          <h1 title=${project.localPath ?? project.name}><bdi>${project.name}</bdi></h1>
          ${status ? this.facts(status) : nothing}
        </div>
        <div class="head-actions">
          ${running ? this.cancelButton() : nothing}
          ${
            status && !running
              ? html`<vscode-button ?disabled=${!trusted} @click=${() => this.onScan()}>Scan again</vscode-button>`
              : nothing
          }
          <button
            type="button"
            class="tool"
            ?hidden=${running || !status}
            aria-expanded=${this.optionsOpen}
            aria-controls="scan-options"
            title="Scan options"
            aria-label="Scan options"
            @click=${() => this.onToggleOptions()}
          >${icon('settings-gear')}</button>
          ${this.hasResults ? this.exportMenu() : nothing}
        </div>
      </div>
    `;
  }

  private facts(status: ScanStatus): TemplateResult {
    const at = status.completedAt ?? status.startedAt;
    const outcome = scanOutcome(status);
    const verb = outcome === 'complete' ? 'Scanned' : outcome === 'running' ? 'Started' : 'Stopped';
    return html`
      ${status.branch ? html`<span class="fact" title="Branch">${icon('git-branch')}<bdi>${status.branch}</bdi></span>` : nothing}
      ${
        status.commit
          ? html`<span class="fact" title=${`Commit ${status.commit}`}>${icon('git-commit')}<code>${status.commit.slice(0, 8)}</code></span>`
          : nothing
      }
      <span class="fact" title=${exactTime(at)}>${verb} ${relativeTime(at, this.now)}</span>
      ${
        outcome === 'complete' && status.filesRead < status.filesTotal
          ? html`<span class="fact" title="The others had not changed since they were last read">${count(status.filesRead, 'file')} read anew</span>`
          : nothing
      }
      ${this.staleness()}
      <span class="fact" role="status">${outcome === 'complete' ? scanSummary(status) : ''}</span>
    `;
  }

  private staleness(): TemplateResult | typeof nothing {
    const freshness = this.snapshot?.freshness;
    if (!freshness) return nothing;
    const { commitsBehind } = freshness;
    const text = commitsBehind === null ? 'Not of the current commit' : `${count(commitsBehind, 'commit')} behind`;
    return html`<span class="fact stale" title="The project went on since this scan. Scan again to see it as it is now."
      >${icon('history')}${text}</span>`;
  }

  private cancelButton(): TemplateResult {
    return html`<vscode-button secondary @click=${() => post({ type: 'cancelScan' })}>Cancel</vscode-button>`;
  }

  private exportMenu(): TemplateResult {
    const choose = (format: ExportFormat) => () => {
      this.exportOpen = false;
      post({ type: 'export', format });
    };
    return html`
      <div class="menu-holder" @keydown=${this.onMenuKey} @focusout=${this.onMenuLeave}>
        <vscode-button
          secondary
          aria-haspopup="menu"
          aria-expanded=${this.exportOpen}
          @click=${() => this.toggleExport()}
        >Export</vscode-button>
        <div class="menu" role="menu" aria-label="Export" ?hidden=${!this.exportOpen}>
          <button type="button" role="menuitem" tabindex="-1" @click=${choose('markdown')}>Markdown…</button>
          <button type="button" role="menuitem" tabindex="-1" @click=${choose('json')}>JSON…</button>
          <button type="button" role="menuitem" tabindex="-1" @click=${choose('sarif')}>Findings as SARIF…</button>
          <button type="button" role="menuitem" tabindex="-1" @click=${choose('sbom')}>Dependencies as CycloneDX…</button>
        </div>
      </div>
    `;
  }

  private async toggleExport(): Promise<void> {
    this.exportOpen = !this.exportOpen;
    await this.updateComplete;
    if (this.exportOpen) this.items()[0]?.focus();
  }

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private readonly onMenuKey = (event: KeyboardEvent): void => {
    if (!this.exportOpen) return;
    const items = this.items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      this.exportOpen = false;
      this.querySelector<HTMLElement>('.menu-holder vscode-button')?.focus();
    } else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly onMenuLeave = (event: FocusEvent): void => {
    const inside =
      event.relatedTarget instanceof Node && this.querySelector('.menu-holder')?.contains(event.relatedTarget);
    if (!inside) this.exportOpen = false;
  };
}

import '../changes/changesView';
import '../findings/findingsView';
import '../glance/glance';
import '../head/panelHead';
import '../head/stepper';
import '../inventory/inventoryView';
import '../pictures/modelPicture';
import '../pictures/moduleMap';
import '../pictures/treemapView';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HostMessage, InventoryTab, PanelSnapshot, PanelState, ScanChoices } from '../../src/shared/panelMessages';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { listen, loadState, post, saveState } from '../bridge';
import type { FindingsView } from '../findings/findingsView';
import { banners, lostBanner } from '../head/banners';
import { estimateText } from '../head/scanOptions';
import { scanOutcome } from '../head/stepperModel';
import { tables } from '../inventory/tables';
import { jumpBar } from './jumpBar';
import { PageScroll } from './pageScroll';
import { emptyModel, type PanelModel, receive } from './panelModel';
import { readState } from './savedState';

const RUNNING_TICK_MS = 1000;
const RESTING_TICK_MS = 30_000;

/** The whole panel: what the host said, what the user chose, and the sections that show it. */
@customElement('contox-genesis')
export class GenesisApp extends PanelElement {
  @property({ attribute: 'project-id' }) projectId = '';
  @state() private model: PanelModel = emptyModel;
  @state() private place: PanelState = readState(undefined, '');
  @state() private choices: ScanChoices = {};
  @state() private optionsOpen = false;
  /** Nobody answers: the extension host that made this panel is gone. */
  @state() private lost = false;
  @state() private now = Date.now();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pageScroll = new PageScroll(this, (scroll) => this.setPlace({ scroll }));

  override connectedCallback(): void {
    super.connectedCallback();
    this.place = readState(loadState(), this.projectId);
    saveState(this.place);
    listen(
      (message) => this.onMessage(message),
      (lost) => {
        this.lost = lost;
      },
    );
    document.addEventListener('keydown', this.onKey);
    this.tick();
    post({ type: 'ready' });
  }

  private readonly tick = (): void => {
    this.now = Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(this.tick, this.running() ? RUNNING_TICK_MS : RESTING_TICK_MS);
  };

  private onMessage(message: HostMessage): void {
    const wasRunning = this.running();
    this.model = receive(this.model, message);
    if (message.type === 'reveal') {
      this.setPlace({ selection: message.findingId, filter: '' });
      void this.updateComplete.then(() => this.pageScroll.showSelection());
    }
    if (message.type === 'snapshot') this.afterSnapshot(message.snapshot, wasRunning);
  }

  private afterSnapshot({ defaults }: PanelSnapshot, wasRunning: boolean): void {
    this.choices = { maxFiles: defaults.maxFiles, securityAudit: defaults.securityAudit, ...this.choices };
    if (this.running() !== wasRunning) this.tick();
    if (!this.running()) return;
    this.optionsOpen = false;
    // What kept a scan from starting is over once one runs.
    if (this.model.notice?.about === 'startScan') this.model = { ...this.model, notice: null };
  }

  private running(): boolean {
    const status = this.model.snapshot?.status;
    return status !== undefined && status !== null && scanOutcome(status) === 'running';
  }

  private readonly setPlace = (part: Partial<PanelState>): void => {
    this.place = { ...this.place, ...part };
    saveState(this.place);
  };

  private readonly setTab = (tab: InventoryTab): void => this.setPlace({ tab });

  private readonly startScan = (): void => {
    post({ type: 'startScan', choices: this.choices });
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const typing = event
      .composedPath()
      .some((node) => node instanceof HTMLElement && (node.tagName === 'INPUT' || node.tagName === 'TEXTAREA'));
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.querySelector<FindingsView>('contox-findings')?.focusFilter();
  };

  protected override updated(): void {
    if (this.model.hasFindings) this.pageScroll.restore(this.place.scroll);
  }

  protected override render(): unknown {
    const { snapshot } = this.model;
    if (!snapshot) return html`<p class="empty" role="status">Reading the project…</p>`;
    const { status } = snapshot;
    return html`
      <header class="top">
        <contox-head
          .snapshot=${snapshot}
          .now=${this.now}
          .optionsOpen=${this.optionsOpen}
          .hasResults=${this.model.results !== null && !this.running()}
          .onScan=${this.startScan}
          .onToggleOptions=${() => {
            this.optionsOpen = !this.optionsOpen;
          }}
        ></contox-head>
        ${this.optionsOpen && status ? this.options(snapshot) : nothing} ${this.lost ? lostBanner() : nothing} ${banners(snapshot, this.startScan)} ${this.notice()}
        ${status && scanOutcome(status) !== 'complete' ? html`<contox-stepper .status=${status} .now=${this.now}></contox-stepper>` : nothing}
      </header>
      ${status ? this.results() : this.firstScan(snapshot)}
    `;
  }

  /** What happened to a request that has no place of its own to say so. */
  private notice(): TemplateResult | typeof nothing {
    const { notice } = this.model;
    const elsewhere = notice && (notice.findingId !== undefined || notice.about === 'copyText');
    if (!notice || elsewhere) return nothing;
    const close = (): void => {
      this.model = { ...this.model, notice: null };
    };
    return html`<div class="banner banner-${notice.error ? 'error' : 'info'}" role=${notice.error ? 'alert' : 'status'}>
      ${icon(notice.error ? 'error' : 'check')}<span class="banner-text">${notice.text}</span>
      <button type="button" class="tool" aria-label="Dismiss" title="Dismiss" @click=${close}>${icon('close')}</button>
    </div>`;
  }

  private options(snapshot: PanelSnapshot): TemplateResult {
    return html`<contox-scan-options
      id="scan-options"
      .choices=${this.choices}
      .answer=${this.model.estimate}
      .canSelect=${snapshot.status?.completedAt !== null && snapshot.status !== null}
      .onChoices=${(choices: ScanChoices) => {
        this.choices = choices;
      }}
    ></contox-scan-options>`;
  }

  private firstScan(snapshot: PanelSnapshot): TemplateResult | typeof nothing {
    if (!snapshot.trusted || snapshot.problem !== null) return nothing;
    return html`<main class="first-scan">
      <p>Contox reads the code of this folder and shows what it finds, each finding with the lines that prove it.</p>
      <vscode-button @click=${this.startScan}>Scan this project</vscode-button>
      <p class="dim">${estimateText(this.model.estimate)}</p>
      <details class="fold">
        <summary>${icon('chevron-right', 'fold-mark')}Options</summary>
        ${this.options(snapshot)}
      </details>
      <p class="dim">Everything stays on this machine.</p>
    </main>`;
  }

  private results(): TemplateResult {
    const { model, place } = this;
    const late = { changes: this.showsChanges(), inventory: this.showsInventory() };
    return html`
      ${jumpBar(model, late)}
      <main class="columns">
        <div class="column column-code">
          <contox-glance
            .results=${model.results}
            .inventory=${model.inventory}
            .running=${this.running()}
            .filesTotal=${model.snapshot?.status?.filesTotal ?? 0}
            .onTab=${this.showTab}
          ></contox-glance>
          <contox-module-map
            .modules=${model.inventory.modules}
            .edges=${model.inventory.edges}
            .languages=${model.results?.overview.languages ?? []}
          ></contox-module-map>
          <contox-model-picture .models=${model.inventory.models} .onTab=${this.showTab}></contox-model-picture>
          <contox-treemap .files=${model.inventory.files ?? []}></contox-treemap>
          ${
            late.changes
              ? html`<contox-changes .changes=${model.changes} .notice=${model.notice} .scanId=${model.results?.scanId ?? ''}></contox-changes>`
              : nothing
          }
          ${
            late.inventory
              ? html`<contox-inventory
                  .inventory=${model.inventory}
                  .tab=${place.tab}
                  .notice=${model.notice}
                  .onTab=${this.setTab}
                ></contox-inventory>`
              : nothing
          }
        </div>
        <div class="column column-findings">
          <contox-findings
            .model=${model}
            .place=${place}
            .arriving=${this.isArriving()}
            .none=${this.saysNone()}
            .onPlace=${this.setPlace}
          ></contox-findings>
        </div>
      </main>
    `;
  }

  /** What an empty list of findings means. */
  private saysNone(): string {
    if (this.running()) return 'Nothing found so far.';
    if (!this.isComplete()) return 'The scan stopped before it found anything.';
    return this.hasFiles() ? 'The scan found nothing to report.' : 'The folder holds no files that a scan reads.';
  }

  /** The scan has ended and said how much it found; its lists are still on their way. */
  private isArriving(): boolean {
    const found = this.model.snapshot?.status?.findingsCount ?? 0;
    return found > 0 && this.model.findings.length === 0;
  }

  private showsChanges(): boolean {
    return this.isComplete() && this.hasFiles();
  }

  private isComplete(): boolean {
    const status = this.model.snapshot?.status;
    return status !== undefined && status !== null && scanOutcome(status) === 'complete';
  }

  /** A folder without files has nothing that could be compared or listed. */
  private hasFiles(): boolean {
    return (this.model.results?.summary.filesAnalyzed ?? 0) > 0;
  }

  /** While a scan runs, an empty table would say that there is nothing. */
  private showsInventory(): boolean {
    const { inventory } = this.model;
    if (!this.hasFiles()) return false;
    return (this.isComplete() && !this.isArriving()) || tables.some(({ tab }) => (inventory[tab]?.length ?? 0) > 0);
  }

  private readonly showTab = (tab: InventoryTab): void => {
    this.setPlace({ tab });
    this.querySelector('contox-inventory')?.scrollIntoView({ block: 'start' });
    this.querySelector<HTMLElement>('contox-inventory .grid')?.focus({ preventScroll: true });
  };
}

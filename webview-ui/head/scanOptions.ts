import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ScanEstimate } from '../../src/shared/genesis';
import type { ScanChoices } from '../../src/shared/panelMessages';
import { bytes, count } from '../base/format';
import { PanelElement } from '../base/panelElement';
import { post } from '../bridge';

export interface EstimateAnswer {
  readonly requestId: number;
  readonly estimate: ScanEstimate | null;
  readonly error: string | null;
}

const DEBOUNCE_MS = 250;

/** What the next scan looks at, with a live estimate of what that costs. */
@customElement('contox-scan-options')
export class ScanOptions extends PanelElement {
  @property({ attribute: false }) choices: ScanChoices = {};
  @property({ attribute: false }) answer: EstimateAnswer | null = null;
  /** A selective scan needs one before it. */
  @property({ attribute: false }) canSelect = false;
  @property({ attribute: false }) onChoices: (choices: ScanChoices) => void = () => undefined;
  private asked = '';
  private requestId = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected override updated(_changed: PropertyValues): void {
    const { branch, maxFiles } = this.choices;
    const question = JSON.stringify([branch, maxFiles]);
    if (question === this.asked) return;
    // The first estimate comes at once: it also brings the branches.
    const delay = this.asked === '' ? 0 : DEBOUNCE_MS;
    this.asked = question;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.requestId++;
      post({ type: 'estimate', requestId: this.requestId, choices: this.choices });
    }, delay);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asked = '';
  }

  protected override render(): unknown {
    const { choices, answer } = this;
    const branches = answer?.estimate?.branches ?? [];
    const branch = choices.branch ?? answer?.estimate?.currentBranch ?? '';
    return html`
      <div class="options" role="group" aria-label="Scan options">
        ${
          branches.length > 0
            ? html`<div class="option">
                <span class="option-name">Branch</span>
                <vscode-single-select combobox .label=${'Branch'} .value=${branch} @change=${this.onBranch}>
                  ${branches.map((name) => html`<vscode-option value=${name} ?selected=${name === branch}>${name}</vscode-option>`)}
                </vscode-single-select>
              </div>`
            : nothing
        }
        <div class="option">
          <span class="option-name">File limit</span>
          <vscode-textfield
            class="number"
            type="number"
            min="1"
            max="5000"
            .label=${'File limit, 1 to 5,000'}
            .value=${String(choices.maxFiles ?? '')}
            @input=${this.onLimit}
          ></vscode-textfield>
        </div>
        <vscode-checkbox
          label="Only changed files"
          title=${this.canSelect ? 'Only files that changed since the last scan' : 'Needs a completed scan first'}
          ?disabled=${!this.canSelect}
          .checked=${choices.selective === true}
          @change=${(event: Event) => this.set({ selective: checked(event) })}
        ></vscode-checkbox>
        <vscode-checkbox
          label="Security audit"
          .checked=${choices.securityAudit !== false}
          @change=${(event: Event) => this.set({ securityAudit: checked(event) })}
        ></vscode-checkbox>
        <span class="estimate" role="status">${estimateText(this.answer)}</span>
      </div>
    `;
  }

  private set(part: ScanChoices): void {
    this.onChoices({ ...this.choices, ...part });
  }

  private readonly onBranch = (event: Event): void => {
    const { value } = event.target as HTMLElement & { value: string };
    if (value !== '') this.set({ branch: value });
  };

  private readonly onLimit = (event: Event): void => {
    const value = Number((event.target as HTMLElement & { value: string }).value);
    if (Number.isInteger(value) && value >= 1 && value <= 5000) this.set({ maxFiles: value });
  };
}

function checked(event: Event): boolean {
  return (event.target as HTMLElement & { checked: boolean }).checked;
}

/** What a scan would look at and how long that takes. */
export function estimateText(answer: EstimateAnswer | null): string {
  if (!answer) return 'Estimating…';
  if (!answer.estimate) return answer.error ?? '';
  const { filesListed, filesSelected, bytesSelected, seconds } = answer.estimate;
  const files =
    filesSelected < filesListed
      ? `${count(filesSelected)} of ${count(filesListed, 'file')}`
      : count(filesListed, 'file');
  const time =
    seconds < 1
      ? 'under a second'
      : seconds < 90
        ? `about ${Math.round(seconds)} s`
        : `about ${Math.round(seconds / 60)} min`;
  return `${files}, ${bytes(bytesSelected)}, ${time}`;
}

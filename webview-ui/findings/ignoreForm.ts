import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PanelElement } from '../base/panelElement';
import { post } from '../bridge';

/** The engine asks for as many characters of a reason at least. */
const leastReason = 3;

/** Leaves a finding with a reason, and with a last day where it should come back. */
@customElement('contox-ignore')
export class IgnoreForm extends PanelElement {
  @property({ attribute: false }) findingId = '';
  @property({ attribute: false }) onClose: () => void = () => undefined;
  @state() private reason = '';
  @state() private expiresAt = '';

  override focus(): void {
    void this.focusReason();
  }

  /** Neither the form nor the field in it is drawn yet when it has just been opened. */
  private async focusReason(): Promise<void> {
    await this.updateComplete;
    const field = this.querySelector<HTMLElement & { readonly updateComplete: Promise<unknown> }>('vscode-textfield');
    await field?.updateComplete;
    field?.focus();
  }

  protected override render(): unknown {
    return html`
      <div class="ignore-form" role="group" aria-label="Ignore this finding" @keydown=${this.onKey}>
        <vscode-textfield
          placeholder="Why it may stay, for whoever reviews the file"
          .label=${'Reason'}
          .value=${this.reason}
          @input=${(event: Event) => {
            this.reason = textOf(event);
          }}
        ></vscode-textfield>
        <label class="dim">until <input type="date" aria-label="Last day, or empty for ever" .value=${this.expiresAt} @input=${(
          event: Event,
        ) => {
          this.expiresAt = textOf(event);
        }}></label>
        <vscode-button ?disabled=${this.reason.trim().length < leastReason} @click=${this.ignore}>Ignore</vscode-button>
        <vscode-button secondary @click=${() => this.onClose()}>Cancel</vscode-button>
        ${this.reason === '' ? html`<span class="dim">Written to <code>.contox/ignore.json</code> in the project</span>` : nothing}
      </div>
    `;
  }

  private readonly ignore = (): void => {
    const reason = this.reason.trim();
    if (reason.length < leastReason) return;
    const { findingId, expiresAt } = this;
    post({ type: 'ignoreFinding', findingId, reason, ...(expiresAt === '' ? {} : { expiresAt }) });
    this.onClose();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.onClose();
    else if (
      event.key === 'Enter' &&
      !(event.target instanceof HTMLElement && event.target.tagName === 'VSCODE-BUTTON')
    )
      this.ignore();
    else return;
    event.stopPropagation();
  };
}

function textOf(event: Event): string {
  return (event.target as HTMLElement & { value: string }).value;
}

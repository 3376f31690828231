import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ScanStatus } from '../../src/shared/genesis';
import { percent } from '../base/format';
import { type IconName, icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { styleProperties } from '../base/styleProperties';
import { type ScanProgress, type Step, scanProgress } from './stepperModel';

const stateIcons: Readonly<Record<Step['state'], IconName>> = {
  done: 'pass',
  current: 'loading',
  waiting: 'circle-outline',
  failed: 'error',
  stopped: 'circle-slash',
  skipped: 'circle-slash',
};
const stateWords: Readonly<Record<Step['state'], string>> = {
  done: 'done',
  current: 'running',
  waiting: 'to come',
  failed: 'failed',
  stopped: '',
  skipped: '',
};

const ANNOUNCE_MS = 5000;

/** The phases of a scan with their counters, and a bar that only grows. */
@customElement('contox-stepper')
export class Stepper extends PanelElement {
  @property({ attribute: false }) status: ScanStatus | null = null;
  @property({ attribute: false }) now = 0;
  private said = { text: '', phase: '', at: 0 };

  protected override render(): unknown {
    if (!this.status) return nothing;
    const progress = scanProgress(this.status, this.now);
    return html`
      <section class="stepper" aria-label="Progress of the scan">
        <ol>${progress.steps.map((step) => this.step(step))}</ol>
        ${progress.outcome === 'running' ? this.bar(progress) : nothing}
        <p class="only-read" aria-live="polite">${this.announcement(progress)}</p>
      </section>
    `;
  }

  private step({ name, state, detail }: Step): TemplateResult {
    return html`<li class="step step-${state}" aria-current=${state === 'current' ? 'step' : 'false'}>
      ${icon(stateIcons[state], state === 'current' ? 'spin' : '')}
      <span class="step-name">${name}</span><span class="only-read">${stateWords[state]}</span>
      <span class="step-detail">${detail}</span>
    </li>`;
  }

  private bar({ progress, rate, left }: ScanProgress): TemplateResult {
    const share = Math.round(progress * 1000) / 10;
    return html`
      <div class="progress">
        <div
          class="progress-track"
          role="progressbar"
          aria-label="Scan"
          aria-valuemin="0"
          aria-valuemax="100"
          aria-valuenow=${Math.round(share)}
        ><div class="progress-bar" ${styleProperties({ width: `${share}%` })}></div></div>
        <span class="progress-text">${[percent(progress), rate, left].filter((part) => part !== '').join(' · ')}</span>
      </div>
    `;
  }

  /** Said aloud when the phase changes, and else at most every few seconds. */
  private announcement({ steps, left, progress }: ScanProgress): string {
    const current = steps.find(({ state }) => state === 'current' || state === 'failed');
    const phase = current ? `${current.phase} ${current.state}` : '';
    if (phase !== this.said.phase || this.now - this.said.at >= ANNOUNCE_MS) {
      const text = current
        ? [current.name, current.detail, percent(progress), left].filter((part) => part !== '').join(', ')
        : '';
      this.said = { text, phase, at: this.now };
    }
    return this.said.text;
  }
}

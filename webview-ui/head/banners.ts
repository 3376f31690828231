import { html, nothing, type TemplateResult } from 'lit';
import type { ScanStatus } from '../../src/shared/genesis';
import type { PanelSnapshot } from '../../src/shared/panelMessages';
import { count, duration } from '../base/format';
import { type IconName, icon } from '../base/icon';
import { post } from '../bridge';
import { scanOutcome } from './stepperModel';

interface BannerAction {
  readonly label: string;
  readonly run: () => void;
}

function banner(
  kind: 'error' | 'warning' | 'info',
  name: IconName,
  text: string,
  actions: readonly BannerAction[],
): TemplateResult {
  return html`<div class="banner banner-${kind}" role=${kind === 'error' ? 'alert' : 'status'}>
    ${icon(name)}<span class="banner-text">${text}</span>
    ${actions.map(({ label, run }) => html`<button type="button" class="link" @click=${run}>${label}</button>`)}
  </div>`;
}

const showLog: BannerAction = { label: 'Show log', run: () => post({ type: 'action', action: 'showLog' }) };

/** Nothing on this page can work any more, and no button of it can change that. */
export function lostBanner(): TemplateResult {
  const text = 'Contox was restarted and does not hear this panel. Close it and run "Contox: Open Genesis Panel".';
  return banner('warning', 'warning', text, []);
}

/** What the user has to know before the results: no trust, no store, a scan that did not end well. */
export function banners(snapshot: PanelSnapshot, scan: () => void): TemplateResult {
  const { trusted, problem, status } = snapshot;
  const retry: BannerAction = { label: 'Retry', run: scan };
  return html`
    ${
      problem
        ? banner('error', 'error', problem, [
            { label: 'Try again', run: () => post({ type: 'action', action: 'refresh' }) },
            showLog,
          ])
        : nothing
    }
    ${
      trusted
        ? nothing
        : banner(
            'warning',
            'workspace-untrusted',
            'This folder is not trusted: Contox shows what it knows and does not scan.',
            [{ label: 'Manage trust', run: () => post({ type: 'action', action: 'manageTrust' }) }],
          )
    }
    ${status ? outcomeBanner(status, trusted ? [retry] : []) : nothing}
  `;
}

function outcomeBanner(status: ScanStatus, retry: readonly BannerAction[]): TemplateResult | typeof nothing {
  const outcome = scanOutcome(status);
  if (outcome === 'failed')
    return banner('error', 'error', `The scan stopped: ${status.error ?? 'the log says why.'}`, [...retry, showLog]);
  if (outcome === 'cancelled') {
    const kept =
      status.findingsCount > 0
        ? `${count(status.findingsCount, 'finding')} found until then are kept.`
        : 'Nothing was found until then.';
    return banner('info', 'circle-slash', `The scan was cancelled. ${kept}`, retry);
  }
  return nothing;
}

/** "412 files, 37 findings, 1.8 s": what a finished scan says of itself. */
export function scanSummary(status: ScanStatus): string {
  const ms = status.completedAt ? Date.parse(status.completedAt) - Date.parse(status.startedAt) : 0;
  return [count(status.filesProcessed, 'file'), count(status.findingsCount, 'finding'), duration(ms)].join(', ');
}

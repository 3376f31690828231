import type { ScanPhase, ScanStatus } from '../../shared/genesis';
import { counted, formatNumber } from './counted';
import { duration } from './times';

/** What each phase does, as the user reads it while it runs. */
const phaseWords: Readonly<Record<ScanPhase, string>> = {
  fetch_tree: 'Listing files',
  fetch_files: 'Reading files',
  build_chunks: 'Dividing the work',
  analyze: 'Analyzing',
  synthesize: 'Drawing conclusions',
  security_audit: 'Auditing security',
  assemble: 'Writing contexts',
  complete: 'Done',
  failed: 'Stopped',
};

export function isScanOver(status: ScanStatus): boolean {
  return status.phase === 'complete' || status.phase === 'failed';
}

export function isScanCancelled(status: ScanStatus): boolean {
  return status.phase === 'failed' && status.error === 'cancelled';
}

export function percent(status: ScanStatus): string {
  return `${Math.floor(status.progress * 100)} %`;
}

function counter(status: ScanStatus): string {
  const of = (done: number, total: string): string => ` ${formatNumber(done)} of ${total}`;
  if (status.phase === 'fetch_files' && status.filesTotal > 0)
    return of(status.filesProcessed, formatNumber(status.filesTotal));
  if (status.phase === 'analyze' && status.chunksTotal > 0)
    return of(status.chunksProcessed, counted(status.chunksTotal, 'part'));
  return '';
}

/** One line of a running scan: `Reading files 120 of 412 · 34 % · 12 findings`. */
export function scanProgressLine(status: ScanStatus): string {
  const parts = [`${phaseWords[status.phase]}${counter(status)}`, percent(status)];
  if (status.findingsCount > 0) parts.push(counted(status.findingsCount, 'finding'));
  return parts.join(' · ');
}

/** What a finished scan did: `412 files, 37 findings, 1.8 s`. */
export function scanSummary(status: ScanStatus): string {
  const parts = [counted(status.filesProcessed, 'file'), counted(status.findingsCount, 'finding')];
  if (status.completedAt) parts.push(duration(Date.parse(status.completedAt) - Date.parse(status.startedAt)));
  return parts.join(', ');
}

/** How a scan that did not complete ended; a sentence. */
export function scanFailure(status: ScanStatus): string {
  const kept = status.findingsCount > 0 ? ` ${counted(status.findingsCount, 'finding')} kept.` : '';
  if (isScanCancelled(status)) return `Scan cancelled.${kept}`;
  const reason = (status.error ?? 'the reason is in the log').replace(/\.$/, '');
  return `Scan stopped: ${reason}.${kept}`;
}

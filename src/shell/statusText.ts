import type { ScanStatus } from '../shared/genesis';
import type { EngineHealth } from './host/engineHost';
import { isScanOver, percent, scanFailure, scanProgressLine, scanSummary } from './words/scanWords';
import { relativeTime } from './words/times';

export interface StatusText {
  readonly text: string;
  /** Lines of the hover; the last scan may quote a file name, so this is no Markdown. */
  readonly tooltip: string;
  /** What a screen reader says: the text without its icon. */
  readonly spoken: string;
  readonly isProblem: boolean;
}

export interface StatusInput {
  readonly health: EngineHealth;
  readonly projectName: string | undefined;
  readonly status: ScanStatus | null | undefined;
  /** Why the store can't be read, if it can't. */
  readonly problem: string | undefined;
  readonly now: number;
  /** Where the API is served, while it is. */
  readonly apiUrl?: string | undefined;
}

/** What the status bar says of engine and scan, and of the API server while it runs. */
export function statusText(input: StatusInput): StatusText {
  const status = engineText(input);
  const { apiUrl } = input;
  if (apiUrl === undefined) return status;
  return {
    ...status,
    text: `${status.text} $(broadcast)`,
    tooltip: lines(status.tooltip, `API server: ${apiUrl}`),
    spoken: `${status.spoken}, API server at ${apiUrl}`,
  };
}

function engineText({ health, projectName, status, problem, now }: StatusInput): StatusText {
  if (problem !== undefined) {
    return { text: '$(warning) Contox', tooltip: problem, spoken: `Contox: ${problem}`, isProblem: true };
  }
  const name = projectName ?? 'no project';
  if (status && !isScanOver(status)) {
    const spoken = `Contox: scanning ${name}, ${percent(status)}`;
    return {
      text: `$(sync~spin) Contox ${percent(status)}`,
      tooltip: lines(`Scanning ${name}`, scanProgressLine(status), 'Click to open the Genesis panel'),
      spoken,
      isProblem: false,
    };
  }
  if (health.state === 'starting') {
    return {
      text: '$(loading~spin) Contox',
      tooltip: 'Contox is starting',
      spoken: 'Contox is starting',
      isProblem: false,
    };
  }
  const scan = lastScan(status, now);
  return {
    text: '$(layers) Contox',
    tooltip: lines(`Contox: ${name}`, scan, store(health), 'Click to open the Genesis panel'),
    spoken: `Contox: ${name}, ${scan}`,
    isProblem: false,
  };
}

function lastScan(status: ScanStatus | null | undefined, now: number): string {
  if (!status) return 'not scanned yet';
  const when = relativeTime(status.completedAt ?? status.startedAt, now);
  return status.phase === 'failed' ? `${scanFailure(status)} (${when})` : `scanned ${when}: ${scanSummary(status)}`;
}

function store(health: EngineHealth): string {
  if (health.state !== 'ready') return '';
  const { role, sizeBytes } = health.store;
  const size = sizeBytes < 1_000_000 ? `${Math.ceil(sizeBytes / 1000)} kB` : `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
  return `Stored on this machine, ${size}${role === 'client' ? ', opened by another window' : ''}`;
}

function lines(...all: readonly string[]): string {
  return all.filter((line) => line !== '').join('\n');
}

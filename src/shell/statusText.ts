import type { DeliveryStatus } from '../shared/delivery';
import type { ScanStatus } from '../shared/genesis';
import type { ActiveSession } from '../shared/session';
import type { EngineHealth } from './host/engineHost';
import { counted } from './words/counted';
import { spanOf, timeOfDay } from './words/days';
import { sinkLine, sinkName, sinkTrouble } from './words/deliveryWords';
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
  /** The session that goes on in the project. */
  readonly active?: ActiveSession | undefined;
  /** Servers, where some are configured. */
  readonly delivery?: DeliveryStatus | undefined;
  /** The user has switched capture off for this window. */
  readonly isPrivate?: boolean;
  /** Why commits can't be captured at the moment. */
  readonly captureProblem?: string | undefined;
}

/** A word more in the status bar. */
interface Addition {
  readonly text: string;
  readonly tooltip: string;
  readonly spoken: string;
}

/** What the status bar says of engine and scan, of the session that goes on, of servers, and of the API server. */
export function statusText(input: StatusInput): StatusText {
  const status = engineText(input);
  const additions = [
    captureAddition(input),
    sessionAddition(input),
    deliveryAddition(input),
    apiAddition(input),
  ].flatMap((added) => added ?? []);
  const marks = additions.flatMap(({ text }) => (text === '' ? [] : [text]));
  return {
    isProblem: status.isProblem,
    text: [status.text, ...marks].join(' '),
    tooltip: lines(status.tooltip, ...additions.map(({ tooltip }) => tooltip)),
    spoken: [status.spoken, ...additions.map(({ spoken }) => spoken)].join(', '),
  };
}

function captureAddition({ captureProblem, isPrivate }: StatusInput): Addition | undefined {
  if (captureProblem === undefined || isPrivate) return undefined;
  const told = `Commits can't be captured now: ${captureProblem}`;
  return { text: '$(warning)', tooltip: told, spoken: told };
}

function sessionAddition({ active, isPrivate, now }: StatusInput): Addition | undefined {
  if (isPrivate) {
    return { text: '$(eye-closed)', tooltip: 'Private: nothing is recorded', spoken: 'private, nothing is recorded' };
  }
  if (!active?.session) return undefined;
  const { startedAt } = active.session;
  const since = spanOf(startedAt, now);
  const commits = counted(active.commits, 'commit');
  const done = [commits, counted(active.saves, 'save'), counted(active.runs, 'run')].join(', ');
  const ends = active.endsAt === null ? '' : `, ends at ${timeOfDay(active.endsAt)} if nothing more happens`;
  return {
    text: active.commits > 0 ? `${since}, ${commits}` : since,
    tooltip: `Session since ${timeOfDay(startedAt)}: ${done}${ends}`,
    spoken: `session of ${since}, ${commits}`,
  };
}

function deliveryAddition({ delivery, now }: StatusInput): Addition | undefined {
  if (!delivery || delivery.sinks.length === 0) return undefined;
  const { sinks } = delivery;
  const queued = sinks.reduce((sum, sink) => sum + sink.queued, 0);
  const trouble = sinks.flatMap(sinkTrouble);
  const told = sinks.map((sink) => `Sending to ${sinkName(sink.kind)}: ${sinkLine(sink, now) || 'all is sent'}`);
  const mark = trouble.length > 0 ? '$(cloud)$(warning)' : '$(cloud-upload)';
  const isQuiet = trouble.length === 0 && queued === 0;
  return {
    text: isQuiet ? '' : queued > 0 ? `${mark} ${queued}` : mark,
    tooltip: lines(...told, ...trouble),
    spoken: isQuiet ? 'all is sent' : [`${counted(queued, 'event')} waiting to be sent`, ...trouble].join(', '),
  };
}

function apiAddition({ apiUrl }: StatusInput): Addition | undefined {
  if (apiUrl === undefined) return undefined;
  return { text: '$(broadcast)', tooltip: `API server: ${apiUrl}`, spoken: `API server at ${apiUrl}` };
}

function engineText(input: StatusInput): StatusText {
  const { health, projectName, status, problem, now, active, delivery } = input;
  const hasMenu = Boolean(active?.session) || (delivery?.sinks.length ?? 0) > 0;
  const click = hasMenu ? 'Click for the session and more' : 'Click to open the Genesis panel';
  if (problem !== undefined) {
    return { text: '$(warning) Contox', tooltip: problem, spoken: `Contox: ${problem}`, isProblem: true };
  }
  const name = projectName ?? 'no project';
  if (status && !isScanOver(status)) {
    const spoken = `Contox: scanning ${name}, ${percent(status)}`;
    return {
      text: `$(sync~spin) Contox ${percent(status)}`,
      tooltip: lines(`Scanning ${name}`, scanProgressLine(status), click),
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
    tooltip: lines(`Contox: ${name}`, scan, store(health), click),
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

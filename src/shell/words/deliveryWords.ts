import type { Delivery, SinkKind, SinkStatus } from '../../shared/delivery';
import { counted } from './counted';
import { plainLine } from './plainLine';
import { relativeTime } from './times';

export function sinkName(kind: SinkKind): string {
  return kind === 'contox' ? 'Contox' : 'Context Spine';
}

export const deliveryStateWords: Readonly<Record<Delivery['state'], string>> = {
  queued: 'waits',
  delivered: 'delivered',
  dead: 'refused',
  dryRun: 'not sent (dry run)',
  withdrawn: 'withdrawn',
};

const kindWords: Readonly<Record<string, string>> = {
  'git.digested': 'Commits',
  'session.saved': 'Session summary',
  'session.revised': 'Revised session summary',
  'scan.received': 'Scan result',
  'context.update_requested': 'Change of a context',
  'memory.operation_requested': 'Change of the memory',
};

/** What was sent, in the user's words; an event type that is not known stays itself. */
export function deliveryKindWords(eventType: string): string {
  return kindWords[eventType] ?? plainLine(eventType);
}

/** `812 B`, `4.2 kB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** One line of how a server is doing: `3 wait · last delivered 5 min ago`. */
export function sinkLine(sink: SinkStatus, now: number): string {
  const parts = [sinkStates[sink.state]];
  if (sink.queued > 0) parts.push(`${counted(sink.queued, 'event')} waiting`);
  if (sink.dead > 0) parts.push(`${sink.dead} refused`);
  if (sink.lastDeliveredAt) parts.push(`last delivered ${relativeTime(sink.lastDeliveredAt, now)}`);
  return parts.filter((part) => part !== '').join(' · ');
}

const sinkStates: Readonly<Record<SinkStatus['state'], string>> = {
  idle: '',
  sending: 'sending',
  waiting: 'tries again later',
  noSecret: 'no secret',
  refused: 'refuses',
  dryRun: 'dry run: nothing is sent',
};

/** What is wrong with a server and what helps, as lines; none where all is well. */
export function sinkTrouble(sink: SinkStatus): readonly string[] {
  if (sink.state === 'noSecret')
    return [`${sinkName(sink.kind)}: there is no secret to sign with. Run "Contox: Set Server Secret…".`];
  if (!sink.lastError || (sink.state !== 'waiting' && sink.state !== 'refused' && sink.dead === 0)) return [];
  return [`${sinkName(sink.kind)}: ${plainLine(sink.lastError.message)}`, plainLine(sink.lastError.cure)];
}

import type { DeliveryAttempt, DeliveryDetail } from '../../shared/delivery';
import { deliveryKindWords, deliveryStateWords, sinkName, sizeOf } from '../words/deliveryWords';
import { duration, exactTime } from '../words/times';

/**
 * A delivery as a document: what it is, what was left out, every attempt with its headers and answer, and the body to the
 * last byte. Texts of servers and repositories stand in fenced blocks, so that they can't pose as words of ours.
 */
export function deliveryDocument(detail: DeliveryDetail): string {
  const head = [
    `# ${deliveryKindWords(detail.eventType)} to ${sinkName(detail.sink)}`,
    '',
    ...facts(detail).map(([name, value]) => `- ${name}: ${value}`),
    '',
    '## Attempts',
    '',
  ];
  const attempts =
    detail.log.length === 0
      ? ['None was made yet.', '']
      : detail.log.flatMap((attempt, index) => attemptLines(attempt, index + 1));
  return [...head, ...attempts, '## Body', '', ...bodyLines(detail)].join('\n');
}

function facts(detail: DeliveryDetail): readonly (readonly [string, string])[] {
  const redactions = Object.entries(detail.redactions).map(([rule, count]) => `${count} × ${rule}`);
  const all: (readonly [string, string | null])[] = [
    ['State', deliveryStateWords[detail.state]],
    ['Reason', detail.lastError && code(detail.lastError)],
    ['Event', code(detail.eventId)],
    ['Session', detail.sessionId && code(detail.sessionId)],
    ['Made', exactTime(detail.createdAt)],
    ['Delivered', detail.deliveredAt && exactTime(detail.deliveredAt)],
    ['Next try', detail.state === 'queued' && detail.nextTryAt ? exactTime(detail.nextTryAt) : null],
    ['Size', `${sizeOf(detail.bytes)} (${detail.bytes} bytes)`],
    ['Secrets replaced', redactions.length > 0 ? redactions.join(', ') : 'none'],
  ];
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function attemptLines(attempt: DeliveryAttempt, number: number): string[] {
  const { method, url, headers, status, answer, error, durationMs, at } = attempt;
  const outcome = status === null ? (error ?? 'not sent') : `answer ${status}`;
  const request = [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return [
    `### ${number}. ${exactTime(at)}: ${oneLine(outcome)}, after ${duration(durationMs)}`,
    '',
    ...fenced('http', request.join('\n')),
    ...(answer === null ? [] : fenced('', answer)),
  ];
}

/** Readable where it is JSON; the exact text that is signed follows, since a signature covers every space of it. */
function bodyLines({ body }: DeliveryDetail): string[] {
  const readable = pretty(body);
  if (readable === undefined) return fenced('', body);
  return [
    ...fenced('json', readable),
    ...(readable === body ? [] : ['As it is signed and sent:', '', ...fenced('', body)]),
  ];
}

function pretty(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return undefined; // A body that is no JSON is shown as it is.
  }
}

/** A fence that is longer than any inside. */
function fenced(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, text, fence, ''];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const code = (text: string): string => `\`${oneLine(text).replaceAll('`', "'")}\``;

import type { SinkKind } from '../../../shared/delivery';
import type { WireAnswer } from '../http/transport';
import type { Sink } from '../sinks/sink';
import { parseHttpDate, parseRetryAfter } from './backoff';
import { cures } from './cures';

/** What follows from an answer. `scope` says who else is concerned: this delivery only, its project, or the whole server. */
export type Verdict =
  | { readonly kind: 'delivered' }
  | ({ readonly kind: 'later'; readonly scope: 'delivery' | 'sink'; readonly waitMs?: number } & Reason)
  | ({ readonly kind: 'refused'; readonly scope: 'project' | 'sink' } & Reason)
  | ({ readonly kind: 'clock' } & Reason)
  | ({ readonly kind: 'tooLarge' } & Reason)
  | ({ readonly kind: 'dead' } & Reason);

export interface Reason {
  readonly message: string;
  readonly cure: string;
}

/**
 * Judges a whole answer. A server that refuses the credential refuses all that is signed with it, so that stops and stays
 * queued; what is wrong with one body ends with that one.
 */
export function judgeAnswer(sink: Sink, answer: WireAnswer, now: number): Verdict {
  const { status } = answer;
  if (status >= 200 && status < 300) return judgeSuccess(sink, answer);
  if (status >= 300 && status < 400) return refuse('sink', answer, cures.redirect, redirectText(answer));
  if (status >= 500 || status < 200) return later(answer, now);
  const judged = judgeRefusal(sink.kind, answer, now);
  return judged ?? { kind: 'dead', message: sentenceOf(answer), cure: cures.dead };
}

/** A page of a captive network answers 200 to everything. */
function judgeSuccess(sink: Sink, answer: WireAnswer): Verdict {
  const body = parseObject(answer.text);
  if (typeof body?.[sink.answerMember] === 'string') return { kind: 'delivered' };
  const message = `The server answered ${answer.status}, but not as a server of this kind does`;
  return { kind: 'later', scope: 'sink', message, cure: cures.answer };
}

function judgeRefusal(kind: SinkKind, answer: WireAnswer, now: number): Verdict | undefined {
  const said = sentenceOf(answer);
  const ofKey = kind === 'contox' ? 'project' : 'sink';
  switch (answer.status) {
    case 400:
      // What has not happened yet by the server's clock happened by one that is ahead.
      if (kind === 'contextSpine' && /event_time.{0,100}ahead/i.test(said))
        return { kind: 'clock', message: said, cure: cures.clock };
      return undefined;
    case 401:
      if (kind === 'contox' && /timestamp expired/i.test(said))
        return { kind: 'clock', message: said, cure: cures.clock };
      return refuse(ofKey, answer, kind === 'contox' ? cures.secret : cures.key);
    case 403:
      return refuse(ofKey, answer, cures.forbidden);
    case 404:
      return /project/i.test(said) ? refuse('project', answer, cures.project) : refuse('sink', answer, cures.address);
    case 405:
    case 407:
      return refuse('sink', answer, cures.address);
    case 409:
      // Context Spine has another event under this key already: the one of an earlier try whose answer was lost.
      return kind === 'contextSpine' && !/archived/i.test(said)
        ? { kind: 'delivered' }
        : refuse('project', answer, cures.archived);
    case 413:
      return { kind: 'tooLarge', message: said, cure: cures.large };
    case 408:
    case 421:
    case 423:
    case 425:
    case 429:
      return later(answer, now);
    default:
      return undefined;
  }
}

const refuse = (
  scope: 'project' | 'sink',
  answer: WireAnswer,
  cure: string,
  message = sentenceOf(answer),
): Verdict => ({
  kind: 'refused',
  scope,
  message,
  cure,
});

/** 429 and 503 speak of the server, other failures may be of this body alone. */
function later(answer: WireAnswer, now: number): Verdict {
  const { status, headers } = answer;
  const serverTime = parseHttpDate(headers.date);
  const waitMs = parseRetryAfter(headers['retry-after'], { now, serverTime });
  const scope = status === 429 || status === 503 || waitMs !== undefined ? 'sink' : 'delivery';
  const cure = status === 429 ? cures.rate : cures.later;
  return { kind: 'later', scope, message: sentenceOf(answer), cure, ...(waitMs === undefined ? {} : { waitMs }) };
}

function redirectText({ status, headers }: WireAnswer): string {
  const to = headers.location ?? '';
  const origin = URL.canParse(to) ? new URL(to).origin : '';
  return `The server answered ${status}${origin === '' ? '' : ` and names ${origin}`}`;
}

const longestSentence = 300;

/** The server's own sentence, where it gives one as this kind of server does, and the first field that it names. */
function sentenceOf({ status, text }: WireAnswer): string {
  const { error, details } = parseObject(text) ?? {};
  const said = typeof error === 'string' ? error.trim().slice(0, longestSentence) : '';
  const [first] = Array.isArray(details) ? (details as unknown[]) : [];
  const { path, message } = (first ?? {}) as { readonly path?: unknown; readonly message?: unknown };
  const named = typeof path === 'string' && typeof message === 'string';
  const field = named ? ` (${path} ${message})`.slice(0, longestSentence) : '';
  return `The server answered ${status}${said === '' ? '' : `: ${said}`}${field}`;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    // No JSON: a page of something in between, or half of an answer.
    return undefined;
  }
}

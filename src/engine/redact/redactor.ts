import { findSecrets } from './findSecrets';

export interface Redaction {
  readonly text: string;
  /** How many secrets of each rule were replaced. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Takes secrets out of a text before it is stored or sent. The original is never kept. */
export interface Redactor {
  redact(text: string): Redaction;
}

/** Replaces each secret by a typed placeholder such as `«aws-access-key»`. */
export const secretRedactor: Redactor = {
  redact(text) {
    const spans = findSecrets(text);
    if (spans.length === 0) return { text, counts: {} };
    const counts: Record<string, number> = {};
    let result = '';
    let from = 0;
    for (const span of spans) {
      result += `${text.slice(from, span.start)}«${span.rule}»`;
      from = span.end;
      counts[span.rule] = (counts[span.rule] ?? 0) + 1;
    }
    return { text: result + text.slice(from), counts };
  },
};

import type { Redactor } from '../redact/redactor';

/** Names that stand for a person or for Contox itself: nobody takes them from outside. */
const reserved: ReadonlySet<string> = new Set(['person', 'contox', 'genesis', 'enrich']);
const unnamed = 'api';

/** Who sends, as it may be stored. What was sent under a reserved name, or looks like a secret, is from `api`. */
export function acceptSource(redactor: Redactor, source: string | undefined): string {
  if (source === undefined || reserved.has(source.toLowerCase())) return unnamed;
  return redactor.redact(source).text === source ? source : unnamed;
}

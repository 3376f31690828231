import { cleanText } from '../cleanText';
import type { Redactor } from '../redact/redactor';

/** Members whose texts name objects and never hold what somebody wrote; a hash may look like a secret. */
const names: ReadonlySet<string> = new Set([
  'sha',
  'parents',
  'from',
  'to',
  'headCommitSha',
  'chainId',
  'chain',
  'replaces',
  'commit',
  'lineHash',
  'id',
]);
const objectName = /^(?:[0-9a-f]{4,64}|[a-z]{2,8}_[0-9A-Za-z]{1,40})$/;

/** Every text of a payload as it may be stored: without secrets, and as SQLite gives it back. */
export function acceptPayload(redactor: Redactor, payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const accept = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return names.has(key) && objectName.test(value) ? value : redactor.redact(cleanText(value)).text;
    if (Array.isArray(value)) return value.map((item) => accept(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [redactor.redact(cleanText(name)).text, accept(item, name)]),
    );
  };
  return Object.fromEntries(
    Object.entries(payload).map(([name, item]) => [redactor.redact(cleanText(name)).text, accept(item, name)]),
  );
}

import { acceptPayload } from '../../blobs/acceptPayload';
import type { Redactor } from '../../redact/redactor';
import type { WireBody } from '../sinks/sink';

/** A body without secrets, and how many of each kind were still in it. What is stored has none; a rule may be newer. */
export function redactWire(redactor: Redactor, body: WireBody): { body: WireBody; counts: Record<string, number> } {
  const counts: Record<string, number> = {};
  const counting: Redactor = {
    redact(text) {
      const redaction = redactor.redact(text);
      for (const [rule, count] of Object.entries(redaction.counts)) counts[rule] = (counts[rule] ?? 0) + count;
      return redaction;
    },
  };
  return { body: acceptPayload(counting, body), counts };
}

import type { Interpreter } from '../interpreter';
import { isScript } from '../project/languageTraits';
import { isUnfilled, unknown, type Value } from '../values';
import type { PendingCall } from './pendingCall';

const iterating = /^(?:each|forEach|forOwn|forIn|map|mapValues)$/;
const mostElements = 200;

/** `_.each(tables, (table) => …)`, `_.forOwn(collections, (one) => …)`: a function that a package calls for each of these. */
export function overEach(interpreter: Interpreter, name: string, { args, frame }: PendingCall): Value | undefined {
  const [over, callback] = args;
  if (!iterating.test(name) || over === undefined || isUnfilled(over.value)) return undefined;
  if (callback?.value.kind !== 'function' || !isScript.test(frame.unit.program.language)) return undefined;
  const { value: list } = over;
  const items = list.kind === 'list' ? list.items : list.kind === 'map' ? [...list.entries.values()] : [];
  if (items.length === 0) return undefined;
  const source = { is: 'other' } as const;
  for (const value of items.slice(0, mostElements)) interpreter.callFunction(callback.value, [{ value, source }]);
  return unknown;
}

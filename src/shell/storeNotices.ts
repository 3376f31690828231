import type { StoreNotice } from '../shared/store';

/** Where it is kept which notices the user has seen. */
export interface SeenNotices {
  read(): readonly string[];
  write(keys: readonly string[]): void;
}

/** So many keys are kept; older notices are long gone from the store by then. */
const keep = 100;

/**
 * One message for the notices that no window has shown yet, or `undefined`. What it answers counts as seen.
 */
export function takeNewNotices(notices: readonly StoreNotice[], seen: SeenNotices): string | undefined {
  const known = seen.read();
  const fresh = notices.filter((notice) => !known.includes(keyOf(notice)));
  const newest = fresh.at(-1);
  if (!newest) return undefined;
  seen.write([...known, ...fresh.map(keyOf)].slice(-keep));
  const others = fresh.length - 1;
  return others > 0 ? `${newest.message} The log has ${others} more notice${others === 1 ? '' : 's'}.` : newest.message;
}

function keyOf({ at, kind, message }: StoreNotice): string {
  return `${at} ${kind} ${message}`;
}

const firstMs = 2_000;
const longestMs = 3_600_000;
const leastMs = 500;
/** A server that asks for more is asked again after a day. */
const longestAskedMs = 24 * longestMs;

/**
 * How long to wait after so many failures in a row: anything up to a limit that doubles each time and ends at an hour, so
 * that many clients of a server that comes back don't come back together. `random` gives numbers from 0 up to 1.
 */
export function backoffMs(failures: number, random: () => number): number {
  const limit = Math.min(longestMs, firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.max(leastMs, Math.round(random() * limit));
}

/**
 * What `Retry-After` asks for: seconds, or an instant, which counts from the server's own time where it tells that.
 * `undefined` where it is absent or makes no sense.
 */
export function parseRetryAfter(
  value: string | undefined,
  times: { readonly now: number; readonly serverTime: number | undefined },
): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, longestAskedMs);
  const at = parseHttpDate(text);
  if (at === undefined) return undefined;
  return Math.min(Math.max(0, at - (times.serverTime ?? times.now)), longestAskedMs);
}

/** Of the form `Sun, 06 Nov 1994 08:49:37 GMT`, the only one that is still sent. */
export function parseHttpDate(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Za-z]{3}, \d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text))
    return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** An instant to wait for that is further away than anything asks for comes from a clock that was set back. */
export function isDue(at: number | null, now: number): boolean {
  return at === null || at <= now || at > now + longestAskedMs;
}

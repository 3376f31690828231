import type { WireBody } from '../sinks/sink';

type Fields = Record<string, unknown>;

/** Lists of a payload that may be sent in two requests: each half is a whole event of its own. */
const divisible: ReadonlyMap<unknown, string> = new Map([
  ['git_digest', 'commits'],
  ['session_save', 'changes'],
]);

/** A body as two, for a server that takes no larger ones; `undefined` where it can't be divided. */
export function splitWire(body: WireBody): readonly [WireBody, WireBody] | undefined {
  const member = divisible.get(body['event']);
  const payload = body['payload'] as Fields | undefined;
  const list = member === undefined ? undefined : payload?.[member];
  if (member === undefined || !Array.isArray(list) || list.length < 2) return undefined;
  const middle = Math.ceil(list.length / 2);
  const half = (part: unknown[]): WireBody => ({ ...body, payload: { ...payload, [member]: part } });
  return [half(list.slice(0, middle)), half(list.slice(middle))];
}

const longText = 200;
const longList = 20;

/**
 * A body of at most half the size: first without diffs, then with the beginnings of long texts and lists, with how much is
 * left out. `undefined` where nothing long is in it.
 */
export function shortenWire(body: WireBody): WireBody | undefined {
  const size = sizeOf(body);
  const steps: ((body: WireBody) => WireBody)[] = [
    withoutDiffs,
    (whole) => ({ ...whole, payload: cut(whole['payload'], 4 * longText, 10 * longList) }),
    (whole) => ({ ...whole, payload: cut(whole['payload'], longText, longList) }),
  ];
  let shorter = body;
  for (const step of steps) {
    shorter = step(shorter);
    if (sizeOf(shorter) <= size / 2) return shorter;
  }
  return sizeOf(shorter) < size * 0.9 ? shorter : undefined;
}

const sizeOf = (body: WireBody): number => Buffer.byteLength(JSON.stringify(body), 'utf8');

/** Of a diff the numbers of its files' lines are enough. */
function withoutDiffs(body: WireBody): WireBody {
  const payload = body['payload'] as Fields | undefined;
  const commits = payload?.['commits'];
  if (!Array.isArray(commits)) return body;
  const bare = (commits as Fields[]).map(({ diff, ...commit }) =>
    diff === undefined ? commit : { ...commit, diffTruncated: true },
  );
  return { ...body, payload: { ...payload, commits: bare } };
}

function cut(value: unknown, mostCharacters: number, mostItems: number): unknown {
  if (typeof value === 'string') {
    if (value.length <= mostCharacters + 50) return value;
    // Half of a character that takes two units would be no text.
    const kept = value.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '');
    return `${kept} … [${value.length - kept.length} characters left out]`;
  }
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => cut(item, mostCharacters, mostItems));
  if (typeof value !== 'object' || value === null) return value;
  const fields: Fields = {};
  for (const [name, item] of Object.entries(value)) {
    fields[name] = cut(item, mostCharacters, mostItems);
    if (Array.isArray(item) && item.length > mostItems) fields[`${name}LeftOut`] = item.length - mostItems;
  }
  return fields;
}

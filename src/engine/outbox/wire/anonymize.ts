import type { WireBody } from '../sinks/sink';
import type { Pseudonyms } from './pseudonyms';
import { instant, openMembers, openWords, ownEventType, textMembers } from './wordRules';

const objectName = /^[0-9a-fA-F]{7,64}$/;
const hexMembers: ReadonlySet<string> = new Set(['sha', 'parents', 'headCommitSha', 'commit', 'from', 'to']);

/**
 * A body in which nothing is left of paths, people, names and texts but that they are the same or not, and how long they
 * are. Numbers, instants, yes and no, and the words that Contox itself gives stay; what is not known is a name.
 */
export function anonymize(body: WireBody, pseudonyms: Pseudonyms): WireBody {
  const hide = (value: unknown, member: string): unknown => {
    if (typeof value === 'string') return hideText(value, member, pseudonyms);
    if (Array.isArray(value)) return value.map((item) => hide(item, member));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const open = openMembers.has(name);
        return [open ? name : pseudonyms.name(name), hide(item, open ? name : '')];
      }),
    );
  };
  return hide(body, '') as WireBody;
}

function hideText(value: string, member: string, pseudonyms: Pseudonyms): string {
  if (value === '') return value;
  if (openWords.get(member)?.has(value) === true) return value;
  if (member === 'event_type') return ownEventType.test(value) ? value : `other.${pseudonyms.name(value)}`;
  if ((member.endsWith('At') || member === 'event_time') && instant.test(value)) return value;
  if (textMembers.has(member)) return `[${value.length} characters]`;
  if (member === 'schemaKey') return hideKey(value, pseudonyms);
  if (member === 'email') return `${pseudonyms.name(value)}@example.invalid`;
  // The same commit has the same pseudonym wherever it is named.
  if (objectName.test(value) || hexMembers.has(member)) return pseudonyms.hex(value);
  return pseudonyms.name(value);
}

/** A key stays one: below `root`, as deep as it was, and what lies below another one still does. */
function hideKey(key: string, pseudonyms: Pseudonyms): string {
  const [root = 'root', ...rest] = key.split('/');
  return [root === 'root' ? root : pseudonyms.name(root), ...rest.map((part) => pseudonyms.name(part))].join('/');
}

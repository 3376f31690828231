import type { Dialect } from './treeReader';

const methods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
const prefixes: ReadonlySet<string> = new Set(['pathPrefix', 'rawPathPrefix', 'pathPrefixTest']);
const ends: ReadonlySet<string> = new Set(['pathEnd', 'pathEndOrSingleSlash', 'pathSingleSlash']);
const answers: ReadonlySet<string> = new Set(['complete', 'redirect', 'reject', 'failWith']);
/** How directives of a project are called that ask for a part of the path. */
const ownPath = /path|prefix|segment|version/i;
/** What stands behind a directive: another one, or the block that it is around. */
const combines = /^\s{0,40}\)?\s{0,40}(?:&(?!&)|\{|\()/;

/** The directives of Akka HTTP and Pekko HTTP: `path("users" / LongNumber) { id => get { … } }`. */
export const directiveWords: Dialect = (reader, found, pending, level) => {
  const { name, at, end, open, close, isMember } = found;
  if (isMember) return undefined;
  const behind = open === -1 ? end : close + 1;
  const inside = open === -1 ? '' : reader.text.slice(open + 1, close);
  if (open !== -1 && (prefixes.has(name) || name === 'path')) {
    pending.paths.push({ written: inside, at });
    pending.ends ||= name === 'path';
    return behind;
  }
  if (ends.has(name)) pending.ends = true;
  if (methods.has(name)) pending.methods.push(name.toUpperCase());
  // `get(concat(…))`: what stands in the brackets lies inside of it.
  if (ends.has(name) || methods.has(name)) return end;
  if (name === 'method') {
    pending.methods.push(...(inside.match(/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g) ?? []));
    return behind;
  }
  if (name === 'concat' && open !== -1) {
    reader.inside(found, level);
    return behind;
  }
  if (answers.has(name)) return behind;
  if (ownPath.test(name) && combines.test(reader.text.slice(behind, behind + 60))) pending.isLost = true;
  return undefined;
};

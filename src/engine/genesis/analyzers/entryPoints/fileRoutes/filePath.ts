import type { SegmentNotation } from '../rules/files/fileRouteRule';

/** The path that a file's place stands for; `undefined` for what is no route of its own (slots, private folders). */
export function pathOfFile(place: string, notation: SegmentNotation, silent: readonly string[]): string | undefined {
  const segments = place.split('/').filter((segment) => segment !== '');
  if (notation === 'dollars' || notation === 'dollarFolders' || notation === 'dollarPlus') {
    const names = notation === 'dollarPlus' ? plusFolders(segments) : segments;
    // Layouts, tests, styles and what lies beside a route answer nothing themselves.
    if (names === undefined || names.some((name) => name.startsWith('+'))) return undefined;
    if (isBeside.test(names.at(-1) ?? '')) return undefined;
    return `/${dollarSegments(names.join('.')).join('/')}`;
  }
  const path: string[] = [];
  for (const [at, segment] of segments.entries()) {
    if ((at === segments.length - 1 || notation.startsWith('nuxt')) && silent.includes(segment)) continue;
    const marked = notation === 'nuxtPages' ? parameterOfNuxt.exec(segment) : null;
    if (notation === 'names' || marked !== null) {
      path.push(marked === null ? bracketSegment(segment) : marked[1] ? `{${marked[1]}}` : '{path*}');
      continue;
    }
    // Private folders and intercepting routes of Next are no routes.
    if (/^_[a-z]/.test(segment) || /^\(\.{1,3}\)/.test(segment)) return undefined;
    // A slot shows something beside the page of the same path; the page itself stands outside, or in the slot of children.
    if (notation === 'brackets' && /^@[\w-]+$/.test(segment) && segment !== '@children') return undefined;
    if (/^\(.*\)$/.test(segment) || segment === '@children') continue;
    path.push(bracketSegment(segment));
  }
  return `/${path.join('/')}`;
}

/** Parts of pages lie in folders that are called like that, too. */
const parameterOfNuxt = /^_((?!(?:components?|partials?|includes|layouts?|shared|lib|utils?|hooks)$)\w*)$/;

const isBeside = /^_(?!index(?:\.|$))[^.]*$|\._(?!index$)[^.]*$|\.(?:server|client|test|spec|stories|print)$|^layout$/;

/** `admin+/users.$id` and `users.$id/route`: a folder without `+` holds one route, which bears its name. */
function plusFolders(segments: readonly string[]): string[] | undefined {
  const names: string[] = [];
  for (const [at, segment] of segments.entries()) {
    const isFile = at === segments.length - 1;
    if (isFile || segment.endsWith('+')) names.push(isFile ? segment : segment.slice(0, -1));
    else {
      const isRoute =
        at === segments.length - 2 && /^(?:route|index|page|_index|_route|.+\.route)$/.test(segments[at + 1] ?? '');
      return isRoute ? [...names, segment] : undefined;
    }
  }
  return names;
}

/**
 * `[id]`, `[id=int]`, `[[lang]]`, `[...rest]`, `[[...rest]]`, also inside of a longer name; an underscore in front is
 * written `%5F` where it would make a folder private.
 */
function bracketSegment(segment: string): string {
  const plain = segment.replace(/^%5F/i, '_');
  return plain.replace(/\[{1,2}(\.{3})?(\w*)(?:=\w+)?\]{1,2}/g, (_whole, rest: string | undefined, name: string) => {
    const isRest = rest !== undefined;
    return `{${name === '' ? 'path' : name}${isRest ? '*' : ''}}`;
  });
}

/** `users.$id_.edit`, `_auth.login`, `_index`, `$`, `[sitemap.xml]`, `($lang).about`. */
function dollarSegments(name: string): string[] {
  const kept: string[] = [];
  const segments: string[] = [];
  let current = '';
  for (let at = 0; at < name.length; at++) {
    const char = name[at] ?? '';
    if (char === '[') {
      const end = name.indexOf(']', at);
      kept.push(name.slice(at + 1, end === -1 ? undefined : end));
      current += `\u0000${kept.length - 1}\u0000`;
      at = end === -1 ? name.length : end;
    } else if (char === '.') {
      segments.push(current);
      current = '';
    } else current += char;
  }
  segments.push(current);
  return segments
    .filter((segment) => !segment.startsWith('_') && segment !== 'index' && segment !== 'route')
    .map((segment) => {
      const plain = segment.replace(/_$/, '').replace(/^\((.*)\)$/, '$1');
      // `$name[.csv]`: what stands in brackets is no part of the parameter's name.
      const read = plain === '$' ? '{path*}' : plain.replace(/^\$([\w-]+)/, '{$1}');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of what stood in brackets
      return read.replace(/\u0000(\d+)\u0000/g, (_whole, at: string) => kept[Number(at)] ?? '');
    });
}

import { thinkInColons } from './optionalForms';
import type { PathNotation } from './pathNotation';
import { pathOfRegexp } from './regexpPath';

const longestPath = 500;

/** A path in the framework's notation, with parameters as `{name}` and rest parameters as `{name*}`. */
export function normalizePath(path: string, notation: PathNotation): string {
  const cut = path.slice(0, longestPath);
  switch (notation) {
    case 'colon':
      return readColon(cut);
    case 'slashed':
      return readSlashed(cut);
    case 'think':
      return readColon(thinkInColons(cut));
    case 'rails':
      return readColon(cut.replace(/\(\.:format\)/g, ''), true);
    case 'braces':
      return readBraces(withoutBareQuery(cut));
    case 'segments':
      return readBraces(cut.replace(/:\.[*+]\}/g, '}'));
    case 'template':
      return readBraces(
        withoutBareQuery(cut)
          .replace(/\{\+([^{}]{1,100})\}/g, '{*$1}')
          .replace(/\{#[^{}]{0,100}\}/g, ''),
      );
    case 'angles':
      return readAngles(withoutQuery(cut));
    case 'regexp':
      return pathOfRegexp(cut);
  }
}

/** Joins parts of a path with one slash between them; the result begins with one. */
export function joinPaths(parts: readonly string[], trailingSlash: 'keep' | 'drop'): string {
  const path = parts.reduce((left, right) => (right === '' ? left : `${left}/${right}`), '');
  const joined = `/${path}`.replace(/\/{2,}/g, '/');
  // `/` registered below a prefix means the prefix itself where the slash tells nothing apart.
  return trailingSlash === 'drop' && joined.length > 1 && joined.endsWith('/') ? joined.slice(0, -1) : joined;
}

/** `/?max,offset`, where the braces around a query were forgotten. */
const withoutBareQuery = (path: string): string => path.replace(/^(\/?)\?[\w,{}]*$/, '$1');

/** A pattern in angles may hold question marks: only one outside of them begins a query. */
function withoutQuery(path: string): string {
  let depth = 0;
  for (let at = 0; at < path.length; at++) {
    if (path[at] === '<') depth += 1;
    else if (path[at] === '>') depth -= 1;
    else if (path[at] === '?' && depth === 0) return path.slice(0, at);
  }
  return path;
}

const nameAt = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;

function nameFrom(path: string, at: number): string {
  nameAt.lastIndex = at;
  return nameAt.exec(path)?.[0] ?? '';
}

/** Index behind the bracket that closes the one at `at`, or the end. */
function closing(path: string, at: number, open: string, close: string): number {
  let depth = 0;
  for (let index = at; index < path.length; index++) {
    const char = path[index];
    if (char === '\\') index += 1;
    else if (char === open) depth += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return path.length;
}

/** `:name`, with an optional pattern `(…)` or `{…}` and a mark `?`, `*` or `+`; wildcards `*` and `*name`. */
function readColon(path: string, optionalGroups = false): string {
  let result = '';
  let at = 0;
  let groups = 0;
  while (at < path.length) {
    const char = path[at] ?? '';
    const name = char === ':' || char === '*' ? nameFrom(path, at + 1) : '';
    if (char === ':' && name !== '') {
      at += 1 + name.length;
      let pattern = '';
      if (path[at] === '(' && !optionalGroups) {
        const end = closing(path, at, '(', ')');
        pattern = path.slice(at + 1, end - 1);
        at = end;
      } else if (path[at] === '{' && path[at + 1] !== '/') {
        const end = closing(path, at, '{', '}');
        pattern = path.slice(at + 1, end - 1);
        at = end;
      }
      // A constraint of Fiber, and a pattern of Poem: `:id<int>`.
      if (path[at] === '<') {
        const end = closing(path, at, '<', '>');
        pattern = path.slice(at + 1, end - 1);
        at = end;
      }
      const mark = path[at] ?? '';
      if (mark === '?' || mark === '*' || mark === '+') at += 1;
      const rest = mark === '*' || mark === '+' || pattern === '.*' || pattern === '.+';
      result += `{${name}${rest ? '*' : ''}}`;
      if (!optionalGroups) at += optionalLiteral(path, at);
    } else if (char === '*') {
      result += `{${name === '' ? 'path' : name}*}`;
      at += 1 + name.length;
      // `/api/**`
      while (path[at] === '*') at += 1;
    } else if (char === '(' && path[at + 1] === '.' && path[at + 2] === '*') {
      result += '{path*}';
      at = closing(path, at, '(', ')');
    } else if (char === '(' && !optionalGroups && isPattern(path.slice(at + 1, closing(path, at, '(', ')') - 1))) {
      groups += 1;
      result += `{arg${groups}}`;
      at = closing(path, at, '(', ')');
      if (/[?*+]/.test(path[at] ?? '')) at += 1;
    } else if (char === '{' && plainParameter(path, at) !== '') {
      result += plainParameter(path, at);
      at += plainParameter(path, at).length;
    } else if (char === '{' || char === '}' || char === '(' || char === ')') {
      // Optional parts stand as if they were there: `{/:id}`, `(/:id)`.
      at += 1;
      if (path[at] === '?') at += 1;
    } else if (char === '?' || char === '\\') at += 1;
    else {
      result += char;
      at += 1;
    }
  }
  return result;
}

/** `:file-id`, `*rest`, and `\\:` for a colon that is one. */
const readSlashed = (path: string): string =>
  path
    .replace(/(?<!\\):([^/:*\\]{1,100})/g, '{$1}')
    .replace(/\*([^/*]{0,100})$/, (_mark, name: string) => `{${name === '' ? 'path' : name}*}`)
    .replace(/\\:/g, ':');

/** What a group without a name holds is a pattern, `([1-9]\\d*)`, and no part of the path that may be missing, `(/:id)`. */
const isPattern = (inside: string): boolean => /^(?!\?)[^:/]*[[\\|][^:/]*$/.test(inside);

const optional = /[.\-~_,;]\?(?=\/|$)/y;

/** Length of a mark behind a parameter that may be missing: the `.?` of `/:name.?`. */
function optionalLiteral(path: string, at: number): number {
  optional.lastIndex = at;
  return optional.exec(path)?.[0].length ?? 0;
}

const plain = /\{[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*\*?\}/uy;

/** `{name}` as it may stand among colons, or nothing. */
function plainParameter(path: string, at: number): string {
  plain.lastIndex = at;
  return plain.exec(path)?.[0] ?? '';
}

/** `{name}`, `{name:pattern}`, `{name?}`, `{name=default}`, and the rest marks `{*name}`, `{name...}`, `{name:path}`. */
function readBraces(path: string): string {
  let result = '';
  let at = 0;
  while (at < path.length) {
    const char = path[at] ?? '';
    if (char === '{') {
      const end = closing(path, at, '{', '}');
      const inside = path.slice(at + 1, end - 1);
      // Actix marks what takes the rest behind its braces: `/{tail}*`.
      const isTail = path[end] === '*' && end + 1 === path.length && /^\w+$/.test(inside);
      result += isTail ? `{${inside}*}` : braceParameter(inside);
      at = isTail ? path.length : end;
    } else if (path.startsWith('(:', at)) {
      // CodeIgniter's placeholders: `(:num)`, `(:any)`.
      const end = closing(path, at, '(', ')');
      result += `{${path.slice(at + 2, end - 1)}}`;
      at = end;
    } else if (char === '[' || char === ']') {
      at += 1;
    } else if (char === '*') {
      while (path[at] === '*') at += 1;
      // Routers that know no name behind it take it for part of it: `/static/*filepath`.
      const name = result.endsWith('/') ? nameFrom(path, at) : '';
      const isLast = name !== '' && at + name.length === path.length;
      result += isLast ? `{${name}*}` : '{path*}';
      at += isLast ? name.length : 0;
    } else {
      result += char;
      at += 1;
    }
  }
  return result;
}

const dashed = /[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/u;

function braceParameter(inside: string): string {
  // The end mark of Go and the query part of URI templates are no parameters.
  if (inside === '$' || inside.startsWith('?') || inside.startsWith('&')) return '';
  const prefixed = /^(?:int|str|float|uuid|slug|path):(?!(?:int|str|float|uuid|path)$)([\p{L}\p{N}_]+)$/u.exec(inside);
  if (prefixed !== null) return `{${prefixed[1] ?? ''}${inside.startsWith('path:') ? '*' : ''}}`;
  const name = dashed.exec(inside)?.[0] ?? '';
  const pattern = inside.includes(':') ? inside.slice(inside.indexOf(':') + 1).trim() : '';
  const rest =
    inside.startsWith('*') || inside.endsWith('...') || /\*\d*$/.test(inside) || /^(path|\.\*|\.\+)$/.test(pattern);
  return `{${name === '' ? 'path' : name}${rest ? '*' : ''}}`;
}

/** `<name>`, `<converter:name>`, `<name:converter>`, `<name..>`. */
function readAngles(path: string): string {
  let result = '';
  let at = 0;
  while (at < path.length) {
    const char = path[at] ?? '';
    if (char !== '<' && char !== '{') {
      result += char;
      at += 1;
      continue;
    }
    const end = closing(path, at, char, char === '<' ? '>' : '}');
    const inside = path.slice(at + 1, end - 1);
    result += char === '<' ? angleParameter(inside) : braceParameter(inside);
    at = end;
  }
  return result;
}

const converters = new Set([
  'int',
  'float',
  'string',
  'path',
  'uuid',
  'slug',
  'any',
  'str',
  'number',
  'num',
  'ymd',
  'alpha',
]);

/** One of the framework's own, or one of the project that is called after it: `uuid_str`. */
const isConverter = (name: string): boolean =>
  converters.has(name) || (name.includes('_') && converters.has(name.slice(0, name.indexOf('_'))));

function angleParameter(inside: string): string {
  // `<name:[a-z]+>`: what follows is a pattern, not a name.
  const patterned = /^(\w{1,100}):(?!\w{1,100}$)/.exec(inside);
  if (patterned !== null) return `{${patterned[1] ?? ''}}`;
  const colon = inside.lastIndexOf(':');
  const left = inside.slice(0, Math.max(colon, 0)).replace(/\(.*$/, '').trim();
  const right = inside.slice(colon + 1).trim();
  // Flask and Django write the converter first, Sanic and Bottle last.
  const isLast = colon !== -1 && !isConverter(left) && (converters.has(right) || right.startsWith('re'));
  const name = nameFrom(isLast ? left : right, 0);
  const converter = isLast ? right : left;
  const rest = converter === 'path' || right.endsWith('..');
  return `{${name === '' ? 'path' : name}${rest ? '*' : ''}}`;
}

/**
 * Reads the regular expression of a path as a path: named groups become `{name}`, other groups `{arg1}`, anchors go, and
 * optional single characters stay. `^users/(?P<id>\d+)/$` gives `users/{id}/`.
 */
export function pathOfRegexp(source: string): string {
  let result = '';
  let at = 0;
  let groups = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    if (char === '^' || char === '$') at += 1;
    else if (char === '\\') {
      const next = source[at + 1] ?? '';
      at += 2;
      if (/[AZzbB]/.test(next)) continue;
      if (/[dwsDWS]/.test(next)) {
        result += '{arg}';
        at = behindQuantifier(source, at);
      } else result += next;
    } else if (char === '(') {
      const end = behindGroup(source, at);
      const inside = source.slice(at + 1, end - 1);
      const group = /^\?P?<([A-Za-z_]\w*)>/.exec(inside);
      const isPlain = inside.startsWith('?:') || /^\?[a-z]+\)/.test(inside);
      const after = source[end] ?? '';
      if (group !== null) result += `{${group[1] ?? ''}${takesSlashes(inside) ? '*' : ''}}`;
      else if (isPlain) result += after === '?' || after === '*' ? '' : pathOfRegexp(firstBranch(inside.slice(2)));
      else if (inside.startsWith('?!') && /^\/?$/.test(result)) result = '/{path*}';
      else if (after === '?' && /^(?:\\?\/)?(?:\.\*|\.\+)?$/.test(inside))
        // `(/.*)?`: with or without whatever is below.
        result += inside.includes('.') ? '/{path*}' : '';
      else if (!inside.startsWith('?')) {
        groups += 1;
        result += `{arg${groups}}`;
      }
      at = behindQuantifier(source, end);
    } else if (char === '[') {
      const end = source.indexOf(']', at + 2);
      result += '{arg}';
      at = behindQuantifier(source, end === -1 ? source.length : end + 1);
    } else if (char === '.' && /[*+]/.test(source[at + 1] ?? '')) {
      if (!result.endsWith('{path*}')) result += '{path*}';
      at = behindQuantifier(source, at + 1);
    } else if (char === '?' || char === '*' || char === '+') at += 1;
    else {
      result += char;
      at += 1;
    }
  }
  return result;
}

const takesSlashes = (inside: string): boolean => /\.[*+]/.test(inside);

function firstBranch(inside: string): string {
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] === '|') return inside.slice(0, at);
    if (inside[at] === '(') at = behindGroup(inside, at) - 1;
    else if (inside[at] === '\\') at += 1;
  }
  return inside;
}

/** Index behind the bracket that closes the group at `at`. */
export function behindGroup(source: string, at: number): number {
  let depth = 0;
  for (let index = at; index < source.length; index++) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '[') {
      const end = source.indexOf(']', index + 2);
      if (end !== -1) index = end;
    } else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return source.length;
}

function behindQuantifier(source: string, at: number): number {
  let end = at;
  if (source[end] === '{') {
    const close = source.indexOf('}', end);
    if (close !== -1) end = close + 1;
  }
  while (/[*+?]/.test(source[end] ?? '')) end += 1;
  return end;
}

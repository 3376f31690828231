/** True where `folder` is `ancestor` or lies below it. */
export function isWithin(folder: string, ancestor: string): boolean {
  return ancestor === '' || folder === ancestor || folder.startsWith(`${ancestor}/`);
}

/** `a/b` + `../c` = `a/c`; undefined where it leads out of the scanned folder. */
export function joinedPath(folder: string, relative: string): string | undefined {
  const parts = relative.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Whether a folder is one of a workspace's members: `packages/*`, `apps/**`, `!apps/old`, `{a,b}/*`. */
export function isMember(folder: string, patterns: readonly string[]): boolean {
  let member = false;
  for (const written of patterns) {
    const negated = written.startsWith('!');
    const pattern = written.replace(/^!/, '').replace(/^\.\//, '').replace(/\/$/, '');
    // More than two would let a hostile pattern try the same folders over and over.
    if (pattern.split('**').length > 3) continue;
    if (alternatives(pattern).some((one) => matchesSegments(one.split('/'), folder.split('/')))) member = !negated;
  }
  return member;
}

/** One level of braces, which is what workspaces use. */
function alternatives(pattern: string): string[] {
  const braces = /^([^{]{0,200})\{([^}]{1,300})\}(.{0,200})$/.exec(pattern);
  if (braces === null) return [pattern];
  return (braces[2] ?? '').split(',').map((part) => `${braces[1] ?? ''}${part}${braces[3] ?? ''}`);
}

function matchesSegments(pattern: readonly string[], path: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head === '**') return path.some((_part, at) => matchesSegments(rest, path.slice(at))) || rest.length === 0;
  const first = path[0];
  return first !== undefined && matchesWildcard(head, first) && matchesSegments(rest, path.slice(1));
}

/** `*` only; two pointers, so that no pattern can make it slow. */
function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let inPattern = 0;
  while (at < text.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      resume = at;
    } else if (pattern[inPattern] === text[at]) {
      inPattern++;
      at++;
    } else if (star !== -1) {
      inPattern = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
}

/** True where a path fits a pattern of `*` (inside one name) and `**` (any folders); everything else stands for itself. */
export function fitsPath(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return pattern === path;
  return fitNames(pattern.split('/'), path.split('/'));
}

/** The usual two-pointer walk: a failed step goes back to the last `**` only, so the time is bounded by both lengths. */
function fitNames(patterns: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let name = 0;
  while (name < names.length) {
    const pattern = patterns[at];
    if (pattern === '**') {
      star = at++;
      retry = name;
    } else if (pattern !== undefined && fitName(pattern, names[name] ?? '')) {
      at++;
      name++;
    } else if (star >= 0) {
      at = star + 1;
      name = ++retry;
    } else return false;
  }
  return patterns.slice(at).every((rest) => rest === '**');
}

function fitName(pattern: string, name: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return pattern === name;
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, from);
    if (found < 0 || found + part.length > name.length - last.length) return false;
    from = found + part.length;
  }
  return true;
}

/** So much of the work has to lie in a folder for it to be named alone. */
const mainShare = 0.7;
const namedShare = 0.2;
const mostAreas = 3;
const deepest = 4;

export interface Areas {
  /** Folders with `/` at the end, or a single file; the one with the most first. Empty: all over the place. */
  readonly names: readonly string[];
  /** Whether all of it lies there. */
  readonly all: boolean;
}

/** In which folders files lie: as deep as most of them are together, then the biggest parts of it. */
export function areasOf(paths: readonly string[]): Areas {
  const files = [...new Set(paths)];
  const [only, other] = files;
  if (only === undefined) return { names: [], all: true };
  if (other === undefined) return { names: [only], all: true };
  let base = '';
  for (let depth = 0; depth < deepest; depth++) {
    const [name, count] = childrenOf(files, base)[0] ?? ['', 0];
    if (!name.endsWith('/') || count < files.length * mainShare) break;
    base += name;
  }
  const parts = childrenOf(files, base).filter(([name]) => name.endsWith('/'));
  const named = parts.filter(([, count]) => count >= files.length * namedShare && count > 1).slice(0, mostAreas);
  const covered = named.reduce((sum, [, count]) => sum + count, 0);
  if (named.length > 1 && covered >= files.length * mainShare)
    return { names: named.map(([name]) => base + name), all: covered === files.length };
  return base === '' ? { names: [], all: false } : { names: [base], all: files.every((path) => path.startsWith(base)) };
}

/** What lies directly below a folder, with the number of files in it, the most first. */
function childrenOf(files: readonly string[], base: string): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const path of files) {
    if (!path.startsWith(base)) continue;
    const slash = path.indexOf('/', base.length);
    const name = slash < 0 ? path.slice(base.length) : path.slice(base.length, slash + 1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

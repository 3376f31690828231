/** PEAR lies with its packages in a folder that programs take with them. */
const pear = /^(.+)\/PEAR\.php$/;
/** Where programs without a manager of packages keep libraries, and their own parts. */
const library = /^((?:[^/]+\/){0,3}?(?:includes?|inc|library)\/[^/]+)\/(composer\.json|LICEN[CS]E[^/]{0,20})$/i;
/** What is taken along in a folder of its own, by the names that Composer has for it. */
const bundled = /^(bundled?\/[^/]+\/[^/]+)\/composer\.json$/;

/** Folders of PHP's libraries, as they came: PEAR's, and packages of Composer with a licence of their own in a program without it. */
export function phpCopies(paths: readonly string[]): string[] {
  const found: string[] = [];
  const isOfComposer = paths.includes('composer.json');
  const marks = new Map<string, Set<string>>();
  for (const path of paths) {
    const folder = path.endsWith('.php') ? pear.exec(path)?.[1] : undefined;
    if (folder !== undefined) found.push(folder);
    const taken = isOfComposer && path.endsWith('/composer.json') ? bundled.exec(path)?.[1] : undefined;
    if (taken !== undefined) found.push(taken);
    const [, place, file] = isOfComposer ? [] : (library.exec(path) ?? []);
    if (place === undefined || file === undefined) continue;
    const kinds = marks.get(place) ?? new Set();
    marks.set(place, kinds.add(file === 'composer.json' ? 'manifest' : 'licence'));
  }
  return [...found, ...[...marks].flatMap(([place, kinds]) => (kinds.size === 2 ? [place] : []))];
}

import { folderOf } from '../../facts/paths';
import type { Links } from '../../recall/factsView';
import type { WayFact } from './wayRule';

/** Handlers lie a few files below what hands them the socket. */
const mostSteps = 6;

/** Facts of files that name no library, without those that no file leads to which names it. */
export function withoutUnreached(
  found: readonly (readonly [{ readonly path: string }, readonly WayFact[]])[],
  links: Links,
): (readonly [path: string, fact: WayFact])[] {
  const all = found.flatMap(([{ path }, facts]) => facts.map((fact) => [path, fact] as const));
  const reached = new Map<string, ReadonlySet<string>>();
  const isReached = (path: string, framework: string): boolean => {
    let files = reached.get(framework);
    if (files === undefined) {
      const named = all.filter(([, fact]) => fact.framework === framework && fact.handedOn === undefined);
      const starts = new Set(named.map(([start]) => start));
      // A module makes the server of sockets, and another one that takes it from there hears what comes.
      const users = all.filter(
        ([user, fact]) =>
          fact.framework === framework &&
          fact.kind === 'websocket' &&
          links.importsOf(user).some(({ files: targets }) => targets.some((target) => starts.has(target))),
      );
      files = below(new Set([...starts, ...users.map(([user]) => user)]), links);
      reached.set(framework, files);
    }
    // What is made in one file of a package of Go is at hand in all others.
    return files.has(path) || (path.endsWith('.go') && goFolders(framework).has(folderOf(path)));
  };
  const folders = new Map<string, ReadonlySet<string>>();
  const goFolders = (framework: string): ReadonlySet<string> => {
    const known =
      folders.get(framework) ??
      new Set(
        all.flatMap(([path, fact]) =>
          fact.framework === framework && fact.handedOn === undefined && path.endsWith('.go') ? [folderOf(path)] : [],
        ),
      );
    folders.set(framework, known);
    return known;
  };
  return all.filter(
    ([path, fact]) => fact.isMade === undefined && (fact.handedOn === undefined || isReached(path, fact.framework)),
  );
}

function below(starts: ReadonlySet<string>, links: Links): ReadonlySet<string> {
  const seen = new Set(starts);
  let level = [...starts];
  for (let step = 0; step < mostSteps && level.length > 0; step++) {
    level = level
      .flatMap((path) => links.importsOf(path).flatMap(({ files }) => files))
      .filter((path) => !seen.has(path) && seen.add(path).size > 0);
  }
  return seen;
}

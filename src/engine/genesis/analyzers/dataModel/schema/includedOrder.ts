import { folderOf, joinPath, nearest } from '../../../facts/paths';
import type { DataModelFacts } from '../modelFact';

type FileFacts = readonly [path: string, facts: DataModelFacts];

/** Files that a change log includes, in the order in which it runs them, each with the log that all of it begins at. */
export interface IncludedOrder {
  readonly files: readonly FileFacts[];
  readonly rootOf: ReadonlyMap<string, string>;
}

/** A log of Liquibase names the files of its history: they are run in that order, whatever they are called. */
export function includedOrder(files: readonly FileFacts[]): IncludedOrder {
  const byPath = new Map(files);
  const paths = [...byPath.keys()];
  const targets = new Map<string, readonly string[]>();
  for (const [path, { includes = [] }] of files) {
    const found = includes.flatMap(({ file, isFolder, isRelative }) => {
      const written = file.replace(/^classpath\*?:/, '').replace(/^\/+/, '');
      const beside = joinPath(folderOf(path), written);
      const isMeant = (candidate: string, whole: string): boolean =>
        isFolder ? folderOf(candidate) === whole : candidate === whole;
      if (isRelative || paths.some((candidate) => isMeant(candidate, beside ?? '')))
        return paths.filter((candidate) => isMeant(candidate, beside ?? ''));
      const ends = paths.filter((candidate) =>
        `/${isFolder ? folderOf(candidate) : candidate}`.endsWith(`/${written}`),
      );
      return isFolder ? ends : (nearest(path, ends) ?? []);
    });
    if (found.length > 0) targets.set(path, found);
  }
  const included = new Set([...targets.values()].flat());
  const rootOf = new Map<string, string>();
  const ordered: FileFacts[] = [];
  const visit = (path: string, root: string): void => {
    if (rootOf.has(path)) return;
    rootOf.set(path, root);
    const facts = byPath.get(path);
    if (facts !== undefined) ordered.push([path, facts]);
    for (const target of targets.get(path) ?? []) visit(target, root);
  };
  for (const root of targets.keys()) if (!included.has(root)) visit(root, root);
  return { files: ordered, rootOf };
}

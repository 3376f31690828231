import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Extractor } from '../../../extractor';

/** What a `package.json` says of the ways into its package. */
export interface PackageFacts {
  readonly name: string | undefined;
  readonly dependencies: readonly string[];
  /** Installed programs. */
  readonly bin: readonly { readonly name: string; readonly run: string; readonly line: number }[];
  /** Files by which other packages use this one. */
  readonly entries: readonly { readonly file: string; readonly line: number }[];
  readonly isPrivate: boolean;
  /** An editor loads it: its main file is for nobody else. */
  readonly isEditorExtension?: true;
}

const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies'];

/** Reads the ways in that a `package.json` names: programs, main files, and what it depends on. */
export const packageExtractor: Extractor<PackageFacts> = {
  id: 'entryPoints.package',
  version: 4,
  wants: (file) => /(?:^|\/)package\.json$/.test(file.path) && file.role !== 'test' && file.role !== 'fixture',
  extract(file) {
    const tree = parseTree(file.text);
    if (tree?.type !== 'object') return undefined;
    const text = (...path: string[]): string | undefined => {
      const found = findNodeAtLocation(tree, path)?.value;
      return typeof found === 'string' ? found : undefined;
    };
    const lineOf = (...path: string[]): number => file.lineAt(findNodeAtLocation(tree, path)?.offset ?? 0);
    const keys = (...path: string[]): string[] => {
      const node = findNodeAtLocation(tree, path);
      return node?.type === 'object'
        ? (node.children ?? []).flatMap((pair) =>
            typeof pair.children?.[0]?.value === 'string' ? [pair.children[0].value] : [],
          )
        : [];
    };
    const name = text('name');
    const own = text('bin');
    const bin =
      own === undefined
        ? keys('bin').map((key) => ({ name: key, run: text('bin', key) ?? '', line: lineOf('bin', key) }))
        : [{ name: name?.replace(/^@[^/]+\//, '') ?? 'bin', run: own, line: lineOf('bin') }];
    const entries = ['source', 'main', 'module', 'exports'].flatMap((field) => {
      const target =
        text(field) ??
        text(field, '.') ??
        text(field, '.', 'import') ??
        text(field, '.', 'import', 'default') ??
        text(field, '.', 'default') ??
        text(field, 'import') ??
        text(field, 'default');
      return target === undefined ? [] : [{ file: target, line: lineOf(field) }];
    });
    return {
      name,
      dependencies: dependencyFields.flatMap((field) => keys(field)),
      bin,
      entries,
      isPrivate: findNodeAtLocation(tree, ['private'])?.value === true,
      ...(text('engines', 'vscode') === undefined ? {} : { isEditorExtension: true as const }),
    };
  },
};

import assert from 'node:assert/strict';
import type { ImportGraph } from '../../../src/engine/genesis/facts/importGraph';
import { analyzeSources } from '../../support/analyzeSources';

export interface GraphCase {
  readonly it: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file whose imports are compared. */
  readonly from: string;
  /** `specifier → files` or `specifier → package name` or `specifier → ?`; implicit ones begin with `~`. */
  readonly imports?: readonly string[];
  /** Name and where it comes from: `path#name`. */
  readonly origins?: Readonly<Record<string, string | undefined>>;
}

export function describeGraph(title: string, cases: readonly GraphCase[]): void {
  describe(`ImportGraph: ${title}`, () => {
    for (const example of cases)
      it(example.it, async () => {
        const { model, problems } = await analyzeSources([], example.files);
        assert.deepEqual(problems, []);
        if (example.imports !== undefined) assert.deepEqual(importsOf(model.imports, example.from), example.imports);
        for (const [name, expected] of Object.entries(example.origins ?? {})) {
          const origin = model.imports.originOf(example.from, name);
          assert.equal(origin === undefined ? undefined : `${origin.path}#${origin.name}`, expected, name);
        }
      });
  });
}

function importsOf(graph: ImportGraph, path: string): string[] {
  return graph.importsOf(path).map(({ fact, files, external }) => {
    const target = files.length > 0 ? files.join(' ') : (external ?? '?');
    return `${fact.kind === 'implicit' ? '~' : ''}${fact.specifier} → ${target}`;
  });
}

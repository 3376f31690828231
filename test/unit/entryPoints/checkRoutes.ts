import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

/** Holds the methods and paths of the routes of some files; `placed` adds the lines where they stand. */
export async function checkRoutes(
  files: Record<string, string>,
  expected: readonly string[],
  placed = false,
): Promise<void> {
  const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    inventory.routes
      .map(({ method, path, file, line }) => `${method} ${path}${placed ? ` ${file}:${line}` : ''}`)
      .sort(),
    [...expected].sort(),
  );
}

/** Holds the routes of some files; `…` stands where the beginning of a path is not known. */
export async function checkPrefixes(files: Record<string, string>, expected: readonly string[]): Promise<void> {
  const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    inventory.routes.map(({ method, path, prefix }) => `${method} ${prefix === undefined ? '' : '…'}${path}`).sort(),
    [...expected].sort(),
  );
}

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import type { Route } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';
import { readFixture } from './fixture';

const folder = join(__dirname, '../../fixtures/entryPointWays');

function written({ method, path, prefix, file, line, handler, middleware, declared }: Route): string {
  const guards = middleware === undefined ? '' : ` [${middleware.join(', ')}]`;
  const implied = declared === 'explicit' ? '' : ` (${declared})`;
  return `${method} ${prefix === undefined ? '' : '…'}${path} ${file}:${line}${handler === undefined ? '' : ` ${handler}`}${guards}${implied}`;
}

/** Ways in which projects put their routes together: each file is one that was not read before; `…` is a beginning that is not known. */
describe('ways to routes', () => {
  for (const file of readdirSync(folder))
    it(file.replace(/\.txt$/, ''), async () => {
      const { files, expected } = readFixture(file.replace(/\.txt$/, ''), folder);
      const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
      assert.deepEqual(problems, []);
      assert.ok(expected.length > 0, 'a way needs a route');
      assert.deepEqual(inventory.routes.map(written).sort(), [...expected].sort());
    });
});

import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { annotatedRules } from '../../../src/engine/genesis/analyzers/entryPoints/rules/annotated/annotatedRules';
import { fileRouteRules } from '../../../src/engine/genesis/analyzers/entryPoints/rules/files/fileRouteRules';
import { routerRules } from '../../../src/engine/genesis/analyzers/entryPoints/rules/routerRules';
import type { EntryPoint, Route } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';
import { readFixture } from './fixture';

function written(route: Route): string {
  const handler = route.handler === undefined ? '' : ` ${route.handler}`;
  const middleware = route.middleware === undefined ? '' : ` [${route.middleware.join(', ')}]`;
  const implied = route.declared === 'explicit' ? '' : ` (${route.declared})`;
  return `${route.method} ${route.path} ${route.file}:${route.line}${handler}${middleware}${implied}`;
}

const page = ({ name, file, line, framework, handler }: EntryPoint): Route => ({
  ...(handler === undefined ? {} : { handler }),
  method: 'GET',
  path: name,
  file,
  line,
  framework,
  declared: 'implied',
});

describe('entryPoints routes', () => {
  for (const rule of [...routerRules, ...annotatedRules, ...fileRouteRules]) {
    it(`${rule.name}: ${rule.id}.txt`, async () => {
      const { files, expected } = readFixture(rule.id);
      const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
      assert.deepEqual(problems, []);
      assert.ok(expected.length > 0, 'a rule needs examples');
      const all = [...inventory.routes, ...(inventory.entryPoints ?? []).map(page)];
      assert.deepEqual(all.map(written).sort(), [...expected].sort());
      assert.ok(
        all.some((route) => route.framework === rule.name),
        'none of the routes is of this framework',
      );
    });
  }
});

import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

async function findingsOf(routes: string): Promise<string[]> {
  const { findings, problems } = await analyzeSources([entryPointsAnalyzer, entryPointFindingsAnalyzer], {
    'app.js': `const app = require('express')();\nconst { pathOf } = require('@shop/paths');\n${routes}`,
  });
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'entry-points/routes')
    .map(({ title, content }) => `${title} | ${content.split('\n')[0]}`);
}

const read = "app.get('/metrics', metrics);\napp.get('/users', list);\napp.post('/users', add);\n";
const unread = (count: number): string =>
  Array.from({ length: count }, (_, at) => `app.get(pathOf('order${at}'), show${at});\n`).join('');

describe('routes whose paths could not be read', () => {
  it('are said beside those that were read', async () => {
    assert.deepEqual(await findingsOf(read + unread(2)), [
      'Express routes found: GET /users, POST /users and GET /metrics; others could not be read | Methods, the most frequent first: GET, POST. At other places routes are registered whose paths could not be read.',
    ]);
    assert.deepEqual(await findingsOf(`${read}app.get(setting);\napp.set(pathOf('view'), 'x');\n`), [
      'Express routes found: GET /users, POST /users and GET /metrics | Methods, the most frequent first: GET, POST.',
    ]);
  });

  it('leave nothing to tell where they are more than the others', async () => {
    assert.deepEqual(await findingsOf(read + unread(4)), []);
  });

  it('are counted for each element of a list that a loop registers in two ways', async () => {
    const loop = `const made = [pathOf('a'), pathOf('b')];
made.forEach((one) => {
  if (one.guard) app[one.method](one.path, one.guard, one.handler);
  else app[one.method](one.path, one.handler);
});
`;
    assert.deepEqual(await findingsOf(read + loop), [
      'Express routes found: GET /users, POST /users and GET /metrics; others could not be read | Methods, the most frequent first: GET, POST. At other places routes are registered whose paths could not be read.',
    ]);
  });

  it('leave nothing to tell where most controllers of PHP are reached without a route', async () => {
    const names = Array.from({ length: 24 }, (_, at) => `Page${at}`);
    const controllers = Object.fromEntries(
      names.map((name) => [
        `app/Domain/Controllers/${name}.php`,
        `<?php\nclass ${name}\n{\n    public function get() {}\n}\n`,
      ]),
    );
    const routesOf = (shown: readonly string[]): string =>
      `<?php\nuse Illuminate\\Support\\Facades\\Route;\n${shown.map((name) => `Route::get('/${name.toLowerCase()}', [${name}::class, 'get']);\n`).join('')}`;
    const told = async (shown: readonly string[]): Promise<string[]> => {
      const { findings, problems } = await analyzeSources([entryPointsAnalyzer, entryPointFindingsAnalyzer], {
        ...controllers,
        'routes/web.php': routesOf(shown),
      });
      assert.deepEqual(problems, []);
      return findings.filter(({ rule }) => rule === 'entry-points/routes').map(({ title }) => title);
    };
    assert.deepEqual(await told(names.slice(0, 4)), []);
    assert.deepEqual(await told(names.slice(0, 12)), [
      'At least 10 Laravel routes found: GET /page0, GET /page1, GET /page2, …',
    ]);
  });
});

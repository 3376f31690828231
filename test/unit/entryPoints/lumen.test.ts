import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

describe('routes of Lumen', () => {
  it('are told by its name where the nearest manifest asks for it alone', async () => {
    const files = (packages: string): Record<string, string> => ({
      'composer.json': `{ "require": { ${packages} } }`,
      'bootstrap/app.php':
        "<?php\n$app = new Laravel\\Lumen\\Application(dirname(__DIR__));\n$app->router->group([], function ($router) {\n    require __DIR__.'/../routes/web.php';\n});\nreturn $app;\n",
      'routes/web.php': "<?php\n$router->get('/cups', 'CupController@index');\n",
    });
    const told = async (packages: string): Promise<readonly string[]> =>
      (await analyzeSources([dependenciesAnalyzer, entryPointsAnalyzer], files(packages))).inventory.routes.map(
        ({ method, path, framework }) => `${framework} ${method} ${path}`,
      );
    assert.deepEqual(await told('"laravel/lumen-framework": "^10.0"'), ['Lumen GET /cups']);
    assert.deepEqual(await told('"laravel/framework": "^11.0", "laravel/lumen-framework": "^10.0"'), [
      'Laravel GET /cups',
    ]);
  });
});

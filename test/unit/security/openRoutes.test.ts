import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { analyzeSources } from '../../support/analyzeSources';

const router = (routes: string): string =>
  `const express = require('express');\nconst router = express.Router();\n${routes}module.exports = router;\n`;
const guarded = ['a', 'b', 'c', 'd', 'e'].map((path) => `router.get('/${path}', requireLogin, show);\n`).join('');
const tasks = router("router.delete('/:id', async (req, res) => {\n  res.json(await remove(req.params.id));\n});\n");
const app = (mount: string): string =>
  `const express = require('express');\nconst app = express();\napp.use('/pages', require('./pages'));\n${mount}app.listen(80);\n`;

/** Guesses are told of programs only whose requests run as queries. */
const careless = {
  'q.php': "<?php\n$id = $_GET['id'];\n$db->query(\"select * from users where name = '$id'\");\n",
};

async function opened(files: Record<string, string>): Promise<string[]> {
  const { findings } = await analyzeSources([entryPointsAnalyzer, securityAnalyzer], { ...files, ...careless });
  return findings.flatMap(({ content }) => /Possible open route[^`]*`([^`]+)`/.exec(content)?.[1] ?? []);
}

describe('routes that ask nobody', () => {
  it('are told where routes of other files ask, and nothing on the way to them does', async () => {
    const files = { 'pages.js': router(guarded), 'tasks.js': tasks, 'x.js': "localStorage.setItem('token', a);\n" };
    const open = app("app.use('/tasks', require('./tasks'));\n");
    assert.deepEqual(await opened({ ...files, 'app.js': open }), ['tasks.js:3']);
    const asked = app("app.use('/tasks', requireLogin, require('./tasks'));\n");
    assert.deepEqual(await opened({ ...files, 'app.js': asked }), []);
    assert.deepEqual(await opened({ 'tasks.js': tasks, 'app.js': open, 'x.js': files['x.js'] }), []);
  });
});

import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { analyzeSources } from '../../support/analyzeSources';

const titles = async (files: Record<string, string>): Promise<string[]> =>
  (await analyzeSources([securityAnalyzer], files)).findings.map(({ title }) => title);

describe('what is worth a look', () => {
  const grave = "<?php\n$page = $_GET['page'];\ninclude $page . '.php';\n";
  const small = { 'a.js': "localStorage.setItem('token', found);\n" };

  it('is told where one place would matter much', async () => {
    assert.deepEqual(await titles({ 'index.php': grave }), [
      '1 place seen is worth a look in a review of security: request data in a path',
    ]);
  });

  it('is told where several would matter little, and not where one would', async () => {
    assert.deepEqual(await titles(small), []);
    const two = { ...small, 'b.js': "localStorage.setItem('jwt', found);\n" };
    assert.deepEqual(await titles(two), []);
    assert.deepEqual(await titles({ ...two, 'c.js': "sessionStorage.setItem('auth_token', found);\n" }), [
      '3 places seen are worth a look in a review of security: a token in web storage',
    ]);
  });

  it('names no line again that a flaw of its class is told of', async () => {
    const shown =
      "<?php\nfunction send($id)\n{\n    ini_set('display_errors', 'on');\n    error_reporting(E_ALL);\n}\n";
    assert.deepEqual(await titles({ 'helpers/mail.php': shown }), [
      'PHP is set to show its errors, or stops with their text, in helpers/mail.php',
    ]);
  });

  it('cites what would matter most where there are more places than can be cited', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [`a${at}.js`, "localStorage.setItem('token', found);\n"]),
    );
    const { findings } = await analyzeSources([securityAnalyzer], { ...many, 'z.php': grave });
    const [first, second] = findings.map(({ evidence }) => evidence.map(({ path }) => path));
    assert.equal(first?.length, 100);
    assert.ok(first?.includes('z.php'));
    assert.equal(second?.length, 21);
    assert.match(findings[1]?.title ?? '', /^21 more places seen/);
  });

  it('is what a function runs that a framework of the project may call', async () => {
    const run =
      'import subprocess\ndef trigger_ping(user_input):\n    return subprocess.run(user_input["host"], shell=True)\n';
    const page = "import other\n@app.route('/a')\ndef a():\n    return other.show(request.args.get('a'))\n";
    const query = "app.get('/b', (req, res) => {\n  db.query('select * from a where b = ' + req.query.b);\n});\n";
    const [, ...told] = await titles({ 'triggers/ping.py': run, 'app.py': page, 'b.js': query });
    assert.deepEqual(told, ['1 place seen is worth a look in a review of security: possible command injection']);
    // A program without requests, and a step of a build, hand themselves what they run.
    assert.deepEqual(await titles({ 'triggers/ping.py': run }), []);
    assert.deepEqual(await titles({ 'scripts/ping.py': run, 'app.py': page }), []);
  });

  it('is a finding of its own where a server runs what was followed from a request', async () => {
    const code = (first: string): string =>
      `app.post('/names', (req, res) => {\n  ${first}\n  db.sequelize.query(\`SELECT * FROM users WHERE mail = '\${req.body.mail}'\`);\n});\n`;
    const sure = 'SQL is put together from request data in a.js';
    assert.deepEqual(await titles({ 'a.js': code('const now = 1;') }), [sure]);
    const doubt = `${sure}, unless a check prevents it`;
    assert.deepEqual(await titles({ 'a.js': code('verifyBefore(req);') }), [doubt]);
    const far = `src/${'deep/'.repeat(20)}a.js`;
    assert.deepEqual(await titles({ [far]: code('verifyBefore(req);') }), [
      'SQL is put together from request data in one file, unless a check prevents it',
    ]);
    // Requests that a schema may have looked at, and a file that a program may have named itself.
    assert.deepEqual(await titles({ 'a.js': code('const now = 1;'), 'b.js': "const { z } = require('zod');\n" }), [
      doubt,
    ]);
    assert.deepEqual(await titles({ 'index.php': grave }), [
      '1 place seen is worth a look in a review of security: request data in a path',
    ]);
  });

  it('is made of all lines that a name was given', async () => {
    const find =
      "app.post('/names', (req, res) => {\n  const name = req.body.name;\n  const query = {\n    name: name,\n  };\n  User.find(query).then((found) => res.json(found));\n});\n";
    const [told] = await titles({ 'a.js': `const User = require('mongoose').model('User');\n${find}` });
    assert.match(told ?? '', /request data/);
  });

  it('is cited with the lines that name the package of a tool server', async () => {
    const text = '{ "mcpServers": { "a": {\n  "command": "npx",\n  "args": ["-y", "@x/server"]\n} } }\n';
    const { findings } = await analyzeSources([securityAnalyzer], { '.mcp.json': text });
    const [cited] = findings.find(({ rule }) => rule === 'security/mcp-unpinned-server')?.evidence ?? [];
    assert.deepEqual([cited?.startLine, cited?.endLine], [2, 3]);
  });
});

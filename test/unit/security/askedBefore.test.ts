import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weaknessExtractor } from '../../../src/engine/genesis/analyzers/security/weaknessExtractor';
import { analyzeSources } from '../../support/analyzeSources';

/** Lines of one rule in a file; those of a value that something was asked of before are marked. */
async function linesOf(path: string, text: string, rule: string): Promise<string[]> {
  const { facts, problems } = await analyzeSources([securityAnalyzer], { [path]: text });
  assert.deepEqual(problems, []);
  return (facts(weaknessExtractor, path) ?? [])
    .filter((place) => place.rule === rule && place.end === undefined)
    .map(({ line, asked, possible }) => `${line}${asked ? ' asked' : ''}${possible ? ' possible' : ''}`);
}

describe('security of values that were asked for something', () => {
  it('has a look where a question leaves the value harmful', async () => {
    const text = (asked: string): string =>
      `app.get('/a', async (req, res) => {\n  const url = req.query.url;\n  ${asked}\n  const page = await axios.get(url);\n  res.json(page.data);\n});\n`;
    for (const asked of ["if (!url.startsWith('http')) return res.end();", "if (url === 'about') return res.end();"])
      assert.deepEqual(await linesOf('a.js', text(asked), 'ssrf'), ['4 asked possible'], asked);
    for (const asked of [
      'if (!ALLOWED.includes(url)) return res.end();',
      'if (!isOwnHost(url)) return res.end();',
      "if (new URL(url).hostname !== 'shop.org') return res.end();",
    ])
      assert.deepEqual(await linesOf('a.js', text(asked), 'ssrf'), [], asked);
  });

  it('has a look where another function was given the value, unless its name says that it refuses', async () => {
    const text = (asked: string): string =>
      `class A {\n  @GetMapping("/a")\n  void f(String name) {\n    ${asked}\n    read(new File("/data/" + name));\n  }\n}\n`;
    assert.deepEqual(await linesOf('A.java', text('greet(name);'), 'path-traversal'), ['5 asked possible']);
    assert.deepEqual(await linesOf('A.java', text('checkName(name);'), 'path-traversal'), []);
  });

  it('has a look where one text is forbidden, and lets a list of what may come keep the value harmless', async () => {
    const php = (asked: string): string =>
      `<?php\n$name = $_GET['name'];\n${asked}\n$rows = $db->query("select * from a where b = $name");\n`;
    assert.deepEqual(await linesOf('a.php', php("if (preg_match('/union/i', $name)) die();"), 'sql-injection'), [
      '4 asked possible',
    ]);
    for (const asked of ["if (!preg_match('/^[a-z]+$/', $name)) die();", "if (!in_array($name, ['a', 'b'])) die();"])
      assert.deepEqual(await linesOf('a.php', php(asked), 'sql-injection'), [], asked);
    const python = (asked: string): string =>
      `@app.route('/a')\ndef show():\n    name = request.args['name']\n    ${asked}\n        abort(400)\n    return open('data/' + name).read()\n`;
    assert.deepEqual(await linesOf('a.py', python("if '..' in name:"), 'path-traversal'), ['6 asked possible']);
    assert.deepEqual(await linesOf('a.py', python('if not is_safe_path(name):'), 'path-traversal'), []);
    assert.deepEqual(await linesOf('a.py', python("if '..' in other:"), 'path-traversal'), ['6 possible']);
  });

  it('takes parts of the address that a controller of PHP is given for request data', async () => {
    const controller = (base: string): string =>
      `<?php\nclass Posts extends ${base} {\n  public function show($id) {\n    return DB::select("select * from posts where id = $id");\n  }\n}\n`;
    assert.deepEqual(await linesOf('a.php', controller('Controller'), 'sql-injection'), ['4 possible']);
    assert.deepEqual(await linesOf('a.php', controller('Model'), 'sql-injection'), []);
  });

  it('follows a value that was made a text, and a body that is called a request', async () => {
    const script = "app.get('/a', (req, res) => {\n  const name = String(req.query.name);\n  BODY\n});\n";
    const run = script.replace('BODY', "require('child_process').exec('ls ' + name);");
    assert.deepEqual(await linesOf('a.js', run, 'command-injection'), ['3']);
    // No operator of MongoDB is left in a text.
    const query = script.replace('BODY', 'mongo.collection(a).findOne({ name });');
    assert.deepEqual(await linesOf('a.js', query, 'nosql-injection'), []);
    const action = (asked: string): string =>
      `public class A : Controller {\n  [HttpPost("a")]\n  public IActionResult Go([FromBody] GoRequest request) {\n    ${asked}\n    return Redirect(request.Url);\n  }\n}\n`;
    for (const asked of ['', 'if (!Uri.TryCreate(request.Url, UriKind.Absolute, out _)) return BadRequest();'])
      assert.deepEqual((await linesOf('A.cs', action(asked), 'open-redirect')).length, 1, asked);
    const model = (type: string): string =>
      `@app.post("/a")\ndef chat(request: ${type}):\n    os.system("say " + request.message)\n`;
    assert.deepEqual((await linesOf('a.py', model('ChatRequest'), 'command-injection')).length, 1);
    assert.deepEqual(await linesOf('a.py', model('Request'), 'command-injection'), []);
  });

  it('asks what the part of a condition asks that names the value, and nothing of what is only noted', async () => {
    const php = (asked: string): string =>
      `<?php\nif (isset($_GET['url']) && ${asked}) {\n  header('Location: ' . $_GET['url']);\n}\n`;
    assert.deepEqual(await linesOf('a.php', php("$_COOKIE['level'] != '1'"), 'open-redirect'), ['3 possible']);
    assert.deepEqual(await linesOf('a.php', php("in_array($_GET['url'], $own)"), 'open-redirect'), []);
    const script = (asked: string): string =>
      `app.get('/a', async (req, res) => {\n  const url = req.query.url;\n  ${asked}\n  const page = await axios.get(url);\n  res.json(page.data);\n});\n`;
    const noted = 'if (url.match(/inside/) !== null) app.locals.seen = true;';
    assert.deepEqual(await linesOf('a.js', script(noted), 'ssrf'), ['4 possible']);
    assert.deepEqual(await linesOf('a.js', script(`${noted} if (app.locals.seen) return;`), 'ssrf'), []);
  });
});

describe('security of requests that are taken apart', () => {
  it('reads a request whose parts are the parameters of a handler', async () => {
    const text = (head: string): string =>
      `export const show = () => {\n  return ${head} => {\n    const to = query.to;\n    db.query(\`select * from a where b = '\${to}'\`);\n  };\n};\n`;
    for (const head of ['({ query }: Request, res: Response)', '({ query, params }, res)', 'async ({ query }, reply)'])
      assert.deepEqual(await linesOf('a.ts', text(head), 'sql-injection'), ['4'], head);
    for (const head of ['({ query }: Options)', '({ query }, done)', '({ other }: Request, res)'])
      assert.deepEqual(await linesOf('a.ts', text(head), 'sql-injection'), [], head);
  });

  it('takes for harmful what a function cleans at some levels of a training ground only', async () => {
    const text = (asked: string): string =>
      `<?php\nfunction clean($data) {\n  switch (${asked}) {\n    case '1': $data = addslashes($data); break;\n    default: $data = no_check($data);\n  }\n  return $data;\n}\n$db->query("select * from a where b = '" . clean($_GET['b']) . "'");\n`;
    assert.deepEqual(await linesOf('a.php', text("$_COOKIE['security_level']"), 'sql-injection'), ['9 possible']);
    assert.deepEqual(await linesOf('a.php', text('$kind'), 'sql-injection'), []);
  });

  it('reads a statement that the request holds as a whole, by its name', async () => {
    const text = (name: string): string =>
      `@RestController class A {\n  // select\n  @PostMapping("/a") Object f(@RequestBody Map<String, String> body) {\n    String ${name} = body.get("q");\n    return manager.createNativeQuery(${name}).getResultList();\n  }\n}\n`;
    assert.deepEqual(await linesOf('A.java', text('sql'), 'sql-injection'), ['5 possible']);
    assert.deepEqual(await linesOf('A.java', text('name'), 'sql-injection'), []);
  });

  it('asks nothing of a field by whether the request has it', async () => {
    const php = (asked: string): string =>
      `<?php\nif (${asked}) {\n  $name = $_GET['name'];\n  echo '<pre>' . $name . '</pre>';\n}\n`;
    const found = await linesOf(
      'a.php',
      php("array_key_exists('name', $_GET) && $_GET['name'] != NULL"),
      'reflected-xss',
    );
    assert.equal(found.length, 1);
    assert.deepEqual(await linesOf('a.php', php('array_key_exists($_GET["name"], $names)'), 'reflected-xss'), []);
  });

  it('takes a literal of Sequelize for SQL, and a text that is parsed for a template of Go', async () => {
    const script = (given: string): string =>
      `const Sequelize = require('sequelize');\nconst db = require('./models'); // update\napp.post('/a', (req, res) => {\n  let amount = req.body.amount;\n  db.update({ balance: Sequelize.literal(${given}) });\n});\n`;
    assert.equal((await linesOf('a.js', script(`\`balance - $\{amount}\``), 'sql-injection')).length, 1);
    assert.deepEqual(await linesOf('a.js', script(`\`balance - $\{Number(amount)}\``), 'sql-injection'), []);
    const go = (given: string): string =>
      `package a\nimport "html/template"\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tx := r.FormValue("name")\n\tpage := "<p>" + x + "</p>"\n\tt, _ := template.New("a").Parse(${given})\n\tt.Execute(w, x)\n}\n`;
    assert.deepEqual(await linesOf('a.go', go('page'), 'template-injection'), ['6']);
    assert.deepEqual(await linesOf('a.go', go('"<p>{{.}}</p>"'), 'template-injection'), []);
  });
});

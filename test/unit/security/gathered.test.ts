import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../support/analyzeSources';

/** Places of the rules of flows, as `rule path:line`. */
async function flows(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { problems, model } = await analyzeSources([securityAnalyzer], files);
  assert.deepEqual(problems, []);
  return weakPlaces(model)
    .filter(({ place }) => /injection|traversal|ssrf/.test(place.rule))
    .map(({ file, place }) => `${place.rule} ${file.path}:${place.line}`)
    .sort();
}

describe('security of values that are one of many', () => {
  it('follows what a list gathers', async () => {
    const java = (added: string): string =>
      `class A {\n  @GetMapping("/a")\n  String a(@RequestParam String name) {\n    List<String> words = new ArrayList<>();\n    words.add(${added});\n    new ProcessBuilder(words).start();\n    return "";\n  }\n}\n`;
    assert.deepEqual(await flows({ 'A.java': java('name') }), ['command-injection A.java:6']);
    assert.deepEqual(await flows({ 'A.java': java('"ls"') }), []);
    const py = (part: string): string =>
      `@app.route("/a")\ndef a():\n    parts = ["select * from a where 1 = 1"]\n    values = []\n    parts.append(${part})\n    values.append(request.args.get("b"))\n    cursor.execute(" ".join(parts), values)\n`;
    assert.deepEqual(await flows({ 'a.py': py('"and b = \'" + request.args.get("b") + "\'"') }), [
      'sql-injection a.py:7',
    ]);
    assert.deepEqual(await flows({ 'a.py': py('"and b = %s"') }), []);
    const js = (part: string): string =>
      `app.get('/a', (req, res) => {\n  const words = ['ls'];\n  words.push(${part});\n  require('child_process').exec(words.join(' '));\n});\n`;
    assert.deepEqual(await flows({ 'a.js': js('req.query.name') }), ['command-injection a.js:4']);
    assert.deepEqual(await flows({ 'a.js': js("'-l'") }), []);
    const cs = (part: string): string =>
      `public class AController : Controller {\n  [HttpGet]\n  public IActionResult A(string name) {\n    var sql = new StringBuilder("select * from a");\n    sql.Append(${part});\n    new SqlCommand(sql.ToString(), db).ExecuteReader();\n    return Ok();\n  }\n}\n`;
    assert.deepEqual(await flows({ 'A.cs': cs('" where b = \'" + name + "\'"') }), ['sql-injection A.cs:6']);
    assert.deepEqual(await flows({ 'A.cs': cs('" where b = 1"') }), []);
  });

  it('takes lists of texts that a handler is given', async () => {
    const controller = (type: string): string =>
      `class A {\n  Names store;\n  @PostMapping("/a")\n  String a(@RequestBody List<${type}> names) {\n    return store.find(names);\n  }\n}\n`;
    const store =
      'class Names {\n  String find(List<String> names) {\n    String sql = "select * from a where b in (\'" + String.join("\',\'", names) + "\')";\n    return jdbcTemplate.query(sql, mapper);\n  }\n}\n';
    assert.deepEqual(await flows({ 'A.java': controller('String'), 'Names.java': store }), [
      'sql-injection Names.java:4',
    ]);
    assert.deepEqual(await flows({ 'A.java': controller('Long'), 'Names.java': store }), []);
  });

  it('takes an object that is made of all fields of a request', async () => {
    const py = (made: string): string =>
      `from shell import run_it\n\n@app.route("/a")\ndef a():\n    data = ${made}\n    return run_it(data.name)\n`;
    const shell = 'import subprocess\n\ndef run_it(name):\n    return subprocess.run("ls " + name, shell=True)\n';
    assert.deepEqual(await flows({ 'a.py': py('Ask(**request.json)'), 'shell.py': shell }), [
      'command-injection shell.py:4',
    ]);
    assert.deepEqual(await flows({ 'a.py': py('Ask(name="a")'), 'shell.py': shell }), []);
  });

  it('takes a statement of SQL that the body holds for what a database runs', async () => {
    const js = (asked: string): string =>
      `const db = require('./database');\napp.post('/a', async (req, res) => {\n  const { query } = req.body;\n  const [rows] = await ${asked};\n  await db.query('select 1 from a');\n});\n`;
    assert.deepEqual(await flows({ 'a.js': js('db.query(query)') }), ['sql-injection a.js:4']);
    assert.deepEqual(await flows({ 'a.js': js('search.query(query)') }), []);
  });
});

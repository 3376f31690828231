import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../support/analyzeSources';

/** The lines of a file that are told as flaws, and those that are worth a look. */
async function parted(path: string, text: string, others: Readonly<Record<string, string>> = {}) {
  const { model, problems } = await analyzeSources([securityAnalyzer], { [path]: text, ...others });
  assert.deepEqual(problems, []);
  const own = weakPlaces(model).filter(({ file }) => file.path === path);
  const linesOf = (possible: boolean): number[] =>
    own.flatMap(({ place }) => ((place.possible === true) === possible ? [place.line] : []));
  return { sure: linesOf(false), possible: linesOf(true) };
}

const route = (body: string, beside = ''): string =>
  `app.get('/a', ${beside}(req, res) => {\n  const id = req.query.id;\n${body}\n});\n`;
const query = "  db.query('select * from users where id = ' + id);";

describe('what is worth a look', () => {
  it('is told as a flaw where nothing touches the value on its way', async () => {
    for (const body of [query, `  if (!id) return res.end();\n${query}`, `  console.log(id);\n${query}`]) {
      const { sure, possible } = await parted('src/a.js', route(body));
      assert.deepEqual([sure.length, possible], [1, []], body);
    }
  });

  it('is no flaw by itself where somebody may have looked at the value', async () => {
    const others = [
      route(`  if (id.length > 5) return res.end();\n${query}`),
      route(`  refuse(id);\n${query}`),
      route(query.replace('+ id', "+ id.replace(/'/g, '')")),
      route(query, 'checked, '),
      route(query, 'onlyAdmins, '),
    ];
    for (const text of others) {
      const { sure, possible } = await parted('src/a.js', text);
      assert.deepEqual([sure, possible.length], [[], 1], text);
    }
    assert.deepEqual((await parted('src/admin/a.js', route(query))).sure, []);
  });

  it('asks about the very value: who looks at another field says nothing of this one', async () => {
    const other = route(`  if (!valid(req.query.name)) return res.end();\n${query}`);
    assert.deepEqual(await parted('src/a.js', other), { sure: [4], possible: [] });
    for (const whole of ['  validate(req.query);', '  check();', '  const all = parse(req.query);'])
      assert.deepEqual((await parted('src/a.js', route(`${whole}\n${query}`))).sure, [], whole);
    // A choice that asks only whether there is a value leaves it as it is.
    const page =
      "<?php\n$id = isset($_GET['id']) ? $_GET['id'] : '';\n$db->query(\"select * from a where b = '$id'\");\n";
    assert.deepEqual(await parted('page.php', page), { sure: [3], possible: [] });
  });

  it('is a flaw as well where the value goes through one function that only one file can mean', async () => {
    const model =
      "<?php\nclass Model {\n  function find($table, $id) {\n    return $this->db->query('select * from ' . $table . ' where id = ' . $id);\n  }\n}\n";
    const page = "<?php\n$found = $model->find('a', $_GET['id']);\n";
    assert.deepEqual(await parted('model.php', model, { 'page.php': page }), { sure: [4], possible: [] });
    const looked = page.replace('<?php\n', "<?php\nif (strlen($_GET['id']) > 3) exit;\n");
    assert.deepEqual(await parted('model.php', model, { 'page.php': looked }), { sure: [], possible: [4] });
    // Two files have such a function: which is meant can't be told.
    const two = { 'page.php': page, 'other/model.php': model };
    assert.deepEqual((await parted('model.php', model, two)).sure, []);
  });

  it('counts filters of all requests, wherever they stand', async () => {
    const page = "<?php\n$id = $_GET['id'];\n$db->query(\"select * from users where name = '$id'\");\n";
    assert.deepEqual(await parted('page.php', page), { sure: [3], possible: [] });
    const form = `<form action="check.php"><input pattern="x"></form>\n${page}`;
    assert.deepEqual(await parted('page.php', form), { sure: [4], possible: [] });
    const filter = "<?php\n$_GET = array_map('addslashes', $_GET);\n";
    assert.deepEqual(await parted('page.php', page, { 'start.php': filter }), { sure: [], possible: [3] });
    const ofTests = await parted('page.php', page, { 'tests/start.php': filter });
    assert.deepEqual(ofTests, { sure: [3], possible: [] });
  });

  it('is one finding of the lowest importance, and none where there is little of it', async () => {
    const text = route(`  refuse(id);\n${query}`);
    const read = "app.get('/b', (req, res) => {\n  fs.readFile('data/' + req.query.name, done);\n});\n";
    const tell = async (files: Readonly<Record<string, string>>) => {
      const { findings } = await analyzeSources([securityAnalyzer], files);
      return findings.map(({ rule, title, importance, evidence }) => ({ rule, title, importance, evidence }));
    };
    assert.deepEqual(await tell({ 'src/a.js': "localStorage.setItem('token', found);\n" }), []);
    const [doubted, found, ...more] = await tell({ 'src/a.js': text, 'src/b.js': read, 'src/c.js': text });
    assert.deepEqual(more, []);
    assert.equal(doubted?.rule, 'security/sql-injection-in-doubt');
    assert.equal(found?.importance, 1);
    assert.equal(found?.title, '1 place seen is worth a look in a review of security: request data in a path');
    assert.equal(found?.evidence.filter(({ fingerprint }) => fingerprint !== undefined).length, 1);
    // Where a flaw is told, one place seen is worth a look as well.
    const told = await tell({ 'src/a.js': "localStorage.setItem('token', found);\n", 'src/d.js': route(query) });
    assert.deepEqual(
      told.map(({ title }) => title),
      [
        'SQL is put together from request data in src/d.js',
        '1 place seen is worth a look in a review of security: a token in web storage',
      ],
    );
  });
});

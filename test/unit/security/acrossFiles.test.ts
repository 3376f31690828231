import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { keyUses } from '../../../src/engine/genesis/analyzers/security/rules/keys/keyUses';
import { analyzeSources } from '../../support/analyzeSources';

/** What is told, as `rule path:line`, of files that are read together. */
async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings, problems, model } = await analyzeSources([securityAnalyzer], files);
  assert.deepEqual(problems, []);
  const flaws = findings.filter(({ rule }) => rule !== 'security/worth-a-look' && !rule.endsWith('-in-doubt'));
  const sure = flaws.flatMap(({ rule, evidence }) => evidence.map((at) => `${rule} ${at.path}:${at.startLine}`));
  const possible = weakPlaces(model).flatMap(({ file, place }) =>
    place.possible ? [`security/${place.rule} ${file.path}:${place.line}`] : [],
  );
  return [...sure, ...possible].sort();
}

describe('security across files', () => {
  it('follows request data into a function of a module', async () => {
    const users = 'def login(name):\n    return c.execute("SELECT * FROM users WHERE a = \'{}\'".format(name))\n';
    const call =
      "import users\n\n@app.route('/login')\ndef login():\n    return users.login(request.form.get('name'))\n";
    const { model } = await analyzeSources([securityAnalyzer], { 'shop/users.py': users, 'shop/login.py': call });
    const found = weakPlaces(model).find(({ place }) => place.rule === 'sql-injection');
    assert.equal(found?.file.path, 'shop/users.py');
    assert.deepEqual([found?.place.sourcePath, found?.place.sourceLine], ['shop/login.py', 5]);
    // Nobody gives it request data: another module, another function, a value that was looked up in a list.
    for (const other of [
      call.replace('users.login', 'orders.login'),
      call.replace('users.login', 'users.logout'),
      call.replace("users.login(request.form.get('name'))", 'users.login(NAMES[0])'),
    ])
      assert.ok(
        !(await told({ 'shop/users.py': users, 'shop/login.py': other })).join().includes('sql-injection'),
        other,
      );
  });

  it('follows it into a function that a package of Python holds itself', async () => {
    const own = 'def query(text, args=()):\n    return cursor.execute(text, args)\n';
    const call =
      "from . import query\n\n@bp.route('/in')\ndef come():\n    sql = \"select * from a where b = '%s'\" % request.form.get('b')\n    return query(sql)\n";
    assert.match(
      (await told({ 'shop/__init__.py': own, 'shop/auth.py': call })).join(),
      /sql-injection shop\/auth\.py/,
    );
    assert.doesNotMatch((await told({ 'other/__init__.py': own, 'shop/auth.py': call })).join(), /sql-injection/);
  });

  it('reads a resolver of Python whose parameters are not all names', async () => {
    const text =
      "import graphene\n\n\nclass Query(graphene.ObjectType):\n    @staticmethod\n    def resolve_file(_root, info, *, name=None):\n        return find(info.context.user, name)\n\n\ndef find(user, name):\n    return open('/data/' + name)\n";
    assert.deepEqual(await told({ 'shop/files.py': text }), ['security/path-traversal shop/files.py:11']);
  });

  it('tells SQL where it is put together, when another file runs it', async () => {
    const run = 'def execute_query(query, params=None):\n    return cursor.execute(query, params)\n';
    const call = (text: string): string =>
      `from database import (\n    connect,\n    execute_query,\n)\n\n@app.route('/u/<name>')\ndef show(name):\n    query = ${text}\n    return execute_query(query)\n`;
    const made = call('f"select * from users where name = \'{name}\'"');
    const files = { 'shop/database.py': run, 'shop/app.py': made };
    assert.deepEqual(await told(files), ['security/sql-injection shop/app.py:8']);
    // A text of the program's own, or one without SQL, is run as it is.
    for (const other of ["'select * from users'", "f'{name}'"])
      assert.deepEqual(await told({ ...files, 'shop/app.py': call(other) }), [], other);
  });

  it('has a look at a text of SQL that the request holds as a whole', async () => {
    const run = 'def count(query):\n    return cursor.execute(query)\n';
    const call =
      "import rows\n\n@app.route('/n')\ndef show():\n    query = request.args['q']\n    return rows.count(query)\n";
    const { model } = await analyzeSources([securityAnalyzer], { 'shop/rows.py': run, 'shop/app.py': call });
    assert.deepEqual(
      weakPlaces(model).map(({ file, place }) => [file.path, place.rule, place.line, place.possible]),
      [['shop/app.py', 'sql-injection', 6, true]],
    );
  });

  it("finds a function of PHP by its bare name, but not another's method", async () => {
    const run = '<?php\nfunction execute($link, $query) {\n  return mysqli_query($link, $query);\n}\n';
    const call = (name: string): string =>
      `<?php\n$query = "insert log(name) values('" . $_GET['name'] . "')";\n${name}($link, $query);\n`;
    const found = await told({ 'inc/db.php': run, 'page.php': call('execute') });
    assert.ok(found.includes('security/sql-injection page.php:3'), found.join());
    const other = await told({ 'inc/db.php': run, 'page.php': call('$log->execute') });
    assert.ok(!other.join().includes('sql-injection page.php:3'), other.join());
  });

  it('follows the fields of a body into a service of Spring, by the type that declares it', async () => {
    const service =
      'class PingService {\n  String ping(String host) {\n    return Runtime.getRuntime().exec(new String[] {"sh", "-c", "ping " + host});\n  }\n}\n';
    const controller = (type: string): string =>
      `class A {\n  private ${type} tools;\n  @PostMapping("/a") String a(@RequestBody Target target) {\n    return tools.ping(target.getHost());\n  }\n}\n`;
    assert.deepEqual(await told({ 'src/PingService.java': service, 'src/A.java': controller('PingService') }), [
      'security/command-injection src/PingService.java:3',
    ]);
    const apart = { 'src/PingService.java': service, 'src/A.java': controller('OtherTools') };
    const { model } = await analyzeSources([securityAnalyzer], apart);
    // Nobody is seen to call it, so that it is worth a look only.
    assert.deepEqual(
      weakPlaces(model).map(({ file, place }) => [file.path, place.rule, place.sourcePath, place.possible]),
      [['src/PingService.java', 'command-injection', undefined, true]],
    );
  });

  it('follows a parameter that one function hands on to the next', async () => {
    const model =
      'class Benefit\n  def self.save(file)\n    make_backup(file)\n  end\n\n  def self.make_backup(file)\n    system("cp #{file.original_filename} /tmp")\n  end\nend\n';
    const controller = 'class BenefitsController\n  def upload\n    Benefit.save(params[:file])\n  end\nend\n';
    const files = { 'app/models/benefit.rb': model, 'app/controllers/benefits_controller.rb': controller };
    assert.deepEqual(await told(files), ['security/command-injection app/models/benefit.rb:7']);
    assert.deepEqual(await told({ 'app/models/benefit.rb': model }), []);
  });

  it('leaves a value that a caller gave to another function, or that a router cut out, to it', async () => {
    const service =
      "const fs = require('fs');\nclass Zips {\n  make(id) {\n    return fs.createReadStream('/data/' + id + '.zip');\n  }\n  complete(id) {\n    this.make(id);\n  }\n}\n";
    const controller =
      "import { Zips } from './zips';\nfunction f(req) {\n  const id = req.query.id;\n  Zips.complete(id);\n}\n";
    const files = { 'src/zips.js': service, 'src/a.js': controller };
    assert.deepEqual(await told(files), ['security/path-traversal src/zips.js:4']);
    const asking = service.replace('    this.make(id);', '    this.refuseUnknown(id);\n    this.make(id);');
    assert.deepEqual(await told({ ...files, 'src/zips.js': asking }), []);
    const loading = controller.replace('  Zips.complete', '  loadShare(id);\n  Zips.complete');
    assert.deepEqual(await told({ ...files, 'src/a.js': loading }), []);
    const store = 'package store\n\nfunc Read(id string) {\n\tos.ReadFile("/data/" + id)\n}\n';
    const handler = (source: string): string =>
      `package api\n\nimport "x/store"\n\nfunc f(c *gin.Context) {\n\tstore.Read(c.${source}("id"))\n}\n`;
    assert.deepEqual(await told({ 'store/a.go': store, 'api/a.go': handler('Query') }), [
      'security/path-traversal store/a.go:4',
    ]);
    assert.deepEqual(await told({ 'store/a.go': store, 'api/a.go': handler('Param') }), []);
  });

  it('tells a key that one file writes and another signs with', async () => {
    const config = "module.exports = { secret: 'ab', salt: 'cd', port: 80 };\n";
    const use = "const config = require('./config');\nconst t = jwt.sign({ id }, config.secret, options);\n";
    assert.deepEqual(await told({ 'src/config.js': config, 'src/auth.js': use }), [
      'security/literal-key src/config.js:1',
    ]);
    assert.deepEqual(await told({ 'src/config.js': config, 'test/auth.test.js': use }), []);
    assert.deepEqual(await told({ 'src/other.js': config, 'src/auth.js': use }), []);
    const start = "if (config.secret === 'ab') config.secret = randomBytes(32);\n";
    assert.deepEqual(await told({ 'src/config.js': config, 'src/auth.js': use, 'src/start.js': start }), []);
  });

  it('tells the default of a key, where it is used or in the file that it is taken from', async () => {
    const own =
      "jwt.sign(user, process.env.JWT_SECRET || 'superSecret', options);\njwt.sign(user, process.env.JWT_SECRET, options);\n";
    assert.deepEqual(await told({ 'src/a.js': own }), ['security/known-default-key src/a.js:1']);
    const config = "export const settings = { auth: { jwtSecret: process.env.JWT ?? 'superSecret' } };\n";
    const use = "import { settings } from './config';\nconst t = jwt.verify(token, settings.auth.jwtSecret);\n";
    assert.deepEqual(await told({ 'src/config.ts': config, 'src/auth.ts': use }), [
      'security/known-default-key src/config.ts:1',
    ]);
    assert.deepEqual(await told({ 'src/config.ts': config }), []);
  });

  it('tells a constant of a package of Go that signs there, and none that signs nothing', async () => {
    const text = 'package shop\n\nconst Password = "A Very Strong One"\nconst Other = "A Very Strong Two"\n';
    const use = 'func f() {\n\tt.SignedString([]byte(Password))\n}\n';
    assert.deepEqual(await told({ 'shop/a.go': text + use }), ['security/literal-key shop/a.go:3']);
    assert.deepEqual(await told({ 'shop/a.go': text }), []);
  });

  it('knows a class of C# by the interface that it stands behind', async () => {
    const users =
      'interface IUserStore {\n  User Find(string name);\n}\nclass UserTable : IUserStore {\n  public User Find(string name) {\n    var cmd = new SqlCommand("select * from users where name = \'" + name + "\'", c);\n    return Read(cmd);\n  }\n}\n';
    const page =
      'class Account : Controller {\n  private IUserStore _users;\n  [HttpPost]\n  public IActionResult Show(Entry entry) {\n    return View(_users.Find(entry.Name));\n  }\n}\n';
    const found = async (text: string): Promise<string> =>
      (await told({ 'Data/Tables.cs': users, 'Pages/Account.cs': text }))
        .filter((one) => one.includes('injection'))
        .join();
    assert.equal(await found(page), 'security/sql-injection Data/Tables.cs:6');
    assert.equal(await found(page.replace('IUserStore', 'IOrderStore').replace('_users', '_orders')), '');
  });

  it('follows a value through a service that hands it on, and not where the service looks at it', async () => {
    const table =
      'class NoteRepository {\n  List<Note> search(String word) {\n    String sql = "select * from notes where title like \'%" + word + "%\'";\n    return jdbc.query(sql, rows);\n  }\n}\n';
    const service = (look: string): string =>
      `class NoteService {\n  private NoteRepository noteRepository;\n  public List<Note> find(String word) {\n${look}    return noteRepository.search(word);\n  }\n}\n`;
    const page =
      '@RestController class NoteController {\n  private NoteService noteService;\n  @GetMapping("/notes") List<Note> find(@RequestParam String word) {\n    return noteService.find(word);\n  }\n}\n';
    const found = async (look: string): Promise<boolean> => {
      const { model } = await analyzeSources([securityAnalyzer], {
        'shop/NoteRepository.java': table,
        'shop/NoteService.java': service(look),
        'shop/NoteController.java': page,
      });
      return weakPlaces(model).some(
        ({ place }) => place.rule === 'sql-injection' && place.sourcePath === 'shop/NoteController.java',
      );
    };
    assert.equal(await found(''), true);
    assert.equal(await found('    if (!KNOWN.contains(word)) throw new Refused();\n'), false);
  });

  it('tells no name of a cookie and no secret of a client as a key', async () => {
    assert.deepEqual(
      await told({
        'nuxt.config.ts': "export default { i18n: { cookieKey: 'shop_i18n_redirected' } };\n",
        'src/feed.py': "push = Push(secret='Bcs59EFbbsdF6Sl9Ng71smgStWEGw')\n",
      }),
      [],
    );
  });

  for (const { languages, pattern, words, example } of keyUses)
    it(`finds the key in ${example}`, () => {
      const [match] = [...example.matchAll(pattern)];
      assert.equal(match?.groups?.['key']?.replace(/["'`]/g, ''), 'abc', languages[0]);
      assert.ok(words.some((word) => example.includes(word)));
    });
});

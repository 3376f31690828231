import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { weaknessExtractor } from '../../../src/engine/genesis/analyzers/security/weaknessExtractor';
import { analyzeSources } from '../../support/analyzeSources';

/** The lines of a file that a rule reports. */
async function linesOf(rule: string, path: string, text: string): Promise<number[]> {
  const { facts, problems } = await analyzeSources([securityAnalyzer], { [path]: text });
  assert.deepEqual(problems, []);
  return (facts(weaknessExtractor, path) ?? []).flatMap((place) => (place.rule === rule ? [place.line] : []));
}

describe('what has the form of a weakness and is none', () => {
  it('is a value in SQL that is escaped, a parameter, a part of the statement or a constant', async () => {
    const where = (value: string): string => `const q = (id) => run(\`SELECT a FROM b\n  WHERE id = ${value}\n\`);\n`;
    const lines = (value: string, before = ''): Promise<number[]> =>
      linesOf('sql-text-with-values', 'a.ts', `${before}${where(value)}`);
    const none = [`\${sqlstring.escape(id)}`, '{id:String}', `\${TABLES.orders}`, `\${idParam}`, `\${params.add(id)}`];
    for (const value of none) assert.deepEqual(await lines(value), [], value);
    assert.deepEqual(await lines(`\${pid}`, 'const pid = db.escape(project);\n'), []);
    for (const value of [`\${id}`, `\${row.id}`, `\${request.query('id')}`])
      assert.deepEqual(await lines(value), [2], value);
    assert.deepEqual(await lines(`'\${query}'`), [2]);
    const schema = '<?php\n$q = "SELECT * FROM information_schema.COLUMNS WHERE A = \'" . $name . "\'";\n';
    assert.deepEqual(await linesOf('sql-text-with-values', 'a.php', schema), []);
  });

  it('is an origin that is compared with those that may, or let in by a setting', async () => {
    const set = (condition: string): string =>
      `function f(req, res) {\n  const origin = req.headers.origin;\n  ${condition} {\n    res.setHeader('Access-Control-Allow-Origin', origin);\n  }\n}\n`;
    const lines = (condition: string): Promise<number[]> => linesOf('open-cors', 'a.js', set(condition));
    assert.deepEqual(await lines('if (origin && known.includes(origin))'), []);
    assert.deepEqual(await lines('if (settings.allowAll)'), []);
    assert.deepEqual(await lines('if (origin)'), [4]);
    assert.deepEqual(await linesOf('open-cors', '.vite/server.ts', 'app.use(cors());\n'), []);
  });

  it('is a digest of a token that was given, what is drawn well, and what passes time or is a picture', async () => {
    const lines = (path: string, text: string): Promise<number[]> => linesOf('predictable-value', path, text);
    const given =
      "async function f(token, email) {\n  const hash = createHash('sha256').update(token).digest('hex');\n}\n";
    assert.deepEqual(await lines('a.js', given), []);
    assert.deepEqual(await lines('a.js', given.replace('update(token)', 'update(email)')), [2]);
    const wait = 'package a\nimport "math/rand"\nfunc f() {\n\t// reset\n\twait := rand.Int63n(t.Nanoseconds())\n}\n';
    assert.deepEqual(await lines('a.go', wait), []);
    const picture =
      '<?php\nfunction captcha() {\n  imagefilledellipse($image, mt_rand(5, 9), $red);\n  $captcha = mt_rand(0, 99);\n}\n';
    assert.deepEqual(await lines('a.php', picture), [4]);
    // What a function is given does not say what it makes.
    const agent =
      'def login(self, password):\n    version = random.randrange(8, 14)\n    pin = random.randrange(8, 14)\n';
    assert.deepEqual(await lines('a.py', agent), [3]);
  });

  it('is the name of a setting, a rule of a form, and the name of a broker', async () => {
    const form = "<?php\nreturn [\n  'password' => 'required|string|max:255',\n  'password' => 'Spring22x',\n];\n";
    assert.deepEqual(await linesOf('login-in-code', 'src/settings/Accept.php', form), [4]);
    const names =
      'class A {\n  private const string UserAccessToken = "user_token";\n  private const string AdminPassword = "user_t0ken";\n}\n';
    assert.deepEqual(await linesOf('login-in-code', 'src/settings/Settings.cs', names), [3]);
    const broker =
      "<?php\nreturn ['passwords' => env('AUTH_PASSWORD_BROKER', 'users'), 'a' => env('DB_PASSWORD', 'secret')];\n";
    assert.deepEqual(await linesOf('known-default-key', 'config/auth.php', broker), [2]);
    assert.deepEqual(await linesOf('known-default-key', 'config/auth.php', broker.replace(/, 'a'[^\]]+/, '')), []);
  });

  it('is what stands in the documentation of Elixir, and in comments of templates', async () => {
    const text =
      'defmodule A do\n  @doc """\n      iex> new(%{username: "me", password: "pass-word1"})\n  """\n  def new, do: start(%{username: "me", password: "pass-word1"})\nend\n';
    const told = [
      ...(await linesOf('login-in-code', 'lib/a.ex', text)),
      ...(await linesOf('login-of-everybody', 'lib/a.ex', text)),
    ];
    assert.deepEqual([...new Set(told)], [5]);
    const page = '{#\n<td>{{ names(row)|raw }}</td>\n#}\n<td>{{ names(row)|raw }}</td>\n';
    assert.deepEqual(await linesOf('unescaped-value', 'views/a.twig', page), [4]);
  });

  it('is the definition of a function, and a list of classes that may be built', async () => {
    const text =
      "<?php\nfunction unserialize($data) {\n  return unserialize($data, ['allowed_classes' => $this->known]);\n}\n$user = unserialize($data);\n";
    assert.deepEqual(await linesOf('object-building', 'a.php', text), [5]);
  });

  it('is a digest for a cache', async () => {
    const text = "def cache_key(token):\n    return f'AppByToken:{hashlib.md5(token.encode()).hexdigest()}'\n";
    assert.deepEqual(await linesOf('fast-hash-of-secret', 'a.py', text), []);
    assert.deepEqual(await linesOf('fast-hash-of-secret', 'a.py', text.replace('cache_key', 'kept')), [2]);
  });

  it('is the subject of a mail, what a model is asked, and a service that is given a request', async () => {
    const mail = 'Subject: {{{host.name}}} wants it\n\n<p>{{{host.name}}}</p>\n';
    assert.deepEqual(await linesOf('unescaped-value', 'mails/a.hbs', mail), [3]);
    const chat = '{{ name|safe }}\n{% if add_generation_prompt %}{{ bos_token }}{% endif %}\n';
    assert.deepEqual(await linesOf('unescaped-value', 'models/chat.jinja', chat), []);
    const create = 'def create\n  row = Issue.new(params)\n  taken = IssueImporter.new(params)\nend\n';
    assert.deepEqual(await linesOf('mass-assignment', 'app/controllers/issues_controller.rb', create), [2]);
  });

  it('is a generator that nobody draws secrets from', async () => {
    const own = (use: string): string =>
      `class Session {\n  private static final Random RNG = new Random();\n\n\n\n${use}\n}\n`;
    const lines = (use: string): Promise<number[]> => linesOf('predictable-value', 'src/Placer.java', own(use));
    assert.deepEqual(await lines('  int place() {\n    return RNG.nextInt(5);\n  }'), []);
    assert.deepEqual(await lines('  String newToken() {\n    return letters[RNG.nextInt(5)];\n  }'), [2]);
  });

  it('is the name of an evaluator, and a slot that was rendered', async () => {
    assert.deepEqual(await linesOf('code-injection', 'a.php', '<?php\nfunction eval($script) {}\n'), []);
    assert.deepEqual(
      await linesOf('unescaped-value', 'mail/button.blade.php', '<p>{!! $slot !!}</p>\n<p>{!! $text !!}</p>\n'),
      [2],
    );
  });

  it('is told once where two kinds say the same of a line', async () => {
    const text = 'defmodule A do\n  def new, do: start(%{username: "me", password: "pass-word1"})\nend\n';
    const { model } = await analyzeSources([securityAnalyzer], { 'lib/a.ex': text });
    assert.equal(weakPlaces(model).length, 1);
    const compared =
      'class A { byte[] HashOf(string password) {\n  var by = format == PasswordHash.SHA1 ? SHA1.Create() : null;\n  return by.ComputeHash(password);\n} }\n';
    const kept = await analyzeSources([securityAnalyzer], { 'A.cs': compared });
    assert.deepEqual(
      weakPlaces(kept.model).map(({ place }) => place.rule),
      ['hash-of-password', 'hash-of-password'],
    );
  });

  it('is a text of SQL with names only, and a record that looks for itself', async () => {
    const text = (values: string): string =>
      `q = f"""\n  INSERT INTO {schema}.{table}({to_columns})\n  VALUES ({${values}})\n"""\n`;
    assert.deepEqual(await linesOf('sql-text-with-values', 'a.py', text('to_values')), []);
    assert.deepEqual(await linesOf('sql-text-with-values', 'a.py', text('mail')), [1]);
    const own = (id: string): string => `const f = (row) => run(\`UPDATE a SET b = 1 WHERE id = '\${${id}}'\`);\n`;
    assert.deepEqual(await linesOf('sql-in-template', 'a.js', own('this.id')), []);
    assert.deepEqual(await linesOf('sql-in-template', 'a.js', own('row.id')), [1]);
  });

  it('is a login at somebody else, a single field, and a length beside what is drawn well', async () => {
    const routes = "app.post('/login', a);\napp.post('/saml/login', b);\n\n\n\napp.post('/users/login', limiter, c);\n";
    assert.deepEqual(await linesOf('login-without-limit', 'routes.js', routes), [1]);
    const create =
      'def create\n  row = Account.new(params[:account])\n  Account::VerifyToken.new(params[:token]).call\nend\n';
    assert.deepEqual(await linesOf('mass-assignment', 'app/controllers/accounts_controller.rb', create), [2]);
    const drawn =
      'function newToken() {\n  const length = Math.floor(Math.random() * 41);\n  return crypto.randomBytes(length);\n}\n';
    assert.deepEqual(await linesOf('predictable-value', 'server/a.js', drawn), []);
  });

  it('is a cookie that only says that somebody is known', async () => {
    const text = "response.set_cookie('is_authorized', 'true')\nresponse.set_cookie('auth_token', token)\n";
    const { model } = await analyzeSources([securityAnalyzer], { 'a.py': text });
    const told = weakPlaces(model).map(({ place }) => `${place.line} ${place.possible === true}`);
    assert.deepEqual(told.toSorted(), ['1 true', '2 false']);
  });

  it('is what federates, what a seed brings again, and what stands in a comment of a page', async () => {
    const federated = (kind: string): string =>
      `<?php\nreturn response()->json(${kind}::get(), 200)\n  ->header('Access-Control-Allow-Origin', '*');\n`;
    assert.deepEqual(await linesOf('open-cors', 'a.php', federated('Nodeinfo')), []);
    assert.deepEqual((await linesOf('open-cors', 'a.php', federated('Order'))).length, 1);
    const drawn = 'class A { void Session() {\n  var a = new Random(seed);\n  var token = new Random().Next();\n} }\n';
    assert.deepEqual(await linesOf('predictable-value', 'A.cs', drawn), [3]);
    const page = '<template>\n  <!-- <p v-html="post.content" /> -->\n  <p v-html="post.content" />\n</template>\n';
    assert.deepEqual(await linesOf('unescaped-value', 'a.vue', page), [3]);
  });

  it('is a key of a cache, a service somewhere else, a password that is written, and a name that was checked', async () => {
    const keys =
      "<?php\nclass A {\n  const PROFILE_KEY = 'shop:orders:v1:';\n  const SIGNING_KEY = 'q8Zk3vLm2xWp9sRt';\n}\n";
    assert.deepEqual(await linesOf('literal-key', 'a.php', keys), [4]);
    const settings =
      "<?php\nreturn [\n  'a' => env('SQS_SECRET', 'your-secret-key'),\n  'b' => env('APP_SECRET', 'your-secret-key'),\n];\n";
    assert.deepEqual(await linesOf('known-default-key', 'config/a.php', settings), [4]);
    const query = (text: string): string => `interface A {\n  @Query("${text}")\n  void f(String pass);\n}\n`;
    assert.deepEqual(
      await linesOf('plain-password-compare', 'A.java', query('update a set password = ?2 where id = ?1')),
      [],
    );
    assert.deepEqual(
      await linesOf('plain-password-compare', 'A.java', query('select a from b where password = ?2')),
      [2],
    );
    const upload = (name: string): string =>
      `class A { void f(MultipartFile file) {\n  String name = ${name};\n  Files.copy(in, root.resolve(name));\n} }\n`;
    assert.deepEqual(await linesOf('upload-name', 'B.java', upload('verifyName(file.getOriginalFilename())')), []);
  });

  it('is a copy of classes of a platform, a statement within another one, and settings for the program itself', async () => {
    const text = 'class A {\n  public static final int MODE_WORLD_READABLE = 1;\n}\n';
    assert.deepEqual(await linesOf('file-for-everybody', 'src/main/java/org/shop/A.java', text), [2]);
    assert.deepEqual(await linesOf('file-for-everybody', 'src/main/java/android/content/A.java', text), []);
    const query = 'class A {\n  String f(String inner) {\n    return "SELECT a FROM (" + inner + ") b";\n  }\n}\n';
    assert.deepEqual(await linesOf('sql-text-with-values', 'A.java', query), []);
    const settings = (head: string): string =>
      `@Controller class A {\n  ${head}\n  Map f() {\n    return System.getenv();\n  }\n}\n`;
    assert.deepEqual(await linesOf('settings-in-answer', 'A.java', settings('protected')), []);
    assert.deepEqual(await linesOf('settings-in-answer', 'A.java', settings('@GetMapping("/all")')), [4]);
  });

  it('is a program that is asked for by its name, where nothing is opened', async () => {
    const ask = (then: string): string =>
      `def f(request):\n    user_agent = request.headers.get('User-Agent')\n    if user_agent == 'partner-tool':\n        ${then}\n`;
    assert.deepEqual(await linesOf('header-decides', 'a.py', ask('compress = False')), []);
    assert.deepEqual(await linesOf('header-decides', 'a.py', ask('return show_admin()')), [3]);
  });

  it('is what an app is built with for its developers, and a digest that asks for passwords that leaked', async () => {
    const allowed =
      '<network-security-config>\n  <base-config cleartextTrafficPermitted="true" />\n</network-security-config>\n';
    assert.deepEqual(
      await linesOf('android-plain-transport', 'app/src/main/res/xml/network_security_config.xml', allowed),
      [2],
    );
    assert.deepEqual(
      await linesOf('android-plain-transport', 'app/src/debug/res/xml/network_security_config.xml', allowed),
      [],
    );
    const page = (condition: string): string =>
      `class A {\n  fun f() {\n    if (\n      ${condition}\n    ) {\n      WebView.setWebContentsDebuggingEnabled(true)\n    }\n  }\n}\n`;
    assert.deepEqual(await linesOf('webview-set-open', 'A.kt', page('BuildConfig.DEBUG || isPreview')), []);
    assert.deepEqual(await linesOf('webview-set-open', 'A.kt', page('isOpen || isPreview')), [6]);
    const digest = "function parts(password) {\n  return createHash('sha1').update(password).digest('hex');\n}\n";
    assert.deepEqual(await linesOf('fast-hash-of-secret', 'server/a.js', digest), [2]);
    const asked = `${digest}${'\n'.repeat(12)}fetch('https://api.pwnedpasswords.com/range/' + first);\n`;
    assert.deepEqual(await linesOf('fast-hash-of-secret', 'server/a.js', asked), []);
  });
});

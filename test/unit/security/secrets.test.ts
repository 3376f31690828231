import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { credentialStores } from '../../../src/engine/genesis/analyzers/security/secrets/credentialStores';
import { secretsExtractor } from '../../../src/engine/genesis/analyzers/security/secrets/secretsExtractor';
import { analyzeSources } from '../../support/analyzeSources';

/** Put together, so that no scanner takes this file for a leak. */
const value = ['kR7vQ2', 'mZ9pL4'].join('');
const bcrypt = ['$2b$10$', 'abcdefghijklmnopqrstuv', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ01234'].join('');
const drawn = ['kR7vQ2mZ', '9pL4xT1w', 'B6nD3sF8'].join('');
const token = ['ghp_', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ8'].join('');

/** The form of a JSON web token around some claims. */
const tokenOf = (claims: object): string =>
  [
    { alg: 'HS256', typ: 'JWT' },
    { iat: 1_600_000_000, scope: 'orders', ...claims },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(`${drawn}${value}aB3dE5gH7`)
    .join('.');

async function linesOf(path: string, text: string): Promise<number[]> {
  const { facts, problems } = await analyzeSources([securityAnalyzer], { [path]: text });
  assert.deepEqual(problems, []);
  return (facts(secretsExtractor, path) ?? []).map((place) => place.line);
}

describe('secrets by their place', () => {
  for (const store of credentialStores)
    for (const { path, text, lines } of store.examples)
      it(`${store.id}: ${path} holds ${lines.length} logins`, async () =>
        assert.deepEqual(await linesOf(path, text), lines, text));

  const cases: readonly [what: string, path: string, text: string, lines: number[]][] = [
    [
      'a password beside its host and its user',
      'deploy/server.json',
      `{ "host": "ftp.shop.com",\n "user": "shop",\n "pass": "${value}" }\n`,
      [3],
    ],
    [
      'a host of the same machine',
      'deploy/server.json',
      `{ "host": "localhost", "user": "u",\n "pass": "hunter22" }\n`,
      [],
    ],
    ['a password without a host', 'deploy/server.json', '{ "user": "shop",\n "pass": "hunter22" }\n', []],
    ['PHP settings', 'config.php', "<?php\n$dbhost = 'localhost';\n$dbuser = 'root';\n$dbpasswd = 'pass123';\n", [4]],
    [
      'a login of an example',
      'config.example.php',
      "<?php\n$dbhost = 'localhost';\n$dbuser = 'root';\n$dbpasswd = 'pass123';\n",
      [],
    ],
    [
      'tokens that their owners tell scanners to leave out',
      'src/rules.go',
      `package rules\n\nvar a = "${token}" // gitleaks:allow\nvar b = "${token}"\nvar c = "${token}" // pragma: allowlist secret\n`,
      [4],
    ],
    [
      'names of ways to sign in, and tokens of letters',
      '.env',
      'SIGNUP_AUTH=oauth\nNPM_TOKEN=tokenForReleasesOnly\nMAIL_TOKEN=k7Qz0vT4mXw9Lr2Bn8Yp5Hd3\n',
      [3],
    ],
    [
      'a token as the example of a field',
      'src/schema.js',
      `const a = text.max(80)\n  .example('${token}');\nconst b = '${token}';\n`,
      [3],
    ],
    ['hashes in a dump', 'db/dump.sql', `INSERT INTO u VALUES\n(1, 'a', '${bcrypt}');\n`, [2]],
    [
      'logins of curl, one of them as an example',
      'deploy/ping.sh',
      `curl -u username:${value} https://ci.shop.com/a\ncurl -u deploy:${value} https://ci.shop.com/a\n`,
      [2],
    ],
    ['a hash in code', 'src/a.py', `HASHED = '${bcrypt}'\n`, []],
    [
      'a list of users',
      'etc/proftpdpasswd',
      `root:${['$6$', 'LnUhhUi45srUKt9i$', 'a'.repeat(86)].join('')}:1:2\n`,
      [1],
    ],
    [
      'a call that signs in',
      'src/a.js',
      `conn.login('me@shop.com', '${value}', done);\nconn.login(name, word);\n`,
      [1],
    ],
    ['a file of PostgreSQL', '.pgpass', `# host\ndb.shop.com:5432:shop:app:${value}\n`, [2]],
    ['logins of git', '.git-credentials', `https://me:p#@${value}@github.com\n`, [1]],
    ['a password of a remote address', 'src/a.js', `const a = 'mongodb://app:testpass@ds1.mlab.com/main';\n`, [1]],
    ['a password that stands for one', 'src/a.js', `const a = 'mongodb://app:password@ds1.mlab.com/main';\n`, []],
    ['a salt full of signs', 'settings.py', `SECRET_KEY = 'zh!=!gq(w^_t[sBR29954x)HI+$ehwss*xYNQeu([xcWMhdzzr'\n`, [1]],
    ['a sentence', 'a.js', `const token = 'Your token (valid for 30 days) has been sent to You';\n`, []],
    ['escapes of a translation', 'lang/a.json', '{ "new_token": "\\u521b\\u5efa\\u65b0\\u4ee4\\u724c" }\n', []],
    [
      'a key that every visitor gets',
      '.env.production',
      `FIREBASE={"apiKey":"${['AIza', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ'].join('')}","authDomain":"a.firebaseapp.com"}\n`,
      [],
    ],
    [
      'a key of a search for every visitor',
      'docusaurus.config.ts',
      `const a = { appId: 'ABCDEFGHI1', apiKey: '${['d6ff502875993f31', '60598cbd257cc532'].join('')}', indexName: 'docs' };\n`,
      [],
    ],
    [
      'a signature of a request',
      'a.yml',
      `Authorization:\n  - AWS ${['AKIA', 'JUSSX57FDRHRYC7A'].join('')}:yLvKW+hPp7bJeFytMFZAFZ4K8uA=\n`,
      [],
    ],
    ['runs that are typed twice', 'roles/a/defaults/main.yml', 'cloudflare_token: "abcdabcdabcd123412341234"\n', []],
    [
      'the key of an emulator',
      'a.txt',
      `init "AccountEndpoint=https://localhost:8081/;AccountKey=${['C2y6yDjf5/R', '+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=='].join('')}"\n`,
      [],
    ],
    ['a word with a number', '.env', 'REDIS_PASS=passwd@123\n', []],
    ['the address of a database', 'src/a.go', 'db, err := sql.Open("mysql", "root:rootwolf@tcp(mysql)/shop")\n', [1]],
    [
      'an address on this machine',
      'src/a.go',
      'db, err := sql.Open("mysql", "root:rootwolf@tcp(127.0.0.1)/shop")\n',
      [],
    ],
    ['one word over and over', 'a.ts', `const t = '${['ghp_', 'wrong'.repeat(7)].join('')}w';\n`, []],
    [
      'what a generator wrote behind a comment',
      'config/initializers/devise.rb',
      `  # config.secret_key = '${'a28eda2ce1a57ae7e35adfe612eda571bdbba9f7'.repeat(3)}'\n`,
      [],
    ],
    ['an identifier', 'a.ts', "enum P { OnePassword = 'bada5566-a7aa-401f-bd96-45619a55120d' }\n", []],
    [
      'names of settings',
      'src/Names.java',
      'class A { String KEY_STORE_P12_PASSWORD = "KEY_STORE_P12_PASSWORD_2"; }\n',
      [],
    ],
    ['names with digits', 'src/a.ts', "enum C { serverSecretKey = 'LWM2M_BOOTSTRAP_SERVER_SECRET_KEY' }\n", []],
    [
      'the head of a token',
      'src/main.go',
      `package a\nvar jwtSecret = "${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64')}"\n`,
      [],
    ],
    ['names of classes', 'src/a.py', "__all__ = ['OAuth2AccessToken', 'OAuth2Application1']\n", []],
    [
      'the address of a contract',
      'config/prod.json',
      `{ "native_token_contract": "0x57f1887a8BF19b14fC0dF6Fd9B2acc9Af147eA85" }\n`,
      [],
    ],
    [
      'the version of a package',
      'package.json',
      '{ "dependencies": { "@shop/server-token": "workspace:^0.7.18" } }\n',
      [],
    ],
    ['a password that somebody thought up', 'src/Login.jsx', "const first = { password: 'admin123!x' };\n", []],
    ['a request to try out', 'requests/users.http', `{ "password": "${drawn}" }\n`, []],
    ['a line of a document', 'src/a.go', `package a\n// "client_secret": "${drawn}"\n`, []],
    ['a docstring', 'src/a.py', `def f():\n    """\n    client_secret: "${drawn}"\n    """\n`, []],
    ['a key of measurements for every visitor', 'src/config.ts', `const REACT_APP_POSTHOG_TOKEN = '${drawn}';\n`, []],
    [
      'a value that is said to be none',
      'src/config.ts',
      `// not actually a secret\nconst APP_SECRET = '${drawn}';\n`,
      [],
    ],
    ['a key that signs', 'src/config.ts', `const c = { jwtSecret: '${drawn}' };\n`, [1]],
    ['a key in settings', 'config/app.yml', `jwt:\n  secret_key: "${drawn}"\n`, [2]],
    [
      'a key in a section that is switched off and leads to an example',
      'config/app.yml',
      `auth:\n  oauth2:\n    enabled: false\n    # asked for each login\n    url: "https://example.com/api"\n    client-secret: "${drawn}"\n`,
      [],
    ],
    [
      'a key in a section that is switched off and leads somewhere',
      'config/app.yml',
      `mail:\n  url: https://example.com\noauth2:\n  enabled: false\n  url: https://login.shop.io\n  client-secret: "${drawn}"\n`,
      [6],
    ],
    [
      'a key in a section that is switched on',
      'config/app.yml',
      `oauth2:\n  enabled: true\n  url: https://example.com\n  client-secret: "${drawn}"\n`,
      [4],
    ],
    ['a token for this machine', 'src/a.js', `const t = '${tokenOf({ iss: 'Shop', sub: 'me@localhost' })}';\n`, []],
    ['a token for somebody', 'src/a.js', `const t = '${tokenOf({ iss: 'Shop', sub: 'me@localhost.io' })}';\n`, [1]],
    [
      'a word in base 64 that tells to change it',
      'config/app.yml',
      `jwt_secret: ${Buffer.from('my-secret-key-which-should-be-changed').toString('base64')}\n`,
      [],
    ],
    ['the hash of a password', 'db/setup.rb', `user.password = "${'d033e22ae348aeb5660fc2140aec35850c4da997'}"\n`, []],
    [
      'a login in base 64 that stands for one',
      'src/a.ts',
      "const h = { Authorization: 'Basic YWRtaW46cGFzc3dvcmQ=' };\n",
      [],
    ],
    [
      'the id of a key in a signed address',
      'src/a.py',
      `A = "${['AKIA', 'SOZLZI5FJDJ6XTSZ'].join('')}/20220405/eu"\n`,
      [],
    ],
    [
      'what a stack of developers takes',
      '.env',
      'DB_USER=shop\nDB_PASSWORD=shop\nMINIO_SECRET_KEY=minioadmin\nA_TOKEN=#leave empty\n',
      [],
    ],
    [
      'a key that is sent with every app',
      'app/google-services.json',
      `{ "current_key": "${['AIza', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ'].join('')}" }\n`,
      [],
    ],
  ];
  for (const [what, path, text, lines] of cases)
    it(`${what}: ${lines.length}`, async () => assert.deepEqual(await linesOf(path, text), lines));
});

describe('secrets that are set again', () => {
  it('are the ones of developers', async () => {
    const base = `config :shop, ShopWeb.Endpoint,\n  secret_key_base: "${drawn}${drawn}${drawn}"\n`;
    const alone = await analyzeSources([securityAnalyzer], { 'config/config.exs': base });
    assert.deepEqual(
      alone.findings.map(({ rule }) => rule),
      ['secrets/named-secret'],
    );
    const { findings } = await analyzeSources([securityAnalyzer], {
      'config/config.exs': base,
      'config/runtime.exs':
        'config :shop, ShopWeb.Endpoint,\n  secret_key_base: System.fetch_env!("SECRET_KEY_BASE")\n',
    });
    assert.deepEqual(findings, []);
    const ofTests = await analyzeSources([securityAnalyzer], {
      'shop/config/config.exs': base,
      'shop/test/config/runtime.exs': 'config :shop, ShopWeb.Endpoint,\n  secret_key_base: drawn()\n',
    });
    assert.deepEqual(
      ofTests.findings.map(({ rule }) => rule),
      ['secrets/named-secret'],
    );
  });
});

describe('values that stand for something else', () => {
  const none: Readonly<Record<string, string>> = {
    'settings that every installation sets again':
      "SECRET_KEY = 'f3c9a1d87be24c60a9d5'\ntry:\n    exec(f.read(), globals())\nexcept IOError:\n    pass\n",
    'a key that people are told to make': '# Generate your own key with openssl\nSECRET_KEY = "f3c9a1d87be24c60a9d5"\n',
  };
  for (const [name, text] of Object.entries(none))
    it(`tells nothing of ${name}`, async () => {
      const { findings } = await analyzeSources([securityAnalyzer], { 'shop/settings.py': text });
      assert.deepEqual(findings, []);
    });

  it('lists a line once, however many hashes it holds, and leaves out the first users of a migration', async () => {
    const hash = `'$2a$10$${'ySG2lkvjFHY5O0./CPIE1OI8VJsuKYEzOYzqIa7AJR6sEgSzUFOAm'}'`;
    const text = `insert into people values (1, ${hash}), (2, ${hash});\n`;
    const { findings } = await analyzeSources([securityAnalyzer], {
      'shop.sql': text,
      'db/migrations/2_people.sql': text,
    });
    assert.deepEqual(
      findings.map(({ title, evidence }) => [title, evidence.map(({ path, startLine }) => `${path}:${startLine}`)]),
      [['Password hashes stand in the repository: at least 2 times in shop.sql', ['shop.sql:1']]],
    );
    const { findings: many } = await analyzeSources([securityAnalyzer], { 'shop.sql': text.repeat(30) });
    assert.equal(many[0]?.title, 'Password hashes stand in the repository: at least 50 times in shop.sql');
  });

  it('tells no form of a hash, and nothing of tools that try out an API', async () => {
    const { findings } = await analyzeSources([securityAnalyzer], {
      'db/schema.sql': '-- ($argon2id$v=19$m=65536,t=2,p=1$<salt>$<hash>)\n',
      '.dredd/dredd.yml': `header: "Authorization: bearer ${['h4aKi4qslpnxyyref71r', 'k5nqbwxccrs7enwv'].join('')}="\n`,
      'backend/.env': 'JWT_SECRET="your_private_jwt_secret_key"\n',
      'backend/config/names.json': '{ "jwtSecret": "JWT_SECRET" }\n',
      'backend/src/token.js': 'jwt.sign(user, process.env.JWT_SECRET);\n',
      'tails/template.kdbx': 'x'.repeat(100),
    });
    assert.deepEqual(findings, []);
  });
});

describe('private keys', () => {
  const frame = (body: string): string =>
    ['-----BEGIN RSA ', `PRIVATE KEY-----\n${body}\n-----END RSA `, 'PRIVATE KEY-----\n'].join('');
  const line = Array.from({ length: 64 }, (_, at) => String.fromCharCode(65 + ((at * 7) % 26) + (at % 2) * 32)).join(
    '',
  );

  it('are told in a file of their own, and not where their letters were typed', async () => {
    assert.deepEqual(await linesOf('config/keys/signing.key', frame(`MIIE0AAAAA12+/\n${line}\n${line}`)), [1]);
    assert.deepEqual(await linesOf('config/keys/signing.key', frame('MIIEabc'.repeat(20))), []);
    const locked = frame(`MIIE0+/\n${line}\n${line}`).replaceAll('RSA', 'ENCRYPTED');
    assert.deepEqual(await linesOf('config/keys/signing.key', locked), []);
  });
});

describe('secrets of test code', () => {
  it('are left out, in Rust modules for tests as well', async () => {
    const { findings } = await analyzeSources([securityAnalyzer], {
      'src/a.rs': `const A: &str = "x";\n#[cfg(test)]\nmod tests {\n    const T: &str = "${token}";\n}\n`,
      'src/b.rs': `const T: &str = "${token}";\n#[cfg(test)]\nmod tests {}\n`,
    });
    assert.deepEqual(
      findings.map(({ importance, evidence }) => [importance, evidence[0]?.path]),
      [[5, 'src/b.rs']],
    );
  });

  it('are left out where they are guessed only', async () => {
    const key = `secret_key = "${['f3c9a1d8', '7be24c60a9d5'].join('')}"\n`;
    const { findings } = await analyzeSources([securityAnalyzer], {
      'config/dev.py': key,
      'tests/a.py': key,
      'src/test_keys.py': key,
      'src/keys.py': key,
      // In code the key of a service elsewhere is the one that the makers of the program hand to everybody.
      'src/settings.py': key.replace('secret', 'api'),
      'config/services.yml': key.replace('secret_key =', 'api_key:'),
      'scripts/fill.py': key,
    });
    assert.deepEqual(
      findings.flatMap(({ evidence }) => evidence.map(({ path }) => path)),
      ['config/services.yml', 'src/keys.py'],
    );
  });

  it('are left out in pacts and profiles of tests, in remarks and in addresses of error reports', async () => {
    const key = `secret_key: ${['f3c9a1d8', '7be24c60a9d5'].join('')}\n`;
    const login = ['https://56a9c9fa5c364ab2:3e8827f6f9f74073', '@'].join('');
    const { findings } = await analyzeSources([securityAnalyzer], {
      'pacts/a.yml': key,
      'src/main/resources/application-integrationtest.yml': key,
      'config/latest.yml': key,
      'cmd/a.go': `package a\n// ${login}db.shop.io/a\nvar dsn = "${login}sentry.io/189878"\n`,
    });
    assert.deepEqual(
      findings.flatMap(({ evidence }) => evidence.map(({ path }) => path)),
      ['config/latest.yml'],
    );
  });

  it('are left out in requests that are tried out and in functions of a database', async () => {
    const hash = ['$2a$08$', 'ZMXt5Iw/CXQQyBYUei2d2.oXio.U1aeKgCip6xWvMMwYyw2tXtVP2'].join('');
    const request = `GET /a\nAuthorization: ${['Basic', 'ZGVmYXVsdDphZG1pbjEyMzQ1Njc='].join(' ')}\n`;
    const { findings } = await analyzeSources([securityAnalyzer], {
      'src/A.http': request,
      'db/a.sql': `RETURN '${hash}';\n`,
      'db/b.sql': `INSERT INTO users VALUES ('admin', '${hash}');\n`,
    });
    assert.deepEqual(
      findings.flatMap(({ evidence }) => evidence.map(({ path }) => path)),
      ['db/b.sql'],
    );
  });
});

describe('files for credentials', () => {
  const rules = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
    (await analyzeSources([securityAnalyzer], files)).findings.map(({ rule }) => rule);
  const store = { 'android/keystore.jks': 'x'.repeat(40) };

  it('are told, unless git encrypts them', async () => {
    assert.deepEqual(await rules(store), ['secrets/credential-file']);
    assert.deepEqual(await rules({ ...store, '.gitattributes': '*.sh eol=lf\n' }), ['secrets/credential-file']);
    assert.deepEqual(await rules({ ...store, '.gitattributes': 'android/* filter=git-crypt diff=git-crypt\n' }), []);
  });

  it('hold logins of registries where the client of Docker keeps them, and only there', async () => {
    const auth = ['X3Rva2VuOjE4amY4NDFm', 'a2w0MGFPdHUzay13Qmw1bmk='].join('');
    const { findings } = await analyzeSources([securityAnalyzer], {
      '.docker/config.json': `{ "auths": { "https://hub.shop.io/": {\n  "auth": "${auth}" } } }\n`,
      'docker/.docker/config.json': `{ "auths": { "https://hub.shop.io/": {\n  "auth": "${auth}" } } }\n`,
    });
    const paths = findings.flatMap(({ evidence }) => evidence.map(({ path, startLine }) => `${path}:${startLine}`));
    assert.deepEqual(paths, ['.docker/config.json:2']);
  });
});

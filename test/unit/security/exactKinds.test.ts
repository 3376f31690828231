import assert from 'node:assert/strict';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import { weakPlaces } from '../../../src/engine/genesis/analyzers/security/findings/weakPlaces';
import { analyzeSources } from '../../support/analyzeSources';

const told = async (files: Readonly<Record<string, string>>): Promise<string> =>
  (await analyzeSources([securityAnalyzer], files)).findings
    .filter(({ rule }) => rule === 'security/worth-a-look')
    .map(({ title }) => title)
    .join('\n');

const listed = async (files: Readonly<Record<string, string>>): Promise<string> =>
  (await analyzeSources([securityAnalyzer], files)).findings
    .filter(({ rule }) => rule === 'security/worth-a-look')
    .map(({ content }) => content)
    .join('\n');

describe('kinds that are told of every program, and those of careless ones', () => {
  const guessed = {
    'src/ticket.js': 'const ticketToken = Math.random().toString(36).slice(2);\nsave(ticketToken);\n',
    'src/Ticket.py': 'token = hashlib.md5(name.encode()).hexdigest()\nsave(token)\n',
  };
  const exact = {
    'src/app.js': "const cors = require('cors');\napp.use(cors());\napp.use(cors({ origin: '*' }));\n",
    'src/b.js': "localStorage.setItem('token', found);\nlocalStorage.setItem('jwt', found);\n",
  };
  const careless = {
    'src/query.js':
      "app.get('/a', (req, res) => {\n  db.query('select * from users where id = ' + req.query.id);\n});\n",
  };

  it('leaves guesses by names out where nothing graver is known of the code', async () => {
    assert.equal(await told(guessed), '');
    assert.match(
      await told({ ...guessed, ...exact }),
      /^\d places seen are worth a look .*: every origin allowed, a token in web storage$/,
    );
  });

  it('tells them where requests run as queries', async () => {
    assert.match(await told({ ...guessed, ...careless }), /: .*possible predictable value/);
  });

  it('leaves them out of a large program that has few flaws', async () => {
    const clean = (count: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`src/clean${at}.js`, 'export const a = 1;\n']));
    assert.match(await told({ ...guessed, ...careless, ...clean(40) }), /possible predictable value/);
    assert.equal(await told({ ...guessed, ...careless, ...clean(50) }), '');
  });

  it('leaves them out where one query is in doubt, and tells nothing of tools that may be harmless', async () => {
    const doubted = careless['src/query.js'].replace('\n  db', '\n  refuse(req.query.id);\n  db');
    assert.equal(await told({ ...guessed, 'src/query.js': doubted }), '');
    assert.match(await told({ ...guessed, 'src/query.js': doubted, 'src/other.js': doubted }), /predictable value/);
    const hosts = 'ALLOWED_HOSTS = ["*"]\nSESSION_COOKIE_SECURE = False\n';
    assert.equal(await told({ ...exact, 'src/app.js': '', 'shop/settings/testing.py': hosts }), '');
    const tools = { 'scripts/ticket.js': guessed['src/ticket.js'], 'bin/Ticket.py': guessed['src/Ticket.py'] };
    assert.equal(await told({ ...tools, ...careless }), '');
  });

  it('tells them where the first page says that the program is vulnerable on purpose', async () => {
    const said = { 'README.md': '# Shop\n\nA deliberately vulnerable shop to learn with.\n' };
    assert.match(await told({ ...guessed, ...said }), /possible predictable value/);
    assert.equal(await told({ ...guessed, 'docs/README.md': said['README.md'] }), '');
    assert.equal(await told({ ...guessed, 'README.md': '# Shop\n\nReport what is vulnerable by mail.\n' }), '');
  });

  it('tells them where one file runs text in many ways, and not where files do in one way each', async () => {
    const ways = [
      'def a(params):\n    host = params["host"]\n    process = subprocess.Popen(host, shell=True, stdout=subprocess.PIPE)\n',
      'def b(owner):\n    cursor.execute("SELECT * FROM projects WHERE owner = \'%s\'" % owner)\n',
      'def c(name):\n    return tree.xpath("//user[@name=\'" + name + "\']")\n',
    ];
    const head = 'import subprocess\nfrom lxml import etree\n';
    const guess = { 'src/Ticket.py': guessed['src/Ticket.py'] };
    const files = Object.fromEntries(ways.map((text, at) => [`src/way${at}.py`, `${head}${text}`]));
    assert.doesNotMatch(await listed({ ...guess, ...files }), /fast hash/i);
    assert.match(await listed({ ...guess, 'src/all.py': `${head}${ways.join('')}` }), /fast hash/i);
  });

  it('lists more places of one file than of many', async () => {
    const text = "localStorage.setItem('token', found);\n".repeat(50);
    const { findings } = await analyzeSources([securityAnalyzer], { 'src/a.js': text });
    assert.match(findings[0]?.content ?? '', /`src\/a\.js:1`, 2, .*, 50$/m);
  });
});

describe('what is no product', () => {
  it('is made for tests by a function of that name, or left behind by the last part of a path', async () => {
    const key = ['-----BEGIN PRIVATE ', 'KEY-----'].join('');
    const body = Array.from(
      { length: 20 },
      (_, at) => `MIIEvQIBADANBgkqh${at}kiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ${at}C7VJTUt9Us8cKj`,
    ).join('\n');
    const rust = (name: string): string =>
      `impl Keys {\n  fn ${name}() -> Self {\n    Self(r"${key}\n${body}\n${key.replace('BEGIN', 'END')}")\n  }\n}\n#[cfg(test)]\nmod tests {}\n`;
    const rules = async (text: string): Promise<string[]> =>
      (await analyzeSources([securityAnalyzer], { 'src/keys.rs': text })).findings.map(({ rule }) => rule);
    assert.deepEqual(await rules(rust('first')), ['secrets/private-key']);
    assert.deepEqual(await rules(rust('test')), []);
    const page = (path: string): string =>
      `from flask import request\n@app.route('/a')\ndef a():\n    return ${path}\n`;
    const places = async (path: string): Promise<string> =>
      told({ 'src/a.py': page(path), 'src/b.js': exact['src/b.js'], 'src/app.js': exact['src/app.js'] });
    assert.doesNotMatch(await places("Path(request.args['name']).name"), /call on files/);
  });
});

const exact = {
  'src/app.js': "const cors = require('cors');\napp.use(cors());\napp.use(cors({ origin: '*' }));\n",
  'src/b.js': "localStorage.setItem('token', found);\nlocalStorage.setItem('jwt', found);\n",
};

describe('secrets that stand in several files', () => {
  it('are told with those that would not be told alone', async () => {
    const secret = 'jwt:\n  secret: "k7Qz0vT4mXw9Lr2Bn8Yp5Hd3Fs6Gj1Cq"\n';
    const { findings } = await analyzeSources([securityAnalyzer], {
      'config/server/application.yml': secret,
      'config/localhost-config/application.yml': secret,
      'config/localhost-config/other.yml': secret.replace('k7Qz', 'Zb3W'),
      'src/made/event.rocker.raw': secret.replace('k7Qz', 'Wd9R'),
    });
    const found = findings.find(({ rule }) => rule === 'secrets/named-secret');
    assert.deepEqual(
      found?.evidence.map(({ path }) => path),
      ['config/server/application.yml'],
    );
    assert.match(found?.content ?? '', /same value[^\n]*\n\n- `config\/localhost-config\/application\.yml:2`\n\n/);
  });
});

describe('samples of secrets', () => {
  const base62 = 'q7WzT0mXvR4nKy2LbP8cHd5Js3FgA9eUi1Go6MwNlYkDpQxCrVtBhZfSjEuIaO';
  const drawn = (count: number, signs = base62): string =>
    Array.from({ length: count }, (_, at) => signs[(at * at * 7 + at * 13 + 5) % signs.length]).join('');
  const letters = drawn(34);
  const hex = (count: number): string => drawn(count, '9f3b07d2e8c14a65');
  const small = (count: number): string => drawn(count, 'k7qz0vt4mxw9lr2bn8yp5hd3fs6gj1c');
  const forms = [
    `dop_v1_${hex(64)}`,
    `hf_${drawn(34, base62.replace(/\d/g, ''))}`,
    `ghp_${drawn(36)}`,
    `shpat_${hex(32)}`,
    `glpat-${drawn(20)}`,
    `pnu_${small(36)}`,
    `rubygems_${hex(48)}`,
    `dt0c01.${small(24)}.${small(64)}`,
    `sk_live_${drawn(24)}`,
  ];

  it('are no leak where a folder has a file for each maker, and one where fewer stand together', async () => {
    const rulesOf = async (count: number): Promise<number> => {
      const files = forms.slice(0, count).map((form, at) => [`src/rules/maker${at}.ts`, `const a = '${form}';\n`]);
      const { findings } = await analyzeSources([securityAnalyzer], Object.fromEntries(files));
      return findings.filter(({ rule }) => rule.startsWith('secrets/')).length;
    };
    assert.equal(await rulesOf(9), 0);
    assert.equal(await rulesOf(4), 4);
  });

  it('are none in a class for tests, whose lines break its indentation', async () => {
    const key = (name: string): string =>
      `class ${name}(Config):\n    PUBLIC = """-----BEGIN PUBLIC KEY-----\n${letters}\n-----END PUBLIC KEY-----"""\n    PRIVATE = """${['-----BEGIN RSA PRIVATE ', 'KEY-----'].join('')}\n${Array.from({ length: 12 }, (_, at) => `MIIEvQIBADANBgkqh${at}kiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ${at}C7VJTUt9Us8cKj`).join('\n')}\n-----END RSA PRIVATE KEY-----"""\n`;
    const rules = async (name: string): Promise<string[]> =>
      (await analyzeSources([securityAnalyzer], { 'config.py': `import os\n\n${key(name)}` })).findings.map(
        ({ rule }) => rule,
      );
    assert.deepEqual(await rules('TestingConfig'), []);
    const { findings } = await analyzeSources([securityAnalyzer], { 'pkg/fuzz/a.py': key('ShopConfig') });
    assert.deepEqual(findings, []);
    assert.deepEqual(await rules('ShopConfig'), ['secrets/private-key']);
  });
});

describe('a class called Template', () => {
  it('is one of a language of templates where the file takes it from there', async () => {
    const page = (from: string): string =>
      `from flask import request\nfrom ${from} import Template\n@app.route('/a')\ndef a():\n    return Template(request.args['name']).render()\n`;
    const rules = async (from: string): Promise<string[]> =>
      (await analyzeSources([securityAnalyzer], { 'src/a.py': page(from) })).findings.map(({ rule }) => rule);
    assert.deepEqual(await rules('jinja2'), ['security/template-injection']);
    assert.deepEqual(await rules('shop.banners'), []);
  });
});

describe('fields of windows', () => {
  it('are none either that an answer of Koa holds', async () => {
    const middleware = (body: string): string =>
      `const fs = require('fs');\nmodule.exports = async (ctx, next) => {\n  const body = ${body};\n  return fs.promises.readFile('data/' + body.path);\n};\n`;
    const count = async (body: string): Promise<number> =>
      weakPlaces((await analyzeSources([securityAnalyzer], { 'src/a.js': middleware(body) })).model).length;
    assert.equal(await count('ctx.body'), 0);
    assert.equal(await count('ctx.request.body'), 1);
  });

  it('are of a request in a page of the web, and of nobody in one of a desktop', async () => {
    const page = (using: string): string =>
      `using ${using};\nclass Files : UserControl {\n  void Show(object sender, EventArgs e) {\n    Write(File.ReadAllText(nameTextBox.Text));\n  }\n}\n`;
    const rules = async (using: string): Promise<string[]> => {
      const { model } = await analyzeSources([securityAnalyzer], { 'src/Files.cs': page(using) });
      return weakPlaces(model).map(({ place }) => place.rule);
    };
    assert.deepEqual(await rules('System.Web.UI'), ['path-traversal']);
    assert.deepEqual(await rules('System.Windows.Controls'), []);
  });
});

describe('guesses of careless programs', () => {
  const page =
    "const { exec } = require('child_process');\napp.get('/a', (req, res) => {\n  exec('ping ' + req.query.host);\n  console.log('Refresh token: ' + token);\n});\n";
  const told = async (folder: string): Promise<boolean> => {
    const others = Array.from({ length: 60 }, (_, at) => [`${folder}/part${at}.js`, `export const a${at} = ${at};\n`]);
    const { findings } = await analyzeSources([securityAnalyzer], { 'src/a.js': page, ...Object.fromEntries(others) });
    return findings.some(({ rule }) => rule === 'security/worth-a-look');
  };

  it('are told whatever files of others lie beside, and not of large programs', async () => {
    assert.equal(await told('static/vendor'), true);
    assert.equal(await told('src/parts'), false);
  });
});

import assert from 'node:assert/strict';
import { environmentAnalyzer } from '../../../src/engine/genesis/analyzers/environment';
import { environmentReadExtractor } from '../../../src/engine/genesis/analyzers/environment/extractors';
import { textReaders } from '../../../src/engine/genesis/analyzers/environment/readers/textReads';
import { treeReaders } from '../../../src/engine/genesis/analyzers/environment/readers/treeReads';
import { analyzeSources } from '../../support/analyzeSources';

/** A file and what it reads: `!!` where the program stops without it, `!` where it is taken as it is. */
const examples: readonly (readonly [path: string, text: string, reads: readonly string[]])[] = [
  [
    'a.ts',
    "const key = process.env.API_KEY;\nconst port = process.env.PORT_NUMBER || 3000;\nconst { DB_HOST, DB_NAME = 'x' } = process.env;\nprocess.env.WRITTEN = '1';\nif (process.env.FLAG) use(process.env.FLAG);\nconst s = process.env['WITH_INDEX']!;\n// process.env.COMMENTED\nconfigService.get('JWT_SECRET');\nimport.meta.env.VITE_URL;\n",
    [
      'API_KEY 1!',
      'PORT_NUMBER 2',
      'FLAG 5',
      'WITH_INDEX 6!!',
      'VITE_URL 9!',
      'DB_HOST 3!',
      'DB_NAME 3',
      'JWT_SECRET 8!',
    ],
  ],
  [
    'env.ts',
    'export const env = createEnv({\n  server: { LEVEL: z.string().optional() },\n  runtimeEnv: {\n    LEVEL: process.env.LEVEL,\n  },\n  other: { KEY: process.env.KEY },\n});\n',
    ['LEVEL 4', 'KEY 6!'],
  ],
  [
    'a.py',
    'import os\na = os.environ["NEEDED"]\nb = os.environ.get("OPTIONAL_ONE", "x")\nc = os.getenv("PLAIN")\nd = env.bool("DJANGO_X", default=False)\ne = config("SECRET_KEY")\nif "GUARDED" in os.environ:\n    f = os.environ["GUARDED"]\nos.environ["WRITTEN"] = "1"\n# os.environ["COMMENTED"]\n',
    ['NEEDED 2!!', 'GUARDED 8', 'OPTIONAL_ONE 3', 'PLAIN 4!', 'DJANGO_X 5', 'SECRET_KEY 6!!'],
  ],
  ['alone.py', 'from decouple import config\na = config(\n    r"SENT_TO",\n)\n', ['SENT_TO 3!!']],
  [
    'settings.py',
    'class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_")\n    secret: str\n    port: int = 1\n\nclass Other(Base):\n    no: str\n',
    ['APP_SECRET 3!!', 'APP_PORT 4'],
  ],
  [
    'A.java',
    'class A {\n  String k = System.getenv("API_KEY");\n  // System.getenv("NO_READ")\n  @Value("§{JWT_KEY:x}") String j;\n}\n'.replaceAll(
      '§',
      '$',
    ),
    ['API_KEY 2!', 'JWT_KEY 4'],
  ],
  [
    'a.go',
    'package a\n\nimport "os"\n\nvar k = os.Getenv("API_KEY")\nvar v, ok = os.LookupEnv("OTHER_KEY")\n\ntype C struct {\n\tPort int `env:"APP_PORT" envDefault:"1"`\n}\n',
    ['API_KEY 5!', 'OTHER_KEY 6', 'APP_PORT 9'],
  ],
  [
    'a.rb',
    'a = ENV["API_KEY"] || "x"\nb = ENV.fetch("NEEDED_ONE")\nc = ENV.fetch("WITH_DEFAULT", 1)\nd = ENV["PLAIN_ONE"]\n# ENV["NO"]\n',
    ['API_KEY 1', 'PLAIN_ONE 4!', 'NEEDED_ONE 2!!', 'WITH_DEFAULT 3'],
  ],
  [
    'a.php',
    "<?php\n$a = getenv('API_KEY');\n$b = env('APP_NAME', 'x');\n// env('NO')\n$c = $_ENV['DB_NAME'];\n",
    ['API_KEY 2!', 'APP_NAME 3', 'DB_NAME 5!'],
  ],
  ['config/app.php', "<?php return ['key' => env('APP_KEY')];\n", ['APP_KEY 1']],
  [
    'A.cs',
    'class A { string k = Environment.GetEnvironmentVariable("API_KEY");\n string l = Environment.GetEnvironmentVariable("OTHER_KEY") ?? "x"; }\n',
    ['API_KEY 1!', 'OTHER_KEY 2'],
  ],
  [
    'a.rs',
    'fn f() {\n  let a = std::env::var("API_KEY").unwrap();\n  let b = env::var("OTHER_KEY").unwrap_or("x".into());\n  let c = env!("BUILD_KEY");\n}\n',
    ['API_KEY 2!!', 'OTHER_KEY 3', 'BUILD_KEY 4!!'],
  ],
  [
    'config/runtime.exs',
    'config :a, k: System.fetch_env!("SECRET_KEY")\nx = System.get_env("POOL_SIZE", "10")\ny = System.get_env("HOST_NAME") || "x"\n# System.get_env("NO_READ")\nif System.get_env("TRACE_KEY") do\ncase System.get_env("MAIL_MODE") do\n',
    ['SECRET_KEY 1!!', 'POOL_SIZE 2', 'HOST_NAME 3', 'TRACE_KEY 5', 'MAIL_MODE 6'],
  ],
  [
    'tested.ts',
    "const host = process.env.TELEMETRY_HOST;\nif (!host) return;\nif (parseFlag(import.meta.env.VITE_FLAG)) log();\nconst { TOKEN_X } = process.env;\nsend(TOKEN_X ?? 'none');\nprocess.env.SHA_X?.slice(0, 8);\nconst v = a ? import.meta.env.BUILT_X : b;\n",
    ['TELEMETRY_HOST 1', 'VITE_FLAG 3', 'TOKEN_X 4', 'SHA_X 6', 'BUILT_X 7'],
  ],
  [
    'tested.py',
    'IS_PAGE = bool(os.environ.get("BUILDING_PAGES"))\nif cmd := os.getenv("COMMAND_X"):\n    run(cmd)\nkey = os.getenv("KEPT_KEY")\nif not key:\n    raise SystemExit\n',
    ['BUILDING_PAGES 1', 'COMMAND_X 2', 'KEPT_KEY 4'],
  ],
  [
    'tested.go',
    'package a\n\nfunc f() {\n\tif env := os.Getenv("APP_EDITOR"); env != "" {\n\t}\n\tdir := os.Getenv("CACHE_DIR")\n\tif dir == "" {\n\t}\n}\n',
    ['APP_EDITOR 4', 'CACHE_DIR 6'],
  ],
  ['tested.rb', 'ENV["WRITTEN"] = "1"\nthreads = ENV.fetch("MAX_THREADS") { 3 }\n', ['MAX_THREADS 2']],
  [
    'tested.rs',
    'fn f() {\n  if std::env::var_os("SOME_FLAG").is_some() {}\n  let a = env::var("NEEDED_KEY")?;\n  let b = env::var_os("DOMAIN_X").or_else(|| env::var_os("COMPUTER_X"));\n}\n',
    ['SOME_FLAG 2', 'NEEDED_KEY 3', 'DOMAIN_X 4', 'COMPUTER_X 4'],
  ],
  [
    'tested.cs',
    'class A { string k = Environment.GetEnvironmentVariable("API_KEY") ?? throw new Exception("no key"); }\n',
    ['API_KEY 1!!'],
  ],
  [
    'tested.dart',
    "final a = Platform.environment['TEMP_DIR'] ?? x;\nfinal b = Platform.environment['NEEDED_DIR']!;\nfinal c = Platform.environment['VERBOSE_X'] == '1';\n",
    ['TEMP_DIR 1', 'NEEDED_DIR 2!!', 'VERBOSE_X 3'],
  ],
  [
    'tested.swift',
    'guard let name = ProcessInfo().environment["DEVICE_NAME"] else { return }\nlet home = ProcessInfo().environment["HOME_DIR"]!\n',
    ['DEVICE_NAME 1', 'HOME_DIR 2!!'],
  ],
  [
    'helped.py',
    'def envint(name, default):\n    return int(os.getenv(name, default))\n\nPORT = envint("MAIL_PORT", "25")\nDEBUG = envbool("DEBUG_X")\n',
    ['MAIL_PORT 4', 'DEBUG_X 5!'],
  ],
  [
    'docker-compose.yml',
    'services:\n  db:\n    environment:\n      A: §{DB_PASSWORD}\n      B: §{DB_USER:-root}\n      C: §{MUST_HAVE:?missing}\n      D: §§{OF_SHELL}\n'.replaceAll(
      '§',
      '$',
    ),
    ['DB_PASSWORD 4', 'DB_USER 5', 'MUST_HAVE 6!!'],
  ],
];

const marks = { demanded: '!!', plain: '!', optional: '' };

describe('environment variables', () => {
  for (const [path, text, reads] of examples) {
    it(`are read from ${path}`, async () => {
      const analyzed = await analyzeSources([environmentAnalyzer], { [path]: text });
      assert.deepEqual(analyzed.problems, []);
      const found = analyzed.facts(environmentReadExtractor, path) ?? [];
      assert.deepEqual(found.map((read) => `${read.name} ${read.line}${marks[read.need]}`).sort(), [...reads].sort());
    });
  }

  it('have an example for every language and reader', () => {
    const extensions: Readonly<Record<string, string>> = {
      java: 'java',
      go: 'go',
      ruby: 'rb',
      php: 'php',
      csharp: 'cs',
      rust: 'rs',
    };
    for (const language of Object.keys(treeReaders))
      assert.ok(
        examples.some(([path]) => path.endsWith(`.${extensions[language] ?? '?'}`)),
        language,
      );
    for (const { pattern, example } of textReaders) assert.ok(pattern.exec(example)?.groups?.['name'], example);
  });

  it('are listed with where they are read and documented, and never with a value', async () => {
    const { inventory, findings } = await analyzeSources([environmentAnalyzer], {
      'src/a.ts': 'use(process.env.STRIPE_KEY, process.env.DB_URL, process.env.NODE_ENV);\n',
      'src/b.ts': "\nuse(process.env.STRIPE_KEY, process.env.LEVEL ?? 'info');\n",
      'test/a.test.ts': 'use(process.env.TEST_ONLY);\n',
      '.env.example': 'DB_URL=postgres://user:hunter2@host/db\n# LEVEL=debug\n',
    });
    assert.deepEqual(inventory.environment, [
      { name: 'DB_URL', files: ['src/a.ts'], lines: [1], documentedIn: '.env.example' },
      { name: 'LEVEL', files: ['src/b.ts'], lines: [2], documentedIn: '.env.example' },
      { name: 'NODE_ENV', files: ['src/a.ts'], lines: [1] },
      { name: 'STRIPE_KEY', files: ['src/a.ts', 'src/b.ts'], lines: [1, 2] },
      { name: 'TEST_ONLY', files: ['test/a.test.ts'], lines: [1] },
    ]);
    assert.deepEqual(
      findings.map((finding) => finding.title),
      ['.env.example names 2 variables: DB_URL and LEVEL'],
    );
    assert.ok(!JSON.stringify([findings, inventory]).includes('hunter2'));
  });

  it('tells of a package with settings of its own no place in another one', async () => {
    const { findings } = await analyzeSources([environmentAnalyzer], {
      'apps/web/a.js': 'use(process.env.CUPS_KEY);\n',
      'apps/proxy/package.json': '{}',
      'apps/proxy/.env.example': 'CUPS_KEY=1\nPLATES=2\n',
    });
    assert.doesNotMatch(findings[0]?.content ?? '', /apps\/web/);
  });

  it('has no column of places where nothing was found to read what a file of examples names', async () => {
    const { findings } = await analyzeSources([environmentAnalyzer], { '.env.example': 'CUPS=1\nPLATES=2\n' });
    assert.match(findings[0]?.content ?? '', /^\| Variable \| Line of `\.env\.example` \|\n/);
  });

  it('are told where a file of examples names them, with a place that reads each', async () => {
    const { findings } = await analyzeSources([environmentAnalyzer], {
      'src/a.ts': 'use(process.env.STRIPE_KEY, process.env.DB_URL);\n',
      'deploy/.env.example': 'OTHER=1\nMORE=1\n',
      '.example.env': '# The key.\nSTRIPE_KEY=\n#DB_URL=x\nSTRIPE_KEY=again\nUNREAD=1\n',
    });
    assert.deepEqual(
      findings.map(({ title }) => title),
      ['.example.env names 3 variables: STRIPE_KEY, DB_URL and UNREAD'],
    );
    assert.match(findings[0]?.content ?? '', /`DB_URL` \| 3 \| `src\/a\.ts:1`/);
    assert.match(findings[0]?.content ?? '', /`UNREAD` \| 5 \| {2}\|/);
    assert.deepEqual(
      findings[0]?.evidence.map(({ startLine }) => startLine),
      [2, 3, 5],
    );
  });

  it('are named in part after what they belong to', async () => {
    const { findings } = await analyzeSources([environmentAnalyzer], {
      '.env.example': 'CUPS=1\nAPP_SUB_cups-app-1 = "//localhost"\n# APP_of=none\n',
    });
    assert.deepEqual(
      findings.map(({ title }) => title),
      ['.env.example names 2 variables: CUPS and APP_SUB_cups-app-1'],
    );
  });

  it('are those of the longer of two files of examples that lie as near', async () => {
    const { findings } = await analyzeSources([environmentAnalyzer], {
      'apps/landing/.env.sample': 'HOME=\nDB_URL=\n',
      'apps/web/.env.sample': 'DB_URL=\nMAIL_HOST=\nMAIL_PORT=\n',
    });
    assert.deepEqual(
      findings.map(({ title }) => title),
      ['apps/web/.env.sample names 3 variables: DB_URL, MAIL_HOST and MAIL_PORT'],
    );
  });

  it('are not those of a sample', async () => {
    const { findings } = await analyzeSources([environmentAnalyzer], {
      'src/a.ts': 'f(process.env.DB_URL);\n',
      'examples/shop/.env.sample': 'DB_URL=\nLEVEL=\n',
    });
    assert.deepEqual(findings, []);
  });

  it('are not counted where no file names them', async () => {
    const { findings } = await analyzeSources([environmentAnalyzer], {
      'src/a.ts': 'use(process.env.STRIPE_KEY, process.env.DB_URL, process.env.KEY);\n',
    });
    assert.deepEqual(findings, []);
  });

  it('are not those that a bundler fills in, and no log of changes documents them', async () => {
    const { inventory } = await analyzeSources([environmentAnalyzer], {
      'web/src/a.ts': 'use(process.env.API_URL, process.env.APP_URL, process.env.VERSION, process.env.KEY);\n',
      'web/vite.config.ts': "export default { define: { 'process.env.API_URL': JSON.stringify(url) } };\n",
      'web/next.config.js': 'module.exports = {\n  env: {\n    VERSION: version,\n    APP_URL,\n  },\n};\n',
      'CHANGELOG.md': 'Read `API_KEY_OF` again, and `KEY`.\n',
      'src/b.ts': 'use(process.env.API_KEY_OF);\n',
    });
    assert.deepEqual(
      inventory.environment.map(({ name, documentedIn }) => [name, documentedIn]),
      [
        ['API_KEY_OF', undefined],
        ['KEY', undefined],
      ],
    );
  });

  it('are the keys of a schema that all of them are held against', async () => {
    const { inventory } = await analyzeSources([environmentAnalyzer], {
      'src/config.ts':
        "import { z } from 'zod';\nconst all = z.object({\n  WEB_URL: z.string().url(),\n  WORKER_LIST: z\n    .string(),\n});\nexport const config = all.parse(process.env);\n",
      'src/other.ts': 'export const b = z.object({\n  NO_VARIABLE: z.string(),\n});\n',
    });
    assert.deepEqual(
      inventory.environment.map(({ name, lines }) => [name, lines]),
      [
        ['WEB_URL', [3]],
        ['WORKER_LIST', [4]],
      ],
    );
  });
});

import { checkCases, repeat } from './cases';

checkCases('long files and functions', [
  {
    it: 'names the longest function only if it is striking',
    files: { 'src/a.ts': `export function long() {\n${'  call();\n'.repeat(300)}}\nexport function short() {}\n` },
    findings: ['architecture/long-function | long in src/a.ts is 302 lines long'],
    evidence: { 'architecture/long-function': ['src/a.ts:1'] },
  },
  {
    it: 'says that tables of data are left out, where there are some',
    files: {
      'src/a.ts': `${'function f() {}\n'.repeat(6)}${'call();\n'.repeat(1_600)}`,
      'src/table.ts': 'export const a = 1;\n'.repeat(2_000),
      'src/db/typings.ts': 'export declare function f(): void;\n'.repeat(2_000),
      ...repeat(20, (n) => [`src/b${n}.ts`, '']),
    },
    findings: ['architecture/large-file | src/a.ts has 1,607 lines'],
    content: { 'architecture/large-file': ['Left out are files with few functions'] },
  },
  {
    it: 'takes a long file for code whose functions have no names, as routes and stores have them',
    files: {
      'src/a.ts': `${'function f() {}\n'.repeat(6)}${'call();\n'.repeat(1_500)}`,
      'src/routes.ts': `${'router.post("cups", async (ctx) => {\n  await call(ctx);\n});\n'.repeat(600)}`,
      'qt/cups.pyi': `${'def f(a: int) -> str:\n    ...\n'.repeat(1_000)}`,
      ...repeat(20, (n) => [`src/b${n}.ts`, '']),
    },
    findings: ['architecture/large-file | src/routes.ts has 1,801 lines'],
  },
  {
    it: 'names long files of C, but no tables',
    files: {
      'src/a.c': 'call();\n'.repeat(1_600),
      'src/unicode.c': '1,\n'.repeat(3_000),
      ...repeat(20, (n) => [`src/b${n}.c`, '']),
    },
    findings: ['architecture/large-file | src/a.c has 1,601 lines'],
  },
  {
    it: 'takes no window on data for a table of them',
    files: {
      'src/DatabaseWidget.cpp': 'call();\n'.repeat(1_600),
      'src/IconData.cpp': '1,\n'.repeat(3_000),
      ...repeat(20, (n) => [`src/b${n}.cpp`, '']),
    },
    findings: ['architecture/large-file | src/DatabaseWidget.cpp has 1,601 lines'],
  },
  {
    it: 'names no step of a data base, nor what fills it',
    files: {
      'database/seeders/CupsSeeder.php': `<?php\nclass CupsSeeder {\n  function run() {\n${'    call();\n'.repeat(300)}  }\n}\n`,
      'app/a.py': 'def short():\n    call()\n',
      'app/migrations/versions/legacy/b4dd_.py': `def upgrade():\n${'    call()\n'.repeat(300)}`,
    },
    findings: [],
  },
  {
    it: 'ends a function at its bracket where what it holds is not read, and the rest of the file lies in it',
    files: {
      'src/Cups.cs': `class Cups\n{\n    void Wash(string b)\n    {\n        var x = $@"a ""{b}""";\n        a?.B = 3;\n${'        call();\n'.repeat(60)}    }\n\n${'    void Dry()\n    {\n        call();\n    }\n'.repeat(90)}}\n`,
    },
    findings: [],
  },
  {
    it: 'says of a function without a name that it is exported',
    files: { 'src/a.js': `module.exports = async function (app) {\n${'  call();\n'.repeat(300)}}\n` },
    findings: ['architecture/long-function | The function exported in src/a.js is 302 lines long'],
  },
  {
    it: 'names no function that Rust compiles for tests only',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/main.rs': `#[cfg(test)]\n#[inline]\npub fn mocked() {\n${'    call();\n'.repeat(400)}}\n\nfn long() {\n${'    call();\n'.repeat(300)}}\n`,
    },
    findings: ['architecture/long-function | long in src/main.rs is 302 lines long'],
  },
  {
    it: 'names no function of a copied package',
    files: { 'server/libs/ffmpeg/run.js': `function long() {\n${'  call();\n'.repeat(300)}}\n` },
    findings: [],
  },
  {
    it: 'tells none of a small part, where the functions of most of the code are not known',
    files: {
      'src/a.cpp': 'int x = 0;\n'.repeat(900),
      'proxy/a.js': `function long() {\n${'  call();\n'.repeat(300)}}\n`,
    },
    findings: [],
  },
]);

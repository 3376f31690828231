import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { writeFiles } from './gitFolder';

export interface HostileSize {
  /** Bytes of the longest line. */
  readonly lineBytes: number;
  /** Bytes of each text that is meant to make an expression go back and forth. */
  readonly textBytes: number;
  /** Files in one folder. */
  readonly files: number;
}

/** What a pattern may choke on: each piece is repeated to the size, and then broken off. */
const pieces = [
  'a',
  ' ',
  '\t',
  '(',
  '{',
  '[',
  '<a ',
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '/*',
  '<!--',
  '#{',
  '${',
  '-- ',
  '=',
  'a.',
  'a_',
  'A-',
  '::',
  'import {a,',
  'from a import (',
  'const a=',
  'secret_',
  'password=',
  'process.env.',
  'os.environ[',
  "app.get('/",
  '@Get(',
  'select * from ',
  "' + a + '",
  'eval(',
  'def a(',
  'class A(',
  'func ',
  'use a\\',
  'require ',
  'http://a:b',
  'eyJ',
  'a@a.',
  '\r',
  '\n ',
  '\u00e9',
  '\ud83d\ude00',
] as const;

const extensions = [
  'js',
  'ts',
  'tsx',
  'py',
  'rb',
  'php',
  'java',
  'go',
  'rs',
  'cs',
  'kt',
  'ex',
  'sh',
  'vue',
  'sql',
  'md',
];
const settings = ['Dockerfile', 'compose.yml', '.env', 'package.json', 'pom.xml', 'Gemfile', 'go.mod', 'Cargo.toml'];

/** Each extension meets some of the pieces, each piece several extensions. */
function backAndForth(bytes: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [index, piece] of pieces.entries())
    for (const [place, extension] of extensions.entries())
      if ((index + place) % 4 === 0) files[`redos/${index}.${extension}`] = `${piece.repeat(bytes / piece.length)}!`;
  for (const [index, name] of settings.entries())
    files[`settings${index}/${name}`] = `${(pieces[index * 3] ?? 'a').repeat(bytes)}!`;
  return files;
}

function nested(open: string, close: string, depth: number): string {
  return `${open.repeat(depth)}${close.repeat(depth)}\n`;
}

const billionLaughs = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat('bcdefghij'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]}, `.repeat(9)}x]`))
  .join('\n');

/** Names that mean something else in a regular expression, of files, of packages and of what they start. */
function namesOfPatterns(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [index, sign] of ['(', '[', '*', '{2}', ')', '+?', '\\\\'].entries()) {
    const folder = `names${index}`;
    const name = `shop${sign}`;
    const file = `shop${sign.replaceAll('\\', '|')}`;
    files[`${folder}/pyproject.toml`] =
      `[project]\nname = "${name}"\nversion = "1"\n[project.scripts]\n"${name}" = "shop.cli:main"\n`;
    files[`${folder}/${file}.py`] = 'import click\n\n@click.command("sell")\ndef sell(): pass\n';
    files[`${folder}/${file}/package.json`] = `{ "name": "${name}", "bin": "./${name}.js", "main": "${name}.js" }`;
    files[`${folder}/${file}/${file}.js`] = `import a from './${name}.js';\nexport const b = a;\n`;
    files[`${folder}/${file}/Cargo.toml`] = `[package]\nname = "${name}"\n[dependencies]\n"${name}" = "1"\n`;
    files[`${folder}/${file}/${file}.go`] = 'package main\n\nfunc main() {}\n';
    files[`${folder}/${file}/go.mod`] = `module shop.example/${name}\n`;
    files[`${folder}/${file}/Program.cs`] = 'class Program { static void Main() {} }\n';
    files[`${folder}/${file}/${file}.csproj`] = '<Project Sdk="Microsoft.NET.Sdk" />\n';
  }
  return files;
}

/** A folder that does harm to whoever reads it without care; `tame.ts` is in it, too. Close the server when done. */
export function makeHostileFolder(folder: string, size: HostileSize): Server {
  writeFiles(folder, {
    ...backAndForth(size.textBytes),
    ...namesOfPatterns(),
    'tame.ts': "import express from 'express';\nconst app = express();\napp.get('/tame', (req, res) => res.end());\n",
    'package.json':
      '{ "name": "hostile", "dependencies": { "express": "4.18.2" }, "workspaces": ["**/*a*a*a*a*a*a*b"] }',
    'nested/a.json': nested('[', ']', 100_000),
    'nested/a.js': nested('(', ')', 30_000),
    'nested/b.js': nested('{a:', '}', 30_000),
    'nested/a.py': nested('[', ']', 30_000),
    'nested/a.rb': nested('begin\n', 'end\n', 5_000),
    'nested/a.html': nested('<p>', '</p>', 30_000),
    'nested/package.json': nested('{"a":', '}', 20_000),
    'nested/docker-compose.yml': billionLaughs,
    'nested/Cargo.toml': `a = ${nested('[', ']', 20_000)}`,
    'nested/pom.xml': nested('<a>', '</a>', 20_000),
    'odd/nul.ts': `const a = 1;\0${'b'.repeat(100)}`,
    'odd/42.zip': 'PK\u0003\u0004',
    'odd/bomb.zip.zip.zip.tar.gz.ts': 'export {};\n',
    [`odd/${'a'.repeat(240)}.ts`]: 'export {};\n',
    'odd/$(touch x);`id`\'".ts': 'export {};\n',
    'odd/line\nbreak.ts': 'export {};\n',
    [`${'deep/'.repeat(150)}a.ts`]: 'export {};\n',
    '.gitattributes': `${'*a'.repeat(40)}b linguist-generated\n`.repeat(50),
    'ignored/.gitignore': `${'*a'.repeat(40)}b\n${'**/'.repeat(40)}x\n`,
    [`ignored/${'a'.repeat(200)}`]: 'a\n',
  });
  writeFileSync(join(folder, 'odd/latin.py'), Buffer.from([0x61, 0x20, 0x3d, 0x20, 0x27, 0xe9, 0xff, 0x27, 0x0a]));
  writeFileSync(Buffer.concat([Buffer.from(join(folder, 'odd/')), Buffer.from([0xe9, 0x2e, 0x74, 0x73])]), 'a\n');
  writeFileSync(join(folder, 'line.js'), Buffer.alloc(size.lineBytes, 'a'));
  mkdirSync(join(folder, 'many'));
  for (let file = 0; file < size.files; file++)
    writeFileSync(join(folder, 'many', `${file}.ts`), `const a${file} = 1;\n`);
  symlinkSync('loop-b', join(folder, 'loop-a'));
  symlinkSync('loop-a', join(folder, 'loop-b'));
  symlinkSync('.', join(folder, 'myself'));
  symlinkSync('/etc', join(folder, 'elsewhere'));
  execFileSync('mkfifo', [join(folder, 'pipe.ts')]);
  const server = createServer();
  server.listen(join(folder, 'socket.ts'));
  server.unref();
  return server;
}

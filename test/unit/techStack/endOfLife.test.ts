import assert from 'node:assert/strict';
import { techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { analyzeSources } from '../../support/analyzeSources';

async function titlesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await analyzeSources([techStackAnalyzer], files);
  return findings.filter(({ rule }) => rule === 'techStack/end-of-life').map(({ title }) => title);
}

describe('lines that nobody mends any more', () => {
  it('are told with the end of the line that the range reaches into', async () => {
    const asks = (range: string): Record<string, string> => ({
      'requirements.txt': `django${range}\n`,
      'a.py': 'import django\n',
    });
    assert.deepEqual(await titlesOf(asks('==3.2.25')), ['Django 3.2.25 has had no free security fixes since 2024-04']);
    // It reaches over the long-term line 3.2, which lived longer than 4.0.
    assert.deepEqual(await titlesOf(asks('>=3.2.19,<4')), [
      'Django >=3.2.19,<4 has had no free security fixes since 2024-04 or earlier',
    ]);
  });

  it('are told by what the manifest says, in its own words', async () => {
    const { findings } = await analyzeSources([techStackAnalyzer], {
      'package.json': '{\n"devDependencies": {\n"eslint": "^6.8.0"\n}\n}',
    });
    const told = findings.find(({ rule }) => rule === 'techStack/end-of-life');
    assert.match(told?.content ?? '', /`package\.json` asks for ESLint `\^6\.8\.0`\./);
  });

  it('are nothing where they stand under a name of their own, or where users bring them', async () => {
    const asks = (dependencies: string): Record<string, string> => ({
      'package.json': `{\n"name": "plugin",\n${dependencies}\n}`,
      'package-lock.json': '{\n"packages": {\n"node_modules/eslint": {\n"version": "8.57.1"\n}\n}\n}',
    });
    assert.equal((await titlesOf(asks('"devDependencies": {\n"eslint": "^8.0.0"\n}'))).length, 1);
    assert.deepEqual(await titlesOf(asks('"devDependencies": {\n"eslint-7": "npm:eslint@^7.0.0"\n}')), []);
    assert.deepEqual(await titlesOf(asks('"peerDependencies": {\n"eslint": "^8.0.0 || ^9.0.0"\n}')), []);
  });

  it('are told with the latest end where several of them are asked for', async () => {
    const { findings } = await analyzeSources([techStackAnalyzer], {
      'package.json': '{"dependencies": {"express": "5.0.0"}}',
      'index.js': "require('express')\n",
      '.nvmrc': '18.19.1\n',
      Dockerfile: 'FROM node:8.16.1\nCMD ["node", "index.js"]\n',
    });
    const told = findings.find(({ rule }) => rule === 'techStack/end-of-life');
    assert.match(told?.title ?? '', /have had no free security fixes since 2025-04 or earlier$/);
    assert.match(told?.content ?? '', /The line 8 ended in 2019-12\./);
    assert.match(told?.content ?? '', /The line 18 ended in 2025-04\./);
  });

  it('are nothing where a tool beside a product that has moved on asks for one', async () => {
    const project = (version: string) =>
      `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net${version}</TargetFramework></PropertyGroup></Project>`;
    const tool = { 'tools/Make/Make.csproj': project('7.0'), 'tools/Make/A.cs': 'class A { }\n' };
    assert.deepEqual(await titlesOf({ ...tool, 'src/Shop.csproj': project('10.0'), 'src/A.cs': 'class B { }\n' }), []);
    assert.equal((await titlesOf({ 'src/Shop.csproj': project('7.0'), 'src/A.cs': 'class B { }\n' })).length, 1);
  });

  it('are nothing where the same manifest asks for newer ones beside a pin that was left behind', async () => {
    const manifest = (engines: string): Record<string, string> => ({
      'package.json': `{\n  "engines": {"node": "${engines}"},\n  "volta": {"node": "18.17.0"}\n}`,
      'a.js': 'a();\n',
    });
    assert.deepEqual(await titlesOf(manifest('>=24.1.0 <25')), []);
    assert.equal((await titlesOf(manifest('>=18'))).length, 1);
  });

  it('are nothing where an old image stands beside a newer one to test with', async () => {
    const compose = (...tags: readonly string[]): Record<string, string> => ({
      'package.json': '{"dependencies": {"pg": "8.0.0"}}',
      'docker-compose.yml': `services:\n${tags.map((tag) => `  db${tag}:\n    image: postgres:${tag}\n`).join('')}`,
    });
    assert.deepEqual(await titlesOf(compose('13', '17')), []);
    assert.deepEqual(await titlesOf(compose('13')), ['PostgreSQL 13 has had no free security fixes since 2025-11']);
  });

  it('are told of the last line below what is asked for, and of none after it', async () => {
    const found = await titlesOf({
      'package.json': '{"dependencies": {"mongodb": "5.0.0"}}',
      'docker-compose.yml': 'services:\n  db:\n    image: mongo:4\n',
    });
    assert.deepEqual(found, ['MongoDB 4 has had no free security fixes since 2024-02 or earlier']);
  });

  it('are nothing where only those who develop start the image, beside their sources', async () => {
    const titles = (more: string) =>
      titlesOf({
        'package.json': '{"dependencies": {"pg": "8.0.0"}}',
        'docker-compose.yml': `services:\n  db:\n    image: postgres:13\n  app:\n${more}`,
      });
    assert.equal((await titles('    volumes:\n      - ./uploads:/data\n')).length, 1);
    assert.deepEqual(await titles("    volumes:\n      - '.:/var/www/html'\n"), []);
    assert.deepEqual(await titles('    build:\n      context: ./vendor/laravel/sail/runtimes/8.4\n'), []);
    assert.deepEqual(await titles('    environment:\n      POSTGRES_TEST_URL: postgres://db/test\n'), []);
  });

  it('are nothing where a library is tried with old stores', async () => {
    const compose = 'services:\n  db:\n    image: mysql:5.7\n';
    const php = '<?php\n$db = new PDO("mysql:host=a");\n';
    const asks = (name: string): Record<string, string> => ({
      'composer.json': `{"name": "${name}", "require": {"ext-pdo_mysql": "*", "laravel/framework": "^13.0"}}`,
      'docker-compose.yml': compose,
      'src/Db.php': php,
    });
    assert.deepEqual(await titlesOf(asks('shop/app')), ['MySQL 5.7 has had no free security fixes since 2023-10']);
    assert.deepEqual(
      await titlesOf({
        ...asks('laravel/framework'),
        'composer.json': '{"name": "laravel/framework", "require": {"ext-pdo_mysql": "*"}}',
      }),
      [],
    );
  });
});

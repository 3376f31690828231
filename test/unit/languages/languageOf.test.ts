import assert from 'node:assert/strict';
import { languageOf } from '../../../src/engine/genesis/languages/languageOf';
import { languageEntry } from '../../../src/engine/genesis/languages/linguistTable';
import { contentRules, preferred } from '../../../src/engine/genesis/languages/tieBreaks';

const byName: Readonly<Record<string, string>> = {
  'src/a.ts': 'TypeScript',
  'src/a.d.mts': 'TypeScript',
  'a.tsx': 'TSX',
  'a.jsx': 'JavaScript',
  'README.md': 'Markdown',
  'src/lib.rs': 'Rust',
  'index.PHP': 'PHP',
  'schema.sql': 'SQL',
  'a.cs': 'C#',
  'views/show.html.erb': 'HTML+ERB',
  'resources/welcome.blade.php': 'Blade',
  Dockerfile: 'Dockerfile',
  'docker/Dockerfile.dev': 'Dockerfile',
  'api.Dockerfile': 'Dockerfile',
  'deploy/Jenkinsfile': 'Groovy',
  Gemfile: 'Ruby',
  'tasks/db.rake': 'Ruby',
  'a.kts': 'Kotlin',
  '.env.local.example': 'Dotenv',
  'config/application.yml': 'YAML',
  'main.tf': 'HCL',
  'schema.prisma': 'Prisma',
  'a.graphql': 'GraphQL',
  'a.proto': 'Protocol Buffer',
  'App.vue': 'Vue',
  'lib/a.ex': 'Elixir',
  'a.unheard-of': 'Text',
  LICENSE: 'Text',
};

const byHead: readonly (readonly [path: string, head: string, language: string])[] = [
  ['bin/run', '#!/usr/bin/env python3\n', 'Python'],
  ['bin/run', '#!/usr/bin/env -S node --no-warnings\n', 'JavaScript'],
  ['bin/run', '#!/usr/bin/ruby2.7 -w\n', 'Ruby'],
  ['bin/run', '#!/bin/bash\n', 'Shell'],
  ['feed', '<?xml version="1.0"?>\n<a/>', 'XML'],
  ['a.h', '#ifndef A_H\nint a(void);\n', 'C'],
  ['a.h', '#pragma once\nnamespace a {\n', 'C++'],
  ['translations/de.ts', '<?xml version="1.0"?>\n<!DOCTYPE TS>', 'XML'],
  ['a.pl', 'use strict;\nmy $a = 1;\n', 'Perl'],
  ['a.pl', 'parent(X) :- child(X).\n', 'Prolog'],
  ['a.m', '% comment\nfunction y = f(x)\n', 'MATLAB'],
  ['a.v', 'module top(input clk);\nendmodule\n', 'Verilog'],
];

describe('languageOf', () => {
  for (const [path, language] of Object.entries(byName))
    it(`takes ${path} for ${language}`, () => assert.equal(languageOf(path).languageName, language));

  for (const [path, head, language] of byHead)
    it(`takes ${path} that begins with ${JSON.stringify(head.slice(0, 20))} for ${language}`, () =>
      assert.equal(languageOf(path, head).languageName, language));

  it('gives languages with a grammar their id', () => {
    const ids = ['a.ts', 'a.tsx', 'a.mjs', 'a.py', 'A.java', 'a.go', 'a.rb', 'a.php', 'A.cs', 'a.rs', 'a.sh', 'a.css'];
    assert.deepEqual(
      ids.map((path) => languageOf(path).language),
      ['typescript', 'tsx', 'javascript', 'python', 'java', 'go', 'ruby', 'php', 'csharp', 'rust', 'shell', 'other'],
    );
  });

  it('has an example for every rule about content', () => {
    for (const rule of contentRules) {
      assert.match(rule.example, rule.pattern);
      assert.equal(languageOf(`a.${rule.extension}`, rule.example).languageName, rule.language, rule.example);
    }
  });

  it('names only languages that linguist knows', () => {
    const names = [...Object.values(preferred), ...contentRules.map((rule) => rule.language)];
    assert.deepEqual(
      names.filter((name) => languageEntry(name) === undefined),
      [],
    );
    assert.deepEqual(languageEntry('TSX'), { name: 'TSX', type: 'programming', color: '#3178c6', group: 'TypeScript' });
  });

  it('takes a template of code for none of Perl', () => {
    assert.notEqual(languageOf('templates/mailer.t', 'use super::x::{A, B};\n').languageName, 'Perl');
    assert.equal(languageOf('t/a.t', 'use strict;\n').languageName, 'Perl');
  });
});

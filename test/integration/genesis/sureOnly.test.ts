import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { securityAnalyzer } from '../../../src/engine/genesis/analyzers/security';
import type { Extractor } from '../../../src/engine/genesis/extractor';
import { describeFile } from '../../../src/engine/genesis/languages/describeFile';
import { isSureOnly } from '../../../src/engine/genesis/listing/sureOnly';
import { extractFacts, extractorsOf } from '../../../src/engine/genesis/runAnalyzers';
import type { Analyzer } from '../../../src/engine/genesis/scanModel';
import { writeFiles } from '../../support/gitFolder';
import { testParser } from '../../support/testParser';
import { inProcess, ScanBench } from './scanBench';

const look: Extractor<boolean> = {
  id: 'look',
  version: 1,
  wants: () => true,
  extract: (file) => file.sureOnly !== true,
};

/** Tells in how many files guesses were looked for. */
const analyzers: readonly Analyzer[] = [
  {
    id: 'look',
    extractors: [look],
    synthesizers: [
      {
        id: 'look',
        run(model, report) {
          const looked = [...model.factsOf(look)].filter(([, looksForGuesses]) => looksForGuesses);
          const [first] = model.files;
          if (first === undefined) return;
          report.finding({
            layer: 'conventions',
            rule: 'look/guesses',
            key: 'guesses',
            title: `${looked.length} of ${model.files.length}`,
            content: '',
            importance: 3,
            confidence: 1,
            tags: [],
            evidence: [{ path: first.path, startLine: 1, endLine: 1 }],
          });
        },
      },
    ],
  },
];

const names = (count: number): string[] => Array.from({ length: count }, (_none, at) => `src/${at}.ts`);

describe('what is told of careless programs alone', () => {
  it('is looked for in programs of up to 2,000 files of code', () => {
    const listed = (count: number) => names(count).map((path) => ({ path }));
    assert.equal(isSureOnly([...listed(2_000), { path: 'README.md' }, { path: 'logo.svg' }]), false);
    assert.equal(isSureOnly(listed(2_001)), true);
  });

  it('is looked for in every file anew once a program gets smaller, and in none once it gets larger', async function () {
    // Three scans of more than two thousand files.
    this.timeout(60_000);
    const bench = await ScanBench.open({ openRunner: () => inProcess(analyzers) });
    try {
      const { id, folder } = await bench.project('cups');
      writeFiles(folder, Object.fromEntries(names(2_000).map((path) => [path, 'x;\n'])));
      const told = async () => (await bench.scan(id)).findings.map(({ title }) => title);
      assert.deepEqual(await told(), ['2000 of 2000']);
      writeFiles(folder, { 'src/more.ts': 'x;\n' });
      assert.deepEqual(await told(), ['0 of 2001']);
      rmSync(join(folder, 'src/0.ts'));
      assert.deepEqual(await told(), ['2000 of 2000']);
    } finally {
      bench.dispose();
    }
  });

  it('is left out of a large program, and what is told of any stays', async () => {
    const path = 'src/login.js';
    const text = [
      "const express = require('express');",
      'const app = express();',
      "app.get('/orders/:id', async (req, res) => {",
      '  const order = await Order.findById(req.params.id);',
      '  res.json(order);',
      '});',
      "app.get('/run', (req, res) => require('child_process').exec(req.query.line));",
      "app.post('/login', (req, res) => { if (req.body.password === 'open') res.send('in'); });",
    ].join('\n');
    const parser = await testParser();
    const rulesOf = (sureOnly: boolean): { readonly rules: readonly string[]; readonly ids: readonly string[] } => {
      const description = { ...describeFile(path, text), ...(sureOnly ? { sureOnly: true as const } : {}) };
      const file = parser.createSourceFile({ ...description, text });
      const [found] = extractFacts([{ file, place: 0 }], extractorsOf([securityAnalyzer]));
      file.dispose();
      const places = (found?.facts['weaknesses'] ?? []) as readonly { readonly rule: string }[];
      return { rules: [...new Set(places.map(({ rule }) => rule))], ids: Object.keys(found?.facts ?? {}) };
    };
    const [any, sure] = [rulesOf(false), rulesOf(true)];
    assert.ok(any.rules.includes('command-injection') && sure.rules.includes('command-injection'));
    assert.ok(sure.rules.length < any.rules.length);
    assert.ok(sure.rules.every((rule) => any.rules.includes(rule)));
    assert.ok(any.ids.includes('security.handlers') && !sure.ids.includes('security.handlers'));
  });
});

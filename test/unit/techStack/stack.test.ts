import assert from 'node:assert/strict';
import { mainStackAnalyzer, techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { databaseSettings } from '../../../src/engine/genesis/analyzers/techStack/data/databaseSettings';
import { endOfLife } from '../../../src/engine/genesis/analyzers/techStack/data/endOfLife';
import { cleanVersion } from '../../../src/engine/genesis/analyzers/techStack/stack';
import { techRules } from '../../../src/engine/genesis/analyzers/techStack/techRule';
import { analyzeSources } from '../../support/analyzeSources';
import { findingExamples } from './findingExamples';
import { mainStackExamples } from './mainStack/mainStackExamples';
import { technologyExamples } from './technologyExamples';

const silent = { contains: undefined, containsNot: undefined };

describe('tech stack', () => {
  for (const { what, files, has, hasNot = [], first, says = [], saysNot, contains, containsNot } of [
    ...technologyExamples.map((example) => ({ ...example, ...silent })),
    ...mainStackExamples,
    ...findingExamples.map((example) => ({ ...example, ...silent })),
  ]) {
    it(what, async () => {
      const { techStack, findings, problems } = await analyzeSources([techStackAnalyzer, mainStackAnalyzer], files);
      assert.deepEqual(problems, []);
      const shown = techStack.map((one) => `${one.name} ${one.version}`.trim());
      for (const one of has) assert.ok(shown.includes(one), `${one} not in ${shown.join(' | ')}`);
      for (const name of hasNot)
        assert.ok(!techStack.some((one) => one.name === name), `${name} in ${shown.join(' | ')}`);
      if (first !== undefined) assert.equal(techStack[0]?.name, first);
      const titles = findings.map((finding) => finding.title);
      for (const title of titles) if (saysNot !== undefined) assert.doesNotMatch(title, saysNot);
      for (const title of says)
        assert.ok(
          titles.some((said) => said.startsWith(title)),
          `${title}\n not in\n${titles.join('\n')}`,
        );
      const texts = findings.map((finding) => finding.content).join('\n');
      if (contains !== undefined) assert.ok(texts.includes(contains), texts);
      if (containsNot !== undefined) assert.ok(!texts.includes(containsNot), texts);
      for (const technology of techStack) assert.ok(technology.evidence.length > 0, technology.name);
    });
  }

  it('shows a language by own code, not by a library that was copied', async () => {
    const { findings } = await analyzeSources([techStackAnalyzer, mainStackAnalyzer], {
      'libs/PHPMailer/PHPMailer.php': `<?php\n${'function send() { return 1; }\n'.repeat(40)}`,
      'index.php': '<?php\nfunction cups() { return 2; }\n',
    });
    const stack = findings.find(({ rule }) => rule === 'techStack/main-stack');
    assert.deepEqual(
      stack?.evidence.map(({ path }) => path),
      ['index.php'],
    );
  });

  it('tells what is asked for from what a lock file holds', async () => {
    const { findings } = await analyzeSources([techStackAnalyzer, mainStackAnalyzer], {
      'package.json': '{\n"devDependencies": {\n"eslint": "^8.41.0"\n}\n}',
      'package-lock.json': '{\n"packages": {\n"node_modules/eslint": {\n"version": "8.57.1"\n}\n}\n}',
    });
    const [ended] = findings.filter((finding) => finding.rule === 'techStack/end-of-life');
    assert.match(
      ended?.content ?? '',
      /^`package\.json` asks for ESLint `\^8\.41\.0`; `package-lock\.json` holds `8\.57\.1`\./,
    );
    assert.deepEqual(
      ended?.evidence.map(({ path }) => path),
      ['package.json', 'package-lock.json'],
    );
  });

  it('shows versions without the marks of a range', () => {
    const table: readonly (readonly [string, string])[] = [
      ['^4.18.1', '4.18.1'],
      ['~> 7.0', '7.0'],
      ['~> 7.1.5, >= 7.1.5.2', '7.1.5'],
      ['==1.2', '1.2'],
      ['v1.8.1', '1.8.1'],
      ['>=3.11,<4', '>=3.11'],
      ['<4.0,>=3.12', '>=3.12'],
      ['>=3.4.0 <4.0.0', '>=3.4.0'],
      ['net8.0', '8.0'],
      ['net10.0;net8.0;netstandard2.1;net472', '10.0, 8.0'],
      ['netstandard2.0', ''],
      ['workspace:*', ''],
      ['[13.3.4]', '13.3.4'],
      ['5.5.*', '5.5.*'],
      ['^8.1|^8.2 || ^8.3', '>=8.1'],
      ['>=2.7, !=3.0.*, !=3.1.*, !=3.4.*', '>=2.7'],
    ];
    for (const [written, shown] of table) assert.equal(cleanVersion(written), shown, written);
  });

  it('has a true example for every setting of a database', () => {
    for (const { pattern, example } of databaseSettings) assert.match(example, pattern);
  });

  it('dates the end of lines of technologies that it knows', () => {
    const names = new Set([...techRules.map((rule) => rule.name), 'Python', 'PHP', 'Ruby']);
    for (const { technology, ended } of endOfLife) {
      assert.ok(names.has(technology), technology);
      for (const month of Object.values(ended)) assert.match(month, /^20\d\d-(0[1-9]|1[0-2])$/);
    }
  });
});

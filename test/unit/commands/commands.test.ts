import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { commandFormats } from '../../../src/engine/genesis/analyzers/commands/commandFormats';
import { documentedCommands } from '../../../src/engine/genesis/analyzers/commands/documentedCommands';
import { purposeOf, purposeRules } from '../../../src/engine/genesis/analyzers/commands/purposes';
import { analyzeSources } from '../../support/analyzeSources';
import { commandExamples } from './examples';

describe('commands', () => {
  for (const { path, text, commands } of commandExamples) {
    it(`reads ${path}`, () => {
      const found = commandFormats.find((format) => format.pattern.test(path))?.parse(text, path) ?? [];
      assert.deepEqual(
        found.map((one) =>
          [one.line, one.kind, one.name, one.run, one.does]
            .filter((part) => part !== undefined && part !== '')
            .join(' | '),
        ),
        commands,
      );
    });
  }

  it('has an example for every format', () => {
    const unshown = commandFormats.filter(
      (format) => !commandExamples.some((example) => format.pattern.test(example.path)),
    );
    assert.deepEqual(
      unshown.map((format) => format.pattern.source),
      [],
    );
  });

  it('knows purposes by names', () => {
    for (const { purpose, examples } of purposeRules)
      for (const name of examples) assert.equal(purposeOf(name), purpose, name);
    for (const name of [
      'postinstall',
      'dev:prime',
      'generate-client',
      'preview-thing',
      'up',
      'watch',
      'data_migration:x',
    ])
      assert.equal(purposeOf(name), undefined, name);
  });

  it('reads what documents tell to type, in code only', () => {
    const text =
      'Use npm run prose.\n\n```bash\n$ npm run build # all\nmake test\n```\n\n```js\nnpm run code\n```\nThen `pnpm run lint`, or `yarn run x:<name>`.\n';
    assert.deepEqual(
      documentedCommands(text).map((one) => `${one.line} ${one.runner} ${one.name}`),
      ['4 npm build', '5 make test', '11 npm lint'],
    );
  });

  it('says how the project is worked with, and where its documents are wrong', async () => {
    const { findings, inventory, problems } = await analyzeSources([commandsAnalyzer], {
      'package.json':
        '{\n"scripts": {\n"dev": "vite",\n"build": "vite build",\n"test": "vitest",\n"docs:dev": "x"\n}\n}',
      'pnpm-lock.yaml': '',
      'README.md': '```sh\npnpm run dev\npnpm run gone\n```\n',
      '.github/workflows/ci.yml': 'name: CI\njobs:\n  test:\n    steps:\n      - run: pnpm test\n',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      findings.map((finding) => finding.title),
      [
        'Run with pnpm run dev, build with pnpm run build, test with pnpm run test',
        '1 CI job found in 1 file: test',
        'README.md tells to type pnpm run gone, which no file read declares',
      ],
    );
    assert.deepEqual(findings[2]?.evidence, [{ path: 'README.md', startLine: 3, endLine: 3 }]);
    assert.deepEqual(
      inventory.commands.slice(0, 2),
      [
        { name: 'CI / test', run: 'CI / test', file: '.github/workflows/ci.yml', line: 3, kind: 'job' },
        { name: 'dev', run: 'vite', file: 'package.json', line: 3, kind: 'script' },
      ].map((command) => (command.kind === 'job' ? { ...command, run: 'pnpm test' } : command)),
    );
  });

  it('falls back to what is usual for the tool', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'go.mod': 'module a\n',
      'main.go': 'package main\n',
      'main_test.go': 'package main\n',
    });
    assert.equal(findings[0]?.title, 'Run with go run ., build with go build ./..., test with go test ./...');
  });

  it('takes the words of a help text for no command', () => {
    const text =
      '```\n--test-script  Name of npm run script to run tests\n$ docker compose exec app npm run seed\ncd web && npm run dev\n```\n';
    assert.deepEqual(
      documentedCommands(text).map((one) => `${one.line} ${one.written}`),
      ['3 npm run seed', '4 npm run dev'],
    );
  });

  it('reads no name where the reader has to put one, and takes a build for a build', () => {
    assert.deepEqual(documentedCommands('Run `make test-<provider>`, then `make destroy-*`.\n'), []);
    assert.equal(purposeOf('build-dev'), 'build');
  });
});

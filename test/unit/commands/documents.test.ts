import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { analyzeSources } from '../../support/analyzeSources';

describe('findings on documented commands', () => {
  it('says of no document that it is wrong where more may be declared, or another folder is meant', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      justfile: "mod demo 'demo/justfile'\nrun:\n    cargo run\n",
      Makefile: 'include common.mk\na:\n\tx\nb:\n\tx\nc:\n\tx\n',
      'package.json': '{\n"scripts": {\n"x": "y"\n}\n}',
      'README.md':
        '```sh\njust demo::up\njust up\nmake gone\ncd other\nnpm run gone\n```\n`yarn run eslint`, `make sure that it runs`\n',
    });
    assert.deepEqual(
      findings.filter((finding) => finding.rule === 'commands/documentation-drift'),
      [],
    );
  });

  it('says nothing of the usual where a builder stands that is not read', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'go.mod': 'module a\n',
      'main.go': 'package main\n',
      'MODULE.bazel': 'module(name = "a")\n',
    });
    assert.deepEqual(findings, []);
  });

  it('says what is usual where a builder only puts it into a container, or works beside it', async () => {
    for (const builder of ['Earthfile', 'magefile.go', 'Tiltfile']) {
      const { findings } = await analyzeSources([commandsAnalyzer], {
        'go.mod': 'module a\n',
        'main.go': 'package main\n',
        [builder]: 'x\n',
      });
      assert.equal(findings[0]?.title, 'Run with go run ., build with go build ./...', builder);
    }
  });

  it('says nothing of a document that shows what a tool can do', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      justfile: 'run:\n    cargo run\n',
      'README.md': '```sh\njust run\njust one\njust two\njust three\n```\n',
    });
    assert.ok(findings.every((finding) => finding.rule !== 'commands/documentation-drift'));
  });

  it('says nothing where templates of projects have read-mes of their own', async () => {
    const told = async (more: Readonly<Record<string, string>>): Promise<boolean> => {
      const { findings } = await analyzeSources([commandsAnalyzer], {
        'package.json': '{"scripts": {"test": "tap", "lint": "eslint"}}',
        'README.md': '```sh\nnpm run test\nnpm run lint\nnpm run unit\n```\n',
        ...more,
      });
      return findings.some((finding) => finding.rule === 'commands/documentation-drift');
    };
    assert.equal(await told({}), true);
    assert.equal(await told({ 'templates/app/README.md': '# Yours\n' }), false);
  });
});

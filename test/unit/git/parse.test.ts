import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseIndex, parsePaths, parseTree } from '../../../src/engine/git/parseEntries';
import { parseLog } from '../../../src/engine/git/parseLog';
import { parseBatch } from '../../../src/engine/git/readObjects';
import { withoutCredentials } from '../../../src/engine/git/repository';

const oid = 'a'.repeat(40);
const pathName = fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !/[\0\n/]/.test(name));

describe('what git prints', () => {
  it('is an index: tag, mode, hash, stage and path', () => {
    const output = [
      `H 100644 ${oid} 0\tREADME.md`,
      `S 100644 ${oid} 0\toutside/a.ts`,
      `H 120000 ${oid} 0\tlink`,
      `H 160000 ${oid} 0\tmodules/x`,
      `M 100644 ${oid} 1\tboth.ts`,
      `M 100644 ${oid} 2\tboth.ts`,
      `M 100644 ${oid} 3\tboth.ts`,
      '',
    ].join('\0');
    assert.deepEqual(
      parseIndex(Buffer.from(output)).entries.map(({ path, kind, skipWorktree }) => [path, kind, skipWorktree]),
      [
        ['README.md', 'file', false],
        ['outside/a.ts', 'file', true],
        ['link', 'symlink', false],
        ['modules/x', 'submodule', false],
        ['both.ts', 'file', false],
      ],
    );
  });

  it('is an index with any path', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pathName), (names) => {
        const output = Buffer.from(names.map((name) => `H 100644 ${oid} 0\t${name}\0`).join(''));
        assert.deepEqual(
          parseIndex(output).entries.map((entry) => entry.path),
          names,
        );
      }),
    );
  });

  it('is a tree: sizes are padded, a submodule has none', () => {
    const output = `100644 blob ${oid}     180\ta b.txt\0` + `160000 commit ${oid}       -\tmod\0`;
    assert.deepEqual(parseTree(Buffer.from(output)).entries, [
      { path: 'a b.txt', kind: 'file', oid, bytes: 180 },
      { path: 'mod', kind: 'submodule', oid, bytes: 0 },
    ]);
  });

  it('names that are not UTF-8 are told apart', () => {
    const bad = Buffer.from([0x61, 0xe9, 0x2e, 0x63]);
    const output = Buffer.concat([Buffer.from('good\0'), bad, Buffer.from('\0')]);
    assert.deepEqual(parsePaths(output), { entries: ['good'], unreadable: ['a\uFFFD.c'] });
  });

  it('is a log: commits without files, empty subjects and odd paths', () => {
    const commit = (n: number, subject: string) => `\0${n.toString(16).repeat(40)}\0Ann\0${n}\0${subject}\0`;
    const output = `${commit(1, 'First')}\nM\0a.ts\0A\0b c.ts\0${commit(2, '')}${commit(3, 'Third')}\nD\0\nodd\0`;
    assert.deepEqual(
      parseLog(output).map(({ authoredAt, subject, files }) => ({ authoredAt, subject, files })),
      [
        { authoredAt: 1000, subject: 'First', files: ['a.ts', 'b c.ts'] },
        { authoredAt: 2000, subject: '', files: [] },
        { authoredAt: 3000, subject: 'Third', files: ['\nodd'] },
      ],
    );
  });

  it('is a log that tells files by their names of today', () => {
    const commit = (n: number) => `\0${n.toString(16).repeat(40)}\0Ann\0${n}\0Work\0`;
    const output = [
      `${commit(1)}\nM\0lib/b.ts\0`,
      `${commit(2)}\nR100\0src/b.ts\0lib/b.ts\0M\0a.ts\0`,
      // Another file had the name before, and a third one has it now.
      `${commit(3)}\nR080\0b.ts\0src/b.ts\0A\0b.ts\0`,
      `${commit(4)}\nM\0b.ts\0C075\0a.ts\0c.ts\0`,
    ].join('');
    assert.deepEqual(
      parseLog(output).map(({ files }) => files),
      [['lib/b.ts'], ['lib/b.ts', 'a.ts'], ['lib/b.ts', 'b.ts'], ['lib/b.ts', 'c.ts']],
    );
  });

  it('is a log that gives a file nothing of another one that had its name before', () => {
    const commit = (n: number) => `\0${n.toString(16).repeat(40)}\0Ann\0${n}\0Work\0`;
    const output = [
      `${commit(1)}\nM\0lib.rs\0`,
      `${commit(2)}\nR090\0main.rs\0lib.rs\0`,
      // Of another branch.
      `${commit(3)}\nR090\0main.rs\0lib.rs\0`,
      `${commit(4)}\nD\0lib.rs\0M\0main.rs\0`,
      `${commit(5)}\nM\0lib.rs\0`,
    ].join('');
    assert.deepEqual(
      parseLog(output).map(({ files }) => files),
      [['lib.rs'], ['lib.rs'], [], ['lib.rs'], []],
    );
  });

  it('is a batch of objects: any bytes, and missing ones', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 }), (contents) => {
        const parts = contents.flatMap((content, index) => [
          Buffer.from(`${index.toString(16).padStart(40, '0')} blob ${content.length}\n`),
          content,
          Buffer.from(`\n${'f'.repeat(40)} missing\n`),
        ]);
        const blobs = parseBatch(Buffer.concat(parts));
        assert.deepEqual(
          [...blobs.values()].map((blob) => [...blob]),
          contents.map((content) => [...content]),
        );
      }),
    );
  });

  it('a cut-off batch loses its last object and nothing else', () => {
    const whole = Buffer.from(`${oid} blob 3\nabc\n${'b'.repeat(40)} blob 9\nabc`);
    assert.deepEqual([...parseBatch(whole).keys()], [oid]);
  });
});

describe('a remote', () => {
  const cases: Readonly<Record<string, string>> = {
    'https://user:secret@example.com/a/b.git': 'https://example.com/a/b.git',
    'https://token@example.com/a.git': 'https://example.com/a.git',
    'https://example.com/a@b.git': 'https://example.com/a@b.git',
    'git@example.com:a/b.git': 'git@example.com:a/b.git',
    '/home/x@y/repo': '/home/x@y/repo',
  };
  for (const [url, clean] of Object.entries(cases))
    it(`${url} is kept without credentials`, () => assert.equal(withoutCredentials(url), clean));
});

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeProgram } from '../../../src/engine/genesis/analyzers/entryPoints/program/encoding/decodeProgram';
import { encodeProgram } from '../../../src/engine/genesis/analyzers/entryPoints/program/encoding/encodeProgram';
import { programReaders } from '../../../src/engine/genesis/analyzers/entryPoints/program/readers';
import { describeFile } from '../../../src/engine/genesis/languages/describeFile';
import { testParser } from '../../support/testParser';
import { readFixture } from './fixture';

const fixtures = readdirSync(join(__dirname, '../../fixtures/entryPoints'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''));

describe('entryPoints encoding', () => {
  it('gives back every program of the fixtures, and takes less than half of its place', async () => {
    const parser = await testParser();
    let plain = 0;
    let short = 0;
    for (const id of fixtures)
      for (const [path, text] of Object.entries(readFixture(id).files)) {
        const file = parser.createSourceFile({ ...describeFile(path), text });
        const reader = programReaders.find((candidate) => candidate.languages.includes(file.language));
        const { tree } = file;
        const program = reader?.read?.(text) ?? (tree && reader?.lower?.(file, tree.rootNode, reader.hot));
        if (program !== undefined) {
          const encoded = JSON.stringify(encodeProgram(program));
          assert.deepEqual(decodeProgram(JSON.parse(encoded)), program, `${id}: ${path}`);
          plain += JSON.stringify(program).length;
          short += encoded.length;
        }
        file.dispose();
      }
    assert.ok(plain > 100_000, `${plain}`);
    assert.ok(short < plain / 2, `${short} of ${plain}`);
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loadWithKeptCode } from '../../../src/base/keptCode';

const program =
  "const { sep } = require('node:path');\nexports.greet = (name) => 'Hello ' + name + sep + __filename;\n";

describe('loadWithKeptCode', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-code-'));
    file = join(folder, 'program.js');
    writeFileSync(file, program);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Loads the program, and has its code kept; whether it was there already. */
  function loadAndKeep(): boolean {
    const { exports, isKept, keep } = loadWithKeptCode(file);
    assert.match((exports as { greet(name: string): string }).greet('you'), /^Hello you.*program\.js$/);
    keep();
    return isKept;
  }

  it('takes the code of the time before, and writes it once', () => {
    assert.equal(loadAndKeep(), false);
    const code = readFileSync(`${file}.code`);
    assert.equal(loadAndKeep(), true);
    assert.deepEqual(readFileSync(`${file}.code`), code);
    assert.deepEqual(readdirSync(folder), ['program.js', 'program.js.code']);
  });

  it('compiles anew what changed since, and what is damaged', () => {
    loadAndKeep();
    utimesSync(file, 1, 1);
    assert.equal(loadAndKeep(), false);
    assert.equal(loadAndKeep(), true);
    const code = readFileSync(`${file}.code`);
    code[code.length >> 1] = (code[code.length >> 1] ?? 0) ^ 16;
    for (const damaged of [code, code.subarray(0, 10), Buffer.alloc(0)]) {
      writeFileSync(`${file}.code`, damaged);
      assert.equal(loadAndKeep(), false);
      assert.equal(loadAndKeep(), true);
    }
  });

  it('holds neither what it read of the program nor its code', () => {
    const letters = 4_000_000;
    writeFileSync(file, `${program}exports.text = '${'x'.repeat(letters)}';\n`);
    loadAndKeep();
    const before = process.memoryUsage().arrayBuffers;
    const loaded = loadWithKeptCode(file);
    assert.equal(loaded.isKept, true);
    assert.ok(process.memoryUsage().arrayBuffers - before < letters / 2);
  });

  it('does without a place to write to', () => {
    const { keep } = loadWithKeptCode(file);
    rmSync(folder, { recursive: true });
    keep();
  });

  it('takes it under the flags that a scan changes while it runs, where the version of V8 is known', () => {
    const isKnown = process.versions.v8.startsWith('11.');
    loadAndKeep();
    setFlagsFromString('--no-wasm-dynamic-tiering');
    try {
      assert.equal(loadAndKeep(), isKnown);
    } finally {
      setFlagsFromString('--wasm-dynamic-tiering');
    }
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../../src/cli/main';
import { repositoryRoot } from '../../architecture/sources';

async function helpOf(...args: string[]): Promise<string> {
  const stdout = new PassThrough();
  const streams = { stdout, stderr: new PassThrough(), signal: new AbortController().signal, distDir: '' };
  assert.equal(await main([...args, '--help'], streams), 0);
  return String(stdout.read());
}

describe('the section of the README about the command line', () => {
  const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
  const section = /\n### Command line\n([\s\S]*?)\n### /.exec(readme)?.[1] ?? '';
  const rows = new Map(
    [...section.matchAll(/^\|.*$/gm)].flatMap(([row]) =>
      [...row.matchAll(/`contox (\w+)/g)].map(([, name = '']) => [name, row] as const),
    ),
  );

  it('names every command and no other', async () => {
    const help = await helpOf();
    const names = [...help.matchAll(/^ {2}(\w+) +\S/gm)].map(([, name]) => name);
    assert.deepEqual([...rows.keys()].sort(), names.sort());
  });

  it('names every verb of each command', async () => {
    for (const [name, row] of rows) {
      const help = await helpOf(name);
      const verbs = [...help.matchAll(new RegExp(`^  contox ${name} (\\w+)`, 'gm'))].map(([, verb = '']) => verb);
      for (const verb of verbs) assert.match(row, new RegExp(`\\b${verb}\\b`), `${name} ${verb}`);
    }
  });

  it('names options that there are', async () => {
    for (const [name, row] of rows) {
      const help = await helpOf(name);
      for (const [option] of row.matchAll(/--[\w-]+/g)) assert.ok(help.includes(option), `${name} ${option}`);
    }
  });
});

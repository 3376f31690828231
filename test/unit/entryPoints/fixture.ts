import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small project in one text: files below `=== path`, and what is expected of it below `=== expected`. */
export interface Fixture {
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

const folder = join(__dirname, '../../fixtures/entryPoints');

export function readFixture(id: string, from = folder): Fixture {
  return parseFixture(readFileSync(join(from, `${id}.txt`), 'utf8'));
}

export function parseFixture(text: string): Fixture {
  const files: Record<string, string> = {};
  for (const section of text.split(/^=== /m).slice(1)) {
    const end = section.indexOf('\n');
    files[section.slice(0, end).trim()] = section.slice(end + 1);
  }
  const { expected = '', ...rest } = files;
  const lines = expected.split('\n').map((line) => line.trim());
  return { files: rest, expected: lines.filter((line) => line !== '' && !line.startsWith('#')) };
}

import { parse } from 'yaml';

/** Lines that a person writes are shorter; what is longer is not worth the time that the parser would take for it. */
const longestLine = 4_000;

/** Throws for what is no YAML, and for texts whose lines no person writes. */
export function parseYaml(text: string): unknown {
  if (text.split('\n').some((line) => line.length > longestLine)) throw new Error('A line is too long for a manifest.');
  return parse(text, { maxAliasCount: 50, logLevel: 'silent' });
}

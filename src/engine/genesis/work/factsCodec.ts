import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Redactor } from '../../redact/redactor';
import type { FileFacts } from '../runAnalyzers';
import { redactJson } from './redactJson';

/** What the facts of most files say in the same words; the most frequent stand last, where zlib finds them quickest. */
const dictionary = Buffer.from(
  [
    '"exports":[{"exported":"default","local":"default"}],"references":[{"name":"","line":',
    '"namespace":"","kind":"type","kind":"module","kind":"constant","kind":"interface","kind":"require","bindings":[]},',
    'style\t0 {"indent":"2","singleQuotes":0,"doubleQuotes":0,"semicolons":0,"noSemicolons":0,"crlf":false,"longest":',
    'code\t0 {"imports":[],"symbols":[{"name":"","kind":"class","line":,"endLine":,"exported":false},',
    '"},{"local":"","imported":"*"}]},{"specifier":"./","line":,"kind":"import","bindings":[{"local":"","imported":"',
    '"}]}],"symbols":[{"name":"","kind":"function","line":1,"endLine":1,"exported":true},{"name":"',
    '","kind":"method","line":1,"endLine":1,"exported":true,"container":"',
  ].join(''),
);

/** A higher level takes twice the time for a twentieth of the size. */
const packing = { level: 4, dictionary };

/** Facts of some files in one piece: what they have in common is written once. */
export interface FactsPack {
  /** A place for each; the first one has the place 0. */
  readonly paths: readonly string[];
  readonly bytes: Uint8Array;
}

/** JSON of what an extractor found, by its id. */
export type JsonFacts = readonly (readonly [id: string, json: string])[];

/** Facts without secrets; nothing where there are none. */
export function cleanFacts(facts: FileFacts, redactor: Redactor): JsonFacts {
  const found = Object.entries(facts).map(([id, value]) => [id, JSON.stringify(value)] as const);
  if (found.length === 0) return found;
  // Hardly any facts hold a secret, so all of them are looked at together first.
  const lines = found.map(([id, json]) => `${id}\t${json}`).join('\n');
  if (redactor.redact(lines).text === lines) return found;
  return found.map(([id, json]) => [id, redactJson(json, redactor)]);
}

/**
 * Gathers the facts of files as they are cached: one line for each extractor, `<id>\t<place> <JSON>\t<place> <JSON>…`, deflated.
 * So the like stands beside the like, and only the facts that somebody asks for are parsed.
 */
export class FactsPacker {
  private readonly paths: string[] = [];
  private readonly columns = new Map<string, string[]>();

  /** Answers the place; none for a file without facts. */
  add(path: string, facts: JsonFacts): number | undefined {
    if (facts.length === 0) return undefined;
    const place = this.paths.push(path) - 1;
    for (const [id, json] of facts) {
      const column = this.columns.get(id);
      if (column === undefined) this.columns.set(id, [`${place} ${json}`]);
      else column.push(`${place} ${json}`);
    }
    return place;
  }

  /** `undefined` where no file has facts. */
  pack(): FactsPack | undefined {
    if (this.paths.length === 0) return undefined;
    const lines = [...this.columns].map(([id, column]) => `${id}\t${column.join('\t')}`);
    // Copied to its size: zlib answers a piece of a bigger buffer, all of which would be sent between threads.
    return { paths: this.paths, bytes: new Uint8Array(deflateRawSync(lines.join('\n'), packing)) };
  }
}

/** A hostile store must not fill the memory. */
const maxFactsBytes = 64_000_000;

/** About how much smaller facts are when deflated, at most: room for all of them at once is not copied from pieces. */
const mostDeflated = 16;
const leastRoom = 32_768;
const mostRoom = 4_000_000;

/**
 * By extractor the facts of all files, to be split when somebody asks. Each is a text of its own: one that nobody asks
 * for would keep all others, and one letter that takes two bytes would make it two for all.
 */
export function unpackFacts(bytes: Uint8Array): Map<string, string> {
  const chunkSize = Math.min(mostRoom, Math.max(leastRoom, bytes.length * mostDeflated));
  const all = inflateRawSync(bytes, { dictionary, chunkSize, maxOutputLength: maxFactsBytes });
  const columns = new Map<string, string>();
  for (let start = 0; start < all.length; ) {
    const newLine = all.indexOf('\n', start);
    const end = newLine < 0 ? all.length : newLine;
    const tab = all.indexOf('\t', start);
    if (tab > start && tab < end) columns.set(all.toString('utf8', start, tab), all.toString('utf8', tab + 1, end));
    start = end + 1;
  }
  return columns;
}

/** JSON by place. */
export function splitColumn(column: string): (string | undefined)[] {
  const facts: (string | undefined)[] = [];
  for (const item of column.split('\t')) {
    const space = item.indexOf(' ');
    facts[Number(item.slice(0, space))] = item.slice(space + 1);
  }
  return facts;
}

/** Answers the facts of one file after the other, to be packed anew. */
export function openPack(bytes: Uint8Array): (place: number) => JsonFacts {
  const columns = [...unpackFacts(bytes)].map(([id, column]) => [id, splitColumn(column)] as const);
  return (place) =>
    columns.flatMap(([id, facts]): [string, string][] => {
      const json = facts[place];
      return json === undefined ? [] : [[id, json]];
    });
}

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Redactor } from '../../redact/redactor';
import type { FileFacts } from '../runAnalyzers';
import { redactJson } from './redactJson';

/** What the facts of most files say in the same words; the most frequent stand last, where zlib finds them quickest. */
const dictionary = Buffer.from(
  [
    '"exports":[{"exported":"default","local":"default"}],"references":[{"name":"","line":',
    '"namespace":"","kind":"type","kind":"module","kind":"constant","kind":"interface","kind":"require","bindings":[]},',
    'style\t{"indent":"2","singleQuotes":0,"doubleQuotes":0,"semicolons":0,"noSemicolons":0,"crlf":false,"longest":',
    'code\t{"imports":[],"symbols":[{"name":"","kind":"class","line":,"endLine":,"exported":false},',
    '"},{"local":"","imported":"*"}]},{"specifier":"./","line":,"kind":"import","bindings":[{"local":"","imported":"',
    '"}]}],"symbols":[{"name":"","kind":"function","line":1,"endLine":1,"exported":true},{"name":"',
    '","kind":"method","line":1,"endLine":1,"exported":true,"container":"',
  ].join(''),
);

/** Facts are small: zlib's usual tables take longer to make and to clear than the facts take to pack. */
const packing = { level: 6, memLevel: 5, windowBits: 13, chunkSize: 2_048, dictionary };

/** Shorter facts are kept as they are: packing them would save less than it costs. */
const minPacked = 100;

/** The first byte says how the rest is written. */
const plain = 0;
const packed = 1;

/**
 * The facts of one file as they are cached: one line for each extractor, `<id>\t<JSON>`, deflated where it is worth
 * while. Lines keep the facts of the extractors apart, so that only those that somebody asks for are parsed.
 */
export function encodeFacts(facts: FileFacts, redactor: Redactor): Uint8Array | undefined {
  const found = Object.entries(facts).map(([id, value]) => [id, JSON.stringify(value)] as const);
  if (found.length === 0) return undefined;
  const lines = found.map(([id, json]) => `${id}\t${json}`).join('\n');
  // Hardly any facts hold a secret, so all of them are looked at together first.
  const isClean = redactor.redact(lines).text === lines;
  const bytes = Buffer.from(
    isClean ? lines : found.map(([id, json]) => `${id}\t${redactJson(json, redactor)}`).join('\n'),
  );
  const isSmall = bytes.length < minPacked;
  const body = isSmall ? bytes : deflateRawSync(bytes, packing);
  // Copied to its size: zlib answers a piece of a bigger buffer, all of which would be sent between threads.
  const encoded = new Uint8Array(body.length + 1);
  encoded[0] = isSmall ? plain : packed;
  encoded.set(body, 1);
  return encoded;
}

/** A hostile store must not fill the memory. */
const maxFactsBytes = 64_000_000;

/** JSON by extractor. */
export function decodeFacts(bytes: Uint8Array): Map<string, string> {
  const body = bytes.subarray(1);
  const text = (
    bytes[0] === plain ? Buffer.from(body) : inflateRawSync(body, { dictionary, maxOutputLength: maxFactsBytes })
  ).toString('utf8');
  const facts = new Map<string, string>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) facts.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return facts;
}

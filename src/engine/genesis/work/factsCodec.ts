import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Redactor } from '../../redact/redactor';
import type { FileFacts } from '../runAnalyzers';
import { redactJson } from './redactJson';

/** Facts are small: zlib's usual tables take longer to make and to clear than the facts take to pack. */
const packing = { level: 1, memLevel: 5, windowBits: 13, chunkSize: 2_048 };

/** Shorter facts are kept as they are: packing them would save less than it costs. */
const minPacked = 256;

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
    bytes[0] === plain ? Buffer.from(body) : inflateRawSync(body, { maxOutputLength: maxFactsBytes })
  ).toString('utf8');
  const facts = new Map<string, string>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) facts.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return facts;
}

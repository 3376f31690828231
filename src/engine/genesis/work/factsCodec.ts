import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FileFacts } from '../runAnalyzers';

/** Facts are small: zlib's usual tables take longer to clear than the facts take to pack. */
const packing = { level: 1, memLevel: 6 };

/**
 * The facts of one file as they are cached: one line for each extractor, `<id>\t<JSON>`, deflated. Lines keep the facts
 * of the extractors apart, so that only those that somebody asks for are parsed.
 */
export function encodeFacts(facts: FileFacts, redact: (json: string) => string): Uint8Array | undefined {
  const lines = Object.entries(facts).map(([id, value]) => `${id}\t${redact(JSON.stringify(value))}`);
  // Copied to its size: zlib answers a piece of a bigger buffer, all of which would be sent between threads.
  return lines.length === 0 ? undefined : new Uint8Array(deflateRawSync(lines.join('\n'), packing));
}

/** A hostile store must not fill the memory. */
const maxFactsBytes = 64_000_000;

/** JSON by extractor. */
export function decodeFacts(bytes: Uint8Array): Map<string, string> {
  const text = inflateRawSync(bytes, { maxOutputLength: maxFactsBytes }).toString('utf8');
  const facts = new Map<string, string>();
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) facts.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return facts;
}

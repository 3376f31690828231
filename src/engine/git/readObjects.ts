import { EngineError } from '../../base/engineError';
import { type GitOptions, runGit } from './runGit';

/**
 * The contents of blobs by their hash, in one call of git. What is missing here (a partial clone) is absent from the
 * answer. The caller bounds the batch: all of it is in memory at once.
 */
export async function readObjects(oids: readonly string[], options: GitOptions): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(oids)];
  if (wanted.length === 0) return new Map();
  if (wanted.some((oid) => !/^[0-9a-f]{40,64}$/.test(oid)))
    throw new EngineError('invalid', 'A blob hash has 40 or 64 hexadecimal digits.');
  const output = await runGit(['cat-file', '--batch', '--buffer'], { ...options, input: `${wanted.join('\n')}\n` });
  return parseBatch(output);
}

/** Parses `git cat-file --batch`: `<oid> <type> <size>\n<content>\n`, or `<oid> missing\n`. */
export function parseBatch(output: Buffer): Map<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let at = 0;
  while (at < output.length) {
    const lineEnd = output.indexOf(10, at);
    if (lineEnd < 0) break;
    const [oid = '', type = '', size = ''] = output.toString('latin1', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (size === '') continue;
    const length = Number(size);
    if (type === 'blob' && at + length <= output.length) blobs.set(oid, output.subarray(at, at + length));
    at += length + 1;
  }
  return blobs;
}

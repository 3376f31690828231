import { isEngineError } from '../../../base/engineError';
import type { ScanDiff, ScanSide } from '../../../shared/scanDiff';
import { findRemoval } from '../../git/findRemoval';

type Closed = ScanDiff['findings']['closed'];

/** Each costs two calls of git; the least important ones stay without. */
const mostNamed = 40;

/** Names the commits that closed findings, where git can tell. */
export async function nameClosers(
  closed: Closed,
  place: {
    readonly root: string;
    readonly base: ScanSide;
    readonly head: ScanSide;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Closed> {
  const { root, base, head, signal } = place;
  if (base.commit === null || head.commit === null || base.commit === head.commit) return closed;
  const result: Closed[number][] = [];
  for (const [index, finding] of closed.entries()) {
    if (index >= mostNamed || finding.path === '') {
      result.push(finding);
      continue;
    }
    const query = { from: base.commit, to: head.commit, path: finding.path, line: finding.line };
    const closedBy = await findRemoval(query, { cwd: root, signal }).catch((error: unknown) => {
      if (isEngineError(error, 'cancelled')) throw error;
      // A file or commit that is not there any more, as in a shallow clone: then nobody is named.
      return undefined;
    });
    result.push(closedBy ? { ...finding, closedBy } : finding);
  }
  return result;
}

import type { Evidence, Finding } from '../../../shared/genesis';
import { type Excerpt, type FindingDetail, isPathInside } from '../../../shared/panelMessages';
import { isSecretFile, isSecretFinding } from './secretFinding';

const MAX_LINES = 12;
const MAX_LINE_LENGTH = 400;

/** Text of one file of the project; `missing` also for one that lies outside of it. */
export type ReadText = (
  path: string,
) => Promise<{ readonly text: string } | { readonly reason: 'missing' | 'tooLarge' }>;

export function cutExcerpt(text: string, { startLine, endLine }: Evidence): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/, Math.min(endLine, startLine + MAX_LINES - 1));
  return lines
    .slice(startLine - 1)
    .map((line) => (line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line));
}

/** The finding's Markdown and the lines that prove it. Each file is read once; secrets are not read at all. */
export async function findingDetail(finding: Finding, read: ReadText): Promise<FindingDetail> {
  const texts = new Map<string, ReturnType<ReadText>>();
  const readOnce = (path: string): ReturnType<ReadText> => {
    const known = texts.get(path) ?? read(path);
    texts.set(path, known);
    return known;
  };
  const secret = isSecretFinding(finding);
  const excerpts: Excerpt[] = [];
  for (const { path, startLine, endLine } of finding.evidence) {
    const place = { path, startLine, endLine };
    if (secret || isSecretFile(path)) excerpts.push({ ...place, lines: null, reason: 'secret' });
    else if (!isPathInside(path)) excerpts.push({ ...place, lines: null, reason: 'missing' });
    else excerpts.push({ ...place, ...linesOf(await readOnce(path), place) });
  }
  return { findingId: finding.id, content: finding.content, excerpts };
}

function linesOf(file: Awaited<ReturnType<ReadText>>, place: Evidence): Pick<Excerpt, 'lines' | 'reason'> {
  if ('reason' in file) return { lines: null, reason: file.reason };
  const lines = cutExcerpt(file.text, place);
  return lines.length > 0 ? { lines } : { lines: null, reason: 'missing' };
}

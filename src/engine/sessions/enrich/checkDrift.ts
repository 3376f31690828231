import { sha256 } from '../../../base/sha256';
import { type ItemEvidence, itemTypes } from '../../../shared/item';
import { reportItem } from '../../items/itemParts';
import { toItem } from '../../items/itemStore';
import { type EnrichParts, enrichSource } from './enrichParts';
import { hashLines, type ProjectFiles } from './projectFiles';

const driftTag = 'drifted';
/** Lines that are looked for elsewhere in their file are not looked for in longer files. */
const longestFile = 10_000;

interface Finding {
  readonly itemId: string;
  readonly evidence: readonly ItemEvidence[];
  readonly drifted: boolean;
}

/**
 * Compares the lines that items stand on with the files as they are now. Lines that only moved are followed; an item
 * whose lines are gone or different is tagged, and loses the tag when they are back.
 */
export async function checkDrift(
  parts: EnrichParts,
  projectId: string,
  files: Pick<ProjectFiles, 'lines'>,
): Promise<{ write: () => string }> {
  const rows = itemTypes.flatMap((type) => parts.items.live(projectId, type));
  const findings: Finding[] = [];
  for (const row of rows) {
    const { evidence } = toItem(row);
    if (!evidence.some((one) => one.lineHash !== null)) continue;
    const now = await Promise.all(evidence.map(async (one) => follow(one, await files.lines(one.path))));
    findings.push({
      itemId: row.id,
      evidence: now.map((place, index) => place ?? evidence[index]).filter((one) => one !== undefined),
      drifted: now.includes(undefined),
    });
  }
  return {
    write() {
      const changed = findings.filter((finding) => apply(parts, finding)).length;
      const drifted = findings.filter((finding) => finding.drifted).length;
      return `${findings.length} items checked, ${drifted} drifted, ${changed} changed`;
    },
  };
}

/** Where the evidence is now; `undefined` where it is no longer. */
function follow(one: ItemEvidence, lines: readonly string[] | undefined): ItemEvidence | undefined {
  if (one.lineHash === null) return one;
  if (!lines) return undefined;
  if (hashLines(lines, one.startLine, one.endLine) === one.lineHash) return one;
  const count = one.endLine - one.startLine + 1;
  if (lines.length > longestFile || count > 200) return undefined;
  const found: number[] = [];
  for (let start = 1; start + count - 1 <= lines.length; start++)
    if (sha256(lines.slice(start - 1, start - 1 + count).join('\n')) === one.lineHash) found.push(start);
  const [only, other] = found;
  return only === undefined || other !== undefined ? undefined : { ...one, startLine: only, endLine: only + count - 1 };
}

function apply(parts: EnrichParts, { itemId, evidence, drifted }: Finding): boolean {
  const row = parts.items.find(itemId);
  if (!row) return false;
  const { tags } = toItem(row);
  const kept = tags.filter((tag) => tag !== driftTag);
  const next = {
    tags: JSON.stringify(drifted ? [driftTag, ...kept].slice(0, 5) : kept),
    evidence: JSON.stringify(evidence),
  };
  if (next.evidence === row.evidence && drifted === tags.includes(driftTag)) return false;
  parts.items.update(itemId, { ...next, updatedAt: parts.ports.clock.now() });
  reportItem(parts, 'update', row, { source: enrichSource, payload: { changed: ['tags', 'evidence'], drifted } });
  return true;
}

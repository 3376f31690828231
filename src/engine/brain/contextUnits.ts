import { EntryStore } from '../contexts/journal/entryStore';
import type { Database } from '../storage/database';
import { type BrainUnit, beginningOf, oneLine } from './brainUnit';

interface ContextRow {
  readonly id: string;
  readonly schemaKey: string;
  readonly name: string;
  readonly description: string;
  readonly state: 'draft' | 'approved';
  readonly tier: number;
  readonly content: string;
  readonly blockSeq: number | null;
  readonly entryCount: number;
}

const mostContexts = 500;
const mostEntries = 20;
const briefLength = 240;

/**
 * The contexts that count: those of tier 1 as a whole, the others by what they are about, so that an agent knows what it
 * can ask for. Drafts of a scan are left out, because its findings are told by themselves.
 */
export function contextUnits(db: Database, projectId: string, withDrafts: boolean): BrainUnit[] {
  const rows = db.all<ContextRow>(
    `SELECT id, schema_key AS schemaKey, name, description, state, tier, content, block_seq AS blockSeq,
       entry_count AS entryCount FROM contexts
     WHERE project_id = ? AND (state = 'approved' OR (? AND state = 'draft' AND source <> 'genesis'))
       AND (content <> '' OR description <> '' OR entry_count > 0)
     ORDER BY tier, sort_order, schema_key LIMIT ?`,
    [projectId, withDrafts ? 1 : 0, mostContexts],
  );
  const entries = new EntryStore(db);
  return rows.map((row) => toUnit(row, row.tier === 1 ? journalOf(entries, row) : ''));
}

function toUnit(row: ContextRow, journal: string): BrainUnit {
  const { id, schemaKey, name, description, tier, state, content } = row;
  const mark = state === 'draft' ? ' (draft)' : '';
  const about = beginningOf(description === '' ? content : description, briefLength);
  const line = `- **${oneLine(name)}**${mark} \`${schemaKey}\` [${id}]${about === '' ? '' : `: ${about}`}`;
  const entry = { kind: 'context' as const, id, title: name, schemaKey, tier, state, sources: [] };
  if (tier !== 1) return { part: 'onDemand', entry, text: line };
  const head = `### ${oneLine(name)}${mark} \`${schemaKey}\` [${id}]`;
  const text = [head, description.trim(), lowerHeadings(content.trim()), journal]
    .filter((part) => part !== '')
    .join('\n\n');
  return { part: 'always', entry, text, brief: line };
}

/** The journal of a context, newest first. */
function journalOf(entries: EntryStore, { id, blockSeq, entryCount }: ContextRow): string {
  if (entryCount === 0 && blockSeq === null) return '';
  return entries
    .listLive(id, blockSeq)
    .reverse()
    .slice(0, mostEntries)
    .map(({ isBlock, title, content, createdAt }) =>
      isBlock === 1
        ? lowerHeadings(content.trim())
        : `- ${new Date(createdAt).toISOString().slice(0, 10)} **${oneLine(title)}**: ${oneLine(content)}`,
    )
    .join('\n');
}

/** So that the headings of a text do not mix with those of the document; code between fences stays as it is. */
function lowerHeadings(markdown: string): string {
  let fenced = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
      return fenced ? line : line.replace(/^(#{1,6})(?= )/, (marks) => '#'.repeat(Math.min(6, marks.length + 3)));
    })
    .join('\n');
}

import type { ItemEvidence } from '../../shared/item';
import type { Database } from '../storage/database';
import { type BrainUnit, oneLine } from './brainUnit';

interface ItemRow {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly facts: string;
  readonly rationale: string | null;
  readonly files: string;
  readonly schemaKey: string;
  readonly status: 'draft' | 'approved';
  readonly importance: number;
  readonly evidence: string;
}

const mostItems = 500;
const mostSources = 3;

/** The items that count, the most important first; what somebody approved before what a machine proposes. */
export function itemUnits(db: Database, projectId: string, withDrafts: boolean): BrainUnit[] {
  return db
    .all<ItemRow>(
      `SELECT id, title, type, facts, rationale, files, schema_key AS schemaKey, status, importance, evidence FROM items
       WHERE project_id = ? AND superseded_by IS NULL AND (status = 'approved' OR (? AND status = 'draft'))
       ORDER BY status = 'approved' DESC, importance DESC, confidence DESC, updated_at DESC, id LIMIT ?`,
      [projectId, withDrafts ? 1 : 0, mostItems],
    )
    .map(toUnit);
}

function toUnit(row: ItemRow): BrainUnit {
  const { id, title, type, schemaKey, status, importance } = row;
  const evidence = JSON.parse(row.evidence) as ItemEvidence[];
  const sources = evidence.slice(0, mostSources).map(({ path, startLine, endLine }) => ({ path, startLine, endLine }));
  const files = sources.length > 0 ? sources.map(placeOf) : (JSON.parse(row.files) as string[]).slice(0, mostSources);
  const mark = status === 'draft' ? ', draft' : '';
  const head = `- **${oneLine(title)}** (${type}, importance ${importance}${mark}) [${id}]`;
  const said = [row.facts, row.rationale ?? ''].map(oneLine).filter((text) => text !== '' && text !== oneLine(title));
  const where = files.length === 0 ? '' : ` (${files.map((file) => `\`${file}\``).join(', ')})`;
  return {
    part: 'items',
    entry: { kind: 'item', id, title, schemaKey, state: status, importance, sources },
    text: `${head}${said.length === 0 ? '' : `: ${said.join(' Why: ')}`}${where}`,
    brief: head,
  };
}

export function placeOf({ path, startLine, endLine }: { path: string; startLine: number; endLine: number }): string {
  return startLine === endLine ? `${path}:${startLine}` : `${path}:${startLine}-${endLine}`;
}

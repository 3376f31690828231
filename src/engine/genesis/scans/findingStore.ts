import type { Evidence, Finding, FindingLayer } from '../../../shared/genesis';
import { newId } from '../../../shared/ids';
import type { Database } from '../../storage/database';
import { fingerprintOf } from '../report/judgedFindings';
import type { FindingDraft } from '../scanModel';
import { identityOf, schemaKeyOf } from './findingIdentity';

interface FindingRow {
  readonly id: string;
  readonly layer: FindingLayer;
  readonly importance: number;
  readonly confidence: number;
  readonly rule: string;
  readonly title: string;
  readonly content: string;
  readonly tags: string;
  readonly evidence: string;
  readonly createdAt: number;
  readonly identity: string;
}

const columnsBeside =
  'id, layer, importance, confidence, rule, title, tags, evidence, created_at AS createdAt, identity';
const columns = `${columnsBeside}, content`;
/** Contents are most of the bytes, and lists do not show them. */
const columnsOfLists = `${columnsBeside}, '' AS content`;

interface Identified {
  readonly id: string;
  readonly createdAt: number;
}

/** The findings of each project's last results, and the ids of all that were ever there. */
export class FindingStore {
  /** Ids that somebody saw before they are written, by project and identity. */
  private readonly promised = new Map<string, Identified>();

  constructor(private readonly db: Database) {}

  /** Writes some findings of a scan; nobody sees them before `ResultStore` names the scan. One that is there stays. */
  add(scan: { readonly id: string; readonly projectId: string }, drafts: readonly FindingDraft[], now: number): void {
    for (const draft of drafts) {
      const identity = identityOf(draft);
      const schemaKey = schemaKeyOf(draft);
      const { id, createdAt } = this.identify(scan.projectId, { identity, schemaKey }, now);
      this.db.run(
        `INSERT INTO findings (scan_id, project_id, id, identity, layer, importance, confidence, rule, title, content,
           tags, evidence, schema_key, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scan_id, id) DO NOTHING`,
        [
          scan.id,
          scan.projectId,
          id,
          identity,
          draft.layer,
          draft.importance,
          draft.confidence,
          draft.rule,
          draft.title,
          draft.content,
          JSON.stringify(draft.tags),
          JSON.stringify(draft.evidence),
          schemaKey,
          createdAt,
        ],
      );
    }
  }

  /** The finding that a draft becomes; nothing is written, but the id is the one that it will have. */
  foresee(projectId: string, draft: FindingDraft, now: number): Finding {
    const identity = identityOf(draft);
    const key = `${projectId}\n${identity}`;
    const promised = this.promised.get(key) ??
      this.db.get<Identified>(
        'SELECT finding_id AS id, created_at AS createdAt FROM finding_identities WHERE project_id = ? AND identity = ?',
        [projectId, identity],
      ) ?? { id: newId('find', now), createdAt: now };
    this.promised.set(key, promised);
    const { tags, evidence } = draft;
    return toFinding({
      ...draft,
      ...promised,
      identity,
      tags: JSON.stringify(tags),
      evidence: JSON.stringify(evidence),
    });
  }

  /** The scan has ended: what it came to is written down. */
  forgetForeseen(projectId: string): void {
    for (const key of this.promised.keys()) if (key.startsWith(`${projectId}\n`)) this.promised.delete(key);
  }

  /** Takes over those of an earlier scan that the later one did not come to. */
  addFrom(earlierScanId: string, scanId: string): void {
    const rest =
      'project_id, id, identity, layer, importance, confidence, rule, title, content, tags, evidence, schema_key, created_at';
    this.db.run(
      `INSERT INTO findings (scan_id, ${rest}) SELECT ?, ${rest} FROM findings WHERE scan_id = ?
         ON CONFLICT (scan_id, id) DO NOTHING`,
      [scanId, earlierScanId],
    );
  }

  /** The most important first; `content` is empty where it is not wanted. */
  list(scanId: string, withContents = true): Finding[] {
    const order = 'ORDER BY importance DESC, confidence DESC, row';
    return this.db
      .all<FindingRow>(`SELECT ${withContents ? columns : columnsOfLists} FROM findings WHERE scan_id = ? ${order}`, [
        scanId,
      ])
      .map(toFinding);
  }

  count(scanId: string): number {
    return this.db.get<{ n: number }>('SELECT count(*) AS n FROM findings WHERE scan_id = ?', [scanId])?.n ?? 0;
  }

  /** The finding as the project's last results have it. */
  find(findingId: string): (Finding & { readonly projectId: string; readonly schemaKey: string }) | undefined {
    const row = this.db.get<FindingRow & { projectId: string; schemaKey: string }>(
      `SELECT ${columns}, project_id AS projectId, schema_key AS schemaKey FROM findings
         WHERE id = ? AND scan_id = (SELECT findings_of FROM scan_results r WHERE r.project_id = findings.project_id)`,
      [findingId],
    );
    return row === undefined ? undefined : { ...toFinding(row), projectId: row.projectId, schemaKey: row.schemaKey };
  }

  /** Schema keys of the findings that no scan came to since then. */
  listGoneKeys(projectId: string, seenBefore: number): string[] {
    const query = 'SELECT schema_key AS key FROM finding_identities WHERE project_id = ? AND seen_at < ?';
    return this.db.all<{ key: string }>(query, [projectId, seenBefore]).map((row) => row.key);
  }

  /** Deletes some findings that no results name any more; the number of them. */
  deleteUnused(projectId: string, keptScanIds: readonly string[], limit: number): number {
    const kept = keptScanIds.map(() => '?').join(', ');
    return this.db.run(
      `DELETE FROM findings WHERE row IN
         (SELECT row FROM findings WHERE project_id = ? AND scan_id NOT IN (${kept}) LIMIT ?)`,
      [projectId, ...keptScanIds, limit],
    );
  }

  /** Forgets the ids of findings that were not there for so long that nobody refers to them any more. */
  forgetIdentities(projectId: string, seenBefore: number): void {
    this.db.run('DELETE FROM finding_identities WHERE project_id = ? AND seen_at < ?', [projectId, seenBefore]);
  }

  private identify(
    projectId: string,
    { identity, schemaKey }: { readonly identity: string; readonly schemaKey: string },
    now: number,
  ): Identified {
    const known = this.db.get<Identified>(
      `UPDATE finding_identities SET seen_at = ?3 WHERE project_id = ?1 AND identity = ?2
         RETURNING finding_id AS id, created_at AS createdAt`,
      [projectId, identity, now],
    );
    if (known !== undefined) return known;
    const { id, createdAt } = this.promised.get(`${projectId}\n${identity}`) ?? {
      id: newId('find', now),
      createdAt: now,
    };
    this.db.run(
      `INSERT INTO finding_identities (project_id, identity, finding_id, schema_key, created_at, seen_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
      [projectId, identity, id, schemaKey, createdAt, now],
    );
    return { id, createdAt };
  }
}

function toFinding(row: FindingRow): Finding {
  const evidence = JSON.parse(row.evidence) as Evidence[];
  return {
    id: row.id,
    layer: row.layer,
    title: row.title,
    content: row.content,
    importance: row.importance,
    files: [...new Set(evidence.map((item) => item.path))],
    tags: JSON.parse(row.tags) as string[],
    createdAt: new Date(row.createdAt).toISOString(),
    evidence,
    rule: row.rule,
    confidence: row.confidence,
    fingerprint: fingerprintOf(row.identity),
  };
}

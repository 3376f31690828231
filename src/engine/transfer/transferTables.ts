/** A table whose rows belong to one project, as an export holds it: one JSON object a line. */
export interface TransferTable {
  readonly name: string;
  /** The project's rows in an order that depends on nothing but them; `?1` is the project. */
  readonly select: string;
  /** Columns that are numbers of this store alone or must not leave it; left out. */
  readonly without?: readonly string[];
  /** The column that says whose the row is, and among what it has to be found. */
  readonly owner?: { readonly column: string; readonly of: 'project' | 'contexts' | 'sessions' };
  /** The schema that brought it: an older export has none. */
  readonly since?: number;
  /** Columns that hold JSON: what is none is refused. */
  readonly json?: readonly string[];
}

/**
 * In the order in which they come back in. What is not here stays: keys, secrets, folders of this machine, caches, and
 * the answers that are remembered for repeated calls. Numbers of rows are told anew: an event by its number in its chain.
 */
export const transferTables: readonly TransferTable[] = [
  {
    name: 'projects',
    select: 'SELECT * FROM projects WHERE id = ?1',
    without: ['local_path'],
    owner: { column: 'id', of: 'project' },
  },
  {
    name: 'users',
    select: 'SELECT * FROM users WHERE id IN (SELECT user_id FROM members WHERE project_id = ?1) ORDER BY id',
  },
  {
    name: 'members',
    select: 'SELECT * FROM members WHERE project_id = ?1 ORDER BY user_id',
    owner: { column: 'project_id', of: 'project' },
  },
  { name: 'event_chains', select: 'SELECT * FROM event_chains WHERE id = ?1', owner: { column: 'id', of: 'project' } },
  {
    name: 'events',
    select: 'SELECT * FROM events WHERE chain_id = ?1 ORDER BY chain_seq',
    without: ['seq'],
    owner: { column: 'chain_id', of: 'project' },
  },
  {
    name: 'entities',
    select: 'SELECT * FROM entities WHERE chain_id = ?1 ORDER BY entity_type, external_id',
    without: ['id'],
    owner: { column: 'chain_id', of: 'project' },
  },
  {
    name: 'blobs',
    select: 'SELECT * FROM blobs WHERE chain_id = ?1 ORDER BY hash',
    owner: { column: 'chain_id', of: 'project' },
  },
  {
    name: 'blob_refs',
    select: `SELECT e.chain_seq AS event_seq, pointer, is_json, r.chain_id, r.hash FROM blob_refs r
      JOIN events e ON e.seq = r.event_seq WHERE r.chain_id = ?1 ORDER BY e.chain_seq, pointer`,
    owner: { column: 'chain_id', of: 'project' },
  },
  {
    name: 'contexts',
    select: 'SELECT * FROM contexts WHERE project_id = ?1 ORDER BY schema_key',
    owner: { column: 'project_id', of: 'project' },
  },
  {
    name: 'context_entries',
    select: `SELECT e.* FROM context_entries e JOIN contexts c ON c.id = e.context_id WHERE c.project_id = ?1 ORDER BY e.seq`,
    owner: { column: 'context_id', of: 'contexts' },
    json: ['tags'],
  },
  {
    name: 'context_versions',
    select: `SELECT v.* FROM context_versions v JOIN contexts c ON c.id = v.context_id WHERE c.project_id = ?1
      ORDER BY c.schema_key, v.version`,
    owner: { column: 'context_id', of: 'contexts' },
  },
  {
    name: 'context_links',
    select: 'SELECT * FROM context_links WHERE project_id = ?1 ORDER BY id',
    owner: { column: 'project_id', of: 'project' },
  },
  {
    name: 'sessions',
    select: 'SELECT * FROM sessions WHERE project_id = ?1 ORDER BY id',
    owner: { column: 'project_id', of: 'project' },
  },
  {
    name: 'session_cuts',
    select: 'SELECT * FROM session_cuts WHERE project_id = ?1 ORDER BY source, at',
    owner: { column: 'project_id', of: 'project' },
  },
  {
    name: 'session_events',
    select: `SELECT e.chain_seq AS event_seq, s.session_id, s.event_time, until, commits, saves, runs FROM session_events s
      JOIN events e ON e.seq = s.event_seq WHERE e.chain_id = ?1 ORDER BY e.chain_seq`,
    owner: { column: 'session_id', of: 'sessions' },
  },
  {
    name: 'session_moves',
    select: 'SELECT * FROM session_moves WHERE project_id = ?1 ORDER BY from_id, to_id',
    owner: { column: 'to_id', of: 'sessions' },
    since: 10,
  },
  {
    name: 'jobs',
    select: 'SELECT * FROM jobs WHERE project_id = ?1 ORDER BY id',
    owner: { column: 'project_id', of: 'project' },
    json: ['stages'],
  },
  {
    name: 'items',
    select: 'SELECT * FROM items WHERE project_id = ?1 ORDER BY id',
    owner: { column: 'project_id', of: 'project' },
    json: ['files', 'tags', 'evidence', 'merged_from'],
  },
  {
    name: 'scans',
    select: 'SELECT * FROM scans WHERE project_id = ?1 AND ended_at IS NOT NULL ORDER BY id',
    owner: { column: 'project_id', of: 'project' },
    json: ['status'],
  },
  {
    name: 'scan_results',
    select: 'SELECT * FROM scan_results WHERE project_id = ?1',
    owner: { column: 'project_id', of: 'project' },
    json: ['status', 'tech_stack'],
  },
  {
    name: 'findings',
    select: 'SELECT * FROM findings WHERE project_id = ?1 ORDER BY scan_id, id',
    without: ['row'],
    owner: { column: 'project_id', of: 'project' },
    json: ['tags', 'evidence'],
  },
  {
    name: 'finding_identities',
    select: 'SELECT * FROM finding_identities WHERE project_id = ?1 ORDER BY identity',
    owner: { column: 'project_id', of: 'project' },
  },
];

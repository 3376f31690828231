/**
 * What may leave as it is where a server gets no names and no texts. All else becomes a pseudonym, so a member that is
 * not known here is hidden rather than shown.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Values of members that take one of a few words. */
export const openWords: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['event', words('session_save scan_result git_digest context_update memory_operation')],
  ['source', words('git github contox vscode editor terminal genesis cli mcp api person enrich history')],
  ['category', words('architecture conventions implementation decisions bugs todo')],
  ['action', words('create update approve deprecate compact delete')],
  ['operation', words('create update delete merge supersede approve deprecate')],
  ['type', words('architecture convention implementation decision bug todo security')],
  [
    'status',
    words(
      'A M D R C T U added modified deleted renamed copied changed draft approved deprecated active completed failed',
    ),
  ],
  ['state', words('draft approved deprecated')],
  ['kind', words('commit merge amend rebase squash cherryPick revert reset')],
  ['contextType', words('system reference memory')],
  ['entity_type', words('person repository file commit branch session context item finding scan project')],
]);

/** Names of events: nouns of Contox, and what happened. */
export const ownEventType =
  /^(?:session|git|scan|context|contexts|memory|project|member|events|finding|hmac_secret|key|capture)(?:\.[a-z_]{1,40}){1,2}$/;

/** Members that hold what somebody wrote: their length leaves. */
export const textMembers = words(
  'summary title content subject body diff description name facts rationale impact message text error reason detail before after',
);

/** Members that keep their own names. */
export const openMembers =
  words(`event payload source occurredAt event_type event_time entity_refs entity_type external_id
  summary changes category title content files startedAt endedAt headCommitSha repository root remote branch range from to
  commits sha parents author email authoredAt committedAt subject body path status additions deletions oldPath diff
  diffTruncated workingTree staged unstaged untracked contextId schemaKey action before after name description tier
  contextType operation itemId item id type facts rationale impact tags confidence importance evidence startLine endLine
  commit lineHash mergedFrom supersededBy techStack findings completedAt filesTotal filesRead chunksTotal findingsCount
  durationMs scanId error sessionId sessionSource version contentHash state changed entryId entryType counts created updated
  unchanged conflicts errors runId digest rewrites setAside kind chainId chain committer totals files filesExcluded`);

/** Instants are numbers in the form of a text. */
export const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

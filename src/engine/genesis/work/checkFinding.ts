import type { Evidence } from '../../../shared/genesis';
import type { FindingDraft, ScanModel } from '../scanModel';

const maxTitle = 160;
const maxContent = 20_000;
const maxEvidence = 20;
/** Each place of a weakness can be ignored by itself, so all of them have to be known. */
const maxSecurityEvidence = 100;
const maxTags = 12;

/** A finding that can be shown: it cites lines that are there. Otherwise a sentence that says what is wrong with it. */
export function checkFinding(draft: FindingDraft, model: Pick<ScanModel, 'byPath'>): FindingDraft | string {
  const limit = draft.layer === 'security' ? maxSecurityEvidence : maxEvidence;
  const evidence = draft.evidence.slice(0, limit).flatMap((item) => checkEvidence(item, model));
  if (evidence.length === 0) return `${draft.rule} cites no line of the project: ${cut(draft.title, 80)}`;
  return {
    ...draft,
    title: cut(draft.title, maxTitle),
    content: cut(draft.content, maxContent),
    tags: [...new Set(draft.tags)].slice(0, maxTags).map((tag) => cut(tag, 60)),
    evidence,
    confidence: Math.min(1, Math.max(0, draft.confidence)),
  };
}

/** Lines outside the file come from the file's end: the last line is the nearest truth. */
function checkEvidence(item: Evidence, model: Pick<ScanModel, 'byPath'>): Evidence[] {
  const record = model.byPath.get(item.path);
  if (record === undefined) return [];
  const last = Math.max(1, record.lines);
  const startLine = Math.min(Math.max(1, Math.trunc(item.startLine) || 1), last);
  const endLine = Math.min(Math.max(startLine, Math.trunc(item.endLine) || startLine), last);
  const { fingerprint } = item;
  return [{ path: item.path, startLine, endLine, ...(fingerprint === undefined ? {} : { fingerprint }) }];
}

function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}

/** True where a place was moved because its file is shorter: then it depends on how long that is. */
export function movesPlaces(draft: FindingDraft, checked: FindingDraft): boolean {
  const last = new Map(checked.evidence.map(({ path, endLine }) => [path, endLine]));
  const cited = new Set(checked.evidence.map(({ path, startLine, endLine }) => `${path}:${startLine}-${endLine}`));
  return draft.evidence.some(
    ({ path, startLine, endLine }) => last.has(path) && !cited.has(`${path}:${startLine}-${endLine}`),
  );
}

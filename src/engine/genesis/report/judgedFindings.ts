import { sha256 } from '../../../base/sha256';
import type { Finding } from '../../../shared/genesis';
import type { FindingDraft } from '../scanModel';
import { identityOf } from '../scans/findingIdentity';
import { applyIgnores, type Judged } from './ignores/applyIgnores';
import { ignorePath, readIgnores } from './ignores/ignoreFile';

/** Names a finding by what it is about, on every machine and at every time. */
export const fingerprintOf = (identity: string): string => sha256(identity).slice(0, 16);

export interface JudgedFindings extends Judged {
  /** What is wrong with the file of ignored findings, in the form of a scan's problems. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Findings parted by what the folder's file says today. The file is read each time: a decision counts at once, and one
 * that expired comes back without a scan.
 */
export function judgeFindings(findings: readonly Finding[], folder: string | null, now: number): JudgedFindings {
  const { entries, problems } = folder === null ? { entries: [], problems: [] } : readIgnores(folder);
  const today = new Date(now).toISOString().slice(0, 10);
  return {
    ...applyIgnores(findings, entries, today),
    problems: problems.map((message) => ({ path: ignorePath, message })),
  };
}

/** The drafts that nobody decided to leave. */
export function openDrafts(drafts: readonly FindingDraft[], folder: string, now: number): FindingDraft[] {
  const stand = drafts.map(
    (draft, index): Finding => ({
      ...draft,
      id: String(index),
      files: [],
      createdAt: '',
      fingerprint: fingerprintOf(identityOf(draft)),
    }),
  );
  const open = new Set(judgeFindings(stand, folder, now).open.map((finding) => finding.id));
  return drafts.filter((_draft, index) => open.has(String(index)));
}

import { type IgnoreEntry, ignoreEntry, ignoreFile } from '../../../../shared/findingReport';

export interface Ignores {
  readonly entries: readonly IgnoreEntry[];
  /** What of the file can't be used, in sentences. */
  readonly problems: readonly string[];
}

/** More broken entries than this are one broken file. */
const mostProblems = 10;

/** Reads the text of an ignore file. What is broken is said and left out; it never hides a finding. */
export function parseIgnores(text: string): Ignores {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { entries: [], problems: ['The file is not JSON, so nothing is ignored.'] };
  }
  const file = ignoreFile.safeParse(json);
  if (!file.success)
    return { entries: [], problems: ['The file needs "version": 1 and a list "ignores", so nothing is ignored.'] };
  const entries: IgnoreEntry[] = [];
  const problems: string[] = [];
  for (const [index, raw] of file.data.ignores.entries()) {
    const entry = ignoreEntry.safeParse(raw);
    if (entry.success) {
      entries.push(entry.data);
      continue;
    }
    const [issue] = entry.error.issues;
    const field = issue?.path.join('.') ?? '';
    problems.push(
      `Entry ${index + 1} is left out: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'unusable'}.`,
    );
  }
  const rest = problems.length - mostProblems;
  return {
    entries,
    problems: rest > 0 ? [...problems.slice(0, mostProblems), `${rest} more entries are left out.`] : problems,
  };
}

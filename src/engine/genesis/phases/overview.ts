import type { LanguageShare, ScanOverview, SkippedFile, SkipReason } from '../../../shared/genesis';
import { languageEntry } from '../languages/linguistTable';
import type { ChosenFile } from '../listing/chooseFiles';
import type { FileRecord } from '../scanModel';
import type { FetchedTree } from './fetchTree';
import type { ScanFacts } from './scanFacts';

/** The counts are complete; of the files themselves so many are named. */
const maxNamed = 1_000;

export function overviewOf(facts: Pick<ScanFacts, 'records' | 'problems'>): ScanOverview {
  const skipped: Partial<Record<SkipReason, number>> = {};
  const skippedFiles: SkippedFile[] = [];
  let linesAnalyzed = 0;
  for (const record of facts.records) {
    linesAnalyzed += record.lines;
    const reason = record.skipped;
    if (reason === undefined) continue;
    skipped[reason] = (skipped[reason] ?? 0) + 1;
    if (skippedFiles.length < maxNamed) skippedFiles.push({ path: record.path, reason });
  }
  return {
    languages: languagesOf(facts.records),
    filesListed: facts.records.length,
    linesAnalyzed,
    skipped,
    skippedFiles,
    problems: facts.problems.slice(0, maxNamed),
  };
}

/** What the names and sizes of files tell before one of them is read. */
export function overviewOfNames({ tree, choice }: Pick<FetchedTree, 'tree' | 'choice'>): ScanOverview {
  const unread = ({ path, language, languageName, role, listed }: ChosenFile): FileRecord => {
    return { path, language, languageName, role, bytes: listed.bytes, lines: 0, hash: '' };
  };
  const leftOut = choice.leftOut.map((file): FileRecord => ({ ...unread(file), skipped: file.reason }));
  return overviewOf({ records: [...choice.chosen.map(unread), ...leftOut], problems: tree.problems });
}

type MutableShare = { -readonly [K in keyof LanguageShare]: LanguageShare[K] };

/** What the product is written in: no documentation, no fixtures, nothing that a program wrote; data where there is no code. */
function languagesOf(records: readonly FileRecord[]): LanguageShare[] {
  const own = records.filter(({ skipped, role }) => skipped === undefined && role !== 'docs' && role !== 'fixture');
  const code = own.filter(({ languageName }) => isCode(languageName));
  const shares = new Map<string, MutableShare>();
  for (const { languageName, lines, bytes } of code.length > 0 ? code : own) {
    const language = languageEntry(languageName)?.group ?? languageName;
    const color = languageEntry(language)?.color ?? '';
    const share = shares.get(language) ?? { language, files: 0, lines: 0, bytes: 0, color };
    share.files++;
    share.lines += lines;
    share.bytes += bytes;
    shares.set(language, share);
  }
  return [...shares.values()].sort((a, b) => b.bytes - a.bytes || (a.language < b.language ? -1 : 1));
}

/** Programs and markup, as linguist counts them: pictures, settings and texts are no language of a project. */
function isCode(languageName: string): boolean {
  const type = languageEntry(languageName)?.type;
  return type === 'programming' || type === 'markup';
}

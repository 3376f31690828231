import type { FindingRow } from '../../src/shared/panelMessages';

/** A finding with what filtering needs, made once, so that a keystroke only compares strings. All lower case. */
export interface IndexedFinding {
  readonly row: FindingRow;
  /** Title, rule, tags and files: what free text is searched in. */
  readonly text: string;
  readonly files: string;
  readonly tags: readonly string[];
  readonly rule: string;
}

/** The most important first, the surest first among equals. */
export function indexFindings(rows: readonly FindingRow[]): readonly IndexedFinding[] {
  return [...rows].sort(compare).map((row) => {
    const files = row.files.join('\n').toLowerCase();
    const tags = row.tags.map((tag) => tag.toLowerCase());
    const rule = row.rule.toLowerCase();
    return { row, files, tags, rule, text: [row.title.toLowerCase(), rule, ...tags, files].join('\n') };
  });
}

function compare(a: FindingRow, b: FindingRow): number {
  if (a.importance !== b.importance) return b.importance - a.importance;
  if (a.confidence !== b.confidence) return b.confidence - a.confidence;
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

import { EngineError } from '../../base/engineError';
import type { ChangeCategory, SessionSave } from '../../shared/ingest';

type Change = SessionSave['changes'][number];
type Editable = Pick<SessionSave, 'summary' | 'changes'>;

/** As in the schema, which costs the start of the window too much to be loaded for its words. */
const categories: readonly ChangeCategory[] = [
  'architecture',
  'conventions',
  'implementation',
  'decisions',
  'bugs',
  'todo',
];
const summaryHeading = '# Summary';
const changesHeading = '# Changes';
/** Texts may hold lines that look like the headings; a backslash before them keeps them texts. */
const looksLikeHeading = /^\\*(?:# (?:Summary|Changes)\s*$|## |Files: )/;

const introduction = [
  '<!-- What Contox remembers of this session. Change it and save; close it without saving to leave it as it is.',
  `     A change begins with "## category: title"; categories are ${categories.join(', ')}. -->`,
].join('\n');

/** A session's summary and changes as a Markdown document to edit. */
export function formatSession({ summary, changes }: Editable): string {
  const parts = [introduction, '', summaryHeading, '', escapeLines(summary.trim()), '', changesHeading, ''];
  for (const change of changes) parts.push(formatChange(change), '');
  return `${parts.join('\n').trimEnd()}\n`;
}

function formatChange({ category, title, content, files }: Change): string {
  const parts = [`## ${category}: ${oneLine(title)}`, ''];
  if (content.trim() !== '') parts.push(escapeLines(content.trim()), '');
  if (files && files.length > 0) parts.push(`Files: ${files.map((file) => `\`${oneLine(file)}\``).join(', ')}`, '');
  return parts.join('\n').trimEnd();
}

/** The document read back. Rejects, with the line, what a session can't hold. */
export function parseSession(text: string): Editable {
  const lines = text.replace(/^\s*<!--[\s\S]*?-->/, (comment) => comment.replace(/[^\n]/g, '')).split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === changesHeading);
  const summaryEnd = start < 0 ? lines.length : start;
  const summary = lines.slice(0, summaryEnd).filter((line, index) => !isSummaryHeading(line, index, lines));
  const changes: { category: ChangeCategory; title: string; lines: string[] }[] = [];
  for (const [offset, line] of lines.slice(summaryEnd + 1).entries()) {
    const heading = /^## +(.*)$/.exec(line);
    if (heading) changes.push({ ...parseHeading(heading[1] ?? '', summaryEnd + 2 + offset), lines: [] });
    else if (changes.length > 0) changes.at(-1)?.lines.push(line);
    else if (line.trim() !== '') throw wrong(summaryEnd + 2 + offset, 'a change begins with "## category: title"');
  }
  return { summary: unescapeLines(summary), changes: changes.map(toChange) };
}

/** The first line with something on it. */
function isSummaryHeading(line: string, index: number, lines: readonly string[]): boolean {
  return line.trim() === summaryHeading && lines.slice(0, index).every((before) => before.trim() === '');
}

function parseHeading(text: string, line: number): { category: ChangeCategory; title: string } {
  const [, word = '', title = ''] = /^(\w+): *(.*)$/.exec(text) ?? [];
  const category = categories.find((known) => known === word.toLowerCase());
  if (!category) throw wrong(line, `a change is one of ${categories.join(', ')}, as in "## decisions: Use SQLite"`);
  if (title.trim() === '') throw wrong(line, 'a change needs a title');
  return { category, title: title.trim() };
}

function toChange({ category, title, lines }: { category: ChangeCategory; title: string; lines: string[] }): Change {
  const at = lines.findLastIndex((line) => line.startsWith('Files: '));
  const isLast = at >= 0 && lines.slice(at + 1).every((line) => line.trim() === '');
  const files = isLast ? [...(lines[at] ?? '').matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []) : [];
  const content = unescapeLines(isLast ? lines.slice(0, at) : lines);
  return { category, title, content, ...(files.length > 0 ? { files } : {}) };
}

const escapeLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => (looksLikeHeading.test(line) ? `\\${line}` : line))
    .join('\n');

const unescapeLines = (lines: readonly string[]): string =>
  lines
    .map((line) => (line.startsWith('\\') && looksLikeHeading.test(line.slice(1)) ? line.slice(1) : line))
    .join('\n')
    .trim();

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('`', "'").trim();

function wrong(line: number, rule: string): EngineError {
  return new EngineError('invalid', `Nothing was saved. Line ${line}: ${rule}.`);
}

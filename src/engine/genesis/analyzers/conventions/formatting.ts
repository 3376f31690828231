import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { dominant, type Share } from './nameStyle';
import { type StyleFacts, styleExtractor } from './styleExtractor';

interface Measured {
  readonly file: FileRecord;
  readonly style: StyleFacts;
}

interface Habit {
  readonly key: string;
  readonly languages: readonly string[];
  readonly label: string;
  pick(style: StyleFacts): string | undefined;
  say(value: string): string;
}

const scripts = ['typescript', 'tsx', 'javascript'];
const moreThan = (a: number, b: number): boolean => a >= 3 && a > 2 * b;

const habits: readonly Habit[] = [
  {
    key: 'indent',
    label: 'JavaScript and TypeScript',
    languages: scripts,
    pick: (style) => style.indent,
    say: sayIndent,
  },
  { key: 'indent', label: 'Python', languages: ['python'], pick: (style) => style.indent, say: sayIndent },
  { key: 'indent', label: 'Java', languages: ['java'], pick: (style) => style.indent, say: sayIndent },
  { key: 'indent', label: 'C#', languages: ['csharp'], pick: (style) => style.indent, say: sayIndent },
  { key: 'indent', label: 'PHP', languages: ['php'], pick: (style) => style.indent, say: sayIndent },
  {
    key: 'quotes',
    label: 'JavaScript and TypeScript',
    languages: scripts,
    pick: quoteOf,
    say: (value) => `quote strings with ${value} quotes`,
  },
  {
    key: 'quotes',
    label: 'Python',
    languages: ['python'],
    pick: quoteOf,
    say: (value) => `quote strings with ${value} quotes`,
  },
  {
    key: 'semicolons',
    label: 'JavaScript and TypeScript',
    languages: scripts,
    pick: ({ semicolons, noSemicolons }) =>
      moreThan(semicolons, noSemicolons) ? 'with' : moreThan(noSemicolons, semicolons) ? 'without' : undefined,
    say: (value) => `write statements ${value} semicolons`,
  },
];

function quoteOf({ singleQuotes, doubleQuotes }: StyleFacts): string | undefined {
  if (moreThan(singleQuotes, doubleQuotes)) return 'single';
  return moreThan(doubleQuotes, singleQuotes) ? 'double' : undefined;
}

function sayIndent(value: string): string {
  return value === 'tab' ? 'indent with tabs' : `indent with ${value} spaces`;
}

/** Fewer files than this, and a habit is one person's day. */
const minFiles = 10;
const minShare = 0.85;

/** Habits of formatting, one finding a language: what nearly every file does, counted, and which do not. */
export function formattingFindings(model: ScanModel): FindingDraft[] {
  const measured: Measured[] = [];
  for (const [file, style] of model.factsOf(styleExtractor)) if (file.role === 'source') measured.push({ file, style });
  const labels = [...new Set(habits.map((habit) => habit.label))];
  return labels.flatMap((label) => {
    const shared = habits
      .filter((habit) => habit.label === label)
      .flatMap((habit) => {
        const own = measured.filter(({ file }) => habit.languages.includes(file.language));
        const share = dominant(own, ({ style }) => habit.pick(style));
        const enough = share && share.matching.length + share.others.length >= minFiles && share.share >= minShare;
        return enough ? [{ habit, share }] : [];
      });
    return shared.length === 0 ? [] : [draft(label, shared)];
  });
}

/** As many habits as a title holds. */
function titleOf(label: string, said: readonly string[]): string {
  const titles = said.map((_, at) => `${label} files ${said.slice(0, said.length - at).join(', ')}`);
  return titles.find((title) => title.length <= 120) ?? titles.at(-1) ?? label;
}

function draft(label: string, shared: readonly { habit: Habit; share: Share<Measured> }[]): FindingDraft {
  const said = shared.map(
    ({ habit, share }) =>
      `${habit.say(share.value)} (${share.matching.length} of ${share.matching.length + share.others.length})`,
  );
  const lines = shared.map(({ habit, share }) => {
    const outliers = share.others.slice(0, 5).map(({ file }) => markdownCode(file.path));
    const total = share.matching.length + share.others.length;
    const except =
      outliers.length === 0 ? '' : `; not ${outliers.join(', ')}${share.others.length > 5 ? ' and others' : ''}`;
    return `- ${share.matching.length} of ${total} files ${habit.say(share.value)}${except}`;
  });
  const examples = shared[0]?.share.matching.slice(0, 2) ?? [];
  const outliers = shared.flatMap(({ share }) => share.others.slice(0, 3));
  return {
    layer: 'conventions',
    rule: 'conventions/formatting',
    key: label,
    title: titleOf(label, said),
    content: `Source files in whose first lines the habit shows:\n\n${lines.join('\n')}`,
    importance: 2,
    confidence: Math.min(0.99, ...shared.map(({ share }) => share.share)),
    tags: ['formatting'],
    evidence: [...examples, ...outliers].map(({ file }) => ({
      path: file.path,
      startLine: 1,
      endLine: Math.max(1, Math.min(20, file.lines)),
    })),
  };
}

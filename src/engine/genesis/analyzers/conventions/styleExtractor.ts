import type { Extractor } from '../../extractor';
import type { LanguageId, SourceFile } from '../../sourceFile';

/** What one file shows of the habits of its writers. Counts are lines. */
export interface StyleFacts {
  /** Most frequent unit of indentation: `tab`, or its width in spaces. */
  readonly indent?: 'tab' | '2' | '4' | '8';
  readonly singleQuotes: number;
  readonly doubleQuotes: number;
  readonly semicolons: number;
  readonly noSemicolons: number;
  readonly crlf: boolean;
  /** Longest line in characters. */
  readonly longest: number;
}

const measured: ReadonlySet<LanguageId> = new Set([
  'typescript',
  'tsx',
  'javascript',
  'python',
  'java',
  'go',
  'ruby',
  'php',
  'csharp',
  'rust',
]);

/** The markup of these comes first, and its quotes and indents are not those of the code. */
const componentFile = /\.(?:vue|svelte|astro|marko)$/;

/** Only the first lines are looked at: habits show early, and a huge file would cost more than it tells. */
const maxLines = 200;

const farIn = 16;

function indentOf(lines: readonly string[]): StyleFacts['indent'] {
  const counts: Record<'tab' | '2' | '4' | '8', number> = { tab: 0, '2': 0, '4': 0, '8': 0 };
  const widths: number[] = [];
  let before = 0;
  for (const line of lines) {
    if (line.startsWith('\t')) {
      counts.tab++;
      continue;
    }
    const written = line.trimStart();
    if (written === '' || written.startsWith('*')) continue;
    const width = line.length - written.length;
    const step = width - before;
    if (step === 2 || step === 4 || step === 8) counts[`${step}`]++;
    before = width;
    // What is set below an opening bracket stands far in, and anywhere.
    if (width > 0 && width <= farIn) widths.push(width);
  }
  const best = (Object.entries(counts) as [keyof typeof counts, number][]).sort((a, b) => b[1] - a[1])[0];
  if (!best || best[1] < 3) return undefined;
  // Wrapped lines stand in twice as far: where many lines stand half-way, that is the unit.
  const half = best[0] === '8' ? '4' : best[0] === '4' ? '2' : undefined;
  if (half === undefined) return best[0];
  const between = widths.filter((width) => width % (2 * Number(half)) === Number(half)).length;
  return between >= 3 && between >= widths.length * 0.2 ? half : best[0];
}

function count(lines: readonly string[], pattern: RegExp): number {
  return lines.reduce((sum, line) => sum + (pattern.test(line) ? 1 : 0), 0);
}

/** Lines with a pair of these quotes and none of the other kinds. */
function countQuoted(lines: readonly string[], quote: '"' | "'", pattern: RegExp): number {
  return lines.reduce((sum, line) => sum + (line.includes(quote) && pattern.test(line) ? 1 : 0), 0);
}

function styleOf(file: SourceFile): StyleFacts | undefined {
  const head = file.text.slice(0, 16_000);
  const withReturns = head.includes('\r\n');
  const lines = head.split(withReturns ? /\r?\n/ : '\n', maxLines);
  if (lines.length < 5) return undefined;
  const script = file.language === 'typescript' || file.language === 'tsx' || file.language === 'javascript';
  const indent = indentOf(lines);
  return {
    ...(indent ? { indent } : {}),
    singleQuotes: countQuoted(lines, "'", /^[^"'`]*'[^'"`]*'[^"'`]*$/),
    doubleQuotes: countQuoted(lines, '"', /^[^"'`]*"[^'"`]*"[^"'`]*$/),
    semicolons: script ? count(lines, /[\w)\]'"`];$/) : 0,
    // A statement that ends without one: a call, a string, an import, a plain assignment.
    noSemicolons: script ? count(lines, /^\s*(?:import|export|const|let|var|return)\b.*[\w)'"`\]]$/) : 0,
    crlf: withReturns,
    longest: lines.reduce((max, line) => Math.max(max, line.length), 0),
  };
}

export const styleExtractor: Extractor<StyleFacts> = {
  id: 'style',
  version: 4,
  wants: (file) =>
    measured.has(file.language) && !componentFile.test(file.path) && (file.role === 'source' || file.role === 'test'),
  extract: styleOf,
};

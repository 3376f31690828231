import type { Extractor } from '../../extractor';
import type { LanguageId, SourceFile } from '../../sourceFile';

/** What one file shows of the habits of its writers. Counts are lines of code: comments and texts over several lines aside. */
export interface StyleFacts {
  /** Most frequent unit of indentation: `tab`, or its width in spaces. */
  readonly indent?: 'tab' | '2' | '4' | '8';
  /** What all its widths in spaces are multiples of. Where that is less than `indent`, another unit may be the file's. */
  readonly commonWidth?: number;
  readonly singleQuotes: number;
  readonly doubleQuotes: number;
  readonly semicolons: number;
  readonly noSemicolons: number;
  /** It begins as a published library does, or as all files of a project do that says whose it is. */
  readonly hasBanner?: true;
  /** The first line that shows each of these, 1-based. */
  readonly firstAt: Readonly<Partial<Record<StyleSign, number>>>;
}

export type StyleSign = 'indent' | 'singleQuotes' | 'doubleQuotes' | 'semicolons' | 'noSemicolons';

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
  'kotlin',
  'swift',
]);

/** The markup of these comes first, and its quotes and indents are not those of the code. */
const componentFile = /\.(?:vue|svelte|astro|marko)$/;

/** A declaration of what others wrote, and the banner that a published library begins with. */
const declaration = /\.d\.[cm]?ts$/;
const banner = /^\s{0,9}\/\*!/;

/** Only the first lines are looked at: habits show early, and a huge file would cost more than it tells. */
const maxLines = 200;

const farIn = 16;

interface CodeLine {
  readonly text: string;
  readonly line: number;
  /** White space before the first sign. */
  readonly width: number;
}

/** Before a string of the language, as against an apostrophe, a word of a sentence or an attribute of markup. */
const single = /(?:[([,:?+]\s?|=>?\s|\b(?:from|import|return|case|default|throw|in)\s)'/;
const double = /(?:[([,:?+]\s?|=>?\s|\b(?:from|import|return|case|default|throw|in)\s)"/;
/** Arguments of Python are given without a space. */
const argument = { single: /=\s?'/, double: /=\s?"/ };

/** Lines that are code from end to end: none within a comment, a template or a text of several lines. */
function codeLines(lines: readonly string[], language: LanguageId): CodeLine[] {
  const found: CodeLine[] = [];
  let end: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] ?? '';
    const written = text.trimStart();
    if (end !== undefined) {
      const at = end === '`' ? (oddly(text, '`') ? 0 : -1) : text.indexOf(end);
      if (at >= 0) end = undefined;
      continue;
    }
    if (written.startsWith('/*') || written.startsWith('{/*')) {
      if (!written.includes('*/')) end = '*/';
      continue;
    }
    if (written === '' || isRemark(written)) continue;
    end = scripts.has(language) ? (oddly(text, '`') ? '`' : undefined) : openText(text, language);
    if (end === undefined) found.push({ text, line: index + 1, width: text.length - written.length });
  }
  return found;
}

const isRemark = (written: string): boolean =>
  written.startsWith('//') || written.startsWith('*') || (written.startsWith('#') && !written.startsWith('#['));

const scripts: ReadonlySet<LanguageId> = new Set(['typescript', 'tsx', 'javascript']);

function oddly(text: string, mark: string): boolean {
  return text.includes(mark) && text.split(mark).length % 2 === 0;
}

/** The quotes of a text over several lines that begins in this one and does not end there. */
function openText(text: string, language: LanguageId): string | undefined {
  return textQuotes[language]?.find((quotes) => oddly(text, quotes));
}

const textQuotes: Readonly<Partial<Record<LanguageId, readonly string[]>>> = {
  python: ['"""', "'''"],
  java: ['"""'],
  csharp: ['"""'],
  kotlin: ['"""'],
  // Scala.
  other: ['"""'],
  swift: ['"""'],
};

/** Lines but for those of arguments: how far they stand in is another habit. Markup in scripts stands in brackets, too. */
function outsideArguments(lines: readonly CodeLine[], language: LanguageId): readonly CodeLine[] {
  if (scripts.has(language)) return lines;
  // No bracket of Python holds statements: the entries of a literal are aligned as anyone likes.
  const holdsNoCode = (mark: string | undefined): boolean =>
    mark === '(' || (language === 'python' && mark !== undefined);
  const open: string[] = [];
  let inside = 0;
  return lines.filter(({ text, width }) => {
    // A line that goes on with an expression stands in as far as it likes, too.
    const isOutside = !holdsNoCode(open.at(-1)) && !(width > 0 && width <= 200 && goesOn(text, width));
    // So many arguments nobody writes: it is the reading of brackets that failed.
    inside = isOutside ? 0 : inside + 1;
    if (inside > 40) open.length = 0;
    const code = aside.test(text) ? text.replaceAll(/'[^'\n]{0,200}'|"[^"\n]{0,400}"|(?:\/\/|#).*$/g, '') : text;
    follow(code, open);
    return isOutside;
  });
}

/** What stands in every text and comment: most lines have none, and nothing has to be cut out of them. */
const aside = /['"/#]/;

/** Opens and closes the brackets of a piece of code. */
function follow(code: string, open: string[]): void {
  for (let at = 0; at < code.length; at++) {
    const mark = code[at];
    if (mark === '(' || mark === '{' || mark === '[') open.push(mark);
    else if (mark === ')') closeIf(open, '(');
    else if (mark === '}') closeIf(open, '{');
    else if (mark === ']') closeIf(open, '[');
  }
}

function closeIf(open: string[], opener: string): void {
  if (open.at(-1) === opener) open.pop();
}

/** `? a`, `.call()`, `+ b`, `&& c`: whether a line goes on with an expression. */
const goesOn = (text: string, at: number): boolean =>
  '?:.+'.includes(text.charAt(at)) || text.startsWith('&&', at) || text.startsWith('||', at);

/** How far each line stands in from the less indented line that encloses it, be that an argument or not; by its number. */
function stepsOf(lines: readonly CodeLine[]): readonly number[] {
  const steps: number[] = new Array(maxLines + 1).fill(0);
  const around: number[] = [];
  for (const { line, width } of lines) {
    while ((around.at(-1) ?? -1) >= width) around.pop();
    steps[line] = width - (around.at(-1) ?? 0);
    around.push(width);
  }
  return steps;
}

/** The greatest width of which all those in spaces are multiples. */
function commonWidthOf(lines: readonly CodeLine[]): number {
  let common = 0;
  for (const { text, width } of lines) {
    let rest = text.startsWith('\t') ? 0 : width;
    while (rest > 0) {
      const left = common % rest;
      common = rest;
      rest = left;
    }
  }
  return common;
}

function indentOf(lines: readonly CodeLine[], steps: readonly number[]): StyleFacts['indent'] {
  const counts: Record<'tab' | '2' | '4' | '8', number> = { tab: 0, '2': 0, '4': 0, '8': 0 };
  const taken: (number | undefined)[] = [];
  let before = 0;
  let inSpaces = 0;
  for (const { text, line, width } of lines) {
    if (text.startsWith('\t')) {
      counts.tab++;
      continue;
    }
    if (width > 1) inSpaces++;
    const step = width > before ? steps[line] : 0;
    if (step === 2 || step === 4 || step === 8) counts[`${step}`]++;
    before = width;
    // What is set below an opening bracket stands far in, and anywhere; what closes one stands where that began.
    if (width > 0 && width <= farIn && !/[)}\]]/.test(text.charAt(width))) taken.push(steps[line]);
  }
  // Tabs are counted by the line, and spaces by the step: in a file of both the one that has most of the lines tells.
  if (inSpaces >= 3 * counts.tab) counts.tab = 0;
  else if (counts.tab > 0 && counts.tab < 3 * inSpaces) return undefined;
  const best = (Object.entries(counts) as [keyof typeof counts, number][]).sort((a, b) => b[1] - a[1])[0];
  if (!best || best[1] < 3) return undefined;
  // Wrapped lines stand in twice as far: where many lines stand in by half of that, it is the unit.
  const half = best[0] === '8' ? '4' : best[0] === '4' ? '2' : undefined;
  if (half === undefined) return best[0];
  const between = taken.filter((step) => step === Number(half)).length;
  return between >= 3 && between >= taken.length * 0.2 ? half : best[0];
}

/** Where the unit shows: a line that stands in by just one of it. */
function indentLine(lines: readonly CodeLine[], indent: StyleFacts['indent']): number | undefined {
  const unit = indent === 'tab' ? '\t' : ' '.repeat(Number(indent ?? 0));
  const within = lines.filter(({ text }) => text.startsWith(unit));
  return (within.find(({ text }) => /\S/.test(text.charAt(unit.length))) ?? within[0])?.line;
}

/** A statement that ends without a semicolon: a call, a string, an import, a plain assignment. */
const endsBare = /^\s*(?:import|export|const|let|var|return)\b.*[\w)'"`\]]$/;
/** What goes on with the statement of the line above: a chain of calls, an operator. */
const continues =
  /^\s*(?:\?\.|[.?:=<>%^]|&&|\|\||[+*/-](?![+-])|\|\s|&\s|(?:from|as|satisfies|extends|instanceof|in)\s)/;

function styleOf(file: SourceFile): StyleFacts | undefined {
  const head = file.text.slice(0, 16_000);
  const raw = head.split(head.includes('\r\n') ? /\r?\n/ : '\n', maxLines);
  if (raw.length < 5) return undefined;
  const lines = codeLines(raw, file.language);
  const isScript = scripts.has(file.language);
  const counts = { singleQuotes: 0, doubleQuotes: 0, semicolons: 0, noSemicolons: 0 };
  const firstAt: Partial<Record<StyleSign, number>> = {};
  const see = (sign: keyof typeof counts, line: number): void => {
    counts[sign]++;
    firstAt[sign] ??= line;
  };
  for (const [at, { text, line }] of lines.entries()) {
    const quote = quoteIn(text, file.language);
    if (quote !== undefined) see(quote, line);
    if (!isScript) continue;
    if (/[\w)\]'"`];$/.test(text)) see('semicolons', line);
    else if (endsBare.test(text) && !continues.test(lines[at + 1]?.text ?? '')) see('noSemicolons', line);
  }
  const own = outsideArguments(lines, file.language);
  const indent = indentOf(own, stepsOf(lines));
  const at = indent === undefined ? undefined : indentLine(own, indent);
  if (at !== undefined) firstAt.indent = at;
  const hasBanner = isScript && banner.test(head) ? { hasBanner: true as const } : {};
  const told = indent === undefined ? {} : { indent, commonWidth: commonWidthOf(own) };
  return { ...told, ...hasBanner, ...counts, firstAt };
}

/** The one kind of quotes in a line around a string of the language; `undefined` where there are several kinds, or markup. */
function quoteIn(text: string, language: LanguageId): 'singleQuotes' | 'doubleQuotes' | undefined {
  const has = { single: text.includes("'"), double: text.includes('"') };
  if (has.single === has.double || text.includes('`')) return undefined;
  const isPython = language === 'python';
  if (!isPython && (text.includes('</') || text.trimStart().startsWith('<'))) return undefined;
  if (has.single) return single.test(text) || (isPython && argument.single.test(text)) ? 'singleQuotes' : undefined;
  return double.test(text) || (isPython && argument.double.test(text)) ? 'doubleQuotes' : undefined;
}

export const styleExtractor: Extractor<StyleFacts> = {
  id: 'style',
  version: 15,
  wants: (file) =>
    (measured.has(file.language) || file.languageName === 'Scala') &&
    !componentFile.test(file.path) &&
    // Scripts of a developer and what tools keep lie in folders with a dot.
    !/(?:^|\/)\.[^/]+\//.test(file.path) &&
    !declaration.test(file.path) &&
    (file.role === 'source' || file.role === 'test'),
  extract: styleOf,
};

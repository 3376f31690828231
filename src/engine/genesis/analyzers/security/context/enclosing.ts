import type { SourceFile } from '../../../sourceFile';

/** So many headers outwards; what lies further out says little of one line. */
const mostHeaders = 8;
/** So many lines upwards at most, so that a long table costs no more than a short one. */
const mostLines = 400;

/** In columns: some write eight blanks as one tab, and mix both. */
function indentOf(text: string): number {
  const lead = text.slice(0, text.length - text.trimStart().length);
  if (!lead.includes('\t')) return lead.length;
  let column = 0;
  for (const sign of lead) column = sign === '\t' ? column - (column % 8) + 8 : column + 1;
  return column;
}

/**
 * The lines that a line stands in, from the nearest outwards, told by their indentation: `if (isDev) {`,
 * `def login():`, `development:`. It needs no grammar, and formatted code of every language has it.
 */
export function enclosingLines(file: SourceFile, line: number): string[] {
  const own = file.lineText(line);
  let indent = indentOf(own);
  const headers: string[] = [];
  for (let at = line - 1; at > 0 && line - at < mostLines && indent > 0 && headers.length < mostHeaders; at--) {
    const text = file.lineText(at);
    // A brace of its own belongs to the header above it, a closing bracket to a block that is over.
    if (text.length > 1_000 || /^\s*(?:[})\]][),;\s]*|\{\s*|#.*|\/\/.*)?$/.test(text)) continue;
    const width = indentOf(text);
    if (width >= indent) continue;
    headers.push(text.trim());
    indent = width;
  }
  return headers;
}

/** The code about a place: so many lines before and behind it. */
export function linesAround(file: SourceFile, line: number, before: number, after: number): string {
  const lines: string[] = [];
  for (let at = Math.max(1, line - before); at <= line + after; at++) lines.push(file.lineText(at).slice(0, 500));
  return lines.join('\n');
}

const condition = /^(?:\}\s*)?(?:else\s*)?(?:if|elif|elsif|unless|when|case|switch)\b|\?\s*$|&&/;

/** Conditions around a line, whatever they ask. */
export const conditionsAround = (file: SourceFile, line: number): string[] =>
  enclosingLines(file, line).filter((header) => condition.test(header));

/** `if (isDev)`, `if app.debug`, `development:`: what stands inside does not run in production. */
export function isForDevelopers(file: SourceFile, line: number): boolean {
  return enclosingLines(file, line).some(
    (header) =>
      /\b(?:is_?)?dev(?:elopment|_?mode)?\b|\b(?:is|allow|for)Dev\w*|__DEV__|\bisLocal\w*|['"]local(?:host)?['"]|['"]pytest['"]|\bsys\.argv\b.*test|^(?:development|test|testing|dev|local)\s*:|^class\s+(?:Dev|Development|Test|Testing|Local)\w*\b/i.test(
        header,
      ) && !/!\s*(?:is_?)?dev|!==?\s*['"]dev|\bnot\s+\w*dev|\bunless\b/i.test(header),
  );
}

/** `if (process.env.SHOP_TEST_LOGIN)`, `if (isDev)`: what stands inside serves those who build the product. */
export const isForTests = (file: SourceFile, line: number): boolean =>
  isForDevelopers(file, line) ||
  conditionsAround(file, line).some((header) =>
    /\b[A-Z0-9]{1,30}_(?:TEST|E2E|MOCK)_|\b(?:TEST|E2E|MOCK)_[A-Z]|\bis_?test\w*\b/i.test(header),
  ) ||
  enclosingLines(file, line).some((header) => /\.(?:get|post|put|use)\(\s{0,3}['"]\/(?:test|dev|mock)\//.test(header));

const control =
  /^(?:\}\s*)?(?:else|if|elif|elsif|for|foreach|while|try|catch|except|finally|switch|case|with|when|unless|do|begin|rescue|using|lock|return|await)\b/;

/**
 * The lines of the function, or of the handler of a route, that a line stands in, told by their indentation, with what
 * stands right above as annotations. A line outside of all is in the whole file.
 */
export function functionAround(file: SourceFile, line: number): string {
  let first = line;
  let indent = indentOf(file.lineText(line));
  for (let at = line - 1; at > 0 && line - at < mostLines; at--) {
    const text = file.lineText(at);
    if (text.length > 1_000 || /^\s*(?:[})\]][),;\s]*|\{\s*|#.*|\/\/.*)?$/.test(text) || indentOf(text) >= indent)
      continue;
    if (
      /^\s*(?:(?:export\s+)?(?:default\s+)?(?:abstract\s+|public\s+)?(?:class|interface|namespace|module|object)\b)/.test(
        text,
      )
    )
      break;
    indent = indentOf(text);
    first = at;
    if (!control.test(text.trim()) && /\(|\bdef\b|\bdo\b/.test(text)) break;
  }
  if (first === line && indent === 0) return file.text;
  let start = first;
  while (start > 1 && first - start < 6 && /^\s*[@[#]/.test(file.lineText(start - 1))) start -= 1;
  const last = file.lineAt(file.text.length);
  let end = line;
  const isInside = (text: string): boolean => text.trim() === '' || indentOf(text) > indent || /^\s*[})\]{]/.test(text);
  while (end - line < mostLines && end < last && isInside(file.lineText(end + 1))) end += 1;
  return linesAround(file, first, first - start, end - first);
}

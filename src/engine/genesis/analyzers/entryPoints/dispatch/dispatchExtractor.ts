import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { plainText } from '../../waysIn/plainText';
import { joinPaths } from '../paths/normalizePath';
import { type DispatchRule, dispatchRules } from './dispatchRules';

/** A path with which the handler of a plain HTTP server compares that of a request. */
interface ComparedPath {
  readonly method: string;
  readonly path: string;
  readonly line: number;
}

interface ComparedPaths {
  readonly framework: string;
  readonly paths: readonly ComparedPath[];
}

const longest = 300_000;
/** Servers that stand in for others, and helpers of those who work on the project. */
const standIn =
  /(?:^|\/)(?:dev|hack|scripts?|tools?|mocks?|fakes?|stubs?|bench\w{0,20}|testing|testutils?)\/|(?:mock|fake|stub)[\w.-]{0,60}$/i;
/** A handler with more lines above a comparison is not read to its head. */
const mostLinesAbove = 400;
const written = /['"`](\/[\w./~@-]{0,150})['"`]/g;
const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
const isMethod = new RegExp(`[mM]ethod\\w{0,10}(?:\\(\\))?\\s{0,4}={2,3}\\s{0,4}['"](${methods})['"]`);
const isOther = new RegExp(
  `[mM]ethod\\w{0,10}(?:\\(\\))?\\s{0,4}!={1,2}\\s{0,4}(?:['"](${methods})['"]|http\\.Method(\\w{3,7}))|HttpMethod\\.(${methods})\\s{0,4}!=`,
);

/** Reads the paths that handlers of plain HTTP servers tell apart: `switch (uri) { case "/users": … }`. */
export const dispatchExtractor: Extractor<ComparedPaths> = {
  id: 'entryPoints.dispatch',
  version: 2,
  wants: (file) => ruleOf(file.language) !== undefined && !unwrittenRoles.has(file.role) && !standIn.test(file.path),
  extract(file) {
    const rule = ruleOf(file.language);
    if (rule === undefined || file.text.length > longest || !rule.telling.every((word) => word.test(file.text)))
      return undefined;
    if (rule.never?.test(file.text) === true) return undefined;
    const paths = comparedPaths(plainText(file.text, file.language), rule);
    return paths.length === 0 ? undefined : { framework: rule.framework, paths };
  },
};

const ruleOf = (language: DispatchRule['languages'][number]): DispatchRule | undefined =>
  dispatchRules.find(({ languages }) => languages.includes(language));

function comparedPaths(text: string, rule: DispatchRule): ComparedPath[] {
  const names = rule.variable === undefined ? [] : [...text.matchAll(rule.variable)].map(([, a, b]) => a ?? b ?? '');
  const asked = `(?:${[rule.path, ...new Set(names)].join('|')})(?:\\.(?:pathname|path)\\b|\\.split\\(['"]\\?['"]\\)\\[0\\])?`;
  const branch = new RegExp(`^\\s{0,200}(?:switch|match)\\b\\s{0,4}\\(?\\s{0,4}${asked}\\s{0,4}\\)?\\s{0,4}[{:]`);
  const comparison = new RegExp(`(?<![\\w.!])${asked}\\s{0,4}(?:={2,3}\\s{0,4}|\\.equals\\(\\s{0,4}|in\\s{0,4}\\()`);
  const lines = text.split('\n');
  const found: ComparedPath[] = [];
  const add = (at: number, piece: string): void => {
    const method = methodAt(lines, at, rule);
    for (const [, path = ''] of piece.matchAll(written)) found.push({ method, path, line: at + 1 });
  };
  /** The indents of the branches that are open. */
  const open: number[] = [];
  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const indent = indentOf(line);
    while (indent < (open.at(-1) ?? 0) || (indent === open.at(-1) && !/^\s*case\b/.test(line))) open.pop();
    if (branch.test(line)) open.push(indent);
    else if (open.length > 0 && /^\s{0,200}case\b/.test(line)) {
      if (indent - (open.at(-1) ?? 0) <= 4) add(at, line.split(/:|->/)[0] ?? '');
    } else if (rule.onlyBranches !== true && /^\s{0,200}(?:\}\s{0,4})?(?:else\s{1,4})?(?:el)?if\b/.test(line)) {
      const start = comparison.exec(line);
      if (start !== null) add(at, line.slice(start.index).split(/\)\s{0,4}[{:]|\breturn\b/)[0] ?? '');
    }
  });
  return found;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The method that is compared on the line, in a branch around it, or above which all others were sent away. */
function methodAt(lines: readonly string[], at: number, rule: DispatchRule): string {
  const own = isMethod.exec(lines[at] ?? '')?.[1];
  if (own !== undefined) return own;
  let indent = indentOf(lines[at] ?? '');
  for (let above = at - 1; above >= Math.max(0, at - mostLinesAbove); above--) {
    const line = lines[above] ?? '';
    if (line.trim() === '' || indentOf(line) > indent) continue;
    const sent = isOther.exec(line);
    if (sent !== null && /^\s{0,200}if\b/.test(line)) return (sent[1] ?? sent[2] ?? sent[3] ?? 'ANY').toUpperCase();
    if (indentOf(line) === indent) continue;
    indent = indentOf(line);
    const around = rule.head?.exec(line)?.[1] ?? (/\bif\b/.test(line) ? isMethod.exec(line)?.[1] : undefined);
    if (around !== undefined) return around;
    if (/\b(?:def|func|function)\b|=>\s{0,4}\{\s{0,4}$/.test(line)) return 'ANY';
  }
  return 'ANY';
}

/** What the handlers compare, as routes of their servers. */
export function comparedRoutes(files: ReadonlyMap<string, ComparedPaths>): Route[] {
  return [...files].flatMap(([file, { framework, paths }]) =>
    paths.map(
      ({ method, path, line }): Route => ({
        method,
        path: joinPaths([path], 'drop'),
        file,
        line,
        framework,
        declared: 'explicit',
      }),
    ),
  );
}

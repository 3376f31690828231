import type { SymbolFact } from '../../../facts/importGraph';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, FindingDraft } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { importFamily } from '../map/codeFiles';
import type { CodeMap } from '../map/codeMap';
import { about, counted, fitting, percent } from '../map/wording';

const minFileLines = 1_500;
const minFunctionLines = 250;
/** How much longer than the usual file. */
const minRatio = 8;

/** Of the lines those in files whose functions are known. */
const minRead = 0.5;

const symbolsIn = (map: CodeMap, path: string): readonly SymbolFact[] =>
  map.model.factsIn(codeExtractor, path)?.symbols ?? [];

/** Of C and its like no functions are known: what a file is called after tells that it is a table. */
const isNative = (file: FileRecord): boolean =>
  importFamily(file) === 'c' && !/\.(?:h|hh|hpp|inc)$/i.test(file.path) && !table.test(file.path);

/** The last word of a name, a number or a kind behind it: a `DatabaseWidget` and a `TableView` are none. */
const table =
  /(?:(?:[Tt]ab(?:le)?s?|Data|Unicode|Charset|Codepoints?|Keywords|Icons?|Fonts?|Opcodes?)|(?:^|[/_.-])(?:(?:uni)?data|unicode|charset|codepoints?|keywords|icons?|fonts?|opcodes?|regs))(?:[-_.\d][^/]{0,20})?\.\w{1,3}$/;

/** Copies of packages, as they lie in programs of JavaScript: `server/libs/fluentFfmpeg/processor.js`. */
const copied = /.\/libs?\/[^/]+\/.*\.[cm]?jsx?$/;

/** What fills a data base is long as the data are. */
const seeds = /(?:^|\/)(?:database|db|data|prisma|migrations)\/(?:[\w-]{1,60}\/){0,3}seed(?:er|s|ers|ing)?s?(?:\/|\.)/i;

/** Files and functions that are strikingly long, measured by the rest of this code base. */
export function giantFindings(map: CodeMap): FindingDraft[] {
  // Of other languages no functions are known: the longest of the rest would stand for the whole.
  const total = map.files.reduce((sum, file) => sum + file.lines, 0);
  const read = map.files.reduce((sum, file) => sum + (symbolsIn(map, file.path).length > 0 ? file.lines : 0), 0);
  if (read >= total * minRead) return [...fileFinding(map), ...functionFinding(map)];
  const native = map.files.reduce((sum, file) => sum + (importFamily(file) === 'c' ? file.lines : 0), 0);
  return read + native < total * minRead ? [] : fileFinding(map);
}

function fileFinding(map: CodeMap): FindingDraft[] {
  const sorted = map.files.map((file) => file.lines).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  const long = map.files
    .filter(
      (file) => !copied.test(file.path) && file.lines >= minFileLines && file.lines >= minRatio * Math.max(20, median),
    )
    .sort((a, b) => b.lines - a.lines);
  const giants = long.filter((file) => isCode(map, file)).slice(0, 8);
  const [top] = giants;
  const hasTables = long.some((file) => !isCode(map, file));
  if (top === undefined || map.files.length < 20) return [];
  const lines = giants.reduce((sum, file) => sum + file.lines, 0);
  const all = map.files.reduce((sum, file) => sum + file.lines, 0);
  return [
    {
      layer: 'architecture',
      rule: 'architecture/large-file',
      key: 'large-files',
      title: fitting(`${top.path} has ${counted(top.lines, 'line')}`),
      content: `${giants.map((file) => `- ${markdownCode(file.path)}: ${counted(file.lines, 'line')}`).join('\n')}\n\nTogether ${percent(lines, all)} of ${about(all, 'line')} in ${about(map.files.length, 'source file')}, of which the median one has ${about(median, 'line')}.${hasTables ? ' Left out are files with few functions, as tables of data and declarations have them.' : ''}`,
      importance: 2,
      confidence: 0.95,
      tags: ['size', 'files'],
      evidence: giants.map((file) => ({ path: file.path, startLine: 1, endLine: file.lines })),
    },
  ];
}

/** What others wrote is only declared there. */
const declarations = /(?:^|[/.])typings\.ts$|\.d\.[cm]?ts$|\.pyi$/;

/** Routes and stores are handed over as functions without a name. */
const leastBodies = 20;
const bodiesIn = (map: CodeMap, path: string): number => map.model.factsIn(codeExtractor, path)?.bodies ?? 0;

/** Long tables of data are long for a reason. */
function isCode(map: CodeMap, file: FileRecord): boolean {
  if (declarations.test(file.path)) return false;
  const functions = symbolsIn(map, file.path).filter(({ kind }) => kind === 'function' || kind === 'method');
  return functions.length >= 5 || bodiesIn(map, file.path) >= leastBodies || isNative(file);
}

/** `module.exports = function () {}` has no name. */
const nameOf = (name: string): string => (name === 'exports' ? 'The function exported' : name);

function functionFinding(map: CodeMap): FindingDraft[] {
  const long = map.files
    // Clauses of one name stand for as many cases: together they are long, and none of them is.
    .filter((file) => file.languageName !== 'Elixir' && !copied.test(file.path) && !seeds.test(file.path))
    .flatMap((file) =>
      symbolsIn(map, file.path)
        .filter((symbol) => symbol.kind === 'function' || symbol.kind === 'method')
        // Rust keeps tests in a module of the file that they test, and what they need beside it.
        .filter((symbol) => symbol.inTest !== true && !/(?:^|::)tests?$/.test(symbol.container ?? ''))
        .map((symbol) => ({ path: file.path, symbol, lines: symbol.endLine - symbol.line + 1 })),
    )
    .filter(({ lines }) => lines >= minFunctionLines)
    .sort((a, b) => b.lines - a.lines)
    .slice(0, 8);
  const [top] = long;
  if (top === undefined) return [];
  return [
    {
      layer: 'architecture',
      rule: 'architecture/long-function',
      key: 'long-functions',
      title: fitting(
        `${nameOf(top.symbol.name)} in ${top.path} is ${counted(top.lines, 'line')} long`,
        `${nameOf(top.symbol.name)} is ${counted(top.lines, 'line')} long`,
      ),
      content: long
        .map(
          ({ path, symbol, lines }) =>
            `- ${markdownCode(symbol.name)} in ${markdownCode(`${path}:${symbol.line}`)}: ${counted(lines, 'line')}`,
        )
        .join('\n'),
      importance: 2,
      confidence: 0.95,
      tags: ['size', 'functions'],
      evidence: long.map(({ path, symbol }) => ({ path, startLine: symbol.line, endLine: symbol.endLine })),
    },
  ];
}

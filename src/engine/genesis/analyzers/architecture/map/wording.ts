import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { CodeMap, FileEdge } from './codeMap';
import { asideFolder, productCode } from './productCode';

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** What a file is for is not known for certain: numbers from here on, of lines and of files alike, are told as near ones, in two digits. */
export const exact = 20;

/** To two digits, as `12,000` for 11,966. */
export function rounded(count: number): string {
  const unit = count < 100 ? 1 : 10 ** (Math.floor(Math.log10(count)) - 1);
  return (Math.round(count / unit) * unit).toLocaleString('en-US');
}

export const about = (count: number, one: string): string =>
  count < exact ? counted(count, one) : `about ${rounded(count)} ${one}s`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** With fewer an exact number is soon counted again. */
const fewest = 10;

/** A round number below what was found: some of that may be taken for the product by mistake, and some is not found. */
export function atLeast(count: number): number {
  if (count <= fewest) return count;
  const unit = count <= 30 ? 5 : count < 300 ? 10 : count < 1000 ? 50 : 100;
  const spare = Math.max(1, Math.round(count * 0.03));
  return Math.max(fewest, Math.floor((count - spare) / unit) * unit);
}

export function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / Math.max(1, whole))} %`;
}

/**
 * Short names for modules: their folders without the way that all of them share. What became a module of its own is no part
 * of what is left of the folder around it.
 */
export function labelsOf(map: Pick<CodeMap, 'modules' | 'packages'>): (module: string) => string {
  const paths = map.modules.map((module) => module.path).filter((path) => path !== '');
  let shared = paths[0]?.slice(0, paths[0].lastIndexOf('/') + 1) ?? '';
  for (const path of paths)
    while (!`${path}/`.startsWith(shared)) shared = shared.slice(0, shared.slice(0, -1).lastIndexOf('/') + 1);
  const around = new Set(paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`))));
  const left = map.modules.find((module) => module.path === '')?.files ?? [];
  const atTop = left.filter((file) => !file.path.includes('/')).length;
  const top = atTop === left.length ? 'the top folder' : 'the top folder and small ones';
  return (module) => {
    if (module === '') return atTop * 2 >= left.length ? top : 'the rest';
    const short = `${module}/` === shared ? module.slice(module.lastIndexOf('/') + 1) : module.slice(shared.length);
    return around.has(module) ? `the rest of ${short}` : short;
  };
}

/** What is left out says only what was seen: a test or a copy that nothing tells as such is counted. */
export function leftOut({ model }: Pick<CodeMap, 'model'>): string {
  const { aside, source } = productCode(model);
  const asides = [...new Set(aside.map(({ path }) => asideFolder(path)))];
  const named = asides.map((folder) => {
    // Of some folders only the scripts are left out.
    const isWhole = !source.some(({ path }) => path.startsWith(folder));
    return `${isWhole ? '' : 'scripts in '}${markdownCode(folder)}`;
  });
  const beside = named.length === 0 ? '' : `, and what lies beside the product: ${named.join(', ')}`;
  return `Left out is what was recognised as tests, numbered migrations, generated or copied in${beside}.`;
}

/** A module in a list, with its whole path: `` `src/api` `` or ``the rest of `src` ``. */
export function moduleInList(path: string, label: string): string {
  if (!isRest(label)) return markdownCode(path);
  return `${label.split(' of ')[0]}${path === '' ? '' : ` of ${markdownCode(path)}`}`;
}

/** What is left of folders is no part that a reader knows. */
export function isRest(label: string): boolean {
  return /^the (?:rest|top folder)/.test(label);
}

/**
 * What ties of this kind are called: an `import` where all of them are written as one, else a `use`, for names that the
 * language finds by itself are not imported. A `using` of C# opens a namespace, and what is meant shows in the names.
 */
export function verbFor(edges: readonly FileEdge[]): 'import' | 'use' {
  return edges.some((edge) => edge.kind === 'implicit' || edge.from.endsWith('.cs')) ? 'use' : 'import';
}

/** Whether who counts finds the same: names that the language finds by itself are found by their words, whole paths are written. */
export function isWritten(edges: readonly FileEdge[]): boolean {
  return edges.every(
    ({ kind, from, specifier }) =>
      from.endsWith('.rs') || (!from.endsWith('.cs') && (kind !== 'implicit' || /^[a-z]\w*\./.test(specifier))),
  );
}

/** One import for each file that has any of them. */
export function firstOfEach(edges: readonly FileEdge[]): readonly FileEdge[] {
  const first = new Map<string, FileEdge>();
  for (const edge of edges) if (!first.has(edge.from)) first.set(edge.from, edge);
  return [...first.values()];
}

export function importEvidence(edges: readonly FileEdge[], max = 20): Evidence[] {
  const seen = new Set<string>();
  const evidence: Evidence[] = [];
  for (const { from, line, endLine } of edges) {
    const place = `${from}:${line}`;
    if (seen.has(place) || evidence.length >= max) continue;
    seen.add(place);
    evidence.push({ path: from, startLine: line, endLine: endLine ?? line });
  }
  return evidence;
}

/** `- path:12 imports other` for each import, at most `max`. */
export function importList(edges: readonly FileEdge[], max = 8): string {
  const lines = edges
    .slice(0, max)
    .map((edge) => `- ${markdownCode(`${edge.from}:${edge.line}`)} → ${markdownCode(edge.to)}`);
  if (edges.length > max) lines.push(`- and ${edges.length - max} more`);
  return lines.join('\n');
}

export function listed(names: readonly string[], max = 6): string {
  const shown = names.slice(0, max);
  if (names.length > max) return `${shown.join(', ')} and ${names.length - max} more`;
  const last = shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last}`;
}

/**
 * As much of the end of a label as no other module has, for where the whole is too long: `ui` of `app/src/main/java/acme/ui`,
 * `shop/ui` where there is another `ui`; the whole where even three folders do not tell it from others.
 */
export function shortNames(map: Pick<CodeMap, 'modules' | 'packages'>): (label: string) => string {
  const label = labelsOf(map);
  const all = map.modules.map(({ path }) => `/${label(path)}`);
  return (name) => {
    const [, rest = '', folder = name] = /^(the rest of )(.+)$/.exec(name) ?? [];
    const ends = [1, 2, 3].map((many) => folder.split('/').slice(-many).join('/'));
    const end = ends.find((one) => all.filter((other) => other.endsWith(`/${one}`)).length < 2);
    return end === undefined ? name : `${rest}${end}`;
  };
}

/** A title that fits: the first of the candidates that is short enough, else the last, cut. */
export function fitting(...candidates: readonly string[]): string {
  const fit = candidates.find((candidate) => candidate.length <= 120) ?? candidates.at(-1) ?? '';
  return fit.length <= 120 ? fit : `${fit.slice(0, 119)}…`;
}

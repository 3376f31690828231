import { codeExtractor } from '../analyzers/code/codeExtractor';
import { roughly } from '../facts/roughSize';
import type { FileRecord } from '../scanModel';
import { aspect, type KeptNotes } from './notes';
import type { FactTexts } from './reads';

/** What a file was when conclusions were drawn last; its facts come beside. */
export interface FormerFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
  readonly lines: number;
}

/** What differs between two states of the same files. */
export interface Changes {
  /** Bits of `aspect`, by the place of the file; absent for all others. */
  readonly files: ReadonlyMap<number, number>;
  readonly extractors: ReadonlySet<string>;
  /** Paths whose code declares or imports other names. */
  readonly names: ReadonlySet<string>;
}

/** So much of a content's hash tells it from others at the same path. */
const markBytes = 5;

/** A mark for the content of each file, in their order. */
export function marksOf(files: readonly Pick<FileRecord, 'hash'>[]): Buffer {
  return Buffer.from(files.map(({ hash }) => hash.slice(0, 2 * markBytes).padEnd(2 * markBytes, '0')).join(''), 'hex');
}

/** Places whose marks differ, with the former ones as hex. */
export function differing(former: Buffer, current: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  for (let at = 0; at < current.length; at += markBytes)
    if (former.compare(current, at, at + markBytes, at, at + markBytes) !== 0)
      found.set(at / markBytes, former.toString('hex', at, at + markBytes));
  return found;
}

export interface StatesOfFacts {
  readonly files: readonly FileRecord[];
  /** Places of those whose content changed. */
  readonly changed: Iterable<number>;
  readonly former: ReadonlyMap<string, FormerFile>;
  readonly before: FactTexts & { idsOf(path: string): readonly string[] };
  readonly now: FactTexts & { idsOf(path: string): readonly string[] };
}

/** Compares what is known of the files that changed; `undefined` where it is not known what one of them was. */
export function changesBetween({ files, changed, former, before, now }: StatesOfFacts): Changes | undefined {
  const bits = new Map<number, number>();
  const extractors = new Set<string>();
  const names = new Set<string>();
  for (const place of changed) {
    const file = files[place];
    const was = file && former.get(file.path);
    if (file === undefined || was === undefined) return undefined;
    const { path } = file;
    for (const id of new Set([...before.idsOf(path), ...now.idsOf(path)]))
      if (before.textOf(id, path) !== now.textOf(id, path)) extractors.add(id);
    const code = compareCode(before.textOf(codeExtractor.id, path), now.textOf(codeExtractor.id, path));
    if (code & aspect.names) names.add(path);
    const rough = roughly(was.bytes) === roughly(file.bytes) ? 0 : aspect.roughSize;
    const size = was.bytes === file.bytes && was.lines === file.lines ? 0 : aspect.size;
    bits.set(place, code | size | rough);
  }
  return { files: bits, extractors, names };
}

/** In a text of JSON no quote stands unescaped: this is a key and nothing else. */
const lineNumbers = /"(?:line|endLine)":\d+/g;

function compareCode(before = '', now = ''): number {
  if (before === now) return 0;
  const names = before.replace(lineNumbers, '') === now.replace(lineNumbers, '') ? 0 : aspect.names;
  return aspect.code | names | (importsIn(before) === importsIn(now) ? 0 : aspect.imports);
}

/** Names that are used without being imported lead to files as imports do, and have lines. */
function importsIn(json: string): string {
  if (json === '') return '';
  const { imports, references } = JSON.parse(json) as { readonly imports?: unknown; readonly references?: unknown };
  return JSON.stringify([imports, references]);
}

/** True where nothing that was read is in what changed; lists and dear conclusions are another's to compare. */
export function isUntouched(notes: KeptNotes, changes: Changes): boolean {
  if (notes.extractors.some((id) => changes.extractors.has(id))) return false;
  const read = Buffer.from(notes.files, 'base64');
  for (const [place, bits] of changes.files) if (((read[place] ?? 0) & bits) !== 0) return false;
  return true;
}

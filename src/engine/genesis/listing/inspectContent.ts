import { createHash } from 'node:crypto';
import type { SkipReason } from '../../../shared/genesis';
import type { FileDescription } from '../extractor';
import { describeFile } from '../languages/describeFile';
import { languageEntry } from '../languages/linguistTable';
import type { FileRole } from '../sourceFile';
import {
  contentWindow,
  generatedRules,
  libraryBanner,
  linedLanguages,
  makersWord,
  maxControlShare,
  packedLineBytes,
  packedMinBytes,
  packedServedBytes,
  servedScript,
} from './data/contentRules';
import { manifestPattern } from './data/nameRules';

/** What the content of a file tells, beside its facts. */
export interface Inspection extends FileDescription {
  /** What manifests told of the file's role when it was looked at. */
  readonly told?: FileRole;
  /** git's blob hash. */
  readonly hash: string;
  readonly bytes: number;
  readonly lines: number;
  readonly skipped?: SkipReason;
  /** What extractors could not do with the content. */
  readonly problems?: readonly string[];
}

/** What helps to tell a language where the name is silent. */
const headBytes = 4_000;

/**
 * Looks at a file's bytes as a whole: hash, lines, and whether a person wrote it. Of the roles see `describeFile`; how it was
 * looked at, `told` among it, who asked adds (`lookOf`).
 */
export function inspectContent(path: string, content: Buffer, told?: FileRole, named?: FileRole): Inspection {
  const hash = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
  const known = { hash, bytes: content.length };
  if (isBinary(content)) return { ...describeFile(path, '', told, named), ...known, lines: 0, skipped: 'binary' };
  const lines = countLines(content);
  const head = content.toString('utf8', 0, headBytes);
  const description = describeFile(path, head, told, named);
  const skipped = manifestPattern.test(path) ? undefined : reasonOf(description, content, lines, head);
  return { ...description, ...known, lines, ...(skipped === undefined ? {} : { skipped }) };
}

function reasonOf(description: FileDescription, content: Buffer, lines: number, head: string): SkipReason | undefined {
  const { length } = content;
  const packed = length >= packedMinBytes && length / Math.max(1, lines) > packedLineBytes;
  const isOneLine = lines <= 1 && length >= packedServedBytes && servedScript.test(description.path);
  if ((packed || isOneLine) && linedLanguages.has(description.languageName)) return 'minified';
  if (isGenerated(description, content, head)) return 'generated';
  return servedScript.test(description.path) && libraryBanner.pattern.test(head) ? 'vendored' : undefined;
}

const judgedRoles: ReadonlySet<string> = new Set(['source', 'test', 'example']);

function isGenerated(description: FileDescription, content: Buffer, head: string): boolean {
  if (!judgedRoles.has(description.role) || !isProgram(description)) return false;
  const beginning = head.slice(0, contentWindow);
  const namesMaker = makersWord.test(beginning);
  const tail = (): string => content.toString('utf8', Math.max(0, content.length - contentWindow));
  return generatedRules.some(({ languages, place, pattern }) => {
    if (languages === undefined ? !namesMaker : !languages.includes(description.language)) return false;
    const text = place === 'head' ? beginning : tail();
    const found = pattern.exec(text);
    return (
      found !== null &&
      !isInText(text.slice(0, found.index)) &&
      !namesItself(description.path, text.slice(found.index, found.index + mostOfNotice))
    );
  });
}

/** A notice is shorter, in characters. */
const mostOfNotice = 200;

/** Whether a text of several lines has begun and not ended: what a program sets before others stands in one. */
const isInText = (before: string): boolean =>
  ["'''", '"""', '`'].some((quote) => before.split(quote).length % 2 === 0 && opensText.test(before));

/** A text is given to something; a comment of Python and a code in one of Markdown are not. */
const opensText = /[=(:,]\s{0,9}r?(?:'''|"""|`)/;

/** A program that writes others holds what it sets before them, with its own name as their maker. */
function namesItself(path: string, notice: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [first = ''] = notice.trimStart().split('\n', 1);
  // `-o cups.go` is what the maker was told to write.
  const line = first.replace(/ -o(?:ut)?[ =]\S{1,200}/g, '');
  return line.includes(`/${name}`) || line.includes(` ${name}`);
}

/** Code in the sense that people write it: so are style sheets and pages. */
function isProgram({ language, languageName }: FileDescription): boolean {
  return language !== 'other' || languageEntry(languageName)?.type === 'programming' || written.has(languageName);
}

const written: ReadonlySet<string> = new Set(['CSS', 'SCSS', 'Sass', 'Less', 'Stylus', 'HTML']);

const sniffBytes = 8_000;

/** Control characters that no text holds: all but tab, line break, form feed, carriage return and escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being looked for
const controls = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/g;

/** NUL means binary, as for git; UTF-16 with its mark counts as binary too, because nothing here reads it. */
function isBinary(content: Buffer): boolean {
  if (content.includes(0)) return true;
  const sample = content.toString('latin1', 0, sniffBytes);
  const found = sample.match(controls)?.length ?? 0;
  return found > sample.length * maxControlShare;
}

function countLines(content: Buffer): number {
  if (content.length === 0) return 0;
  let lines = content[content.length - 1] === 10 ? 0 : 1;
  for (let at = content.indexOf(10); at !== -1; at = content.indexOf(10, at + 1)) lines++;
  return lines;
}

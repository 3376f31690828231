import { roleOf } from '../languages/roleOf';
import { mayBeCopied, namesItself, namesOf } from './readers/notice';

const native = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|cs|java|kt|swift|m|mm|go|rs|py|php|rb|lua|pas|[cm]?[jt]s)$/;
/** In bytes; a shorter copy changes little of what is told. */
const leastBytes = 24_000;
const mostHeads = 16;

/** The longest files of a product's code: a library that is one file is often the longest of all. */
export function longestFiles(files: readonly { readonly path: string; readonly bytes: number }[]): string[] {
  const long = files.filter(({ path, bytes }) => bytes >= leastBytes && native.test(path));
  long.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const found: string[] = [];
  for (const { path } of long) {
    if (found.length >= mostHeads) break;
    if (roleOf(path) === 'source') found.push(path);
  }
  return found;
}

/** With fewer heads beside it nothing is known of the product's own. */
const leastBeside = 4;

/**
 * Files whose heads begin with their own names, as libraries in one file do, let everyone copy them and name somebody whom
 * neither the licence nor any other file names. `notices` are by path, `own` are words of the licence's holders.
 */
export function titledCopies(notices: ReadonlyMap<string, readonly string[]>, own: ReadonlySet<string>): string[] {
  if (notices.size < leastBeside) return [];
  const stemOf = (path: string): string => path.replace(/\.\w+$/, '');
  return [...notices].flatMap(([path, notice]) => {
    if (!notice.includes(namesItself) || !notice.includes(mayBeCopied)) return [];
    const names = namesOf(notice);
    const isOwn = names.some(
      (name) =>
        own.has(name) || [...notices].some(([other, words]) => stemOf(other) !== stemOf(path) && words.includes(name)),
    );
    return names.length > 0 && !isOwn ? [path] : [];
  });
}

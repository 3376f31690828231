import type { FileRecord } from '../scanModel';

/**
 * The files, with headers as C++ where nothing of the product is compiled as C: what a header declares is often the same in
 * both languages, and who includes it tells which one it is written in.
 */
export function withHeaderLanguages(files: readonly FileRecord[]): readonly FileRecord[] {
  const own = files.filter(({ role, skipped }) => role === 'source' && skipped === undefined);
  const hasCpp = own.some(({ path, languageName }) => languageName === 'C++' && /\.(?:cc|cpp|cxx|c\+\+)$/i.test(path));
  const isOfC = (file: FileRecord): boolean => file.languageName === 'C';
  if (!hasCpp || own.some((file) => isOfC(file) && !file.path.endsWith('.h'))) return files;
  return files.map((file) =>
    file.role === 'source' && isOfC(file) && file.path.endsWith('.h') ? { ...file, languageName: 'C++' } : file,
  );
}

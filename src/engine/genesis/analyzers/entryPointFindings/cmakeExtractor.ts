import type { Extractor } from '../../extractor';

/** A program that CMake builds, by the name of the file that comes out. */
interface CmakeProgram {
  readonly name: string;
  /** As they are written, relative to the folder. */
  readonly sources: readonly string[];
}

const executable = /\badd_executable\s{0,5}\(\s{0,40}([\w.-]{1,80})\s([^)]{0,4000})\)/gi;
const renamed =
  /\bset_(?:target_properties\s{0,5}\(\s{0,40}|property\s{0,5}\(\s{0,40}TARGET\s{1,40})([\w.-]{1,80})\s[^)]{0,400}?\bOUTPUT_NAME\s{1,5}"?([\w.-]{1,80})/gi;

/** What a `CMakeLists.txt` calls the programs that it builds. */
export const cmakeExtractor: Extractor<readonly CmakeProgram[]> = {
  id: 'entryPoints/cmake',
  version: 1,
  wants: (file) => /(?:^|\/)CMakeLists\.txt$/.test(file.path),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    const text = file.text.replace(/#[^\n]*/g, '');
    const names = new Map([...text.matchAll(renamed)].map(([, target = '', name = '']) => [target, name]));
    const found = [...text.matchAll(executable)].map(([, target = '', sources = '']) => ({
      name: names.get(target) ?? target,
      sources: sources.split(/[\s"]+/).filter((source) => /\.\w+$/.test(source)),
    }));
    return found.length === 0 ? undefined : found;
  },
};

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

const list = /\bset\s{0,5}\(\s{0,40}(\w{1,80})\s([^)]{0,4000})\)/gi;
const helps = /\badd_dependencies\s{0,5}\(\s{0,40}[\w.-]{1,80}\s([^)]{0,1000})\)/gi;

/** What a `CMakeLists.txt` calls the programs that it builds. */
export const cmakeExtractor: Extractor<readonly CmakeProgram[]> = {
  id: 'entryPoints/cmake',
  version: 2,
  wants: (file) => /(?:^|\/)CMakeLists\.txt$/.test(file.path),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    const text = file.text.replace(/#[^\n]*/g, '');
    const names = new Map([...text.matchAll(renamed)].map(([, target = '', name = '']) => [target, name]));
    const lists = new Map([...text.matchAll(list)].map(([, name = '', items = '']) => [name, wordsOf(items)]));
    const found = [...text.matchAll(executable)].map(([, target = '', written = '']) => ({
      name: names.get(target) ?? target,
      sources: wordsOf(written)
        .flatMap((word) => lists.get(/^\$\{(\w+)\}$/.exec(word)?.[1] ?? '') ?? [word])
        .filter((source) => /\.\w+$/.test(source)),
      isFirst: ![...text.matchAll(helps)].some(([, needed = '']) => wordsOf(needed).includes(target)),
    }));
    if (found.length === 0) return undefined;
    // What another target needs is a step of its build, where both are made of the same files.
    const ordered = [...found.filter(({ isFirst }) => isFirst), ...found.filter(({ isFirst }) => !isFirst)];
    return ordered.map(({ name, sources }) => ({ name, sources }));
  },
};

function wordsOf(text: string): string[] {
  return text.split(/[\s"]+/).filter((word) => word !== '');
}

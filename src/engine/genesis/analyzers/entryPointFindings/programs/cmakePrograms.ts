import type { Extractor } from '../../../extractor';
import { folderOf, foldersUp } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';

/** A program that CMake builds, by the name of the file that comes out. */
interface CmakeProgram {
  /** `${PROGRAM}` where a file above says it. */
  readonly name: string;
  /** As they are written, relative to the folder; none for a name that only stands for another. */
  readonly sources: readonly string[];
  /** What else it is called, as it is built. */
  readonly also?: readonly string[];
  /** The build puts it into a system. */
  readonly isInstalled?: true;
  /** Its file installs nothing. */
  readonly isOfBuild?: true;
  /** The variable whose value the name is. */
  readonly variable?: string;
}

const executable =
  /\badd_executable\s{0,5}\(\s{0,40}([\w.-]{0,40}\$\{\w{1,80}\}[\w.-]{0,40}|[\w.-]{1,80})(?:\s([^)]{0,4000}))?\)/gi;
const addedSources =
  /\btarget_sources\s{0,5}\(\s{0,40}([\w.-]{0,40}\$\{\w{1,80}\}[\w.-]{0,40}|[\w.-]{1,80})\s([^)]{0,4000})\)/gi;
const renamed =
  /\bset_(?:target_properties\s{0,5}\(\s{0,40}|property\s{0,5}\(\s{0,40}TARGET\s{1,40})([\w.-]{1,80})\s[^)]{0,400}?\bOUTPUT_NAME\s{1,5}"?([\w.-]{1,80})/gi;

const install = /\binstall\s{0,5}\(\s{0,40}TARGETS\s([^)]{0,2000})\)/gi;
const list = /\bset\s{0,5}\(\s{0,40}(\w{1,80})\s([^)]{0,4000})\)/gi;
const project = /\bproject\s{0,5}\(\s{0,40}"?([\w.-]{1,80}|\$\{\w{1,80}\})/i;
/** Variables that hold what a program is called. */
const namesProgram = /(?:name|target|prog|program|exe|executable|binary|app)$/i;
/** `${SHOP}-server` is called after the whole. */
const anyVariable = /\$\{(\w+)\}/;
const oneVariable = /^\$\{(\w+)\}$/;
const helps = /\badd_dependencies\s{0,5}\(\s{0,40}[\w.-]{1,80}\s([^)]{0,1000})\)/gi;

/** What a `CMakeLists.txt` calls the programs that it builds. */
export const cmakeExtractor: Extractor<readonly CmakeProgram[]> = {
  id: 'entryPoints/cmake',
  version: 9,
  wants: (file) => /(?:^|\/)CMakeLists\.txt$/.test(file.path),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    const text = file.text.replace(/#[^\n]*/g, '');
    // One target may be called otherwise without windows, which is said behind what it mostly is.
    const names = new Map<string, readonly string[]>();
    for (const [, target = '', name = ''] of text.matchAll(renamed))
      names.set(target, [...(names.get(target) ?? []), name]);
    const lists = new Map([...text.matchAll(list)].map(([, name = '', items = '']) => [name, wordsOf(items)]));
    const named = project.exec(text)?.[1];
    if (named !== undefined) lists.set('PROJECT_NAME', [named]);
    const added = [...text.matchAll(addedSources)].slice(0, 200);
    const built = [...text.matchAll(executable)].filter(([, , words = '']) => !/\bEXCLUDE_FROM_ALL\b/.test(words));
    const installed = new Set([...text.matchAll(install)].flatMap(([, words = '']) => wordsOf(words)));
    const speaks = /install/i.test(text);
    const found = built.map(([, target = '', written = '']) => ({
      marks: {
        ...(installed.has(target) || installed.has(valueIn(target, lists)) ? { isInstalled: true as const } : {}),
        ...(speaks ? {} : { isOfBuild: true as const }),
      },
      name: names.get(target)?.[0] ?? valueIn(target, lists),
      also: [...new Set(names.get(target)?.slice(1))].filter((name) => name !== names.get(target)?.[0]),
      sources: spread(
        [written, ...added.flatMap(([, name, words = '']) => (name === target ? words : []))].flatMap(wordsOf),
        lists,
      ).filter((source) => /\.\w+$/.test(source)),
      isFirst: ![...text.matchAll(helps)].some(([, needed = '']) => wordsOf(needed).includes(target)),
    }));
    // What another target needs is a step of its build, where both are made of the same files.
    const ordered = [...found.filter(({ isFirst }) => isFirst), ...found.filter(({ isFirst }) => !isFirst)];
    const programs: CmakeProgram[] = ordered.map(({ name, sources, marks, also }) => ({
      name,
      sources,
      ...marks,
      ...(also.length === 0 ? {} : { also }),
    }));
    for (const [variable, words] of lists) {
      const [word = '', second] = words;
      const name = valueIn(word, lists);
      if (second === undefined && namesProgram.test(variable) && /^[\w.-]{1,80}$/.test(name))
        programs.push({ variable, name, sources: [] });
    }
    return programs.length === 0 ? undefined : programs;
  },
};

type Lists = ReadonlyMap<string, readonly string[]>;

/** What a variable says, through others; itself where the file does not tell. */
function valueIn(word: string, lists: Lists, depth = 4): string {
  const [whole = '', name = ''] = anyVariable.exec(word) ?? [];
  const [value, second] = lists.get(name) ?? [];
  return value === undefined || second !== undefined || depth === 0
    ? word
    : valueIn(
        word.replace(whole, () => value),
        lists,
        depth - 1,
      );
}

/** The words of lists that lists are made of, each once. */
function spread(words: readonly string[], lists: Lists): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const todo = [...words].reverse();
  for (let word = todo.pop(); word !== undefined; word = todo.pop()) {
    const inner = lists.get(oneVariable.exec(word)?.[1] ?? '');
    if (inner === undefined) found.push(word);
    else if (!seen.has(word)) todo.push(...inner.toReversed());
    seen.add(word);
  }
  return found;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s"]+/).filter((word) => word !== '');
}

const cmake = 'CMakeLists.txt';

/** What the build of the folder, or of one above, makes of the file, by the name of what comes out. */
export function cmakeProgramOf(path: string, model: ScanModel): CmakeProgram | undefined {
  const folders = [...foldersUp(folderOf(path))];
  const builds = folders.map((folder) => model.factsIn(cmakeExtractor, folder === '' ? cmake : `${folder}/${cmake}`));
  for (const [index, folder] of folders.entries()) {
    const start = folder === '' ? '' : `${folder}/`;
    const program = builds[index]?.find(({ sources }) => sources.includes(path.slice(start.length)));
    if (program === undefined) continue;
    const [whole = '', variable] = anyVariable.exec(program.name) ?? [];
    if (variable === undefined) return program;
    const [said] = builds.slice(index).flatMap((build) => build?.find((one) => one.variable === variable) ?? []);
    return { ...program, name: said === undefined ? path : program.name.replace(whole, () => said.name) };
  }
  return undefined;
}

/** Beside what the build puts into a system, what it nowhere speaks of installing serves the build itself. */
export function withoutBuildSteps<T extends { readonly file: { readonly path: string } }>(
  programs: readonly T[],
  model: ScanModel,
): readonly T[] {
  const made = programs.map(({ file }) => cmakeProgramOf(file.path, model));
  if (!made.some((program) => program?.isInstalled === true)) return programs;
  return programs.filter((_one, at) => made[at]?.isOfBuild !== true);
}

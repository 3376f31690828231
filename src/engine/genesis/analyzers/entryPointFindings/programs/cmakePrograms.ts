import { folderOf, foldersUp } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { type CmakeProgram, cmakeExtractor } from './cmakeExtractor';

const cmake = 'CMakeLists.txt';

/** What the build of the folder, or of one above, makes of the file, by the name of what comes out. */
export function cmakeProgramOf(path: string, model: ScanModel): CmakeProgram | undefined {
  const folders = [...foldersUp(folderOf(path))];
  const builds = folders.map((folder) => model.factsIn(cmakeExtractor, folder === '' ? cmake : `${folder}/${cmake}`));
  for (const [index, folder] of folders.entries()) {
    const start = folder === '' ? '' : `${folder}/`;
    const program = builds[index]?.find(({ sources }) => sources.includes(path.slice(start.length)));
    if (program === undefined) continue;
    const variable = /^\$\{(\w+)\}$/.exec(program.name)?.[1];
    if (variable === undefined) return program;
    const said = builds.slice(index).flatMap((build) => build?.find((one) => one.variable === variable) ?? []);
    return { ...program, name: said[0]?.name ?? path };
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

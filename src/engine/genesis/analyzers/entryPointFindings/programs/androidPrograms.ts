import type { Evidence } from '../../../../../shared/genesis';
import type { Extractor } from '../../../extractor';
import { folderOf, foldersUp } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { packageExtractor } from '../../entryPoints/packages/packageExtractor';
import { isBeside } from '../../techStack/productPaths';
import { mainExtractor } from './extractors/mainExtractor';
import { type Program, placeAt } from './program';

/** What makes an application of a phone of code in another language, which is told where that code begins. */
const frames: readonly string[] = ['pubspec.yaml', 'capacitor.config.ts', 'capacitor.config.json', 'config.xml'];
const framework = /^(?:react-native|expo|@capacitor\/core|cordova(?:-\w{1,20})?|@?nativescript(?:\/core)?)$/;

/** Whether the folder, or one above, holds the application that is only put into a frame here. */
export function isFramed(folder: string, model: ScanModel): boolean {
  const has = (above: string, name: string): string => (above === '' ? name : `${above}/${name}`);
  return [...foldersUp(folder)].some(
    (above) =>
      frames.some((frame) => model.byPath.has(has(above, frame))) ||
      model.factsIn(packageExtractor, has(above, 'package.json'))?.dependencies.some((name) => framework.test(name)),
  );
}

/** What a build calls the whole project, or the application that a module is installed as. */
export const gradleRootExtractor: Extractor<{ readonly name: string; readonly line: number }> = {
  id: 'entryPoints/gradleRoots',
  version: 2,
  wants: (file) => /(?:^|\/)(?:settings|build)\.gradle(?:\.kts)?$/.test(file.path),
  extract(file) {
    const isRoot = /settings\.gradle(?:\.kts)?$/.test(file.path);
    const form = isRoot ? project : installed;
    const found = form.exec(file.text);
    return found?.[1] === undefined
      ? undefined
      : { name: found[1], line: file.lineAt(found.index + found[0].search(/\S/)) };
  },
};

const project = /^\s{0,9}rootProject\.(?:name\s{0,4}=|setName\()\s{0,4}["']([\w. -]{1,80})["']/m;
const installed = /^\s{0,40}applicationId(?:\s{0,4}=)?\s{0,4}["']([\w.]{1,120})["']/m;

/** A module whose name any application has is called like its project, where that is said, else as it is installed. */
function projectOf(module: string, model: ScanModel): Program | undefined {
  const candidates = [
    ...[...foldersUp(folderOf(module))].map((folder) => [folder, 'settings'] as const),
    [module, 'build'] as const,
  ];
  for (const [folder, kind] of candidates)
    for (const ending of ['gradle.kts', 'gradle']) {
      const path = `${folder === '' ? '' : `${folder}/`}${kind}.${ending}`;
      const root = model.factsIn(gradleRootExtractor, path);
      if (root !== undefined) return { name: root.name, place: placeAt(path, root.line) };
    }
  return undefined;
}

/** Modules of Android whose manifest names what the launcher starts; called like their folder. */
export function androidPrograms(model: ScanModel, isOwn: (file: FileRecord) => boolean): Program[] {
  const modules = model.files.flatMap((file): { folder: string; place: Evidence }[] => {
    const module = /^(?:(.*)\/)?(?:src\/main\/)?AndroidManifest\.xml$/.exec(file.path)?.[1];
    if (module === undefined || !isOwn(file)) return [];
    const line = model.factsIn(mainExtractor, file.path)?.line;
    if (line === undefined || isFramed(module, model)) return [];
    return [{ folder: module.replace(/\/src\/main$/, ''), place: placeAt(file.path, line) }];
  });
  const launched = new Set(modules.map(({ folder }) => folder));
  const isLibrary = ({ folder }: { folder: string }): boolean => installedAs(folder, model) === undefined;
  // What several applications share may name it for them: each of them is installed by a name of its own.
  const sharing = modules.some(isLibrary)
    ? [...model.factsOf(gradleRootExtractor)].flatMap(([file, { line }]) => {
        const folder = folderOf(file.path);
        const isModule = /(?:^|\/)build\.gradle(?:\.kts)?$/.test(file.path) && !launched.has(folder);
        return isModule && !isAside(file, folder) ? [{ folder, place: placeAt(file.path, line) }] : [];
      })
    : [];
  const all = sharing.length > 0 ? [...modules.filter((module) => !isLibrary(module)), ...sharing] : modules;
  const own = all.filter(({ folder }) => !shown.test(folder));
  return (own.length > 0 ? own : all).map(({ folder, place }) => {
    const name = folder.replace(/^.*\//, '');
    const isPlain = /^(?:app|application|android|main|mobile)$/.test(name);
    const told = { name: isPlain ? model.name : name, place };
    const project = isPlain ? projectOf(folder, model) : undefined;
    return project === undefined ? told : { name: project.name, place, named: project.place };
  });
}

/** Applications that show the parts of others to those who make them. */
const shown = /(?:^|\/)(?:[\w-]{1,40}[-_])?(?:catalog|showcase|gallery|samples?|demo|playground)$/i;

const isAside = ({ role }: FileRecord, folder: string): boolean =>
  role === 'test' || role === 'example' || role === 'fixture' || isBeside(`${folder}/`);

const installedAs = (folder: string, model: ScanModel): string | undefined =>
  ['build.gradle.kts', 'build.gradle'].flatMap(
    (name) => model.factsIn(gradleRootExtractor, folder === '' ? name : `${folder}/${name}`)?.name ?? [],
  )[0];

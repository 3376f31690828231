import { folderOf, foldersUp } from '../../facts/paths';
import type { FileRecord, ScanModel } from '../../scanModel';
import { mainExtractor } from './mainExtractor';
import { type Program, placeAt } from './program';

/** What makes an application of Android of code in another language, which is told where that code begins. */
const frames: readonly string[] = ['pubspec.yaml', 'package.json', 'capacitor.config.ts', 'config.xml'];

/** Modules of Android whose manifest names what the launcher starts; called like their folder. */
export function androidPrograms(model: ScanModel, isOwn: (file: FileRecord) => boolean): Program[] {
  return model.files.flatMap((file): Program[] => {
    const module = /^(?:(.*)\/)?(?:src\/main\/)?AndroidManifest\.xml$/.exec(file.path)?.[1];
    if (module === undefined || !isOwn(file)) return [];
    const line = model.factsIn(mainExtractor, file.path)?.line;
    const isFramed = [module, ...foldersUp(folderOf(module))].some((folder) =>
      frames.some((frame) => model.byPath.has(folder === '' ? frame : `${folder}/${frame}`)),
    );
    const name = module.replace(/\/src\/main$/, '').replace(/^.*\//, '');
    return line === undefined || isFramed ? [] : [{ name, place: placeAt(file.path, line) }];
  });
}

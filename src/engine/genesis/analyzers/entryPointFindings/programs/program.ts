import type { Evidence } from '../../../../../shared/genesis';
import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';

export interface Program {
  readonly name: string;
  readonly place: Evidence;
  /** What says its name, where the place only shows that it starts. */
  readonly named?: Evidence;
  /** Browsers load it. */
  readonly isOfBrowser?: true;
  /** Other names that the same program is installed by. */
  readonly also?: readonly string[];
}

export const placeAt = (path: string, startLine: number): Evidence => ({ path, startLine, endLine: startLine });

/** A service lies in a folder of its own, with what it needs or how it is packed. */
const serviceFile = /(?:^|\/)(?:Dockerfile|requirements[\w.-]{0,30}\.(?:txt|in))$/;

export function isService(folder: string, model: ScanModel): boolean {
  return hasFile(folder, serviceFile, model);
}

export function hasFile(folder: string, pattern: RegExp, model: ScanModel): boolean {
  return model.files.some(({ path }) => pattern.test(path) && folderOf(path) === folder);
}

/** Programs that tests start and call, in a folder that says so by its name. */
export function isTestAsset(path: string): boolean {
  return /(?:^|\/)test[-_]?(?:assets?|apps?|projects?|sites?|servers?|bed|bench(?:es)?)\//i.test(path);
}

/** A project that is named so builds, packs or tries out the others. */
export const isBuildTool = (project: string): boolean =>
  /(?:^|[._-])(?:Setup|_?[Bb]uild|Fuzz(?:ing|er)?|(?:Code|Source|Docs?|Samples?)?Gen(?:erators?)?|Sandbox|Playground|Scratch|Release(?:Builder|Maker|Tool)?|Test?Data(?:Generator|Seeder)?)$/.test(
    project,
  );

/** What the manifest of a folder calls it, else the folder's name. */
export function ownName(folder: string, model: ScanModel): string {
  for (let above = folder; ; above = folderOf(above)) {
    for (const manifest of ['Cargo.toml', 'pubspec.yaml']) {
      const name = model.factsIn(manifestExtractor, above === '' ? manifest : `${above}/${manifest}`)?.name;
      if (name !== undefined) return name;
    }
    if (above === '') break;
  }
  const last = folder.split('/').findLast((part) => !/^(?:src|lib|bin|Sources|app)$/.test(part));
  return last ?? model.name;
}

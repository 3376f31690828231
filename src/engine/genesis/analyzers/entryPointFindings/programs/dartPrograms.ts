import type { Extractor } from '../../../extractor';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';
import { ownName } from './program';

/** The commands that a package of Dart installs, by the files below `bin` that they run, without their ending. */
export const dartExecutables: Extractor<Readonly<Record<string, string>>> = {
  id: 'entryPoints/dartExecutables',
  version: 1,
  wants: (file) => /(?:^|\/)pubspec\.yaml$/.test(file.path),
  extract(file) {
    const block = /^executables:[ \t]{0,9}\r?\n((?:[ \t]{1,20}[^\n]{0,200}\n?|[ \t]{0,20}\r?\n){1,60})/m.exec(
      file.text,
    )?.[1];
    const rows = [...(block ?? '').matchAll(/^[ \t]{1,20}([\w-]{1,60}):[ \t]{0,9}["']?([\w-]{0,60})/gm)];
    return rows.length === 0
      ? undefined
      : Object.fromEntries(rows.map(([, name = '', script = '']) => [script === '' ? name : script, name]));
  },
};

/** What is published nowhere starts, under the same name, what one of its packages installs. */
const isOfWorkspace = (manifest: string, name: string, model: ScanModel): boolean =>
  model.factsIn(manifestExtractor, manifest)?.version === undefined &&
  [...model.factsOf(dartExecutables)].some(([{ path }, own]) => path !== manifest && Object.values(own).includes(name));

const inBin = /(?:^|\/)bin\/[\w-]{1,80}\.dart$/;

/** Whether pub installs the file for those who ask for its package. */
export const isInstalledByPub = (path: string, model: ScanModel): boolean =>
  inBin.test(path) &&
  model.factsIn(dartExecutables, path.replace(/bin\/[^/]{1,90}$/, 'pubspec.yaml')) !== undefined &&
  model.factsIn(manifestExtractor, path.replace(/bin\/[^/]{1,90}$/, 'pubspec.yaml'))?.version !== undefined;

/** What pub calls the program of a file; nothing for a file that those who develop run. */
export function dartName(path: string, model: ScanModel): string | undefined {
  const [, folder = '', kind, stem = ''] = /^(.*?)(?:(?<=^|\/)(lib|bin)\/)([^/]{1,80})\.dart$/.exec(path) ?? [];
  if (kind === undefined) return undefined;
  const isApplication = model.byPath.has(`${folder}lib/main.dart`);
  if (kind === 'lib') {
    // The same application is built with other settings.
    if (stem === 'main' || (/^main[_-]/.test(stem) && !isApplication)) return ownName(folder.replace(/\/$/, ''), model);
    // Where programs lie in their folder, others are parts of pages, or are run beside the program.
    return isApplication || model.files.some(({ path }) => inBin.test(path)) ? undefined : stem;
  }
  const installed = model.factsIn(dartExecutables, `${folder}pubspec.yaml`);
  if (installed !== undefined) {
    const name = installed[stem];
    return name !== undefined && isOfWorkspace(`${folder}pubspec.yaml`, name, model) ? undefined : name;
  }
  // Beside the package at the top others are used by it, and an application is started otherwise.
  if (isApplication || (folder !== '' && model.byPath.has('pubspec.yaml'))) return undefined;
  return stem === 'main' ? ownName(folder.replace(/\/$/, ''), model) : stem;
}

import type { Extractor } from '../../../extractor';
import { folderOf, isInside } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { isFramed } from './androidPrograms';
import { type Program, placeAt } from './program';

interface XcodeTarget {
  /** What the file that comes out is called, without its ending. */
  readonly name: string;
  readonly line: number;
}

/** `productReference = 84EB /* Player.app *\/; productType = "com.apple.product-type.application";` */
const product =
  /\bproductReference = \w{1,40} \/\* ([^*\n]{1,120}) \*\/;\s{1,20}productType = "com\.apple\.product-type\.(application|tool)";/g;

/** What tries a library out, or carries tests. */
const triesOut =
  /(?:^|[\s_.-])(?:tests?|demo|examples?|samples?|playground)(?=[\s_.-]|$)|(?:Tests?|Demo|Examples?|Samples?|Playground|TestHost|HostApp|Harness|Sandbox|Previews?)$/;

/** Its settings lie in a folder of samples. */
const isSample = (name: string, text: string): boolean =>
  new RegExp(
    `\\bINFOPLIST_FILE = "?(?:[^";\\n]{0,120}/)?(?:Examples?|Demos?|Samples?)/(?:[^";\\n]{0,120}/)?${name.replace(/[^\w ]/g, '.')}/`,
  ).test(text);

/** Tools that a build runs, or that an application starts by itself. */
const serves = /(?:[Pp]rocessor|Generator|Compiler|Helper|Assistant|Injector|Wrapper|Agent)$/;

/** Applications and tools of the command line that an Xcode project builds; extensions start inside of others. */
export const xcodeExtractor: Extractor<readonly XcodeTarget[]> = {
  id: 'entryPoints/xcodeTargets',
  version: 2,
  wants: (file) => /(?:^|\/)[^/]{1,120}\.xcodeproj\/project\.pbxproj$/.test(file.path),
  extract(file) {
    const targets = [...file.text.matchAll(product)].flatMap(({ 1: written = '', 2: kind, index }): XcodeTarget[] => {
      const name = written.replace(/\.app$/, '');
      return triesOut.test(name) || isSample(name, file.text) || (kind === 'tool' && serves.test(name))
        ? []
        : [{ name, line: file.lineAt(index) }];
    });
    return targets.length === 0 ? undefined : targets;
  },
};

interface XcodePrograms {
  readonly programs: readonly Program[];
  /** Whether a target of a project begins in the file, or an extension of one does. */
  covers(path: string): boolean;
}

export function xcodePrograms(model: ScanModel, isOwn: (file: FileRecord) => boolean): XcodePrograms {
  const folders: string[] = [];
  const programs = [...model.factsOf(xcodeExtractor)].flatMap(([file, targets]): Program[] => {
    const folder = folderOf(folderOf(file.path));
    if (!isOwn({ ...file, role: 'source' }) || isFramed(folder, model)) return [];
    folders.push(folder);
    return targets.map(({ name, line }) => ({ name, place: placeAt(file.path, line) }));
  });
  return {
    programs,
    // The programs of a package of Swift are built by the package, which may lie beside the project.
    covers: (path) =>
      path.endsWith('.swift') && !/(?:^|\/)Sources\//.test(path) && folders.some((folder) => isInside(path, folder)),
  };
}

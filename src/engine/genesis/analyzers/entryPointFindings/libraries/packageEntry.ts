import { folderOf } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { packageExtractor } from '../../entryPoints/packages/packageExtractor';

/** Where builds put what they make, with a folder for each form of modules in it. */
const built = /^(?:dist|build|lib|libs|out|output|es|esm|cjs|umd)\/(?:(?:cjs|esm|es|umd|node|browser|types|src)\/)?/;
const ending = /(?:\.d)?\.[cm]?[jt]sx?$/;
/** How a build parts what it makes of one file: `cups.core.mjs`, `cups.min.js`. */
const form = /\.(?:core|common|esm|cjs|umd|es|min|prod(?:uction)?|browser|node|bundle|module)$/;
const endings = ['.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs'];

/** The file by which a package of npm is entered, of those that its manifest names, or that are built to these. */
export function entryOfPackage(manifest: string, model: ScanModel): FileRecord | undefined {
  const folder = folderOf(manifest);
  for (const { file } of model.factsIn(packageExtractor, manifest)?.entries ?? []) {
    const target = file.replace(/^\.\//, '');
    const rest = target.replace(built, '').replace(ending, '');
    // A build may keep the folders below its own.
    const below = target.replace(/^[^/]{1,60}\//, '').replace(ending, '');
    const stems = [...new Set([rest, below, rest.replace(form, '')])].flatMap((stem) => [
      `src/${stem}`,
      stem,
      `lib/${stem}`,
    ]);
    for (const path of [target, ...stems.flatMap((stem) => endings.map((end) => `${stem}${end}`))]) {
      const found = model.byPath.get(folder === '' ? path : `${folder}/${path}`);
      if (found?.role === 'source') return found;
    }
  }
  return undefined;
}

import type { Extractor } from '../../../extractor';
import type { FileRecord, ScanModel } from '../../../scanModel';

/** Libraries that no list of packages names: what their headers, or their calls, look like in code. */
interface NativeLibrary {
  readonly name: string;
  readonly path: RegExp;
  readonly use: RegExp;
  readonly example: string;
  /** Of the files of its language so many are enough, where most take it from headers of their own. */
  readonly least?: number;
}

const native = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/;

export const nativeLibraries: readonly NativeLibrary[] = [
  {
    name: 'Qt',
    path: native,
    use: /^#\s{0,4}include\s{0,4}[<"](?:Qt\w{1,30}\/)?Q[A-Z]\w{1,60}(?:\.h)?[>"]/m,
    example: '#include <QtWidgets/QApplication>',
  },
  { name: 'wx', path: native, use: /^#\s{0,4}include\s{0,4}[<"]wx\/\w/m, example: '#include <wx/wx.h>' },
  {
    name: 'gtk',
    path: native,
    use: /^#\s{0,4}include\s{0,4}[<"]gtk(?:mm)?(?:\/|\.h)/m,
    example: '#include <gtk/gtk.h>',
  },
  {
    name: 'AppKit',
    path: /\.(?:mm?|h)$/,
    use: /^[#@]import\s{1,4}<?(?:Cocoa|AppKit)\b/m,
    example: '#import <Cocoa/Cocoa.h>',
    least: 0.1,
  },
  {
    name: 'UIKit',
    path: /\.(?:mm?|h)$/,
    use: /^[#@]import\s{1,4}<?UIKit\b/m,
    example: '@import UIKit;',
    least: 0.1,
  },
  { name: 'Ext', path: /\.js$/, use: /^Ext\.define\(\s{0,9}['"]/m, example: "Ext.define('Parts.view.List', {" },
];

export interface NativeUse {
  readonly name: string;
  readonly line: number;
}

/** Which of these a file uses, with the line that says so. */
export const nativeImportExtractor: Extractor<readonly NativeUse[]> = {
  id: 'techStack/nativeImports',
  version: 3,
  wants: (file) => file.role === 'source' && nativeLibraries.some(({ path }) => path.test(file.path)),
  extract(file) {
    const text = file.text.slice(0, 20_000);
    const found = nativeLibraries.flatMap(({ name, path, use }): NativeUse[] => {
      const at = path.test(file.path) ? text.search(use) : -1;
      return at === -1 ? [] : [{ name, line: file.lineAt(at) }];
    });
    return found.length === 0 ? undefined : found;
  },
};

/** Of the files of its language at least this part uses what shapes the whole; a client that may be left out does not. */
const leastPart = 0.2;

interface Site {
  readonly file: FileRecord;
  readonly line: number;
}

/** The places that use a library which much of the code of its language is written for. */
export function nativeSites(model: ScanModel): ReadonlyMap<string, readonly Site[]> {
  const sites = new Map<string, Site[]>();
  for (const [file, uses] of model.factsOf(nativeImportExtractor))
    for (const { name, line } of uses) sites.set(name, [...(sites.get(name) ?? []), { file, line }]);
  return new Map(
    [...sites].filter(([name, own]) => {
      const library = nativeLibraries.find((one) => one.name === name);
      const all = model.files.filter((file) => file.role === 'source' && library?.path.test(file.path) === true).length;
      return own.length >= all * (library?.least ?? leastPart);
    }),
  );
}

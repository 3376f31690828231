import type { Extractor } from '../../../extractor';
import type { FileRecord, ScanModel } from '../../../scanModel';

/** Libraries that no list of packages names: what their headers, or their calls, look like in code. */
interface NativeLibrary {
  readonly name: string;
  readonly example: string;
  /** The header that code includes; `path` and `use` serve what is written otherwise. */
  readonly header?: RegExp;
  readonly path?: RegExp;
  readonly use?: RegExp;
  /** Of the files of its language so many are enough, where most take it from headers of their own. */
  readonly least?: number;
  /** Tests are written with it. */
  readonly isForTests?: true;
}

const native = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/;
const include = /^[^\S\n]{0,8}#[^\S\n]{0,4}include[^\S\n]{0,4}[<"]([\w./+-]{1,100})[>"]/gm;

/** A part of the whole is enough: what is packed, fetched or stored with it lies in few files. */
const part = (name: string, header: RegExp, example: string): NativeLibrary => ({ name, header, example, least: 0 });
const tests = (name: string, header: RegExp, example: string): NativeLibrary => ({
  ...part(name, header, example),
  isForTests: true,
});

export const nativeLibraries: readonly NativeLibrary[] = [
  { name: 'Qt', header: /^(?:Qt\w{1,30}\/)?Q[A-Z]\w{1,60}(?:\.h)?$/, example: '#include <QtWidgets/QApplication>' },
  { name: 'wx', header: /^wx\/\w/, example: '#include <wx/wx.h>' },
  { name: 'gtk', header: /^gtk(?:mm)?(?:\/|\.h)/, example: '#include <gtk/gtk.h>' },
  { name: 'SDL', header: /^(?:SDL[23]?\/)?SDL\.h$/, example: '#include <SDL2/SDL.h>', least: 0.05 },
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
  part('boost', /^boost\/(?!test\/)/, '#include <boost/asio.hpp>'),
  part('openssl', /^openssl\//, '#include <openssl/ssl.h>'),
  part('curl', /^curl\/curl\.h$/, '#include <curl/curl.h>'),
  part('zlib', /^zlib\.h$/, '#include <zlib.h>'),
  part('zstd', /^zstd\.h$/, '#include <zstd.h>'),
  part('event2', /^event2\//, '#include <event2/event.h>'),
  part('uv', /^uv\.h$/, '#include <uv.h>'),
  part('curses', /^(?:ncursesw?\/)?n?curses\.h$/, '#include <ncurses.h>'),
  part('fmt', /^fmt\/(?:core|format|base)\.h$/, '#include <fmt/core.h>'),
  part('nlohmann', /^nlohmann\/json(?:_fwd)?\.hpp$/, '#include <nlohmann/json.hpp>'),
  part('sqlite3', /^sqlite3\.h$/, '#include <sqlite3.h>'),
  part('hiredis', /^hiredis(?:\/|\.h$)/, '#include <hiredis/hiredis.h>'),
  tests('gtest', /^g(?:test|mock)\/g/, '#include <gtest/gtest.h>'),
  tests('catch2', /^catch2?\//, '#include <catch2/catch_test_macros.hpp>'),
  tests('doctest', /^(?:doctest\/)?doctest\.h$/, '#include <doctest/doctest.h>'),
  tests('boost-test', /^boost\/test\//, '#include <boost/test/unit_test.hpp>'),
];

export interface NativeUse {
  readonly name: string;
  readonly line: number;
}

const ofHeaders = nativeLibraries.filter(({ header }) => header !== undefined);
const ofCalls = nativeLibraries.filter(({ use }) => use !== undefined);
const isOf = ({ path = native }: NativeLibrary, file: string): boolean => path.test(file);

/** Which of these a file uses, with the line that says so. */
export const nativeImportExtractor: Extractor<readonly NativeUse[]> = {
  id: 'techStack/nativeImports',
  version: 4,
  wants: (file) =>
    (file.role === 'source' && nativeLibraries.some((library) => isOf(library, file.path))) ||
    (file.role === 'test' && native.test(file.path)),
  extract(file) {
    const text = file.text.slice(0, 20_000);
    const found = new Map<string, NativeUse>();
    for (const { 1: header = '', index } of native.test(file.path) ? text.matchAll(include) : [])
      for (const library of ofHeaders)
        if (!found.has(library.name) && (file.role === 'source' || library.isForTests) && library.header?.test(header))
          found.set(library.name, { name: library.name, line: file.lineAt(index) });
    for (const library of file.role === 'source' ? ofCalls : []) {
      const at = isOf(library, file.path) ? text.search(library.use ?? native) : -1;
      if (at !== -1) found.set(library.name, { name: library.name, line: file.lineAt(at) });
    }
    return found.size === 0 ? undefined : [...found.values()];
  },
};

/** Of the files of its language at least this part uses what shapes the whole; a client that may be left out does not. */
const leastPart = 0.2;

interface Site {
  readonly file: FileRecord;
  readonly line: number;
}

/** Fewer files of code in these languages only bind a library for code in another one. */
const leastFiles = 5;
const code = /\.(?:c|cc|cpp|cxx)$/;

/** The places that use a library which much of the code of its language is written for. */
export function nativeSites(model: ScanModel): ReadonlyMap<string, readonly Site[]> {
  const sites = new Map<string, Site[]>();
  for (const [file, uses] of model.factsOf(nativeImportExtractor))
    for (const { name, line } of uses) sites.set(name, [...(sites.get(name) ?? []), { file, line }]);
  const isNative = model.files.filter(({ path, role }) => role === 'source' && code.test(path)).length >= leastFiles;
  return new Map(
    [...sites].filter(([name, own]) => {
      const library = nativeLibraries.find((one) => one.name === name);
      if (library === undefined || library.least === 0) return library !== undefined && isNative;
      const all = model.files.filter((file) => file.role === 'source' && isOf(library, file.path)).length;
      return own.length >= all * (library.least ?? leastPart);
    }),
  );
}

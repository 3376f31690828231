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

export const native = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/;
const include = /^[^\S\n]{0,8}#[^\S\n]{0,4}include[^\S\n]{0,4}([<"])([\w./+-]{1,100})[>"]/gm;

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
  { name: 'SDL', header: /^(?:SDL[23]?\/)?SDL(?:_\w{1,30})?\.h$/, example: '#include <SDL2/SDL.h>', least: 0.05 },
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
  part(
    'ffmpeg',
    /^lib(?:av(?:codec|format|util|filter|device)|swscale|swresample)\//,
    '#include <libavcodec/avcodec.h>',
  ),
  part('ass', /^ass\/ass/, '#include <ass/ass.h>'),
  part('placebo', /^libplacebo\//, '#include <libplacebo/renderer.h>'),
  part('lua', /^(?:lua[\d.]{0,4}\/)?lua\.hp{0,2}$/, '#include <lua.h>'),
  part('vulkan', /^vulkan\/vulkan/, '#include <vulkan/vulkan.h>'),
  part('opengl', /^(?:GL|GLES\d?|OpenGL|glad|epoxy)\/gl/i, '#include <GL/gl.h>'),
  part('glfw', /^GLFW\//, '#include <GLFW/glfw3.h>'),
  part('imgui', /^imgui\.h$/, '#include <imgui.h>'),
  part('x11', /^X11\/Xlib\.h$/, '#include <X11/Xlib.h>'),
  part('wayland', /^wayland-(?:client|server)/, '#include <wayland-client.h>'),
  part('alsa', /^alsa\/asoundlib/, '#include <alsa/asoundlib.h>'),
  part('pulse', /^pulse\//, '#include <pulse/pulseaudio.h>'),
  part('pipewire', /^pipewire\//, '#include <pipewire/pipewire.h>'),
  part('jack', /^jack\/jack/, '#include <jack/jack.h>'),
  part('gnutls', /^gnutls\//, '#include <gnutls/gnutls.h>'),
  part('gcrypt', /^gcrypt\.h$/, '#include <gcrypt.h>'),
  part('mbedtls', /^mbedtls\//, '#include <mbedtls/ssl.h>'),
  part('sodium', /^sodium(?:\.h$|\/)/, '#include <sodium.h>'),
  part('ssh', /^libssh\//, '#include <libssh/libssh.h>'),
  part('ssh2', /^libssh2\.h$/, '#include <libssh2.h>'),
  part('pcre', /^pcre2?\.h$/, '#include <pcre2.h>'),
  part('readline', /^readline\/readline/, '#include <readline/readline.h>'),
  part('onig', /^oniguruma\.h$/, '#include <oniguruma.h>'),
  part('git2', /^git2(?:\.h$|\/)/, '#include <git2.h>'),
  part('tree_sitter', /^tree_sitter\/api/, '#include <tree_sitter/api.h>'),
  part('xxhash', /^xxhash\.h$/, '#include <xxhash.h>'),
  part('blake3', /^blake3\.h$/, '#include <blake3.h>'),
  part('lz4', /^lz4(?:frame|hc)?\.h$/, '#include <lz4.h>'),
  part('glib', /^(?:glib(?:-object)?\.h$|(?:glib|gio)\/)/, '#include <glib.h>'),
  part('dbus', /^dbus\/dbus/, '#include <dbus/dbus.h>'),
  part('xml2', /^libxml2?\//, '#include <libxml/parser.h>'),
  part('expat', /^expat\.h$/, '#include <expat.h>'),
  part('jansson', /^jansson\.h$/, '#include <jansson.h>'),
  part('cjson', /^(?:cjson\/)?cJSON\.h$/, '#include <cjson/cJSON.h>'),
  part('png', /^png\.h$/, '#include <png.h>'),
  part('jpeg', /^jpeglib\.h$/, '#include <jpeglib.h>'),
  part('freetype', /^(?:ft2build\.h$|freetype)/, '#include <ft2build.h>'),
  part('harfbuzz', /^(?:harfbuzz\/)?hb\.h$/, '#include <hb.h>'),
  part('icu', /^unicode\/u/, '#include <unicode/ustring.h>'),
  part('utf8proc', /^utf8proc\.h$/, '#include <utf8proc.h>'),
  part('archive', /^archive(?:_entry)?\.h$/, '#include <archive.h>'),
  part('usb', /^(?:libusb-1\.0\/)?libusb\.h$/, '#include <libusb.h>'),
  part('pcap', /^pcap(?:\.h$|\/pcap)/, '#include <pcap.h>'),
  part('ev', /^ev\.h$/, '#include <ev.h>'),
  part('systemd', /^systemd\/sd-/, '#include <systemd/sd-daemon.h>'),
  part('eigen', /^Eigen\//, '#include <Eigen/Dense>'),
  part('absl', /^absl\//, '#include <absl/strings/string_view.h>'),
  part('spdlog', /^spdlog\//, '#include <spdlog/spdlog.h>'),
  part('llvm', /^llvm(?:-c)?\//, '#include <llvm/IR/IRBuilder.h>'),
  part('python', /^Python\.h$/, '#include <Python.h>'),
  part('pybind11', /^pybind11\//, '#include <pybind11/pybind11.h>'),
  part('libtorrent', /^libtorrent\//, '#include <libtorrent/session.hpp>'),
  tests('check', /^check\.h$/, '#include <check.h>'),
  tests('cmocka', /^cmocka\.h$/, '#include <cmocka.h>'),
  tests('cppunit', /^cppunit\//, '#include <cppunit/TestFixture.h>'),
  tests('cpputest', /^CppUTest\//, '#include <CppUTest/TestHarness.h>'),
  tests('gtest', /^g(?:test|mock)\/g/, '#include <gtest/gtest.h>'),
  tests('catch2', /^catch2?\//, '#include <catch2/catch_test_macros.hpp>'),
  tests('doctest', /^(?:doctest\/)?doctest\.h$/, '#include <doctest/doctest.h>'),
  tests('qttest', /^(?:QtTest\/)?Q(?:tTest|Test|SignalSpy)$/, '#include <QTest>'),
  tests('boost-test', /^boost\/test\//, '#include <boost/test/unit_test.hpp>'),
];

export interface NativeUse {
  readonly name: string;
  readonly line: number;
  readonly header?: string;
  /** It is looked for beside the file first: it may be one of the project's own. */
  readonly isQuoted?: true;
}

const ofHeaders = nativeLibraries.filter(({ header }) => header !== undefined);
const ofCalls = nativeLibraries.filter(({ use }) => use !== undefined);
const isOf = ({ path = native }: NativeLibrary, file: string): boolean => path.test(file);

/** Which of these a file uses, with the line that says so. */
export const nativeImportExtractor: Extractor<readonly NativeUse[]> = {
  id: 'techStack/nativeImports',
  version: 9,
  wants: (file) =>
    (file.role === 'source' && nativeLibraries.some((library) => isOf(library, file.path))) ||
    (file.role === 'test' && native.test(file.path)),
  extract(file) {
    const text = file.text.slice(0, 20_000);
    const found = new Map<string, NativeUse>();
    for (const { 1: bracket, 2: header = '', index } of native.test(file.path) ? text.matchAll(include) : [])
      for (const library of ofHeaders)
        if (!found.has(library.name) && (file.role === 'source' || library.isForTests) && library.header?.test(header))
          found.set(library.name, {
            name: library.name,
            line: file.lineAt(index),
            header,
            ...(bracket === '"' ? { isQuoted: true } : {}),
          });
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

const isTestName = (name: string): boolean =>
  nativeLibraries.some((one) => one.name === name && one.isForTests === true);

/**
 * A header that the repository gives to others: its folder of public headers holds those of this library alone, or it is
 * called after the library. What is copied there stands among others.
 */
function isMadeHere(model: ScanModel, header: string): boolean {
  if (!model.byPath.has(`include/${header}`)) return false;
  const stem = header.replace(/[./].*$/, '');
  const name = (model.name.split(/[+/]/).at(-1) ?? '').toLowerCase();
  if (name === stem.toLowerCase() || name === `lib${stem.toLowerCase()}`) return true;
  const own = new RegExp(`^include/${stem}[./_-]`);
  return model.files.every(({ path }) => !(path.startsWith('include/') && native.test(path)) || own.test(path));
}

/** The places that use a library which much of the code of its language is written for. */
export function nativeSites(model: ScanModel): ReadonlyMap<string, readonly Site[]> {
  const sites = new Map<string, Site[]>();
  const known = new Map<string, boolean>();
  const isOwn = (header: string): boolean => {
    const said = known.get(header) ?? model.files.some(({ path }) => path === header || path.endsWith(`/${header}`));
    known.set(header, said);
    return said;
  };
  for (const [file, uses] of model.factsOf(nativeImportExtractor))
    for (const { name, line, header, isQuoted } of uses)
      if (header === undefined || !(isQuoted === true && isTestName(name) ? isOwn(header) : isMadeHere(model, header)))
        sites.set(name, [...(sites.get(name) ?? []), { file, line }]);
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

import assert from 'node:assert/strict';
import { codeAnalyzer } from '../../../src/engine/genesis/analyzers/code';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { libraryEntries } from '../../../src/engine/genesis/analyzers/entryPointFindings/libraries/libraryFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';
import { check } from './checkTitles';

describe('findings about libraries', () => {
  it('tell the modules that a library of Rust gives', async () => {
    const files = {
      'Cargo.toml': '[package]\nname = "proxy"\nversion = "1.0.0"\n',
      'src/lib.rs': 'mod logs;\npub mod config;\npub mod http;\n#[cfg(test)]\npub mod tests;\npub enum Kind { A }\n',
      'src/config.rs': 'pub struct Config;\n',
      'src/http.rs': 'pub struct Server;\n',
    };
    await check(files, ['Exported names found in src/lib.rs: config, http and Kind']);
  });

  it('tell nothing of Rust that only its own crate, its tests or nobody is meant to see', () =>
    check(
      {
        'Cargo.toml': '[package]\nname = "proxy"\nversion = "1.0.0"\n',
        'src/lib.rs':
          'pub(crate) use {crate::http::{Client, Server}, std::fmt::Debug};\npub(crate) struct Own;\n#[cfg(test)]\n#[macro_use]\npub mod testing;\n#[doc(hidden)]\npub use crate::http::Inner;\nmod http;\npub use http::Request;\npub fn run() {}\npub struct Answer;\nmod compat {\n    pub use std::vec::Vec;\n}\npub(crate) mod other {\n    pub use std::boxed::Box;\n}\n',
        'src/http.rs': 'pub struct Server;\npub struct Client;\npub struct Inner;\npub struct Request;\n',
      },
      ['Exported names found in src/lib.rs: run, Answer and Request'],
    ));

  it('name every package that is published beside others, the language of the whole first', async () => {
    const manifest = (name: string, main: string): string =>
      `{\n"name": "${name}",\n"version": "1.0.0",\n"main": "${main}"\n}`;
    const { findings } = await analyzeSources([entryPointFindingsAnalyzer], {
      'packages/cups/package.json': manifest('cups', 'dist/index.js'),
      'packages/cups/src/index.ts':
        'export const a = 1;\nexport const b = 1;\nexport const c = 1;\nexport const _d = 1;\n',
      'packages/lint/package.json': manifest('lint-cups', 'dist/index.js'),
      'packages/lint/src/index.js': 'const rules = require("./rules");\nmodule.exports = { rules };\n',
      'packages/own/package.json': '{"name": "own", "main": "index.js"}',
      'packages/own/index.js': 'module.exports = {};\n',
      'native/Cargo.toml': '[package]\nname = "native"\nversion = "1.0.0"\n',
      'native/src/lib.rs': 'pub mod a;\npub mod b;\npub mod c;\npub mod d;\n',
    });
    const [library] = findings.filter(({ rule }) => rule === 'entry-points/library');
    assert.deepEqual(library?.content.split('\n'), [
      '- `packages/cups/src/index.ts`: `a`, `b`, `c`. Names that begin with `_` are left out.',
      '- `packages/lint/src/index.js`: named by `packages/lint/package.json:4`',
      '- `native/src/lib.rs`: `a`, `b`, `c`, `d`',
    ]);
  });

  it('begin with the package that has most names of its own, and not with one that hands those of another on', async () => {
    const manifest = (name: string): string => `{\n"name": "${name}",\n"version": "1.0.0",\n"main": "dist/index.js"\n}`;
    const own = (count: number, start: string): string =>
      Array.from({ length: count }, (_, at) => `export const ${start}${at} = 1;\n`).join('');
    await check(
      {
        'packages/cups-react/package.json': manifest('@shop/cups-react'),
        'packages/cups-react/src/index.ts': `export * from '../../cups-core/src/index';\n${own(3, 'r')}`,
        'packages/cups-core/package.json': manifest('@shop/cups-core'),
        'packages/cups-core/src/index.ts': own(5, 'c'),
      },
      ['Libraries found by their entry files: @shop/cups-core and @shop/cups-react'],
    );
  });

  it('take what only measures the modules of a program of Rust for no library', async () => {
    const files = {
      'Cargo.toml': '[package]\nname = "tool"\nversion = "1.0.0"\n',
      'src/lib.rs': 'pub mod config;\npub mod http;\npub mod logs;\n',
      'src/config.rs': 'pub struct Config;\n',
      'src/http.rs': 'pub struct Server;\n',
      'src/logs.rs': 'pub struct Logs;\n',
    };
    await check({ ...files, 'src/main.rs': 'mod config;\nmod http;\nmod logs;\n\nfn main() {}\n' }, [
      'Program found: tool',
    ]);
    await check({ ...files, 'src/main.rs': 'use tool::config;\n\nfn main() {}\n' }, [
      'Program found: tool',
      'Exported names found in src/lib.rs: config, http and logs',
    ]);
  });

  it('know a crate that its program takes by name, though both are made of a module of one name, and one that says it is for its developers', async () => {
    const files = {
      'Cargo.toml': '[package]\nname = "tea-cups"\nversion = "1.0.0"\ndescription = "Cups"\n',
      'src/lib.rs': 'mod consts;\npub struct Cup;\npub struct Plate;\npub fn wash() {}\n',
      'src/consts.rs': 'pub const MOST: u32 = 3;\n',
      'src/main.rs': 'mod consts;\nuse tea_cups::{Cup, Plate};\n\nfn main() {}\n',
    };
    const program = 'Program found: tea-cups';
    await check(files, [program, 'Exported names found in src/lib.rs: Cup, Plate and wash']);
    const note = '//! A washer of cups.\n//!\n//! What follows is not meant to be used as\n//! a library.\n\n';
    await check({ ...files, 'src/lib.rs': note + files['src/lib.rs'] }, [program]);
  });

  it('leave out crates that a build of the whole passes over, beside a program', async () => {
    const crate = (name: string): string => `[package]\nname = "${name}"\nversion = "1.0.0"\ndescription = "x"\n`;
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["cups-*"]\ndefault-members = ["cups-cli"]\n',
      'cups-cli/Cargo.toml': crate('cups-cli'),
      'cups-cli/src/main.rs': 'fn main() {}\n',
      'cups-wash/Cargo.toml': crate('cups-wash'),
      'cups-wash/src/lib.rs': 'pub mod a;\npub mod b;\npub mod c;\n',
      'cups-wash/README.md': '# Washes\n',
    };
    await check(files, ['Program found: cups-cli']);
    await check({ ...files, 'Cargo.toml': '[workspace]\nmembers = ["cups-*"]\n' }, [
      'Program found: cups-cli',
      'Exported names found in cups-wash/src/lib.rs: a, b and c',
    ]);
  });

  it('take the constants of an application for no library', () =>
    check(
      {
        'go.mod': 'module x\n',
        'shop.go': 'package shop\n\nconst Version = "1"\nconst Name = "shop"\nconst Home = "a"\n',
        'cmd/shop/main.go': 'package main\n\nfunc main() {\n}\n',
      },
      ['Program found: shop'],
    ));

  it('follow what an entry hands on as a whole', () =>
    check(
      {
        'package.json': '{"name":"tiny"}',
        'src/index.ts': "export * from './sums';\nexport * from './more';\n",
        'src/sums.ts': 'export function add(): void {}\nexport const zero = 0;\n',
        'src/more.ts': 'export class Sum {}\n',
      },
      ['Exported names found in src/index.ts: add, zero and Sum'],
    ));

  it('count names that a file hands on which an entry hands on as a whole', () =>
    check(
      {
        'package.json': '{"name":"tiny"}',
        'src/index.ts': "export { Server } from './server';\nexport * from './types/index';\n",
        'src/server.ts': 'export class Server {}\n',
        'src/types/index.ts': "export type { Options, Plugin } from './options';\n",
        'src/types/options.ts': 'export interface Options {}\nexport interface Plugin {}\n',
      },
      ['Exported names found in src/index.ts: Server, Options and Plugin'],
    ));

  it('name what a library gives to others', () =>
    check(
      {
        'package.json': '{"name":"tiny"}',
        'src/index.ts':
          'export function add(): void {}\nexport const zero = 0;\nexport class Sum {}\nconst hidden = 1;\nexport const __own = 1;\n',
      },
      ['Exported names found in src/index.ts: add, zero and Sum'],
    ));

  it('take no extension of an editor for a library', async () => {
    const library = 'export function activate(): void {}\nexport const zero = 0;\nexport class Sum {}\n';
    const told = (manifest: object, titles: readonly string[]) =>
      check(
        { 'package.json': JSON.stringify({ name: 'a', main: './src/a.ts', ...manifest }), 'src/a.ts': library },
        titles,
      );
    await told({ engines: { vscode: '^1.80.0' } }, ['Plug-in for Visual Studio Code found: a']);
    await told({ engines: { node: '>=20' } }, ['Exported names found in src/a.ts: activate, zero and Sum']);
  });

  it('enter a package by what its manifest names, or by what that is built from, and no private one', () => {
    const library = 'export function add(): void {}\nexport const zero = 0;\nexport class Sum {}\n';
    return check(
      {
        'package.json': '{"name":"all","private":true}',
        'src/index.ts': library,
        'packages/a/package.json': '{"name":"a","main":"./dist/cjs/index.js","source":"src/a.ts"}',
        'packages/a/src/a.ts': library,
        'packages/b/package.json': '{"name":"b","exports":{".":{"import":"./dist/esm/sums.mjs"}}}',
        'packages/b/src/sums.ts': library,
        'packages/b/src/index.ts': library,
      },
      ['Libraries found by their entry files: a and b'],
    );
  });

  it('enter a package by its usual file where the manifest names one that only chooses, and count types', () =>
    check(
      {
        'package.json': '{"name":"cups","main":"index.js"}',
        'index.js': "module.exports = process.env.A ? require('./dist/a.js') : require('./dist/b.js');\n",
        'src/index.ts':
          "import type { Own } from './cups';\nexport { wash } from './cups';\nexport type {\n  Cup, // small\n  Plate,\n  _Own,\n} from './cups';\nconst cups: Own = {};\nexport default cups;\n",
        'src/cups.ts': 'export const wash = 1;\n',
      },
      ['At least 4 exported names found in src/index.ts: default, wash, Cup, …'],
    ));

  it('name the libraries of a repository in one place', () => {
    const library = 'export function add(): void {}\nexport const zero = 0;\nexport class Sum {}\n';
    return check(
      {
        'package.json': '{"name":"all","workspaces":["packages/*"]}',
        'packages/a/package.json': '{"name":"a"}',
        'packages/a/src/index.ts': library,
        'packages/b/package.json': '{"name":"b"}',
        'packages/b/src/index.ts': library,
      },
      ['Libraries found by their entry files: a and b'],
    );
  });

  it('name what a package of Python gives to others', () =>
    check(
      {
        'pyproject.toml': '[project]\nname = "tiny"\n',
        'tiny/__init__.py': 'from .core import add, zero\nfrom .sums import Sum, _hidden\n',
        'tiny/core.py': 'def add(): pass\nzero = 0\n',
        'tiny/sums.py': 'class Sum: pass\n',
      },
      ['Exported names found in tiny/__init__.py: add, zero and Sum'],
    ));

  it('name nothing of a package of Python that is started by its name, unless it lists what it gives', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "tiny"\n',
      'tiny/__init__.py': 'from .core import add, zero, one\n',
      'tiny/__main__.py': 'from . import add\nadd()\n',
      'tiny/core.py': 'def add(): pass\nzero = 0\none = 1\n',
    };
    await check(files, ['Program found: python -m tiny']);
    const said = '[project]\nname = "tiny"\nclassifiers = [\n  "Topic :: Software Development :: Libraries",\n]\n';
    await check({ ...files, 'pyproject.toml': said }, [
      'Program found: python -m tiny',
      'Exported names found in tiny/__init__.py: add, zero and one',
    ]);
    const tool = { 'tools/load/setup.py': '', 'tools/load/load/__init__.py': '__all__ = ["a", "b", "c"]\n' };
    await check(tool, []);
    const listed = `${files['tiny/__init__.py']}__all__ = ["add", "zero", "one"]\n`;
    await check({ ...files, 'tiny/__init__.py': listed }, [
      'Program found: python -m tiny',
      'Exported names found in tiny/__init__.py: add, zero and one',
    ]);
  });

  it('name one thing that a package of Python lists, packages right below it, and else its modules', async () => {
    const manifest = '[project]\nname = "tea-cups"\ndescription = "Washes cups"\n';
    const files = {
      'pyproject.toml': manifest,
      'tea_cups/core.py': 'def wash(): pass\n',
      'tea_cups/sink.py': 'a = 1\n',
    };
    const one = { ...files, 'tea_cups/__init__.py': '__all__ = ["wash"]\n' };
    await check(one, ['Exported name found in tea_cups/__init__.py: wash']);
    const below = '__all__ = ["wash", "dry", "stack"]\n';
    const { findings } = await analyzeSources([entryPointFindingsAnalyzer], {
      ...one,
      'tea_cups/aio/__init__.py': below,
    });
    assert.match(findings[0]?.content ?? '', /^- `tea_cups\/aio\/__init__\.py`: `wash`, `dry`, `stack`$/m);
    const bare = { ...files, 'tea_cups/__init__.py': '__version__ = "1"\n', 'tea_cups/_own.py': 'a = 1\n' };
    await check(bare, []);
    await check({ ...bare, 'tea_cups/dry.py': 'a = 1\n' }, ['Public modules found in tea_cups: core, dry and sink']);
    await check({ ...bare, 'tea_cups/dry.py': 'a = 1\n', 'tea_cups/cli.py': 'a = 1\n' }, []);
  });

  it('know an entry file for each manifest', () => {
    for (const { manifest, entry } of libraryEntries) assert.ok(manifest.source.length > 0 && entry.length > 0);
  });

  it('name what a package of Python lists for others, or takes from its own modules under their whole names', async () => {
    const files = { 'pyproject.toml': '[project]\nname = "tiny"\n', 'tiny/core.py': 'def add(): pass\n' };
    const own = 'import warnings\nfrom tiny.core import add, zero, Sum\nfrom .core import Other\n';
    const title = ['Exported names found in tiny/__init__.py: add, zero and Sum'];
    await check({ ...files, 'tiny/__init__.py': own.replace('from .core import Other\n', '') }, title);
    await check(
      { ...files, 'tiny/__init__.py': `${own}\n__all__ = (\n    "add",  # "no"\n    "zero",\n    'Sum',\n)\n` },
      title,
    );
    const added = `${own}\n__all__ = ["add", "zero", "Sum"]\n__all__ += ["Other"]\n`;
    await check({ ...files, 'tiny/__init__.py': added }, [
      'At least 4 exported names found in tiny/__init__.py: add, zero, Sum, …',
    ]);
    const noted = `${own}\n__all__ = [\n    "add",  # (old]\n    "zero",\n    "Sum",\n]\n`;
    await check({ ...files, 'tiny/__init__.py': noted }, title);
    const tried = `${noted}try:\n    import fast\nexcept ImportError:\n    pass\nelse:\n    __all__ += ("Other", "More")\n    __all__.append("Last")\n`;
    await check({ ...files, 'tiny/__init__.py': tried }, [
      'At least 6 exported names found in tiny/__init__.py: add, zero, Sum, …',
    ]);
    for (const more of ['__all__ += core.__all__', '    __all__ = [*names]', '__all__.remove("add")'])
      await check({ ...files, 'tiny/__init__.py': `${noted}${more}\n` }, []);
  });

  it('name what a module of Go gives to others that has no program, though it offers routes to them', () =>
    check(
      {
        'go.mod': 'module x\n',
        'mux.go': 'package x\n\ntype Mux struct{}\n\nfunc New() *Mux { return nil }\n\nfunc Walk() {}\n',
        'profile/profile.go':
          'package profile\n\nimport "net/http"\n\nfunc Handler() {\n\thttp.HandleFunc("/debug/a", a)\n}\n',
      },
      ['net/http route found: ANY /debug/a', 'Exported names found in the root package: Mux, New and Walk'],
    ));

  it('name the packages of Go right below a root that gives nothing', () =>
    check(
      {
        'go.mod': 'module x\n',
        'doc.go': 'package x\n',
        'wash/wash.go': 'package wash\n\nfunc Wash() {}\n',
        'dry/dry.go': 'package dry\n\nfunc Dry() {}\n',
        '_gen/main.go': 'package main\n\nfunc main() {\n}\n',
        'internal/own.go': 'package internal\n\nfunc Own() {}\n',
      },
      ['Public packages found in sample: dry and wash'],
    ));

  it('follow a package to what it is built of, whatever its manifest says beside', () =>
    check(
      {
        'package.json':
          '{"name": "cups", "version": "1.0.0", "exports": {"types": "./dist/source/index.d.ts", "default": "./dist/source/index.js"}}',
        'source/index.ts': 'export const a = 1;\nexport const b = 1;\nexport const c = 1;\n',
      },
      ['Exported names found in source/index.ts: a, b and c'],
    ));

  it('follow a form of a build to the file that all forms are made of', () =>
    check(
      {
        'package.json': '{"name": "cups", "version": "1.0.0", "module": "./dist/cups.core.mjs"}',
        'src/cups.ts': 'export const a = 1;\nexport const b = 1;\nexport const c = 1;\n',
        'packages/sink/package.json': '{"name": "sink", "version": "1.0.0", "exports": {".": "./dist/node/index.js"}}',
        'packages/sink/src/node/index.ts': 'export const a = 1;\nexport const b = 1;\nexport const d = 1;\n',
      },
      ['Libraries found by their entry files: cups and sink'],
    ));

  it('tell the package of Go that a program in a module of its own uses', async () => {
    const files = {
      'go.mod': 'module example.org/cups\n',
      'cups.go': 'package cups\n\nfunc Wash() {}\n\nfunc Fill() {}\n\ntype Cup struct{}\n',
      'cmd/cups/main.go': 'package main\n\nfunc main() {\n}\n',
    };
    await check(files, ['Program found: cups']);
    await check({ ...files, 'cmd/cups/go.mod': 'module example.org/cups/cmd/cups\n' }, [
      'Program found: cups',
      'Exported names found in the root package: Wash, Fill and Cup',
    ]);
  });

  it('begin with the crate of the whole, which hands on what the others give, and read what macros hold', async () => {
    const crate = (name: string, more = ''): string => `[package]\nname = "${name}"\ndescription = "x"\n${more}`;
    const names = 'pub struct A;\npub struct B;\npub struct C;\n';
    await check(
      {
        'Cargo.toml': crate('cups', '[workspace]\nmembers = ["crates/*"]\n'),
        'src/lib.rs': 'pub use cups_all::*;\n',
        'crates/cups_all/Cargo.toml': crate('cups_all'),
        'crates/cups_all/src/lib.rs': names,
        'crates/cups_tea/Cargo.toml': crate('cups_tea'),
        'crates/cups_tea/src/lib.rs': `${names}pub struct D;\n`,
      },
      ['Libraries found by their entry files: cups, cups_tea and cups_all'],
    );
    const lib =
      'pub use tea::Cup;\n\nif_server! {\n    pub mod server;\n    pub use self::pots::{\n        Pot, Kettle as Boiler,\n    };\n}\n';
    await check({ 'Cargo.toml': crate('cups'), 'src/lib.rs': lib }, [
      'At least 4 exported names found in src/lib.rs: server, Pot, Boiler, …',
    ]);
  });

  it('are told beside the few routes of a package that is published in several forms', async () => {
    const names = 'export const a = 1;\nexport const b = 2;\nexport const c = 3;\n';
    const serves = `import express from 'express';\n${names}const app = express();\napp.get('/cups', wash);\napp.listen(1);\n`;
    const manifest = { name: 'cups', version: '1.0.0', main: './dist/index.js', module: './dist/index.mjs' };
    const titlesOf = async (own: object): Promise<string[]> => {
      const { findings } = await analyzeSources(
        [dependenciesAnalyzer, codeAnalyzer, entryPointsAnalyzer, entryPointFindingsAnalyzer],
        { 'package.json': JSON.stringify({ ...own, dependencies: { express: '5' } }), 'lib/index.ts': serves },
      );
      return findings.filter(({ rule }) => rule === 'entry-points/library').map(({ title }) => title);
    };
    assert.deepEqual(await titlesOf(manifest), ['Exported names found in lib/index.ts: a, b and c']);
    assert.deepEqual(await titlesOf({ name: 'cups', version: '1.0.0', main: './dist/index.js' }), []);
  });

  it('are none in little of another language beside the program', async () => {
    const files = {
      'Cargo.toml': '[package]\nname = "cups"\n',
      'src/lib.rs': 'pub struct A;\npub struct B;\npub struct C;\n',
      'CMakeLists.txt': 'add_executable(cups cups.c)\n',
    };
    await check({ ...files, 'cups.c': `int main(void) {\n${'  wash();\n'.repeat(300)}}\n` }, ['Program found: cups']);
    await check({ ...files, 'cups.c': 'int wash;\n' }, ['Exported names found in src/lib.rs: A, B and C']);
  });
});

import { checkCases, repeat } from './cases';

checkCases('hubs of the architecture', [
  {
    it: 'finds what most of the code leans on, through barrels',
    files: {
      'src/db.ts': 'export const db = 1;',
      'src/index.ts': `export { db } from './db';`,
      ...repeat(12, (n) => [`src/u${n}.ts`, `import { db } from './${n % 2 === 0 ? 'index' : 'db'}';`]),
    },
    findings: ['architecture/hub | At least 10 source files use src/db.ts'],
  },
  {
    it: 'names what lies beside the product, and takes a folder of code with a short name for no language',
    files: {
      'lang/src/io/Cup.java': 'package io;\npublic class Cup {}',
      'scripts/make.py': 'make()\n',
      'tools/ask.py': 'ask()\n',
      ...repeat(12, (n) => [`lang/src/io/U${n}.java`, 'package io;\nclass U {\n  Cup cup;\n}']),
    },
    findings: ['architecture/hub | At least 10 source files use lang/src/io/Cup.java'],
    content: { 'architecture/hub': ['what lies beside the product: `scripts/`, `tools/`.'] },
  },
  {
    it: 'names no file behind a barrel of Dart, nor the barrel itself',
    files: {
      'pubspec.yaml': 'name: shop\n',
      'lib/shop.dart': "export 'src/a.dart';\nexport 'src/cup.dart';\n",
      'lib/src/a.dart': 'class A {}\n',
      'lib/src/cup.dart': 'class Cup {}\n',
      ...repeat(24, (n) => [
        `lib/src/u${n}.dart`,
        `import 'package:shop/${n < 11 ? 'src/cup' : 'shop'}.dart';\nclass U${n} {}\n`,
      ]),
    },
    findings: ['architecture/hub | At least 10 source files use lib/src/cup.dart'],
  },
  {
    it: 'counts who hands on all of a barrel for no use of what lies behind it',
    files: {
      'core/types.ts': 'export class Cup {}',
      'core/index.ts': "export * from './types';",
      'web/index.ts': "export * from '../core/index';",
      ...repeat(12, (n) => [`src/u${n}.ts`, "import { Cup } from '../core/index';"]),
    },
    findings: ['architecture/hub | At least 10 source files use core/types.ts'],
  },
  {
    it: 'cites what is taken through a barrel together with the line that names the barrel',
    files: {
      'src/db.ts': 'export const db = 1;',
      'src/log.ts': 'export const log = 1;',
      'src/index.ts': `export { db } from './db';\nexport { log } from './log';`,
      ...repeat(12, (n) => [`src/u${n}.ts`, n < 9 ? `import {\n  log,\n  db,\n} from './index';` : `import './db';`]),
    },
    findings: ['architecture/hub | At least 10 source files use src/db.ts'],
    evidence: { 'architecture/hub': ['src/u0.ts:3-4', 'src/u1.ts:3-4'] },
  },
  {
    it: 'cites a module of Python together with the package that it is taken from',
    files: {
      'shop/__init__.py': '',
      'shop/db.py': 'a = 1\n',
      ...repeat(12, (n) => [`shop/u${n}.py`, 'from . import (\n    os,\n    db,\n)\n']),
    },
    findings: ['architecture/hub | At least 10 source files use shop/db.py'],
    evidence: { 'architecture/hub': ['shop/u0.py:1-3'] },
  },
  {
    it: 'names a package of Python that is imported as one, where none of its files is used nearly as much',
    files: {
      'shop/__init__.py': '',
      'shop/models/__init__.py': 'from .cup import Cup\nfrom .plate import Plate\n',
      'shop/models/cup.py': 'class Cup:\n    pass\n',
      'shop/models/plate.py': 'class Plate:\n    pass\n',
      ...repeat(20, (n) => [`shop/u${n}.py`, `from shop.models import ${n < 10 ? 'Cup' : 'Plate'}\n`]),
    },
    findings: ['architecture/hub | At least 15 source files use shop/models/__init__.py'],
    evidence: { 'architecture/hub': ['shop/u0.py:1'] },
  },
  {
    it: 'cites a use where the type is named, and no line that only opens its namespace or package',
    files: {
      'Core/Cup.cs': 'namespace Shop.Core;\npublic class Cup {}',
      ...repeat(12, (n) => [`Api/U${n}.cs`, 'using Shop.Core;\nnamespace Shop.Api;\npublic class U {\n  Cup c;\n}']),
      'src/core/Plate.java': 'package core;\npublic class Plate {}',
      ...repeat(11, (n) => [`src/api/P${n}.java`, 'package api;\nimport core.*;\nclass P {\n  Plate p;\n}']),
    },
    findings: [
      'architecture/modules | 4 modules by folder and what ties them',
      'architecture/hub | At least 10 source files use Core/Cup.cs',
    ],
    evidence: { 'architecture/hub': ['Api/U0.cs:4', 'src/api/P0.java:4'] },
  },
  {
    it: 'takes what a crate hands on of others for no use of its first file',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/lib.rs': `pub use rope::Rope;\npub struct Cup;\n${Array.from({ length: 24 }, (_, n) => `mod m${n};`).join('\n')}\n`,
      ...repeat(24, (n) => [`src/m${n}.rs`, `use crate::{\n    ${n < 12 ? 'Rope' : 'Cup'},\n};\npub fn a() {}\n`]),
    },
    findings: ['architecture/hub | At least 10 source files use src/lib.rs'],
    evidence: { 'architecture/hub': ['src/m12.rs:1-2'] },
  },
  {
    it: 'counts what a module of Rust takes through the one around it, which took it in for itself',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/main.rs': 'mod cup;\nmod shelf;\n',
      'src/cup.rs': 'pub struct Cup;\n',
      'src/shelf/mod.rs': `use crate::cup::Cup;\n${Array.from({ length: 12 }, (_, n) => `mod m${n};`).join('\n')}\n`,
      ...repeat(12, (n) => [`src/shelf/m${n}.rs`, 'use super::Cup;\npub fn a() {}\n']),
    },
    findings: ['architecture/hub | At least 10 source files use src/cup.rs'],
    evidence: { 'architecture/hub': ['src/shelf/m0.rs:1'] },
  },
  {
    it: 'follows names that the root of a crate gives to other crates',
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["kit", "api"]\n',
      'kit/Cargo.toml': '[package]\nname = "shop_kit"\n',
      'kit/src/lib.rs': 'pub mod shelf;\nmod cup;\npub use cup::Cup;\n',
      'kit/src/cup.rs': 'pub struct Cup;\n',
      'kit/src/shelf.rs': 'pub struct Id;\n',
      'api/Cargo.toml': '[package]\nname = "shop_api"\n',
      'api/src/lib.rs': `use shop_kit as kit;\n${Array.from({ length: 12 }, (_, n) => `mod m${n};`).join('\n')}\n`,
      ...repeat(12, (n) => [
        `api/src/m${n}.rs`,
        n < 10 ? 'use crate::kit::{shelf, Cup};\nfn a(b: shelf::Id) {}\n' : 'fn a(b: crate::kit::shelf::Id) {}\n',
      ]),
    },
    findings: [
      'architecture/packages | 2 packages found: shop_api, shop_kit',
      'architecture/hub | At least 10 source files use kit/src/shelf.rs',
    ],
    content: { 'architecture/hub': ['`kit/src/shelf.rs`: at least 10 files\n- `kit/src/cup.rs`: at least 10 files'] },
    evidence: { 'architecture/hub': ['api/src/m0.rs:1', 'api/src/m10.rs:1'] },
  },
  {
    it: 'counts who takes all that a file has gathered for that file, and for none behind it',
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["kit", "api"]\n',
      'kit/Cargo.toml': '[package]\nname = "shop_kit"\n',
      'kit/src/lib.rs': 'pub mod prelude;\nmod cup;\npub use cup::*;\n',
      'kit/src/cup.rs': 'pub struct Cup;\n',
      'kit/src/prelude.rs': 'pub use crate::*;\n',
      'api/Cargo.toml': '[package]\nname = "shop_api"\n',
      'api/src/lib.rs': Array.from({ length: 12 }, (_, n) => `mod m${n};`).join('\n'),
      ...repeat(12, (n) => [`api/src/m${n}.rs`, 'use shop_kit::prelude::*;\n']),
    },
    findings: [
      'architecture/packages | 2 packages found: shop_api, shop_kit',
      'architecture/hub | At least 10 source files use kit/src/prelude.rs',
    ],
  },
  {
    it: 'names no file for a class that lies in several, and a package of Go by its folder',
    files: {
      'src/Context.cs': 'namespace Shop;\npublic partial class Context {}',
      'src/ContextSyntax.cs': 'namespace Shop;\npublic partial class Context { int a; }',
      ...repeat(12, (n) => [`src/U${n}.cs`, `namespace Shop;\nclass U${n} { Context c; }`]),
      'go.mod': 'module x/shop\n',
      'shop.go': 'package shop\n',
      ...repeat(11, (n) => [`p${n}/a.go`, 'package p\nimport "x/shop"\n']),
    },
    findings: ['architecture/hub | At least 10 source files use the package in the top folder'],
  },
  {
    it: 'takes what a crate has gathered for no use of its first file',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/lib.rs': `pub use std::fmt;\n${Array.from({ length: 12 }, (_, n) => `mod m${n};`).join('\n')}\n`,
      ...repeat(12, (n) => [`src/m${n}.rs`, 'use super::*;\npub fn a() {}\n']),
    },
    findings: [],
  },
]);

import { checkCases, repeat } from './cases';

checkCases('circles of the architecture', [
  {
    it: 'finds files that import each other in a circle while they load',
    files: {
      'src/a.ts': `import { b } from './b';`,
      'src/b.ts': `import { c } from './c';`,
      'src/c.ts': `\nimport { a } from './a';`,
      'src/d.ts': `import type { E } from './e';\nconst lazy = () => import('./e');`,
      'src/e.ts': `import { d } from './d';`,
    },
    findings: ['architecture/file-cycle | 3 files import each other in a circle'],
    evidence: { 'architecture/file-cycle': ['src/a.ts:1', 'src/b.ts:1', 'src/c.ts:2'] },
  },
  {
    it: 'cites of a larger circle one import for each of its files',
    files: {
      'src/a.ts': `import { b } from './b';`,
      'src/b.ts': `import { a } from './a';\nimport { c } from './c';`,
      'src/c.ts': `\nimport { a } from './a';`,
    },
    findings: ['architecture/file-cycle | 3 files import each other in a circle'],
    evidence: { 'architecture/file-cycle': ['src/a.ts:1', 'src/b.ts:1', 'src/c.ts:2'] },
  },
  {
    it: 'takes what a file imports only where it is started as a program for no circle, but what it imports otherwise',
    files: {
      'shop/__init__.py': '',
      'shop/models.py':
        "if __name__ == '__main__':\n    try:\n        from shop import wire\n    except ImportError:\n        pass\n",
      'shop/wire.py': 'from shop import models\n',
      'shop/a.py': "import os\nif __name__ == '__main__':\n    os.abort()\nelse:\n    from shop import b\n",
      'shop/b.py': 'from shop import a\n',
    },
    findings: ['architecture/file-cycle | 2 files import each other in a circle'],
    evidence: { 'architecture/file-cycle': ['shop/a.py:5', 'shop/b.py:1'] },
  },
  {
    it: 'takes folders of Go that import each other for no circle, and tests in files of Rust for no long function',
    files: {
      'go.mod': 'module x/shop\n',
      ...repeat(4, (n) => [`a/p${n}/a.go`, `package p\nimport "x/shop/b/q${n}"\n`]),
      ...repeat(4, (n) => [`b/q${n}/a.go`, n === 0 ? 'package q\nimport "x/shop/a/p3"\n' : 'package q\n']),
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/lib.rs': `#[cfg(test)]\nmod tests {\n#[test]\nfn long() {\n${'    call();\n'.repeat(300)}}\n}\n`,
    },
    findings: [],
  },
  {
    it: 'names the modules of a circle by their last folders where the whole is too long',
    files: {
      ...repeat(5, (n) => [
        `extensions/editor/generator_plugin/src/main/java/com/acme/generator_plugin/generator/G${n}.java`,
        `package com.acme.generator_plugin.generator;\nimport com.acme.generator_plugin.action.A${n};\nclass G${n} {}`,
      ]),
      ...repeat(5, (n) => [
        `extensions/editor/generator_plugin/src/main/java/com/acme/generator_plugin/action/A${n}.java`,
        `package com.acme.generator_plugin.action;\nimport com.acme.generator_plugin.generator.G${n};\nclass A${n} {}`,
      ]),
      ...repeat(4, (n) => [`zz/m${n}.ts`, '']),
      ...repeat(4, (n) => [`yy/m${n}.ts`, '']),
    },
    findings: [
      'architecture/modules | 4 modules by folder; at least 5 files of action import generator',
      'architecture/module-cycle | action and generator import each other',
    ],
  },
  {
    it: 'says that imports of types alone are left out, where there are some',
    files: {
      ...repeat(5, (n) => [
        `src/a/m${n}.ts`,
        `import { b } from '../b/m${n}';\nexport const a = b;\nexport interface A {}`,
      ]),
      ...repeat(5, (n) => [
        `src/b/m${n}.ts`,
        `import type { A } from '../a/m${n}';\n${n === 0 ? `import { a } from '../a/m1';\n` : ''}export const b = 1;`,
      ]),
      ...repeat(4, (n) => [`src/c/m${n}.ts`, '']),
      ...repeat(4, (n) => [`src/d/m${n}.ts`, '']),
    },
    findings: [
      'architecture/modules | 4 modules by folder; at least 5 files of b import a',
      'architecture/module-cycle | a imports b, and src/b/m0.ts leads back',
    ],
    content: {
      'architecture/module-cycle': [
        'in at least 5 places, such as:',
        'Imports of interfaces and types alone are left out',
      ],
    },
  },
  {
    it: 'takes an import of types alone for no circle, also where a barrel hands them on',
    files: {
      'src/models/index.ts': `export * from './transaction';\nexport * from './like';`,
      'src/models/like.ts': 'export interface Like { id: string }',
      'src/models/transaction.ts': `import { Like } from '.';\nexport interface Transaction { likes: Like[] }`,
    },
    findings: [],
  },
  {
    it: 'takes a type for a type where the file keeps a value of the same name to itself',
    files: {
      'src/page.tsx': `import { Dialog } from './dialog';\nexport type Team = { id: string };\nfunction Team() { return Dialog; }`,
      'src/dialog.tsx': `import { Team } from './page';\nexport const Dialog = (team: Team) => team.id;`,
    },
    findings: [],
  },
  {
    it: 'takes what a file declares and hands on for a value, though it imports a type of the same name',
    files: {
      'src/page.tsx': `import Cup from './cup';\nexport const Page = () => Cup;`,
      'src/cup.tsx': `import { type Cup } from './shapes';\nimport { Page } from './page';\nfunction Cup() { return Page; }\nexport default Cup;`,
      'src/shapes.ts': 'export interface Cup { id: string }',
    },
    findings: ['architecture/file-cycle | 2 files import each other in a circle'],
  },
  {
    it: 'names a module of a circle also where its whole path is too long',
    files: Object.fromEntries(
      ['first', 'second', 'third'].flatMap((name, at, all) =>
        Array.from({ length: 4 }, (_, n) => [
          `part${at}/with-a-long-name/that-goes-on/and-on/and-on-and-on/for-the-${name}-time/${name}/m${n}.ts`,
          `import '../../../../../../../part${(at + 1) % 3}/with-a-long-name/that-goes-on/and-on/and-on-and-on/for-the-${all[(at + 1) % 3]}-time/${all[(at + 1) % 3]}/m${n}';\n`,
        ]),
      ),
    ),
    findings: [
      'architecture/module-cycle | 3 modules found that depend on each other in a circle: first, second and 1 more',
      'architecture/file-cycle | 4 import circles found that join 12 files',
    ],
  },
  {
    it: 'tells no circle of modules where names are found by their words',
    files: {
      ...repeat(5, (n) => [`lib/a/a${n}.rb`, `class A${n}\n  def x = B${n}.new\nend\n`]),
      ...repeat(5, (n) => [`lib/b/b${n}.rb`, `class B${n}\n  def x = A${n}.new\nend\n`]),
    },
    findings: [],
  },
  {
    it: 'joins no modules through a folder that holds files of two languages, which can not import each other',
    files: {
      ...repeat(4, (n) => [`shop/cups/c${n}.py`, 'import shop.bowls.b1\n']),
      ...repeat(4, (n) => [`shop/bowls/b${n}.py`, '']),
      ...repeat(4, (n) => [`shop/bowls/s${n}.js`, "import '../cups/j1';\n"]),
      ...repeat(4, (n) => [`shop/cups/j${n}.js`, '']),
      ...repeat(4, (n) => [`shop/plates/p${n}.js`, '']),
      ...repeat(4, (n) => [`shop/forks/f${n}.js`, '']),
    },
    findings: [],
  },
]);

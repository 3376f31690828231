import { checkCases, repeat } from './cases';

checkCases('ties between modules', [
  { it: 'says nothing of a handful of files', files: { 'a.ts': `import './b';`, 'b.ts': '' }, findings: [] },
  {
    it: 'takes texts for people in a language for no code',
    files: repeat(12, (n) => [`resources/lang/${'abcdefghijkl'[n]}e/forms.php`, `<?php\nreturn new \\App\\X;\n`]),
    findings: [],
  },
  {
    it: 'says how many files hold the strongest tie, the largest first',
    files: {
      ...repeat(6, (n) => [`a/f${n}.ts`, `import '../b/g0';\nimport '../b/g1';`]),
      ...repeat(3, (n) => [`b/g${n}.ts`, '']),
      ...repeat(3, (n) => [`c/h${n}.ts`, `import '../d/i0';`]),
      ...repeat(3, (n) => [`d/i${n}.ts`, n === 1 ? `import '../b/g0';` : '']),
      ...repeat(3, (n) => [`d/e/j${n}.ts`, `import '../i0';`]),
      ...repeat(3, (n) => [`d/f/j${n}.ts`, `import '../i0';`]),
    },
    findings: ['architecture/modules | 4 modules by folder; at least 6 files of a import b'],
    evidence: { 'architecture/modules': ['a/f0.ts:1', 'a/f5.ts:1'] },
  },
  {
    it: 'says of how many ties it names the strongest, and where a tree of Rust names the module',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/main.rs': 'mod cups;\nmod parts;\nmod canvas;\nmod sums;\n',
      ...repeat(6, (n) => [
        `src/cups/c${n}.rs`,
        'use crate::{\n    canvas::{\n        parts::Line,\n    },\n    parts::Cup,\n};\n',
      ]),
      'src/parts/mod.rs': 'pub struct Cup;',
      ...repeat(2, (n) => [`src/parts/p${n}.rs`, '']),
      'src/canvas/parts.rs': 'pub struct Line;',
      ...repeat(2, (n) => [`src/canvas/d${n}.rs`, '']),
      ...repeat(3, (n) => [`src/sums/e${n}.rs`, '']),
    },
    findings: ['architecture/modules | 5 modules by folder; at least 6 files of src/cups import src/canvas'],
    evidence: { 'architecture/modules': ['src/cups/c0.rs:3', 'src/cups/c0.rs:5'] },
  },
  {
    it: 'calls what is left of a folder the rest of it, and takes no header for meant that several folders have',
    files: {
      ...repeat(3, (n) => [`darwin/d${n}.c`, '']),
      ...repeat(3, (n) => [`linux/l${n}.c`, '']),
      'darwin/Platform.h': '',
      'linux/Platform.h': '',
      ...repeat(9, (n) => [`zfs/z${n}.c`, '#include "Platform.h"\n#include "Meter.h"\n']),
      'core/Meter.h': '',
      ...repeat(3, (n) => [`core/m${n}.c`, '']),
      'tools/t.c': '#include "Meter.h"',
    },
    findings: [
      'architecture/modules | 5 modules by folder; at least 9 files of zfs import core',
      'architecture/hub | At least 10 source files use core/Meter.h',
    ],
    content: { 'architecture/modules': ['\n- the rest: 1 file, 1 line', '`zfs` → `core`: at least 9 files'] },
  },
  {
    it: 'tells no number of folders where there are more, and all ties, those of what is left of them too',
    files: {
      ...Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => `src/p${n}`).flatMap((folder, n) =>
          Array.from({ length: n < 30 ? 9 : 5 }, (_, m) => [
            `${folder}/f${m}.py`,
            [0, 10, 12].includes(n) ? `from src.p${n + 1} import f0\n` : n === 39 ? 'from src.p1 import f0\n' : '',
          ]),
        ),
      ),
    },
    findings: ['architecture/modules | The largest folders and what ties them'],
    content: {
      'architecture/modules': [
        'from one module to another, by the files that have them:\n\n- `src/p0` → `src/p1`: at least 9 files',
        '- `the rest of src` → `src/p1`: at least 5 files',
      ],
    },
  },
  {
    it: 'leads with no tie of a corner of the code, and says of which folder only the scripts are left out',
    files: {
      ...repeat(90, (n) => [`src/s${n}.c`, n > 0 ? '#include "s0.h"\n' : '']),
      'src/s0.h': '',
      ...repeat(5, (n) => [`tools/kit/cmd/c${n}.rs`, 'use kit_base::Cup;\n']),
      'tools/kit/cmd/Cargo.toml': '[package]\nname = "kit-cmd"\n[dependencies]\nkit-base = { path = "../base" }\n',
      'tools/kit/base/Cargo.toml': '[package]\nname = "kit-base"\n[lib]\npath = "lib.rs"\n',
      'tools/kit/base/lib.rs': 'pub struct Cup;\n',
      ...repeat(3, (n) => [`tools/kit/base/b${n}.rs`, '']),
      ...repeat(3, (n) => [`lib/l${n}.c`, '#include "s0.h"\n']),
      'tools/pack.sh': 'echo\n',
    },
    findings: [
      'architecture/modules | 4 modules by folder and what ties them',
      'architecture/hub | At least 80 source files use src/s0.h',
    ],
    content: {
      'architecture/modules': [
        'and what lies beside the product: scripts in `tools/`.',
        '`tools/kit/cmd` → `tools/kit/base`: at least 5 files',
      ],
    },
  },
  {
    it: 'tells where the code lies where no file names another',
    files: {
      ...repeat(20, (n) => [`App/Features/F${n}.lua`, '']),
      ...repeat(15, (n) => [`App/Models/M${n}.lua`, '']),
      ...repeat(6, (n) => [`App/Utils/U${n}.lua`, '']),
      ...repeat(4, (n) => [`Widget/W${n}.lua`, '']),
    },
    findings: [
      'architecture/modules | About 45 source files found in 4 modules by folder, most of all in App/Features',
    ],
  },
  {
    it: 'tells what is left of a folder among its parts, by its size',
    files: {
      ...repeat(21, (n) => [`src/lib/L${n}.lua`, '']),
      ...repeat(12, (n) => [`src/lib/a/A${n}.lua`, '']),
      ...repeat(8, (n) => [`src/b/B${n}.lua`, '']),
      ...repeat(6, (n) => [`src/c/C${n}.lua`, '']),
    },
    findings: [
      'architecture/modules | About 47 source files found in 4 modules by folder, most of all in the rest of lib',
    ],
    content: { 'architecture/modules': ['- the rest of `src/lib`: about 21 files\n- `src/lib/a`: 12 files'] },
  },
  {
    it: 'tells the largest parts of a folder that has more of them than there is room for',
    files: {
      ...repeat(60, (n) => [`src/p${n % 20}/A${n}.lua`, '']),
      ...repeat(9, (n) => [`src/big/B${n}.lua`, '']),
      ...repeat(8, (n) => [`src/large/C${n}.lua`, '']),
      ...repeat(7, (n) => [`src/wide/D${n}.lua`, '']),
    },
    findings: [
      'architecture/modules | About 84 source files found in 10 modules by folder, most of all in the rest of src',
    ],
    content: { 'architecture/modules': ['- the rest of `src`: about 42 files\n- `src/big`: 9 files'] },
  },
  {
    it: 'takes files beside the folder that is divided for no rest of it',
    files: {
      ...repeat(20, (n) => [`src/a/A${n}.lua`, '']),
      ...repeat(15, (n) => [`src/b/B${n}.lua`, '']),
      ...repeat(6, (n) => [`src/c/C${n}.lua`, '']),
      ...repeat(4, (n) => [`src/D${n}.lua`, '']),
      ...repeat(2, (n) => [`public/p${n}.lua`, '']),
    },
    findings: ['architecture/modules | About 47 source files found in 5 modules by folder, most of all in src/a'],
    content: { 'architecture/modules': ['- the rest of `src`: 4 files\n- the rest: 2 files'] },
  },
  {
    it: 'takes what a file of declarations imports, and who imports it, for no circle',
    files: {
      ...repeat(6, (n) => [`src/cups/C${n}.ts`, `import { a } from '../pots/p${n}';\nexport const c = a;`]),
      ...repeat(6, (n) => [`src/pots/p${n}.ts`, 'export const a = 1;']),
      'src/pots/all.d.ts': "import { c } from '../cups/C1';\nexport type All = typeof c;",
      ...repeat(3, (n) => [`b/B${n}.ts`, '']),
    },
    findings: [],
  },
  {
    it: 'tells modules of one name by as much of their paths as no other has',
    files: {
      ...repeat(6, (n) => [`${'a'.repeat(70)}/shop/cups/C${n}.ts`, `import '../context/C${n}';`]),
      ...repeat(6, (n) => [`${'a'.repeat(70)}/shop/context/C${n}.ts`, '']),
      ...repeat(6, (n) => [`${'a'.repeat(70)}/store/cups/C${n}.ts`, n < 4 ? `import '../context/C${n}';` : '']),
      ...repeat(6, (n) => [`${'a'.repeat(70)}/store/context/C${n}.ts`, n > 4 ? `import '../cups/C${n}';` : '']),
      ...repeat(3, (n) => [`b/B${n}.ts`, '']),
    },
    findings: [
      'architecture/modules | 5 modules by folder; at least 6 files of shop/cups import shop/context',
      'architecture/module-cycle | store/cups and store/context import each other',
    ],
  },
  {
    it: 'says of paths that are written out where they are needed that files use a module, with how many',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/main.rs': 'mod cup;\nmod bowl;\nmod plate;\nmod fork;\nfn main() {}\n',
      ...repeat(6, (n) => [
        `src/cup/c${n}.rs`,
        `fn a() {\n  crate::bowl::b${n}::wash();\n  crate::plate::p1::a();\n}\n`,
      ]),
      ...repeat(6, (n) => [`src/bowl/b${n}.rs`, 'pub fn wash() { crate::fork::f1::a(); }\n']),
      ...repeat(4, (n) => [`src/plate/p${n}.rs`, 'pub fn a() { crate::cup::c1::a(); }']),
      ...repeat(4, (n) => [`src/fork/f${n}.rs`, 'pub fn a() { crate::cup::c1::a(); }']),
    },
    findings: ['architecture/modules | 5 modules by folder; at least 6 files of src/bowl use src/fork'],
  },
]);

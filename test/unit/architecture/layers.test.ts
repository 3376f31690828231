import { checkCases, repeat } from './cases';

const layered = {
  ...repeat(6, (n) => [`src/controllers/c${n}.ts`, `import '../services/s${n % 3}';`]),
  ...repeat(3, (n) => [`src/services/s${n}.ts`, 'export const s = 1;']),
};

checkCases('layers of the architecture', [
  {
    it: 'says that layers hold, with counts',
    files: layered,
    findings: ['architecture/layers | Files of controllers import services; no way back was found'],
    evidence: { 'architecture/layers': ['src/controllers/c0.ts:1', 'src/controllers/c5.ts:1'] },
  },
  {
    it: 'says nothing of layers where one import leads back: the circle of the two folders tells it',
    files: {
      ...layered,
      ...repeat(7, (n) => [`src/controllers/d${n}.ts`, `import '../services/s0';`]),
      'src/services/s2.ts': `\nimport '../controllers/c1';`,
    },
    findings: ['architecture/module-cycle | controllers imports services, and src/services/s2.ts leads back'],
    evidence: { 'architecture/module-cycle': ['src/services/s2.ts:2'] },
  },
  {
    it: 'takes what lies in the folder of routes of Next.js for a way back to its pages',
    files: {
      ...repeat(6, (n) => [`src/app/p${n}/UserPage.tsx`, `import '../../components/c${n % 3}';`]),
      ...repeat(3, (n) => [`src/components/c${n}.tsx`, `import '../app/p0/form';`]),
      'src/app/p0/page.tsx': 'export default 1;',
      'src/app/p0/form.tsx': 'export const form = 1;',
    },
    findings: ['architecture/module-cycle | app and components import each other'],
  },
  {
    it: 'claims that nothing leads back only where no type and no file between two layers does',
    files: {
      ...layered,
      'src/services/s2.ts': `import type { C } from '../controllers/c1';`,
    },
    findings: [],
  },
  {
    it: 'takes a file for no layer whose name and folder disagree, and says nothing that it might break',
    files: {
      ...layered,
      'src/services/admin.controller.ts': `import '../controllers/c1';`,
    },
    findings: [
      'architecture/module-cycle | controllers imports services, and src/services/admin.controller.ts leads back',
    ],
  },
  {
    it: 'lets the folder tell what a job is that saves pages',
    files: {
      ...repeat(6, (n) => [`app/jobs/save_${n}_page.ts`, `import '../models/m${n % 3}';`]),
      ...repeat(3, (n) => [`app/models/m${n}.ts`, '']),
    },
    findings: [],
  },
  {
    it: 'does not take types for ties that break layers, nor a folder of packages for a layer',
    files: {
      ...repeat(6, (n) => [`services/web/controllers/c${n}.ts`, `import type { S } from '../../api/index';`]),
      'services/web/package.json': '{ "name": "web" }',
      'services/api/package.json': '{ "name": "api" }',
      'services/api/index.ts': '',
      'services/api/a.ts': '',
      'services/api/b.ts': '',
    },
    findings: ['architecture/packages | 2 packages found: api, web'],
  },
  {
    it: 'takes neither a component called page for a page, and says nothing of hooks where one of them leads to what lies among the pages',
    files: {
      ...repeat(6, (n) => [
        `src/pages/p${n}.tsx`,
        `import '../components/c${n % 3}';\nimport '../hooks/use-h${n % 3}';`,
      ]),
      ...repeat(3, (n) => [`src/components/c${n}.tsx`, n === 0 ? `import './notion-page';` : '']),
      'src/components/notion-page.tsx': '',
      ...repeat(3, (n) => [`src/hooks/use-h${n}.ts`, '']),
      'src/pages/theme.ts': '',
      'src/pages/home/hooks/use-theme.ts': `import '../../theme';`,
    },
    findings: ['architecture/layers | Files of pages import components; no way back was found'],
  },
  {
    it: 'tells no number where names are found by their words, and takes entities among models for models',
    files: {
      ...repeat(6, (n) => [
        `app/controllers/c${n}_controller.rb`,
        `class C${n}Controller\n  def a = Part${n % 3}.all\nend\n`,
      ]),
      ...repeat(3, (n) => [`app/models/entities/part${n}.rb`, `class Part${n}\nend\n`]),
    },
    findings: ['architecture/layers | Files of controllers use models; no way back was found'],
  },
  {
    it: 'tells no number of files in C#, where a using names no file',
    files: {
      ...repeat(6, (n) => [
        `src/Controllers/C${n}Controller.cs`,
        `using Shop.Services;\nnamespace Shop.Controllers;\nclass C${n}Controller { S${n % 3}Service s; }`,
      ]),
      ...repeat(3, (n) => [`src/Services/S${n}Service.cs`, `namespace Shop.Services;\npublic class S${n}Service {}`]),
    },
    findings: ['architecture/layers | Files of controllers use services; no way back was found'],
  },
  {
    it: 'knows controllers of Laravel by their outer folder, whatever their namespace is called',
    files: {
      ...repeat(5, (n) => [
        `app/${n > 1 ? 'Http' : 'Api/V1'}/Controllers/${n > 3 || n === 0 ? 'Models/' : ''}C${n}.php`,
        `<?php\nnamespace App\\Http\\Controllers${n > 3 ? '\\Models' : ''};\nuse App\\Models\\M${n % 3};\nclass C${n} { function a(M${n % 3} $m) {} }`,
      ]),
      ...repeat(3, (n) => [`app/Models/M${n}.php`, `<?php\nnamespace App\\Models;\nclass M${n} {}`]),
    },
    findings: ['architecture/layers | Files of controllers import models; no way back was found'],
  },
  {
    it: 'counts what is drawn for pages and components, and not the constants beside them',
    files: {
      ...repeat(6, (n) => [`src/pages/p${n}.tsx`, `import '../components/c${n % 3}';`]),
      'src/pages/accounts.ts': `import '../components/c0';`,
      ...repeat(3, (n) => [`src/components/c${n}.tsx`, '']),
    },
    findings: ['architecture/layers | Files of pages import components; no way back was found'],
  },
  {
    it: 'says of several layers together only what holds between any two of them',
    files: {
      ...repeat(6, (n) => [`src/controllers/c${n}.ts`, `import '../services/s${n % 3}';\nimport '../models/m0';`]),
      ...repeat(3, (n) => [`src/services/s${n}.ts`, '']),
      ...repeat(3, (n) => [`src/models/m${n}.ts`, n === 1 ? `import '../services/s0';` : '']),
    },
    findings: ['architecture/layers | Files of controllers import services; no way back was found'],
    content: { 'architecture/layers': ['- Files of controllers import models; no way back was found.'] },
  },
  {
    it: 'takes a folder with the name of one thing for a layer only beside another one',
    files: {
      'go.mod': 'module x/shop\n',
      ...repeat(6, (n) => [`web/controllers/c${n}.ts`, `import '../../lib/repository/r${n % 3}';`]),
      ...repeat(3, (n) => [`lib/repository/r${n}.ts`, '']),
      ...repeat(6, (n) => [`api/controllers/c${n}.ts`, `import '../service/s${n % 3}';`]),
      ...repeat(3, (n) => [`api/service/s${n}.ts`, '']),
    },
    findings: ['architecture/layers | Files of controllers import services; no way back was found'],
  },
  {
    it: 'counts a file by the innermost folder that names a layer',
    files: {
      ...repeat(6, (n) => [`app/Shop/Controllers/c${n}.ts`, `import '../../Entities/Models/m${n % 3}';`]),
      ...repeat(3, (n) => [`app/Entities/Models/m${n}.ts`, '']),
      ...repeat(3, (n) => [`app/Entities/Tools/t${n}.ts`, '']),
    },
    findings: ['architecture/layers | Files of controllers import models; no way back was found'],
  },
]);

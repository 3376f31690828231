import { describeCode } from './describeCode';

describeCode('TypeScript and JavaScript', [
  {
    it: 'reads ES imports with their bindings',
    path: 'a.ts',
    text: `import type { A, B as C } from './a';
import D, { type E, f /* x */, default as G } from "./d";
import * as ns from 'ns';
import './side';
import fs = require('fs');
import data from './x.json' with { type: 'json' };
import { type X } from 'types';`,
    imports: [
      '1 type ./a: A, B as C',
      '2 import ./d: default as D, E, f, default as G',
      '3 import ns: * as ns',
      '4 import ./side:',
      '5 require fs: * as fs',
      '6 import ./x.json: default as data',
      '7 type types: X',
    ],
  },
  {
    it: 'reads re-exports and exports',
    path: 'a.ts',
    text: `export * from './all';
export * as q from './q';
export { a, b as c } from './abc';
export { local, other as renamed };
export default class Foo { private a() { function no() {} } b() {} }
export const x = 1, y = () => {};
export const { m, n: o } = foo();
const local = 1;`,
    imports: ['1 reexport ./all: *', '2 reexport ./q: * as q', '3 reexport ./abc: a, b as c'],
    exports: ['local', 'other as renamed', 'Foo as default', 'x', 'm', 'o', 'y'],
    symbols: [
      '5 class Foo exported',
      '5 method Foo.a',
      '5 method Foo.b exported',
      '6 constant x exported',
      '6 function y exported',
      '8 constant local exported',
    ],
  },
  {
    it: 'reads CommonJS both ways',
    path: 'a.js',
    text: `var express = require('./lib/express');
const { a, b: c } = require('x');
const deep = require('./p').deep;
exports = module.exports = createApp;
exports.bar = function bar() {};
app.use = function use(x) { const inner = require('inner'); };
View.prototype.lookup = function lookup() {};
function createApp() {}
module.exports.baz = createApp;`,
    imports: [
      '1 require ./lib/express: * as express',
      '2 require x: a, b as c',
      '3 require ./p: deep',
      '6 dynamic inner: * as inner',
    ],
    exports: ['createApp as default', 'bar', 'createApp as baz'],
    symbols: [
      '1 constant express',
      '3 constant deep',
      '5 function bar exported',
      '6 method app.use',
      '7 method View.lookup',
      '8 function createApp exported',
    ],
  },
  {
    it: 'reads what CommonJS hands on or lists',
    path: 'a.js',
    text: `module.exports = require('./lib');\n`,
    imports: ['1 reexport ./lib: * as default'],
  },
  {
    it: 'reads an exported object',
    path: 'a.js',
    text: `module.exports = { a, b: c, d() {}, 'e-f': 1 };\nfunction c() {}\n`,
    exports: ['a', 'c as b', 'd'],
  },
  {
    it: 'reads dynamic imports',
    path: 'a.tsx',
    text: `async function load() { const { k } = await import('./lazy'); const t = (await import('./t')).default; }
const Page = lazy(() => import(/* webpackChunkName: "p" */ './page'));`,
    imports: ['1 dynamic ./lazy: k', '1 dynamic ./t: default as t', '2 dynamic ./page:'],
  },
  {
    it: 'reads what only TypeScript declares',
    path: 'a.ts',
    text: `export interface A { b(): void }
export type B = string;
export enum C { D }
export abstract class E { abstract f(): void }
namespace N { export class Inner {} }`,
    symbols: [
      '1 interface A exported',
      '2 type B exported',
      '3 enum C exported',
      '4 class E exported',
      '4 method E.f exported',
      '5 module N',
      '5 class N.Inner exported',
    ],
    exports: ['A', 'B', 'C', 'E'],
  },
  {
    it: 'ignores imports in comments and strings',
    path: 'a.ts',
    text: `// import a from 'b'\nconst s = "require('c')";\n`,
    imports: [],
  },
]);

import type { LanguageId } from '../../sourceFile';

/** A sign in a file's text that a program wrote it, with texts that it must and must not meet. */
export interface ContentRule {
  /** Looked for in the first or the last `window` characters. */
  readonly place: 'head' | 'tail';
  readonly pattern: RegExp;
  readonly languages?: readonly LanguageId[];
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/** What compilers and packers of JavaScript write, and what comes out of them alone. */
export const packedRules: readonly ContentRule[] = [
  {
    place: 'head',
    // What TypeScript and Babel write: the source is elsewhere.
    pattern:
      /^(?:"use strict";\s{0,4})?Object\.defineProperty\(exports, ["']__esModule["'], ?\{\s{0,8}value: (?:true|!0)/m,
    languages: ['javascript'],
    matches: ['"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });'],
    misses: ['module.exports = { value: true };'],
  },
  {
    place: 'head',
    // What webpack puts around the modules that it packs, however somebody has laid it out since.
    pattern: /\/\/ webpackBootstrap\b|\{\s{0,4}i:\s?\w,\s{0,4}l:\s?(?:!1|false),\s{0,4}exports:\s?\{\s?\}/,
    languages: ['javascript'],
    matches: [
      'export const A = (function (t) { function r(e) { var o = (n[e] = { i: e, l: !1, exports: {} }); } })();\n',
      '/******/ (function(modules) { // webpackBootstrap\n',
    ],
    misses: ['const size = { i: 1, l: 2, exports: {} };\n'],
  },
  {
    place: 'head',
    // Vite puts the styles of a library into its script.
    pattern: /^\(function ?\(\) ?\{\s{0,4}"use strict";\s{0,4}try ?\{\s{0,4}if ?\(typeof document ?!=/,
    languages: ['javascript'],
    matches: ['(function(){"use strict";try{if(typeof document!="undefined"){var e=document.createElement("style")'],
    misses: ['(function () { "use strict"; try { start(); } })();'],
  },
  {
    place: 'head',
    // A part that webpack hands to what loads it.
    pattern:
      /^\s{0,4}(?:["']use strict["'];\s{0,4})?\(?(?:window|self|global|globalThis|this)(?:\.|\[["'])webpack(?:Jsonp|Chunk)\w{0,80}/,
    languages: ['javascript'],
    matches: [
      '(window["webpackJsonp"]=window["webpackJsonp"]||[]).push([[4],{\n',
      'self.webpackChunkcups=self.webpackChunkcups||[]\n',
    ],
    misses: ['const chunk = window.webpackJsonp;\n'],
  },
  {
    place: 'head',
    // What Emscripten puts around code that was compiled, to find the `.wasm` beside its own script.
    pattern:
      /^(?:var|let|const) \w{1,80} = \((?:async )?(?:function ?\(\w{0,80}\)|\(\w{0,80}\) =>) ?\{\s{1,12}var _script(?:Dir|Name) ?=/m,
    languages: ['javascript'],
    matches: [
      "var createCups = (function () {\n  var _scriptDir = typeof document !== 'undefined' ? 1 : undefined;\n",
      '\nvar createCups = (() => {\n  var _scriptName = import.meta.url;\n',
    ],
    misses: [
      'var createCups = (function () {\n  var scriptDir = 1;\n',
      '// var createCups = (function () { var _scriptDir = 1;\n',
    ],
  },
  {
    place: 'head',
    // The texts of one language, handed over in one call as a service of translators writes them: data, no program.
    pattern:
      /^\s{0,4}(?:\w{1,40}\.){0,2}(?:L10N|l10n|I18n|i18n)\.\w{1,40}\(\s{0,9}(?:"[\w-]{1,60}",\s{0,9})?\{\s{0,9}"[^"\n]{1,800}"\s?:\s?["[]/,
    languages: ['javascript'],
    matches: ['OC.L10N.register(\n    "deck",\n    {\n    "Add {cup}" : "{cup} neu",\n    "Due" : "Bald"\n},\n"");'],
    misses: [
      'import a from "a";\nOC.L10N.register("deck", { "Due" : "Bald" });\n',
      'i18n.init({ lng: "en" });\n',
      'app.register("deck", { "Due" : "Bald" });\n',
    ],
  },
  {
    place: 'tail',
    pattern: /^\/\/# sourceMappingURL=\S{1,200}\s{0,4}$/m,
    languages: ['javascript'],
    matches: ['export const a = 1;\n//# sourceMappingURL=a.js.map\n'],
    misses: ['const marker = "//# sourceMappingURL=";'],
  },
];

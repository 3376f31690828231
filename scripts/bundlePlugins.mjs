// What the bundles do otherwise than their sources: all save memory or time of a scan and change no meaning.
import { readFile } from 'node:fs/promises';
import { constants, deflateRawSync } from 'node:zlib';
import ts from 'typescript';

/** In texts, templates, expressions and names an escape means the same as the letter, with a backslash before it or without. */
function inAscii(source) {
  return source.replace(/(\\*)([^\0-\x7f])/g, (_all, slashes, unit) => {
    const kept = slashes.length % 2 === 0 ? slashes : slashes.slice(1);
    return `${kept}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** One letter beyond ASCII, in an expression for example, makes V8 keep and read the whole bundle with two bytes a letter. */
export const asciiSources = {
  name: 'ascii-sources',
  setup(build) {
    build.onLoad({ filter: /\.(?:[cm]?js|ts)$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = quickNodes(path, inAscii(packedTables(path, withoutUntold(path, source))));
      return contents === source ? undefined : { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
    build.onLoad({ filter: /[\\/]genesis[\\/].*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      return { contents: `${unpacking}export default JSON.parse(${packed(text)});`, loader: 'js' };
    });
    build.onResolve({ filter: /^packed-text$/ }, ({ path }) => ({ path, namespace: 'packed' }));
    build.onLoad({ filter: /^packed-text$/, namespace: 'packed' }, () => ({
      contents: `import { inflateRawSync } from 'node:zlib';
        export const unpack = (text) => inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');`,
      loader: 'js',
    }));
  },
};

/** In letters: a table that is as long is written in the bundle as what it deflates to, less than half of it. */
const packedFrom = 1_000;
const unpacking = "import { unpack as unpackText } from 'packed-text';\n";

function packed(text) {
  const deflated = deflateRawSync(text, { level: constants.Z_BEST_COMPRESSION });
  return `unpackText('${deflated.toString('base64')}')`;
}

/** Tables of rules and of data are texts of many lines; to inflate all of them takes a thread two milliseconds. */
function packedTables(path, source) {
  if (!/[\\/]genesis[\\/]/.test(path) || !source.includes('`')) return source;
  const tables = [];
  const visit = (node) => {
    const isText = ts.isNoSubstitutionTemplateLiteral(node) && !ts.isTaggedTemplateExpression(node.parent);
    if (isText && node.text.length >= packedFrom) tables.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  if (tables.length === 0) return source;
  const pack = (text, node) => text.slice(0, node.getStart()) + packed(node.text) + text.slice(node.end);
  return unpacking + tables.reduceRight(pack, source);
}

/**
 * Examples stand beside the rules that they show and are for tests alone: of the scan worker they were a tenth. Of what is
 * worth a look the kind, the class and the weight are told; its title, reason and remedy are for who reads the rule.
 */
function withoutUntold(path, source) {
  if (!/[\\/]analyzers[\\/]/.test(path)) return source;
  if (!/\b(?:example|(?:counterE|e)xamples):\s{1,20}[[{'"`]|\bpossible: true\b/.test(source)) return source;
  const places = [];
  const visit = (node) => {
    const empty = ts.isPropertyAssignment(node) && leftOf(node);
    if (empty) places.push([node.initializer, empty]);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return places.reduceRight(
    (text, [node, empty]) => `${text.slice(0, node.getStart())}${empty}${text.slice(node.end)}`,
    source,
  );
}

/** What stays of a property that nothing reads at run time. */
function leftOf(property) {
  const name = property.name.getText();
  if (exampleNames.has(name)) return emptyOf(property.initializer);
  const isWorthALook = property.parent.properties.some((other) => other.getText() === 'possible: true');
  return isWorthALook && sentences.has(name) ? "''" : undefined;
}

const sentences = new Set(['title', 'why', 'fix']);
const exampleNames = new Set(['example', 'examples', 'counterExamples']);

/** A value of the same kind with nothing in it. A word stays: `example` is also a role, with the word for it. */
function emptyOf(value) {
  if (ts.isArrayLiteralExpression(value)) return '[]';
  if (ts.isStringLiteralLike(value)) return /\W/.test(value.text) ? "''" : undefined;
  if (ts.isBinaryExpression(value)) return "''";
  return ts.isObjectLiteralExpression(value) ? '{}' : undefined;
}

/**
 * Nodes of trees are made by the million. Each defined its fields one by one before it was given their values, and kept a
 * number under an index, for which V8 adds room for seventeen: a walk over a tree took half as long again. And what type
 * one has is asked by every reader: it is looked up once.
 */
const nodeFields = [
  [/^ {2}\[0\] = 0;\n(?= {2}\/\/ Internal handle for Wasm\n {2}\/\*\* @internal \*\/\n {2}_children;)/m, ''],
  [
    /^ {2}_children;\n {2}\/\*\* @internal \*\/\n {2}_namedChildren;\n( {2}\/\*\* @internal \*\/\n {2}constructor\(internal, \{\n {4}id,\n[^}]*\}\) \{\n {4}assertInternal\(internal\);\n) {4}this\[0\] = other;\n/m,
    '$1    this._other = other;\n    this._type = undefined;\n    this._children = undefined;\n    this._namedChildren = undefined;\n',
  ],
  [/^ {2}id;\n(?= {2}\/\*\* The byte index where this node starts\. \*\/)/m, ''],
  [/^ {2}startIndex;\n(?= {2}\/\*\* The position where this node starts\. \*\/)/m, ''],
  [/^ {2}startPosition;\n(?= {2}\/\*\* The tree that this node belongs to\. \*\/)/m, ''],
  [/^ {2}tree;\n(?= {2}\/\*\* Get this node's type as a numerical id\. \*\/)/m, ''],
  [
    /return this\.tree\.language\.types\[this\.typeId\] \|\| "ERROR";/,
    'return this._type ??= this.tree.language.types[this.typeId] || "ERROR";',
  ],
  [/C\.setValue\(address, node\[0\], "i32"\)/, 'C.setValue(address, node._other, "i32")'],
  // Whoever opens the runtime again has let go of the one before, whose memory would stay.
  [/return Module2 \?\?= await /, 'return Module2 = await '],
  // All that is made is deleted, and what belonged to another runtime must not be freed in this one.
  [/return new FinalizationRegistry\(handler\);/, 'return undefined;'],
];

/** Fails where another release of the grammars' runtime is written differently: then this is to be looked at anew. */
function quickNodes(path, source) {
  if (!/web-tree-sitter\.c?js$/.test(path)) return source;
  return nodeFields.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) throw new Error(`${path} has no ${pattern} any more`);
    return text.replace(pattern, replacement);
  }, source);
}

// The peer for a scan's first pass: reads the files of a list, parses each with tree-sitter, and does nothing more.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Language, Parser } = require('web-tree-sitter');

const { root, files } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');

async function main() {
  await Parser.init();
  const parser = new Parser();
  const languages = new Map();
  let bytes = 0;
  for (const { path, grammar } of files) {
    if (!languages.has(grammar))
      languages.set(grammar, await Language.load(join(grammars, `tree-sitter-${grammar}.wasm`)));
    const text = readFileSync(join(root, path), 'utf8');
    bytes += text.length;
    parser.setLanguage(languages.get(grammar));
    parser.parse(text)?.delete();
  }
  console.log(JSON.stringify({ files: files.length, bytes }));
}

void main();

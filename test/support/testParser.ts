import { dirname, join } from 'node:path';
import { type GrammarFiles, SyntaxParser } from '../../src/engine/genesis/languages/parser';

/** The grammars where npm put them, so that unit tests need no build. */
export const packagedGrammars: GrammarFiles = {
  runtime: require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  grammar: (name) =>
    join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm', `tree-sitter-${name}.wasm`),
};

let opened: Promise<SyntaxParser> | undefined;

/** One parser for the whole test run: a grammar takes longer to load than most tests take to run. */
export function testParser(): Promise<SyntaxParser> {
  opened ??= SyntaxParser.open(packagedGrammars);
  return opened;
}

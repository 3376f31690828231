import type { SymbolFact } from '../../../facts/importGraph';

const maxSymbols = 2_000;
const types: ReadonlySet<SymbolFact['kind']> = new Set(['class', 'interface', 'enum', 'type']);

/**
 * What a text without a grammar declares in its first column, and the types that stand further in, each with the last of the
 * first column for its container: such a name means nothing of another file. `pattern` (global, linear) gives the space
 * before, the modifiers, the keyword and the name. Where a declaration ends is not known.
 */
export function topDeclarations(
  text: string,
  pattern: RegExp,
  kindOf: (keyword: string) => SymbolFact['kind'],
  lineAt: (offset: number) => number,
): SymbolFact[] {
  const symbols: SymbolFact[] = [];
  let container: string | undefined;
  for (const { 0: whole, 1: space = '', 2: modifiers = '', 3: keyword = '', 4: written = '', index } of text.matchAll(
    pattern,
  )) {
    const kind = kindOf(keyword);
    const name = written.replaceAll('`', '');
    if (space === '') container = name;
    else if (container === undefined || !types.has(kind)) continue;
    const line = lineAt(index + whole.length - 1);
    symbols.push({
      name,
      kind,
      line,
      endLine: line,
      exported: !/\b(?:private|fileprivate|internal|protected)\b/.test(modifiers),
      ...(space === '' || container === undefined ? {} : { container }),
    });
    if (symbols.length >= maxSymbols) break;
  }
  return symbols;
}

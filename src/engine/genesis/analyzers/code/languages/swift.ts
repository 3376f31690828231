import type { SymbolFact } from '../../../facts/importGraph';
import { collectReferences, javaNames } from '../references';
import { cTokens, masked, type TextLanguage } from '../textLanguage';
import { topDeclarations } from './topDeclarations';

const importLine =
  /^[ \t]{0,40}(?:@\w+(?:\(\w{1,60}\))?[ \t]+)?(?:(?:public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+(?:(?:struct|class|enum|protocol|typealias|func|let|var)[ \t]+)?(\w[\w.]{0,200})/gm;
const declaration =
  /^([ \t]{0,40})((?:(?:@\w+(?:\([^()\n]{0,100}\))?|public|open|package|internal|fileprivate|private|final|indirect|nonisolated)[ \t]+)*)(class|struct|enum|protocol|actor|typealias)[ \t]+(?!func\b|var\b|let\b|subscript\b)(`[^`\n]{1,100}`|[A-Za-z_]\w*)/gm;
/** Names of types that a declaration leaves open: they are none of the project's. */
const parameters =
  /\b(?:func|struct|class|enum|actor|init|subscript|typealias)\b[ \t]{0,9}[\w`]{0,100}[ \t]{0,9}<([^<>\n]{1,200})>/g;
const associated = /\bassociatedtype[ \t]{1,9}(\w{1,100})/g;

const kinds: Readonly<Record<string, SymbolFact['kind']>> = {
  enum: 'enum',
  protocol: 'interface',
  typealias: 'type',
};

/** Swift: what modules a file imports, the types that it declares, and those that it names. */
export const swift: TextLanguage = {
  languageNames: ['Swift'],
  read(file) {
    const text = masked(file.text, cTokens);
    const lineAt = (offset: number): number => file.lineAt(offset);
    const open = new Set([...text.matchAll(associated)].map(([, name = '']) => name));
    for (const [, list = ''] of text.matchAll(parameters))
      for (const one of list.split(',')) open.add(/^\s{0,40}(?:each\s{1,9})?(\w+)/.exec(one)?.[1] ?? '');
    const references = collectReferences(file.text, javaNames, lineAt).filter(
      ({ name }) => !open.has(name.split('.')[0] ?? ''),
    );
    return {
      imports: [...text.matchAll(importLine)].map(({ 0: whole, 1: module = '', index }) => ({
        specifier: module,
        line: lineAt(index + whole.length - 1),
        kind: 'import',
        bindings: [{ local: '*', imported: '*' }],
      })),
      symbols: topDeclarations(text, declaration, (keyword) => kinds[keyword] ?? 'class', lineAt),
      ...(references.length === 0 ? {} : { references }),
    };
  },
};

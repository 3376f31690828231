import type { ImportFact } from '../../../facts/importGraph';
import type { TextLanguage } from '../textLanguage';

/** Comments are eaten, includes are taken. */
const tokens =
  /\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|\/\/[^\n]*|^[ \t]*#[ \t]*(?:include|import)[ \t]+(?:"([^"\n]+)"|<([^>\n]+)>)/gm;

/** C, C++, Objective-C and what parsers in C are made of: the includes only. `<a>` is told from `"a"` by its brackets. */
export const cFamily: TextLanguage = {
  languageNames: ['C', 'C++', 'Objective-C', 'Objective-C++', 'Cuda', 'Metal', 'Yacc', 'Bison', 'Lex'],
  read(file) {
    const imports = [...file.text.matchAll(tokens)].flatMap((found): ImportFact[] => {
      const specifier = found[1] ?? (found[2] === undefined ? undefined : `<${found[2]}>`);
      if (specifier === undefined) return [];
      const line = file.lineAt(found.index + found[0].indexOf('#'));
      return [{ specifier, line, kind: 'import', bindings: [{ local: '*', imported: '*' }] }];
    });
    return { imports, symbols: [] };
  },
};

import type { ImportFact } from '../../../facts/importGraph';
import type { TextLanguage } from '../textLanguage';

/** What a file begins with, a piece at a time: space, comments, annotations, the library's name, and directives. */
const head =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|#![^\n]*|@[\w.]{1,80}(?:\([^()\n]{0,300}\))?|library\b[^;\n]{0,200};|part\s{1,9}of\b[^;\n]{0,300};|(import|export|part)\s{0,99}r?(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')([^;]{0,4000});/y;

/** `if (dart.library.io) 'io.dart'`: another file in the first one's place. */
const otherwise = /\bif\s{0,9}\([^()\n]{0,200}\)\s{0,99}(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')/g;

/** Dart: the directives only, which stand before everything else. */
export const dart: TextLanguage = {
  languageNames: ['Dart'],
  read(file) {
    const imports: ImportFact[] = [];
    for (let at = 0; at < file.text.length; ) {
      head.lastIndex = at;
      const found = head.exec(file.text);
      if (found === null) break;
      const [piece, word, double, single, rest = ''] = found;
      at += piece.length;
      const specifier = double ?? single;
      if (word === undefined || specifier === undefined) continue;
      const line = file.lineAt(found.index + piece.indexOf(specifier));
      const add = (target: string): void => {
        imports.push({ specifier: target, line, kind: kinds[word] ?? 'import', bindings: [] });
      };
      add(specifier);
      for (const [, first, second] of rest.matchAll(otherwise)) add(first ?? second ?? '');
    }
    return { imports, symbols: [] };
  },
};

/** A part belongs to its library, whoever uses it. */
const kinds: Readonly<Record<string, ImportFact['kind']>> = { export: 'reexport', part: 'module' };

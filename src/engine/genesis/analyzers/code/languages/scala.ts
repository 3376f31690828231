import type { ImportFact, SymbolFact } from '../../../facts/importGraph';
import { collectReferences, javaNames } from '../references';
import { cTokens, masked, type TextLanguage } from '../textLanguage';
import { topDeclarations } from './topDeclarations';

const packageLine = /^package[ \t]+(?!object\b)([\w.`]{1,200})/gm;
const importWord = /^[ \t]{0,40}import[ \t]+/gm;
/** `a.b.C`, `a.b.C as D`, `a.b._`, or `a.b.{` where a list begins. */
const clause = /([\w.`]{1,300})(?:[ \t]{0,40}(\{)|(\*)|[ \t]+as[ \t]+(\w{1,100}))?/y;
/** Before the next one. */
const comma = /[ \t]{0,40},\s{0,200}/y;
/** One name of a list. */
const selector = /^(\w+|`[^`]+`|\*)(?:\s{1,20}(?:=>|as)\s{1,20}(\w+))?$/;
/** Modifiers, keyword and name, at the beginning of a line. */
const declaration =
  /^([ \t]{0,40})((?:(?:@\w+|private(?:\[\w+\])?|protected(?:\[\w+\])?|sealed|abstract|final|implicit|case|lazy|inline|open|transparent|opaque|infix|override)[ \t]+)*)(class|object|trait|enum|type|def|val|given)[ \t]+(`[^`\n]{1,100}`|[A-Za-z_]\w*)/gm;

const kinds: Readonly<Record<string, SymbolFact['kind']>> = {
  trait: 'interface',
  enum: 'enum',
  type: 'type',
  def: 'function',
  val: 'constant',
  given: 'constant',
};

/** A longer list no person wrote. */
const longestList = 4_000;
const mostClauses = 50;

/** Scala: the packages, the imports wherever they stand, and what is declared at the top of a file. */
export const scala: TextLanguage = {
  languageNames: ['Scala'],
  read(file) {
    const text = masked(file.text, cTokens);
    const lineAt = (offset: number): number => file.lineAt(offset);
    // A second clause goes on where the first one ends.
    const namespace = [...text.matchAll(packageLine)].map(([, name = '']) => plain(name)).join('.');
    const references = collectReferences(file.text, javaNames, lineAt);
    return {
      imports: [...text.matchAll(importWord)].flatMap(({ 0: word, index }) =>
        readImport(text, index + word.length, lineAt),
      ),
      symbols: topDeclarations(text, declaration, (keyword) => kinds[keyword] ?? 'class', lineAt),
      ...(namespace === '' ? {} : { namespace }),
      ...(references.length === 0 ? {} : { references }),
    };
  },
};

const plain = (name: string): string => name.replaceAll('`', '').replace(/^_root_\./, '');

/** All clauses of one import, which may go on over several lines within braces. */
function readImport(text: string, start: number, lineAt: (offset: number) => number): ImportFact[] {
  const line = lineAt(start);
  const found: ImportFact[] = [];
  let at = start;
  for (let turn = 0; turn < mostClauses; turn++) {
    clause.lastIndex = at;
    const [whole, written = '', opens, star, local] = clause.exec(text) ?? [];
    if (whole === undefined) break;
    at += whole.length;
    const path = plain(written).replace(/\.$/, '');
    if (opens !== undefined) {
      const end = text.indexOf('}', at);
      if (end === -1 || end > at + longestList) break;
      for (const entry of text.slice(at, end).split(',')) {
        const [, name, as] = selector.exec(entry.trim()) ?? [];
        if (name !== undefined && as !== '_')
          found.push(imported(path, plain(name), as, line, lineAt(at + entry.search(/\S|$/))));
        at += entry.length + 1;
      }
    } else if (star !== undefined) found.push(imported(path, '*', undefined, line));
    else {
      const dot = path.lastIndexOf('.');
      if (dot > 0) found.push(imported(path.slice(0, dot), path.slice(dot + 1), local, line));
    }
    comma.lastIndex = at;
    const between = comma.exec(text)?.[0];
    if (between === undefined) break;
    at += between.length;
  }
  return found;
}

function imported(path: string, name: string, local: string | undefined, line: number, own = line): ImportFact {
  const at = own === line ? {} : { line: own };
  // `import _root_.{mill => m}` names a package of no other.
  const around = path === '' ? '' : `${path}.`;
  return name === '_' || name === '*'
    ? { specifier: `${around}*`, line, kind: 'import', bindings: [{ local: '*', imported: '*', ...at }] }
    : {
        specifier: `${around}${name}`,
        line,
        kind: 'import',
        bindings: [{ local: local ?? name, imported: name, ...at }],
      };
}

import type { ImportFact, SymbolFact } from '../../../facts/importGraph';
import { collectReferences, javaNames } from '../references';
import { cTokens, masked, type TextLanguage } from '../textLanguage';

const packageLine = /^[ \t]*package[ \t]+([\w.`]+)/m;
const importLine = /^[ \t]*import[ \t]+([\w.`]+?)(\.\*)?(?:[ \t]+as[ \t]+(\w+))?[ \t]*;?[ \t]*$/gm;
/** Brackets, and declarations at the beginning of a line: modifiers, keyword, type parameters, receiver, name. */
const tokens =
  /[(){}]|^[ \t]*((?:(?:@[\w.]+(?:\([^)\n]*\))?|public|private|internal|protected|open|abstract|sealed|data|inline|value|annotation|enum|override|suspend|operator|infix|tailrec|external|expect|actual|const|lateinit|final|inner|companion|fun(?=[ \t]+interface))[ \t]+)*)(class|interface|object|fun|val|var|typealias)\b[ \t]*(?:<[^>\n]*>[ \t]*)?(?:(\w[\w.]{0,100}(?:<[^()\n]{0,120}>)?\??)\.)?(`[^`\n]+`|\w+)?/gm;

const kinds: Readonly<Record<string, SymbolFact['kind']>> = {
  class: 'class',
  interface: 'interface',
  object: 'class',
  fun: 'function',
  val: 'constant',
  var: 'constant',
  typealias: 'type',
};

export const kotlin: TextLanguage = {
  languageNames: ['Kotlin'],
  read(file) {
    const text = masked(file.text, cTokens);
    const namespace = packageLine.exec(text)?.[1];
    const references = collectReferences(file.text, javaNames, (offset) => file.lineAt(offset));
    return {
      imports: readImports(text, (offset) => file.lineAt(offset)),
      symbols: new DeclarationReader((offset) => file.lineAt(offset)).read(text),
      ...(namespace === undefined ? {} : { namespace }),
      ...(references.length === 0 ? {} : { references }),
    };
  },
};

function readImports(text: string, lineAt: (offset: number) => number): ImportFact[] {
  return [...text.matchAll(importLine)].map((found) => {
    const path = (found[1] ?? '').replaceAll('`', '');
    const line = lineAt(found.index + found[0].search(/\S/));
    const last = path.slice(path.lastIndexOf('.') + 1);
    return found[2] === undefined
      ? { specifier: path, line, kind: 'import', bindings: [{ local: found[3] ?? last, imported: last }] }
      : { specifier: `${path}.*`, line, kind: 'import', bindings: [{ local: '*', imported: '*' }] };
  });
}

interface OpenBrace {
  /** The declaration whose body it is; a lambda or block has none. */
  readonly symbol: MutableSymbol | undefined;
  readonly parens: number;
}

type MutableSymbol = { -readonly [K in keyof SymbolFact]: SymbolFact[K] };

/** Follows brackets, so that members are told from locals and a body's end from that of a lambda. */
class DeclarationReader {
  private readonly symbols: SymbolFact[] = [];
  private readonly braces: OpenBrace[] = [];
  private parens = 0;
  private pending: MutableSymbol | undefined;

  constructor(private readonly lineAt: (offset: number) => number) {}

  read(text: string): SymbolFact[] {
    for (const token of text.matchAll(tokens)) {
      if (token[2] !== undefined) this.declare(token);
      else this.bracket(token[0], token.index);
    }
    return this.symbols;
  }

  private bracket(mark: string, offset: number): void {
    if (mark === '(') this.parens++;
    else if (mark === ')') this.parens = Math.max(0, this.parens - 1);
    else if (mark === '{') {
      const opens = this.parens === 0 ? this.pending : undefined;
      this.braces.push({ symbol: opens, parens: this.parens });
      this.parens = 0;
      if (opens !== undefined) this.pending = undefined;
    } else {
      const closed = this.braces.pop();
      this.parens = closed?.parens ?? 0;
      this.pending = undefined;
      if (closed?.symbol !== undefined) closed.symbol.endLine = this.lineAt(offset);
    }
  }

  private declare(token: RegExpExecArray): void {
    const [whole, modifiers = '', keyword = '', , name] = token;
    const typed = this.braces.every(
      (brace) => brace.symbol !== undefined && /class|interface|enum/.test(brace.symbol.kind),
    );
    if (this.parens > 0 || !typed || (name === undefined && keyword !== 'object')) return;
    const containers = this.braces.map((brace) => brace.symbol?.name ?? '');
    // An extension belongs to the file it stands in, not to its receiver.
    const container = containers.length === 0 ? undefined : containers.join('.');
    const line = this.lineAt(token.index + whole.search(/\S/));
    const kind = kindOf(keyword, modifiers, container !== undefined);
    this.pending = {
      name: (name ?? 'Companion').replaceAll('`', ''),
      kind,
      line,
      endLine: this.lineAt(token.index + whole.length),
      exported: !/\b(?:private|internal|protected)\b/.test(modifiers),
      ...(container === undefined ? {} : { container }),
    };
    if (kind !== 'constant' || container === undefined || modifiers.includes('const')) this.symbols.push(this.pending);
  }
}

function kindOf(keyword: string, modifiers: string, inside: boolean): SymbolFact['kind'] {
  if (/\benum\b/.test(modifiers)) return 'enum';
  if (keyword === 'fun' && inside) return 'method';
  return kinds[keyword] ?? 'class';
}

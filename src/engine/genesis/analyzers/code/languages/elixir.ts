import type { ImportFact, SymbolFact } from '../../../facts/importGraph';
import { withInterpolations } from '../interpolations';
import { linesBefore } from '../linesBefore';
import { collectReferences } from '../references';
import { elixirTokens, masked, type TextLanguage } from '../textLanguage';

const moduleLine = /^([ \t]*)defmodule[ \t]+([A-Z][\w.]*)[ \t]+do\b/;
const functionLine = /^([ \t]*)(def|defp|defmacro|defmacrop|defdelegate)[ \t]+(\w+[?!]?)/;
const importLine =
  /^[ \t]*(alias|import|use|require)[ \t]+((?:[A-Z]|__MODULE__(?=\.))[\w.]*?)(?:\.\{([^}]{0,2000})\})?(?:,[ \t]*as:[ \t]*(\w+))?(?=[\s,]|$)/gm;
const names =
  /"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|#[^\n]*|(?<![:\w.@])((?:__MODULE__\.)?[A-Z]\w*(?:\.[A-Z]\w*)*)\b(?!:|\.[A-Z{])/g;

export const elixir: TextLanguage = {
  languageNames: ['Elixir'],
  read(file) {
    const text = masked(file.text, elixirTokens);
    const symbols = readSymbols(text.split('\n'));
    const references = collectReferences(withCode(file.text), names, (offset) => file.lineAt(offset));
    const first = symbols.find((symbol) => symbol.kind === 'module');
    return {
      imports: readImports(text, first?.name ?? '', (offset) => file.lineAt(offset)),
      symbols,
      ...(first === undefined ? {} : { namespace: first.name }),
      ...(references.length === 0 ? {} : { references }),
    };
  },
};

const forms = {
  strings: /(~H)?"{3}[\s\S]*?(?:"{3}|$)|#(?!\{)[^\n]*|"(?:[^"\\\n]|\\.)*"/g,
  /** What a template calls, and parts of pages that it names. */
  inTemplate: /\{[^}]{0,500}|<[A-Z][\w.]*/g,
};

const withCode = (text: string): string =>
  text.includes('#{') || text.includes('~H') ? withInterpolations(text, forms) : text;

/** `alias A.{B, C}` is two imports; `local` is the name that the module goes by afterwards. `own` is the file's module. */
function readImports(text: string, own: string, lineAt: (offset: number) => number): ImportFact[] {
  return [...text.matchAll(importLine)].flatMap((found) => {
    const [whole, word = '', written = '', group, alias] = found;
    const path = written.replace(/^__MODULE__\b/, own);
    const line = lineAt(found.index + whole.search(/\S/));
    const paths = group === undefined ? [{ name: path, line }] : namesInGroup(path, group, line);
    return paths
      .filter(({ name }) => /^[A-Z][\w.]*\w$/.test(name))
      .map(({ name, line: at }): ImportFact => {
        const last = name.slice(name.lastIndexOf('.') + 1);
        const local = word === 'alias' ? (alias ?? last) : word === 'import' ? '*' : name;
        const bindings = [{ local, imported: local === '*' ? '*' : last }];
        return { specifier: name, line: at, kind: 'import', bindings };
      });
  });
}

/** The modules of `A.{B, C}`, whose bracket opens in `line`, each in its own line. */
function namesInGroup(path: string, group: string, line: number): { readonly name: string; readonly line: number }[] {
  let at = line;
  return group.split(',').map((part) => {
    const own = at + linesBefore(part, part.search(/\S/));
    at += linesBefore(part, part.length);
    return { name: `${path}.${part.trim()}`, line: own };
  });
}

/** Modules and their functions; the `end` in the column of a `defmodule` or `def` closes it, as the formatter has it. */
function readSymbols(lines: readonly string[]): SymbolFact[] {
  const symbols: { -readonly [K in keyof SymbolFact]: SymbolFact[K] }[] = [];
  const open: { readonly indent: number; readonly symbol: (typeof symbols)[number] }[] = [];
  lines.forEach((text, index) => {
    const line = index + 1;
    const ended = /^([ \t]*)end\b/.exec(text);
    if (ended !== null) {
      const top = open.at(-1);
      if (top !== undefined && top.indent === ended[1]?.length) {
        top.symbol.endLine = line;
        open.pop();
      }
      return;
    }
    const module = moduleLine.exec(text);
    const declared = module ?? functionLine.exec(text);
    if (declared === null) return;
    const name = (module === null ? declared[3] : declared[2]) ?? '';
    const around = open.filter((entry) => entry.symbol.kind === 'module').map((entry) => entry.symbol.name);
    const container = around.length === 0 ? {} : { container: around.join('.') };
    const kind = module !== null ? 'module' : around.length > 0 ? 'method' : 'function';
    const symbol = {
      name,
      kind,
      line,
      endLine: line,
      exported: !/p$/.test(declared[2] ?? '') || module !== null,
      ...container,
    } as const;
    const previous = symbols.at(-1);
    // The clauses of a function are one function.
    if (kind === 'method' && previous?.name === name && previous.kind === kind) previous.endLine = line;
    else symbols.push({ ...symbol });
    const last = symbols.at(-1);
    if (last !== undefined && /\bdo[ \t]*$/.test(text)) open.push({ indent: declared[1]?.length ?? 0, symbol: last });
  });
  return symbols;
}

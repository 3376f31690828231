import type { ReferenceFact } from '../../facts/importGraph';

const maxReferences = 1_000;

/**
 * Collects the capitalised names of a text, each at its first use. `tokens` is a global, linear expression whose
 * alternatives eat comments and strings and whose first or second group holds a name; a name may begin with a dot.
 */
export function collectReferences(
  text: string,
  tokens: RegExp,
  lineAt: (offset: number) => number,
): readonly ReferenceFact[] {
  const first = new Map<string, number>();
  for (const token of text.matchAll(tokens)) {
    const name = token[1] ?? token[2];
    if (name === undefined || first.has(name)) continue;
    first.set(name, token.index);
    if (first.size >= maxReferences) break;
  }
  return [...first].map(([name, offset]) => ({ name, line: lineAt(offset) }));
}

/**
 * Comments and strings of the languages with C's syntax. A string that does not end is eaten to the end of its line, so
 * that it is looked at once; an apostrophe in a text for people begins none, and must find its end soon.
 */
const cComments = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.){0,500}'`;

/** `List`, `Outer.Inner`, `shop.core.Cup` with its package; nothing after another dot, in an import or in an annotation's text. */
export const javaNames = new RegExp(
  String.raw`${cComments}|(?<![^\n])[ \t]{0,9}(?:import|package)\s[^\n]*|\.\s*\w+|\b([a-z]\w*(?:\.[a-z]\w*){1,20}\.[A-Z]\w*)|\b([A-Z]\w*(?:\.[A-Z]\w*)*)`,
  'g',
);

/** As Java's, and the methods of other objects (`.AddOrders`), which extension methods are found by; not those of `string`. */
export const csharpNames = new RegExp(
  String.raw`${cComments}|(\.(?<!\b(?:string|int|long|char|double|decimal|object|bool|byte|float)\.)[A-Z]\w*)\b(?=\s*[(<])|\.\s*\w+|\b([A-Z]\w*(?:\.[A-Z]\w*)*)`,
  'g',
);

const accessors = /\{\s{0,40}(?:get|set|init|private|internal|protected)\b/g;
const propertyHead = /(\w+(?:<[^<>;{}]{1,60}>)?)[>?\])]{0,4}\s{1,9}([A-Z]\w*)\s{0,40}$/;
/** Longer is the type and the name of no property. */
const longestProperty = 80;

/** What a class calls its properties is no name of something else within it, unless a property is called after its type. */
export function withoutProperties(references: readonly ReferenceFact[], text: string): readonly ReferenceFact[] {
  const properties = new Set<string>();
  for (const { index } of text.matchAll(accessors)) {
    const [, type, name] = propertyHead.exec(text.slice(Math.max(0, index - longestProperty), index)) ?? [];
    if (name !== undefined && type?.split(/\W/).includes(name) === false) properties.add(name);
  }
  return properties.size === 0
    ? references
    : references.filter(({ name }) => !properties.has(name.split('.')[0] ?? ''));
}

const phpTokens = String.raw`\$\w+|(?:->|::)\s*\w+|(\\?[A-Z]\w*(?:\\\w+)*)|\w+`;
/** Names of classes, qualified or not; variables, members and functions are eaten. */
const phpNames = new RegExp(String.raw`#(?!\[)[^\n]*|${cComments}|${phpTokens}`, 'g');
/** Without markup a quote always begins a string, and that may run over many lines. */
const phpNamesOfCode = new RegExp(
  String.raw`#(?!\[)[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|${phpTokens}`,
  'g',
);

/** A file that never leaves the code holds no text for people but in strings. */
export const phpNamesIn = (text: string): RegExp =>
  /^\s{0,99}<\?php\b/.test(text) && !/\?>|<<</.test(text) ? phpNamesOfCode : phpNames;

/** Constants with their scopes; comments, plain strings, symbols and what is declared are eaten. */
export const rubyNames =
  /#[^\n{][^\n]*|\b(?:module|class)[ \t]{1,9}(?:::)?[A-Z]\w*(?:::[A-Z]\w*)*|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'|(?<![:\w]):\w+|\.\s*[A-Z]\w*\b(?!::)|\b[a-z_]\w*:(?!:)|(?<!\w)((?:::)?[A-Z]\w*(?:::[A-Z]\w*)*)/g;

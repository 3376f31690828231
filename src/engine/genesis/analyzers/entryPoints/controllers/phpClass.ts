import { plainText } from '../../waysIn/plainText';

/** A public method of a class of PHP. */
export interface PhpMethod {
  readonly name: string;
  readonly line: number;
  /** Names of parameters that must be given. */
  readonly required: readonly string[];
}

export interface PhpClass {
  /** With its namespace, as its base. */
  readonly name: string;
  readonly base: string;
  readonly isAbstract: boolean;
}

const heading = /^[ \t]*(?:(abstract|final)\s{1,10})?class\s{1,10}(\w{1,120})\s{1,20}extends\s{1,20}([\w\\]{1,200})/m;
const use = /^use\s{1,10}\\?([\w\\]{1,200})(?:\s{1,10}as\s{1,10}(\w{1,100}))?\s{0,4};/gm;
const method =
  /^[ \t]{0,20}(?:final\s{1,4})?(?:public\s{1,4})?function\s{1,4}&?(\w{1,100})\s{0,4}\(([^()]{0,600}(?:\([^()]{0,60}\)[^()]{0,300}){0,4})\)/gm;

/** The class of a file that has one, with its whole name and that of its base. */
export function phpClassIn(text: string): PhpClass | undefined {
  const [, kind, own, base] = heading.exec(text) ?? [];
  if (own === undefined || base === undefined) return undefined;
  const namespace = /^\s{0,20}namespace\s{1,10}([\w\\]{1,200})/m.exec(text)?.[1];
  const within = namespace === undefined ? '' : `${namespace}\\`;
  return { name: within + own, base: wholeName(text, base, within), isAbstract: kind === 'abstract' };
}

function wholeName(text: string, name: string, within: string): string {
  if (name.startsWith('\\')) return name.slice(1);
  const [first = '', ...rest] = name.split('\\');
  for (const [, path = '', alias] of text.matchAll(use))
    if ((alias ?? path.slice(path.lastIndexOf('\\') + 1)) === first) return [path, ...rest].join('\\');
  return within + name;
}

/** The public methods of the classes of a file, those of the framework and helpers left out. */
export function publicMethods(text: string): PhpMethod[] {
  const plain = plainText(text, 'php');
  let line = 1;
  let at = 0;
  return [...plain.matchAll(method)].flatMap(({ index, 1: name = '', 2: parameters = '' }) => {
    for (; at < index; at += 1) if (plain.charCodeAt(at) === 10) line += 1;
    return name.startsWith('_') ? [] : [{ name, line, required: requiredIn(parameters) }];
  });
}

const requiredIn = (parameters: string): string[] =>
  parameters.split(',').flatMap((one) => {
    const found = /(\.\.\.)?\s{0,4}\$(\w{1,60})\s{0,4}(=)?/.exec(one);
    return found === null || found[1] !== undefined || found[3] !== undefined ? [] : [found[2] ?? ''];
  });

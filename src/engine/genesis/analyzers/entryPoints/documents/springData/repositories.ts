import { closingAt, withoutComments } from '../scala/scalaText';

/** An interface of Spring Data as it is written; which of its methods are served, its bases say. */
export interface Repository {
  readonly name: string;
  readonly at: number;
  /** Without it only a strategy that asks for it serves the interface. */
  readonly isPublic: boolean;
  /** It is there for others to extend. */
  readonly isBase: boolean;
  readonly annotation?: { readonly path?: string; readonly isLeftOut?: true };
  readonly bases: readonly { readonly name: string; readonly entity?: string }[];
  readonly methods: readonly RepositoryMethod[];
}

export interface RepositoryMethod {
  readonly name: string;
  readonly at: number;
  readonly path?: string;
  readonly isLeftOut?: true;
}

const declared = /\b(?:(public)\s{1,9})?interface\s{1,9}(\w{1,100})(?:<[^<>{}]{0,150}>)?\s{0,40}(?:extends\b|:)/g;
const base = /\b(?:\w{1,60}\.){0,8}(\w{1,100})\s{0,4}(?:<\s{0,9}(?:\w{1,60}\.){0,8}(\w{1,100})\s{0,9}[,>])?/g;
/** Of an interface of Kotlin without a body the declaration ends with its line, unless a comma goes on. */
const bare = /^(?:[^\n{]|,\s{0,9}\n){1,400}/;
const mostMethods = 200;
const mostMarks = 12;
const longestHead = 600;
const longestBody = 60_000;
const mostRepositories = 100;

/** Reads the interfaces of a file of Java or Kotlin that extend a repository. */
export function readRepositories(text: string, isKotlin: boolean): Repository[] {
  const plain = withoutComments(text);
  const masked = withoutTexts(plain);
  return [...masked.matchAll(declared)].slice(0, mostRepositories).flatMap((found): Repository[] => {
    const from = found.index + found[0].length;
    const brace = masked.slice(from, from + longestHead).indexOf('{');
    const open = brace === -1 ? -1 : from + brace;
    const line = isKotlin ? (bare.exec(masked.slice(from, from + longestHead))?.[0] ?? '') : '';
    const hasBody = open !== -1 && (!isKotlin || open <= from + line.length);
    const head = hasBody ? masked.slice(from, open) : line;
    const bases = [...head.matchAll(base)].map(([, name = '', entity]) => ({
      name,
      ...(entity === undefined ? {} : { entity }),
    }));
    if (!bases.some(({ name }) => name.endsWith('Repository'))) return [];
    const before = Math.max(0, found.index - longestHead);
    const above = masked.slice(before, found.index);
    const marks = plain.slice(before + Math.max(above.lastIndexOf(';'), above.lastIndexOf('}')) + 1, found.index);
    const annotation = restResource(marks);
    const rest = hasBody ? masked.slice(open, open + longestBody) : '';
    const body = hasBody ? { from: open + 1, to: open + closingAt(rest, 0) } : undefined;
    return [
      {
        name: found[2] ?? '',
        at: found.index,
        isPublic: isKotlin || found[1] !== undefined,
        isBase: marks.includes('@NoRepositoryBean'),
        ...(annotation === undefined ? {} : { annotation }),
        bases,
        methods: body === undefined ? [] : methodsOf(plain, masked, body, isKotlin),
      },
    ];
  });
}

/** What texts hold says nothing of where a declaration ends. */
const withoutTexts = (text: string): string =>
  text.replace(
    /"""[^"]{0,4000}"""|"(?:[^"\\\n]|\\.){0,2000}"/g,
    (whole) => `"${whole.slice(1, -1).replace(/[^\n]/g, '_')}"`,
  );

/** `@RestResource(path = "people", exported = false)`, and the same for a whole repository. */
function restResource(marks: string): { path?: string; isLeftOut?: true } | undefined {
  const found = /@(?:Repository)?RestResource\b(?:\s{0,4}\(([^()]{0,400})\))?/.exec(marks);
  if (found === null) return undefined;
  const said = found[1] ?? '';
  const path = /\bpath\s{0,4}=\s{0,4}"([^"$]{1,120})"/.exec(said)?.[1];
  return {
    ...(path === undefined ? {} : { path }),
    ...(/\bexported\s{0,4}=\s{0,4}false\b/.test(said) ? { isLeftOut: true as const } : {}),
  };
}

function methodsOf(
  plain: string,
  masked: string,
  { from, to }: { readonly from: number; readonly to: number },
  isKotlin: boolean,
): RepositoryMethod[] {
  const found: RepositoryMethod[] = [];
  const declarations = withoutBodies(masked.slice(from, to));
  const ends = isKotlin ? /\n(?=\s{0,40}(?:@|fun\b|override\b))/g : /;/g;
  let start = 0;
  for (const end of [...declarations.matchAll(ends)].map(({ index }) => index).concat(declarations.length)) {
    const method =
      found.length < mostMethods
        ? methodIn(plain.slice(from), declarations.slice(start, end), start, isKotlin)
        : undefined;
    // A mark of Kotlin in a line of its own goes with the function behind it.
    if (method === undefined && isKotlin && /^\s{0,40}@/.test(declarations.slice(start, end))) continue;
    if (method !== undefined) found.push({ ...method, at: method.at + from });
    start = end + 1;
  }
  return found;
}

/** What stands in the braces of a method is left out, and ends its declaration. */
function withoutBodies(text: string): string {
  let depth = 0;
  return text.replace(/[{}]|[^{}]{1,2000}/g, (part) => {
    if (part === '{') depth += 1;
    else if (part === '}') depth -= 1;
    if (part === '{' && depth === 1) return part;
    if (part === '}' && depth === 0) return ';';
    return depth > 0 || part === '}' ? part.replace(/[^\n]/g, ' ') : part;
  });
}

/** One declaration, which begins at `from` of the text; methods with a body of their own ask no store. */
function methodIn(plain: string, declaration: string, from: number, isKotlin: boolean): RepositoryMethod | undefined {
  let rest = declaration.slice(0, 4_000);
  let at = from;
  for (let count = 0; count < mostMarks; count++) {
    const mark = /^\s{0,200}@[\w.]{1,100}(?:\s{0,4}\((?:[^()]|\([^()]{0,300}\)){0,300}\))?/.exec(rest)?.[0];
    if (mark === undefined) break;
    rest = rest.slice(mark.length);
    at += mark.length;
  }
  if (rest.includes('{') || /\b(?:static|default)\b/.test(rest.slice(0, 60))) return undefined;
  const name = (isKotlin ? /\bfun\s{1,9}(\w{1,100})\s{0,4}\(/ : /\b(\w{1,100})\s{0,4}\(/).exec(rest);
  if (name === null || (isKotlin && /\)[^\n=]{0,200}=/.test(rest))) return undefined;
  const said = restResource(plain.slice(from, at));
  return { name: name[1] ?? '', at: at + name.index, ...said };
}

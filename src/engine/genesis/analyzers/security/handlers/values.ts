import type { LanguageId } from '../../../sourceFile';
import type { BareCode } from './bareCode';
import type { CodeUnit } from './codeUnits';
import { askerName, askerType, idName, type RequestWords } from './requestWords';

/** Where a value may come from, as bits: the request, its whole body, who is signed in, or parameters of the function. */
export type Origin = number;
export const ofRequest = 1;
export const ofBody = 2;
export const ofAsker = 4;
const firstParameter = 8;
const mostParameters = 12;

export const ofParameter = (index: number): Origin => (index < mostParameters ? firstParameter << index : 0);

/** What an origin means where the parameters are given these values. */
export function originIn(origin: Origin, given: readonly Origin[]): Origin {
  let known = origin & (firstParameter - 1);
  for (let index = 0; index < given.length; index++) if (origin & ofParameter(index)) known |= given[index] ?? 0;
  return known;
}

export interface Parameter {
  readonly name: string;
  /** All that is written of it: annotations, type, default. */
  readonly text: string;
}

/** What is between commas outside of brackets. */
export function partsOf(text: string): string[] {
  if (!/[()[\]{}<>]/.test(text)) return text.split(',').filter((part) => part.trim() !== '');
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(/[()[\]{}<>,]/g)) {
    if ('([{'.includes(sign) || (sign === '<' && /\w/.test(text[index - 1] ?? ''))) depth++;
    else if (')]}'.includes(sign) || (sign === '>' && depth > 0 && !/[=-]/.test(text[index - 1] ?? ''))) depth--;
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim() !== '');
}

/** A parameter without its annotations. */
const withoutMarks = (part: string): string =>
  part
    .replace(/[@#]?\[?\b@?\w{1,40}\((?:[^()]|\([^()]{0,80}\)){0,200}\)\]?\s/g, ' ')
    .replace(/(?:@\w{1,40}|\[[\w, ]{1,40}\])\s/g, ' ');

const typedBefore: ReadonlySet<LanguageId> = new Set(['java', 'csharp']);

/** The parameters of a function in order; `self` is none. */
export function parametersOf(text: string, language: LanguageId): Parameter[] {
  const mayBeMarked = /[@[(]/.test(text);
  return partsOf(text.slice(0, 2_000))
    .flatMap((part): Parameter[] => {
      const plain = (mayBeMarked ? withoutMarks(part) : part).trim();
      const names = typedBefore.has(language)
        ? [/(\w{1,60})\s*(?:=[^=]*)?$/.exec(plain)?.[1] ?? '']
        : language === 'php'
          ? [/\$(\w{1,60})/.exec(plain)?.[1] ?? '']
          : /^\{/.test(plain)
            ? [...plain.slice(0, plain.indexOf('}')).matchAll(/[A-Za-z_$][\w$]{0,60}/g)].map(([name]) => name)
            : [
                /^(?:(?:public|private|protected|readonly|val|var|vararg|\*{1,2}|\.{3}|final)\s{0,3}){0,3}([\w$]{1,60})/.exec(
                  plain,
                )?.[1] ?? '',
              ];
      return /^(?:self|cls)$/.test(names[0] ?? '') ? [] : [{ name: names.join(' '), text: part.trim() }];
    })
    .slice(0, mostParameters);
}

/** A framework puts a value of the request into these parameters. */
const requestParameter: Readonly<Partial<Record<LanguageId, RegExp>>> = {
  typescript: /@(?:Param|Query|Args|Body|Path\w{0,8}|QueryParam)\(/,
  javascript: /@(?:Param|Query|Args|Body)\(/,
  java: /@(?:PathVariable|RequestParam|PathParam|QueryParam|FormParam|RequestBody|ModelAttribute)\b/,
  kotlin: /@(?:PathVariable|RequestParam|PathParam|QueryParam|RequestBody)\b/,
};
/** Parts of an address that a router of files hands over: `({ params })`. */
const pageParameter = /^(?:\w{1,20} ){0,4}(?:params|searchParams)\b/;
const fileRoutes = /(?:^|\/)(?:app|pages|routes|api)\/|\+(?:page|server|layout)|\[\w{1,40}\]/;
const bodyParameter = /@(?:Body\(\s?\)|RequestBody\b|ModelAttribute\b)|\[From(?:Body|Form)\]/;
const simpleType = /^(?:\[From\w{1,8}[^\]\n]{0,30}\]\s?)?(?:int|long|Guid|string|short|uint|ulong)\??\s/;
const actionOfDotnet =
  /\[Http|\bI?ActionResult\b|\bIResult\b|Map(?:Get|Post|Put|Patch|Delete)\(|\bViewResult\b|\[Route/;
const routeOfPython =
  /@[\w.]{1,60}\.(?:route|get|post|put|patch|delete|api_route|websocket)\(\s{0,20}f?r?["'](?<path>[^"'\n]{0,200})/g;

/** Parameters that the function's own framework fills from the request. */
export function requestParameters(
  parameters: readonly Parameter[],
  above: string,
  { language, path }: { readonly language: LanguageId; readonly path: string },
  base: string,
): Origin[] {
  const isDotnet = language === 'csharp' && actionOfDotnet.test(above);
  const paths =
    language === 'python' ? [...above.matchAll(routeOfPython)].map(({ groups }) => groups?.['path']).join(' ') : '';
  const first = parameters[0];
  const isDjango =
    language === 'python' &&
    /^request\b/.test(first?.name ?? '') &&
    /view|api|urls|handler|resource|controller/i.test(`${path} ${base}`);
  const isOfController = language === 'php' && /Controller\.php$|\/controllers?\//i.test(`${path} ${base.trim()}.php`);
  return parameters.map(({ name, text }): Origin => {
    if (askerType.test(text) || /@(?:Current\w{1,12}|User|GetUser|Auth\w{0,20}|Session|ActiveUser)\b/.test(text))
      return ofAsker;
    const body = bodyParameter.test(text) ? ofBody | ofRequest : 0;
    if (body !== 0) return body;
    const annotated = requestParameter[language === 'tsx' ? 'typescript' : language];
    if (annotated?.test(text)) return ofRequest;
    if (pageParameter.test(name) && fileRoutes.test(path)) return ofRequest;
    if (isDotnet) return simpleType.test(text) ? ofRequest : ofBody | ofRequest;
    if (paths !== '' && new RegExp(`[<{](?:\\w{1,20}:)?${name}(?::\\w{1,20})?[>}]`).test(paths)) return ofRequest;
    if (isDjango && text !== first?.text) return ofRequest;
    if (isOfController && (idName.test(name) || /^(?:\??(?:int|string)\s)?\$(?:id|slug|uid)$/.test(text)))
      return ofRequest;
    return 0;
  });
}

/** `=` and `:=`, and no comparison: what stands before it and behind it. */
const ofComparison = { before: '=!<>+-*/|&^%~.', behind: '=>~' };

function beforeSigns(bare: string, end: number): number {
  let at = end;
  while (at > 0 && (bare[at - 1] === ' ' || bare[at - 1] === ':' || bare[at - 1] === '?')) at--;
  return at;
}

const gap = /\s{0,20}/y;
const wordBefore = /(?<=(?<word>[\w$]{0,200}))/y;
function startOfWord(bare: string, end: number): number {
  wordBefore.lastIndex = end;
  return end - (wordBefore.exec(bare)?.groups?.['word'] ?? '').length;
}

/** The names that stand before an offset and are given a value there: `a`, `a, err`, `{ a, b }`, `a: Type`. */
function namesBefore(bare: string, end: number, hasNamed: boolean): readonly string[] {
  let to = beforeSigns(bare, end);
  const sign = bare[to - 1];
  if (sign === '}' || sign === ']') {
    const open = bare.lastIndexOf(sign === '}' ? '{' : '[', to);
    return open < 0 || to - open > 200 ? [] : (bare.slice(open, to).match(/[A-Za-z_]\w{0,60}/g) ?? []);
  }
  let from = startOfWord(bare, to);
  // A type stands between the name and its value.
  if (/:\s{0,3}$/.test(bare.slice(Math.max(0, from - 4), from))) {
    to = beforeSigns(bare, from);
    from = startOfWord(bare, to);
  }
  const name = bare.slice(from, to);
  const before = bare.slice(Math.max(0, from - 42), from);
  if (/^(?:err|ok|error|_|e)$/.test(name)) {
    const first = /(?<first>[a-z]\w{0,40})\s?,\s?$/.exec(before)?.groups?.['first'];
    if (first !== undefined) return [first];
  }
  // What stands in brackets names an argument.
  return name === '' || (hasNamed && /[(,]\s{0,40}$/.test(before)) ? [] : [name.replace('$', '')];
}

/** A call that finds something, other than in the request. */
const found =
  /\bawait\b|(?:find|fetch|load|select|first)\w{0,30}!?\(|(?:[rR]epo(?:sitory)?|[sS]ervice|[dD]ao|DAO|[mM]odel|[mM]anager|[sS]tore|objects|_context\.\w{1,40}|prisma\.\w{1,40})(?:\.|->|::)\w{1,40}\(/;
const ofRequestItself = /\bawait\s(?:\w{1,12}\.){0,3}(?:params|json\(\)|form\w{0,4}\(\)|body\w{0,5}\(?)|\breadBody\(/g;
const filled =
  /\b(?:\w{0,12}Bind\w{0,10}|Decode|BodyParser|Parse\w{0,6})\(\s{0,3}&(?<name>\w{1,40})\s?\)|\bUnmarshal\([^()\n]{1,60}(?:\([^()\n]{0,30}\))?,\s?&(?<json>\w{1,40})/g;
/** `${id}`, `$id`, `{id}`, `#{id}` in a text. */
const interpolated = /[$#]?\{(?<name>[A-Za-z_]\w{0,60})|\$(?<bare>[A-Za-z_]\w{0,60})/g;

/** A name that is not of something else, and no function that is called, no argument and nothing that is given a value. */
const identifier = /(?<![\w.$:])(?<!->)\$?[A-Za-z_]\w{0,60}\b(?!\s{0,2}(?:\(|:(?!:)|=(?![=>])))/g;

/** Names of an expression, without those that its texts hold. */
export const plainNamesIn = ({ bare }: BareCode, from: number, to: number): string[] =>
  (bare.slice(from, to).match(identifier) ?? []).map((name) => (name.startsWith('$') ? name.slice(1) : name));

/** Names of an expression, those that its texts hold among them. */
export function namesIn(source: BareCode, from: number, to: number): string[] {
  const names = plainNamesIn(source, from, to);
  const written = source.code.slice(from, to);
  if (/["'`]/.test(written))
    for (const { groups } of written.matchAll(interpolated)) names.push(groups?.['name'] ?? groups?.['bare'] ?? '');
  return names;
}

/** Where values of one function come from, by its text: what names were given, in the order in which it stands. */
export class Values {
  private readonly held = new Map<string, Origin>();

  constructor(
    private readonly words: RequestWords,
    /** Calls of the language name their arguments with the sign that gives a value. */
    private readonly hasNamed: boolean,
    parameters: readonly Parameter[],
    filledBy: readonly Origin[],
  ) {
    for (const [index, { name, text }] of parameters.entries()) {
      const given = filledBy[index] ?? 0;
      const own = given === 0 ? ofParameter(index) : given;
      for (const one of name.split(' '))
        if (one !== '') this.held.set(one, own | (this.isAsker(one, text) ? ofAsker : 0));
    }
  }

  private isAsker(name: string, text: string): boolean {
    return (
      askerName.test(name) ||
      (/^(?:[A-Z]\w{0,20}User|User|Principal)\s\w{1,20}$/.test(text) && /^(?:user|principal|me)$/.test(name))
    );
  }

  /** Takes in what names of the function are given; false where nothing in it comes from anywhere. */
  read(source: BareCode, { start, end }: Pick<CodeUnit, 'start' | 'end'>): boolean {
    const { bare } = source;
    const { request, body, asker } = this.words;
    const later = this.words.mayFill ? source.inBare(filled).between(start, end) : [];
    const tells = [request, body, asker].some((word) => source.inCode(word).isBetween(start, end));
    if (this.held.size === 0 && later.length === 0 && !tells) return false;
    let count = 0;
    for (let index = bare.indexOf('=', start); index >= 0 && index < end; index = bare.indexOf('=', index + 1)) {
      if (ofComparison.before.includes(bare[index - 1] ?? ' ') || ofComparison.behind.includes(bare[index + 1] ?? ' '))
        continue;
      if (++count > mostGiven) break;
      gap.lastIndex = index + 1;
      const from = index + 1 + (gap.exec(bare)?.[0].length ?? 0);
      const to = endOfValue(source, from);
      const origin = this.between(source, from, to);
      if (origin === 0) continue;
      // What was found by an id of the request is a record of its own.
      const isFound = found.test(source.code.slice(from, to).replace(ofRequestItself, ''));
      const given = isFound ? origin & ofAsker : origin;
      if (given !== 0)
        for (const name of namesBefore(bare, index, this.hasNamed))
          this.held.set(name, (this.held.get(name) ?? 0) | given);
    }
    for (const { groups } of later) this.held.set(groups?.['name'] ?? groups?.['json'] ?? '', ofBody | ofRequest);
    return true;
  }

  /** Of all that stands between two offsets. */
  between(source: BareCode, from: number, to: number): Origin {
    const { body, asker } = this.words;
    let origin = this.direct(source, from, to);
    if (source.inCode(body).isBetween(from, to)) origin |= ofBody;
    if (source.inCode(asker).isBetween(from, to)) origin |= ofAsker;
    if (this.held.size > 0) for (const name of namesIn(source, from, to)) origin |= this.ofName(name);
    return origin;
  }

  /** Whether an expression reads the request in place. */
  direct(source: BareCode, from: number, to: number): Origin {
    return source.inCode(this.words.request).isBetween(from, to) ? ofRequest : 0;
  }

  ofName(name: string): Origin {
    return this.held.get(name) ?? 0;
  }
}

const longestValue = 500;
const mostGiven = 200;

/** Up to the end of a statement; brackets are passed over. */
function endOfValue({ bare, closing }: BareCode, from: number): number {
  const most = Math.min(bare.length, from + longestValue);
  for (let at = from; at < most; at++) {
    const sign = bare[at];
    if (sign === ';' || sign === ',' || sign === '\n' || sign === ')' || sign === '}' || sign === ']') {
      // A chain goes on in the next line.
      if (sign === '\n' && /^\s{0,80}(?:\?\.|\.|->|\|\||&&|\?)/.test(bare.slice(at, at + 90))) continue;
      return at;
    }
    if (sign === '(' || sign === '[' || sign === '{') at = Math.min(closing.get(at) ?? at, most);
  }
  return most;
}

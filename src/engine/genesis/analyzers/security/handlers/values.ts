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

const typedBefore: ReadonlySet<LanguageId> = new Set(['java', 'csharp']);

/** The parameters of a function in order; `self` is none. */
export function parametersOf(text: string, language: LanguageId): Parameter[] {
  return partsOf(text.slice(0, 2_000))
    .flatMap((part): Parameter[] => {
      const plain = part
        .replace(/[@#]?\[?\b@?\w{1,40}\((?:[^()]|\([^()]{0,80}\)){0,200}\)\]?\s/g, ' ')
        .replace(/(?:@\w{1,40}|\[[\w, ]{1,40}\])\s/g, ' ')
        .trim();
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

/** `=` and `:=`, and no comparison. */
const assignment = /(?<![=!<>+\-*/|&^%~.])=(?![=>~])\s{0,20}/g;
const nameBefore = /[\w$]/;

/** The names that stand before an offset and are given a value there: `a`, `a, err`, `{ a, b }`, `a: Type`. */
function namesBefore(bare: string, end: number, hasNamed: boolean): readonly string[] {
  const back = (at: number): number => {
    let place = at;
    while (place > 0 && (bare[place - 1] === ' ' || bare[place - 1] === ':' || bare[place - 1] === '?')) place--;
    return place;
  };
  const wordStart = (at: number): number => {
    let place = at;
    while (place > 0 && nameBefore.test(bare[place - 1] ?? '')) place--;
    return place;
  };
  let to = back(end);
  const sign = bare[to - 1];
  if (sign === '}' || sign === ']') {
    const open = bare.lastIndexOf(sign === '}' ? '{' : '[', to);
    return open < 0 || to - open > 200 ? [] : (bare.slice(open, to).match(/[A-Za-z_]\w{0,60}/g) ?? []);
  }
  let from = wordStart(to);
  // A type stands between the name and its value.
  if (/:\s{0,3}$/.test(bare.slice(Math.max(0, from - 4), from))) {
    to = back(from);
    from = wordStart(to);
  }
  const name = bare.slice(from, to);
  const before = bare.slice(Math.max(0, from - 42), from);
  const first = /(?<first>[a-z]\w{0,40})\s?,\s?$/.exec(before)?.groups?.['first'];
  if (first !== undefined && /^(?:err|ok|error|_|e)$/.test(name)) return [first];
  // What stands in brackets names an argument.
  return name === '' || (hasNamed && /[(,]\s{0,40}$/.test(before)) ? [] : [name.replace('$', '')];
}

/** A call that finds something, other than in the request. */
const found =
  /\bawait\b|(?:find|fetch|load|select|first)\w{0,30}!?\(|(?:[rR]epo(?:sitory)?|[sS]ervice|[dD]ao|DAO|[mM]odel|[mM]anager|[sS]tore|objects|_context\.\w{1,40}|prisma\.\w{1,40})(?:\.|->|::)\w{1,40}\(/;
const ofRequestItself = /\bawait\s(?:\w{1,12}\.){0,3}(?:params|json\(\)|form\w{0,4}\(\)|body\w{0,5}\(?)|\breadBody\(/g;
const filled =
  /\b(?:\w{0,12}Bind\w{0,10}|Decode|BodyParser|Parse\w{0,6})\(\s{0,3}&(?<name>\w{1,40})\s?\)|\bUnmarshal\([^()\n]{1,60}(?:\([^()\n]{0,30}\))?,\s?&(?<json>\w{1,40})/g;
const identifier = /(?<![\w.$:])(?<!->)\$?(?<name>[A-Za-z_]\w{0,60})\b(?!\s{0,2}(?:\(|:(?!:)|=(?![=>])))/g;
/** `${id}`, `$id`, `{id}`, `#{id}` in a text. */
const interpolated = /[$#]?\{(?<name>[A-Za-z_]\w{0,60})|\$(?<bare>[A-Za-z_]\w{0,60})/g;

/** Names of an expression, those that its texts hold among them. */
export function namesIn(written: string, bare: string): string[] {
  const names = [...bare.matchAll(identifier)].map(({ groups }) => groups?.['name'] ?? '');
  if (!/["'`]/.test(written)) return names;
  return [
    ...names,
    ...[...written.matchAll(interpolated)].map(({ groups }) => groups?.['name'] ?? groups?.['bare'] ?? ''),
  ];
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

  /** Takes in what names of the function are given. */
  read(source: BareCode, { start, end }: Pick<CodeUnit, 'start' | 'end'>): void {
    const { bare, closing } = source;
    const text = bare.slice(start, end);
    let count = 0;
    for (const match of text.matchAll(assignment)) {
      if (++count > 200) break;
      const at = start + match.index;
      const names = namesBefore(bare, at, this.hasNamed);
      if (names.length === 0) continue;
      const from = at + match[0].length;
      const to = endOfValue(bare, from, closing);
      // What was found by an id of the request is a record of its own.
      const isFound = found.test(source.code.slice(from, to).replace(ofRequestItself, ''));
      const origin = this.between(source, from, to) & (isFound ? ofAsker : ~0);
      if (origin !== 0) for (const name of names) this.held.set(name, (this.held.get(name) ?? 0) | origin);
    }
    if (!text.includes('&')) return;
    for (const { groups } of text.matchAll(filled)) {
      const name = groups?.['name'] ?? groups?.['json'] ?? '';
      this.held.set(name, ofBody | ofRequest);
    }
  }

  /** Of all that stands between two offsets. */
  between({ code, bare }: BareCode, from: number, to: number): Origin {
    const written = code.slice(from, to);
    const { request, body, asker } = this.words;
    let origin = 0;
    if (request.test(written)) origin |= ofRequest;
    if (body.test(written)) origin |= ofBody;
    if (asker.test(written)) origin |= ofAsker;
    for (const name of namesIn(written, bare.slice(from, to))) origin |= this.ofName(name);
    return origin;
  }

  /** Whether an expression reads the request in place. */
  direct(written: string): Origin {
    return this.words.request.test(written) ? ofRequest : 0;
  }

  ofName(name: string): Origin {
    return this.held.get(name) ?? 0;
  }
}

const longestValue = 500;

/** Up to the end of a statement; brackets are passed over. */
function endOfValue(bare: string, from: number, closing: ReadonlyMap<number, number>): number {
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

import { closingAt, endOfText } from './scalaText';

/** A `val` or `def` with what it is made of. */
export interface ScalaDefinition {
  readonly name: string;
  readonly at: number;
  /** What stands between its name and the `=`. */
  readonly head: string;
  readonly isOverride: boolean;
  readonly from: number;
  readonly to: number;
}
/** The head of a class, an object or a trait. */
export interface TypeHead {
  readonly kind: string;
  readonly name: string;
  readonly at: number;
  /** Where its body ends; where it begins itself if it has none. */
  readonly to: number;
}

const started =
  /(?:^|[{;])[ \t]{0,40}((?:(?:override|private|protected|final|lazy|implicit|(?:private|protected)\[\w{1,40}\](?:\[\w{1,40}\])?)[ \t]{1,4}){0,4})(?:val|def)[ \t]{1,4}(\w{1,100})/gm;
const next =
  /^\s{0,200}(?:val|def|lazy|private|protected|override|final|implicit|object|class|trait|case|import|given|type|end)\b|^\s{0,200}[@}]/;
const longestHead = 2_000;
/** How often a text may be read over, for definitions that lie in each other. */
const mostReadings = 20;

/** The definitions of a text that no other one of these lies in, once `isWanted` has seen them. */
export function definitionsIn(text: string, isWanted: (found: ScalaDefinition) => boolean): void {
  let behind = 0;
  let left = text.length * mostReadings;
  for (const found of text.matchAll(started)) {
    if (found.index < behind || left < 0) continue;
    const headAt = found.index + found[0].length;
    const from = endOfHead(text, headAt);
    if (from === undefined) continue;
    const to = endOfBody(text, from);
    left -= to - from;
    const isOverride = /\boverride\b/.test(found[1] ?? '');
    const one = { name: found[2] ?? '', at: found.index, head: text.slice(headAt, from - 1), isOverride, from, to };
    if (isWanted(one)) behind = to;
  }
}

/** Where what follows the `=` begins; `undefined` for a declaration without one. */
function endOfHead(whole: string, at: number): number | undefined {
  const text = whole.slice(at, at + longestHead);
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '"' || char === '{' || char === '}') return undefined;
    if (char === '(' || char === '[') index = closingAt(text, index);
    else if (char === '=' && text[index + 1] === '>') index += 1;
    else if (char === '=') return text[index + 1] === '=' ? undefined : at + index + 1;
    else if (char === '\n' && !/^\s{0,80}[:=(]/.test(text.slice(index, index + 90))) return undefined;
  }
  return undefined;
}

/** The end of what a value is: the line before the next declaration, or the bracket around. */
function endOfBody(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '"') at = endOfText(text, at);
    else if (char === '{' || char === '(' || char === '[') at = closingAt(text, at) + 1;
    else if (char === '}' || char === ')') return at;
    else if (char === '\n' && next.test(text.slice(at + 1, at + 260)) && text.slice(from, at).trim() !== '') return at;
    else at += 1;
  }
  return at;
}

export function typeHeads(text: string): TypeHead[] {
  const found = [
    ...text.matchAll(/^([ \t]{0,60})(?:[\w[\]]{1,40}[ \t]{1,4}){0,5}(class|object|trait)[ \t]{1,9}(\w{1,100})/gm),
  ];
  const indents = found.map(([, indent = '']) => indent.length);
  return found.map((one, index) => {
    const at = one.index + one[0].length;
    const begins = bodyOf(text, at);
    const next = found.findIndex((_other, other) => other > index && (indents[other] ?? 0) <= (indents[index] ?? 0));
    const to =
      begins === undefined
        ? one.index
        : begins === 'indented'
          ? (found[next]?.index ?? text.length)
          : closingAt(text, begins);
    return { kind: one[2] ?? '', name: one[3] ?? '', at: one.index, to };
  });
}

/** Where the body of a type begins, behind its name; `indented` where no bracket is around it. */
function bodyOf(whole: string, at: number): number | 'indented' | undefined {
  const text = whole.slice(at, at + longestHead * 2);
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === '{') return at + index;
    if (char === '(' || char === '[') index = closingAt(text, index);
    else if (char === ':' && /^:\s{0,20}\n/.test(text.slice(index, index + 30))) return 'indented';
    else if (char === '\n' && !continued.test(text.slice(index, index + 200))) return undefined;
  }
  return undefined;
}

const continued = /^\n\s{0,120}(?:extends\b|with\b|\(|\{|\[|@|:|(?:private|protected)\s{0,4}\()/;

/** What its classes extend, by their last names. */
export function basesIn(text: string, heads: readonly TypeHead[]): Record<string, readonly string[]> {
  const bases: Record<string, readonly string[]> = {};
  for (const [index, { name, at }] of heads.entries()) {
    const until = Math.min(heads[index + 1]?.at ?? text.length, at + 4_000);
    const said = /\bextends\s{1,40}([^{]{1,400})/.exec(text.slice(at, until))?.[1];
    if (said === undefined) continue;
    const line = said.replace(/[([][^()[\]]{0,200}[)\]]/g, '');
    const [first = '', ...mixed] = line.split(/\bwith\b/);
    bases[name] = [first, ...mixed].flatMap(
      (one) => /^\s{0,40}(?:\w{1,60}\.){0,4}([A-Z]\w{0,100})/.exec(one)?.[1] ?? [],
    );
  }
  return bases;
}

/** `users: UserRoutes`, `users = new UserRoutes(store)`, `router: v1.Router`. */
export function typesIn(text: string): Record<string, string> {
  const types: Record<string, string> = {};
  const typed =
    /\b([a-z]\w{0,60})\s{0,4}(?::\s{0,4}|=\s{0,20}(?:new\s{1,4})?)((?:[a-z]\w{0,40}\.){0,3}[A-Z]\w{1,80})\b/g;
  for (const [, name = '', type = ''] of text.matchAll(typed)) types[name] ??= type;
  for (const [, name = '', maker = ''] of text.matchAll(made)) {
    const type = types[name] === undefined ? typeMade(text, maker) : undefined;
    if (type !== undefined) types[name] = type;
  }
  return types;
}

const made = /\bval\s{1,4}(\w{0,60}[rR]out\w{0,60}|\w{0,60}Api)\s{0,4}=\s{0,20}([a-z]\w{1,80})(?:\(\))?[ \t]{0,20}$/gm;
const firstType = /^(?:(?!\b(?:def|val|class)\b)[\s\S]){0,400}?\bnew\s{1,4}([A-Z]\w{1,80})\b/;

/** `val users = createUsers`, `def createUsers = registry.lookup.map(store => new UserRoutes(store))`: what the function makes. */
function typeMade(text: string, maker: string): string | undefined {
  const at = text.indexOf(`def ${maker}`);
  return at === -1 ? undefined : firstType.exec(text.slice(at + maker.length + 4, at + maker.length + 600))?.[1];
}

/** `import shop.v1`, `import shop.http.{UserRoutes, OrderRoutes}`: what a name stands for; `Users._` for all of an object. */
export function importsIn(text: string): Record<string, string> {
  const imports: Record<string, string> = {};
  for (const [, from = '', list, name] of text.matchAll(
    /^[ \t]{0,20}import[ \t]{1,4}((?:\w{1,60}\.){1,12})(?:\{([^{}]{1,400})\}|(\w{1,80}\b(?!\.)|\*))/gm,
  ))
    for (const one of (list ?? name ?? '').split(',')) {
      const [, said = ''] = /^\s{0,80}(\w{1,80}|\*)\s{0,40}$/.exec(one) ?? [];
      const isAll = said === '_' || said === '*';
      if (said !== '') imports[isAll ? `${from.split('.').at(-2) ?? ''}._` : said] = `${from}${said}`;
    }
  return imports;
}

const text =
  /\bval\s{1,9}(\w{1,80})\s{0,9}(?::\s{0,9}\w{1,40}\s{0,9})?=\s{0,9}"(\/?[\w.-]{0,40}(?:\/[\w.-]{1,40}){0,5}\/?)"/g;
const mostTexts = 60;

/** Texts that may be parts of paths, by their names and with the object that they stand in. */
export function textsIn(source: string, heads: readonly TypeHead[]): Record<string, string> {
  const texts: Record<string, string> = {};
  let count = 0;
  for (const found of source.matchAll(text)) {
    const [, name = '', value = ''] = found;
    const owner = ownerIn(heads, found.index)?.name;
    texts[name] ??= value;
    if (owner !== undefined) texts[`${owner}.${name}`] ??= value;
    count += 1;
    if (count === mostTexts) break;
  }
  if (source.includes('Segment'))
    for (const [, name = '', written = ''] of source.matchAll(matcher))
      texts[matcherKey(name, written)] ??= matched(name, written);
  return texts;
}

/** `val projectM: PathMatcher1[Project] = (ownerM / repositoryM).tmap`, `val id = Segment.map(Id(_))`. */
const matcher =
  /\bval\s{1,9}(\w{1,80})\s{0,9}(?::\s{0,9}PathMatcher\d?\[[^=\n]{1,120}\]\s{0,9})?=\s{0,20}\(?((?:\w{1,60}\s{0,4}\/\s{0,4}){0,4}\w{1,60})\)?\s{0,20}\.(?:t?(?:flatM|m)ap|collect)\b/g;

/** What stands for several parts is put in as it is; one part is called after the variable that it is handed to, if there is one. */
const matcherKey = (name: string, written: string): string => (written.includes('/') ? name : `${alone}${name}`);
/** In front of the name of a matcher of one part. */
export const alone = '?';

const matched = (name: string, written: string): string =>
  written
    .split('/')
    .map((part) => part.trim())
    .map(
      (part, at, all) =>
        `{${plainName(/^(?:Segment|\w{0,8}Number|JavaUUID)$/.test(part) ? name : part)}${all.length > 1 && part === 'Segment' ? at + 1 : ''}}`,
    )
    .join('/');

const plainName = (name: string): string => name.replace(/(?<=\w)(?:M|Segment|Matcher)$/, '');

/** The innermost class around a place. */
export const ownerIn = (heads: readonly TypeHead[], at: number): TypeHead | undefined =>
  heads.findLast((head) => head.at < at && at < head.to);

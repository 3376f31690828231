import type { SourceFile } from '../../../../sourceFile';
import type { PerlRoute } from './keywordRoutes';
import { perlClosing, perlString, perlWords } from './perlText';

interface Place {
  readonly prefix: string;
  readonly isLost: boolean;
  /** It leads to routes below it, or is given away. */
  isAbove: boolean;
  /** Its name alone says that it is a router. */
  readonly isGuess?: true;
}
interface Call {
  readonly name: string;
  readonly inside: string;
  readonly at: number;
}

const start = /(?:(\$\w{1,60})\s{0,9}=\s{0,9})?(\$\w{1,60}|(?<![\w$>-])app)(?=\s{0,80}->)/g;
const link = /\s{0,80}->\s{0,4}(\w{1,60})/y;
const verbs: Readonly<Record<string, readonly string[]>> = {
  get: ['GET'],
  post: ['POST'],
  put: ['PUT'],
  patch: ['PATCH'],
  delete: ['DELETE'],
  del: ['DELETE'],
  options: ['OPTIONS'],
  websocket: ['WS'],
  any: ['ANY'],
  route: ['ANY'],
};
const textVariable = /\bmy\s{1,4}(\$\w{1,60})\s{0,9}=\s{0,9}['"](\/[^'"\n$@]{0,200})['"]\s{0,4};/g;
const choice = /\bmy\s{1,4}(\$\w{1,60})\s{0,9}=[^;?\n]{1,100}\?\s{0,9}(\$\w{1,60})\s{0,9}:\s{0,9}(\$\w{1,60})\s{0,9};/g;
const mostRoutes = 5_000;

/**
 * `$r->get('/users')->to('users#list')` of Mojolicious, where a variable holds `$self->routes` or what lies below it:
 * `my $api = $r->under('/api')`.
 */
export function routerRoutes(file: SourceFile, text: string): PerlRoute[] {
  if (!/\bMojo(?:licious)?\b/.test(text) || !/->\s{0,4}routes\b|\$(?:r|routes|router)\s{0,9}->/.test(text)) return [];
  const places = new Map<string, Place>();
  const found: (PerlRoute & { readonly own?: Place })[] = [];
  const texts = new Map([...text.matchAll(textVariable)].map(([, name = '', value = '']) => [name, value]));
  const choices = new Map([...text.matchAll(choice)].map(([, name = '', one = '', two = '']) => [name, [one, two]]));
  // Where both lie at the same path it is that one.
  const chosen = (name: string): Place | undefined => {
    const [one, two] = (choices.get(name) ?? []).map((option) => places.get(option));
    if (one === undefined || two === undefined) return undefined;
    return one.prefix === two.prefix ? one : { prefix: '', isLost: true, isAbove: true };
  };
  for (const match of text.matchAll(start)) {
    if (found.length > mostRoutes) break;
    const [whole, target, name = ''] = match;
    const calls = callsFrom(text, match.index + whole.length);
    const from = calls.findIndex((call) => call.name === 'routes' && call.inside.trim() === '');
    // What a function is given as its router lies below a path that others say.
    const given: Place | undefined = /^\$(?:r|routes|router)$/.test(name)
      ? { prefix: '', isLost: true, isAbove: true, isGuess: true }
      : undefined;
    const first =
      from === -1 ? (places.get(name) ?? chosen(name) ?? given) : { prefix: '', isLost: false, isAbove: true };
    if (first === undefined) continue;
    first.isAbove = true;
    const place = follow(file, calls.slice(from + 1), first, texts, found);
    if (target !== undefined && place !== undefined) {
      places.set(target, place);
      // Somebody else may put routes below it.
      if (mentions(text, target) > 0) place.isAbove = true;
    }
  }
  return found.flatMap(({ own, ...route }) => (own?.isAbove === true ? [] : [route]));
}

/** How often a variable stands where nothing is called on it, but for where it is made. */
function mentions(text: string, variable: string): number {
  const plain = new RegExp(`\\${variable}\\b(?!\\s{0,80}(?:->|=[^=>]))`, 'g');
  return [...text.matchAll(plain)].length;
}

function callsFrom(text: string, from: number): Call[] {
  const calls: Call[] = [];
  let at = from;
  for (let count = 0; count < 30; count++) {
    link.lastIndex = at;
    const found = link.exec(text);
    if (found === null) break;
    at += found[0].length;
    const place = at - (found[1]?.length ?? 0);
    let inside = '';
    if (text[at] === '(') {
      const end = perlClosing(text, at);
      inside = text.slice(at + 1, end);
      at = end + 1;
    }
    calls.push({ name: found[1] ?? '', inside, at: place });
  }
  return calls;
}

/** Walks a chain of calls; gives the place behind it. */
function follow(
  file: SourceFile,
  calls: readonly Call[],
  first: Place,
  texts: ReadonlyMap<string, string>,
  found: (PerlRoute & { own?: Place })[],
): Place | undefined {
  let place = first;
  for (const [index, { name, inside, at }] of calls.entries()) {
    const methods = verbs[name];
    if (name === 'find' || name === 'lookup') place = { prefix: '', isLost: true, isAbove: true };
    if (methods === undefined && name !== 'under' && name !== 'bridge') continue;
    const said = pathIn(inside, texts);
    if (first.isGuess === true && place === first && !said.path.startsWith('/')) return undefined;
    if (said.isOther && name !== 'under' && name !== 'bridge') return undefined;
    place.isAbove = true;
    const above = place;
    place = {
      prefix: `${above.prefix}/${said.path}`,
      isLost: above.isLost || said.isOther,
      isAbove: methods === undefined,
    };
    if (methods === undefined) continue;
    const behind = calls.slice(index + 1);
    const via = behind.find((call) => call.name === 'via')?.inside;
    const words = perlWords(via === undefined ? inside : `[${via.replace(/[[\]]/g, '')}]`).map((one) =>
      one.toUpperCase(),
    );
    const isOpen = methods[0] === 'ANY';
    const handler = targetOf(behind.find((call) => call.name === 'to')?.inside ?? inside);
    found.push({
      methods: isOpen && words.length > 0 && words.every((one) => isMethod.test(one)) ? words : methods,
      path: place.prefix,
      line: file.lineAt(at),
      framework: 'Mojolicious',
      ...(handler === undefined ? {} : { handler }),
      ...(place.isLost ? { isLost: true as const } : {}),
      // A verb with a method is a route though others lie below it.
      ...(isOpen ? { own: place } : {}),
    });
  }
  return place;
}

const isMethod = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** The path among the arguments; without any it is the place itself. */
function pathIn(
  inside: string,
  texts: ReadonlyMap<string, string>,
): { readonly path: string; readonly isOther: boolean } {
  const rest = inside.replace(/^\s{0,40}\[[^\][]{0,200}\]\s{0,10}(?:=>|,)?/, '');
  const [first = ''] = /^\s{0,40}(?:'[^'\n]{0,300}'|"[^"\n]{0,300}"|[^,=({[\]})]{0,80})/.exec(rest) ?? [];
  const path = perlString(first) ?? texts.get(first.trim());
  if (path !== undefined) return { path, isOther: false };
  return { path: '', isOther: !/^\s{0,40}(?:$|\(?\s{0,20}sub\b|\{|\[)/.test(first === '' ? rest : first) };
}

/** `'users#list'`, `controller => 'users', action => 'list'`. */
function targetOf(inside: string): string | undefined {
  const short = /['"]([\w:/-]{0,80}#\w{1,80})['"]/.exec(inside)?.[1];
  if (short !== undefined) return short;
  const controller = /\bcontroller\s{0,4}=>\s{0,4}['"]([\w:-]{1,80})['"]/.exec(inside)?.[1];
  const action = /\baction\s{0,4}=>\s{0,4}['"](\w{1,80})['"]/.exec(inside)?.[1];
  return controller === undefined || action === undefined ? undefined : `${controller}#${action}`;
}

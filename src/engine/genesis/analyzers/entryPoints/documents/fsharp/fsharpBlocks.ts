import { closingAt, endOfText } from '../scala/scalaText';

/** A route as a value of F# says it, below what the value lies below itself. */
export interface FsharpRoute {
  readonly method: string;
  readonly path: string;
  readonly line: number;
}
/** Another value that it takes in: `subRoute "/api" Orders.routes`. */
export interface FsharpMention {
  readonly name: string;
  readonly path: string;
}
export interface FsharpBlock {
  readonly name: string;
  /** `Shop.Orders` */
  readonly module: string;
  readonly routes: readonly FsharpRoute[];
  readonly mentions: readonly FsharpMention[];
}

const pieces = /"""[\s\S]*?(?:"""|$)|@?"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\(\*(?!\))[\s\S]*?(?:\*\)|$)/g;

/** The text without comments, at the same places; quoted texts over several lines are blanked as well. */
export const fsharpCode = (text: string): string =>
  text.replace(pieces, (part) =>
    part.startsWith('"""') || part.startsWith('/') || part.startsWith('(*') ? part.replace(/[^\n]/g, ' ') : part,
  );

interface Around {
  readonly prefix: string;
  readonly methods: readonly string[];
  /** A route is said already: what stands inside of it says methods only. */
  readonly path?: string;
  /** Inside of `router { … }` or `controller { … }`. */
  readonly inside?: 'router' | 'controller';
}
interface Found {
  readonly routes: FsharpRoute[];
  readonly mentions: FsharpMention[];
}

const deepest = 40;
const mostRoutes = 5_000;
const part = /"((?:[^"\\\n]|\\.)*)"|([([{])|(\b[A-Za-z_][\w'.]*)(?:<[\w.]{1,80}>)?|\s+|[^\s\w"([{]+|\d+/y;
const upperVerb = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|GET_HEAD)$/;
const lowerVerb = /^(?:map)?(get|post|put|patch|delete|head|options|all|any)f?$/i;
const routing = /^route(?:Ci|x|xp|f|Cif|Bind|BindCi)?$|^path(?:Scan|Ci)?$|^routexp$/;
const below = /^subRoute(?:Ci|f|T)?$|^forward(?:f)?$|^subController$/;
const never: ReadonlySet<string> = new Set(['choose', 'fun', 'let', 'if', 'then', 'else', 'use', 'warbler']);

const actions: Readonly<Record<string, readonly [string, string]>> = {
  index: ['GET', ''],
  show: ['GET', '{id}'],
  add: ['GET', 'add'],
  edit: ['GET', '{id}/edit'],
  create: ['POST', ''],
  update: ['PUT', '{id}'],
  patch: ['PATCH', '{id}'],
  delete: ['DELETE', '{id}'],
  delete_all: ['DELETE', ''],
};

/** Reads the values of a module: a handler of Giraffe or Suave, a router of Saturn, a list of endpoints. */
export function fsharpBlocks(text: string, lineAt: (offset: number) => number): FsharpBlock[] {
  const heads = [...text.matchAll(/^([ \t]{0,12})(?:let|module|namespace)\s[^\n]{0,300}/gm)];
  const modules: { readonly indent: number; readonly name: string }[] = [];
  return heads.flatMap((head): FsharpBlock[] => {
    const indent = (head[1] ?? '').length;
    while ((modules.at(-1)?.indent ?? -1) >= indent && !(indent === 0 && modules.at(-1)?.indent === 0)) modules.pop();
    const declared =
      /^\s{0,20}(?:module|namespace)\s{1,9}(?:rec\s{1,9}|public\s{1,9}|internal\s{1,9}|private\s{1,9})?([\w.]{1,150})/.exec(
        head[0],
      );
    if (declared !== null) {
      if (indent === 0 && modules.at(-1)?.indent === 0) modules.pop();
      // What a file is called at its top holds all that follows, whatever its indentation.
      modules.push({ indent: /=\s{0,9}$/.test(head[0]) ? indent : -1, name: declared[1] ?? '' });
      return [];
    }
    const name =
      /^\s{0,20}let\s{1,9}(?:rec\s{1,9}|inline\s{1,9}|private\s{1,9}|internal\s{1,9}|mutable\s{1,9}){0,3}(\w{1,80})/.exec(
        head[0],
      )?.[1];
    const equals = head[0].indexOf('=');
    if (name === undefined || equals === -1) return [];
    const from = head.index + equals + 1;
    const next = new RegExp(`^[ \\t]{0,${indent}}[^\\s#]`, 'm').exec(
      text.slice(head.index + head[0].length + 1, from + 60_000),
    );
    const to = next === null ? Math.min(text.length, from + 60_000) : head.index + head[0].length + 1 + next.index;
    const reader = new Reader(text, lineAt);
    reader.read(from, to, { prefix: '', methods: [] });
    const { found } = reader;
    if (found.routes.length + found.mentions.length === 0) return [];
    return [{ name, module: modules.map((one) => one.name).join('.'), ...found }];
  });
}

/** Items of a list stand on lines of their own, or have semicolons between them. */
function itemsOf(text: string, from: number, to: number): (readonly [number, number])[] {
  const items: (readonly [number, number])[] = [];
  let start = from;
  const column = columnAt(text, nextSolid(text, from));
  for (let at = from; at < to; at++) {
    const char = text[at] ?? '';
    if (char === '"') at = endOfText(text, at) - 1;
    else if ('([{'.includes(char)) at = closingAt(text, at);
    else {
      const first = char === '\n' ? nextSolid(text, at) : at;
      const isNext =
        char === '\n' && first < to && columnAt(text, first) <= column && !/[>|)\]}]/.test(text[first] ?? '');
      if (char !== ';' && !isNext) continue;
      items.push([start, at]);
      start = at + 1;
    }
  }
  return [...items, [start, to]];
}

const columnAt = (text: string, at: number): number => at - text.lastIndexOf('\n', at - 1) - 1;

function nextSolid(text: string, from: number): number {
  const solid = /\S/g;
  solid.lastIndex = from;
  return solid.exec(text)?.index ?? text.length;
}

class Reader {
  readonly found: Found = { routes: [], mentions: [] };
  constructor(
    private readonly text: string,
    private readonly lineAt: (offset: number) => number,
  ) {}

  read(from: number, to: number, around: Around, depth = 0): void {
    if (depth > deepest || this.found.routes.length > mostRoutes) return;
    for (const [start, end] of itemsOf(this.text, from, to)) this.readItem(start, end, around, depth);
  }

  /** `GET >=> route "/users" >=> list`, `subRoute "/api" (choose […])`, `get "/users" list`, `GET [ … ]`. */
  private readItem(from: number, to: number, around: Around, depth: number): void {
    const { found } = this;
    const before = found.routes.length;
    let { prefix, path, inside } = around;
    let methods = around.methods;
    let line = 0;
    let expects: 'route' | 'below' | undefined;
    let hasOwn = false;
    const names: string[] = [];
    part.lastIndex = from;
    for (let token = part.exec(this.text); token !== null && token.index < to; token = part.exec(this.text)) {
      const [whole, quoted, bracket, name] = token;
      if (quoted !== undefined) {
        if (expects === 'route') [path, hasOwn] = [`${prefix}/${quoted}`, true];
        else if (expects === 'below') prefix = `${prefix}/${quoted}`;
        if (expects === 'route') line = this.lineAt(token.index);
        expects = undefined;
      } else if (bracket !== undefined) {
        const end = closingAt(this.text, token.index);
        const blockOf = /^(?:router|controller)$/.exec(names.at(-1) ?? '')?.[0];
        if (blockOf === 'router' || blockOf === 'controller') inside = blockOf;
        if (bracket !== '{' || inside !== undefined)
          this.read(
            token.index + 1,
            end,
            { prefix, methods, ...given(path), ...(inside === undefined ? {} : { inside }) },
            depth + 1,
          );
        part.lastIndex = end + 1;
        inside = around.inside;
      } else if (name !== undefined) {
        const plain = name.slice(name.lastIndexOf('.') + 1);
        const action = around.inside === 'controller' && names.length === 0 ? actions[plain] : undefined;
        if (action !== undefined && depth > 0) {
          found.routes.push({ method: action[0], path: `${prefix}/${action[1]}`, line: this.lineAt(token.index) });
          return;
        }
        if (plain === 'fun' || plain === 'plug') break;
        if (upperVerb.test(plain)) [methods, line] = [plain.split('_'), line === 0 ? this.lineAt(token.index) : line];
        else if (routing.test(plain)) expects = 'route';
        else if (below.test(plain)) expects = 'below';
        else if (names.length === 0 && lowerVerb.test(plain) && isPathNext(this.text, part.lastIndex)) {
          const verb = (lowerVerb.exec(plain)?.[1] ?? '').toUpperCase();
          methods = verb === 'ALL' ? ['ANY'] : [verb];
          expects = 'route';
        }
        names.push(name);
      } else if (whole.trim() !== '' && expects !== undefined && whole.trim() !== '<') expects = undefined;
    }
    const isSaid = found.routes.length > before;
    const isMethodOnly = !hasOwn && path !== undefined && methods !== around.methods;
    if (!isSaid && path !== undefined && (hasOwn || isMethodOnly))
      for (const method of methods.length === 0 ? ['ANY'] : methods) found.routes.push({ method, path, line });
    if (hasOwn || path !== undefined) return;
    for (const name of names)
      if (!never.has(name) && found.mentions.length < mostRoutes) found.mentions.push({ name, path: prefix });
  }
}

const given = (path: string | undefined): { readonly path?: string } => (path === undefined ? {} : { path });
const isPathNext = (text: string, at: number): boolean => /^\s{1,40}"\/?/.test(text.slice(at, at + 60));

import type { Extractor } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { fileRouteRules } from '../rules/files/fileRouteRules';

/** What the text of a file says that may be a route by its place. */
export interface FileRouteFacts {
  /** Exported names with their lines. */
  readonly exports: readonly { readonly name: string; readonly line: number }[];
  /** Methods that the text compares the request's with. */
  readonly methods: readonly { readonly name: string; readonly line: number }[];
  /** The path that a Razor page says itself. */
  readonly page?: string;
}

const mayBeRoute = /(?:^|\/)(?:app|pages|Pages|routes|server|api|functions)\//;
const fileEnd = /\.(?:tsx?|jsx?|mjs|cjs|mts|vue|svelte|astro|mdx?|cshtml)$/;
/** The class beside a page of Razor, where the handlers of its forms stand. */
const codeOfPage = /\/Pages\/.{1,300}\.cshtml\.cs$/;
const pageHandler = /^\s{0,40}public\s[^=;(]{0,200}\s(On(Post|Put|Patch|Delete)\w{0,80})\(/;
const declaration = /^export\s{1,4}(?:async\s{1,4})?(?:function\*?|const|let|var|class)\s{1,4}(\w+)/;
const comparison =
  /\bmethod\s{0,4}[!=]==?\s{0,4}['"](GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)['"]|^\s{0,40}case\s{1,4}['"](GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)['"]\s{0,4}:/g;
/** `{ GET: listUsers, POST: async (req, res) => … }`: what hands on by the method has a function for each. */
const entry =
  /^\s{1,20}(GET|POST|PUT|PATCH|DELETE)\s{0,2}:\s{0,4}(?:async\b|\(|[A-Za-z_$][\w$.]{0,80}\s{0,4}[,(}]|\w+$)/;
/** `async GET(request, context) {`: the same, written as methods of an object. */
const entryMethod =
  /^\s{1,20}(?:async\s{1,4})?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\([^()]{0,120}\)[^(){};]{0,80}\{\s{0,4}$/;
/** `handler.get(async (req, res) => …)` */
const chained = /^\s{0,40}(\w{0,80})\.(get|post|put|patch|delete)\((?:\s{0,4}['"`]([^'"`\n]{0,200})['"`])?/;
const chainMaker = /^import\s{1,4}(\w{1,80})\s{1,4}from\s{1,4}['"]next-connect['"]/m;
const chainName = /^\s{0,20}(?:export\s{1,4})?(?:const|let|var)\s{1,4}(\w{1,80})\s{0,4}=\s{0,4}(\w{1,80})[<(]/gm;
const pagesApi = /(?:^|\/)pages\/api\//;
const exportedName = /^export default (\w{1,80});?\s{0,4}$/m;
/** `export default wrapped(handler, { methods: ['GET', 'POST'] })`: what wraps it lets no other through. */
const allowed =
  /^export default [\w.]{1,80}\([^;{}]{0,200}\{[^{}[\]]{0,200}?\bmethods\s{0,4}:\s{0,4}\[((?:\s{0,20}['"](?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)['"],?){1,7})\s{0,20}\]/m;
const longest = 400_000;

export const fileRouteExtractor: Extractor<FileRouteFacts> = {
  id: 'entryPoints.fileRoutes',
  version: 12,
  wants: (file) =>
    file.role === 'source' &&
    mayBeRoute.test(file.path) &&
    (codeOfPage.test(file.path) ||
      (fileEnd.test(file.path) &&
        fileRouteRules.some((rule) => rule.places.some(({ pattern }) => matchesSomewhere(pattern, file.path))))),
  extract(file) {
    if (file.text.length > longest) return undefined;
    if (codeOfPage.test(file.path)) return handlersOfPage(file.text);
    if (file.path.endsWith('.cshtml')) return razorPage(file.text);
    const exports: { name: string; line: number }[] = [];
    const methods: { name: string; line: number }[] = [];
    const chains = chainsIn(file);
    file.text.split('\n').forEach((text, at) => {
      const line = at + 1;
      const declared = declaration.exec(text);
      if (declared !== null) exports.push({ name: declared[1] ?? '', line });
      else if (text.startsWith('export default')) exports.push({ name: 'default', line });
      const added = chains === undefined ? undefined : chainedMethod(text, chains);
      if (added !== undefined && !methods.some(({ name }) => name === added)) methods.push({ name: added, line });
      const handed = entry.exec(text) ?? entryMethod.exec(text);
      for (const compared of [...text.matchAll(comparison), ...(handed === null ? [] : [handed])]) {
        const name = (compared[1] ?? compared[2] ?? '').toUpperCase();
        if (!methods.some((known) => known.name === name)) methods.push({ name, line });
      }
    });
    exports.push(...exportLists(file.text));
    if (!tells(file.path, exports)) return undefined;
    const listed = allowedMethods(file.text);
    return { exports, methods: listed.length > 0 ? listed : methods };
  },
};

/** The names of chains that gather what answers each method; `undefined` in a file without. */
function chainsIn({ path, text }: SourceFile): ReadonlySet<string> | undefined {
  if (/next-connect|createRouter/.test(text)) return chainNames(text);
  // `const handler = withSession(); handler.get(show); export default handler`: a function of the project makes the chain.
  const handler = pagesApi.test(path) ? exportedName.exec(text)?.[1] : undefined;
  const isMade = handler !== undefined && [...text.matchAll(chainName)].some(([, name]) => name === handler);
  return isMade ? new Set([handler]) : undefined;
}

/** The names of the chains that a file makes; none where something else makes them. */
function chainNames(text: string): ReadonlySet<string> {
  const maker = chainMaker.exec(text)?.[1];
  const made = [...text.matchAll(chainName)].filter(([, , by]) => by === 'createRouter' || by === maker);
  return new Set(made.map(([, name = '']) => name));
}

/** The method that a line adds to a chain at the path of the file; with a text in front it is something else. */
function chainedMethod(text: string, chains: ReadonlySet<string>): string | undefined {
  const [, owner = '', verb, said] = chained.exec(text) ?? [];
  const isOther = owner !== '' && chains.size > 0 && !chains.has(owner);
  return isOther || said !== undefined ? undefined : verb?.toUpperCase();
}

function allowedMethods(text: string): { name: string; line: number }[] {
  const found = allowed.exec(text);
  if (found === null) return [];
  const line = text.slice(0, found.index + found[0].lastIndexOf('methods')).split('\n').length;
  return [...new Set((found[1] ?? '').match(/[A-Z]+/g) ?? [])].map((name) => ({ name, line }));
}

/** A file that only a table may name is worth its place where it answers requests. */
function tells(path: string, exports: FileRouteFacts['exports']): boolean {
  return (
    exports.some(({ name }) => name === 'loader' || name === 'action') ||
    fileRouteRules.some(({ places }) =>
      places.some(({ pattern, gives }) => gives !== 'nothing' && matchesSomewhere(pattern, path)),
    )
  );
}

/** A rule speaks of paths below a package, which may be any folder. */
export function matchesSomewhere(pattern: RegExp, path: string): boolean {
  for (let at = 0; at !== -1; at = path.indexOf('/', at + 1))
    if (pattern.test(path.slice(at === 0 ? 0 : at + 1))) return true;
  return false;
}

/** `export { handler as GET, handler as POST };`, `export const { GET, POST } = handlers;` */
function exportLists(text: string): { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  for (const match of text.matchAll(/^export\s{1,4}(?:const\s{1,4})?\{([^}]{0,2000})\}/gm)) {
    const line = text.slice(0, match.index).split('\n').length;
    for (const part of (match[1] ?? '').split(',')) {
      const name = part
        .trim()
        .split(/\s+as\s+|\s*:\s*/)
        .at(-1);
      if (name !== undefined && name !== '') found.push({ name, line });
    }
  }
  return found;
}

function razorPage(text: string): FileRouteFacts | undefined {
  const found = /^\s{0,10}@page(?:\s{1,4}"([^"\n]{0,200})")?/m.exec(text);
  if (found === null) return undefined;
  return { exports: [], methods: [], ...(found[1] === undefined ? {} : { page: found[1] }) };
}

function handlersOfPage(text: string): FileRouteFacts | undefined {
  const found = new Map<string, { name: string; line: number }>();
  text.split('\n').forEach((row, at) => {
    const method = pageHandler.exec(row)?.[2]?.toUpperCase();
    if (method !== undefined && !found.has(method)) found.set(method, { name: method, line: at + 1 });
  });
  return found.size === 0 ? undefined : { exports: [], methods: [...found.values()] };
}

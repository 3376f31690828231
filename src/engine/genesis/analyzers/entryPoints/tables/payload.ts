import { plainText } from '../../waysIn/plainText';
import { closingAt } from '../documents/scala/scalaText';
import type { TableFacts, TableRow } from './tableFacts';

/** `export const Orders: CollectionConfig<'orders'> = {`, and the same for what there is one of. */
const declared =
  /\b(?:const|let)\s{1,4}(\w{1,80})\s{0,4}:\s{0,4}(Collection|Global)Config(?:<[^<>=\n]{0,100}>)?\s{0,4}=\s{0,9}\{/g;
const slug = /^\s{0,12}slug\s{0,4}:\s{0,4}['"`]([\w-]{1,80})['"`]/m;
const auth = /^\s{0,12}auth\s{0,4}:\s{0,4}(?:true\b|\{)/m;
const endpoint =
  /\bpath\s{0,4}:\s{0,4}['"`](\/[^'"`\n]{0,150})['"`]\s{0,4},\s{0,40}method\s{0,4}:\s{0,4}['"`](get|post|put|patch|delete)['"`]|\bmethod\s{0,4}:\s{0,4}['"`](get|post|put|patch|delete)['"`]\s{0,4},\s{0,40}path\s{0,4}:\s{0,4}['"`](\/[^'"`\n]{0,150})['"`]/g;
const longestBody = 60_000;
const mostDeclared = 50;

const ofCollection = ['GET ', 'POST ', 'PATCH ', 'DELETE ', 'GET /count', 'GET /:id', 'PATCH /:id', 'DELETE /:id'];
const ofUsers = [
  'POST /login',
  'POST /logout',
  'GET /me',
  'POST /refresh-token',
  'POST /forgot-password',
  'POST /reset-password',
  'POST /verify/:token',
  'POST /unlock',
];

/** The collections and globals of Payload that a file declares, each with the requests that the interface answers for it. */
export function payloadFacts(text: string): TableFacts | undefined {
  const plain = plainText(text, 'javascript');
  const rows = [...plain.matchAll(declared)].slice(0, mostDeclared).flatMap((found): TableRow[] => {
    const [whole, name = '', kind] = found;
    const open = found.index + whole.length - 1;
    const rest = plain.slice(open, open + longestBody);
    const body = ownLevel(rest.slice(0, closingAt(rest, 0)));
    const own = slug.exec(body)?.[1];
    if (own === undefined) return [];
    const line = plain.slice(0, found.index).split('\n').length;
    const base = kind === 'Global' ? `/globals/${own}` : `/${own}`;
    const answers = kind === 'Global' ? ['GET ', 'POST '] : [...ofCollection, ...(auth.test(body) ? ofUsers : [])];
    return answers.map((answer): TableRow => {
      const [method = '', below = ''] = answer.split(' ');
      return { method, path: `${base}${below}`, line, handler: name, isImplied: true };
    });
  });
  return rows.length === 0 ? undefined : { framework: 'Payload', rows };
}

/** What the object says itself; what lies in further braces is blank, as the fields of a collection are. */
function ownLevel(text: string): string {
  let depth = 0;
  return text.replace(/[{}[\]]|[^{}[\]]{1,2000}/g, (part) => {
    if (part === '{' || part === '[') depth += 1;
    const shown = depth === 1 || (depth === 2 && /^[{[]$/.test(part)) ? part : part.replace(/[^\n]/g, ' ');
    if (part === '}' || part === ']') depth -= 1;
    return shown;
  });
}

/** What the settings of Payload say: below which path its interface lies, what is taken in, and requests of the program's own. */
export function payloadSettings(text: string): TableFacts {
  const plain = plainText(text, 'javascript');
  const said = /\broutes\s{0,4}:\s{0,4}\{[^{}]{0,300}\bapi\s{0,4}:\s{0,4}['"`](\/[^'"`\n]{0,100})['"`]/.exec(
    plain,
  )?.[1];
  const lists = [...plain.matchAll(/\b(?:collections|globals)\s{0,4}:\s{0,4}\[([^\]]{0,4000})\]/g)].map(
    ([, list = '']) => list,
  );
  const rows = [...plain.matchAll(endpoint)].map((found): TableRow => {
    const [, path, method, other, below] = found;
    return {
      method: (method ?? other ?? '').toUpperCase(),
      path: path ?? below ?? '',
      line: plain.slice(0, found.index).split('\n').length,
    };
  });
  // What a spread or a call puts into a list has no name here.
  const isOpen = lists.length === 0 || lists.some((list) => /\.\.\.|\(/.test(list));
  const named = isOpen ? {} : { taken: lists.flatMap((list) => list.match(/\b[A-Za-z_]\w{0,79}\b/g) ?? []) };
  return { framework: 'Payload', rows, app: said ?? '/api', ...named };
}

/** Below which path the interface lies that takes this in; `undefined` where no settings do. */
export function payloadBase(
  file: string,
  { handler }: TableRow,
  files: ReadonlyMap<string, TableFacts>,
): string | undefined {
  for (const [path, { framework, app, taken }] of files) {
    if (framework !== 'Payload' || app === undefined) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (!file.startsWith(folder)) continue;
    if (handler === undefined || taken === undefined || taken.includes(handler)) return app;
  }
  return undefined;
}

import { plainText } from '../../waysIn/plainText';
import type { CoreRouter, TableFacts, TableRow } from './tableFacts';

/** The keys of a row stand near one another, in any order. */
const method = /\bmethod\s{0,4}:\s{0,4}['"`](GET|POST|PUT|PATCH|DELETE|ALL)['"`]/gi;
const path = /\bpath\s{0,4}:\s{0,4}['"`](\/[^'"`\n]{0,200})['"`]/;
const handler = /\bhandler\s{0,4}:\s{0,4}['"`]([\w.:-]{1,120})['"`]/;
const core = /\bcreateCoreRouter\(\s{0,20}['"`]api::([\w-]{1,80}\.[\w-]{1,80})['"`]/g;
const prefix = /\bprefix\s{0,4}:\s{0,4}['"`]([^'"`\n]{0,100})['"`]/;
const nearest = 600;

/** The routes of `src/api/<name>/routes/`. */
export function strapiFacts(text: string): TableFacts | undefined {
  const plain = plainText(text, 'javascript');
  const lineAt = (at: number): number => plain.slice(0, at).split('\n').length;
  const found = [...plain.matchAll(method)];
  const rows = found.flatMap((match, at): TableRow[] => {
    const end = found[at + 1]?.index ?? match.index + nearest;
    const open = plain.lastIndexOf('{', match.index);
    const near = plain.slice(open, Math.min(end, match.index + nearest));
    const own = path.exec(near)?.[1];
    const verb = (match[1] ?? '').toUpperCase();
    const named = handler.exec(near)?.[1];
    if (own === undefined) return [];
    return [
      {
        method: verb === 'ALL' ? 'ANY' : verb,
        path: own,
        line: lineAt(match.index),
        ...(named === undefined ? {} : { handler: named }),
      },
    ];
  });
  const routers = [...plain.matchAll(core)].map((match): CoreRouter => {
    const rest = plain.slice(match.index, match.index + nearest);
    const only = listOf(rest, 'only');
    const except = listOf(rest, 'except');
    return {
      type: match[1] ?? '',
      line: lineAt(match.index),
      prefix: prefix.exec(rest)?.[1] ?? '',
      ...(only === undefined ? {} : { only }),
      ...(except === undefined ? {} : { except }),
    };
  });
  if (rows.length === 0 && routers.length === 0) return undefined;
  return { framework: 'Strapi', rows, core: routers };
}

function listOf(text: string, key: string): string[] | undefined {
  const found = new RegExp(`\\b${key}\\s{0,4}:\\s{0,4}\\[([^\\]]{0,300})\\]`).exec(text)?.[1];
  return found === undefined ? undefined : [...found.matchAll(/['"`](\w{1,40})['"`]/g)].map(([, name = '']) => name);
}

/** `schema.json` of a type of content. */
export function contentType(text: string): TableFacts | undefined {
  const said = (key: string): string | undefined =>
    new RegExp(`"${key}"\\s{0,4}:\\s{0,4}"([\\w-]{1,100})"`).exec(text)?.[1];
  const singular = said('singularName');
  const plural = said('pluralName');
  if (singular === undefined || plural === undefined) return undefined;
  return { framework: 'Strapi', content: { singular, plural, isSingle: said('kind') === 'singleType' } };
}

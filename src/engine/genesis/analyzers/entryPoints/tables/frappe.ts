import { plainText } from '../../waysIn/plainText';
import type { TableFacts, TableRow } from './tableFacts';

const decorator = /^@(?:frappe\.)?whitelist\(/gm;
/** What may stand between the decorator and the function: its arguments, further decorators. */
const declared = /^(?:async )?def ([A-Za-z]\w{0,100})\(/m;
const methods = /\bmethods\s{0,4}=\s{0,4}[[(]([^\])]{0,100})/;
const nearest = 1_000;
const appName = /^app_name\s{0,4}=\s{0,4}['"](\w{1,60})['"]/m;

/** Functions of a module that others may call by name: `@frappe.whitelist()`. Methods of documents have no path of their own. */
export function frappeRows(text: string): TableFacts | undefined {
  if (!text.includes('whitelist(') || !text.includes('frappe')) return undefined;
  const plain = plainText(text, 'python');
  const rows = [...plain.matchAll(decorator)].flatMap((match): TableRow[] => {
    const rest = plain.slice(match.index, match.index + nearest);
    const found = declared.exec(rest);
    const name = found?.[1];
    if (found === null || name === undefined) return [];
    const said = methods.exec(rest.slice(0, found.index))?.[1] ?? '';
    const verbs = [...said.matchAll(/['"]([A-Za-z]{3,7})['"]/g)].map(([, verb = '']) => verb.toUpperCase());
    const line = plain.slice(0, match.index).split('\n').length;
    return (verbs.length === 0 ? ['ANY'] : verbs).map((method) => ({ method, path: name, line, handler: name }));
  });
  return rows.length === 0 ? undefined : { framework: 'Frappe', rows };
}

/** `hooks.py` of an application. */
export function frappeApp(text: string): TableFacts | undefined {
  const app = appName.exec(text)?.[1];
  return app === undefined ? undefined : { framework: 'Frappe', app };
}

/** `/api/method/shop.orders.api`, before the name of a function: where the module lies in the application around it. */
export function frappeBase(file: string, files: ReadonlyMap<string, TableFacts>): string | undefined {
  const module = file.replace(/(?:\/__init__)?\.py$/, '').split('/');
  for (let depth = module.length - 1; depth > 0; depth--) {
    const { framework, app } = files.get([...module.slice(0, depth), 'hooks.py'].join('/')) ?? {};
    if (framework === 'Frappe' && app !== undefined) return `/api/method/${[app, ...module.slice(depth)].join('.')}.`;
  }
  return undefined;
}

import { plainText } from '../../waysIn/plainText';
import type { TableFacts, TableRow } from './tableFacts';

/** `'GET /api/users/:id': 'UserController.show'`, `'/': { view: 'pages/home' }`. */
const row =
  /^\s{0,20}['"`](?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL)\s{1,20})?(\/[^'"`\n]{0,200})['"`]\s{0,10}:\s{0,10}(?:['"`]([\w./-]{1,100})['"`]|\{(?:\s{0,40}(?:action|controller)\s{0,4}:\s{0,4}['"`]([\w./-]{1,100})['"`])?)?/i;

/** The routes of `config/routes.js`. */
export function sailsRows(text: string): TableFacts | undefined {
  if (!/\bmodule\.exports\.routes\s{0,4}=/.test(text)) return undefined;
  const rows = plainText(text, 'javascript')
    .split('\n')
    .flatMap((line, at): TableRow[] => {
      const [, method = 'ALL', path = '', named, action] = row.exec(line) ?? [];
      const handler = named ?? action;
      // What another address takes the request to is no path of this server.
      if (path === '' || /^(?:\/|https?:)/.test(handler ?? '')) return [];
      const verb = method.toUpperCase();
      return [
        { method: verb === 'ALL' ? 'ANY' : verb, path, line: at + 1, ...(handler === undefined ? {} : { handler }) },
      ];
    });
  return rows.length === 0 ? undefined : { framework: 'Sails', rows };
}

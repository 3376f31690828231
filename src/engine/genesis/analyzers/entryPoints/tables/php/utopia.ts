import type { TableFacts, TableRow } from '../tableFacts';

const most = 40;
const action =
  /->setHttpMethod\(\s{0,40}[\w\\]{1,80}::HTTP_REQUEST_METHOD_([A-Z]{3,7})\s{0,40}\)\s{0,80}->setHttpPath\(\s{0,40}['"]([^'"\n]{1,300})['"](?=\s{0,80}\))/g;
const alias = /\s{0,80}\)\s{0,80}->httpAlias\(\s{0,40}['"]([^'"\n]{1,300})['"]/y;

/** What an action of Utopia's platform says of itself when it is made: the method, the path and other paths. */
export function utopiaActions(text: string): TableFacts | undefined {
  const rows: TableRow[] = [];
  for (const match of text.matchAll(action)) {
    const [whole, method = '', path = ''] = match;
    if (rows.length > most) break;
    rows.push({ method, path, line: lineAt(text, match.index + whole.length) });
    alias.lastIndex = match.index + whole.length;
    for (let other = alias.exec(text); other !== null && rows.length <= most; other = alias.exec(text))
      rows.push({ method, path: other[1] ?? '', line: lineAt(text, alias.lastIndex) });
  }
  return rows.length === 0 ? undefined : { framework: 'Utopia', rows };
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

import { emptyTree, type RouteTree } from './routeTree';
import { closingAt, endOfText } from './scalaText';
import { templateOf } from './templates';
import type { Dialect, TreeReader } from './treeReader';

const verbs = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)';
const arrow = new RegExp(
  `case\\s{1,20}(?:\\w{1,60}\\s{0,4}@\\s{0,4})?\\(?\\s{0,4}((?:Method\\.)?${verbs}(?:\\s{0,4}\\|\\s{0,4}${verbs}){0,6})\\s{0,4}\\)?\\s{0,20}->\\s{0,20}(?:Root\\b|!!)([^\\n=>]{0,400}(?:\\n[^\\n=>]{0,200}){0,4}?)=>`,
  'y',
);
const segment =
  /^\s{0,40}\/\s{0,40}(?:"([^"\n]{0,150})"|`(\w{1,80})`|([A-Z]\w{0,80}|int|long|string|uuid|boolean)\s{0,4}\(\s{0,4}(\w{1,80})[^()\n]{0,80}\)|([\w.]{1,100}))/;

/** `case GET -> Root / "users" / UUIDVar(id) => …` of http4s, and below what a `Router("/api" -> routes)` puts values. */
export const arrowCases: Dialect = (reader, found, _pending, level) => {
  if (found.name === 'Router' && found.open !== -1) {
    level.children.push(...keyed(reader, found.open, found.close));
    return found.close + 1;
  }
  if (found.name !== 'case') return undefined;
  arrow.lastIndex = found.at;
  const match = arrow.exec(reader.text);
  const parts = match === null ? undefined : segmentsOf(match[2] ?? '');
  if (match === null || parts === undefined) return undefined;
  const methods = (match[1] ?? '').replace(/Method\./g, '').match(/[A-Z]+/g) ?? [];
  level.children.push({ ...emptyTree(reader.file.lineAt(found.at)), parts, methods, ends: true });
  return found.at + match[0].length;
};

/** `/ "users" / UUIDVar(id) / name as user :? Limit(limit)`; a name that begins large is a text of the program. */
function segmentsOf(written: string): string[] | undefined {
  const parts: string[] = [];
  let rest = written;
  for (let match = segment.exec(rest); match !== null; match = segment.exec(rest)) {
    const [whole, said, quoted, , variable, name = ''] = match;
    rest = rest.slice(whole.length);
    const constant = quoted ?? (/^[A-Z]/.test(name) ? name : undefined);
    if (said !== undefined) parts.push(...said.split('/').filter((one) => one !== ''));
    else if (constant !== undefined)
      parts.push(`=\${${constant}${parts.length === 0 ? '' : `:${constant.replace(/^.*\./, '')}`}}`);
    else parts.push(`{${(variable ?? name) === '_' ? `part${parts.length + 1}` : (variable ?? name)}}`);
  }
  return /^\s{0,40}(?:$|as\b|asAuthed\b|if\b|:\?|\+&|\))/.test(rest) ? parts : undefined;
}

/** Each key of a `Router` with what lies below it. */
function keyed(reader: TreeReader, open: number, close: number): RouteTree[] {
  const { text, file } = reader;
  return splitAt(text, open + 1, close).flatMap(({ from, to }): RouteTree[] => {
    const arrowAt = text.indexOf('->', from);
    if (arrowAt === -1 || arrowAt > to) return [];
    const template = templateOf(text.slice(from, arrowAt));
    const parts =
      template?.startsWith('=') === true ? [template] : (template ?? '').split('/').filter((one) => one !== '');
    const line = file.lineAt(arrowAt);
    return [reader.tree(arrowAt + 2, to, { ...emptyTree(line), parts, isLost: template === undefined })];
  });
}

/** What commas part, texts and brackets left aside. */
function splitAt(text: string, from: number, to: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const char = text[at] ?? '';
    if (char === '"') at = endOfText(text, at) - 1;
    else if (char === '(' || char === '[' || char === '{') at = closingAt(text, at);
    else if (char === ',') {
      found.push({ from: start, to: at });
      start = at + 1;
    }
  }
  return [...found, { from: start, to }];
}

const interpolated = new RegExp(
  `case\\s{1,20}(?:\\w{1,60}\\s{0,4}@\\s{0,4})?(${verbs})\\(\\s{0,9}p"([^"\\n]{0,300})"`,
  'y',
);

/** `case GET(p"/users/$id") => …` of Play, and `users.withPrefix("/api")`. */
export const interpolatedCases: Dialect = (reader, found, _pending, level) => {
  const { text, file } = reader;
  if (found.name === 'case') {
    interpolated.lastIndex = found.at;
    const match = interpolated.exec(text);
    if (match === null) return undefined;
    const parts = (match[2] ?? '')
      .replace(/\$\{\s{0,4}\w{1,40}\(\s{0,4}(\w{1,60})\s{0,4}\)\s{0,4}\}|\$\{(\w{1,60})\}|\$(\w{1,60})/g, '{$1$2$3}')
      .replace(/\}<[^<>]{1,100}>/g, '}')
      .replace(/\}\*/g, '*}');
    const [method = ''] = match.slice(1);
    const line = file.lineAt(found.at);
    level.children.push({
      ...emptyTree(line),
      parts: parts.split('/').filter((one) => one !== ''),
      methods: [method],
      ends: true,
    });
    return found.at + match[0].length;
  }
  const prefix = /^\s{0,40}\.\s{0,4}withPrefix\(\s{0,20}("[^"\n]{0,150}")/.exec(text.slice(found.end, found.end + 240));
  if (prefix === null) return undefined;
  const parts = (templateOf(prefix[1] ?? '') ?? '').split('/').filter((one) => one !== '');
  const refs = [
    { of: found.name, name: 'routes' },
    ...(found.isMember ? [] : [{ of: '', name: found.name, isNear: true as const }]),
  ];
  level.children.push({ ...emptyTree(file.lineAt(found.at)), parts, refs });
  return found.end + prefix[0].length;
};

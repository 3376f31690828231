import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import type { LineRule } from '../weakness';

export const jsp = (file: FileDescription): boolean => /\.(?:jspx?|jspf|tag)$/.test(file.path);

/** A parameter or a cookie of the request, in code whose texts are left out. */
const taken = /\brequest\.get(?:Parameter|Header)\(\s{0,3}"|\bcookies?(?:\[\w{1,10}\])?\.getValue\(\)/;
const harmless = /escape|encode|sanit|parseInt|parseLong|valueOf|Integer\.|Long\.|equals\(|==|!=/i;

/** Names that hold a parameter of the request as it came, or a text that was put together with one. */
function takenNames(file: SourceFile, upTo?: number): ReadonlySet<string> {
  const names = new Set<string>();
  const given = /(?<![\w.])(?<name>[A-Za-z_]\w{0,40})\s{0,3}\+?=(?!=)\s{0,3}(?<value>[^;\n]{1,400})/g;
  for (const { groups } of file.text.slice(0, upTo).matchAll(given)) {
    const { name = '', value = '' } = groups ?? {};
    if (holdsTaken(value, names)) names.add(name);
    else if (harmless.test(value)) names.delete(name);
  }
  return names;
}

/** `(request.getParameter("a") == null) ? "" : …`: whether there is one. */
const whetherAny = /\(?\s?[\w.]{1,60}(?:\(\s?""\s?\))?\s?[!=]=\s?null\s?\)?\s?\?/g;

/** The value itself, or a text that is put together with it; what a call makes of it is something else. */
function holdsTaken(value: string, names: ReadonlySet<string>): boolean {
  const code = value.replace(/"[^"\n]{0,400}"/g, '""').replace(whetherAny, '');
  const parts = code.replace(/\.(?:trim|toString|toLowerCase|toUpperCase)\(\)/g, '').split(/[+:]/);
  return parts.some((part) => !harmless.test(part) && (taken.test(part) || names.has(part.trim())));
}

export const isTaken = (match: RegExpMatchArray, file: SourceFile): boolean =>
  holdsTaken(match.groups?.['value'] ?? '', takenNames(file, match.index));

/** JSP: Java between signs, whose parts no grammar reads. Each tells what the rule of the same name tells of Java. */
export const jspRules: readonly LineRule[] = [
  {
    id: 'jsp-sql',
    possible: true,
    fromRequest: true,
    told: 'sql-injection',
    cwe: 'CWE-89',
    owasp: 'A03',
    title: 'SQL is put together from request data',
    severity: 'critical',
    why: 'Whoever sends the request decides what the database runs.',
    fix: 'Pass the values as parameters of the statement.',
    wants: jsp,
    words: ['getParameter'],
    pattern:
      /\.(?:execute\w{0,10}|prepareStatement|create(?:Native|SQL)?Query|addBatch|queryFor\w{1,10}|update)\(\s{0,3}(?<value>"[^;]{1,500}|[a-zA-Z_]\w{0,40}\s{0,3}\))/g,
    accept(match, file) {
      const value = (match.groups?.['value'] ?? '').replace(/\)\s*$/, '');
      const isName = /^\w+$/.test(value.trim());
      const names = takenNames(file, match.index);
      if (!isName) return holdsTaken(value.replace(/\)[^)"]{0,100}$/, ''), names);
      // A name has to hold SQL: a value on its own is bound.
      return names.has(value.trim()) && new RegExp(`\\b${value.trim()}\\s{0,3}\\+?=\\s{0,3}"`).test(file.text);
    },
    examples: [
      {
        path: 'a.jsp',
        text: '<%\nString id = request.getParameter("id");\nrs = stmt.executeQuery("select * from t where id=" + id);\nrs = stmt.executeQuery("select * from t where n=\'"+request.getParameter("n").trim()+"\'");\nint n = Integer.parseInt(id);\nrs = stmt.executeQuery("select * from t where id=" + n);\n%>\n',
        lines: [3, 4],
      },
    ],
  },
  {
    id: 'jsp-page',
    possible: true,
    told: 'reflected-xss',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'Request data is written into HTML as it comes',
    severity: 'high',
    why: 'Script in the value runs in the page of whoever follows the link.',
    fix: 'Write it through `<c:out>` or `fn:escapeXml`.',
    wants: jsp,
    words: ['getParameter', '${param', '${ param'],
    pattern:
      /<%=\s{0,3}(?<value>[^%\n]{1,200}?)\s{0,3};?\s{0,3}%>|\bout\.print(?:ln)?\((?<printed>[^;\n]{1,300})\)\s{0,3};|\$\{\s{0,3}param\.\w{1,40}\s{0,3}\}/g,
    detail: (match) => /param\.\w{1,40}/.exec(match[0].startsWith('$') ? match[0] : '')?.[0] ?? '',
    accept(match, file) {
      const written = match.groups?.['value'] ?? match.groups?.['printed'];
      if (written !== undefined) return holdsTaken(written, takenNames(file, match.index));
      // The attribute of a tag of a library is escaped, or is no text of the page.
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 300), match.index);
      const tag = /<(?<name>[\w:]{1,40})[^<>]{0,300}$/.exec(before)?.groups?.['name'];
      return tag === undefined || !tag.includes(':');
    },
    examples: [
      {
        path: 'a.jsp',
        text:
          '<% String q = request.getParameter("q"); %>\n<p><%= q %></p>\n<% out.print("No " + q); %>\n<p><%= escapeHtml(q) %></p>\n<p><%= title %></p>\n<c:out value="$' +
          '{param.q}"/>\n<i>$' +
          '{param.q}</i>\n',
        lines: [2, 3, 7],
      },
    ],
  },
  {
    id: 'jsp-file',
    possible: true,
    told: 'path-traversal',
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'A file path comes from request data',
    severity: 'high',
    why: 'With `../` in the value the request reaches files outside the folder that was meant.',
    fix: 'Take the base name, or resolve the path and check that it still lies in the folder.',
    wants: jsp,
    words: ['getParameter'],
    pattern: /\bnew\s(?:File|FileInputStream|FileReader|FileOutputStream)\((?<value>[^;()\n]{1,200})\)/g,
    accept: (match, file) => isTaken(match, file) && !/\.\.|getCanonicalPath|getName\(\)|normalize\(/.test(file.text),
    examples: [
      {
        path: 'a.jsp',
        text: '<%\nString path = request.getParameter("file");\nFile f = new File(folder + path);\nFile g = new File(folder);\n%>\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'jsp-param-given',
    silent: true,
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A page gives a parameter to one that it includes',
    severity: 'low',
    why: 'What it gives stands before what the request has under the same name.',
    fix: 'Nothing.',
    wants: jsp,
    words: ['<jsp:param', '<c:param'],
    pattern: /<(?:jsp|c):param\s{1,20}name=["'](?<name>\w{1,40})["']/g,
    detail: (match) => `param.${match.groups?.['name'] ?? ''}`,
    examples: [
      {
        path: 'a.jsp',
        text: '<jsp:include page="art.jsp">\n  <jsp:param name="caption" value="x"/>\n</jsp:include>\n',
        lines: [2],
      },
    ],
  },
];

import type { LineRule } from '../../weakness';
import { isTaken, jsp } from '../jspRules';
import { storedInJsp } from './kinds';

const written = String.raw`(?:\w{0,20}[nN]ame|user|description|title|text|comments?|msg|message|content|bio|about|address|subject|body|query|keyword|email|mail|errors?|errorMessage|err|note|notes|result|url|link|value|search|input|answer|question|phone|city|street|address\w{0,5}|country|company|caption|label|tags?|category|author|review|feedback|reason|remarks?|reply|nick\w{0,6})`;

/** The tag around an offset, where it is one of a library: those escape what they are given, or write no text of a page. */
function isInLibraryTag(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  const tag = /<(?<name>[\w:]{1,40})[^<>]{0,300}$/.exec(before)?.groups?.['name'];
  return tag?.includes(':') === true;
}

const ofOthers = {
  possible: true,
  wants: jsp,
  words: ['getParameter'],
  fix: 'Choose the value from a list, or check it before.',
} as const;

/** Pages of Java: what they write of objects, and what else they do with parameters of a request. */
export const broadJspRules: readonly LineRule[] = [
  {
    ...storedInJsp,
    id: 'jsp-value-of-object',
    wants: jsp,
    words: ['${'],
    pattern: new RegExp(
      String.raw`\$\{\s?(?:(?:requestScope|sessionScope|pageScope|\w{1,40})\.){0,3}${written}\s?\}`,
      'g',
    ),
    accept: (match, file) => !match[0].includes('param.') && !isInLibraryTag(file.text, match.index ?? 0),
    examples: [
      {
        path: 'src/main/webapp/header.jspf',
        text: `<p>Hi \${sessionScope.user.name} !</p>\n<c:out value="\${user.name}"/>\n<strong>\${requestScope.error}</strong>\n<i>\${user.id}</i>\n`,
        lines: [1, 3],
      },
    ],
  },
  {
    ...storedInJsp,
    id: 'jsp-getter',
    wants: jsp,
    words: ['<%=', 'out.print'],
    pattern:
      /(?:<%=\s{0,3}|\bout\.print(?:ln)?\((?:"[^"\n]{0,200}"\s{0,3}\+\s{0,3}){0,3})(?:\(?request\.getAttribute\(\s?"\w{1,40}"\s?\)\s?!=\s?null\s?\)?\s?\?\s?(?:"[^"\n]{0,60}"\s?\+\s?)?)?(?:\([A-Z]\w{0,20}\)\s?)?(?:\w{1,30}(?:\.get\(\w{1,10}\)|\[\w{1,10}\])?\.get(?:String\(\s?(?:"\w{1,40}"|\d{1,2})\s?\)|(?:User|First|Last|Full)?Name\(\)|Title\(\)|Comment\w{0,8}\(\)|Content\(\)|Message\(\)|Description\(\)|Text\(\)|Email\(\)|Subject\(\)|Body\(\)|Feedback\(\)|Address\(\)|Review\(\)|Note\(\)|Answer\(\))|(?:session|request|application)\.getAttribute\(\s?"\w{1,40}"\s?\))/g,
    accept: (match, file) => !/escape|encode|sanit/i.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'a.jsp',
        text: '<td><%= rs.getString("name") %></td>\n<td><%= user.getId() %></td>\n<% out.print("Hi " + session.getAttribute("user")); %>\n<td><%= escapeHtml(user.getName()) %></td>\n<td><%=all.get(i).getEmail() %></td>\n<i><%=(request.getAttribute("said")!=null)?request.getAttribute("said"):"" %></i>\n',
        lines: [1, 3, 5, 6],
      },
    ],
  },
  {
    ...ofOthers,
    id: 'jsp-include',
    told: 'path-traversal',
    cwe: 'CWE-98',
    owasp: 'A03',
    title: 'A page includes what a request names',
    severity: 'high',
    why: 'Whoever sends the request has other files, or pages of other servers, shown as part of this one.',
    words: ['getParameter', 'param.'],
    pattern:
      /<(?:c:import|jsp:include|jsp:forward)\s[^>\n]{0,60}(?:url|page)\s?=\s?["'](?:<%=[^%\n]{0,60}\bgetParameter\(|[^"'\n]{0,60}\$\{\s?param\.)/g,
    examples: [
      {
        path: 'a.jsp',
        text: `<c:import url="<%=request.getParameter("page")%>" />\n<jsp:include page="\${param.part}.jsp"/>\n<jsp:include page="foot.jsp"/>\n`,
        lines: [1, 2],
      },
    ],
  },
  {
    ...ofOthers,
    id: 'jsp-command',
    fromRequest: true,
    told: 'command-injection',
    cwe: 'CWE-78',
    owasp: 'A03',
    title: 'A command line holds request data',
    severity: 'critical',
    why: 'Whoever sends the request runs commands on the server.',
    pattern: /\.exec\(\s{0,3}(?<value>[^;\n]{1,200}?)\)\s{0,3}[;.]/g,
    accept: isTaken,
    examples: [
      {
        path: 'a.jsp',
        text: '<%\nString cmd = request.getParameter("cmd");\nProcess p = Runtime.getRuntime().exec(cmd);\nProcess q = Runtime.getRuntime().exec("ls");\n%>\n',
        lines: [3],
      },
    ],
  },
  {
    ...ofOthers,
    id: 'jsp-redirect',
    told: 'open-redirect',
    cwe: 'CWE-601',
    owasp: 'A01',
    title: 'A request decides where people are sent',
    severity: 'medium',
    why: 'A link to this site leads to a page of somebody else.',
    pattern: /\.sendRedirect\(\s{0,3}(?<value>[^;\n]{1,200}?)\)\s{0,3};/g,
    accept: (match, file) => !/^\s?"/.test(match.groups?.['value'] ?? '') && isTaken(match, file),
    examples: [
      {
        path: 'a.jsp',
        text: '<%\nString to = request.getParameter("to");\nresponse.sendRedirect(to);\nresponse.sendRedirect("/a?b=" + to);\n%>\n',
        lines: [3],
      },
    ],
  },
  {
    ...ofOthers,
    id: 'jsp-address',
    told: 'ssrf',
    cwe: 'CWE-918',
    owasp: 'A10',
    title: 'The server fetches an address that a request names',
    severity: 'high',
    why: 'Services of the own network are reached from outside.',
    pattern: /\bnew\sURL\(\s{0,3}(?<value>[^;()\n]{1,200})\)/g,
    accept: isTaken,
    examples: [
      {
        path: 'a.jsp',
        text: '<%\nString url = request.getParameter("url");\nURL u = new URL(url);\nURL v = new URL(own);\n%>\n',
        lines: [3],
      },
    ],
  },
  {
    ...ofOthers,
    id: 'jsp-evaluated',
    told: 'code-injection',
    cwe: 'CWE-917',
    owasp: 'A03',
    title: 'A page evaluates what a request holds as an expression',
    severity: 'critical',
    why: 'Whoever sends the request writes code that the server runs.',
    words: ['spring:', 'param'],
    pattern:
      /<spring:(?:eval\s[^>\n]{0,40}expression|message\s[^>\n]{0,40}(?:code|text))\s?=\s?["'][^"'\n]{0,40}(?:\$\{\s?param\.|<%=[^%\n]{0,40}getParameter)/g,
    examples: [
      {
        path: 'a.jsp',
        text: `<spring:eval expression="\${param.test}" var="test" />\n<spring:eval expression="1 + 1" var="two" />\n`,
        lines: [1],
      },
    ],
  },
];

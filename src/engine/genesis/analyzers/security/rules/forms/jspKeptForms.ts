import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { cookieFlags, databaseLogin, errorText, plainPassword, sessionKept, storedInJsp } from '../broad/kinds';
import { jsp } from '../jspRules';

/** Pages of Java that sign people in, and what they tell of errors. */
export const jspKeptForms: readonly LineRule[] = [
  {
    ...errorText,
    id: 'error-joined-in-jsp',
    told: 'error-text-in-answer',
    wants: jsp,
    words: ['out.print'],
    pattern: /\bout\.print(?:ln)?\([^;\n]{0,160}\+\s?(?:e|ex|exc|exception|sqle)\s?(?:\)|\+)/g,
    examples: [
      {
        path: 'a.jsp',
        text: '<% try { run(); } catch (Exception e) { out.println("Failed: " + e + "<br/>"); } %>\n<% out.println("Hi " + name); %>\n',
        lines: [1],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-jsp',
    wants: jsp,
    words: ['addCookie('],
    pattern: /\.addCookie\(/g,
    accept: (match, file) =>
      !/setSecure\(\s?true|setHttpOnly\(\s?true/.test(file.text) &&
      !/setMaxAge\(\s?0/.test(linesAround(file, file.lineAt(match.index ?? 0), 3, 0)),
    examples: [
      { path: 'a.jsp', text: '<% response.addCookie(new Cookie("basket", id)); %>\n', lines: [1] },
      {
        path: 'b.jsp',
        text: '<% Cookie c = new Cookie("basket", id); c.setHttpOnly(true); response.addCookie(c); %>\n',
        lines: [],
      },
    ],
  },
  {
    ...sessionKept,
    id: 'session-kept-by-jsp',
    fix: 'Call `request.changeSessionId()`, or make a new session.',
    wants: jsp,
    words: ['setAttribute('],
    pattern:
      /\bsession\.setAttribute\(\s?"(?:\w{0,10}user\w{0,8}|uid|login\w{0,8}|logged\w{0,6}|admin|member)"\s?,\s?(?!null)/gi,
    accept: (match, { text }) =>
      /passw|pwd/i.test(text) &&
      !/changeSessionId|\.invalidate\(\)/.test(text) &&
      // One place a page says it.
      text.search(
        /\bsession\.setAttribute\(\s?"(?:\w{0,10}user\w{0,8}|uid|login\w{0,8}|logged\w{0,6}|admin|member)"\s?,\s?(?!null)/i,
      ) === match.index,
    examples: [
      {
        path: 'login.jsp',
        text: '<% if (rows.next()) {\n  session.setAttribute("username", rows.getString("name"));\n  session.setAttribute("userid", id);\n} %>\n<input type="password" name="password"/>\n',
        lines: [2],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-of-jsp',
    told: 'plain-password-in-query',
    wants: jsp,
    words: ['assword', 'passwd', 'pwd'],
    pattern:
      /\b(?:and|where|set)\s{1,3}(?:\w{1,20}\.)?(?:user_?)?(?:password|passwd|pass|pwd)\s?=\s?'"\s?\+\s?\w{0,12}p(?:assw(?:or)?d|ass|wd)\w{0,4}\b|\binsert\s+into\s[^;"]{1,120}\bpassw(?:or)?d\b[^;]{1,160}\+\s?p(?:assw(?:or)?d|ass|wd)\w{0,4}\b/gi,
    accept: (_match, { text }) => !/md5|sha\d|hash|bcrypt|crypt\(|digest/i.test(text),
    examples: [
      {
        path: 'a.jsp',
        text: '<% rows = s.executeQuery("SELECT * FROM users WHERE name = \'" + name + "\' AND password = \'" + password + "\'"); %>\n<% s.execute("INSERT INTO users (name, password) VALUES (\'" + name + "\', \'" + password1 + "\')"); %>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...storedInJsp,
    id: 'jsp-row-printed',
    wants: jsp,
    words: ['.getString('],
    pattern: /\b(?:out\.print(?:ln)?|\w{1,20}\.(?:append|concat))\([^;\n]{0,200}?\b\w{1,20}\.getString\(\s?["\d]/g,
    accept: ([text]) => /<\w/.test(text) && !/escape|encode|sanit/i.test(text),
    examples: [
      {
        path: 'a.jsp',
        text: '<% out.println("<td>" + rows.getInt("id") + "</td><td>" + rows.getString("name") + "</td>"); %>\n<% page = page.concat("<td>" + rows.getString("text")); %>\n<% out.println("<td>" + escape(rows.getString("name"))); %>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...storedInJsp,
    id: 'jsp-any-getter',
    wants: jsp,
    words: ['<%='],
    pattern:
      /<%=\s{0,3}(?:request\.getSession\(\)\.getAttribute\(\s?"\w{1,40}"\s?\)\s{0,3}%>|(?:events|comments|messages|names|notes|posts|items|texts|titles|lines)\.get\(\w{1,10}\)\s{0,3}%>)|<%=\s{0,3}\w{1,30}(?:\.get\(\w{1,10}\)|\[\w{1,10}\])?\.get(?!\w{0,20}(?:Id|ID|Count|Size|Date|Time|Price|Amount|Total|Number|Quantity|Status|Type|Year|Age|Path|Balance|Percent\w{0,4}|Index|Page|Key|Url|Locale)\()[A-Z]\w{1,30}\(\)\s{0,3};?\s{0,3}%>/g,
    examples: [
      {
        path: 'a.jsp',
        text: '<b><%= found.getWords() %></b>\n<b><%= found.getCount() %></b>\n<b><%= found.getUserId() %></b>\n<b><%= request.getSession().getAttribute("user") %></b>\n<b><%=events.get(i)%></b>\n',
        lines: [1, 4, 5],
      },
    ],
  },
  {
    ...databaseLogin,
    id: 'database-login-of-jsp',
    wants: jsp,
    words: ['getConnection('],
    pattern: /\bgetConnection\(\s?[^,()\n]{1,160},\s?"(?:root|sa|admin|postgres|system)"\s?,\s?"\w{0,20}"\s?\)/g,
    examples: [
      {
        path: 'a.jsp',
        text: '<% c = DriverManager.getConnection("jdbc:hsqldb:mem:a", "sa", ""); %>\n<% c = DriverManager.getConnection(address, user, password); %>\n',
        lines: [1],
      },
    ],
  },
];

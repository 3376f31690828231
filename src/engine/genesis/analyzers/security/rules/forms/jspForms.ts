import type { SourceFile } from '../../../../sourceFile';
import type { LineRule } from '../../weakness';
import { errorInAnswer, forgedRequests, storedInJsp } from '../broad/kinds';
import { jsp } from '../jspRules';

/** Names that were given what a session, a request or a row holds, and that are no numbers. */
function heldNames(file: SourceFile): ReadonlySet<string> {
  const given =
    /\bString\s{1,3}(?<name>[A-Za-z_]\w{0,40})\s{0,3}=\s{0,3}(?:\(\s?String\s?\)\s?)?(?:(?:session|request|application)\.getAttribute\(|\w{1,30}\.getString\(|\w{1,30}\.get(?:Name|User[nN]ame|Title|Comment|Content|Message|Description|Text|Email|Feedback|Body|Address)\(\))/g;
  return new Set(Array.from(file.text.matchAll(given), ({ groups }) => groups?.['name'] ?? ''));
}

const tokenOfForm = /csrf|xsrf|_token|TOKEN|<form:form|<s:token|synchronizer|nonce/;

/** Pages of Java: what they write of what was stored, and the forms that they send. */
export const jspForms: readonly LineRule[] = [
  {
    ...storedInJsp,
    id: 'jsp-held-name',
    wants: jsp,
    words: ['getAttribute(', 'getString(', '.get'],
    pattern:
      /<%=\s{0,3}(?<value>[A-Za-z_]\w{0,40})\s{0,3};?\s{0,3}%>|\bout\.print(?:ln)?\((?:\s?"(?:[^"\\\n]|\\.){0,200}"\s?\+)?\s{0,3}(?<printed>[A-Za-z_]\w{0,40})\s{0,3}(?:\+\s?"(?:[^"\\\n]|\\.){0,200}"\s?)?\)\s{0,3};/g,
    accept: (match, file) => heldNames(file).has(match.groups?.['value'] ?? match.groups?.['printed'] ?? ''),
    examples: [
      {
        path: 'home.jsp',
        text: '<%\nString who = (String) session.getAttribute("user");\nString note = rows.getString("note");\nString page = "home";\n%>\nHello <% out.println(who); %>\n<p><%= note %></p>\n<p><%= page %></p>\n<p><%= encodeForHTML(note) %></p>\n',
        lines: [6, 7],
      },
    ],
  },
  {
    ...storedInJsp,
    id: 'jsp-value-by-key',
    wants: jsp,
    words: ['Scope[', 'escapeXml'],
    pattern:
      /\$\{\s?(?:request|session|page)Scope\[\s?["'](?:message|msg|error|errors|name|user|username|comment|title|content|text|result|info)\w{0,10}["']\s?\]\s?\}|<c:out\b[^<>\n]{0,20}\svalue="\$\{[^}"\n]{0,60}(?:body|comment|content|message|text|bio|description|title|name|review|note|feedback|answer|subject)\s?\}"[^<>\n]{0,40}\sescapeXml="false"/gi,
    examples: [
      {
        path: 'done.jsp',
        text: `<h3>\${requestScope["message"]}</h3>\n<c:out value="\${post.body}" escapeXml="false"/>\n<c:out value="\${post.body}"/>\n<c:out value="\${chart}" escapeXml="false"/>\n`,
        lines: [1, 2],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-in-page-of-java',
    wants: jsp,
    words: ['getMessage()', 'printStackTrace('],
    pattern:
      /(?:<%=\s{0,3}|\bout\.print(?:ln)?\()[^;%\n]{0,120}\b(?:e|ex|exc|exception|err|error|sqle|se)\.(?:getMessage|toString|getLocalizedMessage)\(\)|\.printStackTrace\(\s?new\s(?:java\.io\.)?PrintWriter\(\s?out\b/g,
    examples: [
      {
        path: 'find.jsp',
        text: '<% try { run(); } catch (SQLException e) { out.println("Failed: " + e.getMessage()); } %>\n<% try { run(); } catch (Exception e) { e.printStackTrace(new java.io.PrintWriter(out)); } %>\n<% try { run(); } catch (Exception e) { log.println(e.getMessage()); } %>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...forgedRequests,
    id: 'form-of-jsp',
    told: 'form-without-token',
    title: 'A form is taken without a token of its page',
    why: 'A page of somebody else sends it in the name of who is signed in.',
    fix: 'Put a token of the session into the form, and compare it when it comes.',
    wants: jsp,
    words: ['<form', '<FORM'],
    fits: ({ text }) => !tokenOfForm.test(text),
    pattern: /<form\b[^<>]{0,300}\bmethod\s?=\s?["']?post\b[^<>]{0,200}/gi,
    // One place a file says it; a login, a sign-up and a search change nothing of who is signed in.
    accept(match, file) {
      const at = match.index ?? 0;
      const end = file.text.indexOf('</form', at);
      const form = file.text.slice(at, end < 0 || end - at > 6_000 ? at + 6_000 : end);
      const before = file.text.slice(0, at);
      return (
        !/<form\b[^<>]{0,300}\bmethod\s?=\s?["']?post\b/i.test(before) &&
        !/action\s?=\s?["']https?:/i.test(match[0]) &&
        !/search|log_?in|sign_?in|logon|regist|sign_?up/i.test(match[0]) &&
        /<(?:input|textarea|select|button)\b/i.test(form)
      );
    },
    examples: [
      {
        path: 'pay.jsp',
        text: '<form action="pay" method="post">\n<input name="to"/>\n</form>\n<form action="other" method="post">\n<input name="to"/>\n</form>\n',
        lines: [1],
      },
      {
        path: 'safe.jsp',
        text: '<form action="pay" method="post">\n<input type="hidden" name="csrfToken"/>\n</form>\n',
        lines: [],
      },
      { path: 'login.jsp', text: '<form action="login" method="post">\n<input name="who"/>\n</form>\n', lines: [] },
    ],
  },
];

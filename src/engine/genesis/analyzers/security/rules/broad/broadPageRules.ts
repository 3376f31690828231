import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';
import { script } from '../languages';
import { storedScript } from './kinds';

const isPage = ({ path }: FileDescription): boolean =>
  /\.(?:html?|ejs|erb|jsp|php|phtml|vue|svelte|twig|j2|jinja2?|pug|hbs)$/i.test(path);
/** What is put in as it is on purpose: parts of pages, translations, what was made or cleaned for it. */
const made =
  /\binclude|partial|yield|layout|csrf|json|stringify|render|markdown|sanitiz|purif|clean|escap|encode|asset|url|icon|logo|svg|qr_?code|\bt\(|_\(|gettext|links\(|paginat|i18n|trans|label|script|style|css|config|setting|template|^\s{0,3}@?(?:body|content)\s{0,3}$|content_for|widget|\bform|_form|field|messages|button|head|foot/i;

/** The same, by names that say so: `page.html`. */
const madeOrMarkup = new RegExp(
  `${made.source}|html|(?:^|[^a-z])id\\W{0,3}$|version|count\\b|number|index|priority|total|amount|(?:_|\\b)link\\b|\\bdesc\\b`,
  'i',
);

/** What was made for it, and `$ticketId`. */
const isPlain = (value: string): boolean => madeOrMarkup.test(value) || /Id\W{0,3}$/.test(value);

/** Letters and other plain texts have no markup; Vue escapes whatever its filters make. */
const plainText =
  /(?:^|[/._-])(?:te?xt|md|markdown|xml|csv|ics|json|ya?ml|conf|phpdoc)[./_-]|[-_.]te?xt\.\w{2,8}$|\.(?:vue|svelte)$/i;

/** `{% set home = "https://…" %}`: the template itself says what a name holds. */
function isSetHere(value: string, text: string): boolean {
  const name = /^\s*(\w{1,60})\s*$/.exec(value)?.[1];
  return name !== undefined && new RegExp(`\\{%-?\\s{1,3}set\\s{1,3}${name}\\s{0,3}=\\s{0,3}["'\\d]`).test(text);
}

const unescaped = {
  possible: true,
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'A value is written into pages unescaped',
  severity: 'low',
  why: 'Markup in such a value becomes part of the page, script included.',
  fix: 'Write it escaped, or clean it with a sanitizer where it has to hold markup.',
} as const;

/** Pages that write values as they are: where those come from is not asked. */
export const broadPageRules: readonly LineRule[] = [
  {
    ...unescaped,
    id: 'unescaped-value',
    inTexts: true,
    wants: isPage,
    words: ['|safe', '| safe', '|raw', '| raw', '<%-', '<%=', 'th:utext', 'autoescape', 'raw .'],
    pattern:
      /\{\{-?\s?raw\s(?<value6>\.[\w.]{1,60})\s?-?\}\}|\{\{-?\s{0,3}(?<value>[^{}|\n]{1,80})\|\s?(?:safe|raw)\b|<%-\s{0,3}(?<value2>[\w.[\]'"]{1,60}(?:\([\w\s,]{0,20}\))?)\s{0,3}%>|<%=\s{0,3}raw[ (]\s?(?<value5>@[\w.]{1,60}|\w{1,40}\.[\w.]{1,60})\s?\)?\s{0,3}%>|\{%-?\s?autoescape\s+(?:off|false)\s?(?<value4>-?)%\}|\bth:utext\s?=\s?["']\$\{(?<value3>[^}"\n]{1,120})\}/g,
    accept(match, { path, text }) {
      if (plainText.test(path)) return false;
      const { value, value2, value3, value5, value6 } = match.groups ?? {};
      // Templates of Underscore, which run in pages, escape by the same sign.
      if (value2 !== undefined && !/\.(?:ejs|eta)$/.test(path) && !/<%-\s{0,3}include\b/.test(text)) return false;
      if (value !== undefined && isSetHere(value, text)) return false;
      if (/autoescape/.test(match[0])) return !/mail|\.(?:txt|md|tex|ya?ml|conf)\b/i.test(path);
      const written = value ?? value2 ?? value3 ?? value5 ?? value6 ?? '';
      return !made.test(written) && !/(?:^|[._\s])html\W{0,3}$/i.test(written);
    },
    examples: [
      {
        path: 'shop/templates/a.html',
        text: `<b>{{ name|safe }}</b>\n<b>{{ name }}</b>\n{{ form_html|safe }}\n<i th:utext="\${search.words}"></i>\n<i th:utext="\${a.note != null ? a.note : 'none'}"></i>\n`,
        lines: [1, 4, 5],
      },
      {
        path: 'shop/templates/b.html',
        text: '{% autoescape off %}\n<b>{{ name }}</b>\n{% endautoescape %}\n',
        lines: [1],
      },
      { path: 'app/views/mail/a.text.erb', text: '<%= raw(@note) %>\n', lines: [] },
      { path: 'src/Row.vue', text: '<b>{{ row.title | raw }}</b>\n', lines: [] },
      {
        path: 'app/views/a.html.erb',
        text: '<%= raw(@note) %>\n<%= raw(render_form) %>\n<%= raw standard_tags %>\n<%= raw note.text %>\n',
        lines: [1, 4],
      },
      { path: 'app/views/b.html', text: '<p>{{ raw .comment }}</p>\n<p>{{ .comment }}</p>\n', lines: [1] },
      {
        path: 'views/a.ejs',
        text: '<%- fullName %>\n<%- include("head") %>\n<%- note.words.substring(0, 80) %>\n',
        lines: [1, 3],
      },
      { path: 'templates/index.html', text: '<script type="text/template"><%- artist %></script>\n', lines: [] },
      {
        path: 'templates/about.html',
        text: '{%- set home = "https://shop.example" -%}\n<a href="{{ home|safe }}">\n{{ page.html|safe }}\n',
        lines: [],
      },
    ],
  },
  {
    ...unescaped,
    id: 'unescaped-by-engine',
    inTexts: true,
    told: 'unescaped-value',
    wants: ({ path }) => /\.(?:hbs|handlebars|mustache|hjs|cshtml|razor|blade\.php|haml|slim|erb|njk)$/i.test(path),
    words: ['{{{', '{{&', 'Html.Raw(', '{!!', '!=', '==', 'html_safe', '|safe', '| safe'],
    pattern:
      /\{\{(?:\{|&)\s{0,3}(?<mustache>[\w.@/[\]]{1,80})\s{0,3}\}|@Html\.Raw\(\s?(?<razor>(?:Model|ViewBag|ViewData|TempData|item)(?:[.?!]{1,2}\w{1,40}|\["\w{1,40}"\]){1,4}|string\.Join\([^()\n]{1,20},\s?Model\.\w{1,40}\))(?:\s?\?\?\s?"[^"\n]{0,40}")?\s?\)|\{!!\s{0,3}(?<blade>(?:\$\w{1,40}(?:(?:->|\[['"])\w{1,40}(?:['"]\])?){0,3}|(?:request|old|session)\(['"][\w.]{1,40}['"]\)))\s{0,3}!!\}|^[ \t]{0,40}(?:[%.#][\w.#%-]{1,40})?!=\s{0,3}(?<haml>@?[\w.]{1,60}(?:\[:\w{1,30}\])?)[ \t]*$|^[ \t]{0,40}(?:[\w.#]{1,40}\s{0,3})?==\s{0,3}(?<slim>@?[\w.]{1,60}(?:\[:\w{1,30}\])?)[ \t]*$|<%==\s{0,3}(?<twice>@?[\w.]{1,60})\s{0,3}%>|<%=\s{0,3}(?<safe>@?[\w.]{1,60})\.html_safe\b|\{\{-?\s{0,3}(?<nunjucks>[\w.]{1,60})\s?\|\s?safe\b/gm,
    accept: (match, { path }) =>
      !plainText.test(path) &&
      (match.groups?.['mustache'] === undefined || /\.(?:hbs|handlebars|mustache|hjs)$/.test(path)) &&
      ((match.groups?.['haml'] ?? match.groups?.['slim']) === undefined || /\.(?:haml|slim)$/.test(path)) &&
      !isPlain(Object.values(match.groups ?? {}).find((value) => value !== undefined) ?? ''),
    examples: [
      { path: 'views/a.hbs', text: '<p>{{{comment.body}}}</p>\n{{{body}}}\n<b>{{name}}</b>\n', lines: [1] },
      {
        path: 'Views/A.cshtml',
        text: '<p>@Html.Raw(Model.Comment)</p>\n@Html.Raw(Model.Html)\n@Html.Raw(ViewBag.Message)\n@Html.Raw(ViewBag.Message ?? "none")\n',
        lines: [1, 3, 4],
      },
      {
        path: 'resources/views/a.blade.php',
        text: "<p>{!! $found !!}</p>\n<p>{{ $found }}</p>\n<p>{!! old('note') !!}</p>\n{!! $form !!}\n",
        lines: [1, 3],
      },
      { path: 'app/views/a.html.haml', text: '%p!= @note.text\n%p= @note.text\n', lines: [1] },
      { path: 'app/views/a.html.slim', text: 'p == note.text\np = note.text\n', lines: [1] },
      {
        path: 'app/views/a.html.erb',
        text: '<p><%== @note.text %></p>\n<p><%= @note.text.html_safe %></p>\n<p><%= @note.text %></p>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...unescaped,
    id: 'unescaped-pug',
    wants: ({ path }) => /\.(?:pug|jade)$/i.test(path),
    words: ['!=', '!{'],
    pattern:
      /^[ \t]{0,40}[\w.#-]{0,40}(?:\([^()\n]{0,120}\))?!=\s{1,3}(?<value>[^\n]{1,100})|!\{(?<value2>[^{}\n]{1,80})\}/gm,
    accept({ groups }, { path }) {
      // The subject of a mail is no page.
      if (/(?:^|[/._-])subject\.\w{3,4}$/.test(path)) return false;
      const value = groups?.['value'] ?? groups?.['value2'] ?? '';
      return !made.test(value) && !/^(?:"[^"]*"|'[^']*')$/.test(value.trim());
    },
    examples: [
      {
        path: 'emails/reset/subject.pug',
        text: `!= \`Reset at $\{name}\`\n`,
        lines: [],
      },
      {
        path: 'views/hello.pug',
        text: "body\n  p!= 'Hello, ' + name\n  p= name\n  if a != b\n    p\n  p Hi !{bio}\n",
        lines: [2, 6],
      },
    ],
  },
  {
    ...unescaped,
    id: 'jsp-expression',
    wants: ({ path }) => /\.jspx?$/i.test(path),
    words: ['${'],
    // Expressions of JSP are written as they are; tags such as `c:out` escape.
    pattern:
      /(?:>|^)\s{0,60}\$\{\s?(?:\w{1,40}\.){1,3}(?:\w{0,20}[nN]ame|description|title|text|comments?|message|content|bio|about|address|subject|body|query|keyword)\s?\}/gm,
    examples: [
      {
        path: 'src/main/webapp/a.jsp',
        text: `<td>\${user.surname}</td>\n<td><c:out value="\${user.surname}"/></td>\n<td>\${user.id}</td>\n`,
        lines: [1],
      },
    ],
  },
  {
    id: 'markup-in-page',
    possible: true,
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A value is written into the page as markup',
    severity: 'low',
    why: 'Script in the value then runs in the page, where the value is not escaped before.',
    fix: 'Set `textContent`, or escape the value.',
    wants: (file) => script(file) || isPage(file),
    words: ['innerHTML', '.html(', 'document.write'],
    pattern:
      /\.innerHTML\s{0,3}\+?=\s{0,3}(?:[\w.]{1,40}\s?\+\s?)?(?:["'`][^;\n]{0,200}(?:\+\s{0,3}|\$\{)[\w.]{0,60}\b)?(?:query|search\w{0,20}|comment|bio|message|content|name|username|title|text|value|keyword|q|res|response(?:\.\w{1,20})?|xhr\.response\w{0,4}|e(?:vent)?\.data|description|details|reason|feedback|subject|notes?)\b\s{0,3}(?:[;+}]|\|\||\?\?|$)|(?:\.innerHTML\s?\+?=|\bdocument\.write\()[^;\n]{0,160}(?:location\.(?:hash|search|href)|document\.(?:URL|referrer))\b|\bdocument\.write\([^;\n]{0,100}\+\s{0,3}(?:query|search|comment|message|name|value|keyword|lang|default\w{0,10})\b/gm,
    examples: [
      {
        path: 'static/a.js',
        text: "info.innerHTML = 'For: <b>' + query + '</b>';\nbox.innerHTML = bio;\nbox.innerHTML = '<b>ok</b>';\nbox.innerHTML = table(rows);\nbox.innerHTML = event.data;\ndocument.write('<b>' + decodeURIComponent(document.location.hash.slice(1)) + '</b>');\nbox.innerHTML = before + '<p>' + data.message;\nbox.innerHTML = 'About: ' + card.description;\n",
        lines: [1, 2, 5, 6, 7, 8],
      },
    ],
  },
  {
    ...storedScript,
    id: 'stored-xss',
    wants: ({ language }) => language === 'php',
    words: ['fetch', 'foreach'],
    pattern:
      /(?:\becho\b|<\?=)(?<before>[^;\n?]{0,300}?)\$(?<row>\w{1,40})(?:\[(?:['"][\w-]{1,40}['"]|\d{1,2})\]|->(?!\w{1,40}\()\w{1,40})/g,
    accept(match, file) {
      const { before = '', row = '' } = match.groups ?? {};
      if (/\w\s?\([^)]{0,200}$|\bid\b/.test(before) || /['">](?:\w*_)?(?:id|count|date|time|price)\b/.test(match[0]))
        return false;
      if (new RegExp(`\\$${row}\\s?=[^;\\n]{0,80}fetch`).test(file.text)) return true;
      const list = new RegExp(
        `\\bforeach\\s?\\(\\s?\\$(\\w{1,40})\\s+as\\s(?:\\$\\w{1,40}\\s?=>\\s?)?\\$${row}\\b`,
      ).exec(file.text)?.[1];
      if (list === undefined) return false;
      // Rows of a table, or what a model gives.
      return new RegExp(
        `\\$${list}\\s?=[^;\\n]{0,80}(?:fetch|(?:model|db|repo\\w*|dao|mapper)->\\w|->(?:query|select|get|find)\\w{0,20}\\()`,
        'i',
      ).test(file.text);
    },
    examples: [
      {
        path: 'a.php',
        text: '<?php\nwhile ($row = mysqli_fetch_assoc($found)) {\n  echo "<p>{$row[\'text\']}</p>";\n  echo htmlspecialchars($row["text"]);\n  echo $row["id"];\n  echo $row[2];\n}\n',
        lines: [3, 6],
      },
      {
        path: 'b.php',
        text: '<?php\n$found = $model->getAllThreads();\n$menu = array("a" => "b");\nforeach ($found as $thread) {\n  echo $thread["title"];\n}\nforeach ($menu as $entry) {\n  echo $entry["title"];\n}\n',
        lines: [5],
      },
    ],
  },
];

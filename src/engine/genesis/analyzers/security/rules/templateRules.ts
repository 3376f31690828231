import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import type { LineRule } from '../weakness';

const named =
  (pattern: RegExp) =>
  (file: FileDescription): boolean =>
    pattern.test(file.path);
const script = (file: FileDescription): boolean =>
  ['javascript', 'typescript', 'tsx'].includes(file.language) || /\.(?:vue|svelte)$/.test(file.path);

/** What is made to be put in as it is: forms, assets, rendered parts, translations, JSON that was encoded for it. */
const known =
  /sanitiz|purify|escape|\binclude\b|\bpartial|\byield\b|\bbody\b|\bcontent\b|layout|csrf|json|stringify|serialize|render|markdown|\bmd\b|marked|asset|url|link|href|icon|svg|form\b|field|widget|paginat|trans\b|\bt\(|__\(|\bi18n|head|script|style|css|messages?\b|errors?\b|nonce|attr|toHtml|html\b|Html\(|snippet|block|component|slot|config|meta|version|static|constant|number|count|date|size|price|class|htmlentities|nl2br|format|strftime|_at\b|qr_/i;

const outputClass = {
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'Templates write values without escaping them',
  severity: 'medium',
  confidence: 0.75,
  why: 'Markup in such a value becomes part of the page, script included.',
  fix: 'Write it escaped, or clean it with a sanitizer where it has to hold markup.',
} as const;

const isPlain = (match: RegExpMatchArray): boolean => !known.test(match.groups?.['value'] ?? '');

/** Templates of mails and messages may be plain text, or begin with their subject. */
const isPage = (match: RegExpMatchArray, file: SourceFile): boolean =>
  /<(?:html|head|body|div|span|p|a|td|table|ul|li|h\d|br|b|strong|section|main|form|label|script)\b/i.test(
    file.text.slice(0, match.index),
  ) || /<\w+[^>\n]*>/.test(file.lineText(file.lineAt(match.index ?? 0)));

/** Output that a template engine would escape if it were not told otherwise. */
export const templateRules: readonly LineRule[] = [
  {
    ...outputClass,
    id: 'unescaped-output',
    wants: named(/\.(?:ejs|eta)$/),
    words: ['<%-'],
    pattern: /<%-\s{0,4}(?<value>[^%\n]{1,120}?)\s{0,4}-?%>/g,
    accept: isPlain,
    examples: [{ path: 'a.ejs', text: '<p><%- user.name %></p>\n<%- include("x") %>\n<%= a %>\n', lines: [1] }],
  },
  {
    ...outputClass,
    id: 'unescaped-output-mustache',
    told: 'unescaped-output',
    wants: named(/\.(?:hbs|handlebars|mustache|hjs)$/),
    words: ['{{{', '{{&'],
    pattern: /\{\{(?:\{|&)\s{0,3}(?<value>[\w.@/[\]]{1,80})\s{0,3}\}?\}\}/g,
    accept: (match, file) => isPlain(match) && isPage(match, file),
    examples: [{ path: 'a.hbs', text: '<p>{{{user.name}}}</p>\n{{{body}}}\n{{user.name}}\n', lines: [1] }],
  },
  {
    ...outputClass,
    id: 'unescaped-output-filter',
    told: 'unescaped-output',
    wants: named(/\.(?:html|htm|jinja2?|j2|twig|djhtml|njk|liquid|xml)$/),
    words: ['safe', 'raw', 'autoescape'],
    pattern:
      /\{\{-?\s{0,3}(?<value>[^{}|\n]{1,100}?)\s{0,3}\|\s{0,3}(?:safe|raw)\s{0,3}-?\}\}|\{%-?\s{0,3}autoescape\s{1,3}(?:off|false)\s{0,3}-?%\}/g,
    accept: (match, file) => isPlain(match) && isPage(match, file),
    examples: [
      {
        path: 'a.html',
        text: '<p>{{ user.name|safe }}</p>\n{{ form|safe }}\n{{ user.name }}\n{% autoescape off %}\n',
        lines: [1, 4],
      },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-erb',
    told: 'unescaped-output',
    wants: named(/\.(?:erb|haml|slim)$/),
    words: ['raw', 'html_safe', '<%=='],
    pattern:
      /<%={1,2}\s{0,3}raw[ (]\s{0,3}(?<value>[\w.@[\]:"']{1,80})|<%={1,2}\s{0,3}(?<safe>[\w.@[\]:"']{1,80})\.html_safe|<%==\s{0,3}(?<twice>[\w.@[\]:"']{1,80})/g,
    accept(match) {
      const value = match.groups?.['value'] ?? match.groups?.['safe'] ?? match.groups?.['twice'] ?? '';
      return !known.test(value) && !/^["']/.test(value);
    },
    examples: [
      {
        path: 'a.html.erb',
        text: '<%= raw @user.name %>\n<%= current_user.first.html_safe %>\n<%= @user.name %>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-blade',
    told: 'unescaped-output',
    wants: named(/\.blade\.php$/),
    words: ['{!!'],
    pattern: /\{!!\s{0,3}(?<value>[^!\n]{1,120}?)\s{0,3}!!\}/g,
    accept: isPlain,
    examples: [
      { path: 'a.blade.php', text: '{!! $user->name !!}\n{!! csrf_field() !!}\n{{ $user->name }}\n', lines: [1] },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-script',
    told: 'unescaped-output',
    wants: script,
    words: ['dangerouslySetInnerHTML', 'v-html', 'bypassSecurityTrust', '@html'],
    pattern:
      /dangerouslySetInnerHTML=\{\{\s{0,3}__html:\s{0,3}(?<value>[^}\n]{1,120}?)\s{0,3}\}\}|\bv-html="(?<vue>[^"\n]{1,120})"|bypassSecurityTrust(?:Html|Script|Url|ResourceUrl)\(\s{0,3}(?<angular>[^)\n]{1,120})\)|\{@html\s{1,3}(?<svelte>[^}\n]{1,120})\}/g,
    accept: (match) =>
      !known.test(
        match.groups?.['value'] ?? match.groups?.['vue'] ?? match.groups?.['angular'] ?? match.groups?.['svelte'] ?? '',
      ),
    examples: [
      {
        path: 'a.tsx',
        text: 'const a = <p dangerouslySetInnerHTML={{ __html: user.bio }} />;\nconst b = <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(x) }} />;\n',
        lines: [1],
      },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-pages',
    told: 'unescaped-output',
    wants: named(/\.(?:cshtml|razor|jsp|jspx|ftl|pug|jade)$/),
    words: ['Html.Raw', 'escapeXml', '?no_esc', '!=', '!{', 'request.getParameter'],
    pattern:
      /@Html\.Raw\(\s{0,3}(?<value>[^)\n]{1,100})\)|escapeXml="false"|\$\{(?<free>[^}\n]{1,80})\?no_esc\}|<%=\s{0,3}request\.getParameter\([^)\n]{1,60}\)\s{0,3}%>|^\s{0,40}[\w.#-]{0,40}!=\s{0,3}(?<pug>[\w.[\]]{1,80})\s{0,3}$/gm,
    accept: (match) => !known.test(match.groups?.['value'] ?? match.groups?.['free'] ?? match.groups?.['pug'] ?? ''),
    examples: [
      { path: 'a.cshtml', text: '@Html.Raw(Model.Name)\n@Html.Raw(Json.Serialize(Model))\n@Model.Name\n', lines: [1] },
    ],
  },
];

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
const made =
  /(?:page|site|app|dashboard|window)_?(?:title|name)|sanitiz|purif|clean|safe|trust|escap|\binclude\b|\bpartial|\byield\b|layout|csrf|json|stringify|serialize|render|markdown|\bmd\b|marked|highlight|diff|asset|url|uri|link|href|icon|svg|image|logo|emoji|form\b|field|widget|button|badge|paginat|trans\b|translat|\$?strings?\b|\$?\bt\(|\bt\b|__\(|\bi18n|l10n|lang|locale|label|head|foot|script|style|css|messages\b|errors\b|nonce|attr|html|snippet|block|component|slot|config|setting|option|meta|version|static|constant|number|count|date|time|size|price|class|nl2br|format|strftime|_at\b|qr|tooltip|help|polic|terms|licen[sc]e|legal|tags?\b|recaptcha|captcha|template|parsed|generated|built|presenter|decorator|media\b|embed|code|to_query|to_param|translations|contents\b|_url|_path/i;

/** A part of the request, or the short texts by which people call themselves and what they look for: no markup belongs in them. */
const written =
  /\b(?:params|cookies|request|req|query|_GET|_POST|_REQUEST|route\.query)\b|(?:^|[._>[\]'"$@!])\$?(?:(?:user|author|profile|account|customer|member|visitor|current_?user|owner|sender)\w{0,10}(?:\??\.|->|\[['"]))\w{0,20}(?:name|title|bio|email|address|location|website|signature|status)['"\]]{0,3}$|(?:^|\.)search_?(?:text|term|query|string)$|^(?:user|author|full)_?(?:name|bio)$/i;

const outputClass = {
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'A text that people enter is written into pages unescaped',
  severity: 'low',
  confidence: 0.75,
  why: 'Markup in such a value becomes part of the page, script included.',
  fix: 'Write it escaped, or clean it with a sanitizer where it has to hold markup.',
} as const;

/** A bare word, a call and a field that mostly holds markup say too little; a name and a part of the request are text. */
function isWritten(value: string, file: SourceFile): boolean {
  const plain = value
    .trim()
    .replace(/(?:\?\?|\|\||\|)\s{0,3}(?:['"][^'"]{0,40}['"]|default\([^)]{0,40}\))$/, '')
    .trim();
  if (plain === '' || /\($|\)$/.test(plain) || /^['"`]/.test(plain) || made.test(plain) || !written.test(plain))
    return false;
  const name = /^[@\w$]{1,40}$/.exec(plain)?.[0].replace(/^[@$]/, '');
  return name === undefined || !isMadeHere(name, file.text);
}

/** A copy of other code, a page of documents or of developers, a line that is commented out. */
function isAsideLine(match: RegExpMatchArray, file: SourceFile): boolean {
  const text = file.text;
  const at = match.index ?? 0;
  const open = text.lastIndexOf('<!--', at);
  return (
    (open >= 0 && at - open < 2_000 && !text.slice(open, at).includes('-->')) ||
    /\{#[^#\n]{0,200}$|\{\/\*[^\n]{0,200}$|^\s*(?:\/\/|\*|--|-#|@\*)/.test(
      text.slice(text.lastIndexOf('\n', at) + 1, at + 3),
    ) ||
    /(?:^|[/._-])(?:debug\w*|storybook|docs?|emails?|mails?|mailers?|mailtemplates|notifications|website|e2e)(?:[/._-]|$)/i.test(
      file.path,
    )
  );
}

/** `const value = sanitize(…)`, `value() { return marked(…) }`, a prop of a component: what it holds was made for it. */
function isMadeHere(name: string, text: string): boolean {
  const at = new RegExp(`\\b${name}\\s{0,3}(?:=(?!=)|:|\\(\\)\\s{0,3}\\{)`, 'g');
  const uses = [...text.matchAll(at)].slice(0, 5).map((use) => text.slice(use.index, use.index + 300));
  return uses.some((use) => /sanitiz|purify|escape|marked|render|highlight|\bt\(|computed|String\b|type:/i.test(use));
}

const isPlain = (match: RegExpMatchArray, file: SourceFile): boolean =>
  !isAsideLine(match, file) && isWritten(match.groups?.['value'] ?? '', file);

/** Messages that no browser shows. */
const messenger = /signal|sms|slack|telegram|discord|pushover|(?:^|[/._-])txt(?:[/._-]|$)/i;

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
    possible: true,
    // In templates of lodash, which run in pages, the same sign escapes.
    wants: (file) =>
      /\.(?:ejs|eta)$/.test(file.path) &&
      !/(?:^|\/)(?:js|javascripts?|frontend|front-end|client|webapp|assets)\//.test(file.path),
    words: ['<%-'],
    pattern: /<%-\s{0,4}(?<value>[^%\n]{1,120}?)\s{0,4}-?%>/g,
    accept: isPlain,
    examples: [{ path: 'a.ejs', text: '<p><%- user.name %></p>\n<%- include("x") %>\n<%= a %>\n', lines: [1] }],
  },
  {
    ...outputClass,
    id: 'unescaped-output-mustache',
    inTexts: true,
    possible: true,
    fix: 'Write it in two braces, which escape, or clean it with a sanitizer where it has to hold markup.',
    told: 'unescaped-output',
    wants: named(/\.(?:hbs|handlebars|mustache|hjs)$/),
    words: ['{{{', '{{&'],
    pattern: /\{\{(?:\{|&)\s{0,3}(?<value>[\w.@/[\]]{1,80})\s{0,3}\}?\}\}/g,
    accept: (match, file) => isPlain(match, file) && isPage(match, file),
    examples: [{ path: 'a.hbs', text: '<p>{{{user.name}}}</p>\n{{{body}}}\n{{user.name}}\n', lines: [1] }],
  },
  {
    ...outputClass,
    id: 'unescaped-output-filter',
    inTexts: true,
    possible: true,
    fix: 'Leave out the filter, or clean the value with a sanitizer (bleach, nh3, HtmlSanitizer) where it has to hold markup.',
    told: 'unescaped-output',
    wants: named(/\.(?:html|htm|jinja2?|j2|twig|djhtml|njk|liquid|xml)$/),
    words: ['safe', 'raw'],
    pattern: /\{\{-?\s{0,3}(?<value>[^{}|\n]{1,100}?)\s{0,3}\|\s{0,3}(?:safe|raw)\s{0,3}-?\}\}/g,
    accept: (match, file) => isPlain(match, file) && isPage(match, file) && !messenger.test(file.path),
    examples: [
      {
        path: 'a.html',
        text: '<p>{{ user.name|safe }}</p>\n{{ form|safe }}\n{{ user.name }}\n',
        lines: [1],
      },
      // Markup by design, what was rendered before, a text of a mail.
      { path: 'b.html', text: '<div>{{ page.content|safe }}</div>\n<p>{{ entry.content|raw }}</p>\n', lines: [] },
      { path: 'c.html.twig', text: '<p>{{ event.content|raw }}</p>\n<b>{{ user.avatar_html|raw }}</b>\n', lines: [] },
      { path: 'templates/emails/d.html', text: '<p>{{ user.name|safe }}</p>\n', lines: [] },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-erb',
    possible: true,
    fix: 'Leave out `raw` and `html_safe`, or use `sanitize` where it has to hold markup.',
    told: 'unescaped-output',
    wants: named(/\.(?:erb|haml|slim)$/),
    words: ['raw', 'html_safe', '<%=='],
    pattern:
      /<%={1,2}\s{0,3}raw[ (]\s{0,3}(?<value>[\w.@[\]:"']{1,80})|<%={1,2}\s{0,3}(?<safe>[\w.@[\]:"']{1,80})\.html_safe|<%==\s{0,3}(?<twice>[\w.@[\]:"']{1,80})/g,
    accept(match, file) {
      if (/^\s?\(/.test(file.text.slice((match.index ?? 0) + match[0].length).slice(0, 2))) return false;
      return (
        !isAsideLine(match, file) &&
        isWritten(match.groups?.['value'] ?? match.groups?.['safe'] ?? match.groups?.['twice'] ?? '', file)
      );
    },
    examples: [
      {
        path: 'a.html.erb',
        text: '<%= raw @user.name %>\n<%= current_user.first_name.html_safe %>\n<%= @user.name %>\n<%= @lesson.body.html_safe %>\n<%== @developer.rich_text_bio %>\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-blade',
    possible: true,
    fix: 'Write it in `{{ }}`, which escapes, or clean it (HTMLPurifier) where it has to hold markup.',
    told: 'unescaped-output',
    wants: named(/\.blade\.php$/),
    words: ['{!!'],
    pattern: /\{!!\s{0,3}(?<value>[^!\n]{1,120}?)\s{0,3}!!\}/g,
    accept: isPlain,
    examples: [
      { path: 'a.blade.php', text: '{!! $user->name !!}\n{!! csrf_field() !!}\n{{ $user->name }}\n', lines: [1] },
      { path: 'b.blade.php', text: '{!! $this->preview !!}\n{!! $title !!}\n{!! $entry["note"] !!}\n', lines: [] },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-script',
    inTexts: true,
    possible: true,
    fix: 'Show it as text (`{value}`, `v-text`, `textContent`), or clean it with DOMPurify where it has to hold markup.',
    told: 'unescaped-output',
    wants: script,
    words: ['dangerouslySetInnerHTML', 'v-html', 'bypassSecurityTrust', '@html'],
    pattern:
      /dangerouslySetInnerHTML=\{\{\s{0,3}__html:\s{0,3}(?<value>[^}\n]{1,120}?)\s{0,3}\}\}|\bv-html="(?<vue>[^"\n]{1,120})"|bypassSecurityTrust(?:Html|Script|Url|ResourceUrl)\(\s{0,3}(?<angular>[^)\n]{1,120})\)|\{@html\s{1,3}(?<svelte>[^}\n]{1,120})\}/g,
    accept: (match, file) =>
      !isAsideLine(match, file) &&
      isWritten(
        match.groups?.['value'] ?? match.groups?.['vue'] ?? match.groups?.['angular'] ?? match.groups?.['svelte'] ?? '',
        file,
      ),
    examples: [
      {
        path: 'a.tsx',
        text: 'const a = <p dangerouslySetInnerHTML={{ __html: user.bio }} />;\nconst b = <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(x) }} />;\n',
        lines: [1],
      },
      // Highlighted code, a banner of the makers, a template that is commented out.
      { path: 'b.tsx', text: 'const a = <p dangerouslySetInnerHTML={{ __html: hljsResult.value }} />;\n', lines: [] },
      {
        path: 'c.tsx',
        text: 'const a = <p dangerouslySetInnerHTML={{ __html: banner.message || "" }} />;\n',
        lines: [],
      },
      { path: 'd.vue', text: '<template>\n<!-- <p v-html="user.name"></p> -->\n</template>\n', lines: [] },
    ],
  },
  {
    ...outputClass,
    id: 'unescaped-output-pages',
    possible: true,
    fix: 'Leave it escaped, or clean it with a sanitizer where it has to hold markup.',
    told: 'unescaped-output',
    wants: named(/\.(?:cshtml|razor|jsp|jspx|ftl|pug|jade)$/),
    words: ['Html.Raw', 'escapeXml', 'escape="false"', 'escapeHtml="false"', '?no_esc', '!=', '!{'],
    pattern:
      /@Html\.Raw\(\s{0,3}(?<value>[^)\n]{1,100})\)|escapeXml="false"|<s:property\s[^<>\n]{0,60}value="(?<property>[\w.#]{1,60})"[^<>\n]{0,40}\bescape(?:Html)?="false"|\$\{(?<free>[^}\n]{1,80})\?no_esc\}|^\s{0,40}[\w.#-]{0,40}!=\s{0,3}(?<pug>[\w.[\]]{1,80})\s{0,3}$/gm,
    accept: (match, file) =>
      /(?:name|title|subject|comment|message|login|email|description|text)$/i.test(match.groups?.['property'] ?? '') ||
      (/escapeXml=/.test(match[0]) &&
        /\bparam\.|value="\$\{(?:user|\w{0,20}[nN]ame)/.test(file.lineText(file.lineAt(match.index ?? 0)))) ||
      isWritten(match.groups?.['value'] ?? match.groups?.['free'] ?? match.groups?.['pug'] ?? '', file),
    examples: [
      {
        path: 'a.jsp',
        text: '<p><s:property value="user.name" escape="false"/></p>\n<p><s:property value="user.name"/></p>\n',
        lines: [1],
      },
      {
        path: 'a.cshtml',
        text: '@Html.Raw(Request.Query["q"])\n@Html.Raw(Json.Serialize(Model))\n@Model.UserName\n@Html.Raw(Model.Body)\n',
        lines: [1],
      },
    ],
  },
];

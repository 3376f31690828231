import type { FileDescription } from '../../../../extractor';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { markupInPage, unescapedValue } from './kinds';

const isScript = ({ path, language }: FileDescription): boolean =>
  /^(?:javascript|typescript|tsx)$/.test(language) ||
  /\.(?:html?|ejs|erb|jsp|php|phtml|vue|svelte|twig|j2|jinja2?|hbs|cshtml)$/i.test(path);

/** What the address of a page, or the page that led to it, says. */
const address =
  /\b(?:window\.|document\.)?location\.(?:hash|search|href)\b|\bURLSearchParams\(|\bdocument\.(?:URL|referrer|documentURI|cookie)\b|\bwindow\.name\b|\.searchParams\.get\(|\$location\.(?:search|hash)|\$route\.query|useSearchParams\(/;

/** Pages that write what their address says, and values that are marked as markup. */
export const broadDomRules: readonly LineRule[] = [
  {
    id: 'dom-of-address',
    ...markupInPage,
    wants: isScript,
    words: ['innerHTML', 'outerHTML', 'document.write', '.html(', 'insertAdjacentHTML', 'eval('],
    pattern:
      /(?:\.(?:innerHTML|outerHTML)\s{0,3}\+?=(?!=)|\bdocument\.write(?:ln)?\(|\.html\(|\.insertAdjacentHTML\(\s?["']\w{1,20}["'],|(?<![\w.])eval\()\s{0,3}(?<written>[^;\n]{1,240})/g,
    accept(match, file) {
      const written = (match.groups?.['written'] ?? '').replace(/"[^"\n]{0,200}"|'[^'\n]{0,200}'/g, '');
      if (/escape|encode|sanitiz|purify|\.text\(/i.test(written)) return false;
      const before = linesAround(file, file.lineAt(match.index ?? 0), 14, 0);
      if (!address.test(before)) return false;
      const names = new Set([...written.matchAll(/(?<![.\w])[A-Za-z_$][\w$]*/g)].map(([name]) => name));
      // A name of what is written was given what the address says, at once or by one step.
      const given = [
        ...before.matchAll(
          /(?:^|[\s;(])(?:var|let|const)?\s?(?<name>[A-Za-z_$][\w$]{0,40})\s?=(?![=>])\s?(?<from>[^;\n]{1,200})/g,
        ),
      ];
      const ofAddress = new Set(
        given.flatMap(({ groups }) => (address.test(groups?.['from'] ?? '') ? [groups?.['name'] ?? ''] : [])),
      );
      for (const { groups } of given)
        if ([...(groups?.['from'] ?? '').matchAll(/(?<![.\w])[A-Za-z_$][\w$]*/g)].some(([name]) => ofAddress.has(name)))
          ofAddress.add(groups?.['name'] ?? '');
      return [...names].some((name) => ofAddress.has(name));
    },
    examples: [
      {
        path: 'templates/a.html',
        text: '<script>\nvar part = location.hash.split("#")[1];\nvar value = decodeURIComponent(part.split("=")[1]);\ndocument.write("<option>" + value + "</option>");\ndocument.write("<option>" + other + "</option>");\n</script>\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'markup-of-records',
    ...markupInPage,
    wants: isScript,
    words: ['innerHTML', 'insertAdjacentHTML'],
    // Texts of records that a server sent, which people wrote.
    pattern:
      /(?:\.innerHTML\s{0,3}\+?=(?!=)|\.insertAdjacentHTML\(\s?["']\w{1,20}["'],)\s{0,20}`[^`]{0,900}?<[a-z][^`]{0,900}?\$\{\s?(?:\w{1,20}\.){1,3}\w{0,20}(?:name|[nN]ame|title|description|message|text|comment|content|body|bio|email|address|holder|note|subject|account\w{0,10}|author)\s?\}/g,
    accept: ([match], file) =>
      /\bfetch\(|axios|XMLHttpRequest|\$\.(?:ajax|get|post)|socket|WebSocket/.test(file.text) &&
      !/DOMPurify|sanitiz/i.test(file.text) &&
      !/escape|encode|\bt\(|i18n|lang\./i.test(match),
    examples: [
      {
        path: 'static/a.js',
        text: `const found = await fetch('/a');\nbox.innerHTML += \`\n  <div>\n    <b>\${card.card_holder}</b>\n  </div>\`;\nbox.innerHTML = \`<b>\${count}</b>\`;\nbox.innerHTML = \`<b>\${escapeHtml(card.name)}</b>\`;\n`,
        lines: [2],
      },
    ],
  },
  {
    id: 'value-marked-as-markup',
    ...unescapedValue,
    fix: 'Write it escaped (`format_html`), or clean it with a sanitizer where it has to hold markup.',
    wants: ({ language }) => language === 'python',
    words: ['mark_safe(', 'Markup('],
    pattern:
      /\b(?:mark_safe|Markup)\(\s{0,3}(?:f["'][^"'\n]{0,200}\{(?<inside>[\w.[\]"']{1,60})\}|["'][^"'\n]{0,200}["']\s?(?:%|\.format\()|(?<value>(?:\w{1,30}\.){0,3}\w{0,20}(?:name|title|comment|text|bio|message|content|body|description|note|query|search|address)\s?\)))/g,
    // What is taken back to plain text is no markup.
    accept: (match, { text }) =>
      !/escape|clean|sanitiz|render|json|icon|svg|url|id\}/i.test(match[0]) &&
      !/^\.(?:unescape|striptags)\(/.test(
        text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 12),
      ),
    examples: [
      {
        path: 'models.py',
        text: "def safe_name(self):\n    return mark_safe(self.first_name)\ndef other(self):\n    return mark_safe('<b>none</b>')\ndef third(self):\n    return mark_safe(f'<b>{self.title}</b>')\ndef plain(self):\n    return Markup(self.description).unescape()\n",
        lines: [2, 6],
      },
    ],
  },
  {
    id: 'markup-filter',
    possible: true,
    cwe: 'CWE-116',
    owasp: 'A03',
    title: 'Script is taken out of markup by a pattern',
    severity: 'medium',
    why: 'Markup runs script in many other ways: `onerror`, `javascript:`, tags that are written otherwise.',
    fix: 'Escape the text, or clean it with a sanitizer that reads it as a browser does.',
    wants: ({ language }) => /^(?:javascript|typescript|tsx|python|php|ruby)$/.test(language),
    words: ['script'],
    pattern:
      /\.replace(?:All)?\(\s?(?:\/(?:\\?<|&lt;)\\?\/?\(?s?cript|["']<\/?script)|\bre\.sub\(\s?r?["'](?:\(\?i\))?\\?<\\?\/?script|\bstr_i?replace\(\s?["']<script|\bpreg_replace\(\s?["'][/#]<\\?\/?\(?s?(?:\(\.\*\))?script|\bg?sub!?\(\s?(?:\/<\/?script|["']<script)/gi,
    // Ending tags inside of script are written otherwise by everyone who writes data there.
    accept: ([match]) => !/<\\?\/|\/script/.test(match),
    examples: [
      {
        path: 'a.js',
        text: "const a = html.replace(/<script/gi, '&lt;script');\nconst b = JSON.stringify(x).replace(/<\\/script/g, '');\n",
        lines: [1],
      },
      { path: 'a.py', text: "out = re.sub(r'(?i)<script.*?>', '', text)\n", lines: [1] },
      { path: 'a.php', text: "<?php\n$a = str_replace('<script>', '', $_GET['name']);\n", lines: [2] },
    ],
  },
];

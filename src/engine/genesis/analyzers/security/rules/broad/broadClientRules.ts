import type { FileDescription } from '../../../../extractor';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { markupInPage, unescapedValue } from './kinds';

const script = ({ language, path }: FileDescription): boolean =>
  /^(?:javascript|typescript|tsx)$/.test(language) || /\.(?:vue|svelte|html?|ejs|erb|php|twig|blade\.php)$/.test(path);
const isForm = ({ path, language }: FileDescription): boolean =>
  /\.(?:html?|ejs|erb|jsp|php|phtml|vue|svelte|twig|j2|jinja2?|hbs|cshtml|tsx|jsx)$/i.test(path) || language === 'php';

/** What pages of the own keep and show in the browser. */
export const broadClientRules: readonly LineRule[] = [
  {
    id: 'token-in-web-storage',
    possible: true,
    cwe: 'CWE-922',
    owasp: 'A04',
    title: 'A token of the login is kept where every script of the page reads it',
    severity: 'low',
    why: 'One injected script is enough to take the login along; a cookie with `HttpOnly` is out of its reach.',
    fix: 'Keep it in a cookie with `HttpOnly`, `Secure` and `SameSite`.',
    wants: script,
    words: ['localStorage', 'sessionStorage'],
    pattern:
      /\b(?:localStorage|sessionStorage)\.setItem\(\s{0,3}["'`](?:[\w.-]{0,20}[-_.])?(?:token|jwt|access_?token|auth_?token|id_?token|refresh_?token|bearer|session_?id|password|passwd)["'`](?!\s?,\s?(?:''|""|``|null|undefined)\s?\))/gi,
    examples: [
      {
        path: 'src/login.js',
        text: "localStorage.setItem('token', found.token);\nlocalStorage.setItem('theme', theme);\nlocalStorage.setItem('jwt', '');\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'password-shown',
    possible: true,
    cwe: 'CWE-549',
    owasp: 'A04',
    title: 'A field for a password shows what is typed',
    severity: 'low',
    why: 'Whoever looks at the screen reads it, and the browser keeps it in its list of values.',
    fix: 'Write `type="password"`.',
    wants: isForm,
    words: ['<input'],
    pattern: /<input\b[^<>]{0,200}\bname=["'](?:pwd|passw(?:or)?d|pass|passwd)["'][^<>]{0,200}>/gi,
    accept: ([match]) => /\btype=["']text["']/i.test(match),
    examples: [
      {
        path: 'login.html',
        text: '<input type="text" name="pwd">\n<input type="password" name="pwd">\n<input type="text" name="user">\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'template-of-message',
    ...unescapedValue,
    fix: 'Write it escaped, or clean it with a sanitizer where it has to hold markup.',
    wants: ({ language, path }) =>
      /^(?:javascript|typescript|tsx)$/.test(language) || /\.(?:vue|svelte|html?)$/.test(path),
    words: ['dangerouslySetInnerHTML', 'v-html', 'ng-bind-html', '@html'],
    pattern:
      /dangerouslySetInnerHTML=\{\{\s{0,3}__html:\s{0,3}(?<react>[\w.?[\]'"]{1,80})(?:\s?(?:\|\||\?\?)\s?['"][^'"{}\n]{0,60}['"])?\s{0,3}\}\}|\bv-html="(?<vue>[\w.?[\]']{1,80})(?:\s?(?:\|\||\?\?)\s?'[^'"\n]{0,60}')?"|\bng-bind-html="(?<old>[\w.?[\]']{1,80})"|\{@html\s{1,3}(?<svelte>[\w.?[\]'"]{1,80})\}/g,
    // Texts that people or servers send; what was made to be markup is named so.
    accept(match, file) {
      const { react, vue, old, svelte } = match.groups ?? {};
      const value = react ?? vue ?? old ?? svelte ?? '';
      return (
        /(?:^|[._?])(?:message|msg|error|comments?|review|bio|note|name|title|text|query|search|subject|description|details|reason|username|feedback|post|reply|answer|question)(?:\??\.(?:text|body|message|content|data))?$/i.test(
          value,
        ) &&
        !/\bsanitiz\w{0,10}[-(.'"]|purify|markdown|marked|i18n|translat|\bt\(/i.test(
          `${linesAround(file, file.lineAt(match.index ?? 0), 2, 1)}\n${file.text.slice(0, 1_500)}`,
        )
      );
    },
    examples: [
      {
        path: 'src/a.tsx',
        text: 'const a = <div dangerouslySetInnerHTML={{ __html: failed.message }} />;\nconst b = <div dangerouslySetInnerHTML={{ __html: icon }} />;\n',
        lines: [1],
      },
      { path: 'B.vue', text: '<!-- Not sanitized -->\n<p v-html="task.description"></p>\n', lines: [2] },
      { path: 'A.vue', text: '<p v-html="product.description || \'none\'"></p>\n', lines: [1] },
    ],
  },
  {
    id: 'markup-of-value',
    ...markupInPage,
    wants: script,
    words: ['.html('],
    pattern:
      /\$?\(?[\w$"'#.)([\]-]{1,60}\)?\.(?:html|append|prepend|before|after)\(\s{0,3}(?:["'`]<[^;\n]{0,120}(?:["'`]\s?\+\s?|\$\{\s?)(?:\w{1,30}\.)?(?:url|input|name|msg|message|comment|text|title|username|search|query|value|error|result)\b(?!\.(?!message|text|msg|name|title)\w)|(?:result|res|response|data)\.(?:message|msg|error|text|html)\s{0,3}\))/g,
    accept: ([match]) => !/escape|encode|sanitiz|purify|\.text\(/i.test(match),
    examples: [
      {
        path: 'static/a.js',
        text: "preview.html('<p>no address: ' + url + '</p>')\n$('#out').html(result.message)\n$('#out').html('<b>ok</b>')\n$('#out').html(escapeHtml(url))\n",
        lines: [1, 2],
      },
    ],
  },
];

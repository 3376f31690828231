import type { FileDescription } from '../../../../extractor';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { markupInPage, unescapedValue } from '../broad/kinds';
import { script } from '../languages';

const isPageScript = (file: FileDescription): boolean =>
  script(file) || /\.(?:vue|svelte|html?|ejs|erb|php|phtml|twig|jinja2?|j2|hbs|cshtml|jsp)$/i.test(file.path);

/** What the address, the page before, another window or a message says. */
const ofAddress = String.raw`(?:(?:window\.|document\.|self\.)?location\.(?:hash|search|href|pathname)|document\.(?:referrer|URL|documentURI|baseURI)|window\.name|\$route\.(?:query|params)|\b\w{0,20}(?:[pP]arams|[qQ]uery)\.get\(|URLSearchParams\([^()\n]{0,60}\)\.get\()`;

const sink = String.raw`(?:\.(?:innerHTML|outerHTML|srcdoc)\s{0,3}\+?=(?!=)\s?|\bdocument\.write(?:ln)?\(\s?|\.(?:html|append|prepend|after|before)\(\s?|\.insertAdjacentHTML\(\s?["']\w{1,20}["'],\s?|(?<![\w.])(?:eval|Function|setTimeout|setInterval)\(\s?)`;

const makesText =
  /encodeURIComponent\([^()\n]{0,60}$|escape|sanitiz|purify|parseInt|Number\(|textContent|createTextNode/i;

/** Pages, and what runs in them. */
export const pageForms: readonly LineRule[] = [
  {
    ...markupInPage,
    id: 'page-of-address',
    wants: isPageScript,
    words: ['location', 'referrer', '.get(', 'window.name', '$route'],
    pattern: new RegExp(String.raw`${sink}[^;\n]{0,120}?${ofAddress}`, 'g'),
    // Within quotes it is what a button does.
    accept: ([match]) =>
      !makesText.test(match) &&
      !/['"`]<[^'"`]*["'][^'"`]*(?:location|document)\.\w+$/.test(match) &&
      // A function runs no text, and the text of a program is put into no page.
      !/(?:setTimeout|setInterval)\(\s?(?:async\s)?(?:function\b|\(|\w{1,20}\s?=>)/.test(match) &&
      !/['"]/.test(match.replace(/'[^'\n]*'|"[^"\n]*"/g, '')),
    examples: [
      {
        path: 'public/a.js',
        text: "$('#x').html(location.hash);\neval(location.hash.slice(1));\nbox.textContent = location.hash;\nsetTimeout(function () { window.location.href = '/in'; }, 500);\ncode.prepend('const url = self.location.href;');\n",
        lines: [1, 2],
      },
    ],
  },
  {
    id: 'page-led-by-address',
    possible: true,
    told: 'open-redirect',
    cwe: 'CWE-601',
    owasp: 'A01',
    title: 'A redirect goes where the request says',
    severity: 'medium',
    why: 'A link to this site can send people to any other, and an address `javascript:…` runs script.',
    fix: 'Go to own paths only.',
    wants: isPageScript,
    words: ['location'],
    pattern:
      /\b(?:window\.|document\.|self\.|top\.)?location(?:\.href)?\s?=(?!=)\s?(?:decodeURIComponent\(\s?)?(?:(?:new\s)?URLSearchParams\([^()\n]{0,60}\)\.get\(|\w{0,20}(?:[pP]arams|[qQ]uery)(?:\.get\(|\[['"])|(?:window\.)?location\.hash\b)|\blocation\.(?:assign|replace)\(\s?(?:decodeURIComponent\(\s?)?(?:(?:new\s)?URLSearchParams\([^()\n]{0,60}\)\.get\(|\w{0,20}(?:[pP]arams|[qQ]uery)\.get\(|(?:window\.)?location\.hash\b)/g,
    examples: [
      {
        path: 'public/a.js',
        text: "window.location = new URLSearchParams(location.search).get('next');\nlocation.href = params.get('to');\nlocation.href = '/home';\n",
        lines: [1, 2],
      },
    ],
  },
  {
    ...markupInPage,
    id: 'page-of-answer',
    wants: isPageScript,
    words: ['innerHTML', 'outerHTML', 'insertAdjacentHTML', '.html('],
    pattern:
      /(?:\.(?:innerHTML|outerHTML)\s{0,3}\+?=(?!=)\s?|\.insertAdjacentHTML\(\s?["']\w{1,20}["'],\s?|\.html\(\s?)(?:(?:e|ev|evt|event|msg|message)\.data\b|(?:\w{1,20}\.){1,3}(?:text|message|msg|comment|body|content|html|bio|name|title|description|username|answer|reply)\s?(?:[;)]|\|\||\?\?|$)|[^;\n]{0,60}\.map\(\s?\(?\s?\w{1,20}\s?\)?\s?=>\s?`[^`\n]{0,200}\$\{\s?\w{1,20}\.(?:text|message|comment|body|content|bio|name|title|description|username)\s?\})/gm,
    accept: (match, file) => {
      const at = file.lineAt(match.index ?? 0);
      return (
        !makesText.test(`${match[0]}${file.lineText(at)}`) &&
        !/\b(?:this|i18n|lang|locale|strings|messages|config|options|settings|template|svg|icon)\.\w{1,20}\s?[;)]?$/i.test(
          match[0],
        ) &&
        !/\bmarked\b|markdown|purify|\bsanitiz\w{0,10}[-(.'"]|i18n|gettext/i.test(file.text.slice(0, 2_000)) &&
        /fetch\(|axios|\$\.(?:get|post|ajax|getJSON)|XMLHttpRequest|onmessage|['"]message['"]|WebSocket|socket|\.json\(\)/.test(
          file.text,
        )
      );
    },
    examples: [
      {
        path: 'public/a.js',
        text: "addEventListener('message', (e) => { box.innerHTML = e.data; });\nfetch('/a').then((r) => r.json()).then((data) => { box.insertAdjacentHTML('beforeend', data.text); });\nbox.innerHTML = icon;\nbox.innerHTML = data.message || 'failed';\n",
        lines: [1, 2, 4],
      },
    ],
  },
  {
    ...unescapedValue,
    id: 'markup-trusted',
    wants: (file) => script(file) || file.path.endsWith('.html'),
    words: ['bypassSecurityTrust', '[innerHTML]', 'nativeElement', 'srcDoc'],
    pattern:
      /\bbypassSecurityTrust(?:Html|Script|Url|ResourceUrl|Style)\(\s?(?:this\.)?(?:\w{1,30}\.){0,2}(?!svg|icon|sanitiz)\w{1,30}\s?\)|\bbypassSecurityTrust(?:Html|Script)\(\s?(?:`[^`\n]{0,120}\$\{|[\w.]{1,40}\[\w{1,20}\]\.\w|[\w.]{1,60}\sas\s|\n)|\bnativeElement\.(?:innerHTML|outerHTML)\s?=(?!=)(?!\s{0,3}['"`])|\bsrcDoc=\{\s?\w{1,30}\.\w{1,30}\s?\}/g,
    accept: (match, file) =>
      !/sanitize\(|purify|marked|createObjectURL|svg|blob:/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 6, 1),
      ),
    examples: [
      {
        path: 'src/app/a.component.ts',
        text: 'class A {\n  f() {\n    this.html = this.trust.bypassSecurityTrustHtml(this.query);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'message-to-all',
    possible: true,
    cwe: 'CWE-346',
    owasp: 'A01',
    title: 'A secret is sent to whatever page is open in another window',
    severity: 'medium',
    why: 'A page that opens or frames this one gets it.',
    fix: 'Name the origin that may get it.',
    wants: isPageScript,
    words: ['postMessage('],
    pattern:
      /\.postMessage\(\s?[^;\n]{0,120}\b\w{0,20}(?:token|password|secret|session|credential|jwt|apiKey)\w{0,10}\b[^;\n]{0,60},\s?['"]\*['"]\s?\)/gi,
    examples: [
      {
        path: 'public/a.js',
        text: "frame.postMessage({ token }, '*');\nframe.postMessage({ size }, '*');\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'cookie-by-script',
    possible: true,
    told: 'cookie-flags-off',
    cwe: 'CWE-1004',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'low',
    why: 'What script sets, script of others in the page reads.',
    fix: 'Let the server set it, with `HttpOnly`.',
    wants: isPageScript,
    words: ['document.cookie'],
    pattern:
      /\bdocument\.cookie\s?=\s?["'`]\w{0,20}(?:session|token|auth|jwt|password|user_?id|admin|role)\w{0,20}=(?!;|\s?;)/gi,
    accept: (match, file) =>
      !/csrf|xsrf/i.test(match[0]) && !/1970|max-age=0\b|-1/i.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      {
        path: 'public/a.js',
        text: "document.cookie = 'session=' + token;\ndocument.cookie = 'theme=dark';\n",
        lines: [1],
      },
    ],
  },
];

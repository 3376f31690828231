import type { SourceFile } from '../../../sourceFile';
import { linesAround } from '../context/enclosing';
import type { LineRule } from '../weakness';
import { script } from './languages';

const address = String.raw`location\.(?:hash|search|href)|document\.(?:URL|documentURI|referrer)`;

/** Browsers give an address with `<`, `>` and quotes encoded: no markup comes out of it before it is decoded. */
const decoded = /decodeURI|unescape\(|searchParams|URLSearchParams/;

/** What only asks something of the address lets nothing of it through: `location.hash === '#a' ? 'a' : 'b'`. */
const asked = String.raw`(?!\.(?:protocol|port)\b)(?!(?:\.\w{1,20})?\s{0,3}(?:[!=]==?\s{0,3}['"\w.:#-]{1,40}\s{0,3})?\)?\s{0,3}\?(?![.?]))`;

/** A name on the right that was taken from the address a few lines before. */
function isOfAddress(match: RegExpMatchArray, file: SourceFile): boolean {
  const value = match.groups?.['value'] ?? '';
  if (!decoded.test(linesAround(file, file.lineAt(match.index ?? 0), 15, 0))) return false;
  if (new RegExp(address).test(value)) return true;
  const before = file.text.slice(Math.max(0, (match.index ?? 0) - 1_500), match.index);
  return [...value.matchAll(/(?<![\w.'"])[A-Za-z_]\w{0,40}/g)]
    .slice(0, 10)
    .some(([name]) =>
      new RegExp(`\\b${name}\\s{0,3}=\\s{0,3}[^;\\n]{0,120}(?:${address}|document\\.location\\b)${asked}`).test(before),
    );
}

/** Pages that are written by hand, line by line. */
export const pageRules: readonly LineRule[] = [
  {
    id: 'dom-xss',
    possible: true,
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A part of the address is written into the page',
    severity: 'medium',
    confidence: 0.8,
    why: 'Script in a link then runs in the page of whoever follows it.',
    fix: 'Set `textContent`, or check the value against what is allowed.',
    wants: (file) => script(file) || /\.(?:php|html?|ejs|erb|jsp)$/.test(file.path),
    words: ['document.write', 'innerHTML', 'outerHTML'],
    pattern:
      /\bdocument\.write(?:ln)?\((?<value>[^;\n]{1,300})|\.(?:inner|outer)HTML\s{0,3}\+?=\s{0,3}(?<value2>[^;\n]{1,300})/g,
    accept(match, file) {
      const value = match.groups?.['value'] ?? match.groups?.['value2'] ?? '';
      if (/(?<!de)encodeURI|escapeHtml|sanitiz|purify|parseInt|Number\(/i.test(value)) return false;
      return isOfAddress(Object.assign(match, { groups: { ...match.groups, value } }), file);
    },
    examples: [
      {
        path: 'a.js',
        text: "const lang = document.location.href.substring(5);\ndocument.write('<b>' + decodeURI(lang) + '</b>');\ndocument.write('<b>' + other + '</b>');\n",
        lines: [2],
      },
      {
        path: 'b.js',
        text: "el.innerHTML = 'Hi ' + decodeURIComponent(location.hash);\nel.innerHTML = text;\n",
        lines: [1],
      },
      // What is asked of the address chooses between two texts of the page.
      {
        path: 'd.js',
        text: "const from = (('https:' == document.location.protocol) ? 'https://ssl.' : 'http://www.');\nconst tab = location.hash === '#a' ? 'a' : 'b';\ndocument.write(unescape('%3Cscript src=' + from + '%3E'));\nel.innerHTML = tab;\n",
        lines: [],
      },
      {
        path: 'e.js',
        text: "const tab = location.hash ? location.hash.slice(1) : 'b';\nel.innerHTML = decodeURI(tab);\n",
        lines: [2],
      },
      // What a browser gives has its signs encoded.
      { path: 'c.js', text: "el.innerHTML = 'Hi ' + location.href;\n", lines: [] },
    ],
  },
  {
    id: 'message-in-page',
    possible: true,
    told: 'dom-xss',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A message of another window is written into the page',
    severity: 'medium',
    why: 'Any page that opens or frames this one can send markup, script included.',
    fix: 'Compare `event.origin` with the one that you expect, and set `textContent`.',
    wants: (file) => script(file) || /\.(?:html?|ejs|erb|jsp|php)$/.test(file.path),
    words: ['.data'],
    pattern: /\.(?:inner|outer)HTML\s{0,3}\+?=\s{0,3}(?:e|ev|evt|event|msg|message)\.data\b/g,
    accept: (_match, file) =>
      /addEventListener\(\s{0,3}['"]message['"]|\bonmessage\s{0,3}=/.test(file.text) &&
      !/\.origin\b|Worker|WebSocket|EventSource/.test(file.text),
    examples: [
      {
        path: 'a.js',
        text: "window.addEventListener('message', (e) => {\n  el.innerHTML = e.data;\n});\n",
        lines: [2],
      },
      {
        path: 'b.js',
        text: "window.addEventListener('message', (e) => {\n  if (e.origin === own) el.innerHTML = e.data;\n});\n",
        lines: [],
      },
    ],
  },
];

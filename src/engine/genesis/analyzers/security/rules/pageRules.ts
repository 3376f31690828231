import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { linesAround } from '../context/enclosing';
import type { LineRule } from '../weakness';

const script = (file: FileDescription): boolean => ['javascript', 'typescript', 'tsx'].includes(file.language);

const address = String.raw`location\.(?:hash|search|href)|document\.(?:URL|documentURI|referrer)`;

/** Browsers give an address with `<`, `>` and quotes encoded: no markup comes out of it before it is decoded. */
const decoded = /decodeURI|unescape\(|searchParams|URLSearchParams/;

/** A name on the right that was taken from the address a few lines before. */
function isOfAddress(match: RegExpMatchArray, file: SourceFile): boolean {
  const value = match.groups?.['value'] ?? '';
  if (!decoded.test(linesAround(file, file.lineAt(match.index ?? 0), 15, 0))) return false;
  if (new RegExp(address).test(value)) return true;
  const before = file.text.slice(Math.max(0, (match.index ?? 0) - 1_500), match.index);
  return [...value.matchAll(/(?<![\w.'"])[A-Za-z_]\w{0,40}/g)]
    .slice(0, 10)
    .some(([name]) =>
      new RegExp(`\\b${name}\\s{0,3}=\\s{0,3}[^;\\n]{0,120}(?:${address}|document\\.location)`).test(before),
    );
}

/** Columns that hold what somebody wrote; a bare number is a column of a list. */
const writtenColumn =
  /^(?:\d{1,2}|\w{0,20}(?:name|title|comment|message|msg|text|body|content|description|subject|address|city|bio|note|user|author|email|caption|review|post))$/i;

/** Pages that are written by hand, line by line. */
export const pageRules: readonly LineRule[] = [
  {
    id: 'dom-xss',
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
      // What a browser gives has its signs encoded.
      { path: 'c.js', text: "el.innerHTML = 'Hi ' + location.href;\n", lines: [] },
    ],
  },
  {
    id: 'message-in-page',
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
  {
    id: 'php-row-in-page',
    told: 'unescaped-output',
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A text that people enter is written into pages unescaped',
    severity: 'low',
    confidence: 0.75,
    why: 'Markup in such a value becomes part of the page, script included.',
    fix: 'Write it through `htmlspecialchars($value, ENT_QUOTES)`.',
    wants: (file) => file.language === 'php' && !/(?:cli|bin|command|export|csv|json|rss|api)/i.test(file.path),
    words: ['$row', '$r['],
    pattern:
      /(?:\becho\b|<\?=)(?<before>[^;\n]{0,200}?)\$(?:rows?|r)\s?(?:\[\s?['"]?(?<column>\w{1,40})['"]?\s?\]|->(?<field>\w{1,40}))/g,
    accept: (match, file) =>
      // What a function of the project makes of it may be safe.
      !/\w\(\s{0,3}$/.test(match.groups?.['before'] ?? '') &&
      /fetch(?:_assoc|_array|_object|_row|All)?\b|PDO::FETCH/.test(file.text) &&
      /<[a-z]\w*[\s>]/i.test(file.text) &&
      !/htmlspecialchars|htmlentities|escape|\(int\)|intval|number_format|json_encode|date\(|esc_/i.test(
        match.groups?.['before'] ?? '',
      ) &&
      writtenColumn.test(match.groups?.['column'] ?? match.groups?.['field'] ?? ''),
    examples: [
      {
        path: 'list.php',
        text: "<?php\nwhile ($row = $s->fetch()) {\n  echo '<td>' . $row['name'] . '</td>';\n  echo '<td>' . htmlspecialchars($row['name']) . '</td>';\n  echo '<td>' . $row['id'] . '</td>';\n  echo '<td>' . scrub($row['name']) . '</td>';\n}\n",
        lines: [3],
      },
    ],
  },
];

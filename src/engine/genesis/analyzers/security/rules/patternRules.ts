import type { FileDescription } from '../../../extractor';
import { isBrowserCode } from '../context/origin';
import { readsRequests } from '../context/requests';
import type { LineRule } from '../weakness';
import { repeatsRepeat } from './repeatOfRepeat';

const wanted = (file: FileDescription): boolean =>
  ['javascript', 'typescript', 'tsx', 'python'].includes(file.language) &&
  // A developer's own tools read the developer's own files.
  !/(?:^|[/._-])(?:scripts?|tools?|build|webpack|rollup|vite|eslint|babel|gulp\w*|grunt\w*|loaders?|codemods?|bench\w*|config|release|docs?|wxParse|showdown|marked|markdown-it|main)(?:[/._-]|$)|[a-z]Loader\.\w{2,3}$/i.test(
    file.path,
  );

/** With nothing needed after the repeat there is nothing that could fail and make it go back. */
const canFail = (rest: string): boolean =>
  /[^)?*]/.test(rest.replace(/(?:\\?.|\[[^\]]{0,40}\])(?:[?*]|\{0,\d*\})/g, ''));

/** Patterns that a short text can keep busy for hours. */
export const patternRules: readonly LineRule[] = [
  {
    id: 'exponential-pattern',
    inTexts: true,
    possible: true,
    cwe: 'CWE-1333',
    owasp: 'A04',
    title: 'A regular expression can take exponential time',
    severity: 'medium',
    why: 'A repeat of a repeat of the same characters tries every way to split them; a short text can stop the process.',
    fix: 'Repeat once: `[0-9]+` instead of `([0-9]+)+`.',
    wants: wanted,
    words: [')+', ')*', '){'],
    pattern: /\)(?:[*+]|\{\d{0,3},\})/g,
    // Only in the text of a pattern; the same signs in code or another string mean something else.
    accept(match, file) {
      // Who runs a program writes what it reads elsewhere; in the browser who writes the text only stops the own page.
      if (isBrowserCode(file) || !readsRequests(file)) return false;
      const node = file.tree?.rootNode.descendantForIndex(match.index ?? 0);
      if (node?.type === 'regex_pattern') {
        const rest = node.text.slice((match.index ?? 0) + match[0].length - node.startIndex);
        return (
          canFail(rest) && repeatsRepeat(node.text.slice(0, (match.index ?? 0) + match[0].length - node.startIndex))
        );
      }
      const before = file.text.slice(Math.max(0, (node?.startIndex ?? 0) - 60), node?.startIndex ?? 0);
      return (
        node?.type === 'string_content' &&
        /\bre\.\w{1,12}\(\s{0,40}r?['"]{1,3}$/.test(before) &&
        canFail(node.text.slice((match.index ?? 0) + match[0].length - node.startIndex)) &&
        repeatsRepeat(node.text)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "const a = /([0-9]+)+#/;\nconst b = /([0-9]+-)+#/;\nconst c = '([0-9]+)+';\nconst d = /^([0-9]+)+/;\nconst f = /^(?:a)*([0-9]*)*/;\nconst e = /((?:[-*] .*(?:\\n|$))+)!/;\na.test(req.query.a);\n",
        lines: [1],
      },
      // Each round needs a sign that the rest can't take over; what follows may be missing; a copy of a library.
      { path: 'b.js', text: 'const a = /^<((?:\\s+[a-z]+(?:=[^>\\s]+)?)*)>/;\n', lines: [] },
      { path: 'c.py', text: "re.sub(r'^(?:    .*\\n?)+\\n?', '', text)\n", lines: [] },
      { path: 'lib/wxParse/d.js', text: 'const a = /([0-9]+)+#/;\n', lines: [] },
    ],
  },
];

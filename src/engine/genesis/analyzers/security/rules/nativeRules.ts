import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import type { LineRule } from '../weakness';

const native = ({ languageName }: FileDescription): boolean => languageName === 'C' || languageName === 'C++';

/** Where functions of C begin: behind a closing brace at the margin. */
function functionBefore(file: SourceFile, at: number): string {
  const before = file.text.slice(Math.max(0, at - 6_000), at);
  return before.slice(before.lastIndexOf('\n}') + 1);
}

/** `char line[80]` without a value, `char *line` of a parameter: what it holds comes from elsewhere. */
const isBuffer = (name: string, text: string): boolean =>
  new RegExp(`\\bchar\\s{1,3}${name}\\s{0,2}\\[\\s{0,2}\\w{0,40}\\s{0,2}\\]\\s{0,2}[;,]`).test(text);
const isGiven = (name: string, text: string): boolean =>
  new RegExp(`[(,]\\s{0,20}(?:const\\s)?char\\s{0,2}\\*\\s{0,2}(?:const\\s)?${name}\\s{0,2}[,)]`).test(text);

/** Memory of programs in C that a longer text, or one with signs of a format, writes over. */
export const nativeRules: readonly LineRule[] = [
  {
    id: 'read-without-bound',
    cwe: 'CWE-242',
    owasp: 'A03',
    title: 'A line of any length is read into a buffer by `gets`',
    severity: 'high',
    why: 'A longer line overwrites what lies behind the buffer; no call can prevent it.',
    fix: 'Use `fgets` with the size of the buffer.',
    wants: native,
    words: ['gets('],
    pattern: /(?<![\w.>:"])gets\(\s{0,3}[A-Za-z_][\w.[\]]{0,60}\s{0,3}\)\s{0,3}[;)!=]/g,
    // A function of the program's own by this name.
    accept: (_, file) =>
      !/^[a-z_]\w{0,40}[\w \t*]{0,40}[ *]gets\(|#\s{0,3}define\s+gets\b/m.test(file.text.slice(0, 200_000)),
    examples: [
      { path: 'a.c', text: 'int main(void) {\n  char line[80];\n  gets(line);\n}\n', lines: [3] },
      { path: 'b.c', text: 'char *gets(char *s) {\n  return s;\n}\nvoid f(char *s) {\n  gets(s);\n}\n', lines: [] },
    ],
  },
  {
    id: 'format-of-others',
    possible: true,
    cwe: 'CWE-134',
    owasp: 'A03',
    title: 'A text from elsewhere is used as a format',
    severity: 'high',
    why: 'Signs like `%n` in the text read and write memory.',
    fix: 'Write `printf("%s", text)`.',
    wants: native,
    words: ['printf(', 'syslog('],
    pattern:
      /(?<![\w.>:"])(?:printf\(|fprintf\(\s?\w{1,40}\s?,|syslog\(\s?\w{1,40}\s?,|sprintf\(\s?\w{1,40}\s?,|snprintf\(\s?\w{1,40}\s?,[^,()\n]{1,60}(?:\(\w{1,40}\))?\s?,)\s{0,3}(?<name>[a-z_]\w{0,60}|argv\[\d\])\s{0,3}\)/g,
    accept(match, file) {
      const name = match.groups?.['name'] ?? '';
      if (name.startsWith('argv[')) return true;
      const text = functionBefore(file, match.index ?? 0);
      return (
        isBuffer(name, text) ||
        (isGiven(name, text) && !/__attribute__|format|fmt/i.test(`${name}\n${text.slice(0, 300)}`))
      );
    },
    examples: [
      {
        path: 'a.c',
        text: 'void f(char *name) {\n  char line[80];\n  fgets(line, 80, stdin);\n  printf(line);\n  printf("%s", line);\n  printf(usage);\n  printf(name);\n}\n',
        lines: [4, 7],
      },
      { path: 'b.c', text: 'void f(const char *fmt) {\n  printf(fmt);\n}\n', lines: [] },
    ],
  },
  {
    id: 'copied-without-bound',
    possible: true,
    cwe: 'CWE-120',
    owasp: 'A03',
    title: 'A text of any length is copied into a buffer of a fixed size',
    severity: 'high',
    why: 'A longer text overwrites what lies behind the buffer.',
    fix: 'Copy at most the size of the buffer.',
    wants: native,
    words: ['strcpy(', 'strcat(', 'sprintf(', 'scanf('],
    pattern:
      /(?<![\w.>:"])(?:(?:strcpy|strcat)\(\s?(?<to>[a-z_]\w{0,60})\s?,\s?(?<from>[a-z_]\w{0,60}|argv\[\d\]|getenv\([^()\n]{1,60}\))\s?\)|sprintf\(\s?(?<into>[a-z_]\w{0,60})\s?,\s?"[^"\n]{0,120}%s[^"\n]{0,120}"\s?,\s?(?<text>[a-z_]\w{0,60}|argv\[\d\])\s?\)|scanf\(\s?"%s"\s?,\s?&?(?<read>[a-z_]\w{0,60})\s?\))/g,
    accept(match, file) {
      const { to, from, into, text, read } = match.groups ?? {};
      const target = to ?? into ?? read ?? '';
      const before = functionBefore(file, match.index ?? 0);
      if (!isBuffer(target, before)) return false;
      if (read !== undefined) return true;
      const value = from ?? text ?? '';
      // What was measured before is copied on purpose.
      return !before.includes(`strlen(${value})`) && (/^argv|^getenv/.test(value) || isGiven(value, before));
    },
    examples: [
      {
        path: 'a.c',
        text: 'void f(char *name) {\n  char line[16];\n  strcpy(line, name);\n}\nvoid g(char *name) {\n  char line[16];\n  if (strlen(name) < 16) strcpy(line, name);\n  strcpy(line, "none");\n}\n',
        lines: [3],
      },
      {
        path: 'b.c',
        text: 'int main(int argc, char **argv) {\n  char a[8];\n  scanf("%s", a);\n  strcpy(a, argv[1]);\n}\n',
        lines: [3, 4],
      },
    ],
  },
];

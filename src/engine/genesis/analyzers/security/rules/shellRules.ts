import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { isParameter } from '../context/given';
import { isBrowserCode } from '../context/origin';
import type { LineRule } from '../weakness';

/** Scripts of developers and of pipelines are given their values by those who run them. */
const byHand =
  /(?:^|[/._-])(?:scripts?|bin|tools?|tasks?|build\w*|release|hack|ci|e2e|tests?|bench\w*|examples?|docs?|setup|install\w*|deploy\w*|dev|gulpfile|gruntfile|rakefile|fabfile|makefile|webpack|rollup|vite|esbuild|config|cli|commands?|console|management|init|capistrano|generators?|gen|runners?|helpers?|captcha)(?:[/._-]|$)|(?:^|\/)(?:ui|frontend|client|web)\//i;

const product =
  (...languages: readonly string[]) =>
  (file: FileDescription): boolean =>
    languages.includes(file.language) && !byHand.test(file.path);

const shellClass = {
  told: 'shell-true',
  cwe: 'CWE-78',
  owasp: 'A03',
  title: 'A command with a value that the caller gives runs through a shell',
  severity: 'medium',
  confidence: 0.8,
  why: 'A space or `;` in a value becomes part of the command.',
} as const;

/** Values that were made safe for a shell, and names of what the program itself sets. */
const harmless =
  /escape|quote|shlex|Shellwords|[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|__dirname|__file__|process\.(?:pid|cwd|execPath)|os\.getpid/;

const isHarmless = (match: RegExpMatchArray, file: SourceFile): boolean =>
  /["'`](?:git|gh|npm|npx|yarn|pnpm|tsc|node|docker)\s/.test(match[0]) ||
  harmless.test(match[0].slice(match[0].search(/["'`]/))) ||
  isBrowserCode(file);

/** One of the names in the text is a parameter of the function: who calls it decides what is run. */
function hasGivenValue(text: string, offset: number, file: SourceFile): boolean {
  return [...text.matchAll(/(?<![\w.])\$?[A-Za-z_]\w{0,60}(?![\w(.])/g)]
    .slice(0, 30)
    .some(([name]) => isParameter(file, offset, name));
}

function isOpen(match: RegExpMatchArray, file: SourceFile): boolean {
  // Words of the command are names of parameters only by chance: what is put in stands behind a sign.
  const put = [
    ...match[0].matchAll(
      /[$#]?\{([^{}]{1,80})\}|["'`]\s{0,3}(?:[+.]|%)\s{0,3}\(?([^"'`]{1,80})|\$(\w{1,60})|%s["'`]\s{0,3},([^)]{1,80})/g,
    ),
  ].map((part) => part.slice(1).find((text) => text !== undefined) ?? '');
  return !isHarmless(match, file) && hasGivenValue(put.join(' '), match.index ?? 0, file);
}

/** A few lines before, the name was given a text with a value in it. */
function isPutTogether(match: RegExpMatchArray, file: SourceFile): boolean {
  const name = Object.values(match.groups ?? {}).find((value) => value !== undefined) ?? '';
  const before = file.text.slice(Math.max(0, (match.index ?? 0) - 1_500), match.index);
  const given = [
    ...before.matchAll(new RegExp(`(?<![\\w.])\\$?${name}\\s{0,3}:?=(?!=)\\s{0,3}([^\\n]{1,300})`, 'g')),
  ].at(-1)?.[1];
  if (given === undefined || harmless.test(given) || !hasGivenValue(given, match.index ?? 0, file)) return false;
  return /["'`]\s{0,3}(?:[+.]|%)\s{0,3}\$?[a-z(]|`[^`\n]{0,200}\$\{[a-z]|f["'][^\n]{0,200}\{[a-z]|\.format\(|Sprintf\(|"[^"\n]{0,200}\$[a-z]/.test(
    given,
  );
}

/** Command lines that are put together as text. */
export const shellRules: readonly LineRule[] = [
  {
    ...shellClass,
    id: 'shell-true',
    told: 'shell-true',
    fix: 'Give the arguments as a list and leave `shell` off.',
    wants: product('python'),
    words: ['shell', 'os.system', 'os.popen'],
    pattern:
      /\bsubprocess\.(?:run|call|check_call|check_output|Popen)\(\s*(?:f['"]|['"][^'"\n]{0,200}['"]\s*(?:%|\+|\.format\()|[A-Za-z_]\w*\s*\+)[^\n]{0,200}\bshell\s*=\s*True|\bos\.(?:system|popen)\(\s*(?:f['"][^\n]{0,200}\{[a-z]|['"][^'"\n]{0,200}['"]\s*(?:%|\+|\.format\())[^\n]{0,200}/g,
    accept: isOpen,
    examples: [
      {
        path: 'a.py',
        text: 'def f(name):\n    subprocess.run(f"ls {name}", shell=True)\n    subprocess.run("ls", shell=True)\n    subprocess.run(["ls", name])\n    os.system("ls " + name)\n    os.system("ls")\n',
        lines: [2, 5],
      },
      { path: 'scripts/a.py', text: 'def f(name):\n    os.system("ls " + name)\n', lines: [] },
      { path: 'b.py', text: 'def f():\n    name = tempfile.mktemp()\n    os.system("ls " + name)\n', lines: [] },
    ],
  },
  {
    ...shellClass,
    id: 'ruby-shell-string',
    fix: 'Give the arguments one by one: `system("cp", source, target)`.',
    wants: product('ruby'),
    words: ['system(', 'system "', 'exec('],
    pattern:
      /(?<![\w.])(?:Kernel\.)?(?:system|exec)[( ]\s{0,2}"[^"\n]{0,200}#\{(?!Shellwords|Rails|[A-Z_]{2,}\})[^"\n]{0,200}"\s{0,3}\)?/g,
    accept: (match, file) =>
      !/\.rake$/.test(file.path) && !/shellescape|Shellwords/.test(match[0]) && isOpen(match, file),
    examples: [
      {
        path: 'a.rb',
        text: 'def f(name)\n  system("cp #{name} #{target}")\n  system("cp", name, target)\n  system("cp #{made}")\nend\n',
        lines: [2],
      },
    ],
  },
  {
    ...shellClass,
    id: 'script-shell-string',
    fix: 'Use `execFile` or `spawn` with a list of arguments.',
    wants: product('javascript', 'typescript'),
    words: ['child_process'],
    pattern:
      /(?<![\w.])(?:(?:child_process|cp|childProcess)\.)?(?:exec|execSync|execAsync)\(\s{0,10}(?:`[^`\n]{0,200}\$\{[a-z][^`\n]{0,200}`|['"][^'"\n]{1,200}['"]\s{0,3}\+\s{0,3}[a-z][\w.]{0,40})/g,
    accept: isOpen,
    examples: [
      {
        path: 'a.js',
        text: "const { exec } = require('child_process');\nfunction f(url) {\n  exec('identify ' + url, done);\n  exec('ls', done);\n  pattern.exec('a' + url);\n  exec('ls ' + own, done);\n}\n",
        lines: [3],
      },
    ],
  },
  {
    ...shellClass,
    id: 'compiled-shell-string',
    fix: 'Start the program itself with a list of arguments, without a shell.',
    wants: product('java', 'kotlin', 'csharp', 'go'),
    words: ['"-c"', '"/c', 'getRuntime().exec('],
    pattern:
      /"(?:\/bin\/)?(?:ba|z)?sh"\s{0,3},\s{0,3}"-l?c"\s{0,3},\s{0,3}(?:"[^"\n]{1,200}"\s{0,3}\+\s{0,3}[a-z]\w{0,40}|fmt\.Sprintf\(\s{0,3}["`][^"`\n]{1,200}%s)|\bgetRuntime\(\)\.exec\(\s{0,3}"[^"\n]{1,200}"\s{0,3}\+\s{0,3}[a-z]\w{0,40}|"cmd(?:\.exe)?"\s{0,3},\s{0,3}\$?"\/c\s[^"\n]{0,200}(?:"\s{0,3}\+\s{0,3}[a-z]|\{[a-z])/g,
    accept: isOpen,
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(host string) {\n\tc := exec.Command("sh", "-c", "ping "+host)\n\td := exec.Command("ping", host)\n}\n',
        lines: [3],
      },
      {
        path: 'A.java',
        text: 'class A { void f(String h) { Runtime.getRuntime().exec("ping " + h); } }\n',
        lines: [1],
      },
    ],
  },
  {
    ...shellClass,
    id: 'php-shell-string',
    fix: 'Pass each value through `escapeshellarg`, or start the program with `proc_open` and a list.',
    wants: product('php'),
    words: ['exec(', 'system(', 'passthru(', 'popen('],
    pattern:
      /(?<![\w>:$])(?:shell_exec|exec|system|passthru|popen)\(\s{0,3}(?:"[^"\n]{1,200}\$[a-z][^"\n]{0,200}"|(?:"[^"\n]{1,200}"|'[^'\n]{1,200}')\s{0,3}\.\s{0,3}\$[a-z]\w{0,40})[^;\n]{0,200}/g,
    accept: (match, file) => isOpen(match, file) && !/escapeshell/.test(file.text),
    examples: [
      {
        path: 'a.php',
        text: '<?php\nfunction f($host) {\n  $o = shell_exec("ping " . $host);\n  $p = shell_exec("uptime");\n  $q = shell_exec("convert $made");\n}\n',
        lines: [3],
      },
      { path: 'b.php', text: '<?php\n$h = escapeshellarg($host);\n$o = shell_exec("ping " . $h);\n', lines: [] },
    ],
  },
  {
    ...shellClass,
    id: 'shell-variable',
    fix: 'Start the program itself with a list of arguments, without a shell.',
    wants: product('python', 'php', 'java', 'kotlin', 'go', 'csharp', 'javascript', 'typescript'),
    words: ['os.system', 'os.popen', 'shell=True', 'shell_exec', 'passthru', '"-c"', 'child_process'],
    pattern:
      /\bos\.(?:system|popen)\(\s{0,3}(?<a>[a-z_]\w{0,40})\s{0,3}\)|\bsubprocess\.\w{1,20}\(\s{0,10}(?<b>[a-z_]\w{0,40})\s{0,3},[^\n]{0,120}shell\s?=\s?True|(?<![\w>:$])(?:shell_exec|passthru)\(\s{0,3}\$(?<c>\w{1,40})|"(?:\/bin\/)?(?:ba)?sh"\s{0,3},\s{0,3}"-c"\s{0,3},\s{0,3}(?<d>[a-z]\w{0,40})\s{0,3}[),}]|(?<![\w.])(?:(?:child_process|cp)\.)?(?:exec|execSync)\(\s{0,3}(?<e>[a-z]\w{0,40})\s{0,3}[,)]/g,
    accept: (match, file) => !isHarmless(match, file) && isPutTogether(match, file),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(String input) {\n  String cmd = "/usr/bin/say \'" + input + "\'";\n  builder.command("bash", "-c", cmd);\n  builder.command("bash", "-c", FIXED);\n} }\n',
        lines: [3],
      },
      { path: 'a.py', text: 'cmd = "ls"\nos.system(cmd)\n', lines: [] },
    ],
  },
];

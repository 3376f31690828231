import type { FileDescription } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import type { LineRule } from '../weakness';

/** The first page of a repository, and what its manifest says of it. */
const isFirstPage = ({ path }: FileDescription): boolean =>
  /^(?:README(?:[._-][\w-]{1,12})?(?:\.(?:md|markdown|rst|txt|adoc))?|package\.json|composer\.json|pom\.xml|pyproject\.toml|setup\.py|Cargo\.toml)$/i.test(
    path,
  );

/** Further down a document speaks of other programs. */
const firstPart = 4_000;

/** What is done to other programs, or what they and their settings are. */
const ofOthers =
  /\b(?:scan\w*|detect\w*|find(?:s|ing|er)?|check\w*|audit\w*|analy[sz]\w*|report\w*|protect\w*|prevent\w*|defend\w*|harden\w*|against|tested|compare[ds]?|such as|e\.g\.|default\w*|settings?|options?|modes?|if|unless|not|never|no longer|older|versions?|dependenc\w*|because)\b/i;

/** Said on purpose, or for whom it is. */
const onPurpose =
  /(?<![a-z])(?:deliberat|intentional|purpose|knowing|wilful)\w*|\bby[ -]design\b|\b(?:designed|made|meant|built) to be\b|\bdamn\b|\b(?:to|for|of|in) (?:\w{1,20} ){0,3}?(?:learn|teach|train|practi[cs]|educat|pentest|workshop)\w*/i;

/** `This project is`, `A deliberately …`, `Shop is a`: the sentence is about the program itself. */
const ofItself =
  /^[\s>*_`"'#-]{0,10}(?:(?:this|it|an?|our)\b|(?:deliberat|intentional)|damn\b|(?!there\b)(?:the\s)?[\w`*"'()-]{1,40}(?:\s[\w`*"'()-]{1,30}){0,8}?\s(?:is|are)\b)/i;

const kinds =
  /\b(?:app|apps|application|applications|api|site|website|server|shop|bank|project|infrastructure|environment|code|program|tool|lab|labs|laborator\w+|service|platform|system|resources|target|playground|contain\w*|includ\w*|built)\b/i;

/** The same in other languages that such grounds are written in. */
const inOthers =
  /\b(?:intencional|deliberada|intencionada)mente\s(?:\w{1,20}\s){0,3}?(?:vulner|insegur)|\bvolontairement\s(?:\w{1,20}\s){0,3}?vulnérable|\b(?:absichtlich|bewusst)\s(?:[\wäöü]{1,20}\s){0,3}?(?:unsicher|verwundbar)|(?:漏洞|安全).{0,6}(?:靶场|靶機|靶机)|(?:わざと|意図的に).{0,10}脆弱/;

/** The sentence that a place stands in, within its line. */
function sentenceAt(match: RegExpMatchArray, file: SourceFile): string {
  const at = match.index ?? 0;
  const before = file.text.slice(Math.max(0, at - 400), at);
  const behind = file.text.slice(at, at + 300);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1;
  const end = /\n|\.\s/.exec(behind)?.index ?? behind.length;
  return `${before.slice(start)}${behind.slice(0, end)}`;
}

/** Said in the first heading, by the name or the description in a manifest, or in a sentence about the program. */
function isOfItself(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineText(file.lineAt(match.index ?? 0));
  if (inOthers.test(line)) return true;
  if (!/^README/i.test(file.path))
    return /"?name"?\s?[:=]|<(?:name|artifactId)>/.test(line) || (/description/i.test(line) && onPurpose.test(line));
  const sentence = sentenceAt(match, file);
  if (ofOthers.test(sentence)) return false;
  if (/^#\s/.test(line)) return !/^#\s/m.test(file.text.slice(0, match.index).split('\n').slice(0, -1).join('\n'));
  return ofItself.test(sentence) && onPurpose.test(sentence) && kinds.test(sentence);
}

/** What says of itself that it is vulnerable: a ground to train at, where every guess is worth a look. */
export const saidVulnerable: LineRule = {
  id: 'said-vulnerable',
  silent: true,
  comments: true,
  inTexts: true,
  cwe: 'CWE-1357',
  owasp: 'A04',
  title: 'The program says that it is vulnerable on purpose',
  severity: 'low',
  why: 'It is made to be attacked by people who learn.',
  fix: 'Nothing.',
  wants: isFirstPage,
  words: ['ulnerab', 'nsecure', 'NSECURE', 'ULNERAB', 'vulner', 'insegur', 'unsicher', '靶', '脆弱'],
  pattern: /\b(?:vulnerab\w{1,8}|insecure\w{0,4})\b|vulner[áé]\w{1,8}|insegur\w|unsicher|靶|脆弱/gi,
  accept: (match, file) => (match.index ?? 0) < firstPart && isOfItself(match, file),
  examples: [
    {
      path: 'README.md',
      text: '# Shop\n\nA deliberately vulnerable shop.\n\nScan it for vulnerabilities, and keep it out of production.\n',
      lines: [3],
    },
    { path: 'README.md', text: '# Bank\n\nThis is an insecure bank application for security training.\n', lines: [3] },
    { path: 'README.md', text: '# Damn Vulnerable Shop\n\n# Vulnerable packages\n', lines: [1] },
    {
      path: 'README.md',
      text: '# Tasks\n\ntasks is a simple web application that is deliberately built with a number of security vulnerabilities.\n',
      lines: [3],
    },
    {
      path: 'README.md',
      text: '# Bank2\n\nIt follows "Bank". This vulnerable app is named "Bank2" and is made for people to learn.\n',
      lines: [3],
    },
    { path: 'package.json', text: '{ "name": "damn-vulnerable-shop" }\n', lines: [1] },
    {
      path: 'README.md',
      text: '# Scanner\n\nIt finds weaknesses in vulnerable applications for training.\nIt was tested against Damn Vulnerable Web App.\nThe default is very insecure.\nWe do not intentionally keep insecure code.\n\n## Security\n\nReport a vulnerability by mail.\n',
      lines: [],
    },
  ],
};

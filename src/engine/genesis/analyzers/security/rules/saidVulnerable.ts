import type { FileDescription } from '../../../extractor';
import type { LineRule } from '../weakness';

/** The first page of a repository, and what its manifest says of it. */
const isFirstPage = ({ path }: FileDescription): boolean =>
  /^(?:README(?:[._-][\w-]{1,12})?(?:\.(?:md|markdown|rst|txt|adoc))?|package\.json|composer\.json|pom\.xml|pyproject\.toml|setup\.py|Cargo\.toml)$/i.test(
    path,
  );

/** Further down a document speaks of other programs. */
const firstPart = 4_000;

const vulnerable = '(?:vulnerab|insecure|unsafe|flawed|broken|weak|hackable)\\w{0,8}';

const forms = [
  // `a deliberately vulnerable shop`, `intentionally contains vulnerabilities`
  `\\b(?:deliberat|intentional|purpose|purposeful|knowing|wilful)(?:e?ly)?[ -]{1,2}(?:[\\w-]{1,20}[ ,]{1,2}){0,8}?${vulnerable}`,
  `\\b${vulnerable}[ -](?:by[ -]design|on purpose)\\b`,
  '\\b(?:damn|extremely|terribly|very)[ -](?:very[ -])?(?:vulnerable|insecure)\\b',
  '\\b(?:vulnerable|insecure|hackable)[ -](?:[\\w-]{1,20} ){0,3}?(?:app|apps|application|applications|api|server|website|site|project|code|program|lab|labs|environment|shop|bank|infrastructure|service|target|examples?)\\b[^\\n]{0,160}?\\b(?:learn|train|practi[cs]|teach|educat|demonstrat|pentest|exercise|workshop|testing)',
  '^#[ ](?![^\\n]{0,80}(?:scan|detect|find|check|report|audit))[^\\n]{0,60}\\b(?:vulnerable|insecure)\\b',
  '\\b(?:is|as|are)\\b[^.\\n]{0,80}\\b(?:vulnerable|insecure)[ ](?:[\\w-]{1,20}[ ]){0,2}?(?:app|application|api|website|site|server|shop)\\b',
  '\\bdesigned to be (?:[\\w-]{1,20} ){0,3}?(?:vulnerable|insecure)\\b',
  '"name"\\s?:\\s?"[^"\\n]{0,60}(?:damn-?vulnerable|vulnerable-|-vulnerable|insecure-(?:app|api|web|shop|bank))',
  // The same in other languages that such grounds are written in.
  '\\b(?:intencional|deliberada|intencionada)mente[ ](?:[\\w]{1,20}[ ]){0,3}?(?:vulner|insegur)',
  '\\bvolontairement[ ](?:[\\w]{1,20}[ ]){0,3}?vulnérable|\\b(?:absichtlich|bewusst)[ ](?:[\\wäöü]{1,20}[ ]){0,3}?(?:unsicher|verwundbar)',
  '(?:漏洞|安全).{0,6}(?:靶场|靶機|靶机|演示)|(?:わざと|意図的に).{0,10}脆弱',
];

/** What says of itself that it is vulnerable: a ground to train at, where every guess is worth a look. */
export const saidVulnerable: LineRule = {
  id: 'said-vulnerable',
  silent: true,
  comments: true,
  cwe: 'CWE-1357',
  owasp: 'A04',
  title: 'The program says that it is vulnerable on purpose',
  severity: 'low',
  why: 'It is made to be attacked by people who learn.',
  fix: 'Nothing.',
  wants: isFirstPage,
  words: [
    'ulnerab',
    'nsecure',
    'NSECURE',
    'ULNERAB',
    'nsafe',
    'flawed',
    'ackable',
    'vulner',
    'insegur',
    'unsicher',
    '靶',
    '漏洞',
    '脆弱',
  ],
  pattern: new RegExp(forms.join('|'), 'gim'),
  accept: (match) => (match.index ?? 0) < firstPart,
  examples: [
    {
      path: 'README.md',
      text: '# Shop\n\nA deliberately vulnerable shop.\n\nScan it for vulnerabilities, and keep it out of production.\n',
      lines: [3],
    },
    { path: 'README.md', text: '# Bank\n\nAn insecure bank application for security training.\n', lines: [3] },
    { path: 'package.json', text: '{ "name": "damn-vulnerable-shop" }\n', lines: [1] },
    {
      path: 'README.md',
      text: '# Scanner\n\nFinds vulnerabilities in applications, and weak ciphers.\n\n## Security\n\nReport a vulnerability by mail.\n',
      lines: [],
    },
  ],
};

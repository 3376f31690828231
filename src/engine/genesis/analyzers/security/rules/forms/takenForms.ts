import type { SourceFile } from '../../../../sourceFile';
import { isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { plainPassword, saidByClient, uploadName } from '../broad/kinds';
import { csharp, javaOrKotlin, script } from '../languages';

const lineOf = (match: RegExpMatchArray, file: SourceFile): number => file.lineAt(match.index ?? 0);

/** What handlers take from requests as it stands: passwords, roles, addresses, names of files. */
export const takenForms: readonly LineRule[] = [
  {
    ...plainPassword,
    id: 'password-in-search',
    told: 'plain-password-compare',
    wants: script,
    words: ['assword'],
    pattern:
      /\.(?:findOne|find|findFirst|countDocuments)\(\s?\{\s{0,20}(?:where\s?:\s?\{\s{0,20})?(?:username|email|user|name|login),\s{0,20}password\s{0,20}\}/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForTests(file, lineOf(match, file)) &&
      !/hash|bcrypt|md5|sha\d|crypt|digest/i.test(linesAround(file, lineOf(match, file), 12, 0)),
    examples: [
      {
        path: 'a.js',
        text: "app.post('/in', async (req, res) => {\n  const { username, password } = req.body;\n  const found = await db.collection('users').findOne({\n    username,\n    password\n  });\n});\n",
        lines: [3],
      },
    ],
  },
  {
    ...saidByClient,
    id: 'role-of-model',
    title: 'A field of the form says who is an administrator',
    wants: csharp,
    words: ['model.'],
    pattern:
      /\bif\s?\(\s?!?\s?model\.(?:Is\w{0,12}Admin|IsAdmin\w{0,10}|Role|UserRole|MakeNewUserAdmin|Make\w{0,10}Admin)\b/g,
    accept: (match, file) =>
      /Controller\b/.test(file.text) &&
      !/Authorize\([^)\n]{0,40}Roles|User\.IsInRole/.test(linesAround(file, lineOf(match, file), 20, 0)),
    examples: [
      {
        path: 'AccountController.cs',
        text: 'class AccountController : Controller {\n  public IActionResult Add(NewUser model)\n  {\n    if (!model.IsAdmin) return RedirectToAction("Login");\n    return View();\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'redirect-kept-in-name',
    told: 'open-redirect',
    possible: true,
    cwe: 'CWE-601',
    owasp: 'A01',
    title: 'A request decides where people are sent',
    severity: 'medium',
    why: 'A link to this site leads to a page of somebody else.',
    fix: 'Choose the page from a list.',
    wants: javaOrKotlin,
    words: ['"redirect:"'],
    pattern: /\b\w{1,20}\s?=\s?"redirect:"\s?\+\s?(?<name>[a-z]\w{0,30})\s?;/g,
    accept: (match, { text }) =>
      new RegExp(`@RequestParam[^;{}]{0,120}?\\bString\\s${match.groups?.['name'] ?? ''}\\b`).test(text),
    examples: [
      {
        path: 'A.java',
        text: '@Controller class A {\n  String f(@RequestParam(value = "target") String target) {\n    String next = "feed";\n    if (target != null) next = "redirect:" + target;\n    return next;\n  }\n}\n',
        lines: [4],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-ending-given',
    wants: javaOrKotlin,
    words: ['getOriginalFilename()'],
    pattern: /\.transferTo\(\s?new\s(?:java\.io\.)?File\(\s?(?<path>[a-z]\w{0,30})\s?\)\s?\)/g,
    accept: (match, file) => {
      const before = linesAround(file, lineOf(match, file), 16, 0);
      return (
        /getOriginalFilename\(\)/.test(before) &&
        !/contains\(|equalsIgnoreCase\(|matches\(|allowed|UUID|getContentType/i.test(before)
      );
    },
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(MultipartFile file) {\n  String ending = file.getOriginalFilename().substring(3);\n  String path = folder + name + ending;\n  file.transferTo(new File(path));\n} }\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'database-rights-wide',
    possible: true,
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'An account may do everything in all databases, from any host',
    severity: 'medium',
    why: 'Whoever gets in through the program has all that the server holds.',
    fix: 'Grant the rights that the program needs, on its own database.',
    wants: ({ path }) => /\.(?:sql|sh)$/i.test(path),
    words: ['GRANT ALL', 'grant all'],
    pattern: /\bgrant\s+all(?:\s+privileges)?\s+on\s+\*\.\*\s+to\s+[`'"]?(?!root\b)\w{1,40}[`'"]?@[`'"]%/gi,
    examples: [
      {
        path: 'db/init.sql',
        text: "GRANT ALL PRIVILEGES ON *.* TO 'shop'@'%';\nGRANT ALL PRIVILEGES ON shop.* TO 'shop'@'%';\n",
        lines: [1],
      },
    ],
  },
];

import { holdsAnyWord } from '../../../../../../base/wordFilter';
import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { massAssignment, passwordInLog, uploadName } from '../broad/kinds';
import { code, csharp, go, javaOrKotlin, python, script } from '../languages';
import { knownLogin } from './literalLogin';

/** What programs write down, and what they keep as it came. */
export const traceForms: readonly LineRule[] = [
  {
    ...passwordInLog,
    id: 'secret-named-in-log',
    wants: code,
    words: ['assword', 'oken', 'asswd', ' code', ' Code', 'OTP', 'ecret'],
    fits: ({ text }) =>
      holdsAnyWord(text, [
        'console.',
        'System.out',
        'og.',
        'ogger.',
        '.log',
        'LOG.',
        'Print',
        'print(',
        'WriteLine',
        'error_log',
      ]),
    pattern:
      /(?:\bconsole\.(?:log|info|debug|error|warn)|\bSystem\.out\.print\w{0,2}|(?:[lL]og|[lL]ogger|LOG)\.\w{3,14}|\.log(?:Error|Info|Debug|Warn\w{0,3})|\blog\.Print\w{1,2}|\bfmt\.Print\w{1,2}|\bConsole\.WriteLine|\berror_log|\bprint)\([^;\n]{0,120}["'`][^"'`\n]{0,60}\b(?:passw(?:or)?d|(?:access |refresh |reset |auth\w{0,10} |session |jwt )?token|authori[sz]ation code|reset code|otp|secret)\b\s?(?:is\s?)?[:=>]{0,4}\s{0,3}(?:["'`]\s?[,+.]\s?\$?(?:\w{1,20}\.){0,2}\w{0,20}(?:[tT]oken|[pP]assw\w{1,4}|[pP]wd|[cC]ode|[oO]tp|[sS]ecret)\b|\$?\{\s?(?:\w{1,20}\.){0,2}\w{0,20}(?:[tT]oken|[pP]assw\w{1,4}|[pP]wd|[cC]ode|[oO]tp|[sS]ecret)\s?\})/gi,
    accept: (match, file) => {
      const line = file.lineAt(match.index ?? 0);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        !isForDevelopers(file, line) &&
        !/hash|mask|redact|csrf|status_?code|error_?code|exit_?code|invalid|missing|length/i.test(match[0]) &&
        !/(?:^|\/)(?:cli|bin|scripts?|tools?|commands?|seeds?|management|tests?)\//.test(file.path)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "console.log('Refresh Token: ' + mytoken);\nconsole.log('Authorization code: ' + code);\nconsole.log('No token: ' + name);\n",
        lines: [1, 2],
      },
      {
        path: 'A.java',
        text: 'class A { void f() {\n  Trace.getInstance().logError("Failed >>> User: " + name + " >>> Password: " + password);\n  Trace.getInstance().logError("Failed: " + name);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    ...uploadName,
    id: 'upload-name-joined',
    wants: script,
    words: ['originalname', 'files.', 'originalFilename'],
    pattern:
      /\b(?:path\.(?:join|resolve)\([^()\n]{0,100},\s?|["'`][^"'`\n]{0,60}\/["']\s?\+\s?|\/\$\{\s?)(?:req\.)?(?:file|files(?:\.\w{1,20}|\[\w{1,10}\])?|upload\w{0,6}|image|avatar)\.(?:originalname|originalFilename|name)\b/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      /createWriteStream|writeFile|rename|\.mv\(|copyFile|diskStorage/.test(file.text) &&
      !/basename|sanitiz|uuid|randomBytes|nanoid/i.test(linesAround(file, file.lineAt(match.index ?? 0), 6, 1)),
    examples: [
      {
        path: 'a.js',
        text: "app.post('/a', (req, res) => {\n  const to = path.join('public', 'uploads', req.file.originalname);\n  fs.createReadStream(req.file.path).pipe(fs.createWriteStream(to));\n});\n",
        lines: [2],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'role-of-parameters',
    wants: javaOrKotlin,
    words: ['setRole', 'setAdmin', 'setIsAdmin', 'setBalance'],
    pattern:
      /\.set(?:Roles?|Admin|IsAdmin|Balance|Privileges?)\(\s?[^;\n]{0,40}(?:getParameter\(|(?:body|payload|map|params|data|json|request)\.get(?:String|Boolean|Double)?\(|(?:request|dto|form|body|updated|incoming|given)\w{0,12}\.(?:get|is)(?:Role|Admin|Balance)\w{0,3}\()/g,
    accept: (match, file) =>
      !/admin/i.test(file.path) &&
      !/hasRole|isAdmin\(\)\s?\)|PreAuthorize/.test(linesAround(file, file.lineAt(match.index ?? 0), 14, 0)),
    examples: [
      {
        path: 'A.java',
        text: 'class A { User f(Map<String, Object> body) {\n  user.setRole((String) body.get("role"));\n  user.setName((String) body.get("name"));\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'label-of-value',
    told: 'unescaped-output',
    possible: true,
    cwe: 'CWE-79',
    owasp: 'A03',
    title: 'A value is written into a page as it is',
    severity: 'medium',
    why: 'Labels of web forms escape nothing: script that somebody stored runs in the page of whoever looks at it.',
    fix: 'Write it through `Server.HtmlEncode`.',
    wants: csharp,
    words: ['.Text', '.InnerHtml'],
    pattern:
      /\b(?:lbl|lit|label|literal|ltl|div|span)\w{0,30}\.(?:Text|InnerHtml)\s?\+?=\s?(?:"[^"\n]{0,120}"\s?\+\s?)?(?!")[^;\n]{0,40}(?:Request\b|comment|name|message|text|desc|email|title|content|search|query|html|output|result|\["|txt)\w{0,20}[^;\n]{0,80};/gi,
    accept: ([text], { path }) =>
      /\.as[cp]x\.cs$/.test(path) && !/Encode|Sanitiz|Count|\.Length|Resources?\.|GetString\(/.test(text),
    examples: [
      {
        path: 'Page.aspx.cs',
        text: 'class P {\n  void F() {\n    lblComments.Text = comments;\n    lblCount.Text = rows.Count.ToString();\n    lblName.Text = Server.HtmlEncode(name);\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    ...knownLogin,
    id: 'login-of-address-in-go',
    told: 'login-in-code',
    wants: go,
    words: ['@tcp(', '@localhost', '@127.'],
    pattern: /["`](?<name>root|admin|postgres|sa|\w{1,20}):(?<word>[^@\s"`$%{:/]{2,40})@(?:tcp\(|localhost|127\.)/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)) && !/_test\.go$/.test(file.path),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nvar d, err = sql.Open("mysql", "root:summer19@tcp(db:3306)/shop")\nvar e, err = sql.Open("mysql", fmt.Sprintf("%s:%s@tcp(db)", u, p))\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'xml-of-request-in-python',
    told: 'xml-reading',
    possible: true,
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML of a request is read by a parser that follows entities',
    severity: 'medium',
    why: 'Before its version 5 the parser of `lxml` puts files of the server into what it reads.',
    fix: 'Give it `XMLParser(resolve_entities=False)`.',
    wants: python,
    words: ['etree'],
    pattern:
      /\betree\.(?:parse|fromstring|XML)\(\s?(?:(?:io\.)?(?:String|Bytes)IO\(\s?)?(?:request\.|xml\w{0,12}|data\b|body\b|payload\b|document\b)/g,
    accept: (_match, { text }) =>
      /\blxml\b/.test(text) && /\brequest\b/.test(text) && !/resolve_entities\s?=\s?False|defusedxml/.test(text),
    examples: [
      {
        path: 'a.py',
        text: 'from lxml import etree\nfrom flask import request\ndef f():\n    return etree.parse(request.stream)\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'xml-of-sheets',
    told: 'xml-reading',
    possible: true,
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'A sheet that was uploaded is read as XML',
    severity: 'low',
    why: 'Old versions of the library follow entities of the files within: the sheet then holds files of the server.',
    fix: 'Use the library’s newest version.',
    wants: javaOrKotlin,
    words: ['XSSFWorkbook(', 'StreamingReader.builder('],
    pattern:
      /\bnew\sXSSFWorkbook\(\s?\w{1,30}\.getInputStream\(\)|\bStreamingReader\.builder\(\)[^;]{0,160}\.open\(\s?\w{1,30}\.getInputStream\(\)/g,
    accept: (_match, { text }) => /MultipartFile|getPart\(/.test(text),
    examples: [
      {
        path: 'A.java',
        text: 'class A { void f(MultipartFile file) {\n  XSSFWorkbook book = new XSSFWorkbook(file.getInputStream());\n} }\n',
        lines: [2],
      },
    ],
  },
];

import { holdsAnyWord } from '../../../../../../base/wordFilter';
import type { SourceFile } from '../../../../sourceFile';
import { isOfAnyError } from '../../context/caughtErrors';
import { isForDevelopers, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { only, script } from '../languages';
import { errorText, massAssignment, openCors } from './kinds';

const page = {
  possible: true,
  cwe: 'CWE-79',
  owasp: 'A03',
  title: 'A value is written into pages unescaped',
  severity: 'low',
  why: 'Markup in such a value becomes part of the page, script included.',
  fix: 'Render through a template that escapes, or escape the value first.',
} as const;

/** `$name = $request->query('name');` some lines above. */
const isOfRequest = (name: string, match: RegExpMatchArray, file: SourceFile): boolean =>
  new RegExp(`\\$${name}\\s?=\\s?(?:\\$request->|\\$_(?:GET|POST|REQUEST)\\[|request\\()`).test(
    linesAround(file, file.lineAt(match.index ?? 0), 20, 0),
  );

/** What servers answer with, and what they take over as it comes. */
export const broadAnswerRules: readonly LineRule[] = [
  {
    ...page,
    id: 'unescaped-answer',
    wants: script,
    words: ['.send(', '.write(', '.end('],
    pattern:
      /\b(?:res|response|reply)(?:\.status\(\d{3}\))?\.(?:send|write|end)\(\s?(?:["'][^"'\n]{0,200}<[a-z][^"'\n]{0,200}["']\s?\+\s?[a-z]\w|`[^`\n]{0,200}<[a-z][^`\n]{0,200}\$\{\s?[a-z]\w)/gi,
    accept: ([match]) => !/escape|sanitiz|encode/i.test(match),
    examples: [
      {
        path: 'a.js',
        text: 'response.send("<h1>Hello</h1><h3>" + user + "</h3>");\nresponse.send("<h1>Hello</h1>");\n',
        lines: [1],
      },
    ],
  },
  {
    ...page,
    id: 'unescaped-page-of-java',
    wants: only('java', 'kotlin', 'php'),
    words: ['<h3', '<p>', '<div', '<h1', '<h2', '<h3', '<b>', '<section', '<img', '<span', '<strong', '<a href'],
    pattern:
      /\breturn\s{1,3}"[^"\n]{0,40}<[a-z][^;]{0,600}?"\s{0,20}\+\s{0,20}(?<name>[a-z]\w{0,30}(?:\.get\w{1,40}\(\))?)\s{0,20}\+\s{0,20}"|\breturn\s{1,3}"[^"\n]{0,80}<[a-z][^"\n]{0,200}\{?\$(?<given>[a-z]\w{0,30})\b/g,
    // In a class whose methods answer requests, or make what they answer.
    accept: (match, file) =>
      (match.groups?.['given'] === undefined || isOfRequest(match.groups['given'], match, file)) &&
      /\bRoute::|@(?:\w{0,30}Controller|\w{0,30}Mapping|WebServlet|Path)\b|HttpServletRe/.test(file.text) &&
      !/escape|encode|sanitiz|clean/i.test(`${match[0]} ${match.groups?.['name'] ?? ''}`) &&
      !/escape|encodeForHTML|sanitiz/i.test(linesAround(file, file.lineAt(match.index ?? 0), 5, 0)),
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  String page(String banner) {\n    return "<div>"\n        + "<p>Banner: "\n        + banner\n        + "</p></div>";\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'routes/web.php',
        text: '<?php\nRoute::get("/a", function (Request $request) {\n  $url = $request->query("url");\n  return "<h3>Of $url</h3>";\n});\nRoute::get("/b", fn () => "<h3>Of $name</h3>");\n',
        lines: [4],
      },
    ],
  },
  {
    ...page,
    id: 'request-as-answer',
    wants: script,
    words: ['.send(', '.write(', '.end('],
    pattern:
      /\b(?:res|response|reply)(?:\.status\(\d{3}\))?\.(?:send|write|end)\(\s?(?:(?:req|request)\.(?:body|query|params)\.\w{1,40}\s?\)|`[^`<\n]{0,120}\$\{\s?(?:req|request)\.(?:body|query)\.\w{1,40}\s?\}|["'][^"'<\n]{0,120}["']\s?\+\s?(?:req|request)\.(?:body|query)\.\w{1,40}\b(?!\())/g,
    examples: [
      {
        path: 'a.js',
        text: "res.send(req.body.name);\nres.send(req.body);\nres.json(req.body.name);\nres.send('Hello ' + req.query.name);\n",
        lines: [1, 4],
      },
    ],
  },
  {
    ...page,
    id: 'page-of-dotnet',
    wants: only('csharp'),
    words: ['"text/html"'],
    pattern:
      /\bContent\(\s?(?:\$"[^"\n]{0,200}\{|[a-z]\w{0,40}\s?[,+]|"[^"\n]{0,200}"\s?\+)[^;\n]{0,160}"text\/html"|\bContent\s?=\s?(?!")[\w.()]{1,80},\s{0,60}ContentType\s?=\s?"text\/html"/g,
    accept: ([match]) => !/Encode|Sanitiz|Render|template|ReadAll/i.test(match),
    examples: [
      {
        path: 'A.cs',
        text: 'class A { ContentResult F(string data) {\n  return new ContentResult()\n  {\n    Content = entries.ToString(),\n    ContentType = "text/html",\n  };\n} }\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'view-of-request',
    possible: true,
    cwe: 'CWE-1336',
    owasp: 'A03',
    title: 'The name of a page is put together from a parameter',
    severity: 'medium',
    why: 'Engines such as Thymeleaf run expressions in the name.',
    fix: 'Choose the page from a list.',
    wants: only('java', 'kotlin'),
    words: ['return "'],
    pattern:
      /\breturn\s"(?!redirect:|forward:|https?:)[\w-]{1,40}\/(?:[\w/-]{0,40}(?:\s::\s)?)?"\s?\+\s?(?<name>[a-z]\w{0,30})\s?;/g,
    accept(match, file) {
      const before = linesAround(file, file.lineAt(match.index ?? 0), 8, 0);
      const name = match.groups?.['name'] ?? '';
      return (
        /(?:^|\s)@Controller\b/m.test(file.text) &&
        !/@ResponseBody/.test(before) &&
        new RegExp(`\\bString\\s${name}\\s?[,)]`).test(before) &&
        !/contains\(|equals\(|matches\(/.test(before)
      );
    },
    examples: [
      {
        path: 'A.java',
        text: '@Controller\nclass A {\n  @GetMapping("/a")\n  public String show(@RequestParam String lang) {\n    return "lang/" + lang;\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    ...page,
    id: 'session-in-page',
    wants: only('php'),
    words: ['$_SESSION'],
    pattern:
      /(?:\becho\s{1,3}|<\?=\s{0,3}|\becho\s[^;\n?()]{0,120}\.\s?)\$_SESSION\[\s?['"](?:user_?name|name|f_?name|first_?name|last_?name|full_?name|e?mail|descr\w{0,8}|login|nick\w{0,4})['"]\s?\]/gi,
    examples: [
      {
        path: 'a.php',
        text: '<p><?php echo $_SESSION["username"]; ?></p>\n<p><?php echo htmlspecialchars($_SESSION["username"]); ?></p>\n',
        lines: [1],
      },
    ],
  },
  {
    ...errorText,
    id: 'error-in-answer',
    wants: only('php', 'javascript', 'typescript', 'python'),
    words: ['_error(', 'errorInfo', 'getMessage()', 'err', 'str(e)', 'str(ex)', '->error', '->connect_error'],
    fits: ({ text }) =>
      holdsAnyWord(text, ['_error(', '_errors(', '.send(', '->error', '->connect_error']) ||
      /\bstr\(\s?(?:e|ex|err|error|exc)\s?\)/.test(text),
    pattern:
      /(?:\b(?:echo|print|die|exit)\b[^;\n]{0,80}|\bprintf\([^;\n]{0,80})(?:(?:mysqli?_(?:connect_)?error|pg_last_error|sqlsrv_errors)\(|\$(?:conn\w{0,8}|con|db|mysqli|link|stmt|this->\w{1,12})->(?:connect_)?error\b(?!\())|\bres(?:ponse)?(?:\.status\(\s?5\d\d\s?\))?\.send\(\s?err(?:or)?\s?\)|\b(?:jsonify|make_response|HttpResponse|JsonResponse|Response)\([^()\n]{0,60}\bstr\(\s?(?:e|ex|err|error|exc)\s?\)/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
      (file.language !== 'python' || isOfAnyError(match, file)) &&
      // What is printed by a step of a build is read by who builds.
      !/(?:Task|Command)\.php$|(?:^|[/._-])tasks?[/._-]/.test(file.path),
    examples: [
      {
        path: 'a.php',
        text: "<?php\necho 'Error: ' . mysqli_error($con);\nerror_log(mysqli_error($con));\ndie('No: ' . $conn->connect_error);\n",
        lines: [2, 4],
      },
      { path: 'a.py', text: 'return jsonify({"error": str(e)}), 500\nlog.error(str(e))\n', lines: [1] },
      {
        path: 'b.py',
        text: 'def f():\n    try:\n        run()\n    except RateLimit as e:\n        return jsonify(message=str(e)), 429\n    except (KeyError, Exception) as e:\n        return jsonify(message=str(e)), 500\n\ndef wrong_name(error):\n    return jsonify(message=str(error)), 400\n\n@app.errorhandler(Exception)\ndef failed(error):\n    return jsonify(message=str(error)), 500\n',
        lines: [7, 14],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-by-object',
    wants: script,
    words: ['Object.assign(', '...args', '.assign({'],
    pattern:
      /\bObject\.assign\(\s?\w{0,20}(?:[uU]ser|[aA]ccount|[rR]ecord|[eE]ntity|[mM]odel|[pP]rofile)\w{0,10}\s?,\s?\w{0,20}(?:[dD]ata|[dD]to|[bB]ody|[iI]nput|[aA]rgs|[vV]alues|[pP]ayload|[cC]hanges)\s?\)|\.create\(\s?\{[^{}]{0,120}\.\.\.args\b|\bwrap\(\s?\w{1,30}\s?\)\.assign\(\s?\{\s{0,20}\.\.\.\w{1,30}/g,
    accept: (_match, file) => !isBrowserCode(file),
    examples: [
      {
        path: 'a.ts',
        text: 'Object.assign(newUser, newData);\nObject.assign(options, defaults);\ndb.Post.create({ userId, ...args });\n',
        lines: [1, 3],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-by-dict',
    wants: only('python'),
    words: ['__dict__.update(', '(**request.', '(**data', '(**payload'],
    pattern:
      /\.__dict__\.update\((?!\s?\w{1,40}\s?=)|\b[A-Z]\w{1,30}(?:\.objects\.create)?\(\s?\*\*(?:request\.\w{1,12}(?:\.get_json\(\)|\(\))?|data|payload)\s?\)/g,
    accept: (match, file) =>
      /\brequest\b/.test(file.text) &&
      !/self\.__dict__/.test(file.lineText(file.lineAt(match.index ?? 0))) &&
      !/pydantic|BaseModel|Schema/.test(file.text),
    examples: [
      {
        path: 'a.py',
        text: 'from flask import request\ndef f():\n    current_user.__dict__.update(values)\n    user = User(**request.json)\n',
        lines: [3, 4],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'entity-of-request',
    wants: only('java', 'kotlin'),
    words: ['epository.save('],
    pattern:
      /@(?:PostMapping|PutMapping|PatchMapping|RequestMapping)\b[^;{}]{0,300}?\(\s?(?:@(?:RequestBody|ModelAttribute|RequestParam|Valid|Validated)\s){0,2}(?!\w{0,40}(?:Dto|DTO|Request|Form|Command|Input|VO|Vo)\b)[A-Z]\w{1,40}\s(?<name>[a-z]\w{0,40})\b[^{};]{0,200}\{[^{}]{0,400}?\b(?:this\.)?\w{0,30}[rR]epository\.save\(\s?\k<name>\s?\)/g,
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  @PostMapping("/account")\n  public Account create(@RequestBody Account account) {\n    this.accountRepository.save(account);\n    return account;\n  }\n\n  @PostMapping("/other")\n  public Account other(@RequestBody AccountDto dto) {\n    return accountRepository.save(toAccount(dto));\n  }\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'csp-open',
    inTexts: true,
    possible: true,
    cwe: 'CWE-1021',
    owasp: 'A05',
    title: 'The policy for content lets script of every origin run',
    severity: 'low',
    why: 'It then keeps from nothing: injected markup loads script from anywhere.',
    fix: 'Name the origins, and leave `unsafe-eval` out.',
    wants: ({ language, path }) => language !== 'other' || /\.conf$|nginx/i.test(path),
    words: ['default-src', 'script-src'],
    pattern: /\b(?:default|script)-src\s{1,3}(?:[^;"'`\n]{0,60}\s)?\*(?=[\s;"'`])/g,
    examples: [
      {
        path: 'a.ts',
        text: "const a = `default-src  * 'unsafe-inline'`;\nconst b = \"script-src 'self' https://*.example.com\";\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'cors-of-list',
    ...openCors,
    wants: only('go', 'python', 'java', 'kotlin'),
    words: ['AllowOrigins', 'AllowedOrigin', 'allow_origins', 'allowedOrigins', 'AllowAllOrigins'],
    pattern:
      /\bAllow(?:ed)?Origins:\s{0,8}\[\]string\{\s?"\*"|\bAllowAllOrigins\s?[:=]\s?true|\ballow_origins\s?=\s?\[\s?["']\*["']|\.(?:allowedOrigins|addAllowedOrigin)\(\s?"\*"\s?\)/g,
    accept: (match, file) => !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nvar c = middleware.CORSConfig{\n\tAllowOrigins: []string{"*"},\n}\nvar d = middleware.CORSConfig{AllowOrigins: []string{own}}\n',
        lines: [3],
      },
    ],
  },
];

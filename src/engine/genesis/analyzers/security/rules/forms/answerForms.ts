import type { SourceFile } from '../../../../sourceFile';
import { isAnswered } from '../../context/answers';
import { enclosingLines, functionAround, isForDevelopers } from '../../context/enclosing';
import { liveCode } from '../../context/liveCode';
import { isOfServer, lineOf } from '../../context/ofServer';
import type { LineRule } from '../../weakness';
import { environmentInAnswer, errorInAnswer, passwordInAnswer } from '../broad/kinds';
import { code, only } from '../languages';

/** What any line may throw, or a library beneath; an exception of one's own has a text that is meant for who asks. */
const ofAnything =
  /\b(?:Exception|Throwable|RuntimeException|(?:SQL|Sql|IO|Db\w{0,10}|DataAccess|Persistence|Hibernate|Json\w{0,12}|Xml|SAX|JAXB|Mongo\w{0,10}|GeneralSecurity|Interrupted)Exception)\b/;

/** The type under which an error was caught, or handed to a handler of errors. */
function typeOf(name: string, match: RegExpMatchArray, file: SourceFile): string {
  const before = file.text.slice(Math.max(0, (match.index ?? 0) - 2_500), match.index);
  const given = new RegExp(
    `[(,]\\s?(?:final\\s)?(?:${name}\\s?:\\s?(?<kotlin>\\w{2,60})|(?<type>[\\w.| ]{2,160}?)\\s${name})\\s?\\)`,
    'g',
  );
  const { kotlin, type } = [...before.matchAll(given)].at(-1)?.groups ?? {};
  return kotlin ?? type ?? '';
}

const answers =
  /@(?:Rest)?Controller\b|ControllerAdvice|@ResponseBody|@Path\(|HttpServletResponse|: \w{0,20}Controller\w{0,4}\b|IActionResult|HttpContext|call\.respond/;

/** `return "Error: " + e.getMessage();` of a method whose text is the answer. */
const returned = /^\s*return\s(?:\$?"|String\.format\(|new\s\w{0,20}(?:Response|Result|Error)\w{0,20}\()/;

/** What nobody but the owner may know, as fields are named. */
const secrets =
  '(?:(?:[pP]lain|[tT]emp(?:orary)?|[nN]ew|[oO]ld|[hH]ashed|[dD]b|database)_?)?[pP]assw(?:or)?d(?:_?[hH]ash)?|pwd|pin(?:_?[cC]ode)?|otp(?:_?[cC]ode)?|cvv|cvc|CVV|ssn|SSN|[sS]ocial_?[sS]ecurity(?:_?[nN]umber)?|[cC]redit_?[cC]ard(?:_?[nN]umber)?|[cC]ard_?[nN]umber|(?:[jJ]wt|[aA]pp|[aA]ws)_?[sS]ecret(?:_?(?:[aA]ccess_?)?[kK]ey)?|[sS]ecret_?[kK]ey|[pP]rivate_?[kK]ey|[eE]ncryption_?[kK]ey|(?:des|aes)_?[kK]ey|[cC]onnection_?[sS]tring|[rR]eset_?(?:[tT]oken|[cC]ode|[pP]in|[lL]ink|[uU]rl)|[vV]erification_?[cC]ode|[kK]ey_?[uU]sed';

const answersWithFields =
  /(?:\.|->|::)json\(|jsonify\(|J(?:son|SON)Response\(|json\.dumps\(|ResponseEntity|@ResponseBody|RestController|\bJson\(|\bOk\(|json_encode\(|\.JSON\(|render\s?\(?json|make_response\(|\.send\(\{/;

/** What tells a secret once to the one it is for, or nothing of it. */
const isMeant =
  /mask|\*{2}|redact|totp|2fa|mfa|qr_?code|schema|valid|rules|regenerate|rotate|api_?keys?\b|webhook|has_?password|strength|encrypt\(|client_?secret_?(?:prefix|hint)/i;

/** Handed to who calls, or to a console: an error that is an answer says so by its name. */
const isElsewhere =
  /\bthrow\s+new\s+(?!\w*(?:Response|Http|Web|Status|Request))\w|\bSystem\.(?:out|err)\b|\bConsole\.Write/;

/** The statement that a place stands in, up to the end of its line. */
function statementOf(match: RegExpMatchArray, file: SourceFile): string {
  const before = file.text.slice(Math.max(0, (match.index ?? 0) - 300), match.index);
  return `${before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('}')) + 1)}${match[0]}`;
}

/** What answers tell that only the operator, or the owner, should know. */
export const answerForms: readonly LineRule[] = [
  {
    ...errorInAnswer,
    id: 'error-told',
    wants: only('java', 'kotlin', 'csharp'),
    words: ['.getMessage()', '.Message', 'essage}', '.toString()', '.StackTrace', '.message'],
    pattern:
      /\b(?<name>e|ex|exc|err|error|exception|t|ioe|sqlEx)\??\.(?:getMessage\(\)|getLocalizedMessage\(\)|toString\(\)|message\b|Message\b|StackTrace\b|getStackTrace\(\))/g,
    fits: ({ text }) => answers.test(text),
    accept: (match, file) =>
      (isAnswered(match, file) || returned.test(file.lineText(lineOf(match, file)))) &&
      !isElsewhere.test(statementOf(match, file)) &&
      isOfServer(match, file) &&
      ofAnything.test(typeOf(match.groups?.['name'] ?? '', match, file)) &&
      !isForDevelopers(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  ResponseEntity<?> f() {\n    try {\n      return run();\n    } catch (Exception e) {\n      log.error("failed", e.getMessage());\n      return ResponseEntity.badRequest().body(Map.of(\n          "error", "failed",\n          "detail", e.getMessage()\n      ));\n    }\n  }\n  String g() {\n    try {\n      return run();\n    } catch (NoSuchOrder e) {\n      return "No: " + e.getMessage();\n    } catch (SQLException e) {\n      return "Error: " + e.getMessage();\n    }\n  }\n}\n',
        lines: [9, 19],
      },
      {
        path: 'B.java',
        text: '@RestController class B {\n  String f() {\n    try {\n      return ResponseEntity.ok(run());\n    } catch (Exception e) {\n      System.out.println("failed" + e.getMessage());\n      throw new ShopException(Kind.BAD,\n          "failed: " + e.getMessage());\n    }\n  }\n}\n',
        lines: [],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  IActionResult F() {\n    try { return Run(); }\n    catch (Exception ex)\n    {\n      return BadRequest(new\n      {\n        error = ex.Message,\n      });\n    }\n  }\n}\n',
        lines: [8],
      },
    ],
  },
  {
    id: 'secret-in-answer',
    ...passwordInAnswer,
    wants: code,
    words: ['assw', 'pin', 'otp', 'cvv', 'cvc', 'ssn', 'ecret', 'card', 'Card', 'reset', '_key', 'Key', 'oken', 'pwd'],
    pattern: new RegExp(
      String.raw`\b(?:${secrets})(?:(?:["']\s?(?::|=>|,|\]\s?=)|\s?[:=](?![=>:]))\s{0,6}(?!["'\x60]|null|None|nil|undefined|true\b|false\b|required|z\.|[jJ]oi\.|String\b|Type\b|t\.|Schema|yup|bool|\d|\[\]|req\b|request\b|os\.getenv)[$@a-zA-Z_][\w$.>()[\]'"-]{0,80}|(?=\s{0,10}[,}]))`,
      'g',
    ),
    fits: ({ path, text }) =>
      answersWithFields.test(text) &&
      !/(?:^|[/._-])(?:tests?|spec|seeds?|fixtures?|mocks?|schemas?|dto|models?)(?:[/._-]|$)/i.test(path),
    accept: (match, file) =>
      /(?:["'\s]|[{,(])$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 1), match.index)) &&
      // A name alone is a field where it stands among others.
      (/\W/.test(match[0]) ||
        /[{,]\s{0,20}$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 21), match.index))) &&
      isAnswered(match, file) &&
      isOfServer(match, file) &&
      !isMeant.test(file.lineText(lineOf(match, file))) &&
      !enclosingLines(file, lineOf(match, file)).some((header) => isMeant.test(header)) &&
      !/\b(?:async\s)?(?:def|function|public|fun)\b[^\n]{0,80}(?:setup|generate|create_?(?:key|secret|client)|enable)/i.test(
        functionAround(file, lineOf(match, file)).slice(0, 400),
      ),
    examples: [
      {
        path: 'a.py',
        text: "@app.route('/forgot')\ndef forgot():\n    pin = draw()\n    return jsonify({\n        'status': 'sent',\n        'debug': {'pin': pin},\n        'has_password': True,\n    })\n",
        lines: [6],
      },
      {
        path: 'A.java',
        text: '@RestController class A {\n  Map<String, Object> f(User user) {\n    data.put("password", user.getPassword());\n    data.put("name", user.getName());\n    log.info("password", user.getPassword());\n    return data;\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'a.js',
        text: "app.get('/card', (req, res) => {\n  const { cvv } = req.body;\n  res.json({ id: card.id, cvv: card.cvv });\n  res.json({ sent: true, otp });\n});\n",
        lines: [3, 4],
      },
      {
        path: 'A.cs',
        text: 'class A : Controller {\n  IActionResult F() {\n    return Json(new\n    {\n      resetToken = token,\n      name = user.Name,\n    });\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'password-changed-unasked',
    possible: true,
    cwe: 'CWE-620',
    owasp: 'A07',
    title: 'A password is changed without the old one',
    severity: 'medium',
    why: 'Whoever gets at an open session, or names somebody else, takes the account over.',
    fix: 'Ask for the old password, or for a token that was sent.',
    wants: code,
    words: [
      'hangePassword',
      'change_password',
      'change-password',
      'pdatePassword',
      'update_password',
      'update-password',
    ],
    pattern:
      /(?:@(?:Post|Put|Patch|Request)Mapping\(\s?(?:value\s?=\s?)?|@\w{1,20}\.(?:route|post|put|patch)\(\s?|\b(?:app|router|\w{1,20}Router)\.(?:post|put|patch)\(\s?)["'`][\w/:{}<>-]{0,40}(?:change|update)[-_]?[pP]assword["'`]/g,
    accept: (match, file) => {
      // The handler stands behind what names its address.
      const line = file.lineAt(match.index ?? 0);
      const handler = liveCode(functionAround(file, line + (/^@/.test(match[0]) ? 2 : 1))).replace(match[0], '');
      return (
        /passw/i.test(handler.replace(/(?:change|update)[-_]?password/gi, '')) &&
        !/old|current_?pass|existing|token|otp|code|verif|compare|match|check|confirm|forgot|reset/i.test(handler) &&
        isOfServer(match, file)
      );
    },
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  @PostMapping("/change-password")\n  public void change(@RequestBody Form form) {\n    User user = users.findByName(form.getName());\n    user.setPassword(form.getPassword());\n  }\n\n  @PostMapping("/change-password")\n  public void other(@RequestBody Form form) {\n    if (!encoder.matches(form.getOld(), user.getPassword())) return;\n    user.setPassword(form.getPassword());\n  }\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'environment-of-jvm',
    ...environmentInAnswer,
    wants: only('java', 'kotlin', 'csharp', 'php'),
    words: ['System.getenv()', 'GetEnvironmentVariables()', 'getenv()', 'json_encode($_ENV'],
    pattern:
      /\bSystem\.getenv\(\)(?!\.)|\bEnvironment\.GetEnvironmentVariables\(\)|\bjson_encode\(\s?(?:\$_ENV|getenv\(\))/g,
    accept: (match, file) =>
      isOfServer(match, file) &&
      /ResponseEntity|@ResponseBody|IActionResult|\bJson\(|json_encode|call\.respond/.test(
        functionAround(file, lineOf(match, file)),
      ) &&
      !isForDevelopers(file, lineOf(match, file)),
    examples: [
      {
        path: 'A.java',
        text: '@RestController class A {\n  ResponseEntity<?> f() {\n    Map<String, String> all = new HashMap<>(System.getenv());\n    return ResponseEntity.ok(all);\n  }\n  String g() { return System.getenv().get("HOME"); }\n}\n',
        lines: [3],
      },
    ],
  },
];

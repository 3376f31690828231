import type { SourceFile } from '../../../../sourceFile';
import { isAnswered } from '../../context/answers';
import { isOfAnyError } from '../../context/caughtErrors';
import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { python, script } from '../languages';
import { environmentInAnswer, errorInAnswer } from './kinds';

const isOwn = (match: RegExpMatchArray, file: SourceFile): boolean =>
  !isBrowserCode(file) &&
  !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
  !/NODE_ENV\s?[!=]|isDev|['"]development/.test(linesAround(file, file.lineAt(match.index ?? 0), 3, 0));

/** Answers that tell what only the operator should know. */
export const broadDetailRules: readonly LineRule[] = [
  {
    ...errorInAnswer,
    id: 'stack-in-answer',
    wants: script,
    words: ['.stack'],
    pattern: /\b(?:stack|stackTrace|trace|details?)\s?:\s?(?:err|error|e|ex|exception)\??\.stack\b/g,
    accept: (match, file) => isAnswered(match, file) && isOwn(match, file),
    examples: [
      {
        path: 'a.ts',
        text: '@Controller()\nclass A {\n  f() {\n    return {\n      success: false,\n      stack: error.stack,\n    };\n  }\n  g() {\n    this.logger.error({ stack: error.stack });\n  }\n}\n',
        lines: [6],
      },
    ],
  },
  {
    id: 'environment-in-answer',
    ...environmentInAnswer,
    wants: script,
    words: ['process.env'],
    pattern:
      /(?:[\w$]{1,40}\s?:\s?process\.env(?:\.\w{0,40}(?:SECRET|PASSWORD|TOKEN|API_KEY|ACCESS_KEY|PRIVATE|DATABASE_URL|DB_URL)\w{0,20})?\s{0,20}[,}\n]|(?<=(?:json|send)\(\s?)process\.env\s?\))/g,
    accept: (match, file) => (match[0].startsWith('process') || isAnswered(match, file)) && isOwn(match, file),
    examples: [
      {
        path: 'a.ts',
        text: '@Controller()\nclass A {\n  f() {\n    return {\n      envVars: process.env,\n      port: process.env.PORT,\n      keys: {\n        jwtSecret: process.env.JWT_SECRET,\n      },\n    };\n  }\n}\n',
        lines: [5, 8],
      },
      { path: 'b.ts', text: 'export const config = () => ({\n  secret: process.env.JWT_SECRET,\n});\n', lines: [] },
      {
        path: 'c.js',
        text: "app.get('/env', (req, res) => res.json(process.env));\nspawn('a', { env: process.env });\n",
        lines: [1],
      },
    ],
  },
  {
    id: 'environment-of-python',
    ...environmentInAnswer,
    wants: python,
    words: ['os.environ'],
    pattern:
      /\b(?:jsonify|json\.dumps|JsonResponse|JSONResponse|HttpResponse|make_response)\(\s?(?:dict|str)\(\s?os\.environ\s?\)/g,
    accept: (_match, file) =>
      /\bflask\b|django|fastapi|starlette|BaseHTTPRequestHandler|bottle|aiohttp/.test(file.text),
    examples: [
      {
        path: 'a.py',
        text: 'from flask import jsonify\nreturn jsonify(dict(os.environ))\nkeep(dict(os.environ))\n',
        lines: [2],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-field-of-python',
    wants: python,
    words: ['str(e', 'str(err', 'str(ex', 'format_exc', '{e}', '{err}', '{ex}', '{error}'],
    pattern:
      /["'][\w-]{1,30}["']\s{0,10}:\s{0,10}(?:str\(\s?(?:e|ex|err|error|exc)\s?\)|traceback\.format_exc\(\)|f["'][^"'\n{}]{0,80}\{(?:str\(\s?)?(?:e|ex|err|error|exc)\b)/g,
    accept: (match, file) => {
      const line = file.lineAt(match.index ?? 0);
      return (
        isAnswered(match, file) &&
        isOfAnyError(match, file) &&
        // The other rules see it where it stands in the line of the answer.
        !/\b(?:jsonify|JsonResponse)\([^()\n]{0,60}\bstr\(/.test(file.lineText(line)) &&
        !isForDevelopers(file, line)
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "def f(e: Exception):\n    return jsonify({\n        'error':  str(e),\n        'trace': traceback.format_exc(),\n        'text': f'failed: {e}',\n    }), 500\n\ndef g(e):\n    log({'error': str(e)})\n",
        lines: [3, 4, 5],
      },
    ],
  },
  {
    id: 'token-in-output',
    possible: true,
    told: 'secret-in-log',
    cwe: 'CWE-532',
    owasp: 'A09',
    title: 'A password or a token of a login is written into a log',
    severity: 'low',
    why: 'Whoever reads the log can sign in with it.',
    fix: 'Leave it out.',
    wants: (file) => script(file) || python(file) || file.language === 'php' || file.language === 'ruby',
    words: ['assword', 'oken', 'otp', 'OTP'],
    pattern:
      /\b(?:console\.(?:log|info|debug|error)|print|(?:logger|log|logging)\.(?:info|debug|warn|warning|error)|error_log|puts|logger\.\w{4,7})\(\s?(?:[^\n()]{0,160}?(?:\$\{\s?|,\s?|\{|\.\s?\$))?(?:reset_?|access_?|refresh_?|auth_?|session_?|new_?|plain_?|temp(?:orary)?_?|user_?|jwt_?)?(?:password|token|otp)\s?[)}]|\bconsole\.(?:log|info|debug)\(\s?[^\n()]{0,80},\s?\{[^{}]{0,400}\b(?:new|old|plain|temp)?_?[pP]assword\s?:\s?[\w.]{0,30}[pP]assword\s?[,}]/gi,
    accept: (match, file) => {
      const line = file.lineAt(match.index ?? 0);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        !isForDevelopers(file, line) &&
        !/hash|encrypted|mask|redact|csrf|getpass|tokeni[sz]|count/i.test(match[0]) &&
        // Command lines show what they made to whoever started them.
        (/\b(?:req|request|ctx|\$_POST|params|jwt)\b/.test(file.text) || /@Injectable|@Controller/.test(file.text)) &&
        !/(?:^|\/)(?:cli|bin|scripts?|tools?|commands?|seeds?|management|tests?)\//.test(file.path)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: `app.post('/a', (req, res) => {\n  console.log(token)\n  console.log(\`reset for \${email} - new password: \${newPassword}\`);\n  console.log('changed', {\n    id,\n    newPassword: newPassword,\n  });\n  console.log('no token given');\n});\n`,
        lines: [2, 3, 4],
      },
    ],
  },
  {
    id: 'card-in-log',
    possible: true,
    told: 'secret-in-log',
    cwe: 'CWE-532',
    owasp: 'A09',
    title: 'The number of a card is written into a log',
    severity: 'medium',
    why: 'Whoever reads the log can pay with it.',
    fix: 'Leave it out, or log its last four digits.',
    wants: (file) => script(file) || python(file),
    words: ['cvv', 'cvc', 'ardNumber', 'card_number', 'credit_card', 'creditCard'],
    pattern:
      /\b(?:console|logger|log|logging)\.(?:log|info|debug|warn|warning|error)\(\s?[^\n()]{0,120}(?:,\s{0,20}(?:extra\s?=\s?)?\{[^{}]{0,600}?["']?\b(?:cvv|cvc|card_?[nN]umber|credit_?[cC]ard(?:_?[nN]umber)?)["']?\s?:\s?(?=[a-z])(?!mask|redact|truncat|last|hide|typeof|bool|!)[\w.]{2,40}\s?[,}\n]|\$\{\s?[\w.]{0,30}\b(?:cvv|cvc|card_?[nN]umber)\s?\})/g,
    accept: (match, file) => !isBrowserCode(file) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.js',
        text: `logger.info('paid', {\n  id: order.id,\n  card_number: cardNumber,\n});\nlogger.info('paid', { card_number: mask(cardNumber) });\nconsole.log(\`paid by \${card.cvv}\`);\n`,
        lines: [1, 6],
      },
    ],
  },
];

import { isForDevelopers, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { python, script } from '../languages';
import { errorInAnswer, forgedRequests } from './kinds';

/** Servers of script and Python: what their settings and handlers leave open. */
export const broadExpressRules: readonly LineRule[] = [
  {
    id: 'cookie-of-session',
    possible: true,
    told: 'cookie-flags-off',
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'low',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Set `secure`, `httpOnly` and `sameSite`.',
    wants: script,
    words: ['cookie'],
    pattern: /\bcookie\s?:\s?\{[^{}]{0,200}\b(?:httpOnly|secure)\s?:\s?false\b/g,
    accept: (match, file) => !isBrowserCode(file) && !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'app.js',
        text: 'app.use(session({\n  cookie: {\n    maxAge: 1,\n    secure: false,\n  },\n}));\napp.use(session({ cookie: { secure: true } }));\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'session-without-token',
    ...forgedRequests,
    fix: 'Ask for a token with each form, or set `sameSite` of the cookie to `lax` or `strict`.',
    wants: script,
    words: ['session('],
    pattern: /\.use\(\s{0,10}(?:session|cookieSession|expressSession)\(/g,
    // Pages with forms are drawn by the server; a program with tokens has no forms.
    accept: (_match, file) =>
      /["'](?:express-session|cookie-session)["']/.test(file.text) &&
      /view engine|\.render\(|urlencoded/.test(file.text) &&
      !/csrf|csurf|lusca|xsrf|sameSite["']?\s?:\s?["'](?:strict|lax)/i.test(file.text),
    examples: [
      {
        path: 'app.js',
        text: "const session = require('express-session');\napp.set('view engine', 'ejs');\napp.use(session({ secret }));\n",
        lines: [3],
      },
      {
        path: 'b.js',
        text: "const session = require('express-session');\napp.set('view engine', 'ejs');\napp.use(session({ secret, cookie: { sameSite: 'lax' } }));\n",
        lines: [],
      },
    ],
  },
  {
    id: 'error-of-script',
    ...errorInAnswer,
    wants: script,
    words: ['err'],
    pattern:
      /\b(?:res|response|reply|ctx)(?:\s{0,20}\.status\(\s?\w{1,20}(?:\.\w{1,30})?\s?\))?\s{0,20}\.(?:send|json|end|render|write)\([^;()]{0,120}\b(?:err|error|e|ex)\.stack\b|\b(?:res|response|reply)\.status\(\s?5\d\d\s?\)\.render\([^;()]{0,120}[{,]\s{0,10}(?:err|error)\s{0,10}[,}]|\b(?:res|response|reply)\.status\(\s?5\d\d\s?\)\.json\(\s?(?:\{\s?(?:error|err|message)\s?:\s?(?:err|error|e)\s?\}|err|error)\s?\)/g,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
      !/NODE_ENV|isDev|development|debug/i.test(linesAround(file, file.lineAt(match.index ?? 0), 3, 3)),
    examples: [
      {
        path: 'a.js',
        text: "function handle(error, req, res, next) {\n  res.status(500).render('error', {\n    title: 'Oh',\n    error\n  });\n}\nfunction other(error, req, res, next) {\n  res.status(500).render('error', { title: 'Oh' });\n  res.status(500).json({ error: err.stack });\n}\n",
        lines: [2, 9],
      },
    ],
  },
  {
    id: 'error-of-python',
    ...errorInAnswer,
    why: 'Errors of a database tell strangers its tables; a trace tells them the code.',
    wants: python,
    words: ['format_exc', 'str(e)', 'as e', 'as err'],
    pattern:
      /\btraceback\.format_exc\(\)|^[ \t]{4,40}except (?:sqlite3|psycopg2|pymysql|MySQLdb|sqlalchemy)[\w.]{0,60} as (?<name>\w{1,10}):\n[ \t]{8,44}return (?:str\(\s?\k<name>\s?\)|f["'][^"'\n]{0,80}\{\k<name>\})/gm,
    accept(match, file) {
      if (!/\b(?:flask|bottle|fastapi|django|starlette|sanic|aiohttp|tornado|request)\b/.test(file.text)) return false;
      if (match[0].includes('except')) return true;
      if (/\blog\w{0,10}\.\w{1,12}\(|\blogger\b/.test(file.lineText(file.lineAt(match.index ?? 0)))) return false;
      const near = linesAround(file, file.lineAt(match.index ?? 0), 3, 4);
      return /\b(?:jsonify|HttpResponse|JsonResponse|JSONResponse|Response|make_response|HTTPException|render_template)\(/.test(
        near,
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "from flask import request, jsonify\ndef f():\n    try:\n        run()\n    except Exception as e:\n        text = f'{e} {traceback.format_exc()}'\n        return jsonify({'error': text}), 500\n    except OSError:\n        app.logger.error(traceback.format_exc())\n        return jsonify({'error': 'failed'}), 500\n",
        lines: [6],
      },
    ],
  },
  {
    id: 'sql-of-request',
    possible: true,
    told: 'sql-injection',
    cwe: 'CWE-89',
    owasp: 'A03',
    title: 'SQL is put together from request data',
    severity: 'high',
    why: 'The request brings the whole statement: whoever sends it decides what the database runs.',
    fix: 'Write the statements in the code, and pass values as parameters.',
    wants: ({ language }) => /^(?:javascript|typescript|python|php|ruby)$/.test(language),
    words: ['execute(', 'query(', 'exec(', '.all(', 'raw('],
    pattern: /(?:\.|->)(?:execute|query|exec|all|raw|executescript)\(\s?\$?(?<name>[A-Za-z_]\w{0,30})\s?[,)]/g,
    accept(match, file) {
      const name = match.groups?.['name'] ?? '';
      const before = linesAround(file, file.lineAt(match.index ?? 0), 15, 0);
      return new RegExp(
        `\\b${name}\\s?=\\s?(?:request\\.(?:form|args|values|json|POST|GET)\\b|req(?:uest)?\\.(?:body|query|params)\\.\\w|\\$_(?:POST|GET|REQUEST)\\[|params\\[)[^\\n;]{0,60}(?:$|;)`,
        'm',
      ).test(before.replace(/\r/g, ''));
    },
    examples: [
      {
        path: 'a.py',
        text: "def f():\n    sql = request.form['sql']\n    cursor.execute(sql)\n    cursor.execute(own)\n",
        lines: [3],
      },
    ],
  },
  {
    id: 'file-of-variable',
    possible: true,
    told: 'path-traversal',
    cwe: 'CWE-22',
    owasp: 'A01',
    title: 'A file is opened whose name comes from request data',
    severity: 'medium',
    why: 'With `../` in it a name leads to other files of the server.',
    fix: 'Take the last part of the name, or compare the whole path with the folder that is meant.',
    wants: script,
    words: ['.download(', '.sendFile('],
    pattern:
      /\b(?:res|response|reply)\.(?:download|sendFile)\(\s?(?<name>[a-z]\w{0,40}(?:[pP]ath|[fF]ile|[nN]ame)|path|file|filename)\s?[,)]/g,
    accept(match, file) {
      const before = linesAround(file, file.lineAt(match.index ?? 0), 12, 0);
      return (
        /\breq(?:uest)?\.(?:query|body)\b/.test(before) &&
        !/\.test\(|basename\(|\.startsWith\(|resolve\([^\n]{0,80}\)\.startsWith|sanitize|includes\(\s?['"]\.\./.test(
          before,
        )
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "router.get('/a', async (req, res) => {\n  const { resolvedPath } = await files.find(req.query.path);\n  res.download(resolvedPath, 'a');\n});\n\n\n\n\n\n\n\n\n\n\n\nrouter.get('/b', (req, res) => {\n  res.sendFile(filePath);\n});\n",
        lines: [3],
      },
    ],
  },
];

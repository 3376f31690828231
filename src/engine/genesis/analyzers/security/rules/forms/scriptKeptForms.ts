import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { errorInAnswer, markupInPage, passwordInLog, plainPassword } from '../broad/kinds';
import { script } from '../languages';

const behind = (match: RegExpMatchArray, file: SourceFile, most: number): string =>
  file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + most);

const isHashedNear = (match: RegExpMatchArray, file: SourceFile): boolean =>
  /bcrypt|argon2|scrypt|pbkdf2|hash|md5|sha\d|encrypt(?:ed|\w{0,10}passw|\()|digest/i.test(
    file.text.slice(Math.max(0, (match.index ?? 0) - 900), (match.index ?? 0) + match[0].length + 200),
  );

/** Programs that answer what an error says, and keep and compare passwords as they are, over several lines. */
export const scriptKeptForms: readonly LineRule[] = [
  {
    ...errorInAnswer,
    id: 'error-kept-in-answer',
    wants: script,
    words: ['.data =', '.data=', '.message =', '.error =', '.body =', '.details ='],
    pattern:
      /\b(?<kept>[a-z]\w{0,20})\.(?:data|message|error|body|details?)\s?=\s?(?:\{\s{0,40}["']?(?:message|error|details?|msg)["']?\s?:\s?)?(?<name>err|error|e|ex)(?:\.(?:message|stack)\b|\.toString\(\))?\s{0,40}[;}\n]/g,
    accept(match, file) {
      const { kept = '', name = '' } = match.groups ?? {};
      if (isBrowserCode(file) || isForDevelopers(file, file.lineAt(match.index ?? 0))) return false;
      const before = file.text.slice(Math.max(0, (match.index ?? 0) - 300), match.index);
      return (
        new RegExp(`\\bcatch\\s?\\(\\s?\\(?\\s?(?:async\\s)?\\(?${name}\\b|\\(${name}\\b[^()\\n]{0,30}\\)\\s?=>`).test(
          before,
        ) &&
        new RegExp(`\\b(?:res|response|reply|ctx)\\b[^;\\n]{0,60}\\.(?:json|send)\\([^;\\n]{0,60}\\b${kept}\\b`).test(
          behind(match, file, 300),
        )
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "router.post('/', (req, res) => {\n  find(req.body.id).then((row) => {\n    r.data = row;\n    return res.json(r);\n  }).catch((err) => {\n    r.status = 500;\n    r.data = {\n      message: err.toString()\n    };\n    return res.json(sealed(r));\n  });\n});\nrun().catch((err) => {\n  state.error = err;\n});\n",
        lines: [7],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-of-function',
    wants: script,
    words: ['statusCode'],
    // What a function of a cloud gives back is the answer.
    pattern:
      /\bstatusCode\s?:\s?5\d\d\s?,[^{};]{0,200}?\bbody\s?:\s?(?:JSON\.stringify\(\s?)?(?:err|error|e)(?:\.(?:stack|message)|\.toString\(\))?\s{0,20}[,)}\n]/g,
    accept: (match, file) =>
      !isBrowserCode(file) && /\bhandler\b/.test(file.text) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.js',
        text: "exports.handler = async (event) => {\n  try {\n    return run(event);\n  } catch (err) {\n    return {\n      statusCode: 500,\n      body: err.stack\n    };\n  }\n};\nconst other = { statusCode: 500, body: 'failed' };\n",
        lines: [6],
      },
    ],
  },
  {
    id: 'object-for-everybody',
    possible: true,
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'An object is stored so that everybody may read it',
    severity: 'low',
    why: 'Whoever has, or guesses, its address has what is in it, without a login.',
    fix: 'Leave it private, and hand out signed addresses.',
    wants: script,
    words: ['public-read'],
    pattern: /\bACL\s?:\s?["'`]public-read(?:-write)?["'`]/g,
    accept: (match, file) => !isBrowserCode(file) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.js',
        text: "await s3.putObject({ Bucket, Key, Body, ACL: 'public-read' }).promise();\nput({ ACL: 'private' });\n",
        lines: [1],
      },
    ],
  },
  {
    ...passwordInLog,
    id: 'body-of-login-in-log',
    wants: script,
    words: ['JSON.stringify(req.body)'],
    pattern: /\bconsole\.(?:log|info|debug)\([^;\n]{0,80}JSON\.stringify\(\s?req\.body\s?\)/g,
    accept: (match, file) =>
      !isBrowserCode(file) && /\breq\.body\.passw/.test(linesAround(file, file.lineAt(match.index ?? 0), 8, 8)),
    examples: [
      {
        path: 'a.js',
        text: "app.post('/login', (req, res) => {\n  const pass = req.body.password;\n  console.log('Login ' + JSON.stringify(req.body));\n});\n\n\n\n\n\n\n\n\napp.post('/a', (req, res) => {\n  console.log(JSON.stringify(req.body));\n});\n",
        lines: [3],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-kept',
    wants: script,
    words: ['assword'],
    pattern:
      /\b(?:where\s?:\s?\{|query\s?=\s?\{|\.(?:create|findOne|update)\(\s?\{)\s{0,40}(?:\w{1,30}\s?(?::\s?[\w.]{1,40}\s?)?,\s{0,40}){0,4}password\s?:\s?(?:req\.body\.)?(?:new_?)?(?:[pP]assword|pass|pwd)\s{0,40}[,}]|\b(?!(?:req|body|values|form|data|input|confirm)\w{0,10}\.)\w{1,20}\.password\s?[!=]==?\s?(?:req\.body\.)?\w{0,12}_?[pP]assword\b(?!\s?\()/g,
    accept: (match, file) =>
      !isBrowserCode(file) && !isHashedNear(match, file) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.js',
        text: 'Model.users.findOne({\n  where: {\n    username: username,\n    password: password\n  }\n});\nif (user.password == current_password) go();\nusers.create({\n  name: name,\n  password: password,\n});\nif (values.password === values.password2) go();\n',
        lines: [2, 7, 8],
      },
      {
        path: 'b.js',
        text: 'const password = bcrypt.hashSync(given, 10);\nusers.create({\n  password: password,\n});\n',
        lines: [],
      },
    ],
  },
  {
    ...markupInPage,
    id: 'markup-of-list',
    wants: script,
    words: ['.innerHTML'],
    // Each row of a list that a server sent becomes a piece of the page.
    pattern: /\.innerHTML\s?\+?=\s?[\w.]{1,60}\.map\(\s?\(?(?<row>\w{1,20})\)?\s?=>\s?`(?<piece>[^`]{1,1500})`/g,
    accept(match, file) {
      const { row = '', piece = '' } = match.groups ?? {};
      return (
        /\bfetch\(|axios|XMLHttpRequest|\$\.(?:ajax|get|post)|socket/.test(file.text) &&
        !/DOMPurify|sanitiz/i.test(file.text) &&
        new RegExp(
          `\\$\\{\\s?${row}\\.\\w{0,20}(?:name|title|description|message|text|comment|content|body|type|currency|email|address)\\b(?:\\.\\w{1,20}\\(\\))?\\s?(?:\\|\\|[^}]{1,30})?\\}`,
          'i',
        ).test(piece)
      );
    },
    examples: [
      {
        path: 'static/a.js',
        text: `const cards = await (await fetch('/a')).json();\nbox.innerHTML = cards.map(card => \`\n  <div>\n    <b>\${card.card_type.toUpperCase()}</b>\n  </div>\`).join('');\nbox.innerHTML = cards.map(card => \`<b>\${escapeHtml(card.name)}</b>\`).join('');\n`,
        lines: [2],
      },
    ],
  },
  {
    id: 'cipher-by-hand',
    possible: true,
    cwe: 'CWE-327',
    owasp: 'A02',
    title: 'A text is encrypted by hand, letter by letter with a repeated key',
    severity: 'medium',
    why: 'Whoever has a piece of the text, or much of what was encrypted, has the key.',
    fix: 'Use AES in GCM mode, or ChaCha20-Poly1305.',
    wants: script,
    words: ['charCodeAt('],
    pattern: /\.charCodeAt\([^()\n]{1,30}\)\s?\^\s?\w{1,40}\.charCodeAt\([^()\n]{1,30}%/g,
    examples: [
      {
        path: 'a.js',
        text: 'for (const i in text) out += String.fromCharCode(text.charCodeAt(i) ^ KEY.charCodeAt(i % KEY.length));\nconst sum = a.charCodeAt(0) ^ 7;\n',
        lines: [1],
      },
    ],
  },
];

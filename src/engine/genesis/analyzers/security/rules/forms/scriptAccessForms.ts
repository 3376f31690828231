import type { SourceFile } from '../../../../sourceFile';
import { functionAround, isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode, isClientOfOthers } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import {
  fastPasswordHash,
  openCors,
  passwordInAnswer,
  predictableValue,
  saidByClient,
  uncheckedSignature,
} from '../broad/kinds';
import { script } from '../languages';

const isServer = (file: SourceFile): boolean => !isBrowserCode(file);

const atLine = (match: RegExpMatchArray, file: SourceFile): number => file.lineAt(match.index ?? 0);

/** Who is let in by servers of script: tokens, passwords, other sites. */
export const scriptAccessForms: readonly LineRule[] = [
  {
    ...uncheckedSignature,
    id: 'token-decoded-by-hand',
    wants: script,
    words: [
      'jwt.decode(',
      ".split('.')[1]",
      '.split(".")[1]',
      'parts[1]',
      'tokenParts[1]',
      'segments[1]',
      '.decode(',
      'jwtDecode(',
      'jwt_decode(',
    ],
    pattern:
      /\b(?:jwt|jwtService|jwtHelper)\.decode\(\s?\w|\b(?:Buffer\.from|atob)\(\s?(?:\w{1,30}\.split\(\s?['"]\.['"]\s?\)|parts|segments|tokenParts|pieces)\[1\]|\bjwt_?[dD]ecode\(\s?\w/g,
    accept: (match, file) =>
      isServer(file) &&
      readsRequests(file) &&
      !isForTests(file, atLine(match, file)) &&
      !/\.verify\(|jwtVerify|(?<!function\s)\bverify(?:Id)?Token\s?\(|jwks|getSigningKey/i.test(
        functionAround(file, atLine(match, file)),
      ),
    examples: [
      {
        path: 'a.js',
        text: 'app.use((req, res, next) => {\n  const token = req.headers.authorization;\n  req.user = jwt.decode(token);\n  next();\n});\n',
        lines: [3],
      },
      {
        path: 'c.js',
        text: 'const verifyToken = (req, res, next) => {\n  jwt.decode(req.headers.token, (err, found) => {\n    req.userId = found.id;\n    next();\n  });\n};\n',
        lines: [2],
      },
      {
        path: 'b.js',
        text: 'app.use((req, res, next) => {\n  const token = req.headers.authorization;\n  const head = jwt.decode(token);\n  jwt.verify(token, keys[head.kid]);\n});\n',
        lines: [],
      },
    ],
  },
  {
    ...openCors,
    id: 'origin-of-everybody',
    wants: script,
    words: ['origin', 'cors'],
    pattern:
      /\borigin\s?:\s?(?:\(?\s?(?:\w{1,20},\s?)\w{1,20}\s?\)?\s?=>\s?\{?\s?(?:return\s)?(?:cb|callback|done|next)\(\s?null\s?,\s?(?:true|origin)\s?\)|function\s?\(\s?\w{1,20},\s?(?<done>\w{1,20})\s?\)\s?\{\s{0,30}(?:return\s)?\k<done>\(\s?null\s?,\s?true\s?\))|\bNestFactory\.create\([^()\n]{1,60}\{[^{}\n]{0,60}\bcors\s?:\s?true|\bcors\s?:\s?\{\s{0,20}origin\s?:\s?(?:['"]\*['"]|true\b)/g,
    accept: (match, file) =>
      isServer(file) &&
      !isForDevelopers(file, atLine(match, file)) &&
      !/(?:^|\/)(?:vite|webpack|next|nuxt)\.config/.test(file.path),
    examples: [
      {
        path: 'a.js',
        text: "app.use(cors({ origin: (origin, callback) => callback(null, true), credentials: true }));\nconst io = new Server(server, { cors: { origin: '*' } });\napp.use(cors({ origin: known }));\n",
        lines: [1, 2],
      },
    ],
  },
  {
    ...fastPasswordHash,
    id: 'few-rounds',
    wants: script,
    words: ['bcrypt', 'genSalt', 'ALT_ROUNDS', 'altRounds', 'createHash'],
    pattern:
      /\b(?:bcrypt\w{0,4}\.(?:hash|hashSync)\(\s?[\w.]{1,60},\s?[1-9]\s?[,)]|salt_?rounds\s?[:=]\s?[1-9]\b|(?:bcrypt\w{0,4}\.)?genSalt(?:Sync)?\(\s?[1-7]\s?\)|createHash\(\s?['"]sha(?:1|256|512)['"]\s?\)\.update\(\s?(?:[\w.]{0,40}\.)?(?:password|passwd|pass|pwd)\b)/gi,
    accept: (match, file) => isServer(file) && !isForTests(file, atLine(match, file)),
    examples: [
      {
        path: 'a.js',
        text: "const a = bcrypt.hashSync(password, 1);\nconst b = bcrypt.hashSync(password, 12);\nconst c = crypto.createHash('sha512').update(req.body.password).digest('hex');\n",
        lines: [1, 3],
      },
    ],
  },
  {
    ...predictableValue,
    id: 'token-of-known-values',
    wants: script,
    words: ['base64', 'Date.now()', 'md5('],
    pattern:
      /\b(?:token|sid|session\w{0,10}|reset\w{0,10}|\w{1,20}Token|\w{1,20}Code)\s?[:=]\s?(?:Buffer\.from|btoa|md5|sha1|hash)\(\s?[^;\n]{0,80}\b(?:username|user\.\w{1,20}|email|id|Date\.now\(\))/gi,
    // What another service asks for (`Basic`) is no token of the own.
    accept: (match, file) =>
      isServer(file) && !isClientOfOthers(file) && !/random/i.test(file.lineText(atLine(match, file))),
    examples: [
      {
        path: 'a.js',
        text: "const resetToken = md5(email + Date.now());\nconst token = crypto.randomBytes(16);\nconst sid = Buffer.from(username + ':' + Date.now()).toString('base64');\n",
        lines: [1, 3],
      },
    ],
  },
  {
    id: 'fixed-cipher-key',
    possible: true,
    told: 'fixed-vector',
    cwe: 'CWE-329',
    owasp: 'A02',
    title: 'A cipher begins with the same value each time, or with a key of the code',
    severity: 'medium',
    why: 'Equal texts give equal ciphers, or whoever reads the code decrypts them.',
    fix: 'Draw the start value for each text, and read the key from the environment.',
    wants: script,
    words: ['CryptoJS', 'Buffer.alloc(16', 'createCipher'],
    pattern:
      /\bCryptoJS\.\w{2,12}\.(?:encrypt|decrypt)\(\s?[^,()\n]{1,60},\s?['"`][^'"`\n$]{1,80}['"`]|\biv\s?=\s?Buffer\.(?:alloc\(\s?16|from\(\s?['"`][^'"`\n$]{8,40}['"`])|(?<!\bcipher\.)\bcreateCipher\(\s?['"]/g,
    accept: (match, file) => !isForTests(file, atLine(match, file)),
    examples: [
      {
        path: 'a.js',
        text: "const a = CryptoJS.AES.encrypt(text, 'my own key');\nconst iv = Buffer.alloc(16, 0);\nconst b = CryptoJS.AES.encrypt(text, key);\nconst c = crypto.createCipher('aes192', key);\nconst d = forge.cipher.createCipher('AES-GCM', key);\n",
        lines: [1, 2, 4],
      },
    ],
  },
  {
    id: 'password-in-answer',
    ...passwordInAnswer,
    wants: script,
    words: ['assword'],
    pattern:
      /\bres(?:ponse)?\.(?:status\(\s?\d{3}\s?\)\.)?(?:json|send)\(\s?\{[^{}]{0,200}\bpassword\s?:\s?\w{1,30}\.password\b|\battributes\s?:\s?\[[^\]\n]{0,200}['"]password['"]/g,
    accept: (_match, file) =>
      isServer(file) && readsRequests(file) && /\bres(?:ponse)?\.(?:json|send)\(/.test(file.text),
    examples: [
      {
        path: 'a.js',
        text: "app.get('/me', async (req, res) => {\n  res.json({ id: req.query.id, password: user.password });\n});\n",
        lines: [2],
      },
    ],
  },
  {
    ...predictableValue,
    id: 'session-id-computed',
    wants: script,
    words: ['genid'],
    pattern: /\bgenid\b[^\n]{0,60}\n?[^\n]{0,80}(?:Math\.random\(|\bDate\b|\breq\.session\.\w)/g,
    accept: (_match, file) => isServer(file),
    examples: [
      {
        path: 'app.js',
        text: 'app.use(\n  session({\n    genid: function () {\n      return String(Math.random());\n    },\n  }),\n);\nother(session({ genid: () => uuid() }));\n',
        lines: [3],
      },
    ],
  },
  {
    ...saidByClient,
    id: 'identity-of-cookie',
    title: 'Who somebody is stands in a cookie without a signature',
    wants: script,
    words: ['cookies'],
    // Undone from base64, and read as an object: whoever sends it writes what it says.
    pattern:
      /\bBuffer\.from\(\s?(?:req(?:uest)?\.cookies[.[][^\s,]{1,40}|(?<name>[a-z]\w{0,30}))\s?,\s?['"]base64['"]\s?\)[^\n]{0,40}(?=[^\0]{0,160}?\bJSON\.parse\()/g,
    accept(match, file) {
      const name = match.groups?.['name'];
      const before = linesAround(file, atLine(match, file), 8, 0);
      const behind = linesAround(file, atLine(match, file), 0, 6);
      return (
        isServer(file) &&
        (name === undefined || new RegExp(`\\b${name}\\s?=\\s?req(?:uest)?\\.cookies\\b`).test(before)) &&
        /\.(?:id|user\w{0,10}|role|is_?admin|admin|email)\b/i.test(behind) &&
        !/verify|signature|hmac|timingSafe/i.test(before + behind)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "app.get('/own', (req, res) => {\n  const held = req.cookies.profile;\n  const text = Buffer.from(held, 'base64').toString('utf8');\n  const who = JSON.parse(text);\n  show(who.id, res);\n});\nconst set = JSON.parse(Buffer.from(given, 'base64').toString());\n",
        lines: [3],
      },
    ],
  },
];

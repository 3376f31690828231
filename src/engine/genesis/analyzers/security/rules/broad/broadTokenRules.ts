import { enclosingLines, isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode, isClientOfOthers } from '../../context/origin';
import type { LineRule } from '../../weakness';
import { code, only } from '../languages';

/** The call from its name to the bracket that closes it. */
function callAt(text: string, at: number): string {
  let depth = 0;
  for (let end = at; end < Math.min(text.length, at + 1_200); end++) {
    if (text[end] === '(') depth++;
    if (text[end] === ')' && --depth === 0) return text.slice(at, end + 1);
  }
  return text.slice(at, at + 1_200);
}

/** Tokens, cookies and links that open an account. */
export const broadTokenRules: readonly LineRule[] = [
  {
    id: 'token-without-end',
    possible: true,
    cwe: 'CWE-613',
    owasp: 'A07',
    title: 'A token of the login is good for ever',
    severity: 'low',
    why: 'A token that was taken once opens the account until the key is changed.',
    fix: 'Let it end (`expiresIn`, `exp`).',
    wants: only('javascript', 'typescript', 'python', 'ruby', 'php'),
    words: ['jwt.sign(', 'jwt.encode(', 'JWT.encode(', 'JWT::encode(', 'jsonwebtoken.sign('],
    pattern: /\b(?:jwt|JWT|jsonwebtoken)(?:\.|::)(?:sign|encode)\(/g,
    // What is signed may be made some lines before, or be given by who calls.
    accept(match, file) {
      const call = callAt(file.text, match.index ?? 0);
      const line = file.lineAt(match.index ?? 0);
      return (
        !/exp\b|expires|ttl|\.\.\.\w*[oO]pt|options|\biat\b/i.test(call) &&
        !/\bexp\b['"]?\]?\s?[:=]|expire\w{0,12}['"]?\]?\s?[:=(.,)]|lifetime\w{0,10}\s?[:=]|timedelta|ttl/i.test(
          linesAround(file, line, 12, 6),
        ) &&
        !isForTests(file, line) &&
        !isBrowserCode(file)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "const a = jwt.sign({ id }, key);\n\n\n\n\n\n\n\nfunction f() {}\n\n\n\n\n\nconst b = jwt.sign({ id }, key, { expiresIn: '1h' });\n",
        lines: [1],
      },
      {
        path: 'a.py',
        text: 'def f(user):\n    return jwt.encode({"id": user.id}, KEY, algorithm="HS256")\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'token-without-key',
    possible: true,
    told: 'jwt-unverified',
    cwe: 'CWE-347',
    owasp: 'A02',
    title: 'Signatures of tokens are not checked',
    severity: 'medium',
    why: 'A token that is signed with no key, or read without one, can be written by anyone.',
    fix: 'Sign and verify with a key.',
    wants: only('ruby', 'php', 'javascript', 'typescript', 'python'),
    words: ['JWT', 'jwt'],
    pattern:
      /\b(?:JWT|jwt)(?:\.|::)(?:encode|decode|sign|verify)\(\s{0,3}[\w.]{1,40}\s{0,3},\s{0,3}(?:nil|null|None|''|"")\s{0,3}(?:\)|,(?!\s{0,20}true\b))|\bJWT\.decode\([^()\n]{1,80},\s?false\b|\b(?:nil|null|None)\s?,\s{0,20}["']HS(?:256|384|512)["']/g,
    examples: [
      {
        path: 'a.rb',
        text: "JWT.encode(\n  {\n    id: user.id,\n  },\n  nil,\n  'HS256'\n)\nJWT.encode(payload, key, 'HS256')\nJWT.decode(token, nil, false)\nJWT.decode(token, nil,\n  true, algorithms: 'RS256') { |head| keys[head['kid']] }\n",
        lines: [5, 9],
      },
    ],
  },
  {
    id: 'token-of-hash',
    possible: true,
    told: 'predictable-value',
    cwe: 'CWE-330',
    owasp: 'A02',
    title: 'A value that must not be guessed is made of what others know',
    severity: 'medium',
    why: 'Whoever knows an address, a number or the time computes it as well.',
    fix: 'Draw it by the cryptographic generator of the platform.',
    wants: code,
    words: ['md5', 'MD5', 'sha1', 'SHA1', 'createHash', 'SHA.new', 'hexdigest', 'sha256'],
    pattern:
      /\b(?:md5|sha1|sha256|hashlib\.\w{3,8}|MD5\.new|SHA\.new|Digest::(?:MD5|SHA1|SHA256)\.hexdigest|createHash)\(/g,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      const own = file.lineText(line);
      const near = `${own}\n${enclosingLines(file, line)[0] ?? ''}`;
      // What is compared with a hash is no token.
      if (/[!=]==?\s?\w{0,20}\(/.test(own)) return false;
      const isToken =
        /(?:^|[^a-z])(?:reset_?|csrf_?|auth_?|access_?|session_?|remember_?|api_?|activation_?|confirm\w{0,6}_?|verif\w{0,8}_?)?(?:token|session_?id)(?:[^a-z]|$)|csrf|(?:get|make|create|generate|gen)_?\w{0,12}(?:token|random|session)|[a-z](?:Token|SessionId)\b/i.test(
          near,
        );
      if (!isToken || isClientOfOthers(file) || /etag|cache|check_?sum|fingerprint|gravatar|digest_?auth/i.test(near))
        return false;
      const made = linesAround(file, line, 3, 4);
      return (
        /\b(?:e?mail|user_?name|user_?id|\$?id|time|microtime|now|date|uniqid|group_?id|rand(?:int|om)?)\b/i.test(
          made,
        ) &&
        !/hmac|secrets?\.|random_bytes|randomBytes|urandom|token_(?:hex|urlsafe|bytes)|SecureRandom|openssl_random|bearer|compare_digest|hash_equals/i.test(
          made,
        )
      );
    },
    examples: [
      {
        path: 'a.php',
        text: '<?php\n$token = md5($id);\n$set = 1;\n\n\n\n$name = md5($path);\n\n\n\nfunction get_randomid() {\n  $random = microtime(true);\n  return md5($random);\n}\n',
        lines: [2, 13],
      },
      {
        path: 'a.py',
        text: 'def generate_token(user_id, email):\n    h = MD5.new()\n    h.update(email)\n    return h.hexdigest()\n',
        lines: [2],
      },
      {
        path: 'b.py',
        text: 'def generate_token(email):\n    return hashlib.sha256(secrets.token_bytes(32) + email).hexdigest()\n',
        lines: [],
      },
    ],
  },
  {
    id: 'cookie-of-login-script',
    possible: true,
    told: 'cookie-flags-off',
    cwe: 'CWE-1004',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'low',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Set `Secure`, `HttpOnly` and `SameSite`.',
    wants: only('javascript', 'typescript'),
    words: ['.cookie(', 'setCookie(', 'cookies.set('],
    pattern:
      /\b(?:res|reply|response|rep|ctx|cookies?(?:\(\))?)\.(?:setCookie|cookie|cookies\.set|set)\(\s?["'`](?<name>[\w.-]{1,40})["'`]\s?,\s?[^,()\n]{1,80}(?:\([^()\n]{0,60}\))?\s?,\s{0,10}\{[^{}]{0,400}\}/g,
    accept(match, file) {
      const text = match[0].replace(/\/\/[^\n]{0,200}/g, '');
      return (
        /sess|sid$|auth|token|jwt|login|user|remember/i.test(match.groups?.['name'] ?? '') &&
        !/csrf|xsrf/i.test(match.groups?.['name'] ?? '') &&
        !/httpOnly|\.\.\.\w|maxAge:\s?0\b/i.test(text) &&
        // SvelteKit sets `HttpOnly` and `Secure` where nothing else is said.
        !/@sveltejs\/kit|\+(?:page|layout|server)\.server\.|hooks\.server\./.test(
          `${file.path}\n${file.text.slice(0, 2_000)}`,
        ) &&
        !isBrowserCode(file)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "res.cookie('token', token, {\n  secure: true,\n  // httpOnly: true,\n});\nres.cookie('token', token, { httpOnly: true });\nres.cookie('theme', theme, { maxAge: 10 });\n",
        lines: [1],
      },
      { path: 'src/routes/login/+page.server.js', text: "cookies.set('jwt', value, { path: '/' });\n", lines: [] },
    ],
  },
  {
    id: 'cookie-of-rails',
    possible: true,
    told: 'cookie-flags-off',
    cwe: 'CWE-1004',
    owasp: 'A05',
    title: 'A cookie is sent without its protections',
    severity: 'low',
    why: 'Without `Secure` and `HttpOnly` a session can be read on the wire or by script.',
    fix: 'Use `cookies.encrypted` with `httponly: true` and `secure: true`.',
    wants: only('ruby'),
    words: ['cookies'],
    pattern:
      /(?<![\w.])cookies(?:\.permanent)?\[:?["']?(?<name>\w{0,30}(?:user|auth|token|session|login|e?mail|remember)\w{0,20})["']?\]\s{0,3}=(?!=)\s{0,3}(?<value>[^\n]{1,200})/gi,
    accept: ({ groups }) =>
      !/httponly|secure:/i.test(groups?.['value'] ?? '') && !/^(?:nil|true|false|\{\s?$)/.test(groups?.['value'] ?? ''),
    examples: [
      {
        path: 'app/controllers/a.rb',
        text: 'cookies[:last_user] = user.email\ncookies.encrypted[:last_user] = user.email\ncookies[:auth_token] = { value: a, httponly: true }\ncookies[:theme] = 1\n',
        lines: [1],
      },
    ],
  },
];

import type { FileDescription } from '../../../../extractor';
import { enclosingLines, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';

const any = (file: FileDescription): boolean => file.language !== 'other';

/** Values that let somebody in, and what they are made of. */
export const tokenRules: readonly LineRule[] = [
  {
    id: 'predictable-token',
    cwe: 'CWE-338',
    owasp: 'A02',
    title: 'A secret value comes from a predictable random generator',
    severity: 'medium',
    why: 'Who sees some values of such a generator can compute the next ones.',
    fix: 'Use the cryptographic generator of the platform.',
    wants: any,
    words: ['Math.random', 'random.', 'mt_rand', 'rand(', 'new Random', 'rand.Int'],
    pattern:
      /\b(?:\w{0,30}(?:reset|auth|access|verif\w{0,8}|activation|confirm\w{0,6}|invit\w{0,6}|remember|api|login|session)_?(?:token|code|key)|\w{0,20}(?:passw(?:or)?d|(?<![a-z])otp|otp_?code)|token)\w{0,6}\s*(?::=|=|:)\s*[^;\n]{0,60}(?:Math\.random\(|random\.(?:random|randint|choice|choices|randrange)\(|\bmt_rand\(|\brand\(\)|new Random\(|rand\.Int)|(?<=(?:token|password|otp|reset|secret)\w{0,20}\([^()\n]{0,100}\)\s{0,4}\{\s{0,20})Random\s\w{1,20}\s{0,2}=\s{0,2}new\sRandom\(/gi,
    accept(match, file) {
      // What tells requests or renderings apart needs no secrecy; nor does a nonce that is sent beside a signature.
      const apart =
        /\w{0,30}(?:cancel|request|query|fetch|load|render|abort|drag|change|update|sequence|temp|dedupe|refresh)\w{0,10}token|signature_?nonce|oauth_?nonce|\btoken\s{0,3}=\s{0,3}`|Str::random|uuid|random_bytes/i;
      if (
        apart.test(match[0]) ||
        /(?:^|[/._-])(?:seeds?|seeders?|demo|mocks?|faker?|botdetection|link_?token)(?:[/._-]|$)/i.test(file.path)
      )
        return false;
      const line = file.lineAt((match.index ?? 0) + match[0].length);
      const near = linesAround(file, line, 15, 15);
      // A nonce of a digest login is sent in the open; what goes to the own machine guards nothing.
      if (
        /nonce/i.test(match[0]) ||
        /boundary/i.test(near) ||
        /localhost|127\.0\.0\.1|digest|placeholder|\bkey\s?=\s?\{|cache/i.test(near)
      )
        return false;
      // Behind a secret that is hashed with it the generator alone says nothing.
      if (/salt|secret|\bkey\b|pepper|random_bytes|uniqid/i.test(match[0].replace(/^[^=:]{1,60}[=:]/, '')))
        return false;
      // That it opens something is shown by where it goes: into a session, a record, a mail, an answer.
      return (
        !isBrowserCode(file) &&
        /sess|cookie|reset|verif|activat|confirm|\.save\(|insert|update|create\(|INSERT|UPDATE|mail|sms|login|auth|user/i.test(
          `${file.path}\n${near}`,
        )
      );
    },
    examples: [
      {
        path: 'a.js',
        text: 'const token = Math.random().toString(36);\nconst color = Math.random();\nuser.resetToken = token;\n',
        lines: [1],
      },
      { path: 'a.py', text: 'otp = random.randint(1000, 9999)\nsend_mail(user.email, otp)\n', lines: [1] },
      // The nonce of a digest, a number for a request, a code for the own machine.
      { path: 'digest.js', text: 'const cnonce = given || md5(String(Math.random()));\nlogin(cnonce);\n', lines: [] },
      { path: 'b.js', text: 'const requestToken = Math.random();\nsession.pending = requestToken;\n', lines: [] },
      {
        path: 'c.js',
        text: "const otp = Math.random() * 900000;\naxios.post('http://localhost:9119/register', { otp, user });\n",
        lines: [],
      },
    ],
  },
  {
    id: 'token-from-known',
    told: 'predictable-token',
    cwe: 'CWE-640',
    owasp: 'A02',
    title: 'A secret value is made of what others know',
    severity: 'high',
    confidence: 0.8,
    why: 'Who knows the address or the time computes the same token and takes the account over.',
    fix: 'Make it with the cryptographic generator of the platform, at least 128 bits.',
    wants: any,
    words: ['md5', 'MD5', 'sha1', 'SHA1', 'Md5'],
    pattern:
      /\b(?:md5|sha1|hashlib\.(?:md5|sha1)|Digest::(?:MD5|SHA1)\.hexdigest|md5\.Sum|sha1\.Sum)\(\s{0,3}[^()\n]{0,20}\(?\$?(?:[\w.>-]{0,20}[.>])?(?:e?mail|user_?name|login|user\.id|uid|time\(\)|Time\.now|Date\.now|time\.time\(\))\b/g,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      const [header = ''] = enclosingLines(file, line);
      return (
        /token|reset|activation|session_?id|remember/i.test(`${file.lineText(line)} ${header}`) &&
        !/\btoken|_token|secret|key|salt|rand/i.test(match[0]) &&
        !/gravatar|avatar|etag|cache|hmac|secret|salt/i.test(linesAround(file, line, 1, 1))
      );
    },
    examples: [
      {
        path: 'a.rb',
        text: 'def generate_token(id, email)\n  hash = Digest::MD5.hexdigest(email)\nend\ndef avatar(email)\n  Digest::MD5.hexdigest(email)\nend\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'jwt-unverified',
    cwe: 'CWE-347',
    owasp: 'A02',
    title: 'Signatures of tokens are not checked',
    severity: 'medium',
    why: 'Anyone can write a token that is accepted.',
    fix: 'Verify the signature with the algorithm that you expect.',
    wants: any,
    words: ['none', 'NONE'],
    // Reading a token without its signature is how its end and its key are found: only what is accepted that way counts.
    pattern: /\balgorithms?\s*[:=]\s*\[?\s*['"]none['"]/gi,
    accept: (match, file) => !/['"](?:HS|RS|ES|PS)\d/.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      { path: 'a.py', text: "jwt.decode(token, algorithms=['none'])\n", lines: [1] },
      // The end of a token of one's own, whose token it is, which key it needs: another call checks it.
      { path: 'b.py', text: 'd = jwt.decode(token, options={"verify_signature": False})\n', lines: [] },
      { path: 'a.go', text: 'package a\nvar t, _, e = p.ParseUnverified(s, c)\n', lines: [] },
      { path: 'a.js', text: "jwt.verify(token, key, { algorithms: ['none', 'HS256'] });\n", lines: [] },
    ],
  },
  {
    id: 'jwt-only-decoded',
    told: 'jwt-unverified',
    cwe: 'CWE-347',
    owasp: 'A02',
    title: 'Signatures of tokens are not checked',
    severity: 'high',
    confidence: 0.8,
    why: 'Anyone can write a token that is accepted.',
    fix: 'Verify the signature with the algorithm that you expect.',
    wants: any,
    words: ['decode('],
    pattern:
      /\b(?:jwt|jsonwebtoken)\.decode\(\s{0,3}\w{1,40}\s{0,3},\s{0,3}(?:\(\s{0,3}err|function|verify\s{0,2}=\s{0,2}False)|\bjwt\.decode\([^()\n]{1,120}["']verify_signature["']\s{0,3}:\s{0,3}False/g,
    // A token whose signature another call checks may be read for what it says.
    accept(match, file) {
      if (/\.verify\(|verify_token|jwks|get_unverified_header|PyJWKClient/i.test(file.text)) return false;
      const line = file.lineAt(match.index ?? 0);
      const near = `${enclosingLines(file, line).join('\n')}\n${linesAround(file, line, 2, 12)}`;
      return (
        /\b\w*(?:verify|authenticate|auth|middleware|login_required|current_user)\w*\s{0,3}[=(]/i.test(near) &&
        /\bnext\(\)|return True|\breq\.\w+\s?=/.test(near)
      );
    },
    examples: [
      {
        path: 'a.js',
        text: 'const verifyToken = (req, res, next) => {\n  jwt.decode(token, (err, decoded) => {\n    req.userId = decoded.id;\n    next();\n  });\n};\n',
        lines: [2],
      },
      {
        path: 'b.py',
        text: 'def insecure_verify(token):\n    d = jwt.decode(token, verify = False)\n    return True\n',
        lines: [2],
      },
      { path: 'c.py', text: 'def expires_at(token):\n    return jwt.decode(token, verify=False)["exp"]\n', lines: [] },
    ],
  },
];

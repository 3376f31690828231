import { enclosingLines, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { anyLanguage, jvm } from '../languages';

/** Values that let somebody in, and what they are made of. */
export const tokenRules: readonly LineRule[] = [
  {
    id: 'token-from-known',
    possible: true,
    cwe: 'CWE-640',
    owasp: 'A02',
    title: 'A secret value is made of what others know',
    severity: 'high',
    confidence: 0.8,
    why: 'Who knows the address or the time computes the same token and takes the account over.',
    fix: 'Make it with the cryptographic generator of the platform, at least 128 bits.',
    wants: anyLanguage,
    words: ['md5', 'MD5', 'sha1', 'SHA1', 'Md5'],
    pattern:
      /\b(?:md5|sha1|hashlib\.(?:md5|sha1)|Digest::(?:MD5|SHA1)\.hexdigest|md5\.Sum|sha1\.Sum)\(\s{0,3}[^()\n]{0,20}\(?\$?(?:[\w.>-]{0,20}[.>])?(?:e?mail|user_?name|login|user\.id|uid|time\(\)|Time\.now|Date\.now|time\.time\(\))\b/g,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      const [header = ''] = enclosingLines(file, line);
      return (
        /token|reset|activation|session_?id|remember/i.test(`${file.lineText(line)} ${header}`) &&
        !/\btoken|_token|secret|key|salt|rand/i.test(match[0]) &&
        // A token in the same text is what nobody knows; what is kept under a key is looked up, not trusted.
        !/^[^)\n]{0,80}token/i.test(
          file.text.slice((match.index ?? 0) + match[0].length, (match.index ?? 0) + match[0].length + 80),
        ) &&
        !/gravatar|avatar|etag|cache|hmac|secret|salt/i.test(`${file.path}\n${linesAround(file, line, 1, 1)}`)
      );
    },
    examples: [
      {
        path: 'a.rb',
        text: 'def generate_token(id, email)\n  hash = Digest::MD5.hexdigest(email)\nend\ndef avatar(email)\n  Digest::MD5.hexdigest(email)\nend\n',
        lines: [2],
      },
      {
        path: 'Kept.php',
        text: '<?php function tokenKey($username, $token) {\n  return sha1($username . $token);\n}\n',
        lines: [],
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
    wants: anyLanguage,
    words: ['none', 'NONE'],
    // Reading a token without its signature is how its end and its key are found: only what is accepted that way counts.
    pattern: /\balgorithms?\s*[:=]\s*\[?\s*['"]none['"]/gi,
    accept: (match, file) => !/['"](?:HS|RS|ES|PS)\d/.test(file.lineText(file.lineAt(match.index ?? 0))),
    examples: [
      { path: 'a.py', text: "jwt.decode(token, algorithms=['none'])\n", lines: [1] },
      // The end of a token of one's own, whose token it is, which key it needs: another call checks it.
      { path: 'b.py', text: 'd = jwt.decode(token, options={"verify_signature": False})\n', lines: [] },
      { path: 'a.go', text: 'package a\nvar t, _, e = p.ParseUnverified(s, c)\n', lines: [] },
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
    wants: anyLanguage,
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
  {
    id: 'unsigned-token-read',
    possible: true,
    told: 'jwt-unverified',
    cwe: 'CWE-347',
    owasp: 'A02',
    title: 'Signatures of tokens are not checked',
    severity: 'high',
    why: 'Anyone can write a token that is accepted.',
    fix: 'Read signed tokens alone (`parseClaimsJws`), with the key that you expect.',
    wants: jvm,
    words: ['parseClaimsJwt(', 'parsePlaintextJwt(', 'parseUnsecuredClaims('],
    // A token whose signature was cut off is one's own, whose end is asked for.
    pattern: /\.(?:parseClaimsJwt|parsePlaintextJwt|parseUnsecuredClaims)\(\s{0,3}\w{1,40}\s{0,3}\)/g,
    accept: (_, file) => !/lastIndexOf\(['"]\.['"]\)|\.split\(["']\\/.test(file.text),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  Claims f(String token) {\n    return Jwts.parser().parseClaimsJwt(token).getBody();\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'B.java',
        text: "class B {\n  Claims f(String token) {\n    String bare = token.substring(0, token.lastIndexOf('.') + 1);\n    return Jwts.parser().parseClaimsJwt(bare).getBody();\n  }\n}\n",
        lines: [],
      },
    ],
  },
];

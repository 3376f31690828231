import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { conditionsAround, enclosingLines, isForDevelopers, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { isKeptHash } from '../../context/passwordHash';
import type { LineRule } from '../../weakness';

const any = (file: FileDescription): boolean => file.language !== 'other';

/** Behind a setting of this name it is the user who switches it off; to the own machine nobody stands on the way. */
function isUnconditional(match: RegExpMatchArray, file: SourceFile): boolean {
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  const near = linesAround(file, line, 12, 6);
  // A record with the first values of a connection that people set up.
  if (
    /^reject/.test(match[0]) &&
    /\b(?:tls|ssl|secure)\s{0,2}:\s{0,2}(?:false|true)\b/.test(linesAround(file, line, 5, 5))
  )
    return false;
  // Many functions have a parameter of this name; what sends a request says so in the call.
  const call = linesAround(file, line, 8, 0);
  if (
    /^verify/.test(match[0]) &&
    !/\b(?:requests|httpx|session|client|http|aiohttp|urllib3|hvac|boto3)\b|(?:\.|\b)(?:get|post|put|patch|delete|head|request|Session|(?:Async)?Client)\(|\.verify\s{0,2}=/i.test(
      call.slice(-600),
    )
  )
    return false;
  if (file.text.length < 4_000 && /127\.0\.0\.1|localhost|health_?check/i.test(`${file.path} ${file.text}`))
    return false;
  if (
    /localhost|127\.0\.0\.1|\[::1\]|loopback|LocalRootURL|VerifyPeerCertificate|VerifyConnection|AcceptOptions|websocket\.Accept/i.test(
      near,
    )
  )
    return false;
  if (isForDevelopers(file, line)) return false;
  if (
    enclosingLines(file, line).some((header) =>
      /\b\w*(?:insecure|untrusted|unverified|skip_?verif|without_?verif)\w*/i.test(header),
    )
  )
    return false;
  return !conditionsAround(file, line).some((header) =>
    /insecure|reject_?unauth|verify|verif|\btls|ssl|cert|self_?signed|trust|allow|skip|strict/i.test(header),
  );
}

/** Protections by mathematics that are switched off, broken, or the wrong ones. */
export const cryptoRules: readonly LineRule[] = [
  {
    id: 'tls-verification-off',
    cwe: 'CWE-295',
    owasp: 'A07',
    title: 'Code switches the verification of TLS certificates off',
    severity: 'high',
    why: 'Anyone on the way can read and change what is sent.',
    fix: 'Verify certificates; give a private authority as a trusted one instead.',
    wants: any,
    words: [
      'rejectUnauthorized',
      'NODE_TLS_REJECT',
      'verify',
      'InsecureSkipVerify',
      '_create_unverified_context',
      'CURLOPT_SSL',
      'VERIFY_NONE',
      'danger_accept',
      'ServerCertificateCustomValidationCallback',
    ],
    pattern:
      /\brejectUnauthorized\s*:\s*false\b|NODE_TLS_REJECT_UNAUTHORIZED['"\]]{0,2}\s*[:=]\s*['"]?0\b|\bverify\s*=\s*False\b|\bInsecureSkipVerify\s*:\s*true\b|ssl\._create_unverified_context|CURLOPT_SSL_VERIFY(?:PEER|HOST)['"]?\s*(?:=>|,)\s*(?:false|0)\b|OpenSSL::SSL::VERIFY_NONE|danger_accept_invalid_certs\(\s*true|ServerCertificateCustomValidationCallback\s*=\s*[^;]{0,80}(?:=>\s*true|DangerousAcceptAny)/g,
    accept: isUnconditional,
    examples: [
      {
        path: 'a.js',
        text: '// rejectUnauthorized: false\nconst a = new https.Agent({ rejectUnauthorized: false });\n',
        lines: [2],
      },
      { path: 'b.js', text: 'const a = { port: 1, tls: false, rejectUnauthorized: false };\n', lines: [] },
      { path: 'b.py', text: 'names = make_context(verify=False).ciphers()\n', lines: [] },
      { path: 'a.py', text: 'requests.get(url, verify=False)\nrequests.get(url, verify=True)\n', lines: [1] },
      { path: 'a.go', text: 'package a\nvar c = &tls.Config{InsecureSkipVerify: true}\n', lines: [2] },
    ],
  },
  {
    id: 'weak-password-hash',
    cwe: 'CWE-916',
    owasp: 'A02',
    title: 'Passwords are hashed with a fast algorithm',
    severity: 'high',
    why: 'MD5, SHA-1 and plain SHA-2 are tried billions of times a second when a table leaks.',
    fix: 'Use Argon2id, scrypt or bcrypt.',
    wants: any,
    words: ['md5', 'sha1', 'sha256', 'sha512', 'MD5', 'SHA1', 'SHA256', 'SHA512', 'Md5'],
    pattern:
      /\b(?:md5|sha1|sha256|sha512)\s*\(\s*[^)\n]{0,60}passw|createHash\(\s*['"](?:md5|sha1|sha256|sha512)['"]\s*\)\s*\.update\(\s*[^)\n]{0,60}passw|hashlib\.(?:md5|sha1|sha256|sha512)\(\s*[^)\n]{0,60}passw|Digest::(?:MD5|SHA1|SHA256)\.hexdigest\(\s*[^)\n]{0,60}passw/gi,
    accept: isKeptHash,
    examples: [
      { path: 'a.php', text: '<?php\n$h = md5($password);\n$f = md5($file);\n', lines: [2] },
      { path: 'a.py', text: 'import hashlib\nh = hashlib.sha1(password.encode()).hexdigest()\n', lines: [2] },
    ],
  },
  {
    id: 'broken-cipher',
    cwe: 'CWE-327',
    owasp: 'A02',
    title: 'A broken cipher or mode is used',
    severity: 'high',
    why: 'DES, RC4 and ECB give away what they should hide.',
    fix: 'Use AES in GCM mode, or ChaCha20-Poly1305.',
    wants: any,
    words: ['Cipher', 'DES', 'ARC4', 'Blowfish', 'MODE_ECB', 'rc4'],
    pattern:
      /Cipher\.getInstance\(\s*"(?:DES|DESede|RC4|RC2|[A-Za-z]+\/ECB)[/"]|createCipheriv\(\s*['"](?:des|rc4|aes-\d+-ecb|bf)|\bcreateCipher\(\s*['"]|\b(?:DES|ARC4|Blowfish)\.new\(|AES\.MODE_ECB|\bdes\.NewCipher\(|\brc4\.NewCipher\(/g,
    examples: [
      {
        path: 'A.java',
        text: 'class A { Object c = Cipher.getInstance("AES/ECB/PKCS5Padding"); Object d = Cipher.getInstance("AES/GCM/NoPadding"); }\n',
        lines: [1],
      },
    ],
  },
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
      /\b\w{0,30}(?:token|secret|passw(?:or)?d|otp|nonce|session_?id|salt|csrf)\w{0,20}\s*(?::=|=|:)\s*[^;\n]{0,60}(?:Math\.random\(|random\.(?:random|randint|choice|choices|randrange)\(|\bmt_rand\(|\brand\(\)|new Random\(|rand\.Int)|(?<=(?:token|password|otp|reset|secret)\w{0,20}\([^()\n]{0,100}\)\s{0,4}\{\s{0,20})Random\s\w{1,20}\s{0,2}=\s{0,2}new\sRandom\(/gi,
    accept(match, file) {
      // What tells requests or renderings apart needs no secrecy; nor does a nonce that is sent beside a signature.
      const apart =
        /\w{0,30}(?:cancel|request|query|fetch|load|render|abort|drag|change|update|sequence|temp|dedupe|refresh)\w{0,10}token|signature_?nonce|oauth_?nonce|\btoken\s{0,3}=\s{0,3}`|Str::random|uuid|random_bytes/i;
      if (apart.test(match[0]) || /(?:^|[/._-])(?:seeds?|seeders?|demo|mocks?|faker?)(?:[/._-]|$)/i.test(file.path))
        return false;
      return /passw|secret|otp/i.test(match[0]) || !isBrowserCode(file);
    },
    examples: [
      { path: 'a.js', text: 'const token = Math.random().toString(36);\nconst color = Math.random();\n', lines: [1] },
      { path: 'a.py', text: 'otp = random.randint(1000, 9999)\n', lines: [1] },
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
    words: ['jwt', 'none', 'NONE', 'ParseUnverified'],
    pattern:
      /\b(?:jwt\.)?decode\([^)\n]{0,200}verify_signature['"]\s*:\s*False|\bjwt\.decode\([^)\n]{0,120}\bverify\s*=\s*False|\balgorithms?\s*[:=]\s*\[?\s*['"]none['"]|\bParseUnverified\(/gi,
    // Read first to find the key, or to learn when it ends: what is told is who trusts it.
    accept: (match, file) =>
      /algorithm/i.test(match[0]) ||
      (!/unverified/i.test(file.lineText(file.lineAt(match.index ?? 0)).replace(match[0], '')) &&
        (!match[0].startsWith('ParseUnverified') ||
          (/http\.ResponseWriter|gin\.Context|echo\.Context|fiber\.Ctx|Header\.Get\(\s?"Authorization/.test(
            file.text,
          ) &&
            !/\.Verify\(|ParseWithClaims\(|Keyfunc|keyFunc|\bjwk/.test(file.text)))),
    examples: [
      { path: 'a.py', text: 'jwt.decode(token, options={"verify_signature": False})\n', lines: [1] },
      {
        path: 'a.go',
        text: 'package a\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tt, _, e := p.ParseUnverified(s, c)\n}\n',
        lines: [3],
      },
      { path: 'b.go', text: 'package a\nvar t, _, e = p.ParseUnverified(s, c)\n', lines: [] },
    ],
  },
];

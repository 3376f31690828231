import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { only } from '../languages';

const guessable = {
  told: 'predictable-value',
  possible: true,
  cwe: 'CWE-338',
  owasp: 'A02',
  title: 'A value that must not be guessed is drawn from a generator that can be',
  severity: 'low',
  why: 'Who sees some values, or knows when they were drawn, computes the next one.',
  fix: 'Draw it from the generator for cryptography.',
} as const;

const ofSecrets =
  /token|passw|secret|otp\b|session|reset|verif|captcha|api_?key|nonce|salt|csrf|crypt|\biv\b|voucher|coupon/i;

/** What a client says of itself, and values that clients must not guess. */
export const broadClientAddressRules: readonly LineRule[] = [
  {
    id: 'client-address-of-header',
    possible: true,
    cwe: 'CWE-348',
    owasp: 'A04',
    title: 'The address of a client is taken from a header',
    severity: 'low',
    why: 'Without a proxy that sets it anew the client writes what it likes: limits and rules by address are passed.',
    fix: 'Take the address of the connection, or trust the header of known proxies only.',
    wants: only('java', 'kotlin', 'csharp', 'go', 'python'),
    words: ['orwarded-For', 'ORWARDED-FOR', 'orwarded-for', 'Real-IP', 'real-ip', 'Client-IP'],
    pattern:
      /(?:\b(?:getHeader|Header\.Get|GetHeader|getHeaderString|header|getFirst|request\.headers\.get)\(|request\.headers\[|\bHeaders(?:\[|\.TryGetValue\())\s?["'](?:X-Forwarded-For|X-Real-IP|Client-IP|X-Client-IP|True-Client-IP)["']/gi,
    // Each function once.
    accept: (match, file) =>
      !/(?:\(|\[)\s?["'](?:X-)?(?:Forwarded-For|Real-IP|Client-IP|Client-IP)["'](?!\)\))/i.test(
        file.text.slice(Math.max(0, (match.index ?? 0) - 300), match.index).replace(/ContainsKey\([^)\n]{0,60}\)/g, ''),
      ) &&
      // Written into a log under its own name, or handed on.
      !/["']x-forwarded-for["']\s?,|\b(?:xff|orig)\w*\s?:?=/i.test(file.lineText(file.lineAt(match.index ?? 0))) &&
      !/ForwardedHeaders|trusted_?prox|isTrusted/i.test(linesAround(file, file.lineAt(match.index ?? 0), 12, 2)) &&
      // In Python such a header is asked for by its value as well.
      (file.language !== 'python' ||
        /^\s*(?:return\b|\w*(?:ip|addr|forwarded|client)\w*\s?=)/i.test(file.lineText(file.lineAt(match.index ?? 0)))),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  String f(HttpServletRequest request) {\n    String ip = request.getHeader("X-Forwarded-For");\n    if (ip == null) ip = request.getHeader("X-Real-IP");\n    return ip;\n  }\n}\n',
        lines: [3],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(r *http.Request) {\n\tlog.Info("asked", "x-forwarded-for", r.Header.Get("X-Forwarded-For"))\n}\n',
        lines: [],
      },
      {
        path: 'a.py',
        text: "def f(request):\n    ip = request.headers.get('X-Forwarded-For')\n    return ip\n",
        lines: [2],
      },
    ],
  },
  {
    ...guessable,
    id: 'random-of-library',
    wants: only('java', 'kotlin', 'csharp'),
    words: ['Random'],
    pattern:
      /\bRandomStringUtils\.random\w{0,20}\(|\bnew\s(?:java\.util\.|System\.)?Random\(|\bnew SecureRandom\(\s?"|\.setSeed\(\s?\d|\bThreadLocalRandom\.current\(|(?<![\w.])Random\.nextInt\(/g,
    accept: (match, file) =>
      ofSecrets.test(file.path.split('/').slice(-2).join('/')) ||
      ofSecrets.test(linesAround(file, file.lineAt(match.index ?? 0), 6, 4)),
    examples: [
      {
        path: 'A.java',
        text: 'class A {\n  String newToken() {\n    return RandomStringUtils.randomAlphanumeric(20);\n  }\n}\n',
        lines: [3],
      },
      { path: 'B.java', text: 'class B {\n  int roll() {\n    return new Random().nextInt(6);\n  }\n}\n', lines: [] },
      {
        path: 'Crypto/Numbers.cs',
        text: 'class N { byte[] F() {\n  System.Random random = new System.Random();\n  return G(random);\n} }\n',
        lines: [2],
      },
    ],
  },
];

import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { anyLanguage } from '../languages';

const cipher = {
  possible: true,
  told: 'broken-cipher',
  cwe: 'CWE-327',
  owasp: 'A02',
  title: 'A broken cipher or mode is used',
  severity: 'medium',
  why: 'DES, RC4 and ECB give away what they should hide.',
  fix: 'Use AES in GCM mode, or ChaCha20-Poly1305.',
} as const;

/** A function that makes what lets somebody in. */
const makesToken = /(?:generate|create|make|build|issue)\w{0,20}(?:[tT]oken|[sS]ession)/;

const secretName = /pass(?!ive|age|ing|ed\b|es\b|eng|port)|pwd|secret|\bpin\b|credential/i;

/** A fast hash of a password or a secret, by what is hashed, what it is kept as, and the function that does it. */
function hashesSecret(match: RegExpMatchArray, file: SourceFile, line: number): boolean {
  const behind = file.text.slice(match.index, (match.index ?? 0) + 600);
  if (/hashing_algorithm/.test(match[0])) return true;
  const calls = [
    ...behind.matchAll(/(?:update|[dD]igest|Hash|Data|Sum|Write\w{0,6}|md5|sha1|Digest)\(([^;\n]{0,160})/g),
  ];
  const hashed = calls
    .slice(0, 4)
    .map(([, given = '']) => given)
    .join('\n');
  const text = file.lineText(line);
  const kept = text.slice(0, Math.max(0, text.indexOf(match[0].trimStart().slice(0, 12))));
  const header =
    enclosingLines(file, line).find(
      (one) => /\(/.test(one) && !/^(?:if|for|while|try|catch|switch|with)\b/.test(one),
    ) ?? '';
  const named = `${/([\w$]{1,60})\s?(?:=\s?(?:async\s?)?)?\(/.exec(header)?.[1] ?? ''}\n${file.path.split('/').at(-1) ?? ''}`;
  // Passwords that leaked are asked for by such a hash; one that is drawn is another matter, and so is a key made of one.
  if (/pwned|breach|hibp/i.test(`${header}${linesAround(file, line, 8, 8)}`) || /uniqid|rand|nonce/i.test(hashed))
    return false;
  return (
    [hashed, kept, named].some((one) => secretName.test(one)) || /token|reset/i.test(kept) || makesToken.test(named)
  );
}

/** Names of ciphers and modes that are broken, as OpenSSL writes them. */
const brokenName = /^(?:des(?:-|$)|des3|desx|rc2|rc4|bf(?:-|$)|blowfish|seed-ecb|[\w-]{1,30}-ecb$)/i;

/** The text that a name of this file holds: `const algorithm = 'des-ecb'`. */
const textOf = (name: string, file: SourceFile): string =>
  new RegExp(`(?<![\\w$.])\\$?${name}\\s{0,3}(?::\\s?[Ss]tring\\s?)?:?=\\s{0,3}["'\`](?<text>[\\w-]{1,40})["'\`]`).exec(
    file.text,
  )?.groups?.['text'] ?? '';

/** Ciphers by other names and in other libraries than those that are told as flaws: data of others may need them. */
export const broadCryptoRules: readonly LineRule[] = [
  {
    ...cipher,
    id: 'cipher-by-name',
    wants: anyLanguage,
    words: ['createCipher', 'createDecipher', 'openssl_', 'Cipher.new', 'Cipher.getInstance'],
    pattern:
      /\b(?:create(?:Ciph|Deciph)er(?:iv)?\(\s{0,8}|openssl_(?:en|de)crypt\([^,;]{1,120},\s{0,8}|Cipher(?:\.new|::Cipher\.new|\.getInstance)\(\s{0,8})(?:(?<name>\$?[A-Za-z_]\w{0,40})|["'](?<text>[\w-]{1,40})["'])\s{0,8}[,)]/g,
    accept(match, file) {
      const { name, text } = match.groups ?? {};
      return brokenName.test(text ?? textOf((name ?? '').replace('$', ''), file));
    },
    examples: [
      {
        path: 'a.js',
        text: "const algorithm = 'des-ecb';\nconst good = 'aes-256-gcm';\nconst a = crypto.createCipheriv(algorithm, key, '');\nconst b = crypto.createCipheriv(good, key, iv);\n",
        lines: [3],
      },
      { path: 'a.php', text: "<?php\n$a = openssl_encrypt($text, 'des-cbc', $key);\n", lines: [2] },
    ],
  },
  {
    ...cipher,
    id: 'cipher-of-library',
    wants: anyLanguage,
    words: ['CryptoJS', 'CipherMode', 'DES', 'RC2', 'mcrypt_', 'ARC2', 'createECDH', 'Cipher::'],
    pattern:
      /\bCryptoJS\.(?:DES|TripleDES|RC4\w{0,5}|Rabbit)\.(?:en|de)crypt\(|\bCryptoJS\.mode\.ECB\b|\bCipherMode\.ECB\b|\b(?:DES|RC2|TripleDES)\.Create\(|\bnew\s(?:Triple)?(?:DES|RC2)CryptoServiceProvider\b|\bmcrypt_(?:en|de)crypt\(|\b(?:DES3|ARC2)\.new\(|\bCipher::(?:DES|RC4|RC2|BF)\.new\b|\bKey(?:Generator|PairGenerator)\.getInstance\(\s?"(?:DES|RC4|RC2|Blowfish)"|\bcreateECDH\(\s{0,3}["']sec[pt]1(?:12|13|28|31|60|63)\w{2}["']/g,
    examples: [
      {
        path: 'a.js',
        text: "const CryptoJS = require('crypto-js');\nCryptoJS.DES.encrypt(text, key);\nCryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });\nCryptoJS.AES.encrypt(text, key);\n",
        lines: [2, 3],
      },
      {
        path: 'A.cs',
        text: 'class A { void F() {\n  using var des = DES.Create();\n  aes.Mode = CipherMode.ECB;\n} }\n',
        lines: [2, 3],
      },
    ],
  },
  {
    id: 'fast-hash-of-secret',
    possible: true,
    cwe: 'CWE-328',
    owasp: 'A02',
    title: 'A secret is hashed with a fast algorithm',
    severity: 'low',
    why: 'MD5 and SHA-1 of a password or a token are tried billions of times a second.',
    fix: 'Hash passwords with Argon2id, scrypt or bcrypt; draw tokens at random.',
    wants: anyLanguage,
    words: ['MD5', 'md5', 'SHA1', 'SHA-1', 'sha1'],
    pattern:
      /\bMessageDigest\.getInstance\(\s?"(?:MD5|SHA-?1)"|\b(?:hashlib\.|crypto\.createHash\(\s?['"]|createHash\(\s?['"])(?:md5|sha1)\b|\b(?:MD5|SHA1)\.(?:Create|HashData)\(|\bnew\s(?:MD5CryptoServiceProvider|SHA1Managed|SHA1CryptoServiceProvider|MD5Digest|SHA1Digest)\(|\b(?:md5|sha1)\.(?:Sum|New)\(|(?<![\w>:.])(?:md5|sha1)\(\s?\$|\bDigest::(?:MD5|SHA1)\b|['"]hashing_algorithm['"]\]\s{0,30}=\s{0,3}['"](?:md5|sha1)['"]/g,
    accept(match, file) {
      const line = file.lineAt(match.index ?? 0);
      // A fingerprint of what everybody may know.
      if (/[pP]ublic_?[kK]ey|SubjectPublicKey|fingerprint|thumbprint|etag/i.test(linesAround(file, line, 1, 1)))
        return false;
      return hashesSecret(match, file, line);
    },
    examples: [
      {
        path: 'A.java',
        text: 'class A { byte[] f(String password) {\n  return MessageDigest.getInstance("MD5").digest(password.getBytes());\n}\n\n\nbyte[] g(byte[] page) {\n\n  return MessageDigest.getInstance("MD5").digest(page);\n} }\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'short-rsa-key',
    possible: true,
    cwe: 'CWE-326',
    owasp: 'A02',
    title: 'An RSA key of 1024 bits or less is made',
    severity: 'medium',
    why: 'Such keys can be broken with much computing.',
    fix: 'Make keys of 2048 bits and more.',
    wants: anyLanguage,
    words: ['RSA', 'rsa', 'modulusLength', 'KeyPairGenerator'],
    pattern:
      /\bRSA(?:\.new|\.generate|\.Create)\(\s?(?:512|768|1024)\s?[,)]|\brsa\.(?:GenerateKey\([^,\n]{1,40},\s?|newkeys\()(?:512|768|1024)\b|\bmodulusLength:\s?(?:512|768|1024)\b|\bgetInstance\(\s?"RSA"[^)\n]{0,30}\)\s?;\s{0,20}\w{1,30}\.initialize\(\s?(?:512|768|1024)\b|\bnew RSACryptoServiceProvider\(\s?(?:512|768|1024)\s?\)/g,
    examples: [
      {
        path: 'a.rb',
        text: 'a = OpenSSL::PKey::RSA.new(1024)\nb = OpenSSL::PKey::RSA.new(2048)\n',
        lines: [1],
      },
    ],
  },
];

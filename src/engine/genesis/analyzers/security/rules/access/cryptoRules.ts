import { conditionsAround } from '../../context/enclosing';
import { isClientOfOthers } from '../../context/origin';
import { isKeptHash, isOfOldOrOthers } from '../../context/passwordHash';
import { isUnconditional } from '../../context/uncheckedCertificates';
import type { LineRule } from '../../weakness';
import { anyLanguage } from '../languages';

/** Protections by mathematics that are switched off, broken, or the wrong ones. */
export const cryptoRules: readonly LineRule[] = [
  {
    id: 'tls-verification-off',
    cwe: 'CWE-295',
    owasp: 'A07',
    title: 'Code switches the verification of TLS certificates off',
    severity: 'high',
    why: 'Where nothing else tells who answers, anyone on the way can read and change what is sent there.',
    fix: 'Verify certificates; give a private authority as a trusted one instead.',
    wants: anyLanguage,
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
      /\brejectUnauthorized\s*:\s*false\b|NODE_TLS_REJECT_UNAUTHORIZED['"\]]{0,2}\s*[:=]\s*['"]?0\b|\bverify\s*=\s*False\b|\bInsecureSkipVerify\s*:\s*true\b|ssl\._create_unverified_context|CURLOPT_SSL_VERIFY(?:PEER|HOST)['"]?\s*(?:=>|,)\s*(?:false|FALSE|0)\b|OpenSSL::SSL::VERIFY_NONE|danger_accept_invalid_certs\(\s*true|ServerCertificateCustomValidationCallback\s*=\s*[^;]{0,80}(?:=>\s*true|DangerousAcceptAny)/g,
    accept: isUnconditional,
    examples: [
      {
        path: 'reach.ts',
        text: 'const a = new Agent({ rejectUnauthorized: false }); // whether it answers, even with untrusted certificates\n',
        lines: [],
      },
      // A tool that shows people the certificate of a server.
      {
        path: 'api/ssl.js',
        text: 'const s = tls.connect({ host, rejectUnauthorized: false }, () => show(s.getPeerCertificate(), s.authorized));\n',
        lines: [],
      },
      {
        path: 'a.js',
        text: '// rejectUnauthorized: false\nconst a = new https.Agent({ rejectUnauthorized: false });\n',
        lines: [2],
      },
      { path: 'b.js', text: 'const a = { port: 1, tls: false, rejectUnauthorized: false };\n', lines: [] },
      {
        path: 'b.rb',
        text: 'http.verify_mode = OpenSSL::SSL::VERIFY_NONE\nif authority\n  http.ca_file = authority\n  http.verify_mode = OpenSSL::SSL::VERIFY_PEER\nend\n',
        lines: [],
      },
      {
        path: 'a.py',
        text: 'ask(context=ssl._create_unverified_context() if self.loose else None)\nask(context=ssl._create_unverified_context())\n',
        lines: [2],
      },
      {
        path: 'src/main.rs',
        text: 'fn main() {\n    client = match args.verify {\n        Verify::Yes => client,\n        Verify::No => client.danger_accept_invalid_certs(true),\n    };\n}\nfn other() {\n    client = client.danger_accept_invalid_certs(true);\n}\n',
        lines: [8],
      },
      {
        path: 'A.cs',
        text: 'class A {\n  handler.ServerCertificateCustomValidationCallback = options.Loose\n    ? (a, b, c, d) => true\n    : null;\n}\n',
        lines: [],
      },
      {
        path: 'B.cs',
        text: 'class B {\n  void Set() {\n#if DEBUG\n    handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;\n#endif\n  }\n}\n',
        lines: [],
      },
      {
        path: 'e.go',
        text: 'package a\n\nfunc loose(c *client) *tls.Config {\n\tif !c.SkipVerify {\n\t\treturn nil\n\t}\n\treturn &tls.Config{InsecureSkipVerify: true}\n}\n\nfunc open(c *client) *tls.Config {\n\tif c.host == "" {\n\t\treturn nil\n\t}\n\treturn &tls.Config{InsecureSkipVerify: true}\n}\n',
        lines: [14],
      },
      { path: 'http/preflight.go', text: 'package a\nvar c = &tls.Config{InsecureSkipVerify: true}\n', lines: [] },
      // One of two, by its name; the first settings of a record that people fill in.
      {
        path: 'd.js',
        text: 'class A {\n  constructor() {\n    this.agentInsecure = new Agent({ rejectUnauthorized: false });\n    this.agent = new Agent();\n  }\n}\n',
        lines: [],
      },
      {
        path: 'c.go',
        text: 'package a\nvar c = &Channel{\n\tUsername: "your-username",\n\tPassword: "your-password",\n\tInsecureSkipVerify: true,\n}\n',
        lines: [],
      },
      // A choice of the one who runs it, certificates that are looked at by other means, a tool of developers.
      {
        path: 'a.rb',
        text: "a = { verify: ENV['V'] == 'false' ? OpenSSL::SSL::VERIFY_NONE : OpenSSL::SSL::VERIFY_PEER }\nb[:mode] = OpenSSL::SSL::VERIFY_NONE if config.loose\nif strict\n  d = 1\nelse\n  d = OpenSSL::SSL::VERIFY_NONE\nend\nc = strict ? OpenSSL::SSL::VERIFY_PEER : OpenSSL::SSL::VERIFY_NONE\n",
        lines: [],
      },
      {
        path: 'c.js',
        text: 'const a = {\n  tls: settings.allowSelfSigned\n    ? {\n        rejectUnauthorized: false,\n      }\n    : undefined,\n};\n',
        lines: [],
      },
      {
        path: 'b.go',
        text: 'package a\nvar c = &tls.Config{\n\tRootCAs: pool,\n\tInsecureSkipVerify: true,\n}\n\n\n\n\n\n\n\n\n\n\n\n\n\nvar d = &tls.Config{\n\tClientAuth: tls.RequestClientCert,\n\tInsecureSkipVerify: true,\n}\n',
        lines: [],
      },
      {
        path: 'd.py',
        text: 'import requests\ndef f(options):\n    verify = False\n    if options.get("sslverify"):\n        verify = True\n    return requests.get(url, verify=verify)\n',
        lines: [],
      },
      {
        path: 'acme/challenge.go',
        text: 'package a\nvar c = &tls.Config{\n\tNextProtos: []string{"acme-tls/1"},\n\tInsecureSkipVerify: true,\n}\nvar d = &tls.Config{\n\n\n\n\n\n\n\n\n\n\n\n\n\tInsecureSkipVerify: true, //nolint:gosec // used for a challenge\n}\n',
        lines: [],
      },
      {
        path: 'config/config.go',
        text: 'package a\nvar c = Settings{\n\tTracing: TracingSettings{\n\t\tRate: 1.0,\n\t\tInsecureSkipVerify: true,\n\t},\n}\n',
        lines: [],
      },
      {
        path: 'g.php',
        text: "<?php\n$request = curl_init('http://registry.gov/find');\ncurl_setopt($request, CURLOPT_SSL_VERIFYPEER, false);\n",
        lines: [],
      },
      // Blanks and tabs side by side.
      {
        path: 'f.php',
        text: '<?php\n      if (!$this->_httpsverify) {\n\tcurl_setopt($handle, CURLOPT_SSL_VERIFYPEER, 0);\n      }\n',
        lines: [],
      },
      { path: 'bin/release.py', text: 'requests.post(url, verify=False)\n', lines: [] },
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
    isPossible: isOfOldOrOthers,
    wants: anyLanguage,
    words: ['md5', 'sha1', 'sha256', 'sha512', 'MD5', 'SHA1', 'SHA256', 'SHA512', 'Md5'],
    pattern:
      /\b(?:md5|sha1|sha256|sha512)\s*\(\s*[^)\n]{0,60}passw|createHash\(\s*['"](?:md5|sha1|sha256|sha512)['"]\s*\)\s*\.update\(\s*[^)\n]{0,60}passw|hashlib\.(?:md5|sha1|sha256|sha512)\(\s*[^)\n]{0,60}passw|Digest::(?:MD5|SHA1|SHA256)\.hexdigest\(\s*[^)\n]{0,60}passw/gi,
    accept: isKeptHash,
    examples: [
      { path: 'a.php', text: '<?php\n$h = md5($password);\n$f = md5($file);\n', lines: [2] },
      { path: 'a.py', text: 'import hashlib\nh = hashlib.sha1(password.encode()).hexdigest()\n', lines: [2] },
      // A challenge of a mail server, a range query of leaked passwords, a cache.
      { path: 'b.php', text: "<?php\n$this->sendRequest('APOP', md5($secret.$password));\n", lines: [] },
      { path: 'c.py', text: 'import hashlib\npwned = hashlib.sha1(password.encode()).hexdigest()[:5]\n', lines: [] },
      {
        path: 'h.py',
        text: 'import hashlib\nask(url, urlencode({\n    "word": hashlib.md5(password.encode()).hexdigest()}))\n',
        lines: [],
      },
      { path: 'd.php', text: '<?php\n$k = md5($passwordResetUrl);\n', lines: [] },
      { path: 'shop-webapp/src/f.ts', text: 'export const f = (password: string) => md5(password);\n', lines: [] },
      {
        path: 'g.js',
        text: 'const signingHash = sha256(user.password);\nreturn jwt.sign({ sub: user.email }, signingHash);\n',
        lines: [],
      },
      // The form of a file of Apache, an answer to a challenge, a key that is made of a setting.
      {
        path: 'apache.js',
        text: "const h = createHash('md5').update(password + salt + '$apr1$').digest();\n",
        lines: [],
      },
      {
        path: 'Radio.java',
        text: 'class Radio { String f(String password, long timestamp) {\n  return md5(md5(password) + timestamp);\n} }\n',
        lines: [],
      },
      {
        path: 'f.py',
        text: 'import hashlib\nH = hashlib.sha256(EnvironmentSettings.SHOP_PASSWORD.encode())\n',
        lines: [],
      },
      { path: 'e.php', text: "<?php\n$h = sha1($edit_server['website_password']);\n", lines: [] },
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
    wants: anyLanguage,
    words: ['Cipher', 'DES', 'ARC4', 'Blowfish', 'MODE_ECB', 'rc4'],
    pattern:
      /Cipher\.getInstance\(\s*"(?:DES|DESede|RC4|RC2|(?!RSA)[A-Za-z]+\/ECB)[/"]|createCipheriv\(\s*['"](?:des|rc4|aes-\d+-ecb|bf)|\b(?:DES|ARC4|Blowfish)\.new\(|AES\.MODE_ECB|\bdes\.NewCipher\(|\brc4\.NewCipher\(/g,
    // Whoever speaks to a service elsewhere has no choice of its cipher.
    accept: (match, file) =>
      !isClientOfOthers(file) &&
      // One of several, by what a setting or the data says.
      !conditionsAround(file, file.lineAt(match.index ?? 0)).some((header) =>
        /['"`](?:3?des|rc4|ecb|blowfish|aes|legacy|v\d)[\w-]{0,20}['"`]|\bcase\b|algo|cipher|legacy|version/i.test(
          header,
        ),
      ) &&
      !/(?:^|[/._-])(?:ntlm|smb|vnc|rfb|kerberos|krb5?|protocols?|pdf|tacacs|radius|compat\w*|legacy|wep|pkcs\w*|jwe|jose|ssh|mifare)(?:[/._-]|$)/i.test(
        file.path,
      ),
    examples: [
      {
        path: 'A.java',
        text: 'class A { Object c = Cipher.getInstance("AES/ECB/PKCS5Padding"); Object d = Cipher.getInstance("AES/GCM/NoPadding"); }\n',
        lines: [1],
      },
      // With RSA the word has no meaning; a protocol that others wrote has to be spoken.
      {
        path: 'B.java',
        text: 'class B { Object c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding"); }\n',
        lines: [],
      },
      { path: 'ntlm/a.go', text: 'package a\nfunc f() { rc4.NewCipher(key) }\n', lines: [] },
      {
        path: 'b.go',
        text: 'package a\nfunc f() {\n\tif kind == "DES" {\n\t\tblock, err = des.NewCipher(key)\n\t} else {\n\t\tblock, err = aes.NewCipher(key)\n\t}\n}\n',
        lines: [],
      },
      { path: 'protocol/des_auth.go', text: 'package a\nfunc f() { des.NewCipher(key) }\n', lines: [] },
    ],
  },
];

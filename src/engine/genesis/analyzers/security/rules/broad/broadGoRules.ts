import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { go } from '../languages';
import { uncheckedHost } from './kinds';

/** What programs of Go, and of Rust, switch off or leave open. */
export const broadGoRules: readonly LineRule[] = [
  {
    id: 'profiles-open',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'Profiles of a running program may be read by everybody',
    severity: 'low',
    why: 'They show arguments, paths and the memory, and taking them slows the program down.',
    fix: 'Serve them on a port of their own that only the machine itself reaches.',
    wants: go,
    words: ['net/http/pprof', 'gin-contrib/pprof'],
    pattern: /^\s{0,8}(?:import\s)?_\s"net\/http\/pprof"|"github\.com\/gin-contrib\/pprof"/gm,
    accept: (_match, file) =>
      /ListenAndServe|gin\.(?:New|Default)\(/.test(file.text) && !/127\.0\.0\.1|localhost/.test(file.text),
    examples: [
      {
        path: 'main.go',
        text: 'package main\n\nimport (\n\t"net/http"\n\t_ "net/http/pprof"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":80", nil)\n}\n',
        lines: [5],
      },
    ],
  },
  {
    ...uncheckedHost,
    id: 'go-any-host-key',
    fix: 'Check the key by `knownhosts`.',
    wants: go,
    words: ['InsecureIgnoreHostKey'],
    pattern: /\bssh\.InsecureIgnoreHostKey\(\)/g,
    examples: [
      {
        path: 'a.go',
        text: 'package a\n\nvar c = ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}\nvar d = ssh.ClientConfig{HostKeyCallback: known}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'go-old-tls',
    told: 'old-tls',
    possible: true,
    cwe: 'CWE-326',
    owasp: 'A02',
    title: 'A server takes old protocols or ciphers of TLS',
    severity: 'medium',
    why: 'Whoever is on the way can make both sides take one that is broken.',
    fix: 'Ask for TLS 1.2.',
    wants: go,
    words: ['VersionTLS10', 'VersionSSL30', 'VersionTLS11'],
    pattern: /\bMinVersion:\s{0,10}tls\.Version(?:SSL30|TLS1[01])\b/g,
    examples: [
      {
        path: 'a.go',
        text: 'package a\n\nvar d = tls.Config{MinVersion: tls.VersionTLS10}\nvar e = tls.Config{MinVersion: tls.VersionTLS12}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'go-permissions-wide',
    told: 'file-for-everybody',
    possible: true,
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'A file may be changed by everybody on the machine',
    severity: 'low',
    why: 'Every other account of the machine gets at it.',
    fix: 'Give rights to the owner only: `0o700`, `0o600`.',
    wants: go,
    words: ['777'],
    pattern:
      /\bos\.(?:Chmod|WriteFile|OpenFile)\((?![^;\n]{0,120}(?:O_RDONLY|ReadOnly))[^;\n]{1,160},\s?0o?777\s?\)|\bioutil\.WriteFile\([^;\n]{1,160},\s?0o?777\s?\)/g,
    examples: [
      {
        path: 'a.go',
        text: 'package a\n\nfunc f() {\n\tos.Chmod(folder, 0777)\n\tos.Chmod(folder, 0755)\n\tos.MkdirAll(folder, 0777)\n}\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'go-whole-disk-served',
    told: 'listing-of-folders',
    possible: true,
    cwe: 'CWE-548',
    owasp: 'A05',
    title: 'A folder is served with a list of its files',
    severity: 'low',
    why: '`http.FileServer` lists every folder that has no index page.',
    fix: 'Serve an embedded file system, or one that refuses folders.',
    wants: go,
    words: ['http.Dir('],
    pattern: /\bhttp\.FileServer\(\s?http\.Dir\(\s?(?:"(?:\/|\.|\.\/|\/tmp\/?|\/var\/?|\/home\/?)"|os\.Getenv\()/g,
    examples: [
      {
        path: 'a.go',
        text: 'package a\n\nvar h = http.FileServer(http.Dir("/"))\nvar i = http.FileServer(http.Dir("static"))\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'go-random-of-math',
    told: 'predictable-value',
    possible: true,
    cwe: 'CWE-338',
    owasp: 'A02',
    title: 'A value that must not be guessed is drawn from a generator that can be',
    severity: 'low',
    why: 'Who sees some values, or knows when they were drawn, computes the next one.',
    fix: 'Draw it from `crypto/rand`.',
    wants: (file) => go(file) || file.language === 'rust',
    words: ['rand.Intn(', 'rand.Int(', 'rand.Int63', 'rand.Seed(', 'rand.Read(', 'thread_rng'],
    pattern: /(?<![\w.])rand\.(?:Intn|Int|Int63n?|Int31n?|Float64|Read)\(/g,
    accept(match, file) {
      if (!/"math\/rand(?:\/v2)?"/.test(file.text)) return false;
      return /token|passw|secret|otp\b|session|reset|verif|captcha|api_?key|nonce|salt|csrf/i.test(
        linesAround(file, file.lineAt(match.index ?? 0), 8, 3),
      );
    },
    examples: [
      {
        path: 'a.go',
        text: 'package a\n\nimport "math/rand"\n\nfunc newToken() string {\n\treturn letters[rand.Intn(62)]\n}\n',
        lines: [6],
      },
      {
        path: 'b.go',
        text: 'package a\n\nimport "crypto/rand"\n\nfunc newToken() {\n\trand.Int(r, n)\n}\n',
        lines: [],
      },
    ],
  },
];

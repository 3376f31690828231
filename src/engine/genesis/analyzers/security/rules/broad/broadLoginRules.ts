import type { FileDescription } from '../../../../extractor';
import { isForTests, linesAround } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';

const code = (file: FileDescription): boolean => file.language !== 'other' && file.language !== 'shell';

/** Logins that stand in the code. */
export const broadLoginRules: readonly LineRule[] = [
  {
    id: 'login-of-everybody',
    possible: true,
    cwe: 'CWE-1392',
    owasp: 'A07',
    title: 'Users with known passwords are made by the code',
    severity: 'medium',
    why: 'Whoever reads the code can sign in wherever nobody changed them.',
    fix: 'Let each installation set its own first password.',
    wants: code,
    words: ['assword', 'hashpw('],
    pattern:
      /\{\s{0,20}["']?(?:user_?[nN]ame|login|e?mail)["']?\s?:\s?["'][^"'\n]{1,60}["'],\s{0,20}["']?password["']?\s?:\s?["'](?<value>[^"'\n]{3,40})["']|\bhashpw\(\s?b["'](?<other>[^"'\n]{3,40})["']|^\s{0,20}["'](?:admin|user|root|guest)\w{0,10}["']\s?:\s?\{\s{0,30}["']password["']\s?:\s?["'](?<third>[^"'\n]{3,40})["']/gm,
    accept(match, file) {
      const value = match.groups?.['value'] ?? match.groups?.['other'] ?? match.groups?.['third'] ?? '';
      return (
        !isBrowserCode(file) &&
        !/fixture|demo|sample|factor|fake|example|cypress|spec/i.test(file.path) &&
        !isForTests(file, file.lineAt(match.index ?? 0)) &&
        !/^(?:string|required|password|\*+|x+|[<${%*].*|.*\s.*|.*\|.*)$/i.test(value) &&
        !/mock|stub|example|swagger|openapi|schema/i.test(
          linesAround(file, file.lineAt(match.index ?? 0), 4, 1).replace(/\bexample\.(?:com|org|net)\b/g, ''),
        )
      );
    },
    examples: [
      {
        path: 'a.js',
        text: "const { MongoClient } = require('mongodb');\nusers.insertOne({ username: 'admin', password: 'admin' });\nusers.insertOne({ username: name, password: hash });\n",
        lines: [2],
      },
      {
        path: 'a.py',
        text: "users = {\n    'admin': {\n        'password': 'admin123',\n    },\n}\nuser = User('a@b.c', hashpw(b'user', gensalt()))\n",
        lines: [2, 6],
      },
    ],
  },
  {
    id: 'login-in-code',
    possible: true,
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A password stands in the code that checks it',
    severity: 'medium',
    why: 'Whoever reads the code can sign in, and it cannot be changed without a release.',
    fix: 'Keep a hash of it outside the code.',
    wants: code,
    words: ['assword', 'passwd', 'pwd', 'assWord', '$pass', 'passwrd'],
    pattern:
      /\b(?:\w{1,20}[_.])?(?:password|passwd|pwd|\$pass|adminPass\w{0,4})['"\])]{0,3}(?:\.value|\.text\.toString\(\)|\.text)?\s{0,3}(?:===?\s{0,3}|\.equals\(\s{0,3}|\seq\s)@?["'](?<value>[^"'\n\\]{3,60})["']/gi,
    accept(match, file) {
      const value = match.groups?.['value'] ?? '';
      const line = file.lineAt(match.index ?? 0);
      return (
        !isBrowserCode(file) &&
        !isForTests(file, line) &&
        !/^(?:string|str|undefined|object|password|text|true|false|null|none|hidden|required|number|\*+|x+|redacted|[<${%*].*|\[.*|.*\s.*)$/i.test(
          value,
        )
      );
    },
    examples: [
      {
        path: 'a.py',
        text: "if name == 'jack' and password == 'open-sesame1':\n    pass\nif password == '':\n    pass\nif kind == 'password':\n    pass\nif typeof_password == 'string':\n    pass\n",
        lines: [1],
      },
      {
        path: 'a.go',
        text: 'package a\nfunc f(password string) bool {\n\treturn password == "Spring2"\n}\n',
        lines: [3],
      },
    ],
  },
];

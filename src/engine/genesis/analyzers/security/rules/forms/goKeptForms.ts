import { isForTests } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { cookieFlags, passwordInLog, plainPassword } from '../broad/kinds';
import { go } from '../languages';

const isHashedIn = (text: string): boolean => /bcrypt|argon2|scrypt|pbkdf2|hash|md5|sha\d|encrypt/i.test(text);

/** Programs in Go that print passwords, keep them as they are, and hand out cookies of a login without protection. */
export const goKeptForms: readonly LineRule[] = [
  {
    ...passwordInLog,
    id: 'password-printed-by-go',
    wants: go,
    words: ['assw'],
    pattern:
      /\b(?:fmt|log)\.Print(?:ln|f)?\((?:[^\n"]|"[^"\n]{0,80}"){0,12}?(?:\bFormValue\(\s?"passw\w{0,6}"\)|\bForm\["passw\w{0,6}"\]|(?<![\w."])\w{0,12}[pP]assw(?:or)?d\b(?!\s?\())/g,
    accept: (match, file) =>
      /http\.Request|gin\.Context|echo\.Context/.test(file.text) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f(w http.ResponseWriter, r *http.Request) {\n\tfmt.Println(mail, ":", requestPasswd)\n\tfmt.Println(r.FormValue("passwd"))\n\tfmt.Println("the password is wrong")\n}\n',
        lines: [3, 4],
      },
    ],
  },
  {
    ...plainPassword,
    id: 'plain-password-of-go',
    told: 'plain-password-in-query',
    wants: go,
    words: ['passw'],
    pattern:
      /\.(?:Exec|Query|QueryRow)(?:Context)?\([^"`\n]{0,20}["`](?:insert\s+into|update)\b[^"`]{0,200}\bpassw(?:or)?d\b[^"`]{0,160}["`]\s?,[^\n]{0,200}?(?:FormValue\(\s?"passw\w{0,6}"\)|(?<![\w."])(?:\w{1,20}\.)?\w{0,12}[pP]assw(?:or)?d\b)/gi,
    accept: (match, { text }) =>
      !isHashedIn(text.slice(Math.max(0, (match.index ?? 0) - 900), (match.index ?? 0) + match[0].length)),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tdb.Exec("update user set passwd = ? where id = ?", newPasswd, uid)\n\tdb.Exec("update user set name = ? where id = ?", name, uid)\n}\n',
        lines: [3],
      },
      {
        path: 'b.go',
        text: 'package a\nfunc f() {\n\tpassword, _ := bcrypt.GenerateFromPassword(given, 10)\n\tdb.Exec("update user set password = ? where id = ?", password, uid)\n}\n',
        lines: [],
      },
    ],
  },
  {
    ...cookieFlags,
    id: 'cookie-of-login-in-go',
    wants: go,
    words: ['http.Cookie{'],
    pattern:
      /&?http\.Cookie\{(?<fields>[^{}]{0,400}\bName:\s{0,20}"\w{0,20}(?:SID|[sS]id|[sS]ession|[tT]oken|[uU]ser_?(?:ID|Id|id)|[aA]uth)\w{0,10}"[^{}]{0,400})\}/g,
    accept: (match, file) =>
      !/HttpOnly|Secure\b|MaxAge:\s{0,20}-1|Expires|Value:\s{0,20}""/.test(match.groups?.['fields'] ?? '') &&
      !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.go',
        text: 'package a\nfunc f() {\n\tc := &http.Cookie{\n\t\tName:  "adminSID",\n\t\tValue: sid,\n\t}\n\td := &http.Cookie{\n\t\tName:  "adminSID",\n\t\tValue: "",\n\t}\n\te := &http.Cookie{Name: "token", Value: t, HttpOnly: true, Secure: true}\n}\n',
        lines: [3],
      },
    ],
  },
];

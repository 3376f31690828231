import { functionAround, isForTests } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';
import { readsRequests } from '../../context/requests';
import type { LineRule } from '../../weakness';
import { databaseLogin, openCors, recordOfAnybody } from '../broad/kinds';
import { code, only, python } from '../languages';
import { knownLogin } from './literalLogin';

const ofPlay =
  /(?:^|[/._-])(?:seeds?|seeders?|fixtures?|mocks?|tests?|specs?|stories|examples?|samples?|dev|local|ci|docker)(?:[/._-]|$)/i;

/** What everybody knows or guesses: logins, short passwords, accounts of others. */
export const knownForms: readonly LineRule[] = [
  {
    ...knownLogin,
    id: 'users-in-code',
    told: 'login-in-code',
    wants: only('javascript', 'typescript', 'python', 'php', 'go', 'ruby'),
    words: ['assword', 'USERS = {', 'users = {', 'CREDENTIALS = {', 'credentials = {', 'accounts = {'],
    pattern:
      /[{[(]\s{0,20}(?:["']?id["']?\s?(?::|=>)\s?["']?\d{1,4}["']?,\s{0,20})?["']?(?:user(?:name)?|name|email|login|Username)["']?\s?(?::|=>)\s?["'][\w.@-]{2,40}["'],\s{0,20}(?:["']?\w{1,20}["']?\s?(?::|=>)\s?["'][^"'\n]{0,40}["'],\s{0,20}){0,2}["']?(?:password|passwd|Password)["']?\s?(?::|=>)\s?["'](?<value>[^"'\s\n]{3,40})["']|\b(?:USERS|users|CREDENTIALS|credentials|accounts)\s?=\s?\{\s{0,20}["']\w{2,20}["']\s?:\s?["'](?<other>[^"'\s\n]{3,40})["']/g,
    accept(match, file) {
      const value = match.groups?.['value'] ?? match.groups?.['other'] ?? '';
      return (
        !isBrowserCode(file) &&
        !ofPlay.test(file.path) &&
        !isForTests(file, file.lineAt(match.index ?? 0)) &&
        !/^(?:string|required|hidden|text)$|^\$2[aby]\$|^[a-f0-9]{32,}$|[{}<>$]/i.test(value)
      );
    },
    examples: [
      {
        path: 'app.js',
        text: "const users = [{ id: 1, username: 'admin', password: 'admin123', role: 'admin' }];\nconst rules = [{ name: 'a', password: 'required' }];\n",
        lines: [1],
      },
      { path: 'app.py', text: "USERS = {'admin': 'admin123', 'bob': 'autumn'}\n", lines: [1] },
    ],
  },
  {
    id: 'short-passwords-taken',
    possible: true,
    cwe: 'CWE-521',
    owasp: 'A07',
    title: 'Passwords of a few characters are taken',
    severity: 'low',
    why: 'They are tried out in minutes.',
    fix: 'Ask for eight characters at least, and refuse passwords that are known.',
    wants: code,
    words: ['word.len', 'word.Len', 'word1.len', 'word.size', 'passwd.', 'pwd.', 'len('],
    pattern:
      /(?:[pP]assword|passwd|pwd)\d?\.(?:length(?:\(\))?|Length|size\(\))\s?<=?\s?[1-7]\b|\b(?:strlen|mb_strlen|len)\(\s?\$?[\w.[\]'"]{0,30}(?:password|passwd|pwd)\w{0,3}['"\]]{0,2}\s?\)\s?<=?\s?[1-7]\b/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)) && !/<\s?1\b/.test(match[0]),
    examples: [
      {
        path: 'a.js',
        text: 'if (password.length < 4) refuse();\nif (password.length < 12) refuse();\nif (password.length < 1) refuse();\n',
        lines: [1],
      },
      { path: 'a.php', text: "<?php\nif (strlen($_POST['password']) < 6) refuse();\n", lines: [2] },
    ],
  },
  {
    ...openCors,
    id: 'credentials-for-every-origin',
    wants: python,
    words: ['supports_credentials'],
    pattern: /\bCORS\(\s?\w{1,20}\s?,\s?supports_credentials\s?=\s?True\s?\)/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'a.py',
        text: 'CORS(app, supports_credentials=True)\nCORS(app, origins=own, supports_credentials=True)\n',
        lines: [1],
      },
    ],
  },
  {
    ...databaseLogin,
    id: 'database-login-in-address',
    wants: code,
    words: ['://'],
    pattern:
      /["'](?:postgres(?:ql)?|mysql|mongodb|mariadb|amqp|redis)(?:\+\w{1,12})?:\/\/(?:root|postgres|admin|sa|user|guest):(?:root|postgres|admin|password|pass|123456?|secret|guest|mysql|example|toor)@/g,
    accept: (match, file) => !ofPlay.test(file.path) && !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'app.py',
        text: "URI = 'postgresql://postgres:postgres@localhost/shop'\nOTHER = f'postgresql://{user}:{word}@localhost/shop'\n",
        lines: [1],
      },
    ],
  },
  {
    ...recordOfAnybody,
    id: 'amount-of-anybody',
    inTexts: true,
    why: 'Who names the account of somebody else spends what is theirs.',
    fix: 'Take the account of who is signed in.',
    wants: code,
    words: ['alance'],
    pattern:
      /\bupdate\s+["'`[]?\w{0,20}\s?["'`\]]?\s?set\s+["'`]?\w{0,10}balance["'`]?\s?=\s?["'`]?\w{0,10}balance["'`]?\s?-/gi,
    accept: (match, file) =>
      !isBrowserCode(file) &&
      readsRequests(file) &&
      !/session|current_?user|req\.user|g\.user|Principal|Claims|Auth::|owner/i.test(
        functionAround(file, file.lineAt(match.index ?? 0)),
      ),
    examples: [
      {
        path: 'a.js',
        text: "app.post('/pay', (req, res) => {\n  const { from, amount } = req.body;\n  db.query('UPDATE accounts SET balance = balance - ? WHERE id = ?', [amount, from]);\n});\napp.post('/own', (req, res) => {\n  db.query('UPDATE accounts SET balance = balance - ? WHERE id = ?', [req.body.amount, req.user.id]);\n});\n",
        lines: [3],
      },
    ],
  },
];

import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { isBrowserCode } from '../../context/origin';
import type { LineRule } from '../../weakness';

const code = (file: FileDescription): boolean =>
  file.language !== 'other' &&
  file.language !== 'shell' &&
  !/(?:^|[/._-])(?:i18n|l10n|locales?|lang|translations?|messages?|errors?|constants?|helpers?)(?:[/._-]|$)/i.test(
    file.path,
  );

const subject = '(?:user(?:\\s?name)?|login(?:\\s(?:user\\s?)?name)?|account)';
const aboutAccount = new RegExp(
  `['"\x60](?:(?:invalid|incorrect|unknown|wrong)\\s${subject}|(?:no\\ssuch\\s)?(?:${subject}|email(?:\\saddress)?)\\s(?:does not exist|not found|is not registered|is (?:invalid|unknown|wrong)))[.!]?['"\x60]`,
  'gi',
);
const aboutPassword =
  /['"`](?:[^'"`\n]{0,20}\b(?:invalid|incorrect|wrong)\spassword|[^'"`\n]{0,20}\bpassword\s(?:is\s)?(?:not\scorrect|incorrect|wrong|invalid))[^'"`\n]{0,20}['"`]/i;
const signsIn =
  /\b(?:log_?in|sign_?in|authenticate\w*|comparePassword|compareSync|checkpw|check_password\w*|verify_?password|password_verify|validateLogin|check_?cred\w*)\b/i;

/** Both answers stand near each other, in a function that signs somebody in; a table of messages answers nobody. */
function isAnswer(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  if (/^\s{0,3}:/.test(file.text.slice(at + match[0].length, at + match[0].length + 4))) return false;
  const before = file.text.slice(Math.max(0, at - 700), at);
  const behind = file.text.slice(at + match[0].length, at + 700);
  const password = aboutPassword.exec(behind);
  // Two messages in one list are one answer.
  const isSplit =
    /\b(?:const|let|var|final|String)\s[^\n]{1,60}=\s{0,3}$/.test(before) ||
    (password !== null &&
      /\b(?:return|else|elif|elsif|throw|raise|if|except|catch|end)\b|\}/.test(behind.slice(0, password.index)));
  return (isSplit || aboutPassword.test(before)) && signsIn.test(before + behind) && !isBrowserCode(file);
}

/** What answers tell of accounts. */
export const accountRules: readonly LineRule[] = [
  {
    id: 'account-enumeration',
    cwe: 'CWE-204',
    owasp: 'A07',
    title: 'The answer to a login says whether the account exists',
    severity: 'low',
    confidence: 0.8,
    why: 'Accounts can be listed, and then only passwords have to be tried.',
    fix: 'Answer the same for a wrong name and a wrong password.',
    wants: code,
    words: ['nvalid', 'ncorrect', 'not exist', 'not found', 'not registered', 'wrong', 'Wrong', 'nknown'],
    pattern: aboutAccount,
    accept: isAnswer,
    examples: [
      {
        path: 'a.js',
        text: "function login(req) {\n  if (!user) return 'Invalid username';\n  if (!same) return 'Invalid password';\n}\n",
        lines: [2],
      },
      { path: 'b.js', text: "function login() {\n  const b = 'Invalid username or password';\n}\n", lines: [] },
      {
        path: 'c.cs',
        text: 'class A { object login = { "Invalid email": "", "Invalid password": "" }; string s = "Invalid user ID"; }\n',
        lines: [],
      },
    ],
  },
];

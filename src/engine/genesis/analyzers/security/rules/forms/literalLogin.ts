import type { SourceFile } from '../../../../sourceFile';
import { isForDevelopers, isForTests } from '../../context/enclosing';
import { isBrowserCode } from '../../context/origin';

/** What all forms of a login in code say. */
export const knownLogin = {
  possible: true,
  told: 'login-in-code',
  cwe: 'CWE-798',
  owasp: 'A07',
  title: 'A password stands in the code that checks it',
  severity: 'medium',
  why: 'Whoever reads the code can sign in, and it cannot be changed without a release.',
  fix: 'Read it from the environment or a store for secrets.',
} as const;

/** What is filled in, or stands for a kind of value. */
const isFilledIn =
  /^(?:your|the|some|change|replace|enter|insert|put|example|sample|dummy|fake|placeholder|todo|xxx|\*|<|\$|%|\{|#\{|env|process|os\.|config|http|\/|\.)|^(?:password|passwd|pass|pwd|secret|token|string|text|hidden|required|none|null|undefined|true|false|new-password|current-password|key)$|[-_ ](?:here|goes)$|\s|\$\{|\{\{/i;

/** The name of what the environment holds. */
const isName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,9}$/;

/** `'password' => 'required|string|max:255'` says what a form may hold. */
const isRuleOfForm = /^(?:required|nullable|sometimes|string|confirmed|min:\d{1,3}|max:\d{1,4})(?:\||$)|overrid/i;

const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** `X_AUTH_TOKEN = "X-Auth-Token"`, `UserAccessToken = "user_token"`: what the setting, a header or a column is called. */
function isNameOfKey(match: RegExpMatchArray, value: string): boolean {
  const key = match[0].slice(0, match[0].lastIndexOf(value));
  const own = wordsOf(value);
  const known = new Set(wordsOf(key));
  return plain(key).includes(plain(value)) || (own.length > 1 && own.every((word) => known.has(word)));
}

const ofExamples =
  /(?:^|[/._-])(?:tests?|spec|specs|fixtures?|mocks?|examples?|samples?|dev|development|local|ci|stories|e2e|dist|docs?|locales?|i18n|lang|translations?|messages|snippets|openapi|swagger|dummy\w{0,20}|demo)(?:[/._-]|$)/i;

/** Whether the value of a match is a login that somebody may use, and none of a sample, a test or a form to fill in. */
export function isLiteralLogin(match: RegExpMatchArray, file: SourceFile): boolean {
  const value = match.groups?.['value'] ?? match.groups?.['other'] ?? match.groups?.['third'] ?? '';
  const line = file.lineAt((match.index ?? 0) + match[0].length - 1);
  return (
    value.length >= 4 &&
    /[a-z0-9]/i.test(value) &&
    !isFilledIn.test(value) &&
    !isRuleOfForm.test(value) &&
    !isName.test(value) &&
    !isNameOfKey(match, value) &&
    !/^0x0+$/.test(value) &&
    !ofExamples.test(file.path) &&
    !isBrowserCode(file) &&
    !isForTests(file, line) &&
    !isForDevelopers(file, line) &&
    !/\benv\(|getenv|environ|process\.env|ENV\[|fetch\(/i.test(file.lineText(line).slice(0, 400))
  );
}

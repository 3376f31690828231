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
const isName = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,3}$/;

const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** `X_AUTH_TOKEN = "X-Auth-Token"`: the value is what the setting, a header or a column is called. */
const isNameOfKey = (match: RegExpMatchArray, value: string): boolean =>
  plain(match[0].slice(0, match[0].lastIndexOf(value))).includes(plain(value));

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

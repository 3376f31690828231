import type { SourceFile } from '../../../sourceFile';
import { enclosingLines, isForDevelopers } from '../context/enclosing';
import { isBrowserCode } from '../context/origin';
import { isExplanation, isSaidToBeLocal, isSaidToBeNone, isSetByInstallation } from '../context/remarks';
import { isDrawn } from './drawn';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Keys that sign, encrypt or sign in a program: nobody hands them to visitors. */
const ofPrograms =
  /(?:secret[_-]?key(?:[_-]?base)?|(?:jwt|session|cookie|signing|encrypt(?:ion)?|crypto|master|private|hmac|token)[_-]?(?:secret|key)|base64[_-]secret|secret[_-]?access[_-]?key|access[_-]?key[_-]?secret)(?:[_-]?(?:base|value|encoded))?$/i;

/** Keys of services elsewhere, and logins; in code they are those that the makers of a client hand to everybody. */
const ofServices =
  /(?:(?:app|client|shared|oauth|google|github|microsoft|facebook|twitter|webhook|auth|service|pwd)[_-]?(?:secret|key)|access[_-]?key|passw(?:or)?d|passphrase|api[_-]?key|apikey|token|credentials?|secret)(?:[_-]?(?:base|value|encoded))?$/i;

/** What every visitor or every copy of a program is sent, and what is made up for developers and tests. */
const isPublic =
  /public|hashed|publish|posthog|sentry|algolia|docsearch|segment|mixpanel|amplitude|logrocket|analytics|captcha|site[_-]?key|maps?(?:box)?[_-]?(?:api|key|token)|beacon|contract|csrf|xsrf|native_token|schema|(?:^|[_-])(?:test|tests|dev|demo|sample|dummy|fake|example|local|seed|default|placeholder|xor)(?:[_-]|$)/i;

/** Files of packages, of requests that are tried out, of developers' tools, and dumps of a schema. */
const besideSettings =
  /readme|(?:^|\/)(?:package|composer|tsconfig|angular|nx|project|\.yo-rc)\.json$|(?:^|\/)(?:Make|Just|Task|Rake|Vagrant|Docker)file|\.(?:http|rest|sql|graphql|proto|md|mdx|rst|adoc|csproj|resx|xlf|xliff|ftl|arb|strings|stor(?:y|ies)\.\w+)$|(?:^|\/)(?:\.cargo|\.devcontainer|\.vscode|\.github|\.gitlab|\.circleci|AppHost|extra|loadtests?|scripts?)\/|realm[\w.-]*\.json$|AppHost\.cs$/i;

/** What a server writes into pages is sent to everybody who looks at one. */
const isPage = (path: string): boolean =>
  /\.(?:html?|twig|erb|ejs|hbs|mustache|liquid|cshtml|jsp|ftlh?|haml|pug|blade\.php|phtml)$/i.test(path);

/** Programs that run at their users': what stands in them was handed out. */
const isClient = (file: SourceFile): boolean =>
  /^(?:kotlin|swift|dart)$/.test(file.language) ||
  /(?:^|\/)(?:android|ios|androidMain|iosMain)\//i.test(file.path) ||
  isBrowserCode(file);

/** The name that a value is given: what stands before the sign of the assignment. */
function nameBefore(file: SourceFile, start: number): string {
  const line = file.text.slice(Math.max(file.text.lastIndexOf('\n', start - 1) + 1, start - 200), start);
  return (
    /([A-Za-z0-9_.-]{1,80})["'\])]{0,3}(?:\s{0,2}:\s{0,2}[\w?<>[\]&' ]{1,40})?\s{0,8}(?::=|=>|=|:|,)\s{0,8}["'`]?$/.exec(
      line,
    )?.[1] ?? ''
  );
}

/**
 * True where a value that its name calls a secret is one as far as its place shows: drawn by chance, given to a name for
 * it, in the settings or the server's code of the product.
 */
export function isLikelySecret(file: SourceFile, span: Span): boolean {
  const value = file.text.slice(span.start, span.end);
  const name = nameBefore(file, span.start);
  const line = file.lineAt(span.start);
  if (!isDrawn(value) || isPublic.test(name) || besideSettings.test(file.path) || isPage(file.path)) return false;
  // Forty or sixty-four digits under the name of a password are its hash.
  if (/pass|pwd/i.test(name) && !/key/i.test(name) && /^[0-9a-f]{32,}$/i.test(value)) return false;
  const isCode = file.language !== 'other' && file.language !== 'shell';
  const last = name.split('.').at(-1) ?? name;
  const isNamed = ofPrograms.test(last) || (ofServices.test(last) && !isCode);
  if (!isNamed || (isCode && isClient(file))) return false;
  // What stands in when the environment names nothing is a value for trying out.
  if (isCode && /\bENV\b|getenv|environ|process\.env|\benv\(|get_env/i.test(file.lineText(line).slice(0, 400)))
    return false;
  if (isExplanation(file, span.start) || isForDevelopers(file, line) || isSaidToBeNone(file, line)) return false;
  if ((!isCode && isSaidToBeLocal(file)) || isSetByInstallation(file)) return false;
  return !enclosingLines(file, line).some((header) =>
    /\b(?:examples?|samples?|placeholder|mock|fixture)\b/i.test(header),
  );
}

import { mayHold } from '../../../../../base/wordFilter';
import type { SourceFile } from '../../../sourceFile';
import { isComment, type StoredSecret } from './storedPasswords';

/** Formats whose files hold settings and nothing else. */
const formats =
  /\.(?:json|xml|ini|conf|cfg|properties|toml|ya?ml|config)$|(?:^|\/)\.?[\w-]+$|(?:^|\/)[\w-]*config[\w-]*\.php$/i;

/** Where settings are examples, or name what the pipeline makes for itself. */
const elsewhere =
  /(?:^|[/._-])(?:tests?|spec|e2e|ci|dev|devel|development|local|localhost|examples?|samples?|templates?|dist|default|defaults|docker|compose|docker-compose|workflows|fixtures?|mocks?|schema|locales?|i18n|lang|translations?|messages|package|tsconfig|swagger|openapi|values|charts?|helm|k8s|kubernetes|vagrant|ansible|skaffold|mkdocs|renovate|devcontainer)(?:[/._-]|$)/i;

const passwordPattern =
  /(?:^|[\s"'<{,$_])(?<name>[\w.-]{0,40}?pass(?:w(?:or)?d|phrase)?)["']?(?:[ \t]{0,4}(?:[=:]|=>)[ \t]{0,4}|>)(?:"(?<double>[^"\n]{4,200})"|'(?<single>[^'\n]{4,200})'|(?<bare>[^\s"'<>{}()[\],;#]{4,200}))/gim;

const hostPattern =
  /(?:^|[\s"'<{,$_])[\w.-]{0,40}?(?:host(?:name)?|server|remote)["']?(?:[ \t]{0,4}(?:[=:]|=>)[ \t]{0,4}|>)["']?(?<host>[A-Za-z0-9.-]{4,200})/im;

const userPattern =
  /(?:^|[\s"'<{,$_])[\w.-]{0,40}?(?:user(?:_?name)?|login|nick)["']?(?:[ \t]{0,4}(?:[=:]|=>)[ \t]{0,4}|>)["']?(?<user>[\w.@-]{2,100})/im;

const stands =
  /^(?:\$|%|\{\{|<|#\{|@|env\(|process\.|os\.)|(?:example|sample|dummy|fake|placeholder|change[-_ ]?(?:me|it|this)|replace|your|insert|todo|xxxx|\*{3})|^dev[-_]|^(?:null|none|nil|true|false|yes|no|string|text|hidden|required|optional|passw(?:or)?d|passwd|pass|secret|test|admin|root|guest|postgres|mysql|rabbitmq|redis|user|12345\d*)$/i;

/** This many lines around a password its host and user stand in. */
const near = 8;

/** Nobody writes settings by hand in longer lines. */
const longLine = 2_000;

/**
 * A password beside the host and the user that it is for, in a file of settings: a login that works. A host of one word
 * is another container or this machine, except in settings of PHP, which often lie beside the database that they name.
 */
export function loginRecords(file: SourceFile): StoredSecret[] {
  const php = file.language === 'php';
  if ((file.language !== 'other' && !php) || !formats.test(file.path) || elsewhere.test(file.path)) return [];
  if (!mayHold(file.text, 'pass')) return [];
  return [...passwords(file)].flatMap(({ value, start, line }) => {
    // In code only a literal is a value: `'mail_password' => config('mail.password')` asks for one.
    if (php && !/['"]/.test(file.text[start - 1] ?? '')) return [];
    if (php && /^(?:config|env|get)/.test(value) && value.includes('(')) return [];
    if (stands.test(value) || isComment(file.text, start) || !isLogin(file, line, php, value)) return [];
    return [{ rule: 'stored-password', name: 'login in a settings file', start, end: start + value.length }];
  });
}

/** Looks at the lines that hold the word only: the pattern itself tries every position. */
function* passwords(file: SourceFile): Iterable<{ value: string; start: number; line: number }> {
  let seen = -1;
  for (const hit of file.text.matchAll(/pass/gi)) {
    if (hit.index < seen) continue;
    const line = file.lineAt(hit.index);
    const text = file.lineText(line);
    const offset = file.text.lastIndexOf('\n', hit.index - 1) + 1;
    seen = offset + text.length;
    if (text.length > longLine) continue;
    for (const match of text.matchAll(passwordPattern)) {
      const value = match.groups?.['double'] ?? match.groups?.['single'] ?? match.groups?.['bare'] ?? '';
      yield { value, start: offset + match.index + match[0].lastIndexOf(value), line };
    }
  }
}

/** The name of the user once more is a password for trying out. */
function isLogin(file: SourceFile, line: number, php: boolean, value: string): boolean {
  let [host, user] = [false, false];
  // `spring.datasource.password` has nothing to do with `spring.mail.host`.
  const [, owner = ''] = /^\s*((?:[\w-]+\.)+)[\w-]+\s*[=:]/.exec(file.lineText(line)) ?? [];
  for (let at = Math.max(1, line - near); at <= line + near; at++) {
    const text = file.lineText(at);
    if (text.length > longLine || !text.trimStart().startsWith(owner)) continue;
    const found = hostPattern.exec(text)?.groups?.['host'];
    host ||= found !== undefined && (php || isRemote(found));
    const named = userPattern.exec(text)?.groups?.['user'];
    if (named === value) return false;
    user ||= named !== undefined;
  }
  return host && user;
}

function isRemote(host: string): boolean {
  return (
    host.includes('.') &&
    !/^(?:127\.|0\.0\.0\.0|10\.|192\.168\.)|\.(?:local|internal|localhost|test|invalid|svc)$/.test(host)
  );
}

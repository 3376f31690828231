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
  /(?:^|[\s"'<{,$_])[\w.-]{0,40}?(?:host(?:name)?|server|remote)["']?(?:[ \t]{0,4}(?:[=:]|=>)[ \t]{0,4}|>)["']?(?<host>[A-Za-z0-9.-]{4,200})/gim;

const userPattern =
  /(?:^|[\s"'<{,$_])[\w.-]{0,40}?(?:user(?:_?name)?|login|nick)["']?(?:[ \t]{0,4}(?:[=:]|=>)[ \t]{0,4}|>)["']?[\w.@-]{2,100}/gim;

const stands =
  /^(?:\$|%|\{\{|<|#\{|@|env\(|process\.|os\.)|(?:example|sample|dummy|fake|placeholder|change[-_ ]?(?:me|it|this)|replace|your[-_ ]|insert|todo|xxxx|\*{3})|^(?:null|none|nil|true|false|yes|no|string|text|hidden|required|optional|passw(?:or)?d|passwd|pass|secret|test|admin|root|guest|postgres|mysql|rabbitmq|redis|user|12345\d*)$/i;

/** This many lines around a password its host and user stand in. */
const near = 8;

/**
 * A password beside the host and the user that it is for, in a file of settings: a login that works. A host of one word
 * is another container or this machine, except in settings of PHP, which often lie beside the database that they name.
 */
export function loginRecords(file: SourceFile): StoredSecret[] {
  const php = file.language === 'php';
  if ((file.language !== 'other' && !php) || !formats.test(file.path) || elsewhere.test(file.path)) return [];
  if (file.text.length > 200_000 || !/pass/i.test(file.text)) return [];
  const found = [...file.text.matchAll(passwordPattern)];
  if (found.length === 0) return [];
  const hosts = [...file.text.matchAll(hostPattern)].filter((match) => php || isRemote(match.groups?.['host'] ?? ''));
  const users = [...file.text.matchAll(userPattern)];
  const isNear = (others: readonly RegExpExecArray[], line: number): boolean =>
    others.some((other) => Math.abs(file.lineAt(other.index + 1) - line) <= near);
  return found.flatMap((match) => {
    const value = match.groups?.['double'] ?? match.groups?.['single'] ?? match.groups?.['bare'] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    const line = file.lineAt(start);
    if (stands.test(value) || isComment(file.text, start)) return [];
    if (!isNear(hosts, line) || !isNear(users, line)) return [];
    return [{ rule: 'stored-password', name: 'login in a settings file', start, end: start + value.length }];
  });
}

function isRemote(host: string): boolean {
  return (
    host.includes('.') &&
    !/^(?:127\.|0\.0\.0\.0|10\.|192\.168\.)|\.(?:local|internal|localhost|test|invalid|svc)$/.test(host)
  );
}

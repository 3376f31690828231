import { holdsAnyWord } from '../../../../../base/wordFilter';
import type { SourceFile } from '../../../sourceFile';
import { isComment, type StoredSecret } from './storedPasswords';

/** A call that signs in as somebody: an address and a literal password behind it. */
const loginCall =
  /(?:\.|->|\b)(?:login|log_in|signIn|sign_in|authenticate|connect)\(\s{0,8}['"][\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}['"]\s{0,4},\s{0,8}['"](?<secret>[^'"\n$<{]{6,100})['"]/g;

/** `host:port:database:user:password`, as libpq reads it; a database on this machine is a developer's. */
const pgpassLine =
  /^(?!localhost:|127\.0\.0\.1:)[^:#\s]{1,200}:(?:\d{1,5}|\*):[^:\n]{1,100}:[^:\n]{1,100}:(?<secret>[^\n]{1,200})$/gm;

/** `https://user:password@host`, whatever signs the password has. */
const gitLogin = /^https?:\/\/[^\s:/]{1,200}(?::|%3A)(?<secret>[^\s]{3,200})@[\w.-]{3,200}$/gm;

/** `user:password@tcp(host)/database`, as drivers of Go for MySQL read it; a database on this machine is a developer's. */
const mysqlAddress =
  /["`][\w.-]{1,40}:(?<secret>[^@:\s"`%${}<>]{4,80})@tcp\((?!localhost|127\.0\.0\.1|\[::1\]|:|0\.0\.0\.0)[\w.:-]{1,100}\)/g;

interface LoginPlace {
  readonly path: RegExp;
  readonly pattern: RegExp;
  readonly name: string;
  /** One of these is in every match. */
  readonly words: readonly string[];
}

const places: readonly LoginPlace[] = [
  {
    path: /\.(?:[cm]?[jt]sx?|py|php|rb|java|kt|cs|go)$/,
    pattern: loginCall,
    name: 'password in a login',
    words: ['login(', 'log_in(', 'signIn(', 'sign_in(', 'authenticate(', 'connect('],
  },
  { path: /\.go$/, pattern: mysqlAddress, name: 'MySQL password', words: ['@tcp('] },
  { path: /(?:^|\/)\.?pgpass(?:\.conf)?$/, pattern: pgpassLine, name: 'PostgreSQL password', words: [':'] },
  { path: /(?:^|\/)\.git-credentials$/, pattern: gitLogin, name: 'git login', words: ['://'] },
];

export function writtenLogins(file: SourceFile): StoredSecret[] {
  return places
    .filter(({ path, words }) => path.test(file.path) && holdsAnyWord(file.text, words))
    .flatMap(({ pattern, name }) =>
      [...file.text.matchAll(pattern)].flatMap((match) => {
        const secret = match.groups?.['secret'] ?? '';
        const start = match.index + match[0].lastIndexOf(secret);
        // Nobody has an account at `example.com`: it is the one that developers are given.
        return isComment(file.text, match.index) || /@example\.(?:com|org|net)['"]/.test(match[0])
          ? []
          : [{ rule: 'stored-password', name, start, end: start + secret.length }];
      }),
    );
}

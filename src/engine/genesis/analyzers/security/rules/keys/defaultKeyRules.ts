import type { FileDescription } from '../../../../extractor';
import { isForDevelopers } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { isOfClient } from '../access/clientSecrets';
import { keyClass } from './keyClass';
import { isNoKey } from './keyValues';

/** Scripts of a shell set values for a build or for one run; examples and guides show how a key is set. */
const code = (file: FileDescription): boolean =>
  file.language !== 'other' &&
  file.language !== 'shell' &&
  !/(?:^|[/._-])(?:guides?|tutorials?|templates?|tools?|scripts?|hack|bin|load-?tests?|captcha|recaptcha|oauth|stories|storybook)(?:[/._-]|$)/i.test(
    file.path,
  );
/** Keys that sign or encrypt, with a default for who sets none. */
export const defaultKeyRules: readonly LineRule[] = [
  {
    ...keyClass,
    id: 'known-default-key',
    title: 'A key that signs or encrypts has a known default',
    wants: code,
    words: ['SECRET', 'SIGNING', 'ENCRYPTION', 'CRYPTO'],
    pattern:
      /(?:process\.env(?:\.|\[\s*['"])\w{0,40}(?:SECRET|SIGNING|ENCRYPTION|CRYPTO)\w{0,20}['"\]]{0,2}\s{0,4}(?:\|\||\?\?)|(?:os\.environ\.get\(\s*['"]|os\.getenv\(\s*['"]|\benv\(\s*['"]|\bENV\.fetch\(\s*['"]|\bgetenv\(\s*['"]|\bconfig\(\s*['"])\w{0,40}(?:SECRET|SIGNING|ENCRYPTION|CRYPTO)\w{0,20}['"\])]{0,3}\s{0,4}(?:\|\||\?\?|\?:|,|or))\s{0,4}(?:default\s*=\s*)?['"`](?<value>[^'"`\n]{4,120})['"`]/g,
    // The secret of an account elsewhere opens nothing where it is made up.
    accept: (match, file) =>
      !isNoKey(match.groups?.['value'] ?? '') &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)) &&
      !isOfClient(match[0], file, file.lineAt(match.index ?? 0)) &&
      !/must be|is (?:not set|required|missing)|_(?:ALGORITHM|IV|TYPE|HEADER|ISSUER|EXPIR\w*|TTL|LENGTH|ENABLED)\b|['"`](?:aes|des|HS|RS|sha)-?\d/i.test(
        match[0],
      ) &&
      !/S3|AWS|SQS|STORAGE|CLIENT|OAUTH|STRIPE|MAIL|CAPTCHA|TURNSTILE|WEBHOOK|PUSHER|GITHUB|GOOGLE|TWITTER|FACEBOOK|TUMBLR|SLACK|DISCORD|SPOTIFY|APPLE|TWITCH|LINKEDIN/i.test(
        match[0],
      ),
    examples: [
      {
        path: 'a.js',
        text: "jwt.sign(user, process.env.JWT_SECRET || 'superSecret');\njwt.sign(user, process.env.JWT_SECRET);\n",
        lines: [1],
      },
      {
        path: 'b.ts',
        text: "invariant(process.env.SESSION_SECRET, 'SESSION_SECRET must be set');\nconst o = new OAuth(process.env.TUMBLR_KEY, process.env.TUMBLR_SECRET, '1.0A');\nconst c = process.env.TOKEN_ENCRYPTION_ALGORITHM ?? 'aes-128-cbc';\n",
        lines: [],
      },
      { path: 'b.js', text: "const k = process.env.CONSUMER_SECRET || 'superSecret';\n", lines: [] },
      {
        path: 'a.py',
        text: "SECRET_KEY = os.environ.get('APP_SECRET', 'secret-key')\nA = os.environ.get('NAME', 'x-y-z')\n",
        lines: [1],
      },
    ],
  },
];

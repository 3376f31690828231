import { isForDevelopers } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import { keyClass } from './keyClass';
import { isNoKey } from './keyValues';
import { isSettingsModule } from './settingsKeyRules';

/** Keys that sign or encrypt, with a default for who sets none. What calls are given is found by `writtenKeys`. */
export const defaultKeyRules: readonly LineRule[] = [
  {
    ...keyClass,
    id: 'known-default-key-of-spring',
    told: 'known-default-key',
    title: 'A key that signs or encrypts has a known default',
    wants: (file) => /^(?:java|kotlin)$/.test(file.language),
    words: ['@Value('],
    pattern:
      /@Value\(\s{0,3}"\\?\$\{(?:[\w.-]{0,60}[.-])?(?:jwt|token|sign\w{0,5}|encrypt\w{0,5})[\w.-]{0,40}(?:secret|key)[\w-]{0,10}:(?<value>[^}"\n]{6,120})\}"/g,
    accept: (match, file) =>
      !isNoKey(match.groups?.['value'] ?? '', false) &&
      !isForDevelopers(file, file.lineAt((match.index ?? 0) + match[0].length)),
    examples: [
      {
        path: 'A.java',
        text: `class A {
  @Value("\${security.jwt.token.secret-key:not-so-secret-at-all}")
  String key;
  @Value("\${security.jwt.secret}")
  String other;
}
`,
        lines: [2],
      },
    ],
  },
  {
    ...keyClass,
    id: 'known-default-key',
    title: 'A key that signs or encrypts has a known default',
    wants: (file) => file.language === 'python',
    words: ['SECRET_KEY'],
    pattern:
      /(?:^[ \t]{0,4}|config\[\s{0,2}['"])(?:JWT_)?SECRET_KEY(?:['"]\s{0,2}\])?\s{0,3}=\s{0,3}(?:os\.environ\.get|os\.getenv|env(?:\.str)?|config)\(\s{0,3}['"]\w{1,60}['"]\s{0,3},\s{0,3}(?:default\s{0,2}=\s{0,2})?['"](?<value>[^'"\n]{4,120})['"]/gm,
    // Django and Flask sign with it; whoever sets nothing has the key of this file.
    accept: (match, file) =>
      isSettingsModule(file) &&
      !isNoKey(match.groups?.['value'] ?? '') &&
      !isForDevelopers(file, file.lineAt((match.index ?? 0) + match[0].length)),
    examples: [
      {
        path: 'shop/settings.py',
        text: "SECRET_KEY = os.environ.get('APP_SECRET', 'secret-key')\nA = os.environ.get('NAME', 'x-y-z')\n",
        lines: [1],
      },
      { path: 'shop/settings.py', text: "SECRET_KEY = os.environ['APP_SECRET']\n", lines: [] },
      { path: 'tools/a.py', text: "SECRET_KEY = os.environ.get('APP_SECRET', 'secret-key')\n", lines: [] },
    ],
  },
];

import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines, isForDevelopers } from '../../context/enclosing';
import { isExplanation, isSaidToBeNone, isSetByInstallation } from '../../context/remarks';
import type { LineRule } from '../../weakness';
import { keyClass } from './keyClass';
import { isNoKey } from './keyValues';

const settings = (file: FileDescription): boolean =>
  /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:ya?ml|properties)$|(?:^|\/)(?:config|conf|settings)\/[^/]+\.(?:ya?ml|json|toml|ini|properties)$/.test(
    file.path,
  ) && !/(?:test|locale|i18n|lang)/i.test(file.path);
/** The code itself says that the value is none: in its name, in what it is a part of, or in a remark. */
function isExplained(file: SourceFile, line: number): boolean {
  const around = enclosingLines(file, line).join('\n');
  return (
    /placeholder|example|fallback|insecure|\bknown|\bweak|forbidden|blocked|default_?options/i.test(around) ||
    /\b(?:DEFAULT|PLACEHOLDER|EXAMPLE|DUMMY|FAKE|TEST|DEV|DEMO|SAMPLE|INSECURE|LEAKED|COMPROMISED|KNOWN|BANNED|FORBIDDEN|OLD|LEGACY)_|_(?:HANDLER|GETTER|FUNCTION|CLASS)\b|_GET_/.test(
      file.lineText(line),
    ) ||
    isSaidToBeNone(file, line)
  );
}

/** What signs or encrypts here; the secret of a client is what it has at a service elsewhere. */
function isOwnKey(match: RegExpMatchArray, file: SourceFile): boolean {
  const value = match.groups?.['value'] ?? '';
  if (isNoKey(value, false) || /^(?:false|true)$|overrid|env/i.test(value)) return false;
  const line = file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);
  const around = [match[0], ...enclosingLines(file, line)].join('\n');
  if (
    /client|oauth|oidc|registration|provider|keycloak|credentials|s3|aws|minio|captcha|webhook|stripe|example/i.test(
      around,
    )
  )
    return false;
  return !isForDevelopers(file, line) && !isExplained(file, line) && !/realm/i.test(file.path);
}

/** The program asks for the same text and does something else then: mostly it refuses to start. */
const isRefused = (value: string, text: string): boolean =>
  ['"', "'"].some((sign) => text.includes(`== ${sign}${value}${sign}`) || text.includes(`=== ${sign}${value}${sign}`));

/** A module that Django or Flask takes its settings from. */
export const isSettingsModule = (file: SourceFile): boolean =>
  /(?:^|[/_.-])(?:settings?|configs?|conf)(?:[/_.-]|$)/i.test(file.path) ||
  /\bFlask\(|\bINSTALLED_APPS\b/.test(file.text);

/** Settings that a framework signs or encrypts with, in the place where it reads them. */
export const settingsKeyRules: readonly LineRule[] = [
  {
    ...keyClass,
    id: 'literal-key',
    possible: true,
    title: 'A key that signs or encrypts is written in the code',
    wants: (file) => file.language === 'python',
    words: ['SECRET_KEY'],
    pattern:
      /(?:config\[\s{0,2}['"](?:JWT_)?SECRET_KEY['"]\s{0,2}\]|^[ \t]{0,4}(?:JWT_)?SECRET_KEY)\s{0,3}=\s{0,3}['"](?<value>[^'"\n]{1,120})['"]/gm,
    accept: (match, file) =>
      !/(?:^|[/._-])(?:tests?|dev|local|ci|rtd|docs?)(?:[/._-]|$)/i.test(file.path) &&
      // Django and Flask read it from a module of settings; elsewhere the calls that take it tell.
      (match[0].startsWith('config') || isSettingsModule(file)) &&
      !isSetByInstallation(file) &&
      !isForDevelopers(file, file.lineAt((match.index ?? 0) + match[0].length)) &&
      !isExplained(file, file.lineAt((match.index ?? 0) + match[0].length)) &&
      !isExplanation(file, match.index ?? 0) &&
      !isRefused(match.groups?.['value'] ?? '', file.text) &&
      !/^\{|^[a-z_]\w*(?:\.\w+)+$|^$/.test(match.groups?.['value'] ?? ''),
    examples: [
      {
        path: 'app.py',
        text: "app.config['SECRET_KEY'] = 'dev'\napp.config['SECRET_KEY'] = os.environ['SECRET_KEY']\n",
        lines: [1],
      },
      {
        path: 'shop/settings.py',
        text: 'SECRET_KEY = "not-so-secret-at-all"\nSECRET_FILE = "/run/secret"\n',
        lines: [1],
      },
      {
        path: 'shop/settings.py',
        text: 'SECRET_KEY = os.getenv("SECRET_KEY", "")\nif "pytest" in sys.argv[0]:\n    SECRET_KEY = "testing-only-key"\n',
        lines: [],
      },
      { path: 'shop/settings.py', text: 'SECRET_KEY = "not-so-secret"\nfrom .local_settings import *\n', lines: [] },
      { path: 'tools/a.py', text: 'SECRET_KEY = "not-so-secret-at-all"\n', lines: [] },
      {
        path: 'shop/settings.py',
        text: 'class Development(Config):\n    SECRET_KEY = "dev-shop-secret-key"\nSECRET_KEY = "shop.auth.get_key"\n',
        lines: [],
      },
    ],
  },
  {
    ...keyClass,
    id: 'key-in-settings',
    possible: true,
    title: 'A key that signs or encrypts is written in a settings file',
    wants: settings,
    words: ['secret', 'Secret', 'SECRET'],
    pattern:
      /^[ \t]{0,40}["']?(?:[\w.-]{0,40}[._-])?(?:secret|secret[_-]?key|secretKey)["']?\s{0,3}[:=][ \t]{0,3}["']?(?<value>[^\s"'#,;{}$<%]{4,120})["']?,?[ \t]*$/gm,
    accept: isOwnKey,
    examples: [
      {
        path: 'src/main/resources/application.properties',
        text: 'datastore.secretKey=\ndatastore.bucketPrefix=prj-\n',
        lines: [],
      },
      {
        path: 'config/default.yml',
        text: 'server:\n  port: 80\nsecret: secret\nother_secret: $' + '{SECRET}\n',
        lines: [3],
      },
      {
        path: 'src/main/resources/application.properties',
        text: 'jwt.secret=abcdefgh\njwt.secret.path=/run/x\nquarkus.oidc.credentials.secret=secret\ntoken.secret=overridden-elsewhere\n',
        lines: [1],
      },
    ],
  },
];

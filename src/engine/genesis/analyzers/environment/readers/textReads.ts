import type { SourceFile } from '../../../sourceFile';
import type { Need, ReadList } from '../environmentFacts';

/** Languages without a grammar here, and settings files that refer to variables. */
export interface TextReader {
  /** On the path. */
  readonly files: RegExp;
  /**
   * With the groups `name` and, where the form allows one, `fallback` behind it, `guard` before it, or `demand` where the
   * program stops without a value.
   */
  readonly pattern: RegExp;
  readonly example: string;
}

export const textReaders: readonly TextReader[] = [
  {
    files: /\.exs?$/,
    pattern:
      /(?<guard>\b(?:if|unless|case)\s{1,4}(?:!|not\s{1,4})?)?System\.(?:get_env|fetch_env(?<demand>!)?)\(\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"(?<fallback>\s{0,9},|\s{0,9}\)\s{0,9}\|\|)?/,
    example: 'secret = System.fetch_env!("SECRET_KEY_BASE")',
  },
  {
    files: /\.kts?$/,
    pattern:
      /System\.getenv\(\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\s{0,9}\)(?:(?<demand>!!)|(?<fallback>\s{0,9}(?:\?[:.]|[!=]=)))?/,
    example: 'val key = System.getenv("API_KEY")',
  },
  {
    files: /\.kts?$/,
    pattern:
      /System\.getenv\(\)?\[\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\](?:(?<demand>!!)|(?<fallback>\s{0,9}(?:\?[:.]|[!=]=)))?/,
    example: 'val key = System.getenv()["API_KEY"]',
  },
  {
    files: /\.swift$/,
    pattern:
      /(?<guard>\b(?:if|guard|while)\b[^\n]{0,200})?Environment\.get\(\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\s{0,9}\)(?:(?<demand>!)(?!=)|(?<fallback>\s{0,9}(?:\?\?|[!=]=)))?/,
    example: 'hostname: Environment.get("DATABASE_HOST") ?? "localhost",',
  },
  {
    files: /\.swift$/,
    pattern:
      /(?<guard>\b(?:if|guard|while)\b[^\n]{0,200})?\.environment\[\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\s{0,9}\](?:(?<demand>!)(?!=)|(?<fallback>\s{0,9}(?:\?\?|[!=]=)))?/,
    example: 'ProcessInfo.processInfo.environment["HOME_URL"]',
  },
  {
    files: /\.dart$/,
    // Without a default of its own it gives an empty one.
    pattern: /fromEnvironment(?<fallback>\()\s{0,9}['"](?<name>[A-Z][A-Z0-9_]{1,79})['"]/,
    example: "const key = String.fromEnvironment('API_KEY');",
  },
  {
    files: /\.dart$/,
    pattern:
      /Platform\.environment\[\s{0,9}['"](?<name>[A-Z][A-Z0-9_]{1,79})['"]\](?:(?<demand>!)(?!=)|(?<fallback>\s{0,9}(?:\?|[!=]=)))?/,
    example: "final key = Platform.environment['API_KEY'];",
  },
  {
    files: /\.go$/,
    pattern:
      /`[^`\n]{0,200}\b(?:env|envconfig):"(?<name>[A-Z][A-Z0-9_]{1,79})[",](?<fallback>[^`\n]{0,200}(?:envDefault|default):)?/,
    example: 'Port int `env:"PORT_NUMBER" envDefault:"3000"`',
  },
  {
    files: /\.rs$/,
    // Whether an argument must be given is said by its type, which stands further down.
    pattern: /\benv(?<fallback>\s{0,3}=)\s{0,3}"(?<name>[A-Z][A-Z0-9_]{1,79})"/,
    example: '#[arg(long, env = "DATABASE_URL")]',
  },
  {
    files: /\.java$|\.kt$/,
    pattern: /@Value\("\$\{(?<name>[A-Z][A-Z0-9_]{1,79})(?<fallback>:)?/,
    example: `@Value("\${JWT_SECRET}")`,
  },
  {
    files: /\.java$|\.kt$/,
    pattern:
      /\b(?:env|environment)\.get(?<demand>Required)?Property\(\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"(?<fallback>\s{0,9},)?/,
    example: 'client.secret(env.getProperty("CLIENT_SECRET"))',
  },
  {
    files: /\.(vue|svelte|astro)$/,
    pattern:
      /(?:process\.env|import\.meta\.env)\.(?<name>[A-Z][A-Z0-9_]{1,79})(?<fallback>\s{0,9}(?:\|\||\?\?|===|!==|&&|\?))?/,
    example: 'const url = import.meta.env.VITE_API_URL',
  },
  {
    files: /\.(ya?ml|erb)$/,
    pattern:
      /<%=?[^%\n]{0,200}ENV(?:\[|\.fetch\(?\s{0,3})["'](?<name>[A-Z][A-Z0-9_]{1,79})["'](?<fallback>\s{0,9}(?:,|\]\s{0,9}(?:\|\||\.|[!=]=)|\)\s{0,9}\{))?/,
    example: '  password: <%= ENV["DATABASE_PASSWORD"] %>',
  },
  {
    files: /\.(ya?ml|php)$/,
    pattern: /%env\((?:[a-z_]{1,30}:){0,4}(?<name>[A-Z][A-Z0-9_]{1,79})\)%/,
    example: "    url: '%env(resolve:DATABASE_URL)%'",
  },
  {
    files:
      /(^|\/)(application|bootstrap)[\w-]{0,40}\.(ya?ml|properties)$|(^|\/)src\/main\/resources\/(?:[\w.-]{1,80}\/){0,6}[\w.-]{1,80}\.(ya?ml|properties)$|(^|\/)(docker-)?compose[\w.-]{0,60}\.ya?ml$/,
    pattern: /(?<!\$)\$\{(?<name>[A-Z][A-Z0-9_]{1,79})(?<fallback>:?[-:][^}\n]{0,200})?/,
    example: `spring.datasource.url=\${DATABASE_URL:jdbc:h2:mem:app}`,
  },
];

export function textReads(file: SourceFile, reads: ReadList): void {
  const readers = textReaders.filter((reader) => reader.files.test(file.path) && reader.pattern.test(file.text));
  if (readers.length === 0) return;
  const patterns = readers.map((reader) => new RegExp(reader.pattern.source, 'g'));
  for (const [index, line] of file.text.split('\n').entries()) {
    if (line.length > 2_000 || /^\s*(#(?!\[)|\/\/|\*|<!--|;)/.test(line)) continue;
    for (const pattern of patterns) {
      for (const match of line.matchAll(pattern)) {
        const { name } = match.groups ?? {};
        if (name !== undefined) reads.add(name, index + 1, needOf(match.groups ?? {}, file.path));
      }
    }
  }
}

const composeFile = /(^|\/)(docker-)?compose[\w.-]{0,60}\.ya?ml$/;

/** `${X:?message}` asks for the value; every other continuation gives one. Compose itself puts nothing for what is not set. */
function needOf({ fallback, guard, demand }: Readonly<Record<string, string | undefined>>, path: string): Need {
  if (demand !== undefined || fallback?.startsWith(':?') === true) return 'demanded';
  return guard !== undefined || fallback !== undefined || composeFile.test(path) ? 'optional' : 'plain';
}

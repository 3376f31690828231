import type { SourceFile } from '../../../sourceFile';
import type { ReadList } from '../environmentFacts';

/** Languages without a grammar here, and settings files that refer to variables. */
export interface TextReader {
  /** On the path. */
  readonly files: RegExp;
  /** With the groups `name` and, where the form allows one, `fallback` behind it or `guard` before it. */
  readonly pattern: RegExp;
  readonly example: string;
}

export const textReaders: readonly TextReader[] = [
  {
    files: /\.exs?$/,
    pattern:
      /(?<guard>\b(?:if|unless|case)\s{1,4}(?:!|not\s{1,4})?)?System\.(?:get_env|fetch_env!?)\(\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"(?<fallback>\s{0,9},|\s{0,9}\)\s{0,9}\|\|)?/,
    example: 'secret = System.fetch_env!("SECRET_KEY_BASE")',
  },
  {
    files: /\.kts?$/,
    pattern: /System\.getenv\(\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\s{0,9}\)(?<fallback>\s{0,9}\?:)?/,
    example: 'val key = System.getenv("API_KEY")',
  },
  {
    files: /\.kts?$/,
    pattern: /System\.getenv\(\)?\[\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\]/,
    example: 'val key = System.getenv()["API_KEY"]',
  },
  {
    files: /\.swift$/,
    pattern: /Environment\.get\(\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\s{0,9}\)(?<fallback>\s{0,9}\?\?)?/,
    example: 'hostname: Environment.get("DATABASE_HOST") ?? "localhost",',
  },
  {
    files: /\.swift$/,
    pattern: /\.environment\[\s{0,9}"(?<name>[A-Z][A-Z0-9_]{1,79})"\s{0,9}\](?<fallback>\s{0,9}\?\?)?/,
    example: 'ProcessInfo.processInfo.environment["HOME_URL"]',
  },
  {
    files: /\.dart$/,
    pattern: /fromEnvironment\(\s{0,9}['"](?<name>[A-Z][A-Z0-9_]{1,79})['"](?<fallback>\s{0,9},)?/,
    example: "const key = String.fromEnvironment('API_KEY');",
  },
  {
    files: /\.dart$/,
    pattern: /Platform\.environment\[\s{0,9}['"](?<name>[A-Z][A-Z0-9_]{1,79})['"]/,
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
    pattern: /\benv\s{0,3}=\s{0,3}"(?<name>[A-Z][A-Z0-9_]{1,79})"(?<fallback>[^\n]{0,200}default_value)?/,
    example: '#[arg(long, env = "DATABASE_URL")]',
  },
  {
    files: /\.java$|\.kt$/,
    pattern: /@Value\("\$\{(?<name>[A-Z][A-Z0-9_]{1,79})(?<fallback>:)?/,
    example: `@Value("\${JWT_SECRET}")`,
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
      /<%=?[^%\n]{0,200}ENV(?:\[|\.fetch\(?\s{0,3})["'](?<name>[A-Z][A-Z0-9_]{1,79})["'](?<fallback>\s{0,9}(?:,|\]\s{0,9}\|\||\)\s{0,9}\{))?/,
    example: '  password: <%= ENV["DATABASE_PASSWORD"] %>',
  },
  {
    files: /\.(ya?ml|php)$/,
    pattern: /%env\((?:[a-z_]{1,30}:){0,4}(?<name>[A-Z][A-Z0-9_]{1,79})\)%/,
    example: "    url: '%env(resolve:DATABASE_URL)%'",
  },
  {
    files: /(^|\/)(application|bootstrap)[\w-]{0,40}\.(ya?ml|properties)$|(^|\/)(docker-)?compose[\w.-]{0,60}\.ya?ml$/,
    pattern: /\$\{(?<name>[A-Z][A-Z0-9_]{1,79})(?<fallback>:?[-:][^}\n]{0,200})?/,
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
        const { name, fallback, guard } = match.groups ?? {};
        // `${X:?message}` asks for the value; every other continuation gives one.
        if (name !== undefined)
          reads.add(name, index + 1, guard === undefined && (fallback === undefined || fallback.startsWith(':?')));
      }
    }
  }
}

import type { Extractor } from '../../extractor';
import type { LanguageId } from '../../sourceFile';

/**
 * Reads whose name stands elsewhere: handed to a function of the project, made of parts, or kept in a constant; and
 * libraries that read every setting from a variable as well. What is found by name is then the lesser part.
 */
export const hiddenReads: readonly {
  readonly languages: readonly LanguageId[];
  readonly needs: string;
  readonly pattern: RegExp;
  readonly example: string;
}[] = [
  {
    languages: ['go'],
    needs: 'env',
    pattern: /\bos\.(?:Getenv|LookupEnv)\(\s{0,10}(?:[A-Za-z_]|"[^"\n]{0,80}"\s{0,5}\+)|\bsyscall\.Getenv\(/,
    example: 'return os.Getenv("APP_" + key)',
  },
  {
    languages: ['go'],
    needs: 'Env',
    pattern: /\.AutomaticEnv\(|\.SetEnvPrefix\(|\bBindEnv\(|\benvconfig\.Process\(|\benv\.Provider\(|\bEnvVars?:/,
    example: 'viper.AutomaticEnv()',
  },
  {
    languages: ['javascript', 'typescript', 'tsx'],
    needs: 'env',
    pattern: /\b(?:process|import\.meta|Bun)\.env\[\s{0,10}(?!['"`\s])|\bDeno\.env\.get\(\s{0,10}(?!['"`\s])/,
    example: 'const value = process.env[name];',
  },
  {
    languages: ['python'],
    needs: 'env',
    pattern:
      /\bos\.(?:getenv\(|environ(?:\.get\(|\[))\s{0,20}(?:[A-Za-z_]\w{0,60}\s{0,5}[,)\]+]|f['"])|\benv_prefix\b|\benvvar_prefix\b|\bDynaconf\(/,
    example: 'return os.environ.get(name, default)',
  },
  {
    languages: ['ruby'],
    needs: 'ENV',
    pattern: /\bENV(?:\[|\.fetch\(?\s{0,3})\s{0,5}(?:[a-z_]\w{0,60}\s{0,5}[,)\]]|"[^"\n]{0,60}#\{)/,
    example: 'ENV["APP_#{key}"]',
  },
  {
    languages: ['java', 'kotlin'],
    needs: 'getenv',
    pattern: /\bSystem\.getenv\(\s{0,10}[A-Za-z_]/,
    example: 'return System.getenv(name);',
  },
  {
    languages: ['csharp'],
    needs: 'GetEnvironmentVariable',
    pattern: /\bGetEnvironmentVariable\(\s{0,10}(?:[A-Za-z_]|\$")/,
    example: 'return Environment.GetEnvironmentVariable(name);',
  },
  {
    languages: ['rust'],
    needs: 'env',
    pattern:
      /\benv::var(?:_os)?\(\s{0,10}(?:&|format!|[a-z_A-Z])|\bEnvironment::with_prefix\(|\bEnv::(?:prefixed|raw)\(|\benvy::/,
    example: 'std::env::var(name)',
  },
  {
    languages: ['php'],
    needs: 'env',
    pattern: /\b(?:getenv|env)\(\s{0,10}(?:\$|self::|static::)|\$_(?:ENV|SERVER)\[\s{0,5}\$/,
    example: 'return getenv($name);',
  },
  {
    languages: ['elixir'],
    needs: 'System.',
    pattern: /\bSystem\.(?:get_env|fetch_env!?)\(\s{0,5}(?:[a-z_]\w{0,60}\b|"[^"\n]{0,60}#\{)/,
    example: 'System.get_env("APP_#{key}")',
  },
];

/** Whether a file of the product reads variables whose names one can't see there. */
export const hiddenReadExtractor: Extractor<true> = {
  id: 'environment/hidden',
  version: 1,
  wants: (file) => file.role === 'source' && hiddenReads.some(({ languages }) => languages.includes(file.language)),
  extract(file) {
    if (file.text.length > 500_000) return undefined;
    const isHidden = hiddenReads.some(
      ({ languages, needs, pattern }) =>
        languages.includes(file.language) && file.text.includes(needs) && pattern.test(file.text),
    );
    return isHidden ? true : undefined;
  },
};

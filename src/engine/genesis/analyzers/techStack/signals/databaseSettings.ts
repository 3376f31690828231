import { holdsWord } from '../../../../../base/wordFilter';
import type { Extractor } from '../../../extractor';
import { databaseSettings } from '../data/databaseSettings';

/** A place where settings or code name a database engine. The text itself is not kept: it may hold a password. */
export interface DatabaseSetting {
  /** As the rules' `db:` names call it. */
  readonly engine: string;
  readonly line: number;
  /** A setting, or a call of a driver; a mere address in code proves less. */
  readonly certain: boolean;
}

const settingsFile =
  /(^|\/)(\.env[\w.-]{0,40}|env\.example|[\w.-]{0,60}(settings|config|configuration|database|knexfile|datasource|data-source|ormconfig|application|appsettings)[\w.-]{0,60}\.(py|js|cjs|mjs|ts|json|ya?ml|toml|ini|properties|php|exs?|rb|cfg|conf)|schema\.prisma|[\w.-]{1,60}\.prisma|drizzle\.config\.ts|alembic\.ini|config\/[\w./-]{1,80}|settings\/[\w./-]{1,80})$|(^|\/)(docker-)?compose[\w.-]{0,60}\.ya?ml$|(^|\/)(config|settings)\/(?![^\n]*\.(?:go|rs|java|kt|cs|tsx)$)/i;

/** Formats that hold settings and no code. */
const settingsFormat = /\.(ya?ml|toml|ini|properties|conf|cfg|env)$/;

const readable =
  /\.(py|js|cjs|mjs|ts|tsx|json|ya?ml|toml|ini|properties|php|exs?|rb|cfg|conf|go|rs|java|kt|cs|prisma|env|xml)$|(^|\/)\.env|env\.example$/i;

const comment = /^\s*(#|\/\/|\*|--|;|<!--|%)/;

export const databaseSettingExtractor: Extractor<readonly DatabaseSetting[]> = {
  id: 'techStack/databaseSettings',
  version: 3,
  wants: (file) =>
    (file.role === 'source' || file.role === 'config' || file.role === 'migration') && readable.test(file.path),
  extract(file) {
    if (file.text.length > 300_000) return undefined;
    // A new Rails project names Redis there whether it uses it or not.
    const isSkeleton = /config\/cable\.yml$/.test(file.path);
    const isPipeline = isSkeleton || file.path.startsWith('.github/') || /ci\.ya?ml$/.test(file.path);
    const inSettings = !isPipeline && (settingsFile.test(file.path) || settingsFormat.test(file.path));
    const rules = databaseSettings.filter(
      (rule) => (inSettings || rule.kind !== 'setting') && holdsWord(file.text, rule.needs),
    );
    if (rules.length === 0) return undefined;
    const found = new Map<string, DatabaseSetting>();
    for (const [index, line] of file.text.split('\n').entries()) {
      if (line.length > 1_000) continue;
      for (const { pattern, engine, kind, needs } of rules) {
        const match = line.includes(needs) && !comment.test(line) ? pattern.exec(line) : null;
        const name = (engine ?? match?.groups?.['engine'] ?? '').toLowerCase();
        if (match === null || name === '') continue;
        const certain = kind !== 'address' || inSettings;
        if (found.get(name)?.certain !== true && (certain || !found.has(name)))
          found.set(name, { engine: name, line: index + 1, certain });
      }
    }
    return found.size === 0 ? undefined : [...found.values()];
  },
};

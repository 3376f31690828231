import { holdsWord } from '../../../../../base/wordFilter';
import type { Extractor } from '../../../extractor';
import { type DatabaseSettingRule, databaseSettings } from '../data/databaseSettings';

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

/** Files of code, in which a text may speak of anything: a sample, a message, a pattern. */
const code = /\.(?:py|[cm]?js|tsx?|php|exs?|rb|go|rs|java|kt|cs)$/i;

/** The offset behind the mark that opens the text in which a place of a line stands; nothing where it stands in none. */
function openText(line: string, place: number): number | undefined {
  let mark = '';
  let start = 0;
  for (let at = 0; at < place; at++) {
    const sign = line[at] ?? '';
    if (mark !== '' && sign === '\\') at++;
    else if (sign === mark) mark = '';
    else if (mark === '' && /["'`]/.test(sign)) {
      mark = sign;
      start = at + 1;
    }
  }
  return mark === '' ? undefined : start;
}

/** In code an address is a text from its beginning on, and a setting or a call is none: at most its key is one. */
function isOnlySpokenOf(line: string, match: RegExpExecArray, kind: DatabaseSettingRule['kind']): boolean {
  const start = openText(line, match.index);
  if (start === undefined) return kind === 'address';
  return start !== match.index || (kind !== 'address' && !match[0].includes(line[start - 1] ?? ''));
}

const comment = /^\s*(#|\/\/|\*|--|;|<!--|%)/;

/** Start and end of the lines in which one of the words stands, in their order: few of a long file, so that the others are left alone. */
function linesWith(text: string, words: readonly string[]): (readonly [start: number, end: number])[] {
  const lines = new Map<number, number>();
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; ) {
      const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
      const lineBreak = text.indexOf('\n', at);
      const end = lineBreak === -1 ? text.length : lineBreak;
      lines.set(start, end);
      at = text.indexOf(word, end);
    }
  }
  return [...lines].sort(([a], [b]) => a - b);
}

export const databaseSettingExtractor: Extractor<readonly DatabaseSetting[]> = {
  id: 'techStack/databaseSettings',
  version: 6,
  wants: (file) =>
    (file.role === 'source' || file.role === 'config' || file.role === 'migration') && readable.test(file.path),
  extract(file) {
    if (file.text.length > 300_000) return undefined;
    // A new Rails project names Redis there whether it uses it or not.
    const isSkeleton = /config\/cable\.yml$/.test(file.path);
    const isPipeline = isSkeleton || file.path.startsWith('.github/') || /ci\.ya?ml$/.test(file.path);
    const inSettings = !isPipeline && (settingsFile.test(file.path) || settingsFormat.test(file.path));
    const rules = databaseSettings.filter(
      ({ kind, needs, files }) =>
        (inSettings || kind !== 'setting') && files?.test(file.path) !== false && holdsWord(file.text, needs),
    );
    if (rules.length === 0) return undefined;
    const isCode = code.test(file.path);
    const found = new Map<string, DatabaseSetting>();
    const words = [...new Set(rules.map((rule) => rule.needs))];
    for (const [start, end] of linesWith(file.text, words)) {
      if (end - start > 1_000) continue;
      const line = file.text.slice(start, end);
      for (const { pattern, engine, kind, needs } of rules) {
        const match = line.includes(needs) && !comment.test(line) ? pattern.exec(line) : null;
        const name = (engine ?? match?.groups?.['engine'] ?? '').toLowerCase();
        if (match === null || name === '' || (isCode && isOnlySpokenOf(line, match, kind))) continue;
        const certain = kind !== 'address' || inSettings;
        if (found.get(name)?.certain !== true && (certain || !found.has(name)))
          found.set(name, { engine: name, line: file.lineAt(start), certain });
      }
    }
    return found.size === 0 ? undefined : [...found.values()];
  },
};

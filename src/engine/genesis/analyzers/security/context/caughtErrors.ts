import type { SourceFile } from '../../../sourceFile';

/** What any line may raise, or a library beneath; an error of one's own has a text that is meant for who asks. */
const ofAnything =
  /^(?:Exception|BaseException|RuntimeError|OSError|IOError|(?:sqlite3|psycopg2?|pymysql|MySQLdb|mysql\.connector|sqlalchemy|requests|aiohttp|redis|pymongo)\.[\w.]{1,60}|\w{0,30}(?:SQLAlchemy|Database|Operational|Integrity|Programming|Connection|Request)Error|\w{0,20}RequestException)$/;

/** `except (A, B) as e:`, `except:`, the header of a function. */
const headers =
  /^(?<indent>[ \t]*)(?:except(?<types>[^\n:]{0,200}):|(?:async\s+)?def\s+\w+\((?<given>[^\n]{0,300})|(?<mark>@[^\n]{0,200}))/gm;

/** Python: an error that anything may have raised, by the `except` around it, or by what a handler of errors is for. */
export function isOfAnyError(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = match.index ?? 0;
  const line = file.lineText(file.lineAt(at));
  const depth = line.length - line.trimStart().length;
  const before = file.text.slice(Math.max(0, at - 3_000), at);
  const around = [...before.matchAll(headers)].reverse();
  const own = around.find(({ groups }) => groups?.['mark'] === undefined && (groups?.['indent'] ?? '').length < depth);
  if (own === undefined) return true;
  const { types, given = '' } = own.groups ?? {};
  if (types !== undefined)
    return types
      .replace(/\s+as\s+\w+\s*$/, '')
      .split(/[(),\s]+/)
      .filter((type) => type !== '')
      .every((type, _index, all) => ofAnything.test(type) || all.some((one) => /^(?:Base)?Exception$/.test(one)));
  const mark = around[around.indexOf(own) + 1]?.groups?.['mark'] ?? '';
  return (
    /errorhandler\(\s?(?:(?:Base)?Exception|500|InternalServerError)\b|exception_handler\(\s?Exception\b/.test(mark) ||
    /:\s?(?:Base)?Exception\b/.test(given)
  );
}

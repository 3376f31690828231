import { languageCode, languageFolder } from '../languages/translationRules';

const text = /\.(?:[cm]?[jt]s|php|inc|py|rb)$/;
/** Its packages have short names as well: only many files side by side tell that they are texts. */
const compiled = /\.(?:rs|go|swift|dart|java|kts?|cs|exs?)$/;
const named = /^((?:vendor\/[\w-]{1,60}\/)?)([\w-]{2,12})(?=[/.])/;
const code = new RegExp(`^(?:${languageCode})$`);
/** What lies beside texts, and folders of code. */
const noLanguage = /^(?:index|mod|i18n|types?|utils?|config|lib|src|core|common|helpers?|tests?|hooks?|components?)$/i;

/** So many files or folders bear codes of languages at least, and so much of all that lie there. */
const leastCodes = 8;
const leastShare = 0.6;

/** Texts under names that are no codes, or in a compiled language, in a folder of locales where most others bear the code of a language. */
export function languageTexts(paths: readonly string[]): string[] {
  const folders = new Map<string, { coded: Set<string>; others: Set<string> }>();
  for (const path of paths) {
    const isCompiled = compiled.test(path);
    const found = isCompiled || text.test(path) ? languageFolder.exec(path) : null;
    if (found === null) continue;
    const start = found.index + found[0].length;
    if (isCompiled && path.includes('/', start)) continue;
    const [, within = '', name] = named.exec(path.slice(start)) ?? [];
    if (name === undefined) continue;
    const folder = path.slice(0, start) + within;
    const key = isCompiled ? `${folder}*` : folder;
    const known = folders.get(key) ?? { coded: new Set(), others: new Set() };
    folders.set(key, known);
    const end = folder.length + name.length;
    const place = path[end] === '/' ? path.slice(0, end) : path;
    if (code.test(name)) known.coded.add(place);
    else if (!noLanguage.test(name)) known.others.add(place);
  }
  return [...folders].flatMap(([key, { coded, others }]) =>
    coded.size >= leastCodes && coded.size >= (coded.size + others.size) * leastShare
      ? [...others, ...(key.endsWith('*') ? coded : [])]
      : [],
  );
}

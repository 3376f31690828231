import { languageCode, languageFolder } from '../languages/translationRules';

const text = /\.(?:[cm]?[jt]s|php|inc|py|rb)$/;
const named = /^((?:vendor\/[\w-]{1,60}\/)?)([\w-]{2,12})(?=[/.])/;
const code = new RegExp(`^(?:${languageCode})$`);
/** What lies beside texts, and folders of code. */
const noLanguage = /^(?:index|i18n|types?|utils?|config|lib|src|core|common|helpers?|tests?|hooks?|components?)$/i;

/** So many files or folders bear codes of languages at least, and so much of all that lie there. */
const leastCodes = 8;
const leastShare = 0.6;

/** Texts under names that are no codes, in a folder of locales where most others bear the code of a language. */
export function languageTexts(paths: readonly string[]): string[] {
  const folders = new Map<string, { coded: Set<string>; others: Set<string> }>();
  for (const path of paths) {
    const found = text.test(path) ? languageFolder.exec(path) : null;
    if (found === null) continue;
    const start = found.index + found[0].length;
    const [, within = '', name] = named.exec(path.slice(start)) ?? [];
    if (name === undefined) continue;
    const folder = path.slice(0, start) + within;
    const known = folders.get(folder) ?? { coded: new Set(), others: new Set() };
    folders.set(folder, known);
    const end = folder.length + name.length;
    const place = path[end] === '/' ? path.slice(0, end) : path;
    if (code.test(name)) known.coded.add(place);
    else if (!noLanguage.test(name)) known.others.add(place);
  }
  return [...folders.values()].flatMap(({ coded, others }) =>
    coded.size >= leastCodes && coded.size >= (coded.size + others.size) * leastShare ? [...others] : [],
  );
}

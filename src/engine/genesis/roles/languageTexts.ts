import { languageCode, languageFolder } from '../languages/translationRules';

const text = new RegExp(`^(.*${languageFolder.source})([\\w-]{2,12})\\.(?:[cm]?[jt]s|php|inc|py|rb)$`);
const code = new RegExp(`^(?:${languageCode})$`);

/** So many files bear codes of languages at least, and so much of all that lie there. */
const leastCodes = 10;
const leastShare = 0.7;

/** Texts under names that are no codes, in a folder of locales where nearly all others bear the code of a language. */
export function languageTexts(paths: readonly string[]): string[] {
  const folders = new Map<string, { coded: number; others: string[] }>();
  for (const path of paths) {
    const [, folder, name] = text.exec(path) ?? [];
    if (folder === undefined || name === undefined) continue;
    const known = folders.get(folder) ?? { coded: 0, others: [] };
    folders.set(folder, known);
    if (code.test(name)) known.coded++;
    else if (!/^(?:index|types?|utils?|config)$/i.test(name)) known.others.push(path);
  }
  return [...folders.values()].flatMap(({ coded, others }) =>
    coded >= leastCodes && coded >= (coded + others.length) * leastShare ? others : [],
  );
}

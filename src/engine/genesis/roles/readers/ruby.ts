import { pathFrom, type Saying } from '../project';

const besideAbove =
  /^[ \t]{0,20}gem[ \t(]{1,4}["'][\w-]{1,80}["'][^#\n]{0,200}?\bpath(?::|[ \t]{0,4}=>)[ \t]{0,4}["']((?:\.\.\/?){1,6})["']/m;
const ownGem = /^[ \t]{0,20}gemspec\b(?![^#\n]{0,200}["']\.\.)/m;

/** An application that takes a gem from a folder around its own, as a gem's repository has one to try it out. */
export function readGemfile(text: string, folder: string): Saying {
  const above = besideAbove.exec(text)?.[1];
  if (folder === '' || above === undefined || ownGem.test(text) || pathFrom(folder, above) === undefined) return {};
  return { projects: [{ kind: 'gem', folder, names: [], isWithinUsed: true, uses: [], testUses: [] }] };
}

import type { FindingDraft } from '../../../scanModel';
import { importFamily } from '../map/codeFiles';
import type { CodeMap } from '../map/codeMap';
import {
  about,
  capital,
  counted,
  fitting,
  isRest,
  labelsOf,
  leftOut,
  listed,
  moduleInList,
  shortNames,
} from '../map/wording';

/** A handful of files is seen at a glance. */
const minFiles = 40;

/** Where the code lies, for languages in which no file names another: what ties its parts is not known. */
export function moduleSizes(map: CodeMap): FindingDraft[] {
  const label = labelsOf(map);
  const isNamed = (path: string): boolean => !isRest(label(path));
  // What is left of folders is told with the others: a reader who counts finds the largest first.
  const sized = [...map.modules].sort((a, b) => b.files.length - a.files.length || (a.path < b.path ? -1 : 1));
  const [top] = sized;
  if (map.files.length < minFiles || top === undefined || sized.filter(({ path }) => isNamed(path)).length < 3)
    return [];
  const unread = [
    ...new Set(map.files.filter((file) => importFamily(file) === undefined).map((file) => file.languageName)),
  ];
  const whole = `${capital(about(map.files.length, 'source file'))} found in ${counted(map.modules.length, 'module')} by folder`;
  const lines = sized
    .slice(0, 14)
    .map(({ path, files }) => `- ${moduleInList(path, label(path))}: ${about(files.length, 'file')}`);
  if (sized.length > 14) lines.push(`- and ${sized.length - 14} smaller ones`);
  const share = (name: string): string => `${whole}, most of all in ${name}`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/modules',
      key: 'modules',
      title: fitting(
        share(label(top.path)),
        ...(isNamed(top.path) ? [share(shortNames(map)(label(top.path)))] : [whole]),
      ),
      content: `${leftOut(map)}\n\n${lines.join('\n')}\n\nWho uses whom is not told: imports of ${listed(unread, 3)} are not followed.`,
      importance: 2,
      confidence: 0.9,
      tags: ['modules', 'structure'],
      evidence: sized
        .slice(0, 8)
        .flatMap(({ files }) => files.slice(0, 2))
        .map(({ path, lines }) => ({ path, startLine: 1, endLine: Math.max(1, lines) })),
    },
  ];
}

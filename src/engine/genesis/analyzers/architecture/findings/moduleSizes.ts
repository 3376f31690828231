import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { importFamily } from '../map/codeFiles';
import type { CodeMap } from '../map/codeMap';
import { counted, fitting, labelsOf, lastFolder, listed } from '../map/wording';

/** A handful of files is seen at a glance. */
const minFiles = 40;

/** Where the code lies, for languages in which no file names another: what ties its parts is not known. */
export function moduleSizes(map: CodeMap): FindingDraft[] {
  const label = labelsOf(map);
  const named = map.modules.filter(({ path }) => !/^the (?:rest|top folder)/.test(label(path)));
  const sized = [...named].sort((a, b) => b.files.length - a.files.length || (a.path < b.path ? -1 : 1));
  const [top] = sized;
  if (map.files.length < minFiles || top === undefined || sized.length < 3) return [];
  const unread = [
    ...new Set(map.files.filter((file) => importFamily(file) === undefined).map((file) => file.languageName)),
  ];
  const share = (name: string): string =>
    `${counted(map.files.length, 'source file')} found in ${counted(map.modules.length, 'module')} by folder, ${top.files.length} of them in ${name}`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/modules',
      key: 'modules',
      title: fitting(share(label(top.path)), share(lastFolder(label(top.path)))),
      content: `Without tests, numbered migrations and what is generated:\n\n${sized
        .slice(0, 14)
        .map(({ path, files }) => `- ${markdownCode(path)}: ${counted(files.length, 'file')}`)
        .join('\n')}\n\nWho uses whom is not told: imports of ${listed(unread, 3)} are not followed.`,
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

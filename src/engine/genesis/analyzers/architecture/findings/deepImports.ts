import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import type { CodeMap, FileEdge } from '../map/codeMap';
import { counted, fitting, importEvidence, importList } from '../map/wording';

const entry = /(?:^|\/)(?:index|main|mod)\.[cm]?[jt]sx?$|\.json$/;

/** Relative paths that lead into another package of the repository, past its name and its entry. */
export function deepImportFindings(map: CodeMap): FindingDraft[] {
  const npm = map.packages.filter((entry) => entry.manifest.endsWith('package.json') && entry.folder !== '');
  if (npm.length < 2) return [];
  // A folder with a manifest of its own may be a part of what lies around it: a package is what another one asks for.
  const asked = new Set(npm.flatMap((entry) => entry.dependsOn.map(({ folder }) => folder)));
  const ownerOf = (path: string): string | undefined => {
    let best: string | undefined;
    for (const { folder } of npm)
      if (path.startsWith(`${folder}/`) && folder.length > (best?.length ?? 0)) best = folder;
    return best;
  };
  const crossing: FileEdge[] = map.edges.filter((edge) => {
    if (!edge.specifier.startsWith('../') || edge.kind === 'type') return false;
    const from = ownerOf(edge.from);
    const to = ownerOf(edge.to);
    // The entry of a package is what it promises, whichever way leads to it.
    if (from === undefined || to === undefined || from === to || entry.test(edge.to)) return false;
    return asked.has(to) && !to.startsWith(`${from}/`) && !from.startsWith(`${to}/`);
  });
  if (crossing.length === 0) return [];
  const targets = new Set(crossing.map((edge) => ownerOf(edge.to)));
  const [first] = crossing;
  const target = npm.find((entry) => first !== undefined && entry.folder === ownerOf(first.to));
  const only = first === undefined ? '' : `${ownerOf(first.from)} imports ${first.to} past its name`;
  return [
    {
      layer: 'architecture',
      rule: 'architecture/package-boundary',
      key: 'package-boundary',
      title:
        crossing.length === 1
          ? fitting(only, 'One relative import leads into another package')
          : `${crossing.length} relative imports found that lead into ${counted(targets.size, 'other package')}, past their names`,
      content: `They bind to files of another package by its place:\n\n${importList(crossing)}\n\nThe packages have names to be imported by, for example ${markdownCode(target?.name ?? '')}.`,
      importance: 3,
      confidence: 0.9,
      tags: ['packages', 'boundaries', 'monorepo'],
      evidence: importEvidence(crossing),
    },
  ];
}

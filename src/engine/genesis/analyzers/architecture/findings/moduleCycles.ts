import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { stronglyConnected } from '../graph/stronglyConnected';
import type { CodeMap, ModuleLink } from '../map/codeMap';
import { counted, fitting, importEvidence, importList, labelsOf, lastFolder, listed, verbFor } from '../map/wording';
import { exceptionalEdges } from './layers';

const maxFindings = 3;
const minTies = 3;

/**
 * Within a crate modules are one unit to the compiler, and circles between them usual; Go's packages never form one, so
 * that a circle of folders is only how they were put together.
 */
const usualIn = new Set(['rust', 'go']);
/** Here names are found at run time or by the whole project, so that a circle is felt less. */
const harmlessIn = new Set(['ruby', 'csharp']);

/** Modules that depend on each other in a circle, with the imports that would have to go. */
export function moduleCycleFindings(map: CodeMap): FindingDraft[] {
  const links = map.links
    .map((link) => ({
      ...link,
      edges: link.edges.filter((edge) => edge.kind !== 'type' && !usualIn.has(languageOf(map, edge.from))),
    }))
    .filter((link) => link.edges.length > 0 && !isNested(link));
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) targets.set(from, [...(targets.get(from) ?? []), to]);
  const groups = stronglyConnected(
    map.modules.map((module) => module.path),
    (node) => targets.get(node) ?? [],
  );
  const label = labelsOf(map);
  const exceptional = exceptionalEdges(map);
  return groups
    .map((group) => ({ group, inside: links.filter((link) => group.includes(link.from) && group.includes(link.to)) }))
    .filter(({ group, inside }) => group.length > 2 || !isToldByLayers(inside, exceptional))
    .sort((a, b) => weight(b.inside) - weight(a.inside))
    .slice(0, maxFindings)
    .map(({ group, inside }) =>
      group.length === 2 ? pairFinding(map, inside, label) : groupFinding(map, group, inside, label),
    )
    .filter((finding) => finding !== undefined);
}

function languageOf(map: CodeMap, path: string): string {
  return map.model.byPath.get(path)?.language ?? 'other';
}

function importanceOf(map: CodeMap, links: readonly ModuleLink[]): 2 | 3 {
  return links.every((link) => link.edges.every((edge) => harmlessIn.has(languageOf(map, edge.from)))) ? 2 : 3;
}

/** A folder and what lies below it are one thing to most people: a package file that collects its parts is no circle. */
function isNested({ from, to }: ModuleLink): boolean {
  return from === '' || to === '' || from.startsWith(`${to}/`) || to.startsWith(`${from}/`);
}

/** The way back is what the exception of two layers tells already. */
function isToldByLayers(links: readonly ModuleLink[], exceptional: ReadonlySet<string>): boolean {
  const [weak] = [...links].sort((a, b) => a.edges.length - b.edges.length);
  return weak?.edges.every((edge) => exceptional.has(`${edge.from}:${edge.line}`)) === true;
}

function weight(links: readonly ModuleLink[]): number {
  return links.reduce((sum, link) => sum + link.edges.length, 0);
}

function pairFinding(
  map: CodeMap,
  links: readonly ModuleLink[],
  label: (module: string) => string,
): FindingDraft | undefined {
  const verb = verbFor(links.flatMap((link) => link.edges));
  const [strong, weak] = [...links].sort((a, b) => b.edges.length - a.edges.length);
  // One name each way is soon told and soon gone.
  if (strong === undefined || weak === undefined || strong.edges.length < minTies) return undefined;
  const lopsided = strong.edges.length >= 5 * weak.edges.length;
  const [a, b] = [label(strong.from), label(strong.to)];
  const back = weak.edges.length === 1 ? `one ${verb} leads` : `${weak.edges.length} ${verb}s lead`;
  return {
    layer: 'architecture',
    rule: 'architecture/module-cycle',
    key: [strong.from, strong.to].sort().join(' ⇄ '),
    title:
      verb === 'use'
        ? // Names found by their words give no number that everybody finds again.
          fitting(`${a} and ${b} use each other`, `${lastFolder(a)} and ${lastFolder(b)} use each other`)
        : lopsided
          ? fitting(
              `${a} builds on ${b} (${counted(strong.edges.length, verb)}), yet ${back} back`,
              `${lastFolder(a)} builds on ${lastFolder(b)} (${counted(strong.edges.length, verb)}), yet ${back} back`,
            )
          : fitting(
              `${a} and ${b} ${verb} each other (${strong.edges.length} and ${weak.edges.length} times)`,
              `${lastFolder(a)} and ${lastFolder(b)} ${verb} each other (${strong.edges.length} and ${weak.edges.length} times)`,
            ),
    content: `${markdownCode(strong.from)} → ${markdownCode(strong.to)}: ${counted(strong.edges.length, verb)}. The way back:\n\n${importList(weak.edges)}`,
    importance: importanceOf(map, links),
    confidence: 0.9,
    tags: ['cycle', 'modules'],
    evidence: [...importEvidence(weak.edges, 12), ...importEvidence(strong.edges, 4)],
  };
}

function groupFinding(
  map: CodeMap,
  group: readonly string[],
  links: readonly ModuleLink[],
  label: (module: string) => string,
): FindingDraft {
  const verb = verbFor(links.flatMap((link) => link.edges));
  const names = group.map(label);
  const weakest = [...links].sort((a, b) => a.edges.length - b.edges.length).slice(0, 8);
  const mutual = links.filter((link) =>
    links.some((other) => other.from === link.to && other.to === link.from && link.from < link.to),
  );
  return {
    layer: 'architecture',
    rule: 'architecture/module-cycle',
    key: [...group].sort().join(' ⇄ '),
    title: fitting(
      `${group.length} modules depend on each other in a circle: ${listed(names, 5)}`,
      `${group.length} modules depend on each other in a circle: ${listed(names, 2)}`,
      `${group.length} modules depend on each other in a circle`,
    ),
    content: `Each of ${names.map((name) => markdownCode(name)).join(', ')} reaches all the others through ${counted(weight(links), verb)}; ${counted(mutual.length, 'pair')} of them ${verb} each other directly. The weakest ties:\n\n${weakest.map((link) => `- ${markdownCode(label(link.from))} → ${markdownCode(label(link.to))}: ${counted(link.edges.length, verb)}`).join('\n')}`,
    importance: importanceOf(map, links),
    confidence: 0.9,
    tags: ['cycle', 'modules'],
    evidence: importEvidence(weakest.flatMap((link) => link.edges.slice(0, 2))),
  };
}

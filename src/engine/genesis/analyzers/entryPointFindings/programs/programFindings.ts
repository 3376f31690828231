import { folderOf, isInside } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft, ScanModel } from '../../../scanModel';
import { leftOut, namedTitle } from '../titles';
import type { Program } from './program';

/** Of more the first are as good as any. */
const mostRanked = 300;

/** Rows of the list. */
const mostShown = 30;

/** So many routes and pages are what a product is there for. */
const fewestServed = 10;

/** How many routes and pages lie in the package of a program. */
function servedBy({ place }: Program, { inventory }: ScanModel): number {
  const folder = folderOf(place.path);
  const pages = (inventory.entryPoints ?? []).filter(({ kind }) => kind === 'page');
  return [...inventory.routes, ...pages].filter(({ file }) => isInside(file, folder)).length;
}

/** The program that is called like the whole, then its parts, then those that others are called after. */
export function inRank(all: readonly Program[], model: ScanModel): readonly Program[] {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z\d]/g, '');
  const isWhole = ({ name }: Program): number => Number(plain(name) === plain(model.name));
  // A part of the whole says so: `shop-server`.
  const isPart = ({ name }: Program): number => Number(plain(name).startsWith(plain(model.name)));
  // Others are called after what they belong to: `Shop.Admin` lies beside `Shop`.
  const calledAfter = ({ name }: Program): number =>
    all.filter((other) => other.name.startsWith(name) && /^[.-]/.test(other.name.slice(name.length))).length;
  const arePackages = all.length < mostRanked && all.every(({ place }) => place.path.endsWith('/package.json'));
  const served = new Map(arePackages ? all.map((one) => [one, servedBy(one, model)]) : []);
  const most = Math.max(0, ...served.values());
  // Of packages beside each other the one that answers is what the others call, whatever that of the command is called.
  const serves = (one: Program): number => Number(most >= fewestServed && served.get(one) === most);
  const rankOf = (one: Program): number =>
    (serves(one) * 4 + isWhole(one) * 2 + isPart(one)) * mostRanked + calledAfter(one);
  const ranks = new Map(all.slice(0, mostRanked).map((one) => [one, rankOf(one)]));
  const rank = (program: Program): number => ranks.get(program) ?? 0;
  return all.toSorted((a, b) => rank(b) - rank(a));
}

/** Names of a file of processes are those of what it has running, and of no programs. */
const headOf = (programs: readonly Program[]): string =>
  programs.every(({ place }) => place.path === 'Procfile')
    ? `Process${programs.length === 1 ? '' : 'es'} found in Procfile`
    : `Program${programs.length === 1 ? '' : 's'} found`;

/** Programs that the repository builds or starts, one finding for all. */
export function programFindings(programs: readonly Program[]): FindingDraft[] {
  if (programs.length === 0) return [];
  const names = programs.map(({ name, isOfBrowser }) => (isOfBrowser === true ? `${name} (web app)` : name));
  return [
    {
      layer: 'entryPoints',
      rule: 'entry-points/programs',
      key: 'programs',
      title: namedTitle(headOf(programs), names, 5),
      content: `${programs
        .slice(0, mostShown)
        .map(
          ({ name, place, isOfBrowser, also = [] }) =>
            `- ${markdownCode(name, 80)}${isOfBrowser === true ? ' (web app)' : ''}${
              also.length === 0
                ? ''
                : `, also ${also
                    .slice(0, 5)
                    .map((one) => markdownCode(one, 80))
                    .join(', ')}`
            }: ${markdownCode(`${place.path}:${place.startLine}`, 200)}`,
        )
        .join('\n')}${leftOut(programs.length, mostShown)}`,
      importance: 3,
      confidence: 0.9,
      tags: ['programs', 'main'],
      evidence: programs.flatMap(({ place, named }) => (named === undefined ? place : [place, named])).slice(0, 20),
    },
  ];
}

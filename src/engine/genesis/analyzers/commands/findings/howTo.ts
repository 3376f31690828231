import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import type { PlacedCommand } from '../commandList';
import { purposes } from '../purposes';
import { conventionalWays } from '../ways/conventionalWays';
import { declaredWays } from '../ways/declaredWays';
import type { Way } from '../ways/way';

/** How to set up, run, build, test and lint the project, each with where that is declared. */
export function reportHowTo(model: ScanModel, commands: readonly PlacedCommand[], report: Report): void {
  const ways = [...declaredWays(model, commands), ...conventionalWays(model)].sort((a, b) => a.order - b.order);
  const rows = purposes.flatMap((purpose) => {
    const own = ways.filter((way) => way.purpose === purpose);
    const atTop = own.filter((way) => way.declared && way.atTop);
    // What the build tool of the whole offers comes before what one of its parts declares.
    const usual = own.filter((way) => !way.declared);
    const deep = own.filter((way) => way.declared && !way.atTop);
    return distinct(atTop.length > 0 ? [...atTop, ...deep] : [...usual, ...deep]).slice(0, 3);
  });
  // How one part is run is not how the whole is.
  const telling = rows.filter((way) => way.atTop);
  if (telling.length === 0) return;
  const main = ['run', 'build', 'test'].flatMap((purpose) => telling.find((way) => way.purpose === purpose) ?? []);
  const others = telling.filter((way, at) => telling.findIndex((one) => one.purpose === way.purpose) === at);
  const shown = main.length > 1 ? main : [...main, ...others.filter((way) => !main.includes(way))].slice(0, 3);
  report.finding({
    layer: 'product',
    rule: 'commands/how-to',
    key: 'how-to',
    title: shortTitle(
      shown
        .map((way) => `${way.purpose} with ${way.run}`)
        .join(', ')
        .replace(/^./, (letter) => letter.toUpperCase()),
    ),
    content: [
      '| To | Type | Declared in |',
      '|---|---|---|',
      ...rows.map((way) => {
        const place = way.declared
          ? markdownCode(`${way.evidence.path}:${way.evidence.startLine}`)
          : `usual with ${markdownCode(way.evidence.path)}`;
        return `| ${way.purpose} | ${markdownCode(way.run, 100)}${way.does === '' ? '' : ` (${markdownCode(way.does, 90)})`} | ${place} |`;
      }),
    ].join('\n'),
    importance: 4,
    confidence: rows.some((way) => way.declared) ? 0.95 : 0.85,
    tags: ['commands', 'onboarding'],
    evidence: evidenceList([...shown, ...rows].map((way) => way.evidence)),
  });
}

function distinct(ways: readonly Way[]): Way[] {
  return [...new Map(ways.map((way) => [way.run, way])).values()];
}

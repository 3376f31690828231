import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { groupBy } from '../../dependencies/text/groupBy';

/** Segments that say how the API is reached, not what it is about. */
const addressing =
  /^(api|rest|v\d{1,3}(?:[.-]\w{1,20})?|v?\{[^{}]{1,80}\}|\d{4}-\d{2}-\d{2}|public|internal|web|app|json|[a-z]|[\w-]+\.\w{2,5}|_.*|\{.*\}|\*.*)$/i;

interface Place {
  readonly path: string;
  readonly file: string;
  readonly line: number;
}

/** What the routes are about: the nouns that a user of the product meets. */
export function reportSurface(model: ScanModel, report: Report): void {
  const own = model.inventory.routes.filter((route) => isOwn(model, route.file));
  // An application of pages alone is about what its pages are about.
  const pages = (model.inventory.entryPoints ?? [])
    .filter(({ kind, file }) => kind === 'page' && isOwn(model, file))
    .map(({ name, file, line }) => ({ path: name, file, line }));
  const [routes, word]: [readonly Place[], string] = own.length >= 4 ? [own, 'route'] : [pages, 'page'];
  const areas = [...groupBy(routes, (route) => areaOf(route, model.name))]
    .filter(([area]) => area !== '' && !upkeep.test(area))
    .sort((a, b) => b[1].length - a[1].length);
  const told = areas.reduce((sum, [, some]) => sum + some.length, 0);
  // A few odd ones among pages and parameters do not say what the rest is about.
  if (routes.length < 4 || areas.length < 3 || told < routes.length / 2) return;
  const names = areas.map(([area]) => area);
  report.finding({
    layer: 'product',
    rule: 'product/surface',
    key: 'surface',
    title: shortTitle(
      // How many there are is told with the routes themselves.
      `Areas of the ${word}s found: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' and more' : ''}`,
    ),
    content: [
      `| Area | ${word === 'page' ? 'Pages' : 'Routes'} | First declared at |`,
      '|---|---|---|',
      ...areas.slice(0, 20).map(([area, some]) => {
        const first = some[0];
        return `| ${markdownCode(area, 60)} | ${some.length} | ${first === undefined ? '' : markdownCode(`${first.file}:${first.line}`)} |`;
      }),
    ].join('\n'),
    importance: 4,
    confidence: 0.9,
    tags: ['features', 'routes'],
    evidence: evidenceList(
      areas.flatMap(([, some]) => some.slice(0, 1).map((route) => lineEvidence(route.file, route.line))),
    ),
  });
}

/** What every server offers to those who run it says nothing of this one. */
const upkeep =
  /^(?:debug|pprof|swagger(?:-ui)?|docs?|redoc|openapi|metrics|health\w{0,6}|readyz?|livez|live|ready|ping|favicon|robots|static|assets|sitemap|\.well-known|rpc)$/i;

/** `/api/shop/v1/orders` of a product called shop is about orders. */
function areaOf(route: Place, product: string): string {
  const parts = route.path
    .split('/')
    .map((part) => part.replace(/\.\{[^}]{1,40}\}$/, ''))
    .filter((part) => part !== '' && !addressing.test(part));
  return parts.find((part) => part.toLowerCase() !== product.toLowerCase()) ?? parts[0] ?? '';
}

function isOwn(model: ScanModel, path: string): boolean {
  const role = model.byPath.get(path)?.role;
  return role !== 'test' && role !== 'fixture' && role !== 'example' && role !== 'vendored' && role !== 'generated';
}

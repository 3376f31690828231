import type { Extractor } from '../../../extractor';
import { frappeApp, frappeRows } from './frappe';
import { magentoRows } from './magento';
import { moleculerFacts } from './moleculer';
import { payloadFacts, payloadSettings } from './payload';
import { laminasFacts } from './php/laminas';
import { mauticFacts } from './php/mautic';
import { nextcloudApp, nextcloudFacts } from './php/nextcloud';
import { typo3Facts } from './php/typo3';
import { utopiaActions } from './php/utopia';
import { sailsRows } from './sails';
import { contentType, strapiFacts } from './strapi';
import type { TableFacts } from './tableFacts';

const sailsTable = /(?:^|\/)config\/routes\.[cm]?[jt]s$/;
const strapiRouter = /(?:^|\/)src\/api\/[^/]{1,80}\/routes\/[^/]{1,80}\.[cm]?[jt]s$/;
const strapiSchema = /(?:^|\/)src\/api\/[^/]{1,80}\/content-types\/[^/]{1,80}\/schema\.json$/;
const nextcloudTable = /(?:^|\/)appinfo\/routes\.php$/;
const nextcloudManifest = /(?:^|\/)appinfo\/info\.xml$/;
/** Settings of modules, which their classes may hold as well. */
const laminasTable = /(?:^|\/)config\/(?:[\w.-]{1,80}\/)?[\w.-]{1,80}\.php$|(?:^|\/)(?:Module|ConfigProvider)\.php$/;
/** Actions of modules that answer requests. */
const utopiaAction = /\/H(?:ttp|TTP)\/(?:[\w-]{1,80}\/){0,8}[A-Z]\w{0,60}\.php$/;
const typo3Table = /(?:^|\/)Configuration\/Backend\/(?:Routes|AjaxRoutes|Modules)\.php$/;
const mauticTable = /(?:^|\/)Config\/config\.php$/;
const frappeModule = /\.py$/;
const magentoTable = /(?:^|\/)etc\/webapi\.xml$/;
const moleculerService = /(?:\.service|(?:^|\/)services\/[\w.-]{1,80})\.[jt]s$/;
const payloadTable =
  /(?:^|\/)(?:collections|globals)\/(?:[\w.-]{1,80}\/){0,3}[\w.-]{1,80}\.[jt]sx?$|(?:^|\/)[A-Z]\w{0,60}\/config\.[jt]s$/;
const payloadConfig = /(?:^|\/)payload\.config\.[jt]s$/;
const holdsRoutes = /['"]routes['"]\s{0,20}=>\s{0,20}(?:\[|array\b|\$|\w{0,40}merge)/;
const holdsRoute = /['"](?:route|child_routes|regex)['"]\s{0,20}=>/;
const longest = 300_000;
const tables = [
  frappeModule,
  moleculerService,
  payloadTable,
  payloadConfig,
  sailsTable,
  strapiRouter,
  strapiSchema,
  nextcloudTable,
  nextcloudManifest,
  mauticTable,
  magentoTable,
  laminasTable,
  utopiaAction,
  typo3Table,
];

/** Tables from which a framework makes the routes when it starts, by the place of their files. */
export const tableExtractor: Extractor<TableFacts> = {
  id: 'entryPoints.tables',
  version: 6,
  wants: ({ role, path }) => (role === 'source' || role === 'config') && tables.some((table) => table.test(path)),
  extract(file) {
    const { path, text } = file;
    if (text.length > longest) return undefined;
    if (path.endsWith('.py')) return path.endsWith('hooks.py') ? frappeApp(text) : frappeRows(text);
    if (magentoTable.test(path)) return magentoRows(text);
    if (nextcloudManifest.test(path)) return nextcloudApp(text);
    if (nextcloudTable.test(path)) return nextcloudFacts(file);
    if (utopiaAction.test(path) && text.includes('->setHttpPath(')) return utopiaActions(text);
    if (typo3Table.test(path)) return typo3Facts(file);
    if (mauticTable.test(path)) return holdsRoutes.test(text) ? mauticFacts(file) : undefined;
    if (path.endsWith('.php')) return holdsRoutes.test(text) && holdsRoute.test(text) ? laminasFacts(file) : undefined;
    if (strapiSchema.test(path)) return contentType(text);
    if (payloadConfig.test(path)) return payloadSettings(text);
    if (payloadTable.test(path) && /\b(?:Collection|Global)Config\b/.test(text)) return payloadFacts(text);
    if (moleculerService.test(path)) return moleculerFacts(file);
    if (strapiRouter.test(path)) return strapiFacts(text);
    return sailsTable.test(path) ? sailsRows(text) : undefined;
  },
};

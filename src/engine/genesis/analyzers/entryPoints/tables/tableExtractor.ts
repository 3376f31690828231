import type { Extractor } from '../../../extractor';
import { sailsRows } from './sails';
import { contentType, strapiFacts } from './strapi';
import type { TableFacts } from './tableFacts';

const sailsTable = /(?:^|\/)config\/routes\.[cm]?[jt]s$/;
const strapiRouter = /(?:^|\/)src\/api\/[^/]{1,80}\/routes\/[^/]{1,80}\.[cm]?[jt]s$/;
const strapiSchema = /(?:^|\/)src\/api\/[^/]{1,80}\/content-types\/[^/]{1,80}\/schema\.json$/;
const longest = 300_000;

/** Tables from which a framework makes the routes when it starts, by the place of their files. */
export const tableExtractor: Extractor<TableFacts> = {
  id: 'entryPoints.tables',
  version: 1,
  wants: ({ role, path }) =>
    (role === 'source' || role === 'config') &&
    (sailsTable.test(path) || strapiRouter.test(path) || strapiSchema.test(path)),
  extract({ path, text }) {
    if (text.length > longest) return undefined;
    if (strapiSchema.test(path)) return contentType(text);
    return strapiRouter.test(path) ? strapiFacts(text) : sailsRows(text);
  },
};

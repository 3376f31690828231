import type { Extractor } from '../../../extractor';
import type { LanguageId } from '../../../sourceFile';
import { isMinified } from '../program/isMinified';
import type { ProcedureFacts, ServedRouter } from './procedureNode';
import { readProcedures } from './readProcedures';

const languages: ReadonlySet<LanguageId> = new Set(['javascript', 'typescript', 'tsx']);
const telling =
  /@trpc\/server|[rR]outer\(\s{0,10}[{\w]|mergeRouters\(|rocedure\b|@orpc\/|\.(?:query|mutation|subscription|handler)\(\s{0,20}(?:async\b|\()|: \w{1,60}Router,/;
/** A client's types are those of a router that answers: `export type AppRouter = typeof appRouter`. */
const ofType = /\bexport\s{1,5}type\s{1,5}\w{1,60}\s{0,5}=\s{0,5}typeof\s{1,5}(\w{1,80})/g;
const adapters = /['"](?:@trpc\/server\/adapters\/|@hono\/trpc-server|@elysiajs\/trpc|trpc-bun-adapter)/;
const handedOver = /\brouter\s{0,3}:\s{0,3}(\w{1,80})\b/g;
const handlers = /\bnew\s{1,3}(RPCHandler|OpenAPIHandler)\(\s{0,10}(\w{1,80})/g;
const handled = /\.handle\(/;
const saidPrefix = /\bprefix\s{0,3}:\s{0,3}['"`](\/[\w./-]{0,100})['"`]/;
const longest = 600_000;

/** Reads the procedures of tRPC and oRPC and the routers that name them. */
export const procedureExtractor: Extractor<ProcedureFacts> = {
  id: 'entryPoints.procedures',
  version: 1,
  wants: (file) => file.role === 'source' && languages.has(file.language),
  extract(file) {
    if (file.text.length > longest || !telling.test(file.text) || isMinified(file.text)) return undefined;
    const { tree } = file;
    if (tree === undefined) return undefined;
    const declared = readProcedures(tree.rootNode);
    const served = servedIn(file.text);
    const isServer = file.text.includes('@trpc/server');
    if (Object.keys(declared).length === 0 && served.length === 0 && !isServer) return undefined;
    return { declared, served, ...(isServer ? { isServer } : {}) };
  },
};

function servedIn(text: string): ServedRouter[] {
  const found: ServedRouter[] = [];
  for (const [, name = ''] of text.matchAll(ofType)) found.push({ name, framework: 'tRPC' });
  if (adapters.test(text))
    for (const [, name = ''] of text.matchAll(handedOver)) found.push({ name, framework: 'tRPC' });
  const prefix = saidPrefix.exec(text)?.[1];
  const paths = prefix ?? (handled.test(text) && !/\bprefix\b/.test(text) ? '' : '?');
  for (const [, handler, name = ''] of text.matchAll(handlers))
    found.push({ name, framework: 'oRPC', ...(handler === 'OpenAPIHandler' ? { paths } : {}) });
  return found;
}

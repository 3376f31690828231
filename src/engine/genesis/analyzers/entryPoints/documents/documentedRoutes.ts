import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { OpenApiFacts } from './openApiExtractor';

/** Further documents describe older versions or other systems. */
const mostDocuments = 4;
/** With more routes in the code than one for so many in a document, the code says what there is. */
const codeShare = 10;

/**
 * What only an OpenAPI document says. Where the code shows its routes the document repeats them, with another prefix or
 * out of date: then nothing is added. Where it shows none, for they are generated from it, the document is the list.
 */
export function documentedRoutes(
  documents: Iterable<readonly [string, OpenApiFacts]>,
  inCode: readonly Route[],
): Route[] {
  const all = [...documents].sort((a, b) => b[1].operations.length - a[1].operations.length).slice(0, mostDocuments);
  const known = new Set<string>();
  return all.flatMap(([file, { base, operations }]) => {
    if (inCode.length * codeShare > operations.length) return [];
    return operations.flatMap(({ method, path, line, id }): Route[] => {
      const whole = joinPaths([base, normalizePath(path, 'braces')], 'keep');
      const key = `${method} ${whole.replace(/\{[^}]*\}/g, '{}')}`;
      if (known.has(key)) return [];
      known.add(key);
      const handler = id === undefined ? {} : { handler: id };
      return [{ method, path: whole, file, line, framework: 'OpenAPI', declared: 'document', ...handler }];
    });
  });
}

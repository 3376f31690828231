import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';

/** A handler of Javalin by what the annotation above it says. */
interface DescribedHandler {
  readonly methods: readonly string[];
  readonly path: string;
  readonly line: number;
}

const longest = 8_000;

/** Reads `@OpenApi(path = "/users", methods = [HttpMethod.GET])` of Javalin's own plug-in for documents. */
export const javalinDocsExtractor: Extractor<readonly DescribedHandler[]> = {
  id: 'entryPoints.javalinDocs',
  version: 1,
  wants: (file) => !unwrittenRoles.has(file.role) && /^(?:java|kotlin)$/.test(file.language ?? ''),
  extract(file) {
    const { text } = file;
    if (!text.includes('io.javalin.openapi')) return undefined;
    const found = [...text.matchAll(/@OpenApi\(/g)].flatMap((match): DescribedHandler[] => {
      const inside = ownArguments(text, match.index + match[0].length);
      const path = /\bpath\s{0,9}=\s{0,9}"(\/[^"\n$]{0,300})"(?!\s{0,40}\+)/.exec(inside);
      if (path === null || /\bignore\s{0,9}=\s{0,9}true\b/.test(inside)) return [];
      const listed = /\bmethods\s{0,9}=\s{0,9}[[{]?((?:\s{0,40}(?:HttpMethod\.)?[A-Z]{3,7},?){1,9})/.exec(inside)?.[1];
      const methods = listed?.match(/\b[A-Z]{3,7}\b/g) ?? ['GET'];
      return [
        { methods, path: bracedPath(path[1] ?? ''), line: file.lineAt(match.index + match[0].length + path.index) },
      ];
    });
    return found.length === 0 ? undefined : found;
  },
};

/** The arguments of an annotation without what its other annotations say, as blanks. */
function ownArguments(text: string, from: number): string {
  let depth = 1;
  let inside = '';
  let quote = false;
  for (let at = from; at < Math.min(text.length, from + longest) && depth > 0; at++) {
    const char = text[at] ?? '';
    if (char === '"' && text[at - 1] !== '\\') quote = !quote;
    if (!quote && char === '(') depth += 1;
    if (!quote && char === ')') depth -= 1;
    inside += depth === 1 ? char : ' ';
  }
  return inside;
}

/** `/files/<path>`, `/users/:id` of older versions. */
const bracedPath = (path: string): string =>
  path.replace(/<(\w{1,80})>/g, '{$1*}').replace(/(?<=\/):(\w{1,80})/g, '{$1}');

/** The described handlers that no call was seen to register. */
export function describedHandlers(
  files: ReadonlyMap<string, readonly DescribedHandler[]>,
  inCode: readonly Route[],
): Route[] {
  const shape = (path: string): string => path.replace(/\{[^}]*\}/g, '{}');
  const known = inCode.filter(({ framework }) => framework === 'Javalin');
  const isKnown = (method: string, path: string): boolean =>
    known.some(
      (route) =>
        (route.method === method || route.method === 'ANY') &&
        (shape(route.path) === shape(path) || (route.prefix !== undefined && shape(path).endsWith(shape(route.path)))),
    );
  return [...files].flatMap(([file, handlers]) =>
    handlers.flatMap(({ methods, path, line }) =>
      methods
        .filter((method) => !isKnown(method, path))
        .map((method): Route => ({ method, path, file, line, framework: 'Javalin', declared: 'explicit' })),
    ),
  );
}

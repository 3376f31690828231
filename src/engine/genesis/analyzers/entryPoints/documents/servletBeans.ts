import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { joinPaths } from '../paths/normalizePath';
import type { ServerSettings } from '../settings/settingsExtractor';

/** A servlet that Spring Boot is given to serve, by its mapping. */
interface ServletMapping {
  readonly path: string;
  readonly line: number;
}

const mapped =
  /\.(?:add|set)UrlMappings\(([^;{}]{1,300}?)\);?|\bnew\s{1,4}ServletRegistrationBean(?:<[\w<>?, ]{0,100}>)?\(([^;{}]{1,300}?)\);|\bServletRegistrationBean(?:<[\w<>?, ]{1,100}>)?\(([^;{}=\n]{1,200}"[^;{}=\n]{0,100})\)/g;
const text = /"(\/[^"\n$]{0,150})"/g;

/** Reads `new ServletRegistrationBean<>(servlet, "/fhir/*")` and `bean.addUrlMappings("/fhir/*")`. */
export const servletBeansExtractor: Extractor<readonly ServletMapping[]> = {
  id: 'entryPoints.servletBeans',
  version: 1,
  wants: (file) => !unwrittenRoles.has(file.role) && /^(?:java|kotlin)$/.test(file.language ?? ''),
  extract(file) {
    if (!file.text.includes('org.springframework.boot.web.servlet.')) return undefined;
    if (!file.text.includes('ServletRegistrationBean')) return undefined;
    const found = [...file.text.matchAll(mapped)].flatMap((match): ServletMapping[] =>
      [...ownTexts(match[0]).matchAll(text)].flatMap((quoted) => {
        const path = servletPath(quoted[1] ?? '');
        return path === undefined ? [] : [{ path, line: file.lineAt(match.index + quoted.index) }];
      }),
    );
    return found.length === 0 ? undefined : found;
  },
};

/** What the servlet itself is made with is no mapping. */
function ownTexts(call: string): string {
  if (call.startsWith('.')) return call;
  const from = call.indexOf('(') + 1;
  return call.slice(0, from) + call.slice(from).replace(/\([^()]*\)/g, (inside) => ' '.repeat(inside.length));
}

/** `/fhir/*` takes what lies below; a mapping by the end of a name is none of a place. */
function servletPath(mapping: string): string | undefined {
  const path = mapping.replace(/\/\*$/, '/{path*}');
  return path.includes('*') && !path.endsWith('/{path*}') ? undefined : path;
}

/** Their routes, below what the settings of their module put before all servlets. */
export function servletRoutes(
  files: ReadonlyMap<string, readonly ServletMapping[]>,
  settings: ReadonlyMap<string, ServerSettings>,
): Route[] {
  return [...files].flatMap(([file, mappings]) =>
    mappings.map(({ path, line }): Route => {
      const prefix = contextOf(file, settings);
      return {
        method: 'ANY',
        path: joinPaths([prefix ?? '', path], 'drop'),
        file,
        line,
        framework: 'Servlet',
        declared: 'explicit',
        ...(prefix === undefined ? { prefix: 'unknown' } : {}),
      };
    }),
  );
}

/** What the settings of the module put before every servlet; `undefined` where the environment says it. */
export function contextOf(file: string, settings: ReadonlyMap<string, ServerSettings>): string | undefined {
  const module = file.slice(0, Math.max(0, file.indexOf('src/main/')));
  for (const [path, { values }] of settings) {
    const context = values['server.servlet.contextpath'] ?? values['server.contextpath'];
    if (context !== undefined && path.startsWith(`${module}src/main/`))
      return context.includes('$') ? undefined : context;
  }
  return '';
}

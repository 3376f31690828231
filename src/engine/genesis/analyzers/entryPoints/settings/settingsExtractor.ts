import { parseAllDocuments } from 'yaml';
import type { Extractor } from '../../../extractor';
import { deviseModelOf, deviseSettingsOf } from './deviseSettings';
import { djangoSettingsFile, djangoSettingsOf } from './djangoSettings';
import { routeAttributesFile, routeAttributesOf } from './routeAttributes';
import { serviceFile, serviceSettingsOf } from './serviceSettings';
import { mappedServletsOf, servletFile, servletPathOf } from './servletMappings';
import { springScanOf, springServletFile, springServletsOf } from './springServlets';
import { tokenTransformerFile, tokenTransformersOf } from './tokenTransformers';

/** Settings of a server that stand in front of its routes. */
export interface ServerSettings {
  /** By the dotted key, in lower case and without dashes. */
  readonly values: Readonly<Record<string, string>>;
}

const fileName =
  /(?:^|\/)(?:(?:application|bootstrap|microprofile-config)\.(?:properties|ya?ml)|config\/(?:services|parameters)\w{0,20}\.ya?ml|config\/application\.rb|config\/initializers\/(?:active_?admin|devise)\.rb|app\/models\/(?:[\w-]{1,80}\/){0,6}\w{1,80}\.rb)$/;
/** Settings that Spring, Quarkus and Micronaut read for the application in whose module they lie. */
export const applicationFile =
  /(?:^|\/)src\/main\/resources\/(?:config\/)?(?:application|bootstrap)\.(?:properties|ya?ml)$/;
const telling =
  /context-?path|base-?path|root-?path|servlet|detection-?strategy|rest\.path|prefix|[=:]\s{0,4}["']?\/\w|application(?:\.|:\s{1,40})name\s{0,9}[=:]/i;
const wanted =
  /(?:context-?path|base-?path|root-?path|servlet\.path|rest\.path|resteasy\.path|spring\.application\.name|data\.rest\.detection-?strategy)$/i;

/** What annotations may take in by its key: `@RequestMapping("${api.base}")`. */
const isPath = (value: string): boolean => /^\/[\w./-]{1,60}$/.test(value);

/**
 * Reads the paths under which Spring, Quarkus and Micronaut serve, whether Rails serves an API only, and what the models
 * of Rails ask of Devise, what its own settings say, and which providers of accounts Django installs.
 */
export const settingsExtractor: Extractor<ServerSettings> = {
  id: 'entryPoints.settings',
  version: 19,
  wants: (file) =>
    (fileName.test(file.path) ||
      serviceFile.test(file.path) ||
      servletFile.test(file.path) ||
      springServletFile.test(file.path) ||
      tokenTransformerFile.test(file.path) ||
      routeAttributesFile.test(file.path) ||
      djangoSettingsFile.test(file.path)) &&
    file.role !== 'test' &&
    file.role !== 'fixture',
  extract(file) {
    if (routeAttributesFile.test(file.path)) return { values: routeAttributesOf(file.text) };
    if (file.path.endsWith('.py')) return settingsIf(djangoSettingsOf(file.text));
    if (file.path.includes('app/models/')) return settingsIf(deviseModelOf(file.path, file.text));
    if (file.path.endsWith('initializers/devise.rb')) return settingsIf(deviseSettingsOf(file.text));
    if (file.path.includes('config/initializers/')) return adminOf(file.text);
    if (file.path.endsWith('.rb'))
      return /^\s{0,12}config\.api_only\s{0,4}=\s{0,4}true/m.test(file.text)
        ? { values: { 'rails.apiOnly': 'true' } }
        : undefined;
    if (file.path.endsWith('.cs')) return settingsIf(tokenTransformersOf(file.text));
    if (springServletFile.test(file.path)) return settingsIf(springServletsOf(file.text));
    if (servletFile.test(file.path)) {
      const path = servletPathOf(file.path, file.text);
      const servlets = file.path.endsWith('.xml') ? mappedServletsOf(file.text) : {};
      const found = path === undefined ? springScanOf(file.text) : { 'jaxrs.servlet': path };
      return Object.keys(servlets).length === 0 ? settingsIf(found) : { values: { ...servlets, ...found } };
    }
    if (!fileName.test(file.path)) return settingsIf(serviceSettingsOf(file.path, file.text));
    // Whose module has settings of an application is one, whatever they say.
    const nothing = applicationFile.test(file.path) ? { values: {} } : undefined;
    if (!telling.test(file.text) || file.text.length > 200_000) return nothing;
    const all = file.path.endsWith('.properties') ? readProperties(file.text) : readYaml(file.text);
    const values = Object.fromEntries(
      all
        .filter(([key, value]) => wanted.test(key) || isPath(value))
        .map(([key, value]) => [
          plainKey(key),
          wanted.test(key) && isUnset.test(value) ? value : withoutPlaceholder(value),
        ]),
    );
    return Object.keys(values).length === 0 ? nothing : { values };
  },
};

const settingsIf = (values: ServerSettings['values'] | undefined): ServerSettings | undefined =>
  values === undefined ? undefined : { values };

/** Below which path Active Admin stands, where its settings say so; `?` where that is made elsewhere. */
function adminOf(text: string): ServerSettings | undefined {
  const found = /^[ \t]{0,20}config\.default_namespace\s{0,4}=\s{0,4}([^\s#]{1,80})/m.exec(text)?.[1];
  if (found === undefined) return undefined;
  const name = /^(?::|["'])(\w{1,80})["']?$/.exec(found)?.[1];
  return { values: { 'activeadmin.namespace': name ?? (found === 'false' ? '' : '?') } };
}

export const plainKey = (key: string): string => key.toLowerCase().replace(/-/g, '');

/** `${BASE_PATH}`: without a value behind a colon it has to be set. */
const isUnset = /^\$\{[\w.-]{1,100}\}$/;

/** `${BASE_PATH:/api}` is `/api` unless the environment says otherwise. */
function withoutPlaceholder(value: string): string {
  const inner = /^\$\{[^:}]*:?([^}]*)\}$/.exec(value);
  return inner === null ? value : (inner[1] ?? '');
}

function readProperties(text: string): [string, string][] {
  return text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const found = /^\s{0,20}([\w.-]+)\s{0,20}[=:]\s{0,20}(.*)$/.exec(line);
    return found === null ? [] : [[found[1] ?? '', (found[2] ?? '').trim()]];
  });
}

/** The documents that are not for a profile only. */
function readYaml(text: string): [string, string][] {
  return parseAllDocuments(text, { logLevel: 'silent' }).flatMap((document) => {
    if (document.errors.length > 0) return [];
    const flat = flatten(document.toJS({ maxAliasCount: 20 }), '', 0);
    return flat.some(([key]) => /on-profile$|^spring\.profiles$/.test(key)) ? [] : flat;
  });
}

function flatten(value: unknown, path: string, depth: number): [string, string][] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]];
  if (value === null || typeof value !== 'object' || Array.isArray(value) || depth > 12) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, path === '' ? key : `${path}.${key}`, depth + 1),
  );
}

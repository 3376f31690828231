import { hole } from '../run/values';
import { cloudContextKey, dropwizardContextKey, dropwizardRootKey } from '../settings/serviceSettings';
import type { ServerSettings } from '../settings/settingsExtractor';

type Settings = ReadonlyMap<string, ServerSettings>;

/** What the file that a server of Dropwizard is started with puts before its resources, by the folder of their module. */
export function dropwizardPaths(settings: Settings): (module: string, isServlet: boolean) => string {
  const said = [...settings].filter(([, { values }]) => dropwizardContextKey in values || dropwizardRootKey in values);
  if (said.length === 0) return () => '';
  return (module, isServlet) => {
    const own = module === '' ? [] : said.filter(([path]) => path.startsWith(module));
    const paths = new Set(
      (own.length > 0 ? own : said).map(([, { values }]) =>
        // What code says of the place of the resources goes before the file.
        [values[dropwizardContextKey], isServlet ? undefined : values[dropwizardRootKey]]
          .map((part) => part ?? '')
          .join('/'),
      ),
    );
    const [path = '', ...others] = paths;
    return others.length > 0 || path.includes('$') ? hole('place') : path;
  };
}

/** The context path that a configuration server in the repository gives an application, by the application's name. */
export function cloudContexts(settings: Settings): (application: string | undefined) => string | undefined {
  const found = new Map<string, Set<string>>();
  for (const [path, { values }] of settings) {
    const context = values[cloudContextKey];
    const name = /([^/]+)\.\w+$/.exec(path)?.[1] ?? '';
    if (context !== undefined) found.set(name, (found.get(name) ?? new Set()).add(context));
  }
  return (application) => {
    const [only, ...others] = found.get(application ?? '') ?? [];
    return others.length === 0 ? only : hole('place');
  };
}

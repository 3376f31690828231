import type { EntryPoint, Route } from '../../../../../shared/inventory';
import { fileRouteRules } from '../rules/files/fileRouteRules';

/**
 * A catch-all file that hands everything to a router is no route beside those of the router, which may stand in other files
 * of the application and lie below the same path.
 */
export function handsOn({ path, file }: Route, inCode: readonly Route[]): boolean {
  const [, above = ''] = /^(.*\/)\{\w{1,60}(?:\*\}|(?<=route)\})$/.exec(path) ?? [];
  if (above === '') return false;
  const application = applicationOf(file);
  return inCode.some(
    (route) =>
      route.file === file ||
      (above !== '/' &&
        route.path.startsWith(above) &&
        route.file.startsWith(application) &&
        /\.[cm]?[jt]sx?$/.test(route.file)),
  );
}

/** The folder in which the application of a page lies: `apps/shop/` of `apps/shop/src/routes/+page.svelte`. */
const applicationOf = (file: string): string => file.replace(/(?<=^|\/)(?:src\/)?(?:app|pages|routes|server)\/.*$/, '');

const pageFrameworks: ReadonlySet<string> = new Set([
  ...fileRouteRules.filter((rule) => rule.id !== 'razorPages').map((rule) => rule.name),
  'React Router',
]);

/** What only renders in the browser answers no request of its own; a page of Razor does. */
export const isPage = ({ declared, framework }: Route): boolean =>
  declared === 'implied' && pageFrameworks.has(framework);

/** A layout and the page inside of it stand for one path. */
export function pagesOf(routes: readonly Route[]): EntryPoint[] {
  const pages = new Map<string, EntryPoint>();
  for (const { path, file, line, framework, handler } of routes) {
    const application = applicationOf(file);
    const key = `${path} ${application === file ? file.split('/').slice(0, 2).join('/') : application}`;
    const rendered = handler === undefined ? {} : { handler };
    // What is shown is worth more than what only loads it.
    if (/\+page\.[jt]s$/.test(pages.get(key)?.file ?? '+page.js'))
      pages.set(key, { kind: 'page', name: path, file, line, framework, ...rendered });
  }
  return [...pages.values()];
}

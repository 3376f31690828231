import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { type PhpClass, type PhpMethod, phpClassIn, publicMethods } from './phpClass';

/** What stands for the routes of controllers that CakePHP finds by their names, until those are known. */
export const cakeFallbacks = '%fallbacks';

export type CakeController = PhpClass & { readonly methods: readonly PhpMethod[] };
type Files = ReadonlyMap<string, CakeController>;

const controllerFile = /(?:^|\/)src\/Controller\/(?:\w{1,80}\/){0,4}\w{1,80}Controller\.php$/;
const longest = 400_000;
const deepest = 10;

/** Controllers of CakePHP, whose public methods answer below their names where routes ask for fallbacks. */
export const cakeExtractor: Extractor<CakeController> = {
  id: 'entryPoints.cakeControllers',
  version: 1,
  wants: ({ role, path }) => role === 'source' && controllerFile.test(path),
  extract({ text }) {
    const declared = text.length > longest ? undefined : phpClassIn(text);
    return declared === undefined ? undefined : { ...declared, methods: publicMethods(text) };
  },
};

/** The routes with those of controllers in place of what stands for them. */
export function withFallbacks(routes: readonly Route[], files: Files): Route[] {
  if (!routes.some(isFallback)) return [...routes];
  const classes = new Map([...files.values()].map((declared) => [declared.name, declared] as const));
  return routes.flatMap((route) => (isFallback(route) ? routesBelow(route, files, classes) : [route]));
}

const isFallback = ({ path, framework }: Route): boolean => framework === 'CakePHP' && path.endsWith(cakeFallbacks);

/** Called by the framework, and not by requests. */
const ofFramework =
  /^(?:initialize|beforeFilter|beforeRender|beforeRedirect|afterFilter|implementedEvents|viewClasses|isAuthorized)$/;

function routesBelow(route: Route, files: Files, classes: ReadonlyMap<string, CakeController>): Route[] {
  const { handler = '', middleware: _guards, ...place } = route;
  const [plugin = '', prefix = ''] = handler.split('|');
  const root = route.file.replace(/(?:^|(?<=\/))config\/[^/]*$|(?:^|(?<=\/))src\/\w{1,80}\.php$/, '');
  const inPlugin = `${root}plugins/${plugin}/src/Controller/`;
  const isWithin = plugin !== '' && [...files.keys()].some((file) => file.startsWith(inPlugin));
  const folder = `${isWithin ? inPlugin : `${root}src/Controller/`}${prefix === '' ? '' : `${prefix}/`}`;
  const base = route.path.slice(0, -cakeFallbacks.length);
  return [...files].flatMap(([file, declared]) => {
    const own = file.startsWith(folder) ? /^(\w+)Controller\.php$/.exec(file.slice(folder.length))?.[1] : undefined;
    if (own === undefined || own === 'App' || declared.isAbstract || !isServed(declared, classes, 0)) return [];
    return declared.methods.flatMap((method): Route[] => {
      if (ofFramework.test(method.name)) return [];
      const action = method.name === 'index' ? [] : [dashed(method.name)];
      const path = [dashed(own), ...action, ...method.required.map((name) => `{${name}}`)].join('/');
      return [
        {
          ...place,
          path: base + path,
          file,
          line: method.line,
          declared: 'implied',
          handler: `${own}Controller.${method.name}`,
        },
      ];
    });
  });
}

function isServed({ base }: CakeController, classes: ReadonlyMap<string, CakeController>, depth: number): boolean {
  if (base === 'Cake\\Controller\\Controller') return true;
  const above = classes.get(base);
  if (above !== undefined) return depth < deepest && isServed(above, classes, depth + 1);
  return /\\Controller\\(?:\w{1,80}\\){0,4}\w{1,80}Controller$/.test(base);
}

const dashed = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();

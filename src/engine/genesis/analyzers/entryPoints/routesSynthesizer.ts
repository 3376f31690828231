import type { EntryPoint, Route } from '../../../../shared/inventory';
import type { Extractor } from '../../extractor';
import type { FactsView, FilePlace } from '../../recall/factsView';
import type { Synthesizer } from '../../scanModel';
import { AnnotatedRoutes } from './annotated/annotatedRoutes';
import { apiPlatformPlacement } from './annotated/apiPlatformPlacement';
import { aspNetPlacement } from './annotated/aspNetPlacement';
import { classRoutePlacements } from './annotated/classRoutes';
import { decoratedPlacements } from './annotated/decoratedPlacements';
import { hyperfPlacement } from './annotated/hyperfPlacement';
import { jvmPlacements } from './annotated/jvmPlacements';
import { laravelPlacement } from './annotated/laravelPlacement';
import { nestPlacement } from './annotated/nestPlacement';
import { nextcloudPlacement } from './annotated/nextcloudPlacement';
import { pythonPlacements } from './annotated/pythonPlacements';
import { scriptPlacements } from './annotated/scriptPlacements';
import {
  routesWithParameters,
  symfonyFileRoutes,
  symfonyPlacement,
  withParameters,
} from './annotated/symfonyPlacement';
import { abpExtractor } from './controllers/abp/abpExtractor';
import { abpRoutes } from './controllers/abp/abpRoutes';
import { beegoExtractor, withControllerMethods } from './controllers/beegoControllers';
import { cakeExtractor, withFallbacks } from './controllers/cakeControllers';
import { codeIgniterExtractor } from './controllers/codeIgniterExtractor';
import { codeIgniterRoutes } from './controllers/codeIgniterRoutes';
import { furionExtractor } from './controllers/furion/furionExtractor';
import { furionRoutes } from './controllers/furion/furionRoutes';
import { grailsControllerExtractor } from './controllers/grails/grailsControllers';
import { grailsRoutes } from './controllers/grails/grailsRoutes';
import { urlMappingsExtractor } from './controllers/grails/urlMappings';
import { yiiExtractor } from './controllers/yiiExtractor';
import { yiiRoutes } from './controllers/yiiRoutes';
import { comparedRoutes, dispatchExtractor } from './dispatch/dispatchExtractor';
import { azureFunctionsExtractor, azureRoutes } from './documents/azureFunctions';
import { documentedRoutes } from './documents/documentedRoutes';
import { gatewayExtractor } from './documents/gatewayExtractor';
import { generatedServersExtractor } from './documents/generatedServers';
import { describedHandlers, javalinDocsExtractor } from './documents/javalinDocs';
import { openApiExtractor } from './documents/openApiExtractor';
import { playRoutes } from './documents/playRoutes';
import { playRoutesExtractor } from './documents/playRoutesExtractor';
import { servletBeansExtractor, servletRoutes } from './documents/servletBeans';
import { dataRestExtractor, dataRestRoutes } from './documents/springData/dataRest';
import { strutsExtractor, strutsRoutes } from './documents/strutsRoutes';
import { textRoutes } from './documents/textRoutes';
import { yarpExtractor, yarpRoutes } from './documents/yarpRoutes';
import { filamentExtractor } from './fileRoutes/filamentExtractor';
import { filamentRoutes } from './fileRoutes/filamentRoutes';
import { type FileRouteFacts, fileRouteExtractor } from './fileRoutes/fileRouteExtractor';
import { findFileRoutes, routesOfModules } from './fileRoutes/fileRoutes';
import { nextSettings } from './fileRoutes/nextSettings';
import { handsOn, isPage, pagesOf } from './fileRoutes/pages';
import { withLumen } from './lumen';
import { type PackageFacts, packageExtractor } from './packages/packageExtractor';
import { withoutTwins } from './paths/withoutTwins';
import { findProcedures } from './procedures/procedures';
import { decodeProgram } from './program/encoding/decodeProgram';
import { forDevelopers } from './program/forDevelopers';
import type { FileProgram } from './program/program';
import { programExtractor } from './program/programExtractor';
import { annotatedRules } from './rules/annotated/annotatedRules';
import { routerRules } from './rules/routerRules';
import { supportRules } from './rules/supportRules';
import { Project } from './run/project/project';
import { directoryOf } from './run/project/unit';
import { composeRoutes } from './run/routers/composeRoutes';
import type { SaidPrefixes } from './run/routers/saidPrefixes';
import { dropUnserved, placeServed } from './run/routers/servedBelow';
import { RuleBook } from './run/ruleBook';
import { runProject } from './run/runProject';
import { codePrefixesExtractor, playPrefixKey } from './settings/codePrefixes';
import { configuredBases, configuredBasesExtractor } from './settings/configuredBases';
import { type ServerSettings, settingsExtractor } from './settings/settingsExtractor';
import { symfonyRoutesExtractor } from './settings/symfonyRoutesExtractor';
import { tableExtractor } from './tables/tableExtractor';
import type { TableFacts } from './tables/tableFacts';
import { tableRoutes } from './tables/tableRoutes';

/** What is known of the routes of a project. */
interface FoundRoutes {
  /** All of them, and the pages of its front ends. */
  readonly routes: readonly Route[];
  /** How many registrations there are, by framework, whose path could not be read. */
  readonly unread: Readonly<Record<string, number>>;
  /** Where the beginnings of paths are said. */
  readonly said: SaidPrefixes;
  /** What clients call by a name and by no request of its own. */
  readonly procedures: readonly EntryPoint[];
}

export const routesConclusion = { name: 'entryPoints.routes', derive: findRoutes };

/** Puts them into the inventory. */
export const routesSynthesizer: Synthesizer = {
  id: 'entryPoints.routes',
  run(model) {
    const { routes: found, procedures } = model.recall(routesConclusion.name, routesConclusion.derive);
    const routes = found.filter((route) => !isPage(route));
    model.inventory.routes.push(...withLumen(routes, model));
    model.inventory.entryPoints = [
      ...(model.inventory.entryPoints ?? []),
      ...pagesOf(found.filter(isPage)),
      ...procedures,
    ];
  },
};

/** Examples and what helps to develop count only where nothing else has routes. */
function findRoutes(model: FactsView): FoundRoutes {
  const programs = [...model.factsOf(programExtractor)].map(([file, facts]) => [file, decodeProgram(facts)] as const);
  const isForDevelopers = forDevelopers(programs.map(([file]) => file.path));
  const own = programs.filter(([file]) => file.role !== 'example' && !isForDevelopers(file.path));
  const first = routesOf(own, model);
  const {
    routes: found,
    unread,
    said,
  } = first.routes.length > 0 || own.length === programs.length ? first : routesOf(programs, model);
  const called = findProcedures(model);
  const files = factsByPath(model, fileRouteExtractor);
  const cakes = factsByPath(model, cakeExtractor);
  const play = playRoutes(
    factsByPath(model, playRoutesExtractor),
    new Map([...model.factsOf(codePrefixesExtractor)].map(([file, { values }]) => [file.path, values[playPrefixKey]])),
  );
  const inCode = unique([
    ...withControllerMethods(withFallbacks(found, cakes), factsByPath(model, beegoExtractor)),
    ...routesOfModules(found, files),
    ...describedHandlers(factsByPath(model, javalinDocsExtractor), found),
    ...gatewayRoutes(model),
    ...yarpRoutes(factsByPath(model, yarpExtractor)),
    ...called.routes,
    ...tableRoutes(tablesOf(model)),
    ...comparedRoutes(factsByPath(model, dispatchExtractor)),
    ...codeIgniterRoutes(factsByPath(model, codeIgniterExtractor)),
    ...yiiRoutes(factsByPath(model, yiiExtractor)),
    ...grailsRoutes(
      factsByPath(model, urlMappingsExtractor),
      factsByPath(model, grailsControllerExtractor),
      settingsOf(model),
    ),
    ...abpRoutes(factsByPath(model, abpExtractor), model.byPath.keys()),
    ...furionRoutes(factsByPath(model, furionExtractor)),
    ...azureRoutes(factsByPath(model, azureFunctionsExtractor)),
    ...strutsRoutes(factsByPath(model, strutsExtractor)),
    ...filamentRoutes(factsByPath(model, filamentExtractor)),
    ...textRoutes((extractor) => factsByPath(model, extractor), model.byPath.keys(), found, play.mounts),
    ...servletRoutes(factsByPath(model, servletBeansExtractor), settingsOf(model)),
    ...dataRestRoutes(factsByPath(model, dataRestExtractor), settingsOf(model)),
    ...play.routes,
    ...fileRoutes(model, files).filter((route) => !handsOn(route, found)),
  ]);
  const documents = [...model.factsOf(openApiExtractor)].map(([file, facts]) => [file.path, facts] as const);
  const routes = [
    ...inCode,
    ...documentedRoutes(
      documents,
      inCode.filter((route) => !isPage(route)),
      factsByPath(model, generatedServersExtractor),
    ),
  ].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { routes, unread, said, procedures: called.procedures };
}

function fileRoutes(model: FactsView, files: ReadonlyMap<string, FileRouteFacts>): Route[] {
  const packages = new Map(
    [...model.factsOf(packageExtractor)].map(([file, facts]) => [directoryOf(file.path), facts]),
  );
  addConfigured(packages, model);
  return findFileRoutes(files, packages, nextSettings(factsByPath(model, codePrefixesExtractor)));
}

/** What a program copies into new projects is no application of this one. */
const copied = /(?:^|\/)(?:templates?|scaffolds?|stubs|starters?|examples?)\//;
const configured = /(?:^|\/)(?:(nuxt|next|astro)\.config\.(?:[cm]?[jt]s)|(fresh)\.(?:gen|config)\.ts)$/;

/** In a workspace the package above may be the one that depends on a framework; its settings stand in each application. */
function addConfigured(packages: Map<string, PackageFacts>, model: FactsView): void {
  for (const path of model.byPath.keys()) {
    const [, built, made] = configured.exec(path) ?? [];
    const framework = built ?? made;
    if (framework === undefined || copied.test(path)) continue;
    const folder = directoryOf(path);
    const facts = packages.get(folder) ?? { name: undefined, dependencies: [], bin: [], entries: [], isPrivate: true };
    packages.set(folder, { ...facts, dependencies: [...facts.dependencies, framework] });
  }
}

/** Gateways are generated for Go, part of .NET, or Envoy: a program without one of these calls somebody else's. */
const gatewaySign = /(?:^|\/)(?:go\.mod|[^/]{1,100}\.csproj|[\w.-]{0,40}envoy[\w.-]{0,40}\.(?:ya?ml|json|tmpl))$/;

const callingCode = /\.(?:java|kt|scala|dart|swift|rs|py)$/;

/** What a gateway makes of the services' calls. */
function gatewayRoutes(model: FactsView): Route[] {
  const facts = [...model.factsOf(gatewayExtractor)];
  if (facts.length === 0) return [];
  const paths = [...model.byPath.keys()];
  if (paths.some((path) => callingCode.test(path)) && !paths.some((path) => gatewaySign.test(path))) return [];
  return facts.flatMap(([file, calls]) =>
    calls.map(
      ({ method, path, line, call }): Route => ({
        method,
        path,
        file: file.path,
        line,
        framework: 'gRPC-Gateway',
        handler: call,
        declared: 'explicit',
      }),
    ),
  );
}

function routesOf(
  programs: readonly (readonly [FilePlace, FileProgram])[],
  model: FactsView,
): Pick<FoundRoutes, 'routes' | 'unread' | 'said'> {
  const project = new Project(programs, model.links, model.byPath);
  const settings = settingsOf(model);
  const all = new Map([...settings.values()].flatMap(({ values }) => Object.entries(values)));
  const configuredBase = configuredBases([...model.factsOf(configuredBasesExtractor)].map(([, facts]) => facts));
  const interpreter = runProject(project, new RuleBook([...routerRules, ...supportRules]), all, configuredBase);
  placeServed(interpreter, settings);
  dropUnserved(interpreter, settings);
  const symfonyRoutes = withParameters(factsByPath(model, symfonyRoutesExtractor), all);
  interpreter.beginAnew();
  const said: Record<string, { file: string; line: number }[]> = {};
  const annotated = new AnnotatedRoutes(
    interpreter,
    annotatedRules,
    {
      ...jvmPlacements(interpreter, settings),
      nest: nestPlacement(interpreter),
      ...decoratedPlacements(interpreter),
      ...scriptPlacements(interpreter, settings),
      symfony: symfonyPlacement(symfonyRoutes, interpreter),
      apiPlatform: apiPlatformPlacement(interpreter, symfonyRoutes),
      laravelAttributes: laravelPlacement(interpreter),
      hyperfAttributes: hyperfPlacement(interpreter),
      nextcloud: nextcloudPlacement(tablesOf(model)),
      ...pythonPlacements(interpreter),
      aspNetControllers: aspNetPlacement(interpreter, settings),
      ...classRoutePlacements(interpreter),
    },
    said,
  );
  const routes = [
    ...composeRoutes(interpreter.nodes, interpreter.constants, configuredBase, said),
    ...routesWithParameters(annotated.find(), all),
    ...symfonyFileRoutes(symfonyRoutes),
  ];
  return { routes, said, unread: unreadBeside(routes, interpreter.unread) };
}

const tablesOf = (model: FactsView): Map<string, TableFacts> => factsByPath(model, tableExtractor);

const factsByPath = <F>(model: FactsView, extractor: Extractor<F>): Map<string, F> =>
  new Map([...model.factsOf(extractor)].map(([file, facts]) => [file.path, facts]));

/** A place at which one call is read and another is not is counted by what was read. */
function unreadBeside(routes: readonly Route[], unread: ReadonlyMap<string, string>): Record<string, number> {
  const read = new Set(routes.map(({ file, line }) => `${file}:${line}`));
  const counts: Record<string, number> = {};
  for (const [place, framework] of unread) if (!read.has(place)) counts[framework] = (counts[framework] ?? 0) + 1;
  return counts;
}

/** What files of settings and code say of the place of a server, by file. */
function settingsOf(model: FactsView): Map<string, ServerSettings> {
  const found = factsByPath(model, settingsExtractor);
  for (const [{ path }, { values }] of model.factsOf(codePrefixesExtractor))
    found.set(path, { values: { ...found.get(path)?.values, ...values } });
  return found;
}

/** Several names for one route in one file are one route. */
function unique(routes: readonly Route[]): Route[] {
  const found = new Map<string, Route>();
  for (const route of withoutTwins(routes)) {
    const key = `${route.method} ${route.path} ${route.file} ${route.handler ?? route.line}`;
    if (!found.has(key)) found.set(key, route);
  }
  return [...found.values()];
}

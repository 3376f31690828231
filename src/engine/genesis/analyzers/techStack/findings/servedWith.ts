import type { ScanModel } from '../../../scanModel';
import { groupBy } from '../../dependencies/text/groupBy';
import { productRoutes } from '../../entryPointFindings/productRoutes';
import { isSmallServer } from '../barelyImported';
import { ecosystemOfFile } from '../data/programmingLanguages';
import type { StackEntry } from '../stack';
import { techRules } from '../techRule';
import type { Leading } from './leading';
import { type Shown, shownOf } from './shown';

/** What routes are registered with, as the stack calls it. */
export interface Served {
  /** Each of them brings the routes; the first is the one itself. */
  readonly names: readonly string[];
  readonly count: number;
  /** Of all routes, 0 to 1. */
  readonly share: number;
  /** What it is where no manifest that was read asks for it: told by its first route. */
  readonly shown: Shown;
}

/** What a framework of routes is called in the stack, and what it comes with there, where that is not the same word. */
const called: Readonly<Record<string, string>> = {
  Rails: 'Ruby on Rails|Spree|Solidus',
  'Spring MVC': 'Spring Framework|Spring Boot|Grails|Spring Cloud',
  'Spring WebFlux': 'Spring Framework|Spring Boot|Spring Cloud',
  Spring: 'Spring Framework|Spring Boot|Spring Cloud',
  'JAX-RS': 'JAX-RS|Jersey|RESTEasy|Quarkus|Dropwizard|Jakarta EE|Helidon|Micronaut|Spring Boot',
  Quarkus: 'Quarkus|JAX-RS|RESTEasy',
  'ASP.NET Core': 'ASP.NET Core|Blazor|ABP Framework|Orchard Core|Umbraco|FastEndpoints|.NET Aspire|Carter',
  'ASP.NET': 'ASP.NET MVC|ASP.NET Web API',
  chi: 'Chi',
  'gorilla/mux': 'Gorilla Mux',
  'Vert.x Web': 'Vert.x|Quarkus',
  Play: 'Play Framework',
  Spark: 'Spark Java',
  Laravel: 'Laravel|Lumen|Statamic|Filament',
  Lumen: 'Lumen|Laravel',
  Symfony: 'Symfony|API Platform|Drupal|Laravel',
  Express: 'Express|NestJS|LoopBack|Sails|Feathers|Restify|Strapi|KeystoneJS',
  Fastify: 'Fastify|NestJS',
  Starlette: 'Starlette|FastAPI',
  Flask: 'Flask|Connexion|Flask-RESTful|Flask-RESTX|Dash',
  Django: 'Django|Wagtail|Django CMS',
  Phoenix: 'Phoenix|Ash',
  h3: 'h3|Nitro|Nuxt|TanStack Start|SolidStart',
  H3: 'h3|Nitro|Nuxt|TanStack Start|SolidStart',
  'Actix Web': 'Actix Web|Loco',
  Axum: 'Axum|Loco',
  WordPress: 'WordPress plugin API|WordPress theme API|WordPress',
};

const ruleOf = new Map(
  techRules.filter(({ category }) => category === 'framework').map((rule) => [rule.name.toLowerCase(), rule]),
);

/** Beside what the stack knows: it is named, and leads nothing. */
const unknown = { rank: 4, order: 0 };

/** Said of routes whatever serves them. */
const plain: ReadonlySet<string> = new Set(['OpenAPI', 'gRPC-Gateway', 'HTTP', 'custom', 'WebSocket', 'URL']);

/** The frameworks of the routes that are told, most routes first. */
export function servedWith(model: ScanModel): readonly Served[] {
  const routes = productRoutes(model).filter(({ framework }) => !plain.has(framework));
  const byFramework = groupBy(routes, ({ framework }) => framework);
  return [...byFramework]
    .sort((a, b) => b[1].length - a[1].length)
    .flatMap(([framework, own]): Served[] => {
      const names = (Object.hasOwn(called, framework) ? called[framework] : undefined)?.split('|') ?? [framework];
      const [first] = own;
      if (first === undefined) return [];
      const evidence = { path: first.file, startLine: first.line, endLine: first.line };
      const home = ecosystemOfFile(model.byPath.get(first.file)?.languageName ?? '') ?? 'native';
      const { name, rank, order } = ruleOf.get(names[0]?.toLowerCase() ?? '') ?? { name: framework, ...unknown };
      const entry: StackEntry = {
        name,
        version: '',
        category: 'framework',
        evidence: [evidence],
        rank,
        score: 0,
        hits: [
          { part: `import:${home}/routes`, kind: 'package', evidence, version: '', weight: 2, imports: own.length },
        ],
        isEngine: false,
        isServerSide: true,
        order,
      };
      const shown = { entry, text: name, places: [evidence] };
      return [{ names: [name, ...names], count: own.length, share: own.length / routes.length, shown }];
    });
}

/** So many routes shape a product, or half of them a part of it. */
const manyRoutes = 30;
const leastRoutes = 10;
const mainShare = 0.5;
/** What comes with a language does not shape what is written in it. */
const mostRank = 3;

const isNamed = ({ names }: Served, entries: readonly StackEntry[]): boolean =>
  entries.some(({ name }) => names.includes(name));

/** Most routes are those of the framework that the sentence names; where it names none of a server, that one is added. */
export function withServed(leading: Leading, entries: readonly StackEntry[], served: readonly Served[]): Leading {
  const { frameworks } = leading;
  const [main] = served;
  if (main === undefined || main.count < leastRoutes || main.share < mainShare) return leading;
  const isServed = frameworks.some(({ entry }) => entry.isServerSide);
  if (
    isServed ||
    main.shown.entry.rank > mostRank ||
    isNamed(
      main,
      frameworks.map(({ entry }) => entry),
    )
  )
    return leading;
  const asked = askedFor(main, entries);
  // What a manifest asks for and little of the code belongs to is a part, whatever it answers.
  // A server whose routes are put together in a few files answers all the same.
  const isPart = main.count < manyRoutes || (asked?.entry.isOfPart === true && asked.entry.isRarelyImported !== true);
  if (isPart && frameworks.length > 0 && !leading.isAside) return leading;
  return { frameworks: [asked ?? main.shown, ...frameworks].slice(0, 3), isAside: isPart };
}

/**
 * Servers of few words where nothing else leads; pages may show what a program of commands knows, with a few routes behind
 * them.
 */
export function smallServersOf(frameworks: readonly Shown[], [main]: readonly Served[]): readonly Shown[] {
  const small = frameworks.filter(({ entry }) => isSmallServer(entry.name));
  const isLittle = main !== undefined && main.count < leastRoutes;
  return frameworks.every((shown) => small.includes(shown) || (isLittle && !shown.entry.isServerSide)) ? small : [];
}

function askedFor({ names }: Served, entries: readonly StackEntry[]): Shown | undefined {
  const entry = entries.find(({ name }) => names.includes(name));
  return entry === undefined ? undefined : shownOf(entry);
}

/** All of them, for the list. */
export function shownServed(entries: readonly StackEntry[], served: readonly Served[]): readonly Shown[] {
  return served.map((one) => askedFor(one, entries) ?? one.shown);
}

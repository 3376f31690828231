import type { LanguageId } from '../../../sourceFile';
import type { PathNotation } from '../paths/pathNotation';

/**
 * An argument of a call: its place (negative from the end), or its name: a keyword argument, or a key of an object or map
 * among the arguments. Of a list the first that is there.
 */
export type ArgumentPlace = number | string | readonly (number | string)[];

/** Where the HTTP methods of a route are said. */
export type MethodsPlace =
  | string
  | readonly string[]
  | { readonly from: ArgumentPlace; readonly otherwise: readonly string[] };

/** Registers a route. */
export interface RouteVerb {
  readonly does: 'route';
  readonly methods: MethodsPlace;
  /** Left out: the router stands for the path. */
  readonly path?: ArgumentPlace;
  /** Left out: the last argument, or the decorated function. `none`: a handler follows by another verb. */
  readonly handler?: ArgumentPlace | 'none';
  /** Middleware: those between path and handler, those behind the handler, or the arguments at a place. */
  readonly middleware?: 'between' | 'behind' | { readonly at: ArgumentPlace };
  /** What the call gives back: the router (default), or the route, for calls that add to it. */
  readonly gives?: 'router' | 'route';
  /** With a path alone it is something else: `app.get('setting')`. */
  readonly needsHandler?: boolean;
  readonly declared?: 'implied';
  /** A name may come before the path. */
  readonly named?: boolean;
  /** Counts only on a router that stands for one path. */
  readonly onPath?: boolean;
  /** Without a path it stands at the router's own. */
  readonly pathOptional?: boolean;
  /** In the handler's place may stand a function that fills a router below the path. */
  readonly branches?: true;
  /** The path may begin with the method: `GET /users`. */
  readonly methodInPath?: boolean;
}

/** Puts routers below this one, among them the routers in lists and the results of unknown calls. */
export interface MountVerb {
  readonly does: 'mount';
  readonly prefix?: ArgumentPlace;
  /** Left out: all arguments. */
  readonly what?: ArgumentPlace;
  /** Functions among them are called with a router of the new place: plug-ins and configuration functions. */
  readonly calls?: boolean;
  /** Other functions among the arguments are middleware of the mount. */
  readonly middleware?: boolean;
  /** A target that is no router is a route for all methods (`Handle("/metrics", handler)`). */
  readonly orRoute?: { readonly methods: readonly string[] };
  readonly gives?: 'router' | 'mounted';
  /** A prefix that is said here takes the place of the router's own. */
  readonly replaces?: true;
}

/** Makes a router below this one. */
export interface GroupVerb {
  readonly does: 'group';
  readonly prefix?: ArgumentPlace;
  /** The function that fills it. */
  readonly callback?: ArgumentPlace;
  readonly middleware?: ArgumentPlace | 'rest';
  /** It stands for one path: its own verbs take none. */
  readonly stands?: 'path';
  /** `child` (default), or the router itself. */
  readonly gives?: 'child' | 'router';
}

/** Changes the router or route that it is called on. */
export interface ChangeVerb {
  readonly does: 'prefix' | 'methods' | 'handler' | 'middleware' | 'only' | 'except';
  readonly at?: ArgumentPlace;
  /** Of middleware those that look like guards are kept (default), or all of it. */
  readonly keeps?: 'all';
}

/** Gives back the router and does nothing else, or nothing at all. */
export interface PlainVerb {
  readonly does: 'same' | 'nothing';
}

/** Anything that the others can't say, by the name of its code in `run/specialVerbs`. */
export interface SpecialVerb {
  readonly does: 'special';
  readonly special: string;
}

export type Verb = RouteVerb | MountVerb | GroupVerb | ChangeVerb | PlainVerb | SpecialVerb;

/** A call of the framework that makes a router. */
export interface Creation {
  /** Exported name, members with dots; `default` for the module itself. */
  readonly name: string;
  readonly prefix?: ArgumentPlace;
  readonly stands?: 'path';
  /** Methods to which everything on it is limited. */
  readonly methods?: readonly string[];
  /** It answers nothing until another router takes it in, and that one says under which path. */
  readonly hosted?: true;
  /** Applied to the new router with the same arguments. */
  readonly fills?: Verb;
  /** Other names for the packages in which it is found than the rule's. */
  readonly package?: string;
}

/** A server framework whose routes are registered on router values. */
export interface RouterRule {
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  readonly languages: readonly LanguageId[];
  /** Modules that belong to it, with everything below them. Empty: its names need no import. */
  readonly packages: readonly string[];
  readonly creates: readonly Creation[];
  /** Classes in whose body the verbs stand without a receiver. */
  readonly bases?: readonly string[];
  /** A function of this name is handed a router, whatever its parameter is called. */
  readonly filler?: string;
  /** Methods of these classes in which the verbs stand, beside their constructors. */
  readonly filledBy?: readonly string[];
  /** Classes with such bases are routers whose methods say their routes by attributes; their fields of these names. */
  readonly handlerClasses?: { readonly path: string; readonly guards: string };
  /** Files that require one of these hold verbs at their top. */
  readonly topLevel?: readonly string[];
  /** Attributes of functions that say their route; what puts the function below a router says where it lies. */
  readonly attributes?: Readonly<Record<string, RouteVerb>>;
  /** Types of its routers. */
  readonly types?: readonly string[];
  readonly verbs: Readonly<Record<string, Verb>>;
  /** Functions of the package that work on its one default router. */
  readonly globals?: Readonly<Record<string, Verb>>;
  /** Whether that router is one for the program (default) or one for each file. */
  readonly defaultRouter?: 'program' | 'file';
  /** Prefixes that files have by convention where nothing takes them in; `$1` is what the first brackets of their place hold. */
  readonly filePrefixes?: readonly (readonly [place: RegExp, prefix: string])[];
  /** Variables that are routers in files which nothing fills them for. */
  readonly freeVariables?: readonly string[];
  /** `$this` inside of a function that fills a router is that router. */
  readonly bindsThis?: boolean;
  /** Calls that give their first argument back: typed definitions of a route, wrappers. */
  readonly transparent?: readonly string[];
  /** Names of the first package that stand for it without an import: autoloaded classes, implicit usings. */
  readonly unimported?: readonly string[];
  /** Variables that it finds by their name: Django's `urlpatterns`. */
  readonly wellKnown?: readonly string[];
  /** Its groups are a state of the one router: what is called on the outer one inside of a group lies in the group. */
  readonly stacksGroups?: boolean;
  /** Its verbs are called without a receiver inside the blocks that fill a router. */
  readonly bare?: boolean;
  /** Names that parameters have by convention; they count only where the project imports the framework. */
  readonly conventional?: readonly string[];
  /** Methods of a path itself, which is their first argument: `"/users" bind routes(…)`. */
  readonly texts?: Readonly<Record<string, Verb>>;
  /** Middleware added to a router guards what is registered later (default), or everything. */
  readonly middlewareOrder?: 'later' | 'all';
  readonly notation: PathNotation;
  /** Whether `/users/` and `/users` are the same route. */
  readonly trailingSlash: 'keep' | 'drop';
}

/** What a stretch of text asks of a request, from the outside in. */
export interface RouteTree {
  /** Parts of the path; one that begins with `=` is a template: `=${Api.version}`, `=${Id:user}` (see `templates.ts`). */
  readonly parts: readonly string[];
  readonly methods: readonly string[];
  /** The path ends here. */
  readonly ends: boolean;
  /** A part of the path is not understood. */
  readonly isLost: boolean;
  readonly line: number;
  /** Words of the program among them, which may be directives of its own. */
  readonly combined?: readonly string[];
  readonly children: readonly RouteTree[];
  /** Other values that are put here: `users.routes`. */
  readonly refs: readonly RouteRef[];
}
export interface RouteRef {
  /** The value, object or type before the dot; empty where none stands there, `_` for any that is handed in. */
  readonly of: string;
  readonly name: string;
  /** It means one of the same class or of what that extends, and nothing elsewhere. */
  readonly isNear?: true;
}
/** A value of a class or an object that is a route. */
export interface RouteDefinition {
  readonly owner: string;
  readonly name: string;
  readonly tree: RouteTree;
  /** Others take it in by its type or hand it something: it lies nowhere by itself. */
  readonly isOpen: boolean;
  readonly isOverride: boolean;
  /** Its type or its name says that it is one. */
  readonly isRoute: boolean;
}
/** What a file says of routes that are put together as values. */
export interface RouteFile {
  /** Empty where it only names texts that paths are made of. */
  readonly framework: string;
  readonly inPackage: string;
  /** Names that it imports, with where they come from. */
  readonly imports: Readonly<Record<string, string>>;
  readonly definitions: readonly RouteDefinition[];
  /** Directives of the project that ask for a part of the path. */
  readonly pathDirectives: readonly string[];
  /** Types of the variables that are asked for routes. */
  readonly types: Readonly<Record<string, string>>;
  /** What its classes extend. */
  readonly bases: Readonly<Record<string, readonly string[]>>;
  /** Texts by the names that hold them, and by those of their objects: `Api.version`. */
  readonly texts: Readonly<Record<string, string>>;
}

export const emptyTree = (line: number): RouteTree => ({
  parts: [],
  methods: [],
  ends: false,
  isLost: false,
  line,
  children: [],
  refs: [],
});

export const asksForSomething = (tree: RouteTree): boolean =>
  tree.ends || tree.methods.length > 0 || tree.parts.length > 0 || tree.children.some(asksForSomething);

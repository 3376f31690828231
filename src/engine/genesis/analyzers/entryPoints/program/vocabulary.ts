/** The words by which a program is cut down to what matters, for one language. */
export interface Vocabulary {
  /** Methods of routers. */
  readonly verbs: ReadonlySet<string>;
  /** Those of them that put routers together; they count without a path. */
  readonly joins: ReadonlySet<string>;
  /** Those that may hand a router to a function. */
  readonly fills: ReadonlySet<string>;
  /** Verbs that stand without a receiver. */
  readonly bare: ReadonlySet<string>;
  /** Types of routers, and classes in whose bodies bare verbs stand. */
  readonly types: ReadonlySet<string>;
  /** Names that mean a framework without an import. */
  readonly unimported: ReadonlySet<string>;
  /** Methods of paths. */
  readonly texts: ReadonlySet<string>;
  /** Annotations and decorators that make entry points of classes and methods. */
  readonly annotations: ReadonlySet<string>;
  /** Names that parameters have which are routers. */
  readonly conventional: ReadonlySet<string>;
  /** Variables that a framework finds by their name. */
  readonly wellKnown: ReadonlySet<string>;
  isFramework(specifier: string): boolean;
}

/** A row of a table of routes. */
export interface TableRow {
  readonly method: string;
  /** In colon notation. */
  readonly path: string;
  readonly line: number;
  readonly handler?: string;
}

/** `createCoreRouter('api::article.article', { only: ['find'] })`. */
export interface CoreRouter {
  readonly type: string;
  readonly line: number;
  readonly prefix: string;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

export interface TableFacts {
  readonly framework: 'Sails' | 'Strapi';
  readonly rows?: readonly TableRow[];
  readonly core?: readonly CoreRouter[];
  /** What a type of content is called in paths. */
  readonly content?: { readonly singular: string; readonly plural: string; readonly isSingle: boolean };
}

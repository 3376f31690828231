/** A row of a table of routes. */
export interface TableRow {
  readonly method: string;
  /** In colon notation; of Nextcloud in braces. */
  readonly path: string;
  readonly line: number;
  readonly handler?: string;
  /** Of Nextcloud: below the application, or below the interface for other programs. */
  readonly below?: 'web' | 'ocs';
  /** Of Nextcloud: takes the place of `/apps/<name>`. */
  readonly root?: string;
  /** A line that stands for several routes brings it. */
  readonly isImplied?: true;
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
  readonly framework:
    | 'Sails'
    | 'Strapi'
    | 'Nextcloud'
    | 'Laminas'
    | 'Frappe'
    | 'Mautic'
    | 'Magento'
    | 'Moleculer'
    | 'Payload'
    | 'Utopia'
    | 'TYPO3';
  readonly rows?: readonly TableRow[];
  readonly core?: readonly CoreRouter[];
  /** What a type of content is called in paths. */
  readonly content?: { readonly singular: string; readonly plural: string; readonly isSingle: boolean };
  /** The name of an application of Nextcloud or Frappe; of Payload below which path its interface lies. */
  readonly app?: string;
  /** Of Payload: the names of all that its settings take in. */
  readonly taken?: readonly string[];
  /** Of Moleculer: below which paths a gateway puts what its services say of their actions. */
  readonly auto?: readonly string[];
  readonly actions?: readonly TableRow[];
}

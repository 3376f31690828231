/** What a file says of a procedure that clients call by its name, or of the router that names it. */
export type ProcedureNode = Procedure | ProcedureRouter | { readonly is: 'name'; readonly name: string } | LazyRouter;

export interface Procedure {
  readonly is: 'procedure';
  readonly line: number;
  /** The request by which it can be called as well, where it says one. */
  readonly method?: string;
  readonly path?: string;
}

export interface ProcedureRouter {
  readonly is: 'router';
  /** Without a key what another router holds stands in this one too. */
  readonly entries: readonly { readonly key: string; readonly node: ProcedureNode }[];
  /** No call made it: an object like others. */
  readonly isPlain?: true;
  /** Before the paths of requests. */
  readonly prefix?: string;
}

/** `lazy(() => import('./posts'))`. */
export interface LazyRouter {
  readonly is: 'lazy';
  readonly specifier: string;
  readonly name: string;
}

/** A router that answers clients. */
export interface ServedRouter {
  readonly name: string;
  readonly framework: 'tRPC' | 'oRPC';
  /** Where it answers requests by the paths that its procedures say; `?` where that is not known. */
  readonly paths?: string;
}

export interface ProcedureFacts {
  readonly declared: Readonly<Record<string, ProcedureNode>>;
  readonly served: readonly ServedRouter[];
  /** It takes something from the server of tRPC. */
  readonly isServer?: true;
}

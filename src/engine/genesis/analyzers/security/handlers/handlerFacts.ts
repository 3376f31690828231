import type { Origin } from './values';

/** A call of a function that takes a record, or hands on what the request said. */
export interface UnitCall {
  readonly line: number;
  readonly name: string;
  /** Where the function may live: see `flow/homes`. `this` for the own class. None of a statement of SQL. */
  readonly homes?: readonly string[];
  /** Of each argument. */
  readonly args?: readonly Origin[];
  /** It asks for a record by these names of the code: `orderRepository.findById(id)`. */
  readonly record?: readonly string[];
  /** Of what tells the record from others. */
  readonly id?: Origin;
  /** Of what else is asked for with it: `{ id, userId }`. */
  readonly beside?: Origin;
  /** The record is changed, or taken away. */
  readonly changes?: true;
  /** A statement that the id is put into as a text: a flaw of its own. */
  readonly joined?: true;
}

/** A function, and what it does with records. */
export interface UnitFacts {
  /** Empty for a handler without a name. */
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  /** Its class, its module, its package, where these are other than the usual ones of the file. */
  readonly homes?: readonly string[];
  /** It, or what stands above it, asks whose the record is, or for more than a login. */
  readonly asks?: true;
  /** It compares whose the record is. */
  readonly owned?: true;
  /** It compares parameters with what a record holds: who asks, where a caller gives that. */
  readonly compares?: Origin;
  /** It, or what stands above it, asks who calls. */
  readonly who?: true;
  /** Its parameters or its text hold what a request says. */
  readonly handles?: true;
  /** The names of its parameters, in languages whose routers hand parts of an address over by name. */
  readonly parameters?: readonly string[];
  readonly calls?: readonly UnitCall[];
}

export interface HandlerFacts {
  /** All routes of the file, or of its class, ask who calls. */
  readonly guarded?: true;
  /** All routes of the file ask for more than a login. */
  readonly limited?: true;
  readonly homes: readonly string[];
  readonly units: readonly UnitFacts[];
}

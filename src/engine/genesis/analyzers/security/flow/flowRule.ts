import type { LanguageId } from '../../../sourceFile';
import type { WeaknessClass } from '../weakness';

/** A call that must not be given request data: by its callee, for some languages. */
export interface Sink {
  readonly languages: readonly LanguageId[];
  /** Fits the whole callee, receivers joined by `.`. */
  readonly callee: RegExp;
  /** Which arguments matter; all where absent. */
  readonly arguments?: readonly number[];
  /**
   * - `any`: every value that comes from a request
   * - `joined`: only inside text that is put together (a parameter on its own is bound by the driver)
   * - `start`: only where the value is the whole, or the beginning, of the text
   * - `whole`: only all fields of a body or a query at once
   */
  readonly when: 'any' | 'joined' | 'start' | 'whole';
  /** Has to be found in the file, where the name of the call is used by others too. */
  readonly file?: RegExp;
  /** Has to be found in the text of the arguments, where the callee alone says too little. */
  readonly shows?: RegExp;
  /** What reaches it is worth a look, and no more. */
  readonly possible?: true;
  /** What `shows` looks for may stand where an argument was made: a list of words, a filter in a name of its own. */
  readonly made?: true;
}

/** A class of weakness and the calls at which it opens. */
export interface FlowRule extends WeaknessClass {
  readonly id: string;
  readonly sinks: readonly Sink[];
  readonly examples: readonly { readonly path: string; readonly text: string; readonly lines: readonly number[] }[];
}

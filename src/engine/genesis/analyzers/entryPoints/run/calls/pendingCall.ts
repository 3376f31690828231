import type { Frame } from '../interpreter';
import type { ClassValue, FunctionValue, PassedArgument } from '../values';

/** A call that is being carried out. */
export interface PendingCall {
  readonly args: readonly PassedArgument[];
  readonly line: number;
  readonly frame: Frame;
  /** Name of the verb. */
  readonly verb?: string;
  /** `new X()` or a composite literal. */
  readonly makes?: boolean;
  /** Set for a decorator: what it stands on, and the other decorators there. */
  readonly decorated?: { readonly value: FunctionValue | ClassValue; readonly middleware: readonly string[] };
}

import type { Expression } from '../../program/program';
import { baseName } from '../../program/walk';
import type { Frame } from '../interpreter';
import type { ClassValue, FunctionValue, PassedArgument } from '../values';

/** A call that is being carried out. */
export interface PendingCall {
  readonly args: readonly PassedArgument[];
  readonly line: number;
  readonly frame: Frame;
  /** Name of the verb. */
  readonly verb?: string;
  /** The name at the beginning of what a method of Go is called on. */
  readonly on?: string;
  /** `new X()` or a composite literal. */
  readonly makes?: boolean;
  /** Set for a decorator: what it stands on, and the other decorators there. */
  readonly decorated?: { readonly value: FunctionValue | ClassValue; readonly middleware: readonly string[] };
}

export function onWhat(callee: Expression, { unit }: Frame): Pick<PendingCall, 'on'> {
  const name = unit.program.language === 'go' && callee.is === 'member' ? baseName(callee) : undefined;
  return name === undefined ? {} : { on: name };
}

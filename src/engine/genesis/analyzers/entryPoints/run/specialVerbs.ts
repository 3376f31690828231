import type { PendingCall } from './calls';
import type { Interpreter } from './interpreter';
import type { RouterNode } from './routerNode';
import type { Value } from './values';

export type SpecialVerbCode = (interpreter: Interpreter, node: RouterNode, call: PendingCall) => Value | undefined;

/** Calls that no other verb can say, by the name in the rules. */
export const specialVerbs: Readonly<Record<string, SpecialVerbCode>> = {};

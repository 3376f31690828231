import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import type { Value } from '../values';

/** Carries out a call that no other verb can say; `undefined`: it gives back the router. */
export type SpecialVerbCode = (interpreter: Interpreter, node: RouterNode, call: PendingCall) => Value | undefined;

import { emitsHook } from '../../program/slice/ownCalls';
import type { Interpreter } from '../interpreter';
import { isScript } from '../project/languageTraits';
import { type FunctionValue, type PassedArgument, textOf } from '../values';
import type { PendingCall } from './pendingCall';

const binding = /^(?:bind|add|on|register|tap)Hooks?$/;
const most = 200;

/** What plug-ins bind under a name, and what the server hands to whoever did. */
export class Hooks {
  private readonly bound: { readonly name: string; readonly listener: FunctionValue }[] = [];
  private readonly emitted: { readonly name: string; readonly args: readonly PassedArgument[] }[] = [];

  constructor(private readonly interpreter: Interpreter) {}

  /** `this.bindHook('routes', (add) => …)`, `emitHook('routes', addRoute)`. True for a call of the first kind, which waits for the second. */
  note(called: string, { args, frame }: PendingCall): boolean {
    const name = textOf(args[0]?.value);
    const handed = args.slice(1);
    if (name === undefined || !isScript.test(frame.unit.program.language)) return false;
    const [listener] = handed;
    if (binding.test(called) && listener?.value.kind === 'function') {
      if (this.bound.length < most) this.bound.push({ name, listener: listener.value });
      return true;
    }
    if (emitsHook.test(called) && handed.some(({ value }) => value.kind === 'function') && this.emitted.length < most)
      this.emitted.push({ name, args: handed });
    return false;
  }

  /** Carries out what is bound with what is handed over under its name, once. */
  settle(): void {
    for (const { name, listener } of this.bound.splice(0))
      for (const emitted of this.emitted)
        if (emitted.name === name) this.interpreter.callFunction(listener, emitted.args);
  }
}

import type { Frame, Interpreter } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import type { Value } from '../values';
import { several } from '../values';
import type { PendingCall } from './pendingCall';

/** More implementations of one method than these say nothing of which is meant. */
const mostMakers = 4;

/** Methods of something that is not known: which of the project's methods of that name may be meant. */
export class Dispatch {
  constructor(private readonly interpreter: Interpreter) {}

  /**
   * A method of something unknown: where a router goes in, the methods of that name that take a router at this place are
   * carried out, for an interface hides which of them it is.
   */
  call(name: string, call: PendingCall, isClient = false): Value {
    const at = call.args.findIndex((argument) => argument.value.kind === 'router');
    const passed = call.args[at]?.value;
    if (passed?.kind !== 'router')
      return this.makersOf(name, call) ?? this.interpreter.calls.callUnknown(call, isClient);
    const results: Value[] = [];
    for (const declared of this.interpreter.project.functionsNamed(name).slice(0, 50)) {
      if (declared.unit.program.language !== call.frame.unit.program.language) continue;
      const parameter = declared.unit.program.functions[declared.id]?.parameters.filter(
        (candidate) => candidate.name !== 'self',
      )[at];
      if (parameter === undefined || !this.takesRouter(parameter.type, passed.node)) continue;
      this.interpreter.run(declared.unit);
      const value = this.interpreter.functionValue(declared.id, { unit: declared.unit, scope: declared.unit.scope });
      results.push(this.interpreter.callFunction(value, call.args, this.selfOf(declared)));
    }
    return results.length > 0 ? several(results) : this.interpreter.calls.callUnknown(call, isClient);
  }

  /** `authorizer.routes()`: what implements a trait or an interface gives its router by a method of this name. */
  private makersOf(name: string, call: PendingCall): Value | undefined {
    const { language } = call.frame.unit.program;
    if (language !== 'rust' && language !== 'go') return undefined;
    const makers = this.interpreter.project.functionsNamed(name).filter(({ unit, id }) => {
      const declared = unit.program.functions[id];
      if (unit.program.language !== language || declared?.receiver === undefined) return false;
      return (
        declared.returns !== undefined &&
        this.interpreter.rules.ruleOfTypeName(language, declared.returns) !== undefined
      );
    });
    if (makers.length === 0 || makers.length > mostMakers) return undefined;
    return several(
      makers.map((declared) => {
        this.interpreter.run(declared.unit);
        const value = this.interpreter.functionValue(declared.id, { unit: declared.unit, scope: declared.unit.scope });
        return this.interpreter.callFunction(value, call.args, this.selfOf(declared));
      }),
    );
  }

  /** The object of the class that declares a method. */
  private selfOf(declared: { readonly unit: Frame['unit']; readonly id: number }): Value | undefined {
    const { unit } = declared;
    const id = unit.program.classes.findIndex((candidate) => candidate.methods.includes(declared.id));
    if (id !== -1) return this.interpreter.objects.standIn({ kind: 'class', unit, id, scope: unit.scope });
    const receiver = unit.program.functions[declared.id]?.receiver?.type;
    if (receiver === undefined) return undefined;
    const value = this.interpreter.objects.instanceOfType(receiver, unit, unit.scope);
    return value.kind === 'object' ? value : undefined;
  }

  private takesRouter(type: string | undefined, node: RouterNode): boolean {
    if (type === undefined) return false;
    const last = type.slice(type.lastIndexOf('.') + 1);
    return node.rule.types?.includes(last) === true;
  }
}

import { decorate } from '../decorating';
import type { Frame, Interpreter } from '../interpreter';
import { Scope } from '../project/scope';
import type { ClassValue } from '../values';

/** What happens where a function or a class is declared. */
export class Definitions {
  constructor(private readonly interpreter: Interpreter) {}

  /** Decorators that register the function: `@app.get('/users')`. The others count as its middleware. */
  decorateFunction(id: number, frame: Frame): void {
    const declared = frame.unit.program.functions[id];
    if (declared?.decorators === undefined) return;
    const value = this.interpreter.functionValue(id, frame);
    decorate(this.interpreter, declared.decorators, value, frame);
  }

  /** Carries out what stands in the body of a class, and registers what its decorators and those of its methods say. */
  defineClass(id: number, frame: Frame): void {
    const declared = frame.unit.program.classes[id];
    if (declared === undefined) return;
    const type: ClassValue = { kind: 'class', unit: frame.unit, id, scope: frame.scope };
    const scope = new Scope(frame.scope);
    const inside: Frame = { unit: frame.unit, scope, returns: [] };
    for (const method of declared.methods) {
      const { decorators } = frame.unit.program.functions[method] ?? {};
      if (decorators !== undefined && frame.unit.program.language === 'python')
        decorate(this.interpreter, decorators, this.interpreter.functionValue(method, frame), inside);
    }
    this.interpreter.routers.inClassBody(type, () => this.interpreter.statements.execute(declared.body, inside));
    if (frame.unit.program.language === 'python' && declared.decorators.length > 0)
      decorate(this.interpreter, declared.decorators, type, frame);
  }
}

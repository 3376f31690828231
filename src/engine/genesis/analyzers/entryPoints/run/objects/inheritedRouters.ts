import type { Interpreter } from '../interpreter';
import type { RuleBook } from '../ruleBook';
import { noteForms } from '../special/python/djangoRouterForms';
import type { ClassValue, ObjectValue, PassedArgument } from '../values';
import { optionsOf, ownRouter } from '../values';

/** Classes that are routers themselves, for they extend one or are made like one. */
export class InheritedRouters {
  constructor(private readonly interpreter: Interpreter) {}

  /** A class that extends the router of a framework makes routers. */
  fill(type: ClassValue, args: readonly PassedArgument[], object: ObjectValue): void {
    for (const ancestor of this.interpreter.ancestry.of(type)) {
      const frame = this.interpreter.objects.frameOf(ancestor);
      const made = this.createdByBases(ancestor) ?? this.createdLikeRouter(ancestor);
      if (made === undefined) continue;
      const line = this.interpreter.classDeclarationOf(type)?.line ?? 1;
      const router = this.interpreter.routers.create(made.rule, made.creation, { args, line, frame });
      if (made.rule.id === 'djangoRest') noteForms(this.interpreter, type, router);
      object.fields.set(ownRouter, router);
      return;
    }
  }

  /** What the rules say of the classes of a framework that this one extends itself. */
  createdByBases(type: ClassValue): ReturnType<RuleBook['creation']> {
    const { interpreter } = this;
    for (const base of interpreter.classDeclarationOf(type)?.bases ?? [])
      for (const value of optionsOf(interpreter.evaluate(base, this.interpreter.objects.frameOf(type)))) {
        const made =
          value.kind === 'external' ? interpreter.rules.creation(type.unit.program.language, value) : undefined;
        if (made !== undefined) return made;
      }
    return undefined;
  }

  /** A copy of a REST framework's router that a project keeps for itself: it registers view sets and gives their paths. */
  private createdLikeRouter(type: ClassValue): ReturnType<RuleBook['creation']> {
    if (type.unit.program.language !== 'python') return undefined;
    const declared = this.interpreter.classDeclarationOf(type);
    const names = new Set(declared?.methods.map((id) => type.unit.program.functions[id]?.name));
    if (!names.has('register') || !(names.has('get_urls') || names.has('urls'))) return undefined;
    const rule = this.interpreter.rules.rules.find(({ id }) => id === 'djangoRest');
    const creation = rule?.creates.find(({ name }) => name === 'SimpleRouter');
    return rule === undefined || creation === undefined || !this.interpreter.imports(rule)
      ? undefined
      : { rule, creation };
  }
}

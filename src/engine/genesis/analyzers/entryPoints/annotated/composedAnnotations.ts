import type { Expression } from '../program/program';
import type { AnnotatedRule } from '../rules/annotated/annotatedRule';
import type { Frame, Interpreter } from '../run/interpreter';
import { Scope } from '../run/project/scope';
import { functionNameOf } from '../run/routers/handlerName';
import { methodsIn } from '../run/routers/registering';
import type { ClassValue, PassedArgument } from '../run/values';
import { unknown } from '../run/values';
import { type Annotation, annotationsOf, textsAt } from './annotationsOf';
import { decoratorsOf } from './composedDecorators';

const deepest = 4;
const pathPlace = ['path', 'value', 0] as const;

/** Annotations that a project makes of those of its framework: `[ApiV1]` for `[Route("api/v1/[controller]")]`. */
export class ComposedAnnotations {
  constructor(private readonly interpreter: Interpreter) {}

  /** What an annotation is made of, or the annotation itself. */
  expand(rule: AnnotatedRule, annotation: Annotation, depth = 0): readonly Annotation[] {
    if (depth > deepest || isKnown(rule, annotation.name)) return [annotation];
    if (rule.languages.includes('typescript')) {
      const inner = decoratorsOf(this.interpreter, annotation, (name) => isKnown(rule, name));
      return inner.length === 0 ? [annotation] : inner;
    }
    const isAttribute = rule.languages.includes('csharp');
    const { project } = this.interpreter;
    const [declared] = project.classesNamed(isAttribute ? `${annotation.name}Attribute` : annotation.name);
    if (declared === undefined || !rule.languages.includes(declared.unit.program.language)) return [annotation];
    const type: ClassValue = { kind: 'class', ...declared, scope: declared.unit.scope };
    const made = isAttribute
      ? this.ofAttribute(rule, annotation, type, depth)
      : this.ofMeta(rule, annotation, type, depth);
    return made.length === 0 ? [annotation] : made;
  }

  /** On the JVM an annotation has annotations; a path that it is given itself goes before theirs. */
  private ofMeta(rule: AnnotatedRule, annotation: Annotation, type: ClassValue, depth: number): readonly Annotation[] {
    const { interpreter } = this;
    const decorators = interpreter.classDeclarationOf(type)?.decorators;
    const own = (textsAt(annotation, pathPlace) ?? []).length > 0 ? annotation.args : undefined;
    return annotationsOf(interpreter, decorators, interpreter.objects.frameOf(type))
      .flatMap((inner) => (inner.name === annotation.name ? [] : this.expand(rule, inner, depth + 1)))
      .filter(({ name }) => isKnown(rule, name))
      .map((inner) => ({
        name: inner.name,
        line: annotation.line,
        args: own === undefined ? inner.args : [...own, ...inner.args.filter(({ name }) => name === 'method')],
      }));
  }

  /** In C# an attribute is a class that hands a path to the one it extends, or says one of its own. */
  private ofAttribute(
    rule: AnnotatedRule,
    annotation: Annotation,
    type: ClassValue,
    depth: number,
  ): readonly Annotation[] {
    const declared = this.interpreter.classDeclarationOf(type);
    const { frame, handed } = this.construct(type, annotation.args);
    for (const base of declared?.bases ?? []) {
      const written = functionNameOf(base) ?? '';
      const name = written.slice(written.lastIndexOf('.') + 1).replace(/Attribute$/, '');
      if (name === annotation.name) continue;
      if (name === 'IRouteTemplateProvider') return this.ofTemplate(type, frame, annotation.line);
      const found = this.expand(rule, { name, args: handed, line: annotation.line }, depth + 1);
      const known = found.filter((candidate) => isKnown(rule, candidate.name));
      if (known.length > 0) return known;
    }
    return [];
  }

  /** The names inside of the constructor, and what it hands to the class that is extended. */
  private construct(type: ClassValue, args: readonly PassedArgument[]): { frame: Frame; handed: PassedArgument[] } {
    const { interpreter } = this;
    const declared = interpreter.classDeclarationOf(type);
    const scope = new Scope(type.scope);
    scope.declare('this', type);
    const frame: Frame = { unit: type.unit, scope, returns: [] };
    const makers = (declared?.methods ?? [])
      .map((id) => type.unit.program.functions[id])
      .filter((method) => method !== undefined && method.name === declared?.name);
    const maker = makers.find((method) => (method?.parameters.length ?? 0) >= args.length) ?? makers[0];
    const positional = args.filter(({ name }) => name === undefined);
    maker?.parameters.forEach((parameter, at) => {
      const passed = args.find(({ name }) => name === parameter.name) ?? positional[at];
      const otherwise = parameter.default === undefined ? unknown : interpreter.evaluate(parameter.default, frame);
      scope.declare(parameter.name, passed?.value ?? otherwise);
    });
    const handed: PassedArgument[] = [];
    for (const statement of maker?.body ?? []) {
      if (statement.do === 'set') interpreter.statements.execute([{ ...statement, declares: true }], frame);
      if (statement.do !== 'run' || statement.value.is !== 'call') continue;
      if (functionNameOf(statement.value.callee) === 'super')
        handed.push(...interpreter.calls.args(statement.value, frame));
    }
    return { frame, handed };
  }

  /** `Template` and `HttpMethods`, set by the constructor or said by the property. */
  private ofTemplate(type: ClassValue, frame: Frame, line: number): readonly Annotation[] {
    const { interpreter } = this;
    const property = (name: string): Expression | undefined =>
      interpreter.classDeclarationOf(type)?.fields.find((field) => field.name === name)?.value;
    const template = property('Template');
    const value =
      frame.scope.own('Template') ?? (template === undefined ? unknown : interpreter.evaluate(template, frame));
    if (value.kind !== 'text') return [];
    const written = property('HttpMethods');
    const methods = written === undefined ? [] : methodsIn(interpreter.evaluate(written, frame));
    const names = methods.map((method) => `Http${method.charAt(0)}${method.slice(1).toLowerCase()}`);
    const args: PassedArgument[] = [{ value, source: { is: 'text', text: value.text } }];
    return (names.length === 0 ? ['Route'] : names).map((name) => ({ name, args, line }));
  }
}

function isKnown(rule: AnnotatedRule, name: string): boolean {
  const tables = [rule.routes, rule.prefixes, rule.paths, rule.guards];
  return tables.some((table) => Object.hasOwn(table ?? {}, name)) || rule.controllers?.includes(name) === true;
}

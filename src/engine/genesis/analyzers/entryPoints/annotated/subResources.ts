import type { FunctionDeclaration } from '../program/program';
import type { AnnotatedRule } from '../rules/annotated/annotatedRule';
import type { Interpreter } from '../run/interpreter';
import type { ClassValue } from '../run/values';
import type { Annotation } from './annotationsOf';

/** Resources below resources below resources are seldom more; one that hands on to itself has no end. */
const deepest = 6;
const mostPlaces = 400;

/** A class whose methods answer below these paths, though no annotation of its own says so. */
export interface SubResource {
  readonly type: ClassValue;
  readonly prefixes: readonly string[];
}

/** What the finder of annotated routes knows of a class. */
export interface LocatorReader {
  ancestryOf(type: ClassValue): readonly ClassValue[];
  annotationsOf(rule: AnnotatedRule, declared: FunctionDeclaration, type: ClassValue): readonly Annotation[];
  pathsOf(rule: AnnotatedRule, annotations: readonly Annotation[]): readonly string[];
  /** True for a class that says its path by itself, and so is found without this. */
  standsAlone(rule: AnnotatedRule, type: ClassValue): boolean;
}

/**
 * The sub-resources below a class: in JAX-RS a method with a path and no verb (a locator) hands the rest of the path to the
 * class that it returns (Jakarta RESTful Web Services 4.0, section 3.4.1).
 */
export function subResourcesOf(
  interpreter: Interpreter,
  reader: LocatorReader,
  rule: AnnotatedRule,
  root: SubResource,
): SubResource[] {
  const found: SubResource[] = [];
  const visit = ({ type, prefixes }: SubResource, above: readonly string[]): void => {
    if (above.length >= deepest || found.length >= mostPlaces) return;
    for (const { paths, target } of locatorsOf(interpreter, reader, rule, type)) {
      const key = `${target.unit.path} ${target.id}`;
      if (above.includes(key)) continue;
      const below = prefixes.flatMap((prefix) => paths.map((path) => `${prefix}/${path}`));
      const child = { type: target, prefixes: below };
      found.push(child);
      visit(child, [...above, key]);
    }
  };
  visit(root, [`${root.type.unit.path} ${root.type.id}`]);
  return found;
}

function locatorsOf(
  interpreter: Interpreter,
  reader: LocatorReader,
  rule: AnnotatedRule,
  type: ClassValue,
): { paths: readonly string[]; target: ClassValue }[] {
  const seen = new Set<string>();
  return reader.ancestryOf(type).flatMap((ancestor) =>
    (interpreter.classDeclarationOf(ancestor)?.methods ?? []).flatMap((id) => {
      const declared = ancestor.unit.program.functions[id];
      if (declared?.returns === undefined || declared.decorators === undefined || seen.has(declared.name)) return [];
      const annotations = reader.annotationsOf(rule, declared, ancestor);
      const paths = reader.pathsOf(rule, annotations);
      if (paths.length === 0 || annotations.some(({ name }) => Object.hasOwn(rule.routes, name))) return [];
      seen.add(declared.name);
      const target = classNear(interpreter, declared.returns, ancestor);
      return target === undefined || reader.standsAlone(rule, target) ? [] : [{ paths, target }];
    }),
  );
}

/** The class of this name; of several the one in the same folder, else none. */
function classNear(interpreter: Interpreter, name: string, from: ClassValue): ClassValue | undefined {
  const declared = interpreter.project
    .classesNamed(name)
    .filter(({ unit }) => unit.program.language === from.unit.program.language);
  const near = declared.filter(({ unit }) => unit.directory === from.unit.directory);
  const [only, ...others] = declared.length > 1 ? near : declared;
  return only === undefined || others.length > 0 ? undefined : { kind: 'class', ...only, scope: only.unit.scope };
}

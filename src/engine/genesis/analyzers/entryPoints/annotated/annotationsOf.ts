import type { Decorator } from '../program/program';
import type { AnnotatedRule } from '../rules/annotated/annotatedRule';
import type { ArgumentPlace } from '../rules/routerRule';
import { argumentAt } from '../run/arguments';
import { nameOf } from '../run/expressions';
import type { Frame, Interpreter } from '../run/interpreter';
import type { Unit } from '../run/project/unit';
import { isInPackage } from '../run/ruleBook';
import type { PassedArgument } from '../run/values';
import { hole, textsOf } from '../run/values';

/** Names of languages by BCP 47, with or without a region. */
const language = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;

/** An annotation with what is known of its arguments. */
export interface Annotation {
  /** Without qualifiers. */
  readonly name: string;
  readonly args: readonly PassedArgument[];
  readonly line: number;
}

export function annotationsOf(
  interpreter: Interpreter,
  decorators: readonly Decorator[] | undefined,
  frame: Frame,
): readonly Annotation[] {
  return (decorators ?? []).flatMap(({ value, line }): Annotation[] => {
    if (value.is === 'name' || value.is === 'member') return [{ name: value.name, args: [], line }];
    if (value.is !== 'call' || (value.callee.is !== 'name' && value.callee.is !== 'member')) return [];
    const args = interpreter.calls.args(value, frame);
    const { language } = frame.unit.program;
    return [{ name: value.callee.name, args: language === 'kotlin' ? inOne(args) : args, line }];
  });
}

/** `@GetMapping("/", "/v3")`: the texts without a name are one list, as Java would write it. */
function inOne(args: readonly PassedArgument[]): readonly PassedArgument[] {
  const listed = args.filter(({ name }) => name === undefined);
  if (listed.length < 2 || listed.some((argument) => argument.value.kind !== 'text')) return args;
  const items = listed.map((argument) => argument.value);
  const joined: PassedArgument = { value: { kind: 'list', items }, source: { is: 'other' } };
  return [joined, ...args.filter(({ name }) => name !== undefined)];
}

/** The texts at a place of an annotation; `undefined` if nothing stands there. */
export function textsAt(annotation: Annotation, place: ArgumentPlace | undefined): readonly string[] | undefined {
  const argument = argumentAt(annotation.args, place);
  if (argument === undefined) return undefined;
  const texts = textsOf(argument.value);
  if (texts.length > 0 || argument.value.kind !== 'map') return texts;
  // One path for each language: `{en: '/about', nl: '/over'}`; other maps hold settings (`{version: '1'}`), which are no paths.
  const entries = [...argument.value.entries];
  return entries.every(([key]) => language.test(key)) ? entries.flatMap(([, entry]) => textsOf(entry)) : [];
}

/** The paths at a place; one that stands outside of the project is told by its name, and never left out. */
export function pathsAt(annotation: Annotation, place: ArgumentPlace | undefined): readonly string[] | undefined {
  const texts = textsAt(annotation, place);
  const argument = argumentAt(annotation.args, place);
  if (texts === undefined || texts.length > 0 || argument === undefined) return texts;
  const isNamed = argument.source.is === 'name' || argument.source.is === 'member';
  const isForeign = argument.value.kind === 'unknown' || argument.value.kind === 'external';
  return isNamed && isForeign ? [hole(nameOf(argument.source))] : texts;
}

/** Several packages of PHP have attributes of the same names: the import says whose is meant. */
export function isOf(rule: AnnotatedRule, unit: Unit, name: string): boolean {
  for (const statement of unit.program.body)
    if (statement.do === 'import' && statement.bindings.some(({ local }) => local === name))
      return rule.packages.length === 0 || rule.packages.some((one) => isInPackage(statement.specifier, one));
  return true;
}

/** Answers the rules that may apply to the classes of a file; of a file that many classes extend, what was found first. */
export function rulesByUnit(rules: readonly AnnotatedRule[]): (unit: Unit) => ReadonlySet<AnnotatedRule> {
  const found = new Map<Unit, ReadonlySet<AnnotatedRule>>();
  return (unit) => {
    let applying = found.get(unit);
    if (applying === undefined) {
      applying = new Set(rules.filter((rule) => mayApply(rule, unit)));
      found.set(unit, applying);
    }
    return applying;
  };
}

function mayApply(rule: AnnotatedRule, unit: Unit): boolean {
  if (!rule.languages.includes(unit.program.language)) return false;
  if (rule.packages.length === 0) return true;
  // Another part of the class may import it.
  if (unit.program.classes.some(({ name, partial }) => partial === true && name.endsWith('Controller'))) return true;
  return unit.program.body.some(
    (statement) =>
      statement.do === 'import' && rule.packages.some((candidate) => isInPackage(statement.specifier, candidate)),
  );
}

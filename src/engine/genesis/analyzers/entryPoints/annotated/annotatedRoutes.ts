import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import { optionalForms } from '../paths/optionalForms';
import type { Decorator, FunctionDeclaration } from '../program/program';
import type { AnnotatedRule } from '../rules/annotated/annotatedRule';
import { argumentAt } from '../run/arguments';
import type { Frame, Interpreter } from '../run/interpreter';
import type { Unit } from '../run/project/unit';
import { withNamedHoles } from '../run/routers/composeRoutes';
import { notePrefix } from '../run/routers/saidPrefixes';
import type { ClassValue } from '../run/values';
import { type Annotation, annotationsOf, isOf, pathsAt, rulesByUnit } from './annotationsOf';
import { ComposedAnnotations } from './composedAnnotations';
import { mixedClasses } from './mixedClasses';
import type { Placement } from './placements';
import { guardsIn, methodsBeside, methodsOf, placeOfPrefix, routeOf } from './routeAnnotations';
import { type LocatorReader, subResourcesOf } from './subResources';

/** A method that an annotation makes a route, before the path of its class. */
export interface AnnotatedMethod {
  readonly name: string;
  readonly methods: readonly string[];
  readonly paths: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly guards: readonly string[];
  readonly annotations: readonly Annotation[];
}

/** Finds the routes of annotated classes; `placements` know what is put in front of them from outside. */
export class AnnotatedRoutes implements LocatorReader {
  private readonly composed: ComposedAnnotations;
  private readonly rulesOf: (unit: Unit) => ReadonlySet<AnnotatedRule>;

  constructor(
    private readonly interpreter: Interpreter,
    private readonly rules: readonly AnnotatedRule[],
    private readonly placements: Readonly<Record<string, Placement>>,
    /** Filled with where the beginnings of paths are said. */
    private readonly said: Record<string, { file: string; line: number }[]> = {},
  ) {
    this.composed = new ComposedAnnotations(interpreter);
    this.rulesOf = rulesByUnit(rules);
  }

  find(): Route[] {
    const found: Route[] = [];
    const isMixedIn = mixedClasses(this.interpreter);
    for (const unit of this.interpreter.project.units.values())
      unit.program.classes.forEach((declared, id) => {
        const type: ClassValue = { kind: 'class', unit, id, scope: unit.scope };
        if (/^(?:interface|trait)$/.test(declared.kind) || declared.abstract === true || isMixedIn(type)) return;
        const inherits = declared.bases.length > 0 && inheritsRoutes.has(unit.program.language);
        const units = inherits ? this.interpreter.ancestry.of(type).map((ancestor) => ancestor.unit) : [unit];
        const applying = this.rules.filter((rule) => units.some((own) => this.rulesOf(own).has(rule)));
        const isTaken = (): boolean =>
          applying.some((rule) => rule.controllersLike === undefined && this.standsAlone(rule, type));
        for (const rule of applying)
          if (rule.controllersLike === undefined || (declared.decorators.length > 0 && !isTaken()))
            found.push(...this.routesOfClass(rule, type));
      });
    return once(found);
  }

  private routesOfClass(rule: AnnotatedRule, type: ClassValue): Route[] {
    const { interpreter } = this;
    const annotations = this.levelsOf(rule, type);
    const own = annotations[0] ?? [];
    const all = annotations.flat();
    // What only implements the interface of a client is a stand-in for it.
    const isSilent = own.every((annotation) => rule.controllers?.includes(annotation.name) !== true);
    if ((isSilent ? all : own).some((annotation) => rule.clients?.includes(annotation.name))) return [];
    if (isSilent && clientFolder.test(type.unit.path)) return [];
    if (!this.isController(rule, type, all)) return [];
    const prefixes = this.prefixesOf(rule, annotations);
    const routes = this.routesAt(rule, type, annotations, prefixes);
    if (rule.locators !== true) return routes;
    const below = subResourcesOf(interpreter, this, rule, { type, prefixes });
    return [
      ...routes,
      ...below.flatMap((found) => this.routesAt(rule, found.type, this.levelsOf(rule, found.type), found.prefixes)),
    ];
  }

  private routesAt(
    rule: AnnotatedRule,
    type: ClassValue,
    annotations: readonly (readonly Annotation[])[],
    prefixes: readonly string[],
  ): Route[] {
    const methods = this.methodsOf(rule, this.ancestryOf(type));
    const placement = this.placements[rule.id];
    const all = annotations.flat();
    const described = { rule, type, annotations: all, methods };
    // Attributes of C# are inherited.
    const guards = guardsIn(rule, type.unit.program.language === 'csharp' ? all : (annotations[0] ?? []));
    const marked = methods.filter((method) => placement?.skips?.(described, method) !== true);
    const placed = [...marked, ...(placement?.unmarked?.(described) ?? [])];
    const routes = placed.flatMap((method) => this.routesOfMethod(described, method, prefixes, guards, placement));
    this.notePlace(rule, type, annotations[0] ?? [], routes);
    return [...routes, ...(placement?.further?.(described) ?? [])];
  }

  /** The class itself may say the beginning of its paths. */
  private notePlace(rule: AnnotatedRule, type: ClassValue, own: readonly Annotation[], routes: readonly Route[]): void {
    const parts = own.flatMap((annotation) => {
      const place = placeOfPrefix(rule, annotation);
      const [path = ''] = place === undefined ? [] : (pathsAt(annotation, place) ?? []);
      const { line } = annotation;
      return path === '' ? [] : [{ path: normalizePath(path, rule.notation), file: type.unit.path, line }];
    });
    for (const route of routes) notePrefix(this.said, route, parts);
  }

  ancestryOf(type: ClassValue): readonly ClassValue[] {
    return this.interpreter.ancestry.of(type);
  }

  standsAlone(rule: AnnotatedRule, type: ClassValue): boolean {
    return this.isController(rule, type, this.levelsOf(rule, type).flat());
  }

  /** The annotations of a class and of those that it inherits from. */
  private levelsOf(rule: AnnotatedRule, type: ClassValue): readonly (readonly Annotation[])[] {
    return this.ancestryOf(type).map((ancestor) =>
      this.read(
        rule,
        this.interpreter.classDeclarationOf(ancestor)?.decorators,
        this.interpreter.objects.frameOf(ancestor),
      ),
    );
  }

  annotationsOf(rule: AnnotatedRule, declared: FunctionDeclaration, type: ClassValue): readonly Annotation[] {
    return this.read(rule, declared.decorators, this.interpreter.objects.frameOf(type));
  }

  private read(rule: AnnotatedRule, decorators: readonly Decorator[] | undefined, frame: Frame): readonly Annotation[] {
    return annotationsOf(this.interpreter, decorators, frame)
      .filter(({ name }) => frame.unit.program.language !== 'php' || isOf(rule, frame.unit, name))
      .flatMap((found) => this.composed.expand(rule, found));
  }

  private isController(rule: AnnotatedRule, type: ClassValue, annotations: readonly Annotation[]): boolean {
    if (rule.anyClass === true) return true;
    if (annotations.some((annotation) => rule.controllers?.includes(annotation.name))) return true;
    if (annotations.some((annotation) => rule.controllersLike?.test(annotation.name))) return true;
    const name = this.interpreter.classDeclarationOf(type)?.name ?? '';
    const hasPath = annotations.some((annotation) => Object.hasOwn(rule.prefixes, annotation.name));
    if ((hasPath || rule.byNameAlone === true) && rule.named?.test(name) === true) return true;
    if (rule.bases === undefined) return false;
    const bases = this.interpreter.ancestry.baseNames(type);
    return rule.bases.some((base) => bases.has(base));
  }

  /** The path of the nearest class in line that says one. */
  private prefixesOf(rule: AnnotatedRule, annotations: readonly (readonly Annotation[])[]): readonly string[] {
    for (const level of annotations) {
      const said = level.flatMap((annotation) => {
        const place = placeOfPrefix(rule, annotation);
        return place === undefined ? [] : [pathsAt(annotation, place) ?? []];
      });
      const texts = said.flat();
      if (texts.length > 0) return texts;
    }
    return [''];
  }

  /** Methods by name, those of the class before those it inherits; annotations may stand on the inherited one. */
  private methodsOf(rule: AnnotatedRule, ancestry: readonly ClassValue[]): AnnotatedMethod[] {
    const found = new Map<string, AnnotatedMethod>();
    const seen = new Set<string>();
    // What carries out an annotated method of an interface may have guards of its own.
    const overriding = new Map<string, readonly string[]>();
    for (const ancestor of ancestry) {
      const frame = this.interpreter.objects.frameOf(ancestor);
      const here = new Set<string>();
      for (const id of this.interpreter.classDeclarationOf(ancestor)?.methods ?? []) {
        const declared = ancestor.unit.program.functions[id];
        if (declared === undefined) continue;
        const key = `${declared.name}/${declared.parameters.length}`;
        if (seen.has(key)) continue;
        const annotations = this.read(rule, declared.decorators, frame);
        const made = this.annotatedMethods(rule, declared.name, annotations, ancestor.unit.path);
        const above = overriding.get(declared.name) ?? [];
        for (const method of made) {
          found.set(`${key} ${method.line} ${found.size}`, { ...method, guards: [...above, ...method.guards] });
          here.add(key);
        }
        if (annotations.some((annotation) => rule.hides?.includes(annotation.name))) here.add(key);
        if (made.length === 0) overriding.set(declared.name, [...above, ...guardsIn(rule, annotations)]);
      }
      for (const key of here) seen.add(key);
    }
    return [...found.values()];
  }

  /** The paths of a method that stand in annotations beside the one that says its verb. */
  pathsOf(rule: AnnotatedRule, annotations: readonly Annotation[]): readonly string[] {
    return annotations.flatMap((annotation) => {
      const place = Object.hasOwn(rule.paths ?? {}, annotation.name) ? rule.paths?.[annotation.name] : undefined;
      return place === undefined ? [] : (pathsAt(annotation, place) ?? []);
    });
  }

  private annotatedMethods(
    rule: AnnotatedRule,
    name: string,
    annotations: readonly Annotation[],
    file: string,
  ): AnnotatedMethod[] {
    const guards = guardsIn(rule, annotations);
    const beside = this.pathsOf(rule, annotations);
    const made = annotations.flatMap((annotation): AnnotatedMethod[] => {
      const route = routeOf(rule, annotation.name);
      if (route === undefined) return [];
      const own = route.methodOnly === true ? undefined : pathsAt(annotation, route.path);
      const paths = own === undefined || own.length === 0 ? (beside.length > 0 ? beside : ['']) : own;
      const line = argumentAt(annotation.args, route.path)?.line ?? annotation.line;
      return [
        {
          name,
          methods: methodsBeside(rule, methodsOf(route, annotation), annotations),
          paths,
          file,
          line,
          guards,
          annotations,
        },
      ];
    });
    if (made.length > 0 || beside.length === 0 || rule.pathAlone === undefined) return made;
    const line = annotations.find((annotation) => Object.hasOwn(rule.paths ?? {}, annotation.name))?.line ?? 1;
    return [{ name, methods: rule.pathAlone, paths: beside, file, line, guards, annotations }];
  }

  private routesOfMethod(
    described: DescribedClass,
    method: AnnotatedMethod,
    prefixes: readonly string[],
    classGuards: readonly string[],
    placement: Placement | undefined,
  ): Route[] {
    const { rule, type } = described;
    const className = this.interpreter.classDeclarationOf(type)?.name ?? '';
    const guards = [...new Set([...classGuards, ...method.guards])];
    const outer = placement?.prefixes?.(described, method) ?? [''];
    const written = (path: string): string =>
      normalizePath(placement?.replace?.(path, described, method) ?? path, rule.notation);
    const forms = method.paths.flatMap((path) => optionalForms(path, rule.notation));
    const paths = forms.flatMap((path) => {
      const isRooted = rule.rootedPaths === true && /^[~/]/.test(path);
      const befores = isRooted ? [''] : prefixes;
      return outer.flatMap((first) =>
        befores.map((before) =>
          withNamedHoles(
            joinPaths(
              [first, ...[before, path].map((part) => written(part.replace(/^~(?=\/)/, '')))],
              rule.trailingSlash,
            ),
            () => this.interpreter.constants,
          ),
        ),
      );
    });
    const different = new Map(paths.map((found) => [found.path, found]));
    return [...different.values()].flatMap((found) =>
      method.methods.map((httpMethod) => ({
        method: httpMethod,
        ...found,
        ...(placement?.isLost === true ? { prefix: 'unknown' as const } : {}),
        file: method.file,
        line: method.line,
        framework: placement?.framework?.(described) ?? rule.name,
        declared: 'explicit' as const,
        handler: `${className}.${method.name}`,
        ...(guards.length === 0 ? {} : { middleware: guards }),
      })),
    );
  }
}

const clientFolder = /(?:^|[/-])clients?[/-]/i;
const inheritsRoutes: ReadonlySet<string> = new Set(['java', 'kotlin']);

/** What several classes take from one annotated method is one route where their paths are the same. */
function once(routes: readonly Route[]): Route[] {
  const seen = new Set<string>();
  return routes.filter((route) => {
    const key = `${route.method} ${route.path} ${route.file}:${route.line}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

export interface DescribedClass {
  readonly rule: AnnotatedRule;
  readonly type: ClassValue;
  readonly annotations: readonly Annotation[];
  readonly methods: readonly AnnotatedMethod[];
}

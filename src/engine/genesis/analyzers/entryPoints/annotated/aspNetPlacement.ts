import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { FunctionDeclaration } from '../program/program';
import { aspNetControllers } from '../rules/annotated/aspNetControllers';
import type { Interpreter } from '../run/interpreter';
import { withNamedHoles } from '../run/routers/composeRoutes';
import { hole, textOf } from '../run/values';
import { valueOfSetting } from '../settings/appSettings';
import { conventionKey, conventionPathKey } from '../settings/codePrefixes';
import { lostPrefix } from '../settings/lostPrefix';
import type { ServerSettings } from '../settings/settingsExtractor';
import { transformed, transformerAt } from '../settings/tokenTransformers';
import type { AnnotatedMethod, DescribedClass } from './annotatedRoutes';
import { type Annotation, annotationsOf, textsAt } from './annotationsOf';
import { apiRoutes, areaPattern, frameworkOf, isWebApi, namedByMethod, saysNoMethod } from './classicActions';
import type { Placement } from './placements';
import { guardsIn } from './routeAnnotations';

/** Words in brackets, and the pattern by which actions without a route of their own are found. */
export function aspNetPlacement(interpreter: Interpreter, settings: ReadonlyMap<string, ServerSettings>): Placement {
  const kindAt = transformerAt(settings);
  const patterns = interpreter.remarks
    .filter((remark) => remark.kind === 'controllerRoute')
    .map((remark) => remark.text)
    .filter((pattern) => pattern.includes('{controller'));
  const namedAreas = new Map(
    interpreter.remarks.flatMap(({ kind, value, text }) =>
      kind === 'areaRoute' ? [[textOf(value) ?? '', text] as const] : [],
    ),
  );
  const groups = interpreter.remarks.filter(({ kind }) => kind === 'controllersAt');
  const places = new Set(groups.map(({ text }) => text.replace(/^\/+|\/+$/g, '')));
  const [below = ''] = places;
  const convention = conventionOf(settings);
  const isBelowOther =
    convention === lostPrefix || places.size > 1 || groups.some(({ value }) => value.kind === 'unknown');
  return {
    // A convention of the project joins the path of each controller with another one.
    prefixes: (_described, { paths }) => {
      if (isBelowOther) return [hole('place')];
      // A path that begins at the root stands alone, whatever a convention puts before the others.
      if (convention === undefined || paths.every((path) => /^[~/]/.test(path))) return [below];
      return [joinPaths([below, normalizePath(convention, 'braces')], 'drop')];
    },
    replace: (path, described, method) => {
      const area = areaOf(described.annotations);
      const kind = kindAt(described.type.unit.path);
      return path
        .replace(/\[controller\]/gi, transformed(controllerName(interpreter, described), kind))
        .replace(/\[action\]/gi, transformed(actionName(method.name, method.annotations), kind))
        .replace(/\[area\]/gi, area);
    },
    skips: (described, method) =>
      isHidden(interpreter, described, method) ||
      (!hasPrefix(described.annotations) && method.paths.every((path) => path === '')) ||
      (saysNoMethod(method) && isWebApi(interpreter, described)),
    unmarked: (described) => [
      ...unmarkedActions(interpreter, described),
      ...namedByMethod(interpreter, described).filter((method) => !isHidden(interpreter, described, method)),
    ],
    framework: (described) => frameworkOf(interpreter, described),
    further: (described) => {
      if (!extendsController(interpreter, described)) return [];
      const [pattern] = patterns.filter(
        (candidate) => candidate.includes('{area') === (areaOf(described.annotations) !== ''),
      );
      if (hasPath(described.annotations)) return [];
      if (isWebApi(interpreter, described)) return conventionalApi(interpreter, described);
      const chosen =
        areaPattern(interpreter, described) ?? namedAreas.get(areaOf(described.annotations)) ?? pattern ?? patterns[0];
      return chosen === undefined ? [] : conventional(interpreter, described, chosen);
    },
  };
}

/** What a convention of the project puts before the paths of all controllers. */
function conventionOf(settings: ReadonlyMap<string, ServerSettings>): string | undefined {
  const said = (key: string): string[] => [...settings.values()].flatMap(({ values }) => values[key] ?? []);
  const conventions = said(conventionKey);
  if (conventions.length === 0) return undefined;
  const [path, ...others] = said(conventionPathKey);
  const isOne = conventions.length === 1 && conventions[0] !== lostPrefix && others.length === 0;
  if (!isOne || path === undefined) return lostPrefix;
  return (
    valueOfSetting(
      path,
      [...settings.values()].map((one) => one.values),
    ) ?? lostPrefix
  );
}

/** Only what is public is an action, whatever its attributes say. */
function isHidden(interpreter: Interpreter, { type }: DescribedClass, { name, file, line }: AnnotatedMethod): boolean {
  for (const ancestor of interpreter.ancestry.of(type)) {
    if (ancestor.unit.path !== file) continue;
    for (const id of interpreter.classDeclarationOf(ancestor)?.methods ?? []) {
      const declared = ancestor.unit.program.functions[id];
      const [first] = declared?.decorators ?? [];
      if (declared?.name === name && first !== undefined && first.line <= line && line <= declared.line)
        return declared.hidden === true;
    }
  }
  return false;
}

/** `[ActionName("list")]` goes before the name of the method. */
function actionName(name: string, annotations: readonly Annotation[]): string {
  const said = annotations.find((annotation) => annotation.name === 'ActionName');
  return (said === undefined ? undefined : textsAt(said, ['name', 0])?.[0]) ?? name.replace(/Async$/, '');
}

/** Public methods without an attribute are actions where the class, or one of a library above it, is a controller. */
function extendsController(interpreter: Interpreter, { type }: DescribedClass): boolean {
  return [...interpreter.ancestry.baseNames(type)].some((base) => /Controller(?:Base)?$/.test(base));
}

function controllerName(interpreter: Interpreter, described: DescribedClass): string {
  return (interpreter.classDeclarationOf(described.type)?.name ?? '').replace(/Controller$/, '');
}

function areaOf(annotations: readonly Annotation[]): string {
  const area = annotations.find((annotation) => annotation.name === 'Area');
  return area === undefined ? '' : (textsAt(area, 0)?.[0] ?? '');
}

const hasPath = (annotations: readonly Annotation[]): boolean =>
  annotations.some((annotation) => annotation.name === 'Route');

const hasPrefix = (annotations: readonly Annotation[]): boolean =>
  annotations.some(({ name }) => name === 'Route' || name === 'RoutePrefix');

interface Action {
  readonly declared: FunctionDeclaration;
  readonly annotations: readonly Annotation[];
  readonly file: string;
}

/** What the framework calls by itself. */
const ownHook = /^(?:On[A-Z]|Dispose)/;

/** The public methods of a controller that no attribute takes away or gives a path. */
function actionsOf(interpreter: Interpreter, { type }: DescribedClass): Action[] {
  const frame = interpreter.objects.frameOf(type);
  const controller = interpreter.classDeclarationOf(type);
  return (controller?.methods ?? []).flatMap((id): Action[] => {
    const declared = type.unit.program.functions[id];
    if (
      declared === undefined ||
      declared.hidden === true ||
      declared.static === true ||
      declared.name === controller?.name ||
      ownHook.test(declared.name)
    )
      return [];
    const annotations = annotationsOf(interpreter, declared.decorators, frame);
    const isPlaced = annotations.some(({ name }) => /^(?:NonAction|Route|AcceptVerbs)$/.test(name));
    return isPlaced ? [] : [{ declared, annotations, file: type.unit.path }];
  });
}

const verb = /^Http(?:Get|Post|Put|Patch|Delete|Head|Options)$/;

/** Actions without any attribute for a verb stand at the path of their class, for all methods. */
function unmarkedActions(interpreter: Interpreter, described: DescribedClass): AnnotatedMethod[] {
  if (!hasPath(described.annotations)) return [];
  const marked = new Set(described.methods.map((method) => method.name));
  // Where the path of the class names the action, each method is one.
  const isWhole = described.annotations.some(
    ({ name, args }) => name === 'Route' && /\[action\]/i.test(textOf(args[0]?.value) ?? ''),
  );
  return actionsOf(interpreter, described).flatMap(({ declared, annotations, file }) => {
    const { name, line, returns } = declared;
    if (marked.has(name) || !(isWhole || (returns !== undefined && isAction(returns)))) return [];
    const guards = guardsIn(aspNetControllers, annotations);
    return [{ name, methods: ['ANY'], paths: [''], file, line, guards, annotations }];
  });
}

function conventionalApi(interpreter: Interpreter, described: DescribedClass): Route[] {
  const actions = actionsOf(interpreter, described).map(({ declared, annotations, file }) => {
    const verbs = annotations.filter(({ name }) => verb.test(name)).map(({ name }) => name.slice(4).toUpperCase());
    return { declared, verbs, file, action: actionName(declared.name, annotations) };
  });
  return apiRoutes(interpreter, described, controllerName(interpreter, described), actions);
}

/** The public methods that no attribute gives a path, at the places that the pattern has for them. */
function conventional(interpreter: Interpreter, described: DescribedClass, pattern: string): Route[] {
  const controller = controllerName(interpreter, described);
  return actionsOf(interpreter, described).flatMap(({ declared, annotations, file }): Route[] => {
    const verbs = annotations.filter((annotation) => verb.test(annotation.name));
    if (!isAction(declared.returns)) return [];
    if (verbs.some((one) => (textsAt(one, ['template', 0]) ?? []).length > 0)) return [];
    const methods = verbs.length === 0 ? ['ANY'] : verbs.map((one) => one.name.slice('Http'.length).toUpperCase());
    const action = actionName(declared.name, annotations);
    const takesId = declared.parameters.some((parameter) => parameter.name === 'id');
    const path = placed(pattern, { controller, action, area: areaOf(described.annotations) }, takesId);
    return methods.map((method) => ({
      method,
      ...withNamedHoles(joinPaths([normalizePath(path, 'braces')], 'drop'), () => interpreter.constants),
      file,
      line: declared.line,
      framework: frameworkOf(interpreter, described),
      handler: `${controller}Controller.${declared.name}`,
      declared: 'implied',
    }));
  });
}

/** A public method that gives back something of the domain only helps the actions. */
const isAction = (returns: string | undefined): boolean =>
  returns === undefined || /Result$|^Task$|^ValueTask$/.test(returns);

/** Fills `{controller=Home}/{action=Index}/{id?}`; words at the end that are the default are left out. */
function placed(pattern: string, words: Readonly<Record<string, string>>, takesId: boolean): string {
  const parts = pattern.split('/').map((part) => {
    const found = /^\{(\w+)(?::\w+)?(?:=(\w*))?\??\}$/.exec(part);
    if (found === null) return { text: part, isDefault: false };
    const key = (found[1] ?? '').toLowerCase();
    if (key === 'id') return { text: takesId ? '{id}' : '', isDefault: !takesId };
    const text = words[key] ?? `{${found[1] ?? ''}}`;
    return { text, isDefault: text === found[2] };
  });
  while (parts.at(-1)?.isDefault === true) parts.pop();
  return parts.map((part) => part.text).join('/');
}

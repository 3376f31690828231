import { valueAt } from '../run/arguments';
import type { Interpreter } from '../run/interpreter';
import type { RouterNode } from '../run/routers/routerNode';
import type { ClassValue } from '../run/values';
import { optionsOf } from '../run/values';
import type { AnnotatedMethod, DescribedClass } from './annotatedRoutes';
import { type Annotation, annotationsOf, textsAt } from './annotationsOf';
import { crudMethods } from './nestCrud';
import type { Placement } from './placements';

/** Global prefix, versions in the path, and the paths of modules. */
export function nestPlacement(interpreter: Interpreter): Placement {
  const applications = interpreter.nodes.filter((node) => node.rule.id === 'nestApplication');
  const modules = modulePaths(interpreter);
  return {
    prefixes(described, method) {
      const application = nearest(applications, described.type.unit.path);
      const module = modules.get(keyOf(described.type)) ?? '';
      return versionsOf(application, described, method).map((version) => {
        const below = [version, module].filter((part) => part !== '').join('/');
        return isExcluded(application, described, method) ? below : `${application?.prefix ?? ''}/${below}`;
      });
    },
    unmarked: crudMethods,
  };
}

const keyOf = (type: ClassValue): string => `${type.unit.path}#${type.id}`;

/** The application that serves a file, by its place. */
export function nearest(applications: readonly RouterNode[], path: string): RouterNode | undefined {
  const shared = (other: string): number => {
    let at = 0;
    while (at < path.length && path[at] === other[at]) at += 1;
    return at;
  };
  // Beside the application that serves there may be one that only reads the settings.
  const said = ({ prefix, notes }: RouterNode): number => (prefix === '' ? 0 : 1) + notes.size;
  // Of several in one program the one at the top of its code is the main one.
  const depth = ({ made }: RouterNode): number => made.file.split('/').length;
  return [...applications].sort(
    (a, b) => shared(b.made.file) - shared(a.made.file) || said(b) - said(a) || depth(a) - depth(b),
  )[0];
}

function versionsOf(
  application: RouterNode | undefined,
  described: DescribedClass,
  method: AnnotatedMethod,
): readonly string[] {
  if (application?.notes.get('versioning') !== 'uri') return [''];
  const prefix = application.notes.get('versionPrefix') ?? 'v';
  const said =
    versionsIn(method.annotations, 'Version', 0) ??
    versionsIn(described.annotations, 'Version', 0) ??
    versionsIn(described.annotations, 'Controller', 'version');
  const byDefault = application.notes.get('defaultVersion');
  const versions = said ?? (byDefault === undefined ? [] : [byDefault]);
  return versions.length === 0 ? [''] : versions.map((version) => `${prefix}${version}`);
}

/** An empty list: neutral, without a version. */
function versionsIn(
  annotations: readonly Annotation[],
  name: string,
  place: number | string,
): readonly string[] | undefined {
  for (const annotation of annotations) {
    if (annotation.name !== name) continue;
    const texts = textsAt(annotation, place);
    if (texts !== undefined) return texts;
  }
  return undefined;
}

function isExcluded(application: RouterNode | undefined, described: DescribedClass, method: AnnotatedMethod): boolean {
  const excluded = application?.notes.get('exclude');
  if (excluded === undefined) return false;
  const controller = described.annotations.find((annotation) => annotation.name === 'Controller');
  const prefix = controller === undefined ? '' : (textsAt(controller, ['path', 0])?.[0] ?? '');
  const plain = (path: string): string => path.replace(/^\/+|\/+$/g, '').replace(/\/{2,}/g, '/');
  return excluded
    .split(' ')
    .some((path) => method.paths.some((own) => matches(plain(`${prefix}/${own}`), plain(path))));
}

function matches(path: string, pattern: string): boolean {
  if (path === pattern) return true;
  const star = pattern.search(/\(?\.?\*|\{/);
  const head = pattern.slice(0, Math.max(star, 0));
  // `/users{/*rest}` means `/users` and what lies below it, not `/users-of`.
  return (
    star > 0 && (pattern.startsWith('{/', star) ? path.startsWith(`${head}/`) || path === head : path.startsWith(head))
  );
}

/** What a module imports stands in its decorator, which nothing else carries out. */
function readModules(interpreter: Interpreter): void {
  for (const unit of interpreter.project.units.values())
    for (const declared of unit.program.classes)
      for (const decorator of declared.decorators)
        annotationsOf(interpreter, [decorator], { unit, scope: unit.scope, returns: [] });
}

/** `RouterModule.register([{ path, module, children }])`, by the controllers of the modules. */
function modulePaths(interpreter: Interpreter): Map<string, string> {
  readModules(interpreter);
  const found = new Map<string, string>();
  for (const { kind, value, text } of interpreter.remarks) {
    if (kind !== 'nestModule') continue;
    for (const option of optionsOf(value)) {
      if (option.kind !== 'class') continue;
      const declared = interpreter.classDeclarationOf(option);
      for (const annotation of annotationsOf(interpreter, declared?.decorators, interpreter.objects.frameOf(option))) {
        const controllers = valueAt(annotation.args, 'controllers');
        if (controllers?.kind !== 'list') continue;
        for (const controller of controllers.items) if (controller.kind === 'class') found.set(keyOf(controller), text);
      }
    }
  }
  return found;
}

import type { Expression } from '../../../program/program';
import { allauthSocial, includedModules, viewMethods } from '../../../rules/python/djangoViews';
import { socialProvidersKey } from '../../../settings/djangoSettings';
import { argumentAt, positional, valueAt } from '../../arguments';
import { nameOf } from '../../expressions';
import type { Frame, Interpreter } from '../../interpreter';
import { functionNameOf } from '../../routers/handlerName';
import { methodsOfClass } from '../../routers/httpMethods';
import { methodsIn } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import type { FunctionValue, ListValue, PassedArgument, Value } from '../../values';
import { hole, optionsOf, routersIn, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { urlsOfApp } from './djangoApps';
import { decoratorOfDjango } from './djangoDecorators';

const decoratorMethods: Readonly<Record<string, readonly string[]>> = {
  require_GET: ['GET'],
  require_POST: ['POST'],
  require_safe: ['GET', 'HEAD'],
};

/** `path('users/<int:id>/', view)`, or with `include(…)` in place of the view. */
export const djangoPath: SpecialVerbCode = (interpreter, node, call) => {
  const pathArgument = argumentAt(call.args, ['route', 'regex', 0]);
  const target = argumentAt(call.args, ['view', 1]);
  if (pathArgument === undefined || target === undefined) return undefined;
  if (isOfAdmin(interpreter, call.frame)) return undefined;
  const self = call.frame.scope.get('this');
  // What a method of a router's own class makes, the router gives among its own.
  if (self?.kind === 'object') for (const router of routersIn(self)) if (router !== node) router.mount(node);
  if (isInMethod(call.frame)) node.notes.set('inMethod', 'yes');
  const known = textOf(pathArgument.value);
  const path = known ?? hole(nameOf(pathArgument.source));
  const ofApp = urlsOfApp(interpreter, target.source);
  const inside = routersIn(ofApp ?? target.value);
  if (inside.length > 0 || target.value.kind === 'list') {
    node.prefix = path;
    for (const child of inside) {
      // What a package answers among the routes of the project itself lies at no place of its own.
      if (/^\^?$/.test(path)) child.routes = child.routes.filter((route) => route.path !== anyBelow);
      node.mount(child);
    }
    return undefined;
  }
  if (target.source.is === 'call' && target.source.callee.is === 'name' && target.source.callee.name === 'include')
    return undefined;
  if (known === undefined) return undefined;
  const isSite = target.source.is === 'member' && target.source.name === 'urls';
  const view = viewIn(interpreter, target, call.frame, 0);
  const handler = functionNameOf(target.source);
  node.routes.push({
    methods: isConsumer(target.source) ? ['WS'] : limitedTo(target.source, methodsOfView(interpreter, view)),
    // The admin brings a page for each list and each object below its path.
    path: isSite
      ? `${path.replace(/\$$/, '')}${node.rule.notation === 'regexp' ? '(?P<path>.*)' : '<path:path>'}`
      : path,
    file: call.frame.unit.path,
    line: pathArgument.line ?? call.line,
    middleware: guardsAround(target),
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

/** `get_urls` of a site or a model of the admin: below which path they lie, only the admin that takes them in knows. */
function isOfAdmin(interpreter: Interpreter, { of }: Frame): boolean {
  const id = of === undefined ? undefined : of.unit.classOf(of.id);
  if (of === undefined || id === undefined || interpreter.declarationOf(of)?.name !== 'get_urls') return false;
  const bases = interpreter.ancestry.baseNames({ kind: 'class', unit: of.unit, id, scope: of.unit.scope });
  return [...bases].some((base) => /Admin(?:Site|Mixin)?$/.test(base));
}

const isInMethod = ({ of }: Frame): boolean => of?.unit.classOf(of.id) !== undefined;

/** `re_path('ws/', Consumer.as_asgi())`: sockets of Channels. */
const isConsumer = (source: Expression): boolean =>
  source.is === 'call' && source.callee.is === 'member' && source.callee.name === 'as_asgi';

/** The view itself inside of `login_required(view)` and the like. */
function viewIn(interpreter: Interpreter, target: PassedArgument, frame: Frame, depth: number): Value {
  const { value, source } = target;
  if (value.kind !== 'unknown' || source.is !== 'call' || depth > 4) return value;
  if (source.callee.is === 'member' && source.callee.name === 'as_view')
    return interpreter.evaluate(source.callee.of, frame);
  const [first] = source.args;
  if (first === undefined) return value;
  const inner = interpreter.evaluate(first.value, frame);
  return viewIn(interpreter, { value: inner, source: first.value }, frame, depth + 1);
}

/** Names of the functions that a view is wrapped in where the routes are listed. */
function guardsAround(target: PassedArgument): string[] {
  const { source } = target;
  if (source.is !== 'call' || source.callee.is !== 'name') return [];
  return /required|login|permission|auth|staff|superuser|csrf|cache_page/.test(source.callee.name)
    ? [source.callee.name]
    : [];
}

/** `Orders.as_view(http_method_names=['get'])` leaves its other methods unanswered here. */
function limitedTo(source: Expression, methods: readonly string[]): readonly string[] {
  if (source.is !== 'call') return methods;
  const said = source.args.find(({ name }) => name === 'http_method_names')?.value;
  if (said?.is !== 'list') return methods;
  const named = said.items.flatMap((item) => (item.is === 'text' ? [item.text.toUpperCase()] : []));
  if (named.length < said.items.length || named.length === 0) return methods;
  const kept = methods.join() === 'ANY' ? named : methods.filter((method) => named.includes(method));
  return kept.filter((method) => method !== 'OPTIONS' && method !== 'HEAD');
}

export function methodsOfView(interpreter: Interpreter, view: Value): readonly string[] {
  for (const option of optionsOf(view)) {
    const found =
      option.kind === 'class'
        ? methodsOfClass(interpreter, option)
        : option.kind === 'map'
          ? [...option.entries.keys()].filter((key) => !key.startsWith('%')).map((key) => key.toUpperCase())
          : option.kind === 'function'
            ? decoratedMethods(interpreter, option)
            : option.kind === 'external'
              ? (viewMethods[option.name.slice(option.name.lastIndexOf('.') + 1)] ?? [])
              : [];
    if (found.length > 0) return found;
  }
  return ['ANY'];
}

/** `@api_view(['GET'])`, `@require_http_methods(['GET'])`, `@require_POST`. */
function decoratedMethods(interpreter: Interpreter, view: FunctionValue): string[] {
  const { unit, scope } = view;
  return (interpreter.declarationOf(view)?.decorators ?? []).flatMap(({ value }) => {
    if (value.is === 'name') return [...(decoratorMethods[value.name] ?? (value.name === 'api_view' ? ['GET'] : []))];
    if (value.is !== 'call') return [];
    const frame: Frame = { unit, scope, returns: [] };
    const decorator = decoratorOfDjango(interpreter, value.callee, frame);
    if (decorator !== 'api_view' && decorator !== 'require_http_methods') return [];
    const [first] = value.args;
    return first === undefined ? ['GET'] : methodsIn(interpreter.evaluate(first.value, frame));
  });
}

/** `i18n_patterns(path(…))`: behind the language, unless the one that is usual goes without. */
export const djangoLanguages: SpecialVerbCode = (interpreter, node, call) => {
  const isBare = /^false$/i.test(textOf(valueAt(call.args, 'prefix_default_language')) ?? '');
  if (!isBare) node.prefix = '<language>/';
  interpreter.routers.apply(node, { does: 'mount' }, { ...call, args: positional(call.args) });
  return undefined;
};

/** `include('app.urls')`, `include(router.urls)`, `include((patterns, 'name'))`. */
export const djangoInclude: SpecialVerbCode = (interpreter, node, call) => {
  const target = valueAt(call.args, ['arg', 0]);
  if (target?.kind === 'unknown')
    interpreter.remarks.push({ kind: 'djangoInclude', value: target, text: call.frame.unit.path });
  for (const option of optionsOf(target)) {
    const patterns = option.kind === 'list' && !isOfPatterns(option) ? option.items[0] : option;
    for (const value of optionsOf(patterns)) includeOne(interpreter, node, value, call.frame, call.line);
  }
  return undefined;
};

/**
 * A list of patterns holds routers itself, in any place: `[*urls_of_a_package, *router.urls, path(…)]`. In the pair
 * `(patterns, 'name')` only the first may be one, and a name follows.
 */
function isOfPatterns({ items: [first, ...others] }: ListValue): boolean {
  return first?.kind === 'router' || others.some(({ kind }) => kind === 'router');
}

const anyBelow = '<path:path>';

function includeOne(interpreter: Interpreter, node: RouterNode, value: Value, frame: Frame, line: number): void {
  if (value.kind === 'text') {
    const found = interpreter.modules.imported(frame.unit, value.text, '*');
    const module = found.kind === 'module' ? found : moduleOfFolder(interpreter, value.text, frame);
    if (module !== undefined) includeOne(interpreter, node, module, frame, line);
    const known = includedModules[value.text];
    if (module === undefined && known === undefined && isOfPackage(interpreter, value.text))
      includeOne(interpreter, node, { kind: 'external', package: value.text, name: 'default' }, frame, line);
    for (const path of [...(known ?? []), ...socialPaths(interpreter, value.text)])
      node.routes.push({ methods: ['ANY'], path, file: frame.unit.path, line, middleware: [], declared: 'implied' });
    return;
  }
  if (value.kind === 'external' && value.package !== '') {
    // Routes that a package brings: where they lie is known, which they are is not.
    const handler = value.name === 'default' ? value.package : value.name;
    const place = { file: frame.unit.path, line };
    node.routes.push({ methods: ['ANY'], path: anyBelow, ...place, handler, middleware: [], declared: 'implied' });
    return;
  }
  const patterns = value.kind === 'module' ? interpreter.modules.moduleMember(value, 'urlpatterns') : value;
  for (const child of routersIn(patterns)) node.mount(child);
}

/** What signing in with an account elsewhere brings, where the application for it is installed. */
function socialPaths({ settings }: Interpreter, specifier: string): readonly string[] {
  const providers = specifier === 'allauth.urls' ? settings.get(socialProvidersKey) : undefined;
  return providers === undefined
    ? []
    : [
        ...allauthSocial,
        ...providers.split(' ').flatMap((name) => (name === '' ? [] : [`${name}/login/`, `${name}/login/callback/`])),
      ];
}

/** `health_check.urls`: a module that no folder or file of the project is called after. */
function isOfPackage({ project }: Interpreter, specifier: string): boolean {
  const [top = ''] = specifier.split('.');
  if (!/^\w+(?:\.\w+)+$/.test(specifier)) return false;
  for (const path of project.units.keys())
    if (`/${path}`.includes(`/${top}/`) || `/${path}`.endsWith(`/${top}.py`)) return false;
  return true;
}

/** `shop.urls`, where the settings make the folder around `shop` one that modules are looked for in. */
function moduleOfFolder({ project }: Interpreter, specifier: string, frame: Frame): Value | undefined {
  if (!specifier.includes('.') || includedModules[specifier] !== undefined) return undefined;
  const end = `/${specifier.replaceAll('.', '/')}.py`;
  const files = [...project.units.keys()].filter((path) => path.endsWith(end));
  return files.length === 1 ? { kind: 'module', from: frame.unit.path, specifier, files } : undefined;
}

/** `get_asgi_application()`: all that the project answers, which another framework may put below a path. */
export const djangoApplication: SpecialVerbCode = (_interpreter, node) => {
  node.notes.set('application', 'yes');
  return undefined;
};

/** Puts the project's own list of paths below the application, where a router of another framework takes it in. */
export function placeApplication({ nodes, project }: Interpreter): void {
  const application = nodes.find((node) => node.isMounted && node.notes.has('application'));
  if (application === undefined) return;
  const roots = new Set(
    [...project.units.values()].flatMap((unit) => {
      const named = unit.scope.own('ROOT_URLCONF');
      return named?.kind === 'text' ? project.resolve(unit.path, named.text) : [];
    }),
  );
  for (const node of nodes)
    if (!node.isMounted && /^django/.test(node.rule.id) && roots.has(node.made.file)) application.mount(node);
}

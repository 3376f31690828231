import { actionRoutes, bulkRoutes, viewSetActions } from '../../../rules/python/djangoViews';
import { argumentAt, valueAt } from '../../arguments';
import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { functionNameOf } from '../../routers/handlerName';
import { methodsIn } from '../../routers/registering';
import type { RouterNode } from '../../routers/routerNode';
import type { ClassValue, Value } from '../../values';
import { optionsOf, routersIn, textOf, textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { decoratorOfDjango } from './djangoDecorators';
import { filledForm, formsOf } from './djangoRouterForms';

/** `DefaultRouter(trailing_slash=False)`. */
export const drfRouter: SpecialVerbCode = (_interpreter, node, call) => {
  if (/^false$/i.test(textOf(valueAt(call.args, 'trailing_slash')) ?? '')) node.notes.set('slash', '');
  return undefined;
};

/** `DefaultRouter()` has a page of its own that lists what is registered. */
export const drfDefaultRouter: SpecialVerbCode = (interpreter, node, call) => {
  node.notes.set('root', 'wanted');
  return drfRouter(interpreter, node, call);
};

const rootView = 'APIRootView';

/** Where nothing is registered the router is there for others. */
function addRoot(node: RouterNode): void {
  if (!node.notes.delete('root')) return;
  const { file, line } = node.made;
  node.routes.push({ methods: ['GET'], path: '', file, line, handler: rootView, middleware: [], declared: 'implied' });
}

/** `BulkRouter()`: what is done to many at once lies at the path of the list. */
export const drfBulkRouter: SpecialVerbCode = (interpreter, node, call) => {
  node.notes.set('bulk', 'yes');
  return drfRouter(interpreter, node, call);
};

/** `NestedSimpleRouter(parent, 'domains', lookup='domain')`. */
export const drfNestedRouter: SpecialVerbCode = (_interpreter, node, call) => {
  const [parent] = routersIn(valueAt(call.args, ['parent_router', 0]));
  const prefix = textOf(valueAt(call.args, ['parent_prefix', 1]));
  if (parent === undefined || prefix === undefined) {
    node.isLost = true;
    return undefined;
  }
  const lookup = textOf(valueAt(call.args, ['lookup', 2])) ?? 'nested';
  const above = parent.notes.get(`parameter ${prefix}`) ?? 'pk';
  node.prefix = `${parent.prefix}/${prefix}/{${lookup}_${above}}`;
  return undefined;
};

/** `router.registry.extend(other.registry)`. */
export const drfExtend: SpecialVerbCode = (interpreter, node, call) => {
  for (const child of routersIn(call.args[0]?.value)) {
    // Only what is registered is taken over.
    child.routes = child.routes.filter(({ handler }) => handler !== rootView);
    if (slashOf(child) === slashOf(node)) {
      node.mount(child);
      continue;
    }
    // The paths are made by the router that holds the registry, with its own end.
    const taken = node.branch('', call.line);
    interpreter.nodes.push(taken);
    taken.routes = child.routes.map((route) => ({
      ...route,
      path: `${route.path.replace(/\/$/, '')}${slashOf(node)}`,
    }));
    child.isMounted = true;
  }
  return undefined;
};

const slashOf = (node: RouterNode): string => node.notes.get('slash') ?? '/';

/** `router.register('users', UserViewSet)`: the actions that the view set has. */
export const drfRegister: SpecialVerbCode = (interpreter, node, call) => {
  const own = textOf(valueAt(call.args, ['prefix', 0]));
  const viewSet = argumentAt(call.args, ['viewset', 1]);
  if (own === undefined || viewSet === undefined) return undefined;
  addRoot(node);
  const outer = withLookups(node.notes.get('item'), valueAt(call.args, 'parents_query_lookups'));
  const prefix = outer === undefined ? own : `${outer}/${own}`;
  const place = { file: call.frame.unit.path, line: call.line };
  const given = optionsOf(viewSet.value).find((option) => option.kind === 'class');
  const type = given?.kind === 'class' ? standIn(interpreter, given) : undefined;
  const slash = slashOf(node);
  if (type?.kind !== 'class') {
    const handler = functionNameOf(viewSet.source);
    const route = {
      methods: ['ANY'],
      path: `${prefix}${slash}`,
      ...place,
      middleware: [],
      declared: 'implied' as const,
    };
    node.routes.push(handler === undefined ? route : { ...route, handler });
    return nested(interpreter, node, call, `${prefix}/{pk}`);
  }
  const name = interpreter.classDeclarationOf(type)?.name ?? '';
  const parameter =
    textOf(memberOf(interpreter, type, 'lookup_url_kwarg')) ??
    textOf(memberOf(interpreter, type, 'lookup_field')) ??
    'pk';
  // Of what is nested in it, too.
  node.notes.set(`parameter ${own}`, parameter);
  const allowed = textsOf(memberOf(interpreter, type, 'http_method_names')).map((method) => method.toUpperCase());
  const actions = actionsOf(interpreter, type);
  for (const { action, method, path } of placesOf(node, { prefix, parameter, slash, name }))
    if (
      (actions.has(action) || interpreter.ancestry.method(type, action) !== undefined) &&
      (allowed.length === 0 || allowed.includes(method))
    )
      node.routes.push({
        methods: [method],
        path,
        ...place,
        handler: `${name}.${action}`,
        middleware: [],
        declared: 'implied',
      });
  addExtraActions(interpreter, node, type, { prefix, parameter, slash, name });
  return nested(interpreter, node, call, `${prefix}/{${parameter}}`);
};

/** Where a router puts actions of these names: as its class says, or as those of the framework do. */
function placesOf(node: RouterNode, resource: Resource): { action: string; method: string; path: string }[] {
  const forms = formsOf(node);
  const { prefix, parameter, slash } = resource;
  if (forms.length > 0)
    return forms.flatMap((form) =>
      Object.entries(form.mapping).map(([method, action]) => ({
        action,
        method: method.toUpperCase(),
        path: filledForm(form, partsOf(resource)),
      })),
    );
  const routed = node.notes.has('bulk') ? [...actionRoutes, ...bulkRoutes] : actionRoutes;
  return routed.map(({ action, method, onItem }) => ({
    action,
    method,
    path: onItem ? `${prefix}/{${parameter}}${slash}` : `${prefix}${slash}`,
  }));
}

const partsOf = ({ prefix, parameter, slash }: Resource): Record<string, string> => ({
  prefix,
  lookup: `{${parameter}}`,
  trailing_slash: slash,
});

/** `parents_query_lookups=['cart', 'cart__shop']` names the parameters of those above, from the outside in. */
function withLookups(item: string | undefined, lookups: Value | undefined): string | undefined {
  const names = textsOf(lookups);
  const count = item?.match(/\{[^}]*\}/g)?.length ?? 0;
  let at = 0;
  return count === 0 || names.length !== count
    ? item
    : item?.replace(/\{[^}]*\}/g, () => `{parent_lookup_${names[at++] ?? ''}}`);
}

/** What drf-extensions gives back: `router.register('users', …).register('posts', …)` lies below one user. */
function nested(interpreter: Interpreter, node: RouterNode, call: PendingCall, item: string): Value {
  const child = node.branch('', call.line);
  interpreter.nodes.push(child);
  child.notes.set('item', item);
  return { kind: 'router', node: child };
}

/** `class Users(Replaceable): _default_class = UsersBase`: what says nothing but which class it stands for. */
function standIn(interpreter: Interpreter, type: ClassValue): ClassValue {
  const declared = interpreter.classDeclarationOf(type);
  const [only, ...others] = declared?.fields ?? [];
  if (only === undefined || declared === undefined || declared.methods.length > 0 || others.length > 1) return type;
  const meant = [only, ...others].flatMap(({ name }) => {
    const value = interpreter.objects.memberOfClass(type, name);
    return value?.kind === 'class' ? [value] : [];
  });
  const [found] = meant;
  return found === undefined || meant.length > 1 || actionsOf(interpreter, type).size > 0 ? type : found;
}

function memberOf(interpreter: Interpreter, type: ClassValue, name: string): Value | undefined {
  return interpreter.objects.memberOfClass(type, name);
}

function actionsOf(interpreter: Interpreter, type: ClassValue): Set<string> {
  const bases = interpreter.ancestry.baseNames(type);
  const found = new Set(
    [...bases].flatMap((base) => (Object.hasOwn(viewSetActions, base) ? (viewSetActions[base] ?? []) : [])),
  );
  for (const { action } of [...actionRoutes, ...bulkRoutes])
    if (interpreter.ancestry.method(type, action) !== undefined) found.add(action);
  return found;
}

interface Resource {
  readonly prefix: string;
  readonly parameter: string;
  readonly slash: string;
  readonly name: string;
}

/** Methods with `@action(detail=True, methods=['post'])`. */
function addExtraActions(interpreter: Interpreter, node: RouterNode, type: ClassValue, resource: Resource): void {
  const { prefix, parameter, slash, name } = resource;
  const forms = formsOf(node);
  const seen = new Set<string>();
  for (const ancestor of interpreter.ancestry.of(type)) {
    // What a class declares anew takes the place of what its base declares under that name.
    const methods = (interpreter.classDeclarationOf(ancestor)?.methods ?? []).filter(
      (id) => !seen.has(ancestor.unit.program.functions[id]?.name ?? ''),
    );
    for (const id of methods) {
      const declared = ancestor.unit.program.functions[id];
      if (declared !== undefined) seen.add(declared.name);
      for (const { value, line } of declared?.decorators ?? []) {
        if (declared === undefined || value.is !== 'call') continue;
        const frame = interpreter.objects.frameOf(ancestor);
        const decorator = decoratorOfDjango(interpreter, value.callee, frame);
        if (decorator === undefined || !/^(?:action|list_route|detail_route)$/.test(decorator)) continue;
        const args = interpreter.calls.args(value, frame);
        const onItem = decorator === 'detail_route' || /^true$/i.test(textOf(valueAt(args, ['detail', 1])) ?? '');
        const methods = methodsIn(valueAt(args, ['methods', 0]));
        const path = textOf(valueAt(args, 'url_path')) ?? declared.name;
        const form = forms.find(({ isDynamic, onItem: isForItem }) => isDynamic && isForItem === onItem);
        if (forms.length > 0 && form === undefined) continue;
        node.routes.push({
          methods: methods.length > 0 ? methods : ['GET'],
          path:
            form === undefined
              ? `${onItem ? `${prefix}/{${parameter}}` : prefix}/${path}${slash}`
              : filledForm(form, { ...partsOf(resource), url_path: path }),
          file: ancestor.unit.path,
          line,
          handler: `${name}.${declared.name}`,
          middleware: [],
          declared: 'explicit',
        });
      }
    }
  }
}

import type { Interpreter } from '../interpreter';
import { handlerNameOf } from '../routers/handlerName';
import { methodsIn } from '../routers/registering';
import type { Mount, RouterNode } from '../routers/routerNode';
import { type FunctionValue, optionsOf, routersIn, textOf, type Value } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `configure(users::routes)`: the function fills the router that it is called on. */
export const actixConfigure: SpecialVerbCode = (interpreter, node, call) => {
  for (const option of optionsOf(call.args[0]?.value))
    if (option.kind === 'function') interpreter.routers.fill(node, option);
  return undefined;
};

/** `app.route("/users", web::get().to(list))` and `resource.route(web::get().to(list))`. */
export const actixRoute: SpecialVerbCode = (interpreter, node, call) => {
  const [first, second] = call.args;
  const path = textOf(first?.value);
  if (path === undefined && second !== undefined)
    interpreter.unread.set(`${call.frame.unit.path}:${call.line}`, node.rule.name);
  const place = { file: call.frame.unit.path, line: first?.line ?? call.line };
  for (const child of routersIn(path === undefined ? first?.value : second?.value))
    node.mount(child, path ?? '', [], path === undefined ? undefined : place);
  return undefined;
};

export const actixTo: SpecialVerbCode = (_interpreter, node, call) => {
  const handler = handlerNameOf(call.args[0]);
  node.routes.push({
    methods: node.methods ?? ['ANY'],
    path: '',
    file: call.frame.unit.path,
    line: node.made.line,
    middleware: [],
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

/** `routes(routes!(list, create))`, where the paths stand in the attribute `#[utoipa::path(get, path = "/users")]`. */
export const utoipaRoutes: SpecialVerbCode = (interpreter, node, call) => {
  for (const value of functionsIn(call.args[0]?.value)) addUtoipaPath(interpreter, node, value);
  return undefined;
};

function addUtoipaPath(interpreter: Interpreter, node: RouterNode, value: FunctionValue): void {
  const declared = interpreter.declarationOf(value);
  for (const { value: attribute, line } of declared?.decorators ?? []) {
    if (attribute.is !== 'call' || declared === undefined) continue;
    const { callee, args } = attribute;
    if ((callee.is !== 'member' && callee.is !== 'name') || callee.name !== 'path') continue;
    const path = args.find((argument) => argument.name === 'path')?.value;
    // `path(method(get, head), path = "/health")` names several.
    const words = args.flatMap(({ value: word }) =>
      word.is === 'call' && word.callee.is === 'name' && word.callee.name === 'method'
        ? word.args.map(({ value: inner }) => inner)
        : [word],
    );
    const methods = words.flatMap((word) => (word.is === 'name' ? methodsIn({ kind: 'text', text: word.name }) : []));
    node.routes.push({
      methods: methods.length > 0 ? methods : ['GET'],
      path: path?.is === 'text' ? path.text : '',
      file: value.unit.path,
      line,
      handler: declared.name,
      middleware: [],
      declared: 'explicit',
    });
  }
}

/**
 * `fallback(get(page))`, `default_service(web::get().to(page))`, `route(&settings.path, web::get().to(page))`: what handles
 * requests at a path that nothing says is no route of its own.
 */
export function dropHandlersAlone(interpreter: Interpreter): void {
  for (const node of interpreter.nodes)
    if (node.stands === 'path' && !node.isMounted && (node.rule.id === 'axum' || isActixMethod(node)))
      node.routes.length = 0;
}

const isActixMethod = ({ rule, prefix, methods }: RouterNode): boolean =>
  rule.id === 'actix' && prefix === '' && methods !== undefined;

/** `web::resource("")` of a function that nobody is seen to call was written for a scope: below which, nobody knows. */
export function loseUnconfigured({ nodes }: Interpreter): void {
  for (const node of nodes) {
    if (node.rule.id !== 'actix' || node.made.line !== 0 || node.isMounted || node.mounts.length === 0) continue;
    const isBare = node.mounts.every(({ child, prefix }) => child.stands === 'path' && child.prefix + prefix === '');
    if (isBare && node.routes.every(({ path }) => path === '')) node.isLost = true;
  }
}

/** `pub fn router() -> Router` that nobody is seen to call, where others are put below paths: it lies below one, or nowhere. */
export function loseUncalled({ nodes }: Interpreter): void {
  const holds = nodes.some(({ rule, mounts, isIdle }) => rule.id === 'axum' && !isIdle && mounts.some(isNested));
  for (const node of holds ? nodes : [])
    if (node.rule.id === 'axum' && node.isIdle && !node.isMounted && !node.mounts.some(({ child }) => isRouter(child)))
      node.isLost = true;
}

const isRouter = ({ stands }: RouterNode): boolean => stands === 'router';
const isNested = ({ child, prefix }: Mount): boolean => isRouter(child) && prefix !== '';

export function functionsIn(value: Value | undefined): FunctionValue[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'function') return [option];
    return option.kind === 'list' ? option.items.flatMap((item) => functionsIn(item)) : [];
  });
}

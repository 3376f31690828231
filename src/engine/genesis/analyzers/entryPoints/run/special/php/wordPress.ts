import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { keyOf } from '../../objects/ancestry';
import { handlerNameOf } from '../../routers/handlerName';
import { methodsIn } from '../../routers/registering';
import { type ClassValue, optionsOf, textOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const wordPressMethods: Readonly<Record<string, readonly string[]>> = {
  READABLE: ['GET'],
  CREATABLE: ['POST'],
  EDITABLE: ['POST', 'PUT', 'PATCH'],
  DELETABLE: ['DELETE'],
  ALLMETHODS: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
};

/** `register_rest_route('shop/v1', '/items/(?P<id>\d+)', ['methods' => 'GET', 'callback' => …])`, or a list of such maps. */
export const wordPressRoute: SpecialVerbCode = (interpreter, node, call) => {
  if (isOfAbstract(interpreter, call)) return undefined;
  const [namespace, route, options] = call.args;
  const base = textOf(namespace?.value);
  const path = textOf(route?.value);
  if (base === undefined || path === undefined || options === undefined) return undefined;
  for (const endpoint of endpointsIn(options.value)) {
    const callback = endpoint.entries.get('callback');
    const handler = callback === undefined ? undefined : handlerNameOf({ value: callback, source: { is: 'other' } });
    node.routes.push({
      methods: wordPressMethodsIn(endpoint.entries.get('methods')),
      path: `wp-json/${base}/${path}`,
      file: call.frame.unit.path,
      line: endpoint.lines?.get('methods') ?? call.line,
      middleware: [],
      declared: 'explicit',
      ...(handler === undefined ? {} : { handler }),
    });
  }
  return undefined;
};

function endpointsIn(value: Value): Extract<Value, { kind: 'map' }>[] {
  if (value.kind === 'list') return value.items.flatMap((item) => endpointsIn(item));
  if (value.kind !== 'map') return [];
  if (value.entries.has('methods') || value.entries.has('callback')) return [value];
  return [...value.entries.values()].flatMap((item) => (item.kind === 'map' ? endpointsIn(item) : []));
}

/** `WP_REST_Server::EDITABLE`, and several of them or of methods in one text. */
function wordPressMethodsIn(value: Value | undefined): readonly string[] {
  if (value === undefined) return ['GET'];
  const words = optionsOf(value).flatMap((option) =>
    option.kind === 'external' ? [option.name] : [textOf(option) ?? ''],
  );
  const found = words.flatMap((word) =>
    (word.match(constantNames) ?? []).flatMap((name) => wordPressMethods[name] ?? []),
  );
  if (found.length > 0) return [...new Set(found)];
  const methods = methodsIn(value);
  return methods.length > 0 ? methods : ['GET'];
}

const constantNames = /\b(?:READABLE|CREATABLE|EDITABLE|DELETABLE|ALLMETHODS)\b/g;

/** The path of a class that others extend is theirs to say. */
function isOfAbstract(interpreter: Interpreter, { frame }: PendingCall): boolean {
  const self = frame.scope.get('this');
  if (self?.kind !== 'object') return false;
  if (interpreter.classDeclarationOf(self.type)?.abstract === true) return true;
  interpreter.restControllers.add(keyOf(self.type));
  return false;
}

/** A controller that leaves all of its routes to the class above registers them below its own path. */
export function registerInherited(interpreter: Interpreter): void {
  for (const unit of interpreter.project.units.values()) {
    if (unit.program.language !== 'php') continue;
    unit.program.classes.forEach((declared, id) => {
      const type = { kind: 'class', unit, id, scope: unit.scope } as const;
      if (declared.abstract === true || declared.bases.length === 0) return;
      if (interpreter.restControllers.has(keyOf(type))) return;
      const [, ...above] = interpreter.ancestry.of(type);
      const isRest = above.some((one) => interpreter.restControllers.has(keyOf(one)) || addsRestRoutes(one));
      const method = isRest ? interpreter.ancestry.method(type, 'register_routes') : undefined;
      if (method !== undefined) interpreter.callFunction(method, [], interpreter.objects.standIn(type));
    });
  }
}

/** Whether a method of the class itself calls `register_rest_route`. */
function addsRestRoutes({ unit, id }: ClassValue): boolean {
  return (unit.program.classes[id]?.methods ?? []).some((method) =>
    (unit.program.functions[method]?.body ?? []).some(
      (statement) =>
        statement.do === 'run' &&
        statement.value.is === 'call' &&
        statement.value.callee.is === 'name' &&
        statement.value.callee.name === 'register_rest_route',
    ),
  );
}

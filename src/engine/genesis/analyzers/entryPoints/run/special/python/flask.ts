import { positional, valueAt } from '../../arguments';
import { registerRoute } from '../../routers/registering';
import { routersIn, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const resourceMethods = { from: 'methods', otherwise: ['ANY'] } as const;

/** `Api(app)`: what is added to the API lies on the application or blueprint it was made with. */
export const flaskApi: SpecialVerbCode = (_interpreter, node, call) => {
  const [owner] = routersIn(valueAt(call.args, ['app', 0]));
  owner?.mount(node);
  return undefined;
};

/** A namespace without a path of its own lies under its name. */
export const flaskNamespace: SpecialVerbCode = (_interpreter, node, call) => {
  if (valueAt(call.args, 'path') === undefined) node.prefix = textOf(valueAt(call.args, 0)) ?? '';
  return undefined;
};

export const flaskSubNamespace: SpecialVerbCode = (interpreter, node, call) => {
  const prefix = textOf(valueAt(call.args, ['path', 0])) ?? '';
  const child = node.branch(prefix, call.line);
  interpreter.nodes.push(child);
  return { kind: 'router', node: child };
};

/** `api.add_namespace(ns, path='/x')`: the path takes the place of the namespace's own. */
export const flaskAddNamespace: SpecialVerbCode = (_interpreter, node, call) => {
  const path = textOf(valueAt(call.args, ['path', 1]));
  for (const child of routersIn(call.args[0]?.value)) {
    if (path !== undefined) child.prefix = path;
    node.mount(child);
  }
  return undefined;
};

export const flaskInitApp: SpecialVerbCode = (_interpreter, node, call) => {
  // One that was made with a blueprint lies there already.
  if (!node.isMounted) for (const owner of routersIn(call.args[0]?.value)) owner.mount(node);
  return undefined;
};

/** `add_resource(Users, '/users', '/users/<int:id>')`: one class at several paths. */
export const flaskResource: SpecialVerbCode = (interpreter, node, call) => {
  const [resource, ...paths] = positional(call.args);
  if (resource === undefined) return undefined;
  for (const path of paths)
    registerRoute(
      interpreter,
      node,
      { does: 'route', methods: resourceMethods, path: 0, handler: 1 },
      { ...call, args: [path, resource] },
    );
  return undefined;
};

/** `@ns.route('/a', '/b')` on a class. */
export const flaskRoute: SpecialVerbCode = (interpreter, node, call) => {
  for (const path of positional(call.args))
    registerRoute(interpreter, node, { does: 'route', methods: resourceMethods, path: 0 }, { ...call, args: [path] });
  return undefined;
};

/** `Api(app, blueprint)`: what is added lies on the blueprint, if there is one. */
export const flaskJsonApi: SpecialVerbCode = (_interpreter, node, call) => {
  const [blueprint] = routersIn(valueAt(call.args, ['blueprint', 1]));
  const [app] = routersIn(valueAt(call.args, ['app', 0]));
  if (!node.isMounted) (blueprint ?? app)?.mount(node);
  return undefined;
};

/** `api.route(UserDetail, 'user_detail', '/users/<int:id>', '/events/<int:event_id>/owner')` */
export const flaskJsonResource: SpecialVerbCode = (interpreter, node, call) => {
  const [resource, , ...paths] = positional(call.args);
  if (resource === undefined) return undefined;
  for (const path of paths)
    registerRoute(
      interpreter,
      node,
      { does: 'route', methods: ['ANY'], path: 0, handler: 1 },
      { ...call, args: [path, resource] },
    );
  return undefined;
};

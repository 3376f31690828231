import { functionNameOf } from '../../routers/handlerName';
import { textOf, textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { elixirOption, fillBelow } from './phoenix';

interface Action {
  readonly name: string;
  readonly methods: readonly string[];
  readonly path: string;
  readonly onItem: boolean;
}

const actions: readonly Action[] = [
  { name: 'index', methods: ['GET'], path: '', onItem: false },
  { name: 'edit', methods: ['GET'], path: '/edit', onItem: true },
  { name: 'new', methods: ['GET'], path: '/new', onItem: false },
  { name: 'show', methods: ['GET'], path: '', onItem: true },
  { name: 'create', methods: ['POST'], path: '', onItem: false },
  { name: 'update', methods: ['PATCH', 'PUT'], path: '', onItem: true },
  { name: 'delete', methods: ['DELETE'], path: '', onItem: true },
];

/** `UserProfileController` stands for `user_profile`. */
function resourceName(controller: string): string {
  const last = controller.slice(controller.lastIndexOf('.') + 1).replace(/Controller$/, '');
  return last.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}

export const phoenixResources: SpecialVerbCode = (interpreter, node, call) => {
  const plain = call.args.filter((argument) => argument.name === undefined && argument.value.kind !== 'map');
  const path = textOf(plain[0]?.value);
  if (path === undefined) return undefined;
  const controller = functionNameOf(plain[1]?.source) ?? '';
  const isOne = textOf(elixirOption(call, 'singleton')) === 'true';
  const parameter = textOf(elixirOption(call, 'param')) ?? 'id';
  const only = elixirOption(call, 'only');
  const except = new Set(textsOf(elixirOption(call, 'except')));
  const kept = only === undefined ? undefined : new Set(textsOf(only));
  for (const action of actions) {
    if ((isOne && action.name === 'index') || except.has(action.name) || kept?.has(action.name) === false) continue;
    node.routes.push({
      methods: action.methods,
      path: `${path}${action.onItem && !isOne ? `/:${parameter}` : ''}${action.path}`,
      file: call.frame.unit.path,
      line: call.line,
      handler: `${controller}.${action.name}`,
      middleware: [],
      declared: 'implied',
    });
  }
  const name = textOf(elixirOption(call, 'name')) ?? resourceName(controller);
  fillBelow(interpreter, node, call, isOne ? path : `${path}/:${name}_${parameter}`);
  return undefined;
};

import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../../lowering';
import type { Argument, CallExpression } from '../../program';
import { member, name, text } from '../../program';
import { answersAll } from './answers';
import { isGuard } from './guards';

/** A call as another one that does the same and says it more plainly. */
export function plainCall(call: CallExpression, node: Node): CallExpression {
  const { callee, args, line } = call;
  const list = node.childForFieldName('arguments');
  if (callee.is === 'member' && callee.name === 'all' && isGuard(args, list))
    return { ...call, callee: member(callee.of, 'use'), args: args.slice(1) };
  if (callee.is === 'member' && callee.name === 'use' && answersAll(args, list))
    return { ...call, callee: member(callee.of, 'all') };
  if (callee.is === 'member' && (callee.name === 'call' || callee.name === 'apply') && isOnOwner(node, list)) {
    const [, first, ...rest] = args;
    const passed = callee.name === 'call' ? args.slice(1) : first === undefined ? [] : [{ ...first, spread: true }];
    return rest.length > 0 && callee.name === 'apply' ? call : { ...call, callee: callee.of, args: passed };
  }
  // AdonisJS 4 hands out its own modules by their names: `const Route = use('Route')`.
  if (callee.is === 'name' && callee.name === 'use' && isRouterOfAdonis(args))
    return { is: 'call', callee: name('require'), args: [{ value: text('@ioc:Adonis/Core/Route') }], line };
  return call;
}

const isRouterOfAdonis = ([only, ...others]: readonly Argument[]): boolean =>
  others.length === 0 && only?.value.is === 'text' && only.value.text === 'Route';

/** `app[method].call(app, path, handler)`: what is called belongs to what it is called on. */
function isOnOwner(node: Node, list: Node | null): boolean {
  const owner = node.childForFieldName('function')?.childForFieldName('object')?.childForFieldName('object');
  const [first] = namedChildren(list);
  return owner !== undefined && owner !== null && first !== undefined && first.text === owner.text;
}

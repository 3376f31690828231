import { valueAt } from '../../arguments';
import { registerRoute } from '../../routers/registering';
import type { PassedArgument, Value } from '../../values';
import { optionsOf, routersIn, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const source = { is: 'other' } as const;

/** Django Ninja: `api.add_router('/events/', router)`, where the router may be named by its import path. */
export const ninjaRouter: SpecialVerbCode = (interpreter, node, call) => {
  const prefix = textOf(valueAt(call.args, ['prefix', 0])) ?? '';
  const target = valueAt(call.args, ['router', 1]);
  const named = textOf(target);
  const at = named?.lastIndexOf('.') ?? -1;
  const value: Value | undefined =
    named === undefined ? target : interpreter.names.imported(call.frame.unit, named.slice(0, at), named.slice(at + 1));
  for (const child of routersIn(value)) node.mount(child, prefix);
  return undefined;
};

/** Tornado: `Application([(r"/users/(\d+)", UserHandler), url(r"/", Home)])`. */
export const tornadoHandlers: SpecialVerbCode = (interpreter, node, call) => {
  const list =
    optionsOf(valueAt(call.args, ['handlers', 0])).find((option) => option.kind === 'list') ?? call.args[1]?.value;
  if (list?.kind !== 'list') return undefined;
  const writtenList = call.args.find((argument) => argument.value === list)?.source;
  list.items.forEach((item, at) => {
    if (item.kind !== 'list') return;
    const written = writtenList?.is === 'list' ? writtenList.items[at] : undefined;
    const parts = written?.is === 'list' ? written.items : [];
    const args = item.items
      .slice(0, 2)
      .map((value, index): PassedArgument => ({ value, source: parts[index] ?? source }));
    registerRoute(interpreter, node, { does: 'route', methods: 'ANY', path: 0, handler: 1 }, { ...call, args });
  });
  return undefined;
};

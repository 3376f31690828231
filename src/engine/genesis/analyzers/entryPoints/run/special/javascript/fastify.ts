import { valueAt } from '../../arguments';
import type { Interpreter } from '../../interpreter';
import { directoryOf } from '../../project/unit';
import { namesOf } from '../../routers/handlerName';
import { mountArguments } from '../../routers/mounting';
import type { PassedArgument, Value } from '../../values';
import { optionsOf, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

const source = { is: 'other' } as const;
const guardHooks = new Set(['onRequest', 'preHandler', 'preValidation']);

/** `register(plugin, { prefix })`; the plug-in that loads a folder registers each file of it under its folder's name. */
export const fastifyRegister: SpecialVerbCode = (interpreter, node, call) => {
  const isAutoload = optionsOf(call.args[0]?.value).some(
    (option) => option.kind === 'external' && /autoload$/.test(option.package),
  );
  if (!isAutoload) {
    mountArguments(interpreter, node, { does: 'mount', prefix: 'prefix', what: 0, calls: true }, call);
    return undefined;
  }
  const folder = textOf(valueAt(call.args, 'dir'))?.replace(/^\//, '');
  if (folder === undefined || folder === '') return undefined;
  const isFlat = textOf(valueAt(call.args, 'dirNameRoutePrefix')) === 'false';
  for (const unit of interpreter.project.units.values()) {
    if (!unit.path.startsWith(`${folder}/`)) continue;
    const plugin = interpreter.modules.exported(unit, 'default', 0);
    if (plugin?.kind !== 'function') continue;
    const own = textOf(interpreter.modules.exported(unit, 'autoPrefix', 0));
    const prefix =
      own ??
      (isFlat
        ? ''
        : directoryOf(unit.path)
            .slice(folder.length)
            .replace(/\/_(\w+)/g, '/:$1'));
    const base = textOf(valueAt(call.args, 'prefix')) ?? inOptions(call.args);
    forgetGuesses(interpreter, unit.path);
    const instead = textOf(interpreter.modules.exported(unit, 'prefixOverride', 0));
    const child = node.branch(instead ?? `${base}/${prefix}`, 1);
    interpreter.nodes.push(child);
    const args: PassedArgument[] = [{ value: { kind: 'router', node: child }, source }];
    interpreter.withAmbient(child, () => interpreter.callFunction(plugin, args));
  }
  return undefined;
};

/** A plug-in that was taken for a beginning before it was known where it belongs is none. */
function forgetGuesses(interpreter: Interpreter, path: string): void {
  for (const node of interpreter.nodes) if (node.made.file === path && node.made.line === 0) node.isMounted = true;
}

function inOptions(args: readonly PassedArgument[]): string {
  const options = valueAt(args, 'options');
  return options?.kind === 'map' ? (textOf(options.entries.get('prefix')) ?? '') : '';
}

export const fastifyHook: SpecialVerbCode = (_interpreter, node, call): Value | undefined => {
  const [hook, handler] = call.args;
  if (handler !== undefined && guardHooks.has(textOf(hook?.value) ?? '')) node.middleware.push(...namesOf(handler));
  return undefined;
};

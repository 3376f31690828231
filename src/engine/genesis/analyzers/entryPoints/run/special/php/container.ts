import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import type { Unit } from '../../project/unit';
import { type ClassValue, holeEnd, holeStart, several, textOf, type Value } from '../../values';

const mostClasses = 100;

/**
 * `app(ShopRoutes::class)`, `$app->make('App\\Http\\Routes\\' . $name)`: objects of the classes that are named, or of all
 * that lie in a namespace.
 */
export function madeByContainer(interpreter: Interpreter, name: string, call: PendingCall): Value | undefined {
  if (call.frame.unit.program.language !== 'php' || !/^(?:make|makeWith|resolve|app)$/.test(name)) return undefined;
  const asked = call.args[0]?.value;
  if (asked?.kind === 'class') return interpreter.objects.standIn(asked);
  const [, ...parts] = textOf(asked)?.split(/\\+/) ?? [];
  const last = parts.pop();
  const folder = parts.join('/');
  if (last === undefined || folder === '' || folder.includes(holeStart)) return undefined;
  const isAny = last.startsWith(holeStart) && last.indexOf(holeEnd) === last.length - 1;
  const found = [...interpreter.project.units.values()]
    .filter(({ directory }) => `/${directory}`.endsWith(`/${folder}`))
    .flatMap((unit) => ownClass(unit))
    .filter(({ unit, id }) => isAny || unit.program.classes[id]?.name === last);
  return found.length === 0 || found.length > mostClasses
    ? undefined
    : several(found.map((type) => interpreter.objects.standIn(type)));
}

/** The class that a file of PHP is called after. */
function ownClass(unit: Unit): ClassValue[] {
  const id = unit.program.classes.findIndex(({ name }) => unit.path.endsWith(`/${name}.php`));
  return id === -1 ? [] : [{ kind: 'class', unit, id, scope: unit.scope }];
}

import type { Expression } from '../../../program/program';
import type { Interpreter } from '../../interpreter';
import type { ClassValue, Value } from '../../values';
import { textOf } from '../../values';

/** `apps.get_app_config('catalog').urls`: what the configuration of an application of the project gives as its paths. */
export function urlsOfApp(interpreter: Interpreter, source: Expression): Value | undefined {
  if (source.is !== 'member' || source.name !== 'urls' || source.of.is !== 'call') return undefined;
  const { callee, args } = source.of;
  const name = callee.is === 'name' || callee.is === 'member' ? callee.name : '';
  const label = args[0]?.value;
  if (name !== 'get_app_config' || label?.is !== 'text') return undefined;
  const [type, ...others] = configurationsOf(interpreter, label.text);
  if (type === undefined || others.length > 0) return undefined;
  const method = interpreter.ancestry.method(type, 'get_urls');
  return method === undefined ? undefined : interpreter.callFunction(method, [], interpreter.objects.standIn(type));
}

/** The classes of the project that are the configuration of an application with that label. */
function configurationsOf(interpreter: Interpreter, label: string): ClassValue[] {
  return [...interpreter.project.units.values()].flatMap((unit) => {
    if (!unit.path.endsWith('/apps.py')) return [];
    return unit.program.classes.flatMap((_declared, id): ClassValue[] => {
      const type: ClassValue = { kind: 'class', unit, id, scope: unit.scope };
      const said = (field: string): string | undefined => textOf(interpreter.objects.memberOfClass(type, field));
      const own = said('label') ?? said('name')?.replace(/^.*\./, '');
      return own === label ? [type] : [];
    });
  });
}

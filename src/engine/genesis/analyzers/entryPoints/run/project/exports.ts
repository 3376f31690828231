import type { Frame } from '../interpreter';
import type { Value } from '../values';

/** `module.exports = …`, `module.exports.name = …`, `exports.name = …`. */
export function assignExport(
  of: Frame['unit']['program']['body'][number] | unknown,
  name: string,
  value: Value,
  frame: Frame,
): boolean {
  const owner = of as { is: string; name?: string; of?: { is: string; name?: string } };
  const { exports } = frame.unit;
  if (owner.is === 'name' && owner.name === 'module' && name === 'exports') {
    exports.set('module.exports', value);
    return true;
  }
  const isExports =
    (owner.is === 'name' && owner.name === 'exports' && frame.scope.get('exports') === undefined) ||
    (owner.is === 'member' && owner.name === 'exports' && owner.of?.name === 'module');
  if (!isExports) return false;
  const whole = exports.get('module.exports');
  if (whole?.kind === 'map') whole.entries.set(name, value);
  exports.set(name, value);
  return true;
}

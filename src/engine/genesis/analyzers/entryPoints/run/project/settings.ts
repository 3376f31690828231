import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { textOf, unknown, type Value } from '../values';

/**
 * `config('api.prefix')` of Laravel: what `config/api.php` gives back under that name, else what the call says for the
 * case that there is none; `env('API_PREFIX', 'api')` is what stands there unless the environment says otherwise.
 */
export function callSetting(interpreter: Interpreter, path: string, call: PendingCall): Value | undefined {
  if (call.frame.unit.program.language !== 'php') return undefined;
  const [key, otherwise] = call.args;
  if (path === 'env') return otherwise?.value.kind === 'text' ? otherwise.value : undefined;
  if (path !== 'config') return undefined;
  const [file = '', ...parts] = textOf(key?.value)?.split('.') ?? [];
  const found = /^[\w-]{1,60}$/.test(file)
    ? interpreter.project.fileEndingWith(call.frame.unit.path, `config/${file}.php`)
    : undefined;
  const unit = found === undefined ? undefined : interpreter.project.units.get(found);
  if (unit !== undefined && parts.length > 0) {
    interpreter.run(unit);
    let value: Value = unit.exports.get('return') ?? unknown;
    for (const part of parts) value = interpreter.expressions.memberOf(value, part, call.frame);
    if (value.kind === 'text') return value;
  }
  return otherwise?.value.kind === 'text' ? otherwise.value : undefined;
}

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
  const words = textOf(key?.value)?.split('.') ?? [];
  const isPlain = words.every((word) => /^[\w-]{1,60}$/.test(word));
  // Packages put theirs into a folder: `config('backpack.base.route_prefix')` stands in `config/backpack/base.php`.
  const depth = [1, 2].find(
    (count) => isPlain && words.length > count && fileOf(interpreter, words.slice(0, count), call) !== undefined,
  );
  // `mergeConfigFrom('config/panel.php', 'shop.panel')`: a package that is nothing but that keeps its name out of its own files.
  const own = depth === undefined && isPlain && words.length > 2 ? words.slice(1, 2) : undefined;
  const found =
    depth === undefined && own === undefined ? undefined : fileOf(interpreter, own ?? words.slice(0, depth), call);
  const parts = words.slice(own === undefined ? (depth ?? 1) : 2);
  const unit = found === undefined ? undefined : interpreter.project.units.get(found);
  if (unit !== undefined && parts.length > 0) {
    interpreter.run(unit);
    let value: Value = unit.exports.get('return') ?? unknown;
    for (const part of parts) value = interpreter.expressions.memberOf(value, part, call.frame);
    if (value.kind === 'text') return value;
  }
  return otherwise?.value.kind === 'text' ? otherwise.value : undefined;
}

const fileOf = ({ project }: Interpreter, words: readonly string[], { frame }: PendingCall): string | undefined =>
  project.fileEndingWith(frame.unit.path, `config/${words.join('/')}.php`);

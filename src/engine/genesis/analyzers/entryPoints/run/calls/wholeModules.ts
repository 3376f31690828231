import type { Interpreter } from '../interpreter';
import type { PassedArgument } from '../values';

/** `Object.values(routes)`, where `import * as routes from './routes'`. */
export function withWholeModules(interpreter: Interpreter, args: readonly PassedArgument[]): readonly PassedArgument[] {
  return args.map((argument) => {
    const { value } = argument;
    const whole = value.kind === 'module' ? interpreter.modules.whole(value) : undefined;
    return whole === undefined ? argument : { ...argument, value: whole };
  });
}

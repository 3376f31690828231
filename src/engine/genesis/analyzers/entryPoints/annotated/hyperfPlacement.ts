import { argumentAt } from '../run/arguments';
import type { Interpreter } from '../run/interpreter';
import type { Placement } from './placements';

/** A controller that says no prefix lies below its name: `Controller\\Admin\\UserRoleController` below `/admin/user_role`. */
export function hyperfPlacement(interpreter: Interpreter): Placement {
  return {
    // Without a path it is the name of the method that tells.
    skips: (_described, { annotations }) =>
      annotations.some(({ name, args }) => /Mapping$/.test(name) && argumentAt(args, ['path', 0]) === undefined),
    prefixes({ type, annotations }, { paths }) {
      const isSaid = annotations.some(
        ({ name, args }) => name === 'Controller' && argumentAt(args, ['prefix', 0]) !== undefined,
      );
      if (isSaid || paths.some((path) => path.startsWith('/'))) return [''];
      const name = interpreter.classDeclarationOf(type)?.name ?? '';
      const around = type.unit.program.namespace?.split('\\Controller\\')[1]?.split('\\') ?? [];
      return [[...around, name.replace('Controller', '')].map(snake).join('/')];
    },
  };
}

const snake = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

import type { Decorator } from '../../../program/program';
import { valueAt } from '../../arguments';
import type { Frame, Interpreter } from '../../interpreter';
import { registerRoute } from '../../routers/registering';
import type { ClassValue, PassedArgument } from '../../values';
import { optionsOf, textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `@http_get('/{id}')`, `@route.get('/{id}')` */
const verbs = /^(?:http_)?(get|post|put|patch|delete)$/;

/** Django Ninja Extra: `api.register_controllers(UsersController)`, or all controllers of the project. */
export const ninjaControllers: SpecialVerbCode = (interpreter, node, call) => {
  const given = call.args.flatMap(({ value }) => optionsOf(value).filter((option) => option.kind === 'class'));
  const classes = call.verb === 'auto_discover_controllers' ? controllersOf(interpreter) : given;
  for (const type of classes) {
    const frame = interpreter.objects.frameOf(type);
    const said = decoratorOf(interpreter, interpreter.classDeclarationOf(type)?.decorators, /^api_controller$/, frame);
    if (said === undefined) continue;
    const child = node.branch(textOf(valueAt(said.args, ['prefix_or_class', 0])) ?? '', call.line);
    interpreter.nodes.push(child);
    for (const ancestor of interpreter.ancestry.of(type))
      for (const id of interpreter.classDeclarationOf(ancestor)?.methods ?? []) {
        const declared = ancestor.unit.program.functions[id];
        const found = decoratorOf(interpreter, declared?.decorators, verbs, frame);
        const method = verbs.exec(found?.name ?? '')?.[1]?.toUpperCase();
        if (found === undefined || method === undefined) continue;
        const place = { ...call, args: found.args, line: found.line, frame: { ...frame, unit: ancestor.unit } };
        registerRoute(
          interpreter,
          child,
          { does: 'route', methods: method, path: ['path', 0], handler: 'none' },
          place,
        );
      }
  }
  return undefined;
};

interface Said {
  readonly name: string;
  readonly args: readonly PassedArgument[];
  readonly line: number;
}

function decoratorOf(
  interpreter: Interpreter,
  decorators: readonly Decorator[] | undefined,
  wanted: RegExp,
  frame: Frame,
): Said | undefined {
  for (const { value, line } of decorators ?? []) {
    if (value.is !== 'call' || (value.callee.is !== 'name' && value.callee.is !== 'member')) continue;
    const { name } = value.callee;
    if (wanted.test(name)) return { name, args: interpreter.calls.args(value, frame), line };
  }
  return undefined;
}

function controllersOf({ project }: Interpreter): ClassValue[] {
  return [...project.units.values()].flatMap((unit) =>
    unit.program.language !== 'python'
      ? []
      : unit.program.classes.flatMap(({ decorators }, id): ClassValue[] =>
          decorators.some(({ value }) => value.is === 'call' && lastName(value.callee) === 'api_controller')
            ? [{ kind: 'class', unit, id, scope: unit.scope }]
            : [],
        ),
  );
}

const lastName = (callee: Decorator['value']): string =>
  callee.is === 'name' || callee.is === 'member' ? callee.name : '';

import type { ClassDeclaration, Expression, Statement } from '../../program';
import { name } from '../../program';
import { baseName } from '../../walk';

/** A module: what it uses says what it is, as a superclass does elsewhere. */
export function elixirModule(written: string, line: number, statements: readonly Statement[]): ClassDeclaration {
  const at = written.lastIndexOf('.');
  return {
    name: written.slice(at + 1),
    ...(at === -1 ? {} : { within: written.slice(0, at) }),
    line,
    kind: 'class',
    bases: statements.flatMap(usedBase),
    decorators: [],
    fields: [],
    methods: [],
    body: statements,
  };
}

/** `use MyAppWeb, :router` and `use Plug.Router` make routers of a module, `use Phoenix.Endpoint` an endpoint. */
function usedBase(statement: Statement): Expression[] {
  if (statement.do !== 'run' || statement.value.is !== 'call' || baseName(statement.value.callee) !== 'use') return [];
  const [module, role] = statement.value.args.map((argument) => argument.value);
  if (role?.is === 'text' && role.text === 'router') return [name('Phoenix.Router')];
  const written = module === undefined ? '' : pathOf(module);
  return /^(?:Phoenix\.(?:Router|Endpoint)|Plug\.(?:Router|ErrorHandler))$/.test(written) ? [name(written)] : [];
}

function pathOf(expression: Expression): string {
  if (expression.is === 'name') return expression.name;
  return expression.is === 'member' ? `${pathOf(expression.of)}.${expression.name}` : '';
}

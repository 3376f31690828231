import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import { namesOf } from '../../routers/handlerName';
import { textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

type Action = readonly [method: string, path: string, action: string];

/** What each operation of Backpack adds to the path of an entity. */
const operations: Readonly<Record<string, readonly Action[]>> = {
  ListOperation: [
    ['GET', '', 'index'],
    ['POST', '/search', 'search'],
    ['GET', '/{id}/details', 'showDetailsRow'],
  ],
  CreateOperation: [
    ['GET', '/create', 'create'],
    ['POST', '', 'store'],
  ],
  UpdateOperation: [
    ['GET', '/{id}/edit', 'edit'],
    ['PUT', '/{id}', 'update'],
  ],
  DeleteOperation: [['DELETE', '/{id}', 'destroy']],
  ShowOperation: [['GET', '/{id}/show', 'show']],
  ReorderOperation: [
    ['GET', '/reorder', 'reorder'],
    ['POST', '/reorder', 'saveReorder'],
  ],
  CloneOperation: [['POST', '/{id}/clone', 'clone']],
  BulkDeleteOperation: [['POST', '/bulk-delete', 'bulkDelete']],
  BulkCloneOperation: [['POST', '/bulk-clone', 'bulkClone']],
};
const usual = ['ListOperation', 'CreateOperation', 'UpdateOperation', 'DeleteOperation'];

/** `Route::crud('student', 'StudentCrudController')`: the pages of an entity that its controller takes part in. */
export const laravelCrud: SpecialVerbCode = (interpreter, node, call) => {
  const [nameArgument, controller] = call.args;
  const name = textOf(nameArgument?.value);
  if (name === undefined || controller === undefined) return undefined;
  const type = (namesOf(controller)[0] ?? '').replace(/^.*[\\./]/, '');
  for (const operation of operationsOf(interpreter, type, call))
    for (const [method, path, action] of operations[operation] ?? [])
      node.routes.push({
        methods: [method],
        path: `${name}${path}`,
        file: call.frame.unit.path,
        line: call.line,
        handler: `${type}@${action}`,
        middleware: [],
        declared: 'implied',
      });
  return undefined;
};

function operationsOf(interpreter: Interpreter, name: string, { frame }: PendingCall): readonly string[] {
  const [declared] = interpreter.project
    .classesNamed(name)
    .filter(({ unit }) => unit.program.language === frame.unit.program.language);
  if (declared === undefined) return usual;
  const bases = interpreter.ancestry.baseNames({ kind: 'class', ...declared, scope: declared.unit.scope });
  const found = Object.keys(operations).filter((operation) => bases.has(operation));
  return found.length > 0 ? found : usual;
}

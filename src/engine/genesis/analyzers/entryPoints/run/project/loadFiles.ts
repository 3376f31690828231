import type { CallExpression } from '../../program/program';
import type { Frame, Interpreter } from '../interpreter';
import type { Value } from '../values';
import { holeEnd, holeStart, several, textOf, unknown } from '../values';

const loaders = new Set(['require', 'import', 'require_once', 'include', 'include_once', '%require']);

/** `require`, `import()` and `include`: the modules that a path leads to, or `undefined` for another function. */
export function loadFiles(
  interpreter: Interpreter,
  name: string,
  expression: CallExpression,
  frame: Frame,
): Value | undefined {
  if (!loaders.has(name) || frame.scope.get(name) !== undefined) return undefined;
  const [argument] = expression.args;
  const path = argument === undefined ? undefined : textOf(interpreter.evaluate(argument.value, frame));
  if (path === undefined) return unknown;
  if (frame.unit.program.language === 'php') return includeFiles(interpreter, path, frame);
  return requireModules(interpreter, path, name === 'import' ? '*' : 'default', frame);
}

/** `$this->loadRoutesFrom(__DIR__ . '/../routes/api.php')` of a provider of Laravel: nothing stands before them but the group around. */
export function loadRoutes(interpreter: Interpreter, expression: CallExpression, frame: Frame): boolean {
  const { callee, args } = expression;
  const [first] = args;
  if (callee.is !== 'member' || callee.name !== 'loadRoutesFrom' || frame.unit.program.language !== 'php') return false;
  const path = first === undefined ? undefined : textOf(interpreter.evaluate(first.value, frame));
  if (path === undefined) return false;
  const around = interpreter.ambient.findLast(({ rule }) => rule.id === 'laravel');
  const [rule] = interpreter.rules.rules.filter(({ id }) => id === 'laravel');
  if (rule === undefined) return false;
  const node = around ?? interpreter.newNode(rule, frame.unit, expression.line);
  interpreter.withAmbient(node, () => includeFiles(interpreter, path, frame));
  return true;
}

function requireModules(interpreter: Interpreter, path: string, imported: string, frame: Frame): Value {
  const { project, modules } = interpreter;
  const isPlain = !path.includes('\u0001') && !path.startsWith('/');
  if (isPlain) return modules.imported(frame.unit, path, imported);
  const files = project.filesAt(path.startsWith('.') ? `${frame.unit.directory}/${path}` : path);
  const found = files
    .filter((file) => file !== frame.unit.path)
    .map((file) =>
      modules.moduleMember({ kind: 'module', from: frame.unit.path, specifier: file, files: [file] }, 'default'),
    );
  return several(found.filter((value) => value !== undefined));
}

/** `ROOT . '/routes.php'`: where the root is, the end of the path tells. */
const leadingHole = new RegExp(`^${holeStart}[^${holeEnd}]*${holeEnd}`);

function includeFiles(interpreter: Interpreter, path: string, frame: Frame): Value {
  const found = interpreter.project.filesAt(path.startsWith('/') ? path : `${frame.unit.directory}/${path}`);
  const fallback =
    found.length > 0 ? undefined : interpreter.project.fileEndingWith(frame.unit.path, path.replace(leadingHole, ''));
  const units = [...found, ...(fallback === undefined ? [] : [fallback])].flatMap(
    (file) => interpreter.project.units.get(file) ?? [],
  );
  return several(units.map((unit) => interpreter.include(unit, frame.scope)));
}

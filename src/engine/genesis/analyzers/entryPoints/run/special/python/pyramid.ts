import { valueAt } from '../../arguments';
import type { Frame, Interpreter } from '../../interpreter';
import { prefixText } from '../../routers/prefixText';
import { type FunctionValue, optionsOf, textOf, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `config.include("shop.routes", route_prefix="api")`: the `includeme` of a module, or a function, adds its routes below. */
export const pyramidInclude: SpecialVerbCode = (interpreter, node, call) => {
  const said = call.args.find(({ name }) => name === 'route_prefix');
  const { text, isLost } = prefixText(interpreter, said);
  for (const target of optionsOf(valueAt(call.args, ['callable', 0]))) {
    const filler = fillerOf(interpreter, target, call.frame);
    if (filler === undefined) continue;
    const child = node.branch(text ?? '', call.line);
    child.isLost = isLost;
    for (const [name, directive] of directivesOf(interpreter)) child.added.set(name, directive);
    interpreter.nodes.push(child);
    interpreter.routers.fill(child, filler);
  }
  return undefined;
};

const directives = new WeakMap<Interpreter, Map<string, FunctionValue>>();

function directivesOf(interpreter: Interpreter): Map<string, FunctionValue> {
  const known = directives.get(interpreter) ?? new Map<string, FunctionValue>();
  directives.set(interpreter, known);
  return known;
}

/** `config.add_directive('add_page', add_page)`: a function of the project that is called on the configuration from then on. */
export const pyramidDirective: SpecialVerbCode = (interpreter, node, call) => {
  const name = textOf(valueAt(call.args, ['name', 0]));
  const directive = optionsOf(valueAt(call.args, ['directive', 1])).find((option) => option.kind === 'function');
  if (name === undefined || directive?.kind !== 'function') return undefined;
  directivesOf(interpreter).set(name, directive);
  for (const other of interpreter.nodes) if (other.rule === node.rule) other.added.set(name, directive);
  return undefined;
};

function fillerOf(interpreter: Interpreter, target: Value, frame: Frame): FunctionValue | undefined {
  if (target.kind === 'function') return target;
  const module = target.kind === 'text' ? moduleNamed(interpreter, target.text, frame) : target;
  if (module.kind === 'function') return module;
  const found = module.kind === 'module' ? interpreter.modules.moduleMember(module, 'includeme') : undefined;
  return found?.kind === 'function' ? found : undefined;
}

/** `shop.routes` is a module, `shop.routes.add` may be a function of one. */
function moduleNamed(interpreter: Interpreter, name: string, frame: Frame): Value {
  const whole = interpreter.modules.imported(frame.unit, name, '*');
  const at = name.lastIndexOf('.');
  return whole.kind === 'module' && whole.files.length > 0
    ? whole
    : interpreter.modules.imported(frame.unit, name.slice(0, Math.max(at, 0)), name.slice(at + 1));
}

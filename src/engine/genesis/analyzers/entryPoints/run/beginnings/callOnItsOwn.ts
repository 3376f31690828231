import type { FunctionDeclaration } from '../../program/program';
import type { Interpreter } from '../interpreter';
import { embeddedRouter } from '../objects/embeddedRouter';
import type { Unit } from '../project/unit';
import type { RouterNode } from '../routers/routerNode';
import { placeModule } from '../special/carter';
import type { PassedArgument, Value } from '../values';
import { routersIn } from '../values';
import type { RouterGuess } from './routerGuess';

const source = { is: 'other' } as const;

/** What a function did that nothing was seen to call: the routers that it gave back and those that it was given. */
interface OwnCall {
  readonly routers: readonly RouterNode[];
  readonly given: readonly RouterNode[];
}

const nothing: OwnCall = { routers: [], given: [] };

/** Calls a function that nothing was seen to call, with routers for the parameters that look like one. */
export function callOnItsOwn(
  interpreter: Interpreter,
  guess: RouterGuess,
  unit: Unit,
  declared: FunctionDeclaration,
  id: number,
): OwnCall {
  const classId = unit.program.classes.findIndex((candidate) => candidate.methods.includes(id));
  if (declared.name === 'constructor' || declared.name === '__init__') {
    if (classId !== -1) interpreter.objects.standIn({ kind: 'class', unit, id: classId, scope: unit.scope });
    if (interpreter.wasCalled(declared)) return nothing;
  }
  const value = interpreter.closures.get(declared) ?? interpreter.functionValue(id, { unit, scope: unit.scope });
  const args = declared.parameters
    .filter((parameter, at) => !(at === 0 && classId !== -1 && (parameter.name === 'self' || parameter.name === 'cls')))
    .map((parameter): PassedArgument => ({ value: guess.argument(parameter, unit, declared), source }));
  if (interpreter.calls.dispatch.left.has(declared))
    for (const { value: passed } of args) if (passed.kind === 'router') passed.node.isLost = true;
  const filled = filledNode(interpreter, unit, declared, classId);
  const work = (): Value => {
    const self = value.self ?? selfOf(interpreter, guess, unit, declared, classId);
    const call = (): Value => interpreter.callFunction(value, args, self);
    return self?.kind === 'router' ? interpreter.withAmbient(self.node, call) : call();
  };
  const result = filled === undefined ? work() : interpreter.withAmbient(filled, work);
  const given = args.flatMap(({ value: passed }) => (passed.kind === 'router' ? [passed.node] : []));
  placeModule(interpreter, unit, declared, given);
  const embedded = embeddedRouter(interpreter, result);
  return { routers: embedded === undefined ? routersIn(result) : [embedded], given };
}

/** The router that a class is, for the methods in which it says its routes. */
function filledNode(
  interpreter: Interpreter,
  unit: Unit,
  declared: FunctionDeclaration,
  classId: number,
): RouterNode | undefined {
  const owner = unit.program.classes[classId];
  if (owner === undefined || owner.abstract === true) return undefined;
  const isNamed = interpreter.rules
    .ofLanguage(unit.program.language)
    .some(
      ({ filledBy }) => filledBy !== undefined && (filledBy.includes(declared.name) || declared.name === owner.name),
    );
  if (!isNamed) return undefined;
  const node = interpreter.routers.nodeOfClassIfAny({ kind: 'class', unit, id: classId, scope: unit.scope });
  return node?.rule.filledBy === undefined ? undefined : node;
}

function selfOf(
  interpreter: Interpreter,
  guess: RouterGuess,
  unit: Unit,
  declared: FunctionDeclaration,
  classId: number,
): Value | undefined {
  if (classId !== -1) return interpreter.objects.standIn({ kind: 'class', unit, id: classId, scope: unit.scope });
  if (declared.receiver === undefined) return undefined;
  const value = guess.argument(declared.receiver, unit);
  if (value.kind !== 'unknown') return value;
  const { type } = declared.receiver;
  const isGo = unit.program.language === 'go' && type !== undefined;
  return isGo ? { kind: 'unknown', receiver: { type, directory: unit.directory } } : undefined;
}

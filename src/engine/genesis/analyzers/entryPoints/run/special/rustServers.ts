import type { Expression } from '../../program/program';
import { nodeOfAttributes } from '../attributes';
import type { Interpreter } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import { type ClassValue, optionsOf, textOf, type Value } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `OpenApiService::new((Users, Orders), "shop", "1.0")`: the methods of these types that `#[oai(…)]` makes routes. */
export const poemService: SpecialVerbCode = (interpreter, node, call) => {
  for (const type of typesIn(call.args[0]?.value)) mountMethods(interpreter, node, type);
  return undefined;
};

function typesIn(value: Value | undefined): ClassValue[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'list') return option.items.flatMap(typesIn);
    return option.kind === 'object' ? [option.type] : option.kind === 'class' ? [option] : [];
  });
}

function mountMethods(interpreter: Interpreter, node: RouterNode, type: ClassValue): void {
  const name = interpreter.classDeclarationOf(type)?.name;
  for (const unit of interpreter.project.units.values())
    unit.program.functions.forEach((declared, id) => {
      if (declared.receiver?.type !== name || declared.decorators === undefined) return;
      if (unit.directory !== type.unit.directory && interpreter.project.classesNamed(name ?? '').length > 1) return;
      const child = nodeOfAttributes(interpreter, { kind: 'function', unit, id, scope: unit.scope }, node.rule);
      const service = declared.decorators.find(({ value }) => value.is === 'call' && isCalled(value, 'OpenApi'));
      const said =
        service?.value.is === 'call' ? service.value.args.find((one) => one.name === 'prefix_path') : undefined;
      const prefix =
        said === undefined
          ? undefined
          : textOf(interpreter.evaluate(said.value, { unit, scope: unit.scope, returns: [] }));
      if (child !== undefined) node.mount(child, prefix ?? '');
    });
}

const isCalled = ({ callee }: Extract<Expression, { is: 'call' }>, name: string): boolean =>
  (callee.is === 'name' || callee.is === 'member') && callee.name === name;

import type { Interpreter } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import { routersIn, type Value } from '../values';

/** The router that a struct of Go embeds: its methods are those of the struct. */
export function embeddedRouter(interpreter: Interpreter, value: Value | undefined): RouterNode | undefined {
  if (value?.kind !== 'object' || value.type.unit.program.language !== 'go') return undefined;
  for (const { name, type } of interpreter.classDeclarationOf(value.type)?.fields ?? []) {
    if (type === undefined || type.slice(type.lastIndexOf('.') + 1) !== name) continue;
    // What it holds may be wrapped: `r.Handler = logged(r.routes())`.
    const [only, ...others] = routersIn(interpreter.objects.memberOfObject(value, name));
    if (only !== undefined && others.length === 0) return only;
  }
  return undefined;
}

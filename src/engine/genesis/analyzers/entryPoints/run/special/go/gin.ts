import { registerRoute } from '../../routers/registering';
import { optionsOf, routersIn, unknown, type Value } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `for _, r := range other.Routes() { group.Handle(r.Method, r.Path, r.HandlerFunc) }`: one row stands for all of them. */
export const ginRoutes: SpecialVerbCode = (_interpreter, node, call): Value => {
  const path: Value = { kind: 'unknown', holds: [{ kind: 'router', node }] };
  const entries = new Map<string, Value>([
    ['Method', unknown],
    ['Path', path],
    ['HandlerFunc', unknown],
  ]);
  return { kind: 'list', items: [{ kind: 'map', entries, line: call.line }] };
};

/** `group.Handle("GET", "/users", list)`, and the routes of another engine one after the other. */
export const ginHandle: SpecialVerbCode = (interpreter, node, call) => {
  const copied = optionsOf(call.args[1]?.value).length > 0 ? [] : routersIn(call.args[1]?.value);
  for (const child of copied) node.mount(child);
  if (copied.length > 0) return undefined;
  registerRoute(
    interpreter,
    node,
    { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, middleware: 'between' },
    call,
  );
  return undefined;
};

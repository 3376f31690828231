import type { PendingCall } from '../../calls/pendingCall';
import { type PassedArgument, routersIn, textOf, type Value } from '../../values';

const handler = /(?:^|\.)Handler(?:Func)?$/;

/** `logged(router)`: what takes a handler and gives one back hands on to it what comes. */
export function wrappedHandler(returns: string | undefined, args: readonly PassedArgument[]): Value | undefined {
  if (returns === undefined || !handler.test(returns)) return undefined;
  const [only, ...others] = args.flatMap(({ value }) => routersIn(value));
  return only === undefined || others.length > 0
    ? undefined
    : { kind: 'unknown', holds: [{ kind: 'router', node: only }] };
}

const cut = '<cut>';

/** `strings.TrimPrefix(r.URL.Path, "/api")`, `StripPrefix("/api", r)`: what this function cuts off the path of a request. */
export function noteCutPrefix(name: string, { args, frame }: PendingCall): void {
  if (frame.unit.program.language !== 'go') return;
  noteRegistry(name, args);
  if (!/^(?:[Ss]trip|[Tt]rim|[Cc]ut)Prefix$/.test(name)) return;
  const [text, ...others] = args.flatMap(({ value }) => textOf(value) ?? []);
  const isOfRouter = args.some(({ value }) => routersIn(value).length > 0);
  if (text?.startsWith('/') === true && text.length > 1 && others.length === 0 && !isOfRouter)
    frame.scope.declare(cut, { kind: 'text', text });
}

/** `service.Register("orders", mux)`: where the router lies says what looks it up by this name. */
function noteRegistry(name: string, args: readonly PassedArgument[]): void {
  const [key, target, ...more] = args;
  if (!/^(?:Register|Add|Attach|Install)(?![a-z])/.test(name) || more.length > 0) return;
  const text = textOf(key?.value);
  if (text === undefined || text === '' || text.includes(':')) return;
  for (const node of routersIn(target?.value)) node.notes.set('registered', 'yes');
}

/** `s.api.ServeHTTP(w, r)` behind that: the router sees what is left. */
export function serveBehindCut(owner: Value, name: string, { frame }: PendingCall): void {
  if (name !== 'ServeHTTP' || frame.unit.program.language !== 'go') return;
  const said = textOf(frame.scope.own(cut));
  const [only, ...others] = said === undefined ? [] : routersIn(owner);
  if (said === undefined || only === undefined || others.length > 0 || only.isMounted || only.prefix !== '') return;
  only.prefix = said;
}

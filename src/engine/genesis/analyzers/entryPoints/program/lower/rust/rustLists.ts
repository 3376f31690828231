import type { Node } from 'web-tree-sitter';
import { lineOf, namedChildren } from '../../lowering';
import type { Argument, Expression, Statement } from '../../program';
import { dotted, member, name, text } from '../../program';
import { partedByCommas, textIn, value } from './rustTokens';

const verb = /^(?:get|post|put|patch|delete|head|options|trace)$/;
const server = 'actix_web::web::';

/**
 * An attribute of the project's own on a type lists what it answers, `routes("/users" => [get(list), post(add)], "/tags" =>
 * sub(TagsApi))`: what its `configure` does with a configuration of Actix that it is handed.
 */
export function listedRoutes(attribute: Node): Statement[] {
  if (!attribute.text.includes('=>')) return [];
  const lists = namedChildren(attribute.namedChild(0)?.childForFieldName('arguments') ?? null).filter(
    ({ type }) => type === 'token_tree',
  );
  return lists.flatMap((list) => partedByCommas(list).flatMap((tokens) => entry(tokens)));
}

function entry(tokens: readonly Node[]): Statement[] {
  const arrow = tokens.findIndex(({ type }) => type === '=>');
  const path = textIn(tokens.slice(0, arrow));
  const [first] = tokens;
  if (first === undefined || arrow !== 1 || path === undefined) return [];
  const answers = tokens.slice(arrow + 1);
  const [list] = answers;
  const parts = list?.type === 'token_tree' && list.text.startsWith('[') ? partedByCommas(list) : [answers];
  return parts.flatMap(([method, handler]): Statement[] => {
    if (method?.type !== 'identifier' || handler?.type !== 'token_tree') return [];
    const inside = value(handler.children.filter((token) => token !== null).slice(1, -1));
    const line = lineOf(method);
    const place = text(path);
    if (verb.test(method.text))
      return [service(on('resource', place, 'route', answer(method.text, inside, line), line))];
    return method.text === 'sub' ? [service(on('scope', place, 'configure', member(inside, 'configure'), line))] : [];
  });
}

const service = (router: Expression): Statement => ({
  do: 'run',
  value: { is: 'call', callee: member(name('cfg'), 'service'), args: [{ value: router }], line: 0 },
});

const calls = (callee: Expression, args: readonly Argument[], line: number): Expression => ({
  is: 'call',
  callee,
  args,
  line,
});

const answer = (method: string, handler: Expression, line: number): Expression =>
  calls(member(calls(dotted(`${server}${method}`, '::'), [], line), 'to'), [{ value: handler }], line);

/** `web::resource(path).route(…)`, `web::scope(path).configure(…)` */
const on = (made: string, path: Expression, does: string, what: Expression, line: number): Expression =>
  calls(member(calls(dotted(`${server}${made}`, '::'), [{ value: path }], line), does), [{ value: what }], line);

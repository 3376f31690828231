import type { Interpreter } from '../../interpreter';

const servers = /^(?:@ts-rest\/(?:express|fastify|next|serverless|hono)|ts-rest-hono)(?:\/|$)/;

/** Contracts of ts-rest that controllers of Nest carry out lie below the prefix of the application. */
export function prefixContracts(interpreter: Interpreter): void {
  const specifiers = [...interpreter.project.units.values()].flatMap((unit) => [
    ...interpreter.project.specifiersOf(unit),
  ]);
  // Where another framework serves some of them, nothing says which ones.
  if (!specifiers.includes('@ts-rest/nest') || specifiers.some((specifier) => servers.test(specifier))) return;
  const [prefix = '', ...others] = new Set(
    interpreter.nodes.filter(({ rule }) => rule.id === 'nestApplication').map((node) => node.prefix),
  );
  if (prefix === '' || others.length > 0) return;
  for (const node of interpreter.nodes)
    if (node.rule.id === 'tsRest' && !node.isMounted) node.prefix = `${prefix}/${node.prefix}`;
}

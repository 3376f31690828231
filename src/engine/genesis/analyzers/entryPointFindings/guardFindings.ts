import type { Route } from '../../../../shared/inventory';
import { markdownCode } from '../../markdownText';
import type { FindingDraft } from '../../scanModel';
import { groupBy } from '../dependencies/text/groupBy';

const changing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Names of what decides who gets through. */
const guard = /auth|guard|login|logged|jwt|permission|role|protect|admin|\bacl\b|\bcan\b|current_?user|signed_?in/i;
/** Ways in that must stand open: nobody who comes here is known yet. */
const open =
  /log-?in|log-?out|sign-?(?:in|up|out)|regist|session|auth|password|reset|forgot|token|refresh|webhook|hook|callback|verif|confirm|activate|subscribe|contact|public|health|metric|csp|report|invite|otp|graphql|search|track|event|ping|install|setup|wizard|connect/i;
/** So many guarded ones stand around one without that it is an exception, and not another way to do it. */
const guardedForOne = 5;
const mostOfFile = 2;

/** Who signs up has no account yet. */
const signUp = /\/(?:users?|accounts?|members?|customers?|players?)$/i;

interface Exception {
  readonly route: Route;
  /** Routes of the same file that a guard stands on. */
  readonly guarded: readonly Route[];
}

const names = ({ middleware }: Route): readonly string[] => middleware ?? [];

const standsOpen = ({ method, path, handler }: Route): boolean =>
  open.test(path) || open.test(handler ?? '') || (method === 'POST' && signUp.test(path));

/**
 * What stands bare in one file. A route with something of its own in front counts neither way: whether that guards is not
 * known by its name. Nor is a whole file compared with another: it may be mounted behind a guard, or be another program.
 */
function exceptionsOf(routes: readonly Route[]): Exception[] {
  const changed = routes.filter(({ method, declared }) => changing.has(method) && declared !== 'document');
  const guarded = changed.filter((route) => names(route).some((name) => guard.test(name)));
  const bare = changed.filter((route) => names(route).length === 0);
  const telling = bare.filter((route) => !standsOpen(route));
  const isException = telling.length <= mostOfFile && guarded.length >= guardedForOne * telling.length;
  // Where sign-up and the like are the only bare ones, there is nothing to say.
  return isException ? telling.map((route) => ({ route, guarded })) : [];
}

const written = ({ method, path }: Route): string => `${method} ${path}`;

function titleOf(exceptions: readonly Exception[]): string {
  const [first] = exceptions;
  if (first === undefined || exceptions.length > 1)
    return `${exceptions.length} routes name no guard, where others of the same file do`;
  return `${written(first.route)} names no guard, ${first.guarded.length} other routes of its file do`.slice(0, 120);
}

/** Routes with a changing method and nothing in front, in files whose others name a guard. */
export function guardFindings(routes: readonly Route[]): FindingDraft[] {
  return [...groupBy(routes, (route) => route.framework)].flatMap(([framework, all]) => {
    // Attributes on a lambda, as ASP.NET has them, are not seen: of a route without a name nothing is known.
    const known = all.filter((route) => framework !== 'ASP.NET Core' || route.handler !== undefined);
    const exceptions = [...groupBy(known, ({ file }) => file).values()].flatMap(exceptionsOf);
    if (exceptions.length === 0) return [];
    const rows = exceptions.map(
      ({ route, guarded }) =>
        `- ${markdownCode(written(route), 120)}: ${markdownCode(`${route.file}:${route.line}`, 200)}; ${guarded.length} others with a method that changes something name one there`,
    );
    const places = exceptions.flatMap(({ route, guarded }) => [route, ...guarded.slice(0, 1)]);
    return [
      {
        layer: 'entryPoints',
        rule: 'entry-points/unguarded',
        key: framework,
        title: titleOf(exceptions),
        content: `${rows.join('\n')}\n\nA check inside of a handler, or where the file is mounted, is not seen here.`,
        importance: 3,
        confidence: 0.6,
        tags: ['routes', 'guards', framework.toLowerCase()],
        evidence: places.slice(0, 20).map(({ file, line }) => ({ path: file, startLine: line, endLine: line })),
      },
    ];
  });
}

import type { Route } from '../../../../shared/inventory';
import { markdownCode } from '../../markdownText';
import type { FindingDraft } from '../../scanModel';
import { groupBy } from '../dependencies/text/groupBy';

const changing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Names of what decides who gets through. */
const guard =
  /auth|guard|login|logged|jwt|token|permission|role|protect|admin|acl|polic|can\b|verified|current_?user|signed_?in/i;
/** Ways in that must stand open: nobody who comes here is known yet. */
const open =
  /log-?in|log-?out|sign-?(?:in|up|out)|regist|session|auth|password|reset|forgot|token|refresh|webhook|hook|callback|verif|confirm|activate|subscribe|contact|public|health|metric|csp|report|invite|otp|graphql|search|track|event|ping|install|setup|wizard|connect/i;
const least = 8;
const mostOpen = 10;

/** Who signs up has no account yet. */
const signUp = /\/(?:users?|accounts?|members?|customers?|players?)$/i;

/** Whoever limits how often strangers may call means them to call. */
const limit = /throttle|rate/i;

function standsOpen({ method, path, handler, middleware }: Route): boolean {
  if ((middleware ?? []).some((name) => limit.test(name))) return true;
  return open.test(path) || open.test(handler ?? '') || (method === 'POST' && signUp.test(path));
}

/**
 * State-changing routes without a guard among others that have one. Said only where guards stand on the routes
 * themselves, for the most part, so that one without is an exception and not another way to do it.
 */
export function guardFindings(routes: readonly Route[]): FindingDraft[] {
  return [...groupBy(routes, (route) => route.framework)].flatMap(([framework, all]) => {
    // Attributes on a lambda, as ASP.NET has them, are not seen: of a route without a name nothing is known.
    const known = all.filter((route) => framework !== 'ASP.NET Core' || route.handler !== undefined);
    const own = known.filter((route) => changing.has(route.method) && route.declared !== 'document');
    const unguarded = own.filter((route) => !(route.middleware ?? []).some((name) => guard.test(name)));
    const guarded = own.length - unguarded.length;
    const telling = unguarded.filter((route) => !standsOpen(route));
    if (own.length < least || guarded < own.length * 0.7 || telling.length === 0 || telling.length > mostOpen)
      return [];
    const rows = telling.map(
      ({ method, path, file, line }) =>
        `- ${markdownCode(`${method} ${path}`, 120)}: ${markdownCode(`${file}:${line}`, 200)}`,
    );
    return [
      {
        layer: 'entryPoints',
        rule: 'entry-points/unguarded',
        key: framework,
        title:
          `${telling.length} of ${own.length} state-changing ${framework} routes ${telling.length === 1 ? 'has' : 'have'} no visible guard, ${guarded} others have`.slice(
            0,
            120,
          ),
        content: `${rows.join('\n')}\n\nA check inside of a handler is not seen here.`,
        importance: 3,
        confidence: 0.6,
        tags: ['routes', 'guards', framework.toLowerCase()],
        evidence: telling.slice(0, 20).map(({ file, line }) => ({ path: file, startLine: line, endLine: line })),
      },
    ];
  });
}

import type { ScanModel } from '../../../scanModel';
import { routesConclusion } from '../../entryPoints/routesSynthesizer';

/** Middleware that asks who calls, by its name. */
const asks =
  /auth(?!or)|log(?:ged)?_?in|logged|jwt|token|guard|admin|role|permi|protect|require|verif|secur|acl|\bcan\b|ensure|^is[A-Z]|user/i;
const asksElse =
  /csrf|xss|limit|throttle|session$|passport\.(?:initialize|session)|optional|upload|cors|helmet|valid(?!\w{0,6}_?(?:token|jwt|user|session|auth|admin|login|access))|pars/i;

export const isGuard = (name: string): boolean => asks.test(name) && !asksElse.test(name);

/** So many routes ask before one that does not stands out. */
const leastGuarded = 5;

/**
 * Whether nothing on the way to a route asks who calls, where something does on the way to others: a question of the
 * lines in which routes are registered.
 */
export function openRoutes(model: ScanModel): (path: string, line: number) => boolean {
  let open: ReadonlySet<string> | undefined;
  const find = (): ReadonlySet<string> => {
    const { routes } = model.recall(routesConclusion.name, routesConclusion.derive);
    const isOpen = ({ middleware = [] }: { readonly middleware?: readonly string[] }): boolean =>
      !middleware.some(isGuard);
    const left = routes.filter(isOpen);
    return new Set(routes.length - left.length < leastGuarded ? [] : left.map(({ file, line }) => `${file}:${line}`));
  };
  return (path, line) => {
    open ??= find();
    return open.has(`${path}:${line}`);
  };
}

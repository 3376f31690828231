import { argumentAt } from '../../arguments';
import { namesOf } from '../../routers/handlerName';
import type { SpecialVerbCode } from '../specialVerb';

/** `APIRouter(dependencies=[Depends(current_user)])`: what stands inside of `Depends` guards the router. */
export const routerDependencies: SpecialVerbCode = (_interpreter, node, call) => {
  const dependencies = argumentAt(call.args, 'dependencies');
  if (dependencies !== undefined) node.given.push(...namesOf(dependencies));
  return undefined;
};

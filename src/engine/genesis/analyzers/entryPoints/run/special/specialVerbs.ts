import { fastifyHook, fastifyRegister } from './fastify';
import { apiOnly, laravelResource } from './laravelResource';
import { applyRoutes, hapiRegister, routesMap } from './nodeServers';
import type { SpecialVerbCode } from './specialVerb';

/** By the name in the rules. */
export const specialVerbs: Readonly<Record<string, SpecialVerbCode>> = {
  apiOnly,
  applyRoutes,
  fastifyHook,
  fastifyRegister,
  hapiRegister,
  laravelResource,
  routesMap,
};

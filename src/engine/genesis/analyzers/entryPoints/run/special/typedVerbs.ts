import { armeriaAnnotated, armeriaMethods, armeriaUnder } from './armeria';
import { buffaloNew, buffaloResource, irisMany, restfulMethod } from './go/smallRouters';
import { http4kBind } from './http4k';
import { hummingbirdOn, hummingbirdSocket } from './hummingbird';
import { poemService } from './rustServers';
import type { SpecialVerbCode } from './specialVerb';

/** Those of smaller frameworks of typed languages, by the name in the rules. */
export const typedVerbs: Readonly<Record<string, SpecialVerbCode>> = {
  armeriaAnnotated,
  armeriaMethods,
  armeriaUnder,
  buffaloNew,
  buffaloResource,
  http4kBind,
  hummingbirdOn,
  hummingbirdSocket,
  irisMany,
  poemService,
  restfulMethod,
};

import type { SpecialVerbCode } from '../specialVerb';
import { cherryPyMount } from './cherryPy';
import { djangoApplication, djangoInclude, djangoLanguages, djangoPath } from './django';
import { drfBulkRouter, drfDefaultRouter, drfExtend, drfNestedRouter, drfRegister, drfRouter } from './djangoRest';
import { routerDependencies } from './fastApi';
import {
  flaskAddNamespace,
  flaskApi,
  flaskInitApp,
  flaskJsonApi,
  flaskJsonResource,
  flaskNamespace,
  flaskResource,
  flaskRoute,
  flaskSubNamespace,
} from './flask';
import { ninjaControllers } from './ninjaControllers';
import { pyramidDirective, pyramidInclude } from './pyramid';
import { pyramidRoute, pyramidView } from './pyramidViews';
import { falconRoute, ninjaRouter, sanicVersion, tornadoHandlers } from './pythonServers';

/** What rules of frameworks of Python name as their own. */
export const pythonVerbs: Readonly<Record<string, SpecialVerbCode>> = {
  djangoApplication,
  djangoInclude,
  djangoLanguages,
  djangoPath,
  drfBulkRouter,
  drfDefaultRouter,
  drfExtend,
  drfNestedRouter,
  drfRegister,
  drfRouter,
  falconRoute,
  flaskAddNamespace,
  flaskApi,
  flaskInitApp,
  flaskJsonApi,
  flaskJsonResource,
  flaskNamespace,
  flaskResource,
  flaskRoute,
  flaskSubNamespace,
  ninjaControllers,
  ninjaRouter,
  cherryPyMount,
  pyramidDirective,
  pyramidInclude,
  pyramidRoute,
  pyramidView,
  routerDependencies,
  sanicVersion,
  tornadoHandlers,
};

import type { AnnotatedRule, RouteAnnotation } from './annotatedRule';

const languages = ['typescript', 'tsx', 'javascript'] as const;
const routesOf = (names: string, path: RouteAnnotation['path'] = 0): Record<string, RouteAnnotation> =>
  Object.fromEntries(
    names.split(' ').map((name) => {
      const method = name.replace(/^http/, '').toUpperCase();
      return [name, { methods: method === 'ALL' ? 'ANY' : method, ...(path === undefined ? {} : { path }) }];
    }),
  );

/** Controllers that the container of Inversify makes; what follows the path is middleware. */
export const inversify: AnnotatedRule = {
  id: 'inversify',
  name: 'Express',
  languages,
  packages: ['inversify-express-utils'],
  controllers: ['controller'],
  prefixes: { controller: 0 },
  routes: {
    ...routesOf('all httpGet httpPost httpPut httpPatch httpDelete httpHead httpOptions'),
    httpMethod: { methods: { from: 0, otherwise: ['ANY'] }, path: 1 },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Libraries whose decorators are called like those of Nest. */
const likeNest = { languages, controllers: ['Controller'], notation: 'colon', trailingSlash: 'drop' } as const;
const capitals = routesOf('Get Post Put Patch Delete Head Options All');

export const inversifyCore: AnnotatedRule = {
  ...likeNest,
  id: 'inversifyCore',
  name: 'Inversify',
  packages: ['@inversifyjs/http-core'],
  prefixes: { Controller: ['path', 0] },
  routes: capitals,
};

export const overnight: AnnotatedRule = {
  ...likeNest,
  id: 'overnight',
  name: 'Express',
  packages: ['@overnightjs/core'],
  prefixes: { Controller: 0, ClassOptions: 'path' },
  routes: capitals,
  guards: { Middleware: 'arguments', ClassMiddleware: 'arguments' },
};

export const midway: AnnotatedRule = {
  ...likeNest,
  id: 'midway',
  name: 'Midway',
  packages: ['@midwayjs/core', '@midwayjs/decorator'],
  prefixes: { Controller: 0 },
  routes: capitals,
};

export const fastifyDecorators: AnnotatedRule = {
  ...likeNest,
  id: 'fastifyDecorators',
  name: 'Fastify',
  packages: ['fastify-decorators'],
  prefixes: { Controller: ['route', 0] },
  routes: routesOf('GET POST PUT PATCH DELETE HEAD OPTIONS ALL', ['url', 0]),
};

/** Egg with controllers of modules. */
export const tegg: AnnotatedRule = {
  id: 'tegg',
  name: 'Egg',
  languages,
  packages: ['@eggjs/tegg', '@eggjs/controller-decorator', 'egg'],
  controllers: ['HTTPController'],
  prefixes: { HTTPController: 'path' },
  routes: { HTTPMethod: { methods: { from: 'method', otherwise: ['ANY'] }, path: 'path' } },
  notation: 'colon',
  trailingSlash: 'drop',
};

/**
 * Decorators of the project, or of a package that is not known: a class is a controller by the name of its decorator and
 * its methods are routes by the verbs on them; what makes routes of these says where they lie.
 */
export const ownDecorators: AnnotatedRule = {
  id: 'ownDecorators',
  name: 'HTTP',
  languages: ['typescript', 'tsx'],
  packages: [],
  controllersLike: /^(?:[A-Z][A-Za-z]{0,40})?Controller$/,
  prefixes: {},
  routes: capitals,
  notation: 'colon',
  trailingSlash: 'drop',
};

import type { AnnotatedRule } from './annotatedRule';

const path = ['uri', 0] as const;

/** Attributes of controllers of Laravel: spatie/laravel-route-attributes. */
export const laravelAttributes: AnnotatedRule = {
  id: 'laravelAttributes',
  name: 'Laravel',
  languages: ['php'],
  packages: ['Spatie\\RouteAttributes'],
  anyClass: true,
  prefixes: { Prefix: ['prefix', 0], Group: ['prefix', 0] },
  routes: {
    Get: { methods: 'GET', path },
    Post: { methods: 'POST', path },
    Put: { methods: 'PUT', path },
    Patch: { methods: 'PATCH', path },
    Delete: { methods: 'DELETE', path },
    Options: { methods: 'OPTIONS', path },
    Any: { methods: 'ANY', path },
    Route: { methods: { from: ['methods', 0], otherwise: ['GET'] }, path: ['uri', 1] },
  },
  controllers: ['Resource', 'ApiResource'],
  guards: { Middleware: 'arguments' },
  notation: 'braces',
  trailingSlash: 'drop',
};

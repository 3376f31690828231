import type { AnnotatedRule } from './annotatedRule';

const path = ['path', 0] as const;

/** Attributes of controllers of Hyperf; a path that begins with a slash stands alone. */
export const hyperfAttributes: AnnotatedRule = {
  id: 'hyperfAttributes',
  name: 'Hyperf',
  languages: ['php'],
  packages: ['Hyperf\\HttpServer\\Annotation'],
  controllers: ['Controller'],
  prefixes: { Controller: ['prefix', 0] },
  routes: {
    GetMapping: { methods: 'GET', path },
    PostMapping: { methods: 'POST', path },
    PutMapping: { methods: 'PUT', path },
    PatchMapping: { methods: 'PATCH', path },
    DeleteMapping: { methods: 'DELETE', path },
    RequestMapping: { methods: { from: ['methods', 1], otherwise: ['GET', 'POST'] }, path },
  },
  guards: { Middleware: 'arguments', Middlewares: 'arguments' },
  rootedPaths: true,
  notation: 'braces',
  trailingSlash: 'drop',
};

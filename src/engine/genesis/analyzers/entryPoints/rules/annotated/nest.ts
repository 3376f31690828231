import type { AnnotatedRule, RouteAnnotation } from './annotatedRule';

const methods = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'] as const;
const routes: Record<string, RouteAnnotation> = Object.fromEntries(
  methods.map((name) => [name, { methods: name.toUpperCase(), path: 0 }]),
);

export const nest: AnnotatedRule = {
  id: 'nest',
  name: 'NestJS',
  languages: ['typescript', 'tsx', 'javascript'],
  packages: ['@nestjs/common'],
  controllers: ['Controller'],
  prefixes: { Controller: ['path', 0] },
  routes: {
    ...routes,
    All: { methods: 'ANY', path: 0 },
    Sse: { methods: 'GET', path: 0 },
    RequestMapping: { methods: { from: 'method', otherwise: ['GET'] }, path: 'path' },
  },
  guards: { UseGuards: 'arguments', Roles: 'name', Auth: 'name', Public: 'name' },
  notation: 'colon',
  trailingSlash: 'drop',
};

/** Libraries with decorators for Express and Koa. */
export const routingControllers: AnnotatedRule = {
  id: 'routingControllers',
  name: 'routing-controllers',
  languages: ['typescript'],
  packages: ['routing-controllers'],
  controllers: ['Controller', 'JsonController'],
  prefixes: { Controller: 0, JsonController: 0 },
  routes: { ...routes, All: { methods: 'ANY', path: 0 } },
  guards: { Authorized: 'name', UseBefore: 'arguments' },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const tsoa: AnnotatedRule = {
  id: 'tsoa',
  name: 'tsoa',
  languages: ['typescript'],
  packages: ['tsoa', '@tsoa/runtime'],
  controllers: ['Route'],
  prefixes: { Route: 0 },
  routes,
  guards: { Security: 'name' },
  notation: 'braces',
  trailingSlash: 'drop',
};

export const tsEd: AnnotatedRule = {
  id: 'tsEd',
  name: 'Ts.ED',
  languages: ['typescript'],
  packages: ['@tsed/common', '@tsed/schema', '@tsed/di'],
  controllers: ['Controller'],
  prefixes: { Controller: ['path', 0] },
  routes: { ...routes, All: { methods: 'ANY', path: 0 } },
  guards: { UseAuth: 'arguments', Authenticate: 'name', Authorize: 'name' },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const loopback: AnnotatedRule = {
  id: 'loopback',
  name: 'LoopBack',
  languages: ['typescript'],
  packages: ['@loopback/rest'],
  anyClass: true,
  prefixes: { api: 'basePath' },
  routes: {
    ...Object.fromEntries(
      ['get', 'post', 'put', 'patch', 'del'].map((name) => [
        name,
        { methods: name === 'del' ? 'DELETE' : name.toUpperCase(), path: 0 },
      ]),
    ),
    operation: { methods: { from: 0, otherwise: ['ANY'] }, path: 1 },
  },
  guards: { authenticate: 'name', authorize: 'name' },
  notation: 'braces',
  trailingSlash: 'drop',
};

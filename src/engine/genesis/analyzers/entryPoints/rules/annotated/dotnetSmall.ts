import type { AnnotatedRule } from './annotatedRule';

const verbs = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'];

/** Endpoints of Wolverine: `[WolverineGet("/orders/{id}")]` on a method of any class. */
export const wolverine: AnnotatedRule = {
  id: 'wolverine',
  name: 'Wolverine',
  languages: ['csharp'],
  packages: ['Wolverine.Http'],
  anyClass: true,
  prefixes: {},
  routes: Object.fromEntries(
    verbs.map((verb) => [`Wolverine${verb}`, { methods: verb.toUpperCase(), path: ['template', 0] }]),
  ),
  guards: { Authorize: 'name', AllowAnonymous: 'name' },
  notation: 'braces',
  trailingSlash: 'drop',
};

/** Requests of ServiceStack, each a class with its routes: `[Route("/orders/{Id}", "GET,PUT")]`. */
export const serviceStack: AnnotatedRule = {
  id: 'serviceStack',
  name: 'ServiceStack',
  languages: ['csharp'],
  packages: ['ServiceStack'],
  controllers: ['Route'],
  prefixes: {},
  routes: {},
  notation: 'braces',
  trailingSlash: 'drop',
};

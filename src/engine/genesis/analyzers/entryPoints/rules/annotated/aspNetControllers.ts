import type { AnnotatedRule, RouteAnnotation } from './annotatedRule';

const path = ['template', 'Template', 0] as const;
const verb = (methods: string): RouteAnnotation => ({ methods, path });

/** Classes for one endpoint each: `EndpointBaseAsync.WithRequest<T>.WithActionResult`. */
const oneEndpoint = ['WithActionResult', 'WithResult', 'WithoutResult', 'WithResponse', 'WithoutResponse'];

export const aspNetControllers: AnnotatedRule = {
  id: 'aspNetControllers',
  name: 'ASP.NET Core',
  languages: ['csharp'],
  packages: [],
  controllers: ['ApiController', 'Controller'],
  bases: ['ControllerBase', 'Controller', 'ApiController', 'ODataController', ...oneEndpoint],
  named: /Controller$/,
  byNameAlone: true,
  prefixes: { Route: path, RoutePrefix: path },
  paths: { Route: path },
  pathAlone: ['ANY'],
  routes: {
    HttpGet: verb('GET'),
    HttpPost: verb('POST'),
    HttpPut: verb('PUT'),
    HttpPatch: verb('PATCH'),
    HttpDelete: verb('DELETE'),
    HttpHead: verb('HEAD'),
    HttpOptions: verb('OPTIONS'),
    AcceptVerbs: { methods: { from: 0, otherwise: ['ANY'] }, path: ['Route', 'template'] },
  },
  guards: { Authorize: 'name', AllowAnonymous: 'name', ValidateAntiForgeryToken: 'name' },
  hides: ['NonAction'],
  rootedPaths: true,
  notation: 'braces',
  trailingSlash: 'drop',
};

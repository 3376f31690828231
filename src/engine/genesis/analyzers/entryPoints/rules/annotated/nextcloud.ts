import type { AnnotatedRule, RouteAnnotation } from './annotatedRule';

const route: RouteAnnotation = { methods: { from: ['verb', 0], otherwise: ['GET'] }, path: ['url', 1] };

/** Attributes of controllers of an application of Nextcloud, which stand beside its `appinfo/routes.php`. */
export const nextcloud: AnnotatedRule = {
  id: 'nextcloud',
  name: 'Nextcloud',
  languages: ['php'],
  packages: ['OCP\\AppFramework\\Http\\Attribute'],
  anyClass: true,
  prefixes: {},
  routes: { ApiRoute: route, FrontpageRoute: route },
  notation: 'braces',
  trailingSlash: 'drop',
};

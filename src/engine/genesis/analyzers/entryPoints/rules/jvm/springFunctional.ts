import type { RouterRule, Verb } from '../routerRule';

/** Spring's routes as functions: `RouterFunctions.route().GET("/users", handler::list).build()`. */
export const springFunctional: RouterRule = {
  id: 'springFunctional',
  name: 'Spring WebFlux',
  languages: ['java', 'kotlin'],
  packages: [
    'org.springframework.web.reactive.function.server',
    'org.springframework.web.servlet.function',
    'org.springdoc.webflux.core.fn',
    'org.springdoc.webmvc.core.fn',
  ],
  creates: [
    { name: 'RouterFunctions.route', fills: { does: 'special', special: 'springPredicate' } },
    { name: 'route', fills: { does: 'special', special: 'springPredicate' } },
    { name: 'SpringdocRouteBuilder.route' },
    { name: 'RouterFunctions.nest', fills: { does: 'special', special: 'springNest' } },
    { name: 'nest', fills: { does: 'special', special: 'springNest' } },
  ],
  types: ['RouterFunction', 'Builder'],
  verbs: {
    ...Object.fromEntries(
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].map((verb): [string, Verb] => [
        verb,
        { does: 'special', special: 'springRoute' },
      ]),
    ),
    route: { does: 'special', special: 'springPredicate' },
    andRoute: { does: 'special', special: 'springPredicate' },
    path: { does: 'special', special: 'springNest' },
    nest: { does: 'special', special: 'springNest' },
    andNest: { does: 'special', special: 'springNest' },
    add: { does: 'mount' },
    and: { does: 'mount' },
    andOther: { does: 'mount' },
    filter: { does: 'same' },
    before: { does: 'same' },
    after: { does: 'same' },
    build: { does: 'same' },
  },
  notation: 'segments',
  trailingSlash: 'drop',
};

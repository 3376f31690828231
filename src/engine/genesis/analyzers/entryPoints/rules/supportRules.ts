import type { RouterRule } from './routerRule';

/** Calls that register no route but say where the annotated ones lie. */
export const supportRules: readonly RouterRule[] = [
  {
    id: 'nestApplication',
    name: 'NestJS',
    languages: ['typescript', 'tsx', 'javascript'],
    packages: ['@nestjs/core'],
    creates: [{ name: 'NestFactory.create' }],
    types: ['INestApplication', 'NestExpressApplication', 'NestFastifyApplication'],
    verbs: {
      setGlobalPrefix: { does: 'special', special: 'nestGlobalPrefix' },
      enableVersioning: { does: 'special', special: 'nestVersioning' },
    },
    globals: {
      'RouterModule.register': { does: 'special', special: 'nestRouterModule' },
      'RouterModule.forRoutes': { does: 'special', special: 'nestRouterModule' },
    },
    notation: 'colon',
    trailingSlash: 'drop',
  },
  {
    id: 'laravelAttributeFolders',
    name: 'Laravel',
    languages: ['php'],
    packages: ['Spatie\\RouteAttributes'],
    creates: [{ name: 'default', package: 'Spatie\\RouteAttributes\\RouteRegistrar' }, { name: 'RouteRegistrar' }],
    verbs: {
      useRootNamespace: { does: 'same' },
      useBasePath: { does: 'same' },
      useMiddleware: { does: 'same' },
      registerDirectory: { does: 'special', special: 'laravelAttributeFolder' },
      registerFile: { does: 'special', special: 'laravelAttributeFolder' },
    },
    notation: 'braces',
    trailingSlash: 'drop',
  },
];

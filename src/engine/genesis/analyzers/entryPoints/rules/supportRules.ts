import { aspNetAreas, aspNetClassic } from './dotnet/classic';
import type { Creation, RouterRule } from './routerRule';

/** What serves the controllers of a library of decorators says what stands before all their paths. */
const decorated = (id: string, packages: readonly string[], creates: readonly Creation[]): RouterRule => ({
  id,
  name: 'Express',
  languages: ['typescript', 'tsx', 'javascript'],
  packages,
  creates,
  verbs: {},
  notation: 'colon',
  trailingSlash: 'drop',
});

/** Calls that register no route but say where the annotated ones lie. */
export const supportRules: readonly RouterRule[] = [
  decorated(
    'routingControllersServer',
    ['routing-controllers'],
    [
      { name: 'createExpressServer', prefix: 'routePrefix' },
      { name: 'createKoaServer', prefix: 'routePrefix' },
      { name: 'useExpressServer', prefix: 'routePrefix' },
      { name: 'useKoaServer', prefix: 'routePrefix' },
      { name: 'createServer', prefix: 'routePrefix' },
      { name: 'useServer', prefix: 'routePrefix' },
    ],
  ),
  aspNetClassic,
  aspNetAreas,
  decorated('inversifyServer', ['inversify-express-utils'], [{ name: 'InversifyExpressServer', prefix: 'rootPath' }]),
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
      // `app.get(ConfigService)` gives what the container holds.
      get: { does: 'nothing' },
      resolve: { does: 'nothing' },
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

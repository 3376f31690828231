import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

const hooks = ['onRequest', 'preHandler', 'preValidation'] as const;

export const fastify: RouterRule = {
  id: 'fastify',
  name: 'Fastify',
  languages: ['javascript', 'typescript'],
  packages: ['fastify', 'fastify-plugin', '@fastify/autoload', 'fastify-autoload'],
  creates: [{ name: 'default', package: 'fastify' }, { name: 'fastify' }, { name: 'Fastify' }],
  types: ['FastifyInstance', 'FastifyTypedInstance', 'FastifyZodInstance'],
  verbs: {
    ...httpVerbs('get post put patch delete head options all', {
      path: 0,
      middleware: { at: hooks },
      needsHandler: true,
    }),
    route: {
      does: 'route',
      path: ['url', 'path'],
      methods: { from: 'method', otherwise: ['GET'] },
      handler: 'handler',
      middleware: { at: hooks },
    },
    register: { does: 'special', special: 'fastifyRegister' },
    addHook: { does: 'special', special: 'fastifyHook' },
  },
  transparent: ['default', 'fp', 'fastifyPlugin'],
  conventional: ['fastify', 'app', 'server', 'instance'],
  notation: 'colon',
  trailingSlash: 'drop',
};

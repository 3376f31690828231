import type { RouterRule } from '../routerRule';

export const hapi: RouterRule = {
  id: 'hapi',
  name: 'hapi',
  languages: ['javascript', 'typescript'],
  packages: ['@hapi/hapi', 'hapi'],
  creates: [{ name: 'server' }, { name: 'Server' }],
  types: ['Server'],
  verbs: {
    route: {
      does: 'route',
      path: 'path',
      methods: { from: 'method', otherwise: ['ANY'] },
      handler: ['handler', 'options', 'config'],
    },
    register: { does: 'special', special: 'hapiRegister' },
  },
  conventional: ['server'],
  notation: 'braces',
  trailingSlash: 'drop',
};

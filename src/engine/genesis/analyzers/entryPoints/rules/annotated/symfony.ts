import type { AnnotatedRule } from './annotatedRule';

const path = ['path', 'value', 0] as const;

export const symfony: AnnotatedRule = {
  id: 'symfony',
  name: 'Symfony',
  languages: ['php'],
  packages: ['Symfony', 'Sensio', 'FOS'],
  anyClass: true,
  prefixes: { Route: path },
  routes: {
    Route: { methods: { from: 'methods', otherwise: ['ANY'] }, path },
    Get: { methods: 'GET', path },
    Post: { methods: 'POST', path },
    Put: { methods: 'PUT', path },
    Patch: { methods: 'PATCH', path },
    Delete: { methods: 'DELETE', path },
  },
  methodsBeside: 'Method',
  guards: { IsGranted: 'name', Security: 'name' },
  notation: 'braces',
  trailingSlash: 'keep',
};

import type { AnnotatedRule } from './annotatedRule';

/** Its operations stand on classes of data: what they make is told by `apiPlatformPlacement`. */
export const apiPlatform: AnnotatedRule = {
  id: 'apiPlatform',
  name: 'API Platform',
  languages: ['php'],
  packages: ['ApiPlatform'],
  controllers: ['ApiResource', 'GetCollection', 'Get', 'Post', 'Put', 'Patch', 'Delete'],
  prefixes: {},
  routes: {},
  notation: 'braces',
  trailingSlash: 'drop',
};

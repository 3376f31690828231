import { httpVerbs } from '../httpVerbs';
import type { RouterRule } from '../routerRule';

/** Flarum and its extensions: each of its three sites has routes of its own, whose paths nobody changes as a rule. */
export const flarum: RouterRule = {
  id: 'flarum',
  name: 'Flarum',
  languages: ['php'],
  packages: ['Flarum\\Extend', 'Flarum\\Http'],
  creates: [{ name: 'default', package: 'Flarum\\Extend\\Routes', fills: { does: 'special', special: 'flarumSite' } }],
  types: ['RouteCollection'],
  verbs: {
    ...httpVerbs('get post put patch delete', { path: 0, handler: 2 }),
    remove: { does: 'same' },
  },
  filePrefixes: [
    [/(?:^|\/)src\/Api\/routes\.php$/, '/api'],
    [/(?:^|\/)src\/Admin\/routes\.php$/, '/admin'],
  ],
  notation: 'braces',
  trailingSlash: 'drop',
};

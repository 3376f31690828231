import type { Creation, RouterRule, Verb } from '../routerRule';

const combine: Verb = { does: 'special', special: 'warpCombine' };
const methods = 'get post put patch delete head options';
/** Filters that say nothing of method or path. */
const plain =
  'any query query.query query.raw header header.header header.optional header.exact header.headers_cloned body.json body.bytes body.form body.stream body.aggregate body.content_length_limit cookie cookie.cookie cookie.optional ws ws.ws addr.remote ext.get ext.optional multipart.form host.optional';

const filter =
  (special: string) =>
  (name: string): Creation => ({ name, hosted: true, fills: { does: 'special', special } });

/** Filters of Warp that are put together; those of its methods that share a name with others are read under a longer one. */
export const warp: RouterRule = {
  id: 'warp',
  name: 'Warp',
  languages: ['rust'],
  packages: ['warp'],
  creates: [
    ...['path', 'path_macro', 'path.path', 'path.param'].map(filter('warpPath')),
    filter('warpEnd')('path.end'),
    filter('warpTail')('path.tail'),
    ...plain.split(' ').map(filter('warpAny')),
    ...methods
      .split(' ')
      .flatMap((name) =>
        [name, `method.${name}`].map(filter('warpAny')).map((made) => ({ ...made, methods: [name.toUpperCase()] })),
      ),
  ],
  verbs: { warp_and: combine, warp_or: combine, warp_map: combine, warp_then: combine, warp_and_then: combine },
  globals: {
    serve: { does: 'special', special: 'warpServe' },
    service: { does: 'special', special: 'warpServe' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};

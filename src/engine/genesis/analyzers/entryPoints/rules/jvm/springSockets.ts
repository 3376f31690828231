import type { RouterRule } from '../routerRule';

/** Sockets of Spring, which a class of settings registers: `registry.addHandler(handler, "/chat")`. */
export const springSockets: RouterRule = {
  id: 'springSockets',
  name: 'Spring WebSocket',
  languages: ['java', 'kotlin'],
  packages: ['org.springframework.web.socket'],
  creates: [],
  types: ['WebSocketHandlerRegistry', 'StompEndpointRegistry'],
  verbs: {
    addHandler: { does: 'route', methods: 'WS', path: 1, handler: 0 },
    addEndpoint: { does: 'route', methods: 'WS', path: 0, handler: 'none' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};

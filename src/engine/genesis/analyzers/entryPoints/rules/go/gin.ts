import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const languages = ['go'] as const;
const upper = 'GET POST PUT PATCH DELETE HEAD OPTIONS';

/** Group, methods and middleware as Gin has them, and those that follow it. */
const verbs: Record<string, Verb> = {
  ...httpVerbs(`${upper} Any`, { path: 0, middleware: 'between' }),
  Handle: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, middleware: 'between' },
  Match: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1 },
  Group: { does: 'group', prefix: 0, middleware: 'rest' },
  Use: { does: 'middleware' },
};

export const gin: RouterRule = {
  id: 'gin',
  name: 'Gin',
  languages,
  packages: ['github.com/gin-gonic/gin'],
  creates: [{ name: 'Default' }, { name: 'New' }],
  types: ['Engine', 'RouterGroup', 'IRouter', 'IRoutes'],
  verbs: {
    ...verbs,
    Handle: { does: 'special', special: 'ginHandle' },
    // The routes of another engine, which a loop may put below a group.
    Routes: { does: 'special', special: 'ginRoutes' },
  },
  notation: 'slashed',
  trailingSlash: 'drop',
};

export const hertz: RouterRule = {
  id: 'hertz',
  name: 'Hertz',
  languages,
  packages: ['github.com/cloudwego/hertz'],
  creates: [{ name: 'Default' }, { name: 'New' }],
  types: ['Hertz', 'RouterGroup', 'IRouter', 'IRoutes'],
  verbs,
  notation: 'slashed',
  trailingSlash: 'drop',
};

export const echo: RouterRule = {
  id: 'echo',
  name: 'Echo',
  languages,
  packages: ['github.com/labstack/echo'],
  creates: [{ name: 'New' }],
  types: ['Echo', 'Group', 'Router'],
  verbs: {
    ...httpVerbs(`${upper} Any`, { path: 0, handler: 1, middleware: 'behind' }),
    Add: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2, middleware: 'behind' },
    Match: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    Group: { does: 'group', prefix: 0, middleware: 'rest' },
    Use: { does: 'middleware' },
    Pre: { does: 'same' },
  },
  notation: 'slashed',
  trailingSlash: 'drop',
};

export const fiber: RouterRule = {
  id: 'fiber',
  name: 'Fiber',
  languages,
  packages: ['github.com/gofiber/fiber'],
  creates: [{ name: 'New' }],
  types: ['App', 'Router', 'Group'],
  verbs: {
    ...httpVerbs('Get Post Put Patch Delete Head Options All', { path: 0, middleware: 'between', needsHandler: true }),
    Add: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1 },
    Group: { does: 'group', prefix: 0, middleware: 'rest' },
    Route: { does: 'group', prefix: 0, callback: 1, gives: 'router' },
    RouteChain: { does: 'group', prefix: 0, stands: 'path' },
    Mount: { does: 'mount', prefix: 0, what: 1 },
    Use: { does: 'mount', prefix: 0, middleware: true },
  },
  notation: 'colon',
  trailingSlash: 'drop',
};

export const httprouter: RouterRule = {
  id: 'httprouter',
  name: 'httprouter',
  languages,
  packages: ['github.com/julienschmidt/httprouter', 'github.com/*/httprouter'],
  creates: [{ name: 'New' }],
  types: ['Router', 'Group'],
  verbs: {
    ...httpVerbs(upper, { path: 0, handler: 1 }),
    Handle: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    Handler: { does: 'special', special: 'goMethodHandle' },
    HandlerFunc: { does: 'special', special: 'goMethodHandle' },
    Group: { does: 'group', prefix: 0 },
  },
  notation: 'slashed',
  trailingSlash: 'drop',
};

/** The same for fasthttp, with parameters in braces. */
export const fasthttpRouter: RouterRule = {
  ...httprouter,
  id: 'fasthttpRouter',
  name: 'fasthttp/router',
  packages: ['github.com/fasthttp/router', 'github.com/buaazp/fasthttprouter'],
  verbs: {
    ...httpVerbs(`${upper} ANY`, { path: 0, handler: 1 }),
    Handle: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1, handler: 2 },
    Group: { does: 'group', prefix: 0 },
  },
  notation: 'braces',
};

export const iris: RouterRule = {
  id: 'iris',
  name: 'Iris',
  languages,
  packages: ['github.com/kataras/iris'],
  creates: [{ name: 'New' }, { name: 'Default' }],
  types: ['Application', 'Party'],
  verbs: {
    ...httpVerbs('Get Post Put Patch Delete Head Options Any', { path: 0, middleware: 'between', needsHandler: true }),
    Handle: { does: 'route', methods: { from: 0, otherwise: ['ANY'] }, path: 1 },
    Party: { does: 'group', prefix: 0, middleware: 'rest' },
    PartyFunc: { does: 'group', prefix: 0, callback: 1, gives: 'router' },
    Use: { does: 'middleware' },
    HandleMany: { does: 'special', special: 'irisMany' },
  },
  notation: 'braces',
  trailingSlash: 'drop',
};

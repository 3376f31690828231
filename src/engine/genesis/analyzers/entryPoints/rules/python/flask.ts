import { httpVerbs } from '../httpVerbs';
import type { RouterRule, Verb } from '../routerRule';

const verbs: Record<string, Verb> = {
  route: {
    does: 'route',
    path: ['rule', 'uri', 0],
    methods: { from: 'methods', otherwise: ['GET'] },
  },
  ...httpVerbs('get post put patch delete head options', { path: ['rule', 'uri', 0] }),
  websocket: { does: 'route', methods: 'WS', path: 0 },
  add_url_rule: {
    does: 'route',
    path: ['rule', 0],
    methods: { from: 'methods', otherwise: ['GET'] },
    handler: ['view_func', 2],
  },
  add_websocket_route: { does: 'route', methods: 'WS', path: ['uri', 1], handler: ['handler', 0] },
  register_blueprint: { does: 'mount', prefix: 'url_prefix', what: ['blueprint', 0], replaces: true },
  register_api: { does: 'mount', what: 0 },
  register_view: { does: 'nothing' },
  before_request: { does: 'middleware' },
};

export const flask: RouterRule = {
  id: 'flask',
  name: 'Flask',
  languages: ['python'],
  packages: ['flask', 'quart', 'apiflask', 'flask_openapi3', 'flask_smorest', 'flask_appbuilder'],
  creates: [
    { name: 'Flask' },
    { name: 'Quart' },
    { name: 'APIFlask' },
    { name: 'OpenAPI' },
    { name: 'Api' },
    ...['Blueprint', 'APIBlueprint', 'APIView'].map((name) => ({ name, prefix: 'url_prefix', hosted: true }) as const),
  ],
  types: ['Flask', 'Quart', 'APIFlask', 'Blueprint', 'APIBlueprint'],
  verbs,
  conventional: ['app', 'bp', 'blueprint'],
  notation: 'angles',
  trailingSlash: 'keep',
};

export const flaskRestful: RouterRule = {
  id: 'flaskRestful',
  name: 'Flask-RESTful',
  languages: ['python'],
  packages: ['flask_restful', 'flask_restx', 'flask_restplus'],
  creates: [
    { name: 'Api', prefix: 'prefix', fills: { does: 'special', special: 'flaskApi' } },
    { name: 'Namespace', prefix: 'path', hosted: true, fills: { does: 'special', special: 'flaskNamespace' } },
  ],
  types: ['Api', 'Namespace'],
  verbs: {
    add_resource: { does: 'special', special: 'flaskResource' },
    route: { does: 'special', special: 'flaskRoute' },
    resource: { does: 'special', special: 'flaskRoute' },
    namespace: { does: 'special', special: 'flaskSubNamespace' },
    add_namespace: { does: 'special', special: 'flaskAddNamespace' },
    init_app: { does: 'special', special: 'flaskInitApp' },
  },
  notation: 'angles',
  trailingSlash: 'keep',
};

/** JSON:API on Flask: a resource with its name and all its paths. */
export const flaskJsonApi: RouterRule = {
  id: 'flaskJsonApi',
  name: 'Flask-REST-JSONAPI',
  languages: ['python'],
  packages: ['flask_rest_jsonapi', 'flask_combo_jsonapi'],
  creates: [{ name: 'Api', fills: { does: 'special', special: 'flaskJsonApi' } }],
  types: ['Api'],
  verbs: {
    route: { does: 'special', special: 'flaskJsonResource' },
    init_app: { does: 'special', special: 'flaskJsonApi' },
  },
  notation: 'angles',
  trailingSlash: 'keep',
};

/** Sockets beside the routes of Flask. */
export const flaskSock: RouterRule = {
  id: 'flaskSock',
  name: 'Flask',
  languages: ['python'],
  packages: ['flask_sock', 'flask_sockets'],
  creates: [
    { name: 'Sock', fills: { does: 'special', special: 'flaskApi' } },
    { name: 'Sockets', fills: { does: 'special', special: 'flaskApi' } },
  ],
  types: ['Sock', 'Sockets'],
  verbs: {
    route: { does: 'route', methods: 'WS', path: ['path', 'rule', 0] },
    init_app: { does: 'special', special: 'flaskInitApp' },
  },
  notation: 'angles',
  trailingSlash: 'keep',
};

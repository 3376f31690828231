import type { AnnotatedRule } from './annotatedRule';

/** `@http.route('/shop', auth='public')` on methods of controllers. */
export const odoo: AnnotatedRule = {
  id: 'odoo',
  name: 'Odoo',
  languages: ['python'],
  packages: ['odoo', 'openerp'],
  anyClass: true,
  prefixes: {},
  routes: { route: { methods: { from: 'methods', otherwise: ['ANY'] }, path: ['route', 0] } },
  notation: 'angles',
  trailingSlash: 'keep',
};

/** `@expose('/list', methods=['GET'])` on methods of views and interfaces; the class says what lies before. */
export const appBuilder: AnnotatedRule = {
  id: 'appBuilder',
  name: 'Flask-AppBuilder',
  languages: ['python'],
  packages: ['flask_appbuilder'],
  anyClass: true,
  prefixes: {},
  routes: { expose: { methods: { from: 'methods', otherwise: ['GET'] }, path: ['url', 0] } },
  guards: { has_access: 'name', has_access_api: 'name', protect: 'name' },
  notation: 'angles',
  trailingSlash: 'keep',
};

/** `@route('/orders', init_app=app)` on a class of views, and `@route('new')` on its methods. */
export const coaster: AnnotatedRule = {
  id: 'coaster',
  name: 'Flask',
  languages: ['python'],
  packages: ['coaster'],
  anyClass: true,
  prefixes: { route: ['rule', 0] },
  routes: { route: { methods: { from: 'methods', otherwise: ['GET'] }, path: ['rule', 0] } },
  guards: { requires_login: 'name', requires_permission: 'name', requires_roles: 'name' },
  notation: 'angles',
  trailingSlash: 'keep',
};

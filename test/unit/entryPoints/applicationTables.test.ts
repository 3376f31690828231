import { checkRoutes } from './checkRoutes';

describe('routes below the name of an application or a service', () => {
  it('of Frappe are functions that others may call by their module', () =>
    checkRoutes(
      {
        'shop/hooks.py': 'app_name = "shop"\napp_title = "Shop"\n',
        'shop/orders/api.py': `import frappe


@frappe.whitelist()
def list_orders(page: int = 1):
    return frappe.get_all("Order")


@frappe.whitelist(allow_guest=True, methods=["POST"])
@rate_limit(limit=5)
def place_order():
    pass


class Order(Document):
    @frappe.whitelist()
    def cancel(self):
        pass
`,
        'other/api.py': 'import frappe\n\n@frappe.whitelist()\ndef ping():\n    pass\n',
      },
      [
        'ANY /ping other/api.py:3',
        'ANY /api/method/shop.orders.api.list_orders shop/orders/api.py:4',
        'POST /api/method/shop.orders.api.place_order shop/orders/api.py:9',
      ],
      true,
    ));

  it('of Mautic stand in the settings of bundles, by their kind', () =>
    checkRoutes(
      {
        'plugins/ShelfBundle/Config/config.php': `<?php

return [
    'routes' => [
        'main' => [
            'shelf_index' => [
                'path'       => '/shelves/{page}',
                'controller' => 'Acme\\ShelfBundle\\Controller\\ShelfController::indexAction',
            ],
        ],
        'public' => [
            'shelf_token' => ['path' => '/shelf/token', 'controller' => 'x', 'method' => 'GET|POST'],
        ],
        'api' => [
            'shelf_api' => [
                'standard_entity'     => true,
                'supported_endpoints' => ['getone', 'delete'],
                'name'                => 'shelves',
                'path'                => '/shelves',
                'controller'          => \\Acme\\ShelfBundle\\Controller\\Api\\ShelfApiController::class,
            ],
            'shelf_send' => ['path' => '/shelves/{id}/send', 'controller' => 'y'],
        ],
    ],
];
`,
      },
      [
        'ANY /s/shelves/{page}',
        'GET /api/shelves/{id}',
        'DELETE /api/shelves/{id}/delete',
        'GET /api/shelves/{id}/send',
        'GET /shelf/token',
        'POST /shelf/token',
      ],
    ));

  it('of Magento stand in the description of the interface for other programs', () =>
    checkRoutes(
      {
        'app/code/Acme/Shelf/etc/webapi.xml': `<?xml version="1.0"?>
<routes>
    <route url="/V1/shelves/:shelfId" method="GET">
        <service class="Acme\\Shelf\\Api\\ShelfRepositoryInterface" method="get"/>
    </route>
    <!-- <route url="/V1/old" method="GET"/> -->
    <route method="POST" url="/V1/shelves"><service class="Acme\\Shelf\\Api\\ShelfRepositoryInterface" method="save"/></route>
</routes>
`,
      },
      [
        'GET /rest/V1/shelves/{shelfId} app/code/Acme/Shelf/etc/webapi.xml:3',
        'POST /rest/V1/shelves app/code/Acme/Shelf/etc/webapi.xml:7',
      ],
      true,
    ));

  it('of Moleculer stand in its gateway, and at the actions of services that it takes in', () =>
    checkRoutes(
      {
        'services/api.service.js': `const ApiGateway = require('moleculer-web');

module.exports = {
  name: 'api',
  mixins: [ApiGateway],
  settings: {
    routes: [
      {
        path: '/api',
        aliases: {
          'POST /users/login': 'users.login',
          'REST /tags': 'tags',
          health: ['guard', 'node.health'],
        },
      },
      { path: '/v2', autoAliases: true, aliases: {} },
    ],
  },
};
`,
        'services/users.service.js': `module.exports = {
  name: 'admin.users',
  version: 1,
  actions: {
    login: { params: {}, handler(ctx) {} },
    list: { rest: 'GET /', handler(ctx) {} },
    remove: { rest: { method: 'DELETE', path: '/:id' }, async handler(ctx) {} },
  },
};
`,
      },
      [
        'POST /api/users/login services/api.service.js:11',
        'GET /api/tags services/api.service.js:12',
        'GET /api/tags/{id} services/api.service.js:12',
        'POST /api/tags services/api.service.js:12',
        'PUT /api/tags/{id} services/api.service.js:12',
        'PATCH /api/tags/{id} services/api.service.js:12',
        'DELETE /api/tags/{id} services/api.service.js:12',
        'ANY /api/health services/api.service.js:13',
        'GET /v2/v1/admin/users services/users.service.js:6',
        'DELETE /v2/v1/admin/users/{id} services/users.service.js:7',
      ],
      true,
    ));
});

import { checkPrefixes, checkRoutes } from './checkRoutes';

describe('tables of PHP from which a framework makes its routes', () => {
  const routes = `<?php
$books = [
	['name' => 'book#index', 'url' => '/books', 'verb' => 'GET'],
	['name' => 'book#lend', 'url' => '/books/{bookId}/lend', 'verb' => 'POST'],
];
return [
	'routes' => array_merge($books, [
		// ['name' => 'old#index', 'url' => '/old', 'verb' => 'GET'],
		['name' => 'page#index', 'url' => '/', 'verb' => 'GET'],
	]),
	'resources' => [
		'shelf' => ['url' => '/shelves'],
	],
	'ocs' => [
		['name' => 'api#find', 'url' => '/api/v1/find/{word}'],
		['root' => '/library', 'name' => 'api#all', 'url' => '/all', 'verb' => 'PUT'],
	],
];
`;

  it('of Nextcloud lie below the name of the application, and below its interface for other programs', () =>
    checkRoutes(
      {
        'appinfo/info.xml': '<?xml version="1.0"?>\n<info>\n  <id>shelf</id>\n</info>\n',
        'appinfo/routes.php': routes,
      },
      [
        'GET /apps/shelf/books appinfo/routes.php:3',
        'POST /apps/shelf/books/{bookId}/lend appinfo/routes.php:4',
        'GET /apps/shelf appinfo/routes.php:9',
        'GET /apps/shelf/shelves appinfo/routes.php:12',
        'GET /apps/shelf/shelves/{id} appinfo/routes.php:12',
        'POST /apps/shelf/shelves appinfo/routes.php:12',
        'PUT /apps/shelf/shelves/{id} appinfo/routes.php:12',
        'DELETE /apps/shelf/shelves/{id} appinfo/routes.php:12',
        'GET /ocs/v2.php/apps/shelf/api/v1/find/{word} appinfo/routes.php:15',
        'PUT /ocs/v2.php/library/all appinfo/routes.php:16',
      ],
      true,
    ));

  it('of Nextcloud have a prefix that is not known where no manifest names the application', () =>
    checkPrefixes({ 'appinfo/routes.php': "<?php\nreturn ['routes' => [['url' => '/books', 'verb' => 'GET']]];\n" }, [
      'GET …/books',
    ]));

  it('of TYPO3 lie below its backend, calls of pages below those, and routes of a module below the module', () =>
    checkRoutes(
      {
        'Configuration/Backend/Routes.php': `<?php
use Shelf\\Controller\\BookController;
return [
    'shelf_edit' => [
        'path' => '/shelf/edit/{book}',
        'target' => BookController::class . '::editAction',
    ],
];
`,
        'Configuration/Backend/AjaxRoutes.php': `<?php
return [
    'shelf_move' => ['path' => '/shelf/move', 'methods' => ['POST'], 'target' => 'x'],
];
`,
        'Configuration/Backend/Modules.php': `<?php
return [
    'web_shelf' => [
        'parent' => 'web',
        'path' => '/module/web/shelf',
        'routes' => ['_default' => ['target' => 'x'], 'list' => ['path' => '/list', 'target' => 'y']],
    ],
    'plain' => ['labels' => 'z'],
];
`,
      },
      [
        'POST /typo3/ajax/shelf/move Configuration/Backend/AjaxRoutes.php:3',
        'ANY /typo3/module/web/shelf Configuration/Backend/Modules.php:3',
        'ANY /typo3/module/web/shelf/list Configuration/Backend/Modules.php:6',
        'ANY /typo3/shelf/edit/{book} Configuration/Backend/Routes.php:4',
      ],
      true,
    ));

  it('of Laminas stand in the settings of a module, each below those around it', () =>
    checkRoutes(
      {
        'module/Shop/config/module.config.php': `<?php
namespace Shop;

use Laminas\\Router\\Http\\Literal;
use Laminas\\Router\\Http\\Segment;

return [
    'router' => [
        'routes' => [
            'home' => [
                'type' => Literal::class,
                'options' => [
                    'route' => '/',
                    'defaults' => ['controller' => Controller\\IndexController::class, 'action' => 'index'],
                ],
            ],
            'shop' => [
                'type' => 'literal',
                'options' => ['route' => '/shop'],
                'may_terminate' => false,
                'child_routes' => [
                    'order' => [
                        'type' => Segment::class,
                        'options' => [
                            'route' => '/order-book[/:order-id]',
                            'constraints' => ['order-id' => '[0-9]+'],
                        ],
                        'may_terminate' => true,
                        'child_routes' => [
                            'save' => ['type' => 'method', 'options' => ['verb' => 'post,put']],
                        ],
                    ],
                ],
            ],
        ],
    ],
    'service_manager' => ['factories' => []],
];
`,
      },
      [
        'ANY / module/Shop/config/module.config.php:13',
        'ANY /shop/order-book module/Shop/config/module.config.php:25',
        'ANY /shop/order-book/{order_id} module/Shop/config/module.config.php:25',
        'POST /shop/order-book module/Shop/config/module.config.php:30',
        'PUT /shop/order-book module/Shop/config/module.config.php:30',
        'POST /shop/order-book/{order_id} module/Shop/config/module.config.php:30',
        'PUT /shop/order-book/{order_id} module/Shop/config/module.config.php:30',
      ],
      true,
    ));

  it('are no routes where an array only has such names', () =>
    checkRoutes(
      {
        'config/menu.php':
          "<?php\nreturn ['routes' => ['home' => ['route' => '/home', 'options' => ['icon' => 'house']]], 'route' => 'x'];\n",
      },
      [],
      true,
    ));
});

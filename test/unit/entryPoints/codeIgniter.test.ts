import { checkRoutes } from './checkRoutes';

const orders = (body: string): string => `<?php

namespace App\\Controllers;

class Orders extends BaseController
{
${body}
}
`;
const base = `<?php

namespace App\\Controllers;

use CodeIgniter\\Controller;

abstract class BaseController extends Controller
{
    public function initController($request)
    {
    }
}
`;

describe('controllers of CodeIgniter', () => {
  it('of the third version answer under their names, with those of modules and folders', () =>
    checkRoutes(
      {
        'application/core/MY_Controller.php': `<?php
class MY_Controller extends CI_Controller
{
    public function helper() {}
}
`,
        'application/controllers/Blog.php': `<?php
class Blog extends MY_Controller
{
    public function __construct() { parent::__construct(); }
    // public function old() {}
    public function index() {}
    public function show($year, $slug, $page = 1) {}
    public function archive($year = null) {}
    private function load() {}
    public function _remap() {}
    protected function check() {}
}
`,
        'application/controllers/api/Items.php': `<?php
class Items extends REST_Controller
{
    public function index_get() {}
    public function list_post() {}
}
`,
        'application/controllers/Console.php':
          '<?php\nclass Console extends MY_Controller\n{\n    public function __construct()\n    {\n        if (!is_cli()) {\n            exit("no");\n        }\n        parent::__construct();\n    }\n    public function install() {}\n}\n',
        'application/modules/shop/controllers/Shop.php':
          '<?php\nclass Shop extends MY_Controller\n{\n    function cart() {}\n}\n',
        'application/libraries/Tool.php': '<?php\nclass Tool extends Base\n{\n    public function run() {}\n}\n',
        'application/config/routes.php': `<?php
$route['default_controller'] = 'blog';
$route['404_override'] = '';
$route['archive/(:num)'] = 'blog/archive/$1';
$route['items']['post'] = 'api/items/add';
`,
      },
      [
        'ANY /blog application/controllers/Blog.php:6',
        'ANY /blog/show/{year}/{slug} application/controllers/Blog.php:7',
        'ANY /archive/{num} application/config/routes.php:4',
        'POST /items application/config/routes.php:5',
        'GET /api/items application/controllers/api/Items.php:4',
        'POST /api/items/list application/controllers/api/Items.php:5',
        'ANY /shop/cart application/modules/shop/controllers/Shop.php:4',
      ],
      true,
    ));

  it('of the fourth are found by their names only where settings say so, by methods that begin with that of HTTP', async () => {
    const files = {
      'app/Controllers/BaseController.php': base,
      'app/Controllers/Orders.php': orders(
        '    public function getIndex() {}\n    public function postSave(int $id) {}\n    public function helper() {}',
      ),
      'app/Controllers/Login.php': orders('    public function getIndex() {}').replace('Orders', 'Login'),
      'app/Config/Routes.php':
        "<?php\nuse CodeIgniter\\Router\\RouteCollection;\n/** @var RouteCollection $routes */\n$routes->get('login', 'Login::index');\n",
    };
    await checkRoutes(files, ['GET /login']);
    await checkRoutes(
      {
        ...files,
        'app/Config/Routing.php': '<?php\nclass Routing {\n    public bool $autoRoute = true;\n}\n',
        'app/Config/Feature.php': '<?php\nclass Feature {\n    public bool $autoRoutesImproved = true;\n}\n',
      },
      ['GET /login', 'GET /orders', 'POST /orders/save/{id}'],
    );
  });

  it('of the fourth answer as those of the third where settings ask for that', () =>
    checkRoutes(
      {
        'app/Controllers/BaseController.php': base,
        'app/Controllers/Orders.php': orders('    public function index() {}\n    public function show($id) {}'),
        'app/Config/Routing.php': '<?php\nclass Routing {\n    public bool $autoRoute = true;\n}\n',
      },
      ['ANY /orders', 'ANY /orders/show/{id}'],
    ));
});

import { checkRoutes } from './checkRoutes';

const controller = (name: string, body: string, within = 'App\\Controller'): string =>
  `<?php\nnamespace ${within};\n\nuse App\\Controller\\AppController;\n\nclass ${name} extends AppController\n{\n${body}\n}\n`;

const files = {
  'src/Controller/AppController.php':
    '<?php\nnamespace App\\Controller;\n\nuse Cake\\Controller\\Controller;\n\nclass AppController extends Controller\n{\n    public function initialize(): void {}\n}\n',
  'src/Controller/BookShelvesController.php': controller(
    'BookShelvesController',
    '    public function beforeFilter($event) {}\n    public function index() {}\n    public function viewAll($id, $page = 1) {}\n    protected function load() {}',
  ),
  'src/Controller/Admin/LoansController.php': controller(
    'LoansController',
    '    public function add() {}',
    'App\\Controller\\Admin',
  ),
  'plugins/Stats/src/Controller/ChartsController.php': controller(
    'ChartsController',
    '    public function show() {}',
    'Stats\\Controller',
  ),
};
const head = '<?php\nuse Cake\\Routing\\RouteBuilder;\n\n/** @var RouteBuilder $routes */\n';

describe('controllers of CakePHP', () => {
  it('answer below their names where routes ask for fallbacks, those of prefixes and plug-ins below theirs', () =>
    checkRoutes(
      {
        ...files,
        'config/routes.php': `${head}$routes->scope('/', function (RouteBuilder $builder): void {
    $builder->connect('/home', ['controller' => 'Pages', 'action' => 'home']);
    $builder->fallbacks();
});
$routes->prefix('Admin', function (RouteBuilder $builder): void {
    $builder->fallbacks();
});
$routes->plugin('Stats', ['path' => '/numbers'], function (RouteBuilder $builder): void {
    $builder->fallbacks();
});
`,
      },
      [
        'ANY /home config/routes.php:6',
        'ANY /book-shelves src/Controller/BookShelvesController.php:9',
        'ANY /book-shelves/view-all/{id} src/Controller/BookShelvesController.php:10',
        'ANY /admin/loans/add src/Controller/Admin/LoansController.php:8',
        'ANY /numbers/charts/show plugins/Stats/src/Controller/ChartsController.php:8',
      ],
      true,
    ));

  it('answer nowhere where routes are all written down', () =>
    checkRoutes(
      {
        ...files,
        'config/routes.php': `${head}$routes->scope('/', function (RouteBuilder $builder): void {
    $builder->connect('/home', ['controller' => 'Pages', 'action' => 'home']);
});
`,
      },
      ['ANY /home'],
    ));
});

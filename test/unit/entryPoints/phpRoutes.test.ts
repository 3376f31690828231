import { checkPrefixes, checkRoutes } from './checkRoutes';

describe('routes of PHP that stand in other files', () => {
  it('folders of routes of any name, with prefixes that parameters of the container say', () =>
    checkRoutes(
      {
        'config/shop_routes/orders.yaml': `orders_list:
  controller: App\\Controller\\OrderController::list
  path: /orders/{page}
  methods: [GET]
  defaults: { page: 1, sort: !php/const App\\Sort::NEWEST }
orders_broken:
  path: /orders/new
  methods: [GET, POST]
  requirements: { page, - }
`,
        'config/routes/backend.yaml': `backend:
  resource: '../../src/Controller/Backend/'
  prefix: '%shop.backend_url%'
  type: attribute
`,
        'config/services.yaml': `parameters:
  shop.backend_url: /manage
services:
  _defaults: { autowire: true }
`,
        'src/Controller/Backend/UserController.php': `<?php
namespace App\\Controller\\Backend;

use Symfony\\Component\\Routing\\Attribute\\Route;

class UserController
{
    #[Route(path: '/users', name: 'users', methods: ['GET'])]
    public function list(): Response
    {
    }
}
`,
        'src/Controller/ToolController.php': `<?php
namespace App\\Controller;

use Symfony\\Component\\Routing\\Attribute\\Route;

class ToolController
{
    #[Route('/%shop.backend_url%/tools', methods: ['GET'])]
    public function tools(): Response
    {
    }

    #[Route('/%shop.tools%/logs', methods: ['GET'])]
    public function logs(): Response
    {
    }
}
`,
      },
      [
        'GET /manage/tools',
        'GET /{tools}/logs',
        'GET /manage/users',
        'GET /orders/new',
        'GET /orders/{page}',
        'POST /orders/new',
      ],
    ));

  it('a class that is invoked says the route of its one method, in an attribute or a comment', () =>
    checkRoutes(
      {
        'src/Controller/ShowProfile.php': `<?php
namespace App\\Controller;

use Symfony\\Component\\Routing\\Annotation\\Route;

/**
 * @Route("/api/profiles/{username}", methods={"GET"}, name="profile")
 */
final class ShowProfile
{
    public function __invoke(User $profile): array
    {
        return [];
    }
}
`,
        'src/Controller/Follow.php': `<?php
namespace App\\Controller;

use Symfony\\Component\\Routing\\Attribute\\Route;

#[Route('/api/follow', methods: ['POST', 'DELETE'])]
final class Follow
{
    public function __invoke(): array
    {
        return [];
    }
}
`,
      },
      ['GET /api/profiles/{username}', 'POST /api/follow', 'DELETE /api/follow'],
    ));

  it('routes by the keys of a table stand at the keys', () =>
    checkRoutes(
      {
        'composer.json': '{"require":{"laravel/framework":"11.0"}}',
        'routes/web.php': `<?php
use Illuminate\\Support\\Facades\\Route;
$pages = [
    'about' => AboutController::class,
    'terms' => TermsController::class,
];
foreach ($pages as $page => $controller) {
    Route::get("/pages/{$page}", $controller);
}
`,
      },
      ['GET /pages/about routes/web.php:4', 'GET /pages/terms routes/web.php:5'],
      true,
    ));

  it('routes of Symfony for tests are none', () =>
    checkRoutes(
      {
        'config/routes/pages.yaml': 'about:\n  path: /about\n  methods: [GET]\n  controller: App\\Page::about\n',
        'config/routes/test_cached/plugin.yaml': 'test:\n  path: /test/main\n  methods: [GET]\n',
        'config/routes/dev/tools.yaml': 'tools:\n  path: /tools\n  methods: [GET]\n',
      },
      ['GET /about'],
    ));

  it('a router that a file of routes asks a container for', () =>
    checkRoutes(
      {
        'app/Providers/RouteServiceProvider.php': `<?php
namespace App\\Providers;
use Illuminate\\Support\\Facades\\Route;
class RouteServiceProvider
{
    public function boot(): void
    {
        Route::middleware('api')->group(base_path('routes/api.php'));
    }
}
`,
        'routes/api.php': `<?php
use App\\Http\\Actions\\GetEvents;
use Illuminate\\Routing\\Router;

/** @var Router $router */
$router = app()->get('router');

$router->prefix('/public')->group(
    function (Router $router): void {
        $router->get('/events', GetEvents::class);
    }
);
$router->middleware(['auth:api'])->group(function (Router $router): void {
    $router->post('/events/{event_id}/copy', CopyEvent::class);
});
`,
      },
      ['GET /public/events', 'POST /events/{event_id}/copy'],
    ));

  it('pages of the panels of Filament, by the names of their classes and what a resource lists', () =>
    checkRoutes(
      {
        'web/app/Providers/Filament/AdminPanelProvider.php': `<?php
namespace App\\Providers\\Filament;
use Filament\\Panel;
class AdminPanelProvider extends PanelProvider
{
    public function panel(Panel $panel): Panel
    {
        return $panel->id('admin')->path('admin')->login()
            ->discoverResources(in: app_path('Filament/Resources'), for: 'App\\\\Filament\\\\Resources')
            ->discoverPages(in: app_path('Filament/Pages'), for: 'App\\\\Filament\\\\Pages')
            ->pages([Dashboard::class]);
    }
}
`,
        'web/app/Filament/Resources/Shop/OrderItemResource.php': `<?php
namespace App\\Filament\\Resources\\Shop;
use Filament\\Resources\\Resource;
class OrderItemResource extends Resource
{
    public static function getPages(): array
    {
        return [
            'index' => Pages\\ListOrderItems::route('/'),
            'edit' => Pages\\EditOrderItem::route('/{record}/edit'),
        ];
    }
}
`,
        'web/app/Filament/Resources/Categories/CategoryResource.php': `<?php
use Filament\\Resources\\Resource;
class CategoryResource extends Resource
{
    public static function getPages(): array
    {
        return ['index' => ListCategories::route('/')];
    }
}
`,
        'web/app/Filament/Resources/TagResource.php': `<?php
use Filament\\Resources\\Resource;
class TagResource extends Resource
{
    protected static ?string $slug = 'labels';
    public static function getPages(): array
    {
        return ['index' => ManageTags::route('/')];
    }
}
`,
        'web/app/Filament/Pages/MailSettings.php':
          '<?php\nuse Filament\\Pages\\SettingsPage;\nclass MailSettings extends SettingsPage\n{\n}\n',
        'web/app/Filament/Other/Hidden.php': '<?php\nuse Filament\\Pages\\Page;\nclass Hidden extends Page\n{\n}\n',
      },
      [
        'GET /admin',
        'GET /admin/login',
        'GET /admin/shop/order-items',
        'GET /admin/shop/order-items/{record}/edit',
        'GET /admin/categories',
        'GET /admin/labels',
        'GET /admin/mail-settings',
      ],
    ));

  it('pages of a panel of Filament in any provider, below its tenant and by the slugs that they say', () =>
    checkRoutes(
      {
        'app/Providers/WebServiceProvider.php': `<?php
use Filament\\Panel;
class WebServiceProvider extends ServiceProvider
{
    public function panel(Panel $panel): Panel
    {
        return $panel->path('')->login(Login::class)->tenant(Team::class)
            ->discoverPages(in: app_path('Web/Pages'), for: 'App\\\\Web\\\\Pages');
    }
}
`,
        'app/Web/Pages/Orders/Index.php': `<?php
use App\\Web\\Components\\Page;
class Index extends Page
{
    protected static ?string $slug = 'orders/{order}';
}
`,
      },
      ['GET /login', 'GET /{tenant}/orders/{order}'],
    ));

  it('those of modules of Drupal', () =>
    checkRoutes(
      {
        'web/modules/custom/forum/forum.routing.yml': `forum.index:
  path: '/forum'
  defaults:
    _controller: '\\Drupal\\forum\\Controller\\ForumController::index'
    _title: 'Forums'
forum.settings:
  path: '/admin/structure/forum/{type}'
  defaults: { _form: '\\Drupal\\forum\\Form\\SettingsForm' }
  methods: [GET, POST]
route_callbacks:
  - '\\Drupal\\forum\\Routing\\Routes::routes'
`,
      },
      ['ANY /forum', 'GET /admin/structure/forum/{type}', 'POST /admin/structure/forum/{type}'],
    ));

  it('methods of a router in any case', () =>
    checkRoutes(
      {
        'routes.php': `<?php
use Slim\\App;
use Slim\\Routing\\RouteCollectorProxy;

return function (App $app) {
    $app->Group('/orders', function (RouteCollectorProxy $group) {
        $group->Post('/{id}/copy', OrderController::class . ':copy');
    });
    $app->GET('/users', UserController::class . ':list');
};
`,
      },
      ['GET /users', 'POST /orders/{id}/copy'],
    ));

  it('a provider that is handed a router puts its files below a setting, before they are taken for beginnings', () =>
    checkRoutes(
      {
        'composer.json': '{"require":{"laravel/framework":"^11"}}',
        'config/app.php': "<?php\nreturn [\n    'admin_path' => env('APP_ADMIN_PATH', 'back'),\n];\n",
        'packages/Admin/src/Providers/AdminServiceProvider.php': `<?php
namespace Acme\\Admin\\Providers;
use Illuminate\\Routing\\Router;
use Illuminate\\Support\\Facades\\Route;
use Illuminate\\Support\\ServiceProvider;
class AdminServiceProvider extends ServiceProvider
{
    public function boot(Router $router): void
    {
        $router->aliasMiddleware('staff', Staff::class);
        Route::middleware(['web', 'staff'])
            ->prefix(config('app.admin_path'))
            ->group(__DIR__.'/../Routes/web.php');
    }
}
`,
        'packages/Admin/src/Routes/web.php': "<?php\nrequire 'lead-routes.php';\n",
        'packages/Admin/src/Routes/lead-routes.php': `<?php
use Illuminate\\Support\\Facades\\Route;
Route::controller(LeadController::class)->prefix('leads')->group(function () {
    Route::get('create', 'create');
});
`,
      },
      ['GET /back/leads/create'],
    ));

  it('a setting that is called the address of the administration is a prefix, unless it names a host', async () => {
    const routes = `<?php
use Illuminate\\Support\\Facades\\Route;
Route::group(['middleware' => ['staff'], 'prefix' => config('app.admin_url')], function () {
    Route::get('orders', 'OrderController@index');
});
`;
    const settings = (value: string): string =>
      `<?php\nreturn [\n    'admin_url' => env('ADMIN_URL', '${value}'),\n];\n`;
    await checkRoutes({ 'config/app.php': settings('back'), 'routes/web.php': routes }, ['GET /back/orders']);
    await checkPrefixes({ 'config/app.php': settings('https://back.test'), 'routes/web.php': routes }, [
      'GET …/orders',
    ]);
  });
});

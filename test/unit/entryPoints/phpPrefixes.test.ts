import { checkPrefixes as check, checkRoutes } from './checkRoutes';

describe('prefixes of routes of PHP', () => {
  it('a prefix of Laravel may stand in its settings, with what is usual where the environment says nothing', () =>
    check(
      {
        'app/Providers/RouteServiceProvider.php': `<?php
namespace App\\Providers;
use Illuminate\\Support\\Facades\\Route;
class RouteServiceProvider
{
    public function map()
    {
        Route::prefix(config('api.prefix'))->group(base_path('routes/v1.php'));
        Route::prefix($this->place())->group(base_path('routes/web.php'));
    }
}
`,
        'config/api.php': `<?php
return ['prefix' => env('API_PREFIX', 'service')];
`,
        'routes/v1.php': `<?php
use Illuminate\\Support\\Facades\\Route;
Route::get('/users', 'UserController@index');
`,
        'routes/web.php': `<?php
use Illuminate\\Support\\Facades\\Route;
Route::get('/home', 'HomeController@index');
`,
      },
      ['GET /service/users', 'GET …/home'],
    ));

  it('a provider of Laravel may ask the container for the router by a function that is called like a variable', () =>
    check(
      {
        'app/Providers/RouteServiceProvider.php': `<?php
namespace App\\Providers;
use Illuminate\\Routing\\Middleware\\ThrottleRequests;
use Illuminate\\Support\\Facades\\Route;
class RouteServiceProvider
{
    public function boot()
    {
        app('router')->aliasMiddleware('throttle', ThrottleRequests::class);
    }
    public function map()
    {
        Route::prefix('shop')->group(base_path('routes/shop.php'));
    }
}
`,
        'routes/shop.php': `<?php
use Illuminate\\Support\\Facades\\Route;
Route::get('/carts', 'CartController@index');
`,
      },
      ['GET /shop/carts'],
    ));

  it('a container that a router of Slim keeps is asked for services, not for paths', () =>
    check(
      {
        'web/index.php': `<?php
define('ROOT', realpath(__DIR__ . '/..'));
$app = \\DI\\Bridge\\Slim\\Bridge::create($container);
$app->setBasePath($container->get('basePath'));
$app->getContainer()->get('settings');
require ROOT . '/lib/routes.php';
`,
        'lib/routes.php': `<?php
$app->get('/clock', ['\\App\\Clock', 'show']);
`,
      },
      ['GET /clock'],
    ));

  it('Symfony may be told its routes by a configurator', () =>
    check(
      {
        'config/routes.php': `<?php
use Symfony\\Component\\Routing\\Loader\\Configurator\\RoutingConfigurator;
return static function (RoutingConfigurator $routes): void {
    $routes->import('@ShopOrderBundle/Resources/config/routing.php')
        ->prefix('/orders');
    $routes->import('@ShopApiBundle/Resources/config/routing.php')->prefix('/api');
};
`,
        'src/OrderBundle/Resources/config/routing.php': `<?php
use Symfony\\Component\\Routing\\Loader\\Configurator\\RoutingConfigurator;
return static function (RoutingConfigurator $routes): void {
    $routes
        ->add('order_show', '/{id}')
        ->controller([OrderController::class, 'show'])
        ->methods(['GET']);
    // $routes->add('order_old', '/old');
};
`,
        'src/ApiBundle/Resources/config/routing.php': `<?php
use Symfony\\Component\\Routing\\Loader\\Configurator\\RoutingConfigurator;
return static function (RoutingConfigurator $routes): void {
    $routes->add('login', '/login');
};
`,
      },
      ['GET /orders/{id}', 'ANY /api/login'],
    ));

  it('what stands in front of a route of Laravel and names no path leaves it where it is', () =>
    check(
      {
        'routes/web.php': `<?php
use Illuminate\\Support\\Facades\\Route;
Route::withoutMiddleware(['web'])->get('/health', [HealthController::class, 'show']);
Route::name('shop.')->group(function () {
    Route::where(['id' => '[0-9]+'])->prefix('orders')->group(function () {
        Route::get('{id}', [OrderController::class, 'show'])->name('show');
    });
});
`,
      },
      ['GET /health', 'GET /orders/{id}'],
    ));

  it('a file of routes leaves out folders that another entry takes in, or none', () => {
    const controller = (folder: string, name: string): string => `<?php
namespace App\\Controller${folder};
use Symfony\\Component\\Routing\\Attribute\\Route;
final class ${name}Controller
{
    #[Route('/${name.toLowerCase()}', methods: ['GET'])]
    public function show(): Response {}
}
`;
    return check(
      {
        'config/routes/attributes.yaml': `controllers:
    resource:
        path: ../../src/Controller/
        namespace: App\\Controller
    type: attribute
    prefix: '{_locale}'
    exclude: '../../src/Controller/{Open,Plain}'
open:
    resource: ../../src/Controller/Open/
    type: attribute
`,
        'src/Controller/CartController.php': controller('', 'Cart'),
        'src/Controller/Open/KeysController.php': controller('\\Open', 'Keys'),
      },
      ['GET /{_locale}/cart', 'GET /keys'],
    );
  });
});

describe('classes that a container of Laravel makes by a name that is put together', () => {
  const routes = (version: string, path: string): string => `<?php
namespace App\\Http\\Routes\\${version};
use Illuminate\\Contracts\\Routing\\Registrar;
class ShopRoute
{
    public function map(Registrar $router)
    {
        $router->group(['prefix' => 'shop'], function ($router) {
            $router->get('/${path}', [ShopController::class, 'list']);
        });
    }
}
`;

  it('put their routes where those of their namespace are called, and nowhere else', () =>
    checkRoutes(
      {
        'composer.json': '{"require":{"laravel/framework":"^11"}}',
        'app/Providers/RouteServiceProvider.php': `<?php
namespace App\\Providers;
use Illuminate\\Support\\Facades\\Route;
class RouteServiceProvider extends ServiceProvider
{
    public function map()
    {
        Route::group(['prefix' => '/api/v1'], function ($router) {
            foreach (glob(app_path('Http//Routes//V1') . '/*.php') as $file) {
                $this->app->make('App\\\\Http\\\\Routes\\\\V1\\\\' . basename($file, '.php'))->map($router);
            }
        });
        Route::group(['prefix' => '/api/v2'], function ($router) {
            app('App\\\\Http\\\\Routes\\\\V2\\\\ShopRoute')->map($router);
        });
    }
}
`,
        'app/Http/Routes/V1/ShopRoute.php': routes('V1', 'old'),
        'app/Http/Routes/V2/ShopRoute.php': routes('V2', 'new'),
      },
      ['GET /api/v1/shop/old', 'GET /api/v2/shop/new'],
    ));

  it('settings of a package may be asked for with its name in front, and say what they are unless the environment does', () =>
    check(
      {
        'routes/routes.php': `<?php
use Illuminate\\Support\\Facades\\Route;
if (config('shop.panel.enabled')) {
    Route::middleware('web')->name('panel.')->prefix(config('shop.panel.route'))->group(__DIR__.'/panel.php');
}
Route::prefix(config('shop.forms.action'))->group(function () {
    Route::post('send', [FormController::class, 'send']);
});
Route::prefix(config('shop.lost.route'))->group(function () {
    Route::post('lost', [FormController::class, 'lost']);
});
`,
        'routes/panel.php': `<?php
use Illuminate\\Support\\Facades\\Route;
Route::get('orders', [OrderController::class, 'index']);
`,
        'config/panel.php':
          "<?php\n\nreturn [\n    'enabled' => true,\n    'route' => env('PANEL_ROUTE', 'panel'),\n];\n",
        'config/forms.php': "<?php\n\n// Routes of forms\nreturn [\n    'action' => '!',\n];\n",
      },
      ['GET /panel/orders', 'POST /!/send', 'POST …/lost'],
    ));
});

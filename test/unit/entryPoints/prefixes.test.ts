import { checkPrefixes as check } from './checkRoutes';

describe('prefixes of routes', () => {
  it('words of routes of ASP.NET may be written with dashes', () =>
    check(
      {
        'Api.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>',
        'Program.cs': `var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers(options =>
    options.Conventions.Add(new RouteTokenTransformerConvention(new SlugifyParameterTransformer())));
`,
        'SlugifyParameterTransformer.cs': `namespace Shop;
public class SlugifyParameterTransformer : IOutboundParameterTransformer
{
    public string TransformOutbound(object value) =>
        value == null ? null : Regex.Replace(value.ToString(), "([a-z])([A-Z])", "$1-$2").ToLower();
}
`,
        'UserOrdersController.cs': `namespace Shop;
[ApiController]
[Route("[controller]/[action]")]
public class UserOrdersController : ControllerBase
{
    [HttpGet] public IActionResult OpenOnes() => Ok();
}
`,
      },
      ['GET /user-orders/open-ones'],
    ));

  it('constants of C# may stand in classes inside of one another', () =>
    check(
      {
        'Api.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>',
        'ApiRoutes.cs': `namespace Shop;
public static class ApiRoutes
{
    public const string Root = "api";
    public const string Base = Root + "/v1";
    public static class Posts { public const string All = Base + "/posts"; }
    public static class Tags { public const string All = Base + "/tags"; }
}
`,
        'PostsController.cs': `namespace Shop;
[ApiController]
public class PostsController : ControllerBase
{
    [HttpGet(ApiRoutes.Posts.All)] public IActionResult All() => Ok();
    [HttpGet(ApiRoutes.Tags.All)] public IActionResult Tags() => Ok();
}
`,
      },
      ['GET /api/v1/posts', 'GET /api/v1/tags'],
    ));

  it('constants of Java and Kotlin may stand in classes and objects inside of one another', () =>
    check(
      {
        'src/main/java/shop/Routes.java': `package shop;
public class Routes {
  public static class Posts { public static final String BASE = "/posts"; }
  public interface Tags { String BASE = "/tags"; }
}
`,
        'src/main/java/shop/PostsController.java': `package shop;
import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping(Routes.Posts.BASE)
public class PostsController {
  @GetMapping(Routes.Tags.BASE) public String tags() { return ""; }
}
`,
        'src/main/kotlin/shop/Places.kt': `package shop
object Places {
  const val V1 = "/v1"
  object Users { const val BASE = "$V1/users" }
}
`,
        'src/main/kotlin/shop/UsersController.kt': `package shop
import org.springframework.web.bind.annotation.*
@RestController
@RequestMapping(Places.Users.BASE)
class UsersController {
  @GetMapping("/me") fun me() = ""
}
`,
      },
      ['GET /posts/tags', 'GET /v1/users/me'],
    ));

  it('Spring without Boot has a servlet for each of some packages', () => {
    const controller = (name: string): string => `package shop.web.${name};
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
@Controller
public class UsersController {
  @GetMapping("/users") public String list() { return "users"; }
}
`;
    const initializer = (name: string, mapping: string): string => `package config;
public class ${name}Initializer extends BaseInitializer {
  @Override protected Class<?>[] getServletConfigClasses() { return new Class[] { ${name}Config.class }; }
  @Override
  protected String[] getServletMappings() {
    return new String[] { ${mapping} };
  }
}
`;
    const settings = (name: string, text = ''): string => `package config;
@Configuration
@ComponentScan(basePackages = "shop.web.${name.toLowerCase()}", useDefaultFilters = false)
public class ${name}Config {
  ${text}
}
`;
    return check(
      {
        'web/src/main/java/shop/web/api/UsersController.java': controller('api'),
        'web/src/main/java/shop/web/admin/UsersController.java': controller('admin'),
        'web/src/main/java/shop/web/site/UsersController.java': controller('site'),
        'web/src/main/java/shop/web/desk/UsersController.java': controller('desk'),
        'app/src/main/java/config/ApiInitializer.java': initializer('Api', '"/api/*"'),
        'app/src/main/java/config/AdminInitializer.java': initializer('Admin', 'join(AdminConfig.ADMIN_PATH, "/*")'),
        'app/src/main/java/config/SiteInitializer.java': initializer('Site', '"/"'),
        'app/src/main/java/config/DeskInitializer.java': initializer('Desk', 'Places.DESK + "/*"'),
        'app/src/main/java/config/ApiConfig.java': settings('Api'),
        'app/src/main/java/config/AdminConfig.java': settings(
          'Admin',
          'public static final String ADMIN_PATH = "/admin";',
        ),
        'app/src/main/java/config/SiteConfig.java': settings('Site'),
        'app/src/main/java/config/DeskConfig.java': settings('Desk'),
      },
      ['GET /api/users', 'GET /admin/users', 'GET /users', 'GET …/{DESK}/users'],
    );
  });

  it('a method of a module of Ruby may say the prefix of a scope', () =>
    check(
      {
        'config/routes.rb': `Rails.application.routes.draw do
  scope Shop.router_prefix do
    get 'orders' => 'orders#index'
  end
  scope Shop.unknown_place do
    get 'items' => 'items#index'
  end
end
`,
        'lib/shop.rb': `module Shop
  def self.router_prefix
    "/shop"
  end
end
`,
        'lib/shop/money.rb': `module Shop
  def self.path_of(money)
    "/money"
  end
end
`,
      },
      ['GET /shop/orders', 'GET …/items'],
    ));

  it('a prefix that only a call knows is told as unknown', () =>
    check(
      {
        'app.py': `from fastapi import FastAPI, APIRouter
from settings import load

router = APIRouter(prefix=load("place"))


@router.get("/users")
def users():
    return []


plain = APIRouter(prefix=None)


@plain.get("/health")
def health():
    return {}


app = FastAPI()
app.include_router(router)
app.include_router(plain)
`,
      },
      ['GET …/users', 'GET /health'],
    ));

  it('what a server takes in by a name that no import leads to is found by that name, below the prefix that is said there', () =>
    check(
      {
        'shop/app/server.py': `from flask import Flask
from api import orders_bp
from .settings import base_url

app = Flask(__name__)
app.register_blueprint(orders_bp, url_prefix=base_url.rstrip('/') + '/v2')
`,
        'shop/api/__init__.py': `from flask import Blueprint
from flask_restx import Api
from .lists import namespaces_of_orders

orders_bp = Blueprint('orders', __name__, url_prefix='/v1')
lost_bp = Blueprint('lost', __name__)
api = Api(orders_bp)
for ns in namespaces_of_orders:
    api.add_namespace(ns, '/')


@lost_bp.get('/nowhere')
def nowhere():
    return {}
`,
        'shop/api/lists.py': `from .orders import ns_orders

namespaces_of_orders = [ns_orders]
`,
        'shop/api/orders.py': `from flask_restx import Namespace, Resource

ns_orders = Namespace('All orders')


@ns_orders.route('orders')
class Orders(Resource):
    def get(self):
        return []
`,
      },
      ['GET /v2/orders', 'GET …/nowhere'],
    ));

  it('an engine that no application mounts says no whole path', () =>
    check(
      {
        'config/routes.rb': `Shop::Engine.routes.draw do
  get 'orders' => 'orders#index'
end
`,
        'app/api/root.rb': `class Root < Grape::API
  get :status do
    {}
  end
end
`,
      },
      ['GET …/orders', 'GET …/status'],
    ));

  it('a method that the project puts on a router hands its path on to the verb that it calls', () =>
    check(
      {
        'lib/router.js': `const express = require('express');
module.exports.create = () => {
  const router = express.Router();
  router.getAsync = (path, ...handlers) => router.get(path, ...handlers.slice(0, -1), safe(handlers.at(-1)));
  return router;
};
`,
        'routes/users.js': `const router = require('../lib/router').create();
router.getAsync('/users', async (req, res) => res.json([]));
module.exports = router;
`,
        'index.js': `const express = require('express');
const app = express();
app.use('/rest', require('./routes/users'));
app.get(/^\\/(?!rest)/, (req, res) => res.sendFile('index.html'));
`,
      },
      ['GET /rest/users', 'GET /{path*}'],
    ));

  it('what a parameter must look like is no path', () =>
    check(
      {
        'src/Controller/DavController.php': `<?php
namespace App\\Controller;
use Symfony\\Component\\Routing\\Attribute\\Route;
class DavController
{
    #[Route('/dav/{path}', name: 'dav', requirements: ['path' => '.*'])]
    public function dav(string $path) {}
}
`,
      },
      ['ANY /dav/{path}'],
    ));

  it('of two applications of Nest in one program the one at the top says the prefix and what goes without', () =>
    check(
      {
        'src/main.ts': `import { NestFactory } from '@nestjs/core';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api', { exclude: ['robots.txt'] });
}
bootstrap();
`,
        'src/live/server/live-main.ts': `import { NestFactory } from '@nestjs/core';
async function bootstrap() {
  const app = await NestFactory.create(LiveModule);
  app.setGlobalPrefix('api', { exclude: ['/'] });
}
bootstrap();
`,
        'src/robots.controller.ts': `import { Controller, Get } from '@nestjs/common';
@Controller('robots.txt')
export class RobotsController {
  @Get()
  robots() {}
}
`,
        'src/app.controller.ts': `import { Controller, Get } from '@nestjs/common';
@Controller()
export class AppController {
  @Get()
  hello() {}
}
`,
      },
      ['GET /robots.txt', 'GET /api'],
    ));
});

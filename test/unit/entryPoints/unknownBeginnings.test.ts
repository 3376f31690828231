import { checkPrefixes } from './checkRoutes';

const cargo = '[package]\nname = "shop"\nversion = "0.1.0"\n\n[dependencies]\nactix-web = "4"\n';
const used = 'use actix_web::{get, web, App, HttpServer, HttpResponse, Responder};\n';
const handler = (name: string): string =>
  `#[get("/${name}")]\nasync fn ${name}() -> impl Responder { HttpResponse::Ok() }\n`;

describe('routes whose beginning may be lost', () => {
  it('a scope keeps its prefix over a chain of hundreds of services', () => {
    const names = Array.from({ length: 300 }, (_, index) => `item${index}`);
    const services = names.map((name) => `.service(${name})`).join('\n');
    const main = `#[actix_web::main]
async fn main() -> std::io::Result<()> {
  HttpServer::new(|| App::new().service(web::scope("/auth/v1")
${services})).bind(("127.0.0.1", 8080))?.run().await
}
`;
    return checkPrefixes(
      { 'Cargo.toml': cargo, 'src/main.rs': used + names.map(handler).join('') + main },
      names.map((name) => `GET /auth/v1/${name}`),
    );
  });

  it('a handler of Rust that nobody was found to register has no place that is known', () =>
    checkPrefixes({ 'Cargo.toml': cargo, 'src/main.rs': used + handler('orders') }, ['GET …/orders']));

  it('a path that begins with a setting is not known', () =>
    checkPrefixes(
      {
        'package.json': '{"dependencies":{"express":"4.18.0"}}',
        'app.js': `const app = require('express')();
const settings = require('./settings');
for (const place of [settings.pages]) {
  app.get(place + '/orders', list);
}
app.get('/health', health);
`,
      },
      ['GET …/{place}/orders', 'GET /health'],
    ));

  for (const [config, says, prefix] of [
    ['  url-path-prefix: api # in front of all\n', 'the configuration in the repository says', '/api'],
    ['  url-path-prefix: ""\n', 'nothing sets is empty', ''],
  ] as const)
    it(`a base path that ${says}`, () =>
      checkPrefixes(
        {
          'go.mod': 'module shop.dev/api\n\nrequire github.com/gin-gonic/gin v1.9.0\n',
          'config.yml': `system:\n${config}  port: 8888\n`,
          'main.go': `package main

import (
	"github.com/gin-gonic/gin"
	"shop.dev/api/config"
)

func main() {
	r := gin.Default()
	api := r.Group("/" + config.Conf.System.UrlPathPrefix)
	api.GET("/orders", list)
	r.GET("/health", health)
	r.Run()
}
`,
        },
        [`GET ${prefix}/orders`, 'GET /health'],
      ));

  it('settings of a controller of Nest are no paths', () =>
    checkPrefixes(
      {
        'package.json': '{"dependencies":{"@nestjs/common":"10.0.0"}}',
        'src/safes.controller.ts': `import { Controller, Get } from '@nestjs/common';
@Controller({ version: '1' })
export class SafesController {
  @Get('chains/:chainId/safes')
  list() {}
}
`,
      },
      ['GET /chains/{chainId}/safes'],
    ));

  it('a group of Go that no call is seen to hand over lies somewhere, and a path may be made by what is not read', () =>
    checkPrefixes(
      {
        'go.mod': 'module shop.dev/api\n\nrequire github.com/gin-gonic/gin v1.9.0\n',
        'users.go': `package api

import "github.com/gin-gonic/gin"

func AddUsers(group *gin.RouterGroup) {
	group.GET("/users", list)
}

func AddJobs(r *gin.Engine) {
	place := places.Below(config.Root)
	r.GET(place("/jobs"), jobs)
	r.GET("/health", health)
}
`,
      },
      ['GET …/users', 'GET …/{place}/jobs', 'GET /health'],
    ));

  it('a table of handlers of Tornado that no application is seen to take may be put below something', () =>
    checkPrefixes(
      {
        'hub/handlers/pages.py':
          'from tornado.web import RequestHandler\n\n\nclass Home(RequestHandler):\n    def get(self):\n        pass\n\n\ndefault_handlers = [(r"/home", Home)]\n',
      },
      ['GET …/home'],
    ));

  it('a prefix of FastEndpoints that only a configuration knows, or that another repository sets, is not known', async () => {
    const endpoint = `using FastEndpoints;
public class ListOrders : EndpointWithoutRequest<List<Order>>
{
    public override void Configure() => Get("/orders");
}
public class Ping : EndpointWithoutRequest
{
    public override void Configure() { Get("/ping"); RoutePrefixOverride("health"); }
}
`;
    const program = `using FastEndpoints;
var app = WebApplication.CreateBuilder(args).Build();
app.UseFastEndpoints(c => Shape(c, app.Configuration["Prefix"]));
app.Run();
static void Shape(Config c, string place) { c.Endpoints.RoutePrefix = place; }
`;
    const expected = ['GET …/orders', 'GET /health/ping'];
    await checkPrefixes({ 'Orders.cs': endpoint, 'Program.cs': program }, expected);
    await checkPrefixes({ 'Orders.cs': endpoint }, expected);
    const plain = program.replace('Shape(c, app.Configuration["Prefix"])', 'c.Serializer.Options.Names = null');
    await checkPrefixes({ 'Orders.cs': endpoint, 'Program.cs': plain.replace(/static void.*\n/, '') }, [
      'GET /orders',
      'GET /health/ping',
    ]);
  });

  it('what makes a number or a text of a part of a path is no part of it', () =>
    checkPrefixes(
      {
        'api/__init__.py': `from . import v1, texts


def register(app, web_place):
    app.register_blueprint(v1.blueprint, url_prefix=f'/api/v{int(v1.VERSION)}')
    app.register_blueprint(texts.blueprint, url_prefix=f'{web_place}')
`,
        'api/v1.py': `from flask import Blueprint

VERSION = 1.0
blueprint = Blueprint('v1', __name__)


@blueprint.route('/orders/<order>', methods=['GET'])
def order(order):
    return {}
`,
        'api/texts.py': `from flask import Blueprint

blueprint = Blueprint('texts', __name__)


@blueprint.route('/texts')
def texts():
    return {}
`,
        'main.py': `from flask import Flask
import api

app = Flask(__name__)
api.register(app, app.config.get('WEB_API'))
`,
      },
      ['GET /api/v1/orders/{order}', 'GET …/texts'],
    ));

  it('what walks over a folder puts its routers below the paths of their files, where they cannot all lie at one place', async () => {
    const router = `import { Router } from 'express';
const router = Router();
router.get('/', (req, res) => res.json({}));
export default router;
`;
    const names = ['orders/index.ts', 'orders/#id/sums.ts', '_parts/list.ts', 'users/@me.ts'];
    const files = {
      ...Object.fromEntries(names.map((name) => [`src/api/routes/${name}`, router])),
      'src/walk.ts': `import { Server, walkFolder } from 'small-server';
export function registerRoutes(server: Server, root: string) {
  return walkFolder({ dirname: root, recursive: true }, server.registerRoute.bind(server, root));
}
`,
    };
    const server = (body: string): string => `import { Server } from 'small-server';
import { Router } from 'express';
import path from 'path';
import { registerRoutes } from '../walk';
export class ShopServer extends Server {
  async start() {
${body}
  }
}
`;
    const walk = "this.routes = await registerRoutes(this, path.join(__dirname, 'routes', '/'));";
    await checkPrefixes({ ...files, 'src/api/Server.ts': server(walk) }, [
      'GET …/orders',
      'GET …/orders/{id}/sums',
      'GET …/',
      'GET …/users/@me',
    ]);
    const whole = `const app = this.app;
const api = Router();
this.app = api;
${walk}
this.app = app;
app.use('/api', api);
app.get('/', (req, res) => res.send(1));`;
    await checkPrefixes({ ...files, 'src/api/Server.ts': server(whole) }, [
      'GET /',
      'GET /api/orders',
      'GET /api/orders/{id}/sums',
      'GET …/',
      'GET /api/users/@me',
    ]);
    const handed = `const app = this.app;
const api = Router();
await registerRoutes(this, path.join(__dirname, 'routes', '/'), api);
app.use('/api', api);`;
    await checkPrefixes({ ...files, 'src/api/Server.ts': server(handed) }, [
      'GET /api/orders',
      'GET /api/orders/{id}/sums',
      'GET …/',
      'GET /api/users/@me',
    ]);
  });

  it('what a mux of Go has before a path is a host only where it is called so', () =>
    checkPrefixes(
      {
        'go.mod': 'module shop.dev/api\n',
        'main.go': `package main

import "net/http"

func main() {
	config := load()
	mux := http.NewServeMux()
	mux.HandleFunc(config.Prefix+"/orders", list)
	mux.HandleFunc("GET "+config.Mount+"v0/users", list)
	mux.HandleFunc(config.Host+"/hosted", list)
	mux.HandleFunc("shop.dev/known", list)
}
`,
      },
      ['ANY …/{Prefix}/orders', 'GET …/{Mount}/v0/users', 'ANY /hosted', 'ANY /known'],
    ));

  it('a route of Ktor and a scope of Phoenix that a setting names are not known', async () => {
    const application = `import io.ktor.server.application.*
import io.ktor.server.routing.*
fun Application.module() {
  routing {
    route(settings.prefix) { get("/orders") { } }
    route("/v1") { get("/users") { } }
  }
}
`;
    await checkPrefixes({ 'src/main/kotlin/App.kt': application }, ['GET …/orders', 'GET /v1/users']);
    const router = `defmodule Web.Router do
  use Web, :router
  @prefix Application.compile_env(:web, :prefix)
  scope @prefix, Web do
    get "/orders", OrderController, :index
  end
  scope "/v1", Web do
    get "/users", UserController, :index
  end
end
`;
    await checkPrefixes({ 'lib/web/router.ex': router }, ['GET …/orders', 'GET /v1/users']);
  });

  it('routes of a module of Laravel lie nobody knows where if the router is one that nobody is seen to hand over', () =>
    checkPrefixes(
      {
        'Modules/User/Http/apiRoutes.php': `<?php

use Illuminate\\Routing\\Router;

$router->group(['prefix' => '/user'], function (Router $router) {
    $router->get('roles', ['uses' => 'RoleController@index']);
});
`,
        'routes/web.php': `<?php

use Illuminate\\Routing\\Router;

$router->group(['prefix' => '/shop'], function (Router $router) {
    $router->get('home', ['uses' => 'HomeController@index']);
});
`,
      },
      ['GET …/user/roles', 'GET /shop/home'],
    ));

  it('what stands before an unknown part is not put before what stands behind it', () =>
    checkPrefixes(
      {
        Gemfile: "gem 'rails'\n",
        'config/routes.rb': `Rails.application.routes.draw do
  scope 'resources' do
    scope resource.route_path do
      get ':id/edit', to: 'items#edit'
    end
    get 'all', to: 'items#index'
  end
end
`,
      },
      ['GET …/{id}/edit', 'GET /resources/all'],
    ));

  it('a module of a package is found that declares its own name again', () =>
    checkPrefixes(
      {
        'requirements.txt': 'flask\n',
        'shop/app.py': `from flask import Flask
from . import routes

app = Flask(__name__)
app.register_blueprint(routes.health.blueprint, url_prefix='/api')
`,
        'shop/routes/__init__.py': 'from . import health\n',
        'shop/routes/health.py': `from flask import Blueprint

blueprint = Blueprint('health', __name__)


@blueprint.route('/health')
def health():
    return 'ok'
`,
      },
      ['GET /api/health'],
    ));

  it('lists of Django lie nobody knows where if one that nobody can read may take them in, and no settings say the first', () =>
    checkPrefixes(
      {
        'requirements.txt': 'django\n',
        'shop/urls.py': `from django.urls import include, path

urlpatterns = [path('status/', views.status)]
for part in parts:
    urlpatterns.append(path(part['at'], include(part['module'])))
`,
        'shop/api/urls.py': "from django.urls import path\n\nurlpatterns = [path('orders/', views.orders)]\n",
      },
      ['ANY …/orders/', 'ANY /status/'],
    ));

  it('an interface that is made with a blueprint lies nowhere else', () =>
    checkPrefixes(
      {
        'requirements.txt': 'flask\nflask-restful\n',
        'shop/app.py': `from flask import Blueprint, Flask
import flask_restful as restful

v1 = Blueprint('v1', __name__, url_prefix='/v1')
api = restful.Api(v1)


class Orders(restful.Resource):
    def get(self):
        return []


api.add_resource(Orders, '/orders/')


def create_app():
    app = Flask(__name__)
    api.init_app(app)
    app.register_blueprint(v1)
    return app
`,
      },
      ['GET /v1/orders/'],
    ));
});

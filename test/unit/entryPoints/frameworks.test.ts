import assert from 'node:assert/strict';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

async function check(files: Record<string, string>, expected: readonly string[]): Promise<void> {
  const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    inventory.routes.map(({ method, path }) => `${method} ${path}`),
    expected,
  );
}

describe('ways of frameworks that cross files', () => {
  it('groups of ASP.NET that only reflection fills are called like their classes', () =>
    check(
      {
        'Web/App.cs': `public static class App
{
    public static WebApplication MapEndpoints(this WebApplication app, Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes())
        {
            var prefix = type.GetProperty("Prefix")?.GetValue(null) as string ?? $"/api/{type.Name}";
            var group = app.MapGroup(prefix).WithTags(type.Name);
            type.GetMethod("Map")!.Invoke(null, [group]);
        }
        return app;
    }
}
`,
        'Web/Program.cs':
          'var app = WebApplication.CreateBuilder(args).Build();\napp.MapEndpoints(typeof(Program).Assembly);\napp.Run();\n',
        'Web/Todos.cs': `public class Todos : IEndpointGroup
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("{id}", Show);
        group.MapIdentityApi<User>();
    }
}
`,
      },
      [
        'GET /api/Todos/{id}',
        'POST /api/Todos/register',
        'POST /api/Todos/login',
        'POST /api/Todos/refresh',
        'GET /api/Todos/confirmEmail',
        'POST /api/Todos/resendConfirmationEmail',
        'POST /api/Todos/forgotPassword',
        'POST /api/Todos/resetPassword',
        'POST /api/Todos/manage/2fa',
        'GET /api/Todos/manage/info',
        'POST /api/Todos/manage/info',
      ],
    ));

  it('a router of DRF whose class of the project overrides what it gives keeps its prefix', () =>
    check(
      {
        'api/urls.py': `from django.urls import include, path
from rest_framework import routers, viewsets
class ExtraRouter(routers.DefaultRouter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extra = []
    def add_path(self, url, *args, **kwargs):
        self.extra.append(Extra(url, path(url, *args, **kwargs)))
    @property
    def urls(self):
        return super().urls + [entry.route for entry in self.extra]
class NotesViewSet(viewsets.ReadOnlyModelViewSet):
    pass
router = ExtraRouter()
router.register("notes", NotesViewSet)
router.add_path("profile", ProfileView.as_view())
urlpatterns = [path("api/", include(router.urls))]
`,
      },
      ['GET /api/', 'ANY /api/profile', 'GET /api/notes/', 'GET /api/notes/{pk}/'],
    ));

  it('Devise brings the routes of the modules that the model asks for, under the names that are given', () =>
    check(
      {
        'config/routes.rb':
          "Rails.application.routes.draw do\n  devise_for :users, skip: [:confirmations], path_names: { sign_in: 'login' }\n  devise_for :admins, path: 'staff'\nend\n",
        'app/models/user.rb':
          'class User < ApplicationRecord\n  devise :recoverable,\n    # :confirmable,\n    :database_authenticatable, :trackable\n  devise :registerable if Settings.open?\n  scope :invitable, -> { all }\nend\n',
        'app/models/admin.rb': 'class Admin < ApplicationRecord\n  devise :omniauthable\nend\n',
      },
      [
        'GET /users/login',
        'POST /users/login',
        'DELETE /users/sign_out',
        'GET /users/password/new',
        'GET /users/password/edit',
        'PATCH /users/password',
        'PUT /users/password',
        'POST /users/password',
        'GET /users/cancel',
        'GET /users/sign_up',
        'GET /users/edit',
        'PATCH /users',
        'PUT /users',
        'DELETE /users',
        'POST /users',
      ],
    ));

  it('the type of this is no parameter that the app could be passed as', () =>
    check(
      {
        'src/server.ts':
          'import express from "express";\nimport Uploader from "./uploader";\nexport default async function () {\n  const app = express();\n  Uploader.router(app);\n}\n',
        'src/uploader.ts':
          'import type {Request} from "express";\nclass Uploader {\n  static router(this: void, express: any) {\n    express.get("/uploads/:name", Uploader.show);\n  }\n}\nexport default Uploader;\n',
      },
      ['GET /uploads/{name}'],
    ));

  it('a controller of ASP.NET may be one by its name alone', () =>
    check(
      {
        'UsersController.cs':
          'using Microsoft.AspNetCore.Mvc;\n[Route("users")]\npublic class UsersController(IMediator mediator)\n{\n    [HttpPost("login")]\n    public Task<User> Login() => null;\n}\n',
      },
      ['POST /users/login'],
    ));

  it('the prefix of Nest stands in the settings', () =>
    check(
      {
        'src/main.ts':
          "import { NestFactory } from '@nestjs/core'\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule)\n  const config = app.get(ConfigService)\n  app.setGlobalPrefix(config.getOrThrow('app.apiPrefix', { infer: true }))\n}\nbootstrap()\n",
        'src/app.config.ts':
          "import { registerAs } from '@nestjs/config'\nexport default registerAs('app', () => {\n  return { port: 1, apiPrefix: process.env.API_PREFIX || 'api' }\n})\n",
        'src/cats.controller.ts':
          "import { Controller, Get } from '@nestjs/common'\n@Controller('cats')\nexport class CatsController {\n  @Get()\n  all() {}\n}\n",
      },
      ['GET /api/cats'],
    ));

  it('the prefix of FastAPI stands in a class of settings', () =>
    check(
      {
        'app/settings.py': 'class AppSettings(BaseSettings):\n    api_prefix: str = "/api"\n',
        'app/main.py':
          'from fastapi import FastAPI\nfrom app.config import get_settings\nfrom app.routes import router\napp = FastAPI()\nsettings = get_settings()\napp.include_router(router, prefix=settings.api_prefix)\n',
        'app/routes.py':
          "from fastapi import APIRouter\nrouter = APIRouter()\n@router.get('/tags')\ndef tags(): pass\n",
      },
      ['GET /api/tags'],
    ));

  it('Fastify loads a folder of plug-ins, each with the prefix it says', () =>
    check(
      {
        'app.js':
          "import AutoLoad from '@fastify/autoload'\nimport { join } from 'desm'\nexport default async function (fastify, opts) {\n  await fastify.register(AutoLoad, { dir: join(import.meta.url, 'routes'), dirNameRoutePrefix: false })\n}\n",
        'routes/deep/admin.js':
          "export const autoPrefix = '/_app'\nexport default async function admin (fastify, opts) {\n  fastify.get('/refresh', onRefresh)\n}\n",
        'routes/deep/status.js':
          "export default async function status (fastify, opts) {\n  fastify.get('/status', onStatus)\n}\n",
      },
      ['GET /_app/refresh', 'GET /status'],
    ));

  it('a function may have the name of the crate that it calls', () =>
    check(
      {
        'src/main.rs':
          '#[macro_use]\nextern crate rocket;\nmod routes;\n#[launch]\nfn rocket() -> _ {\n    rocket::build().mount("/api", routes![routes::tags])\n}\n',
        'src/routes.rs': '#[get("/tags")]\npub fn tags() -> Value { }\n',
      },
      ['GET /api/tags'],
    ));

  it('what a function of Go gives back is a router by its type, whoever makes it', () =>
    check(
      {
        'go.mod': 'module shop\n',
        'api/server.go':
          'package api\n\nimport "github.com/go-chi/chi/v5"\n\ntype Server struct {\n\tname string\n}\n\nfunc Start() *Server {\n\tr := chi.NewRouter()\n\tserver := &Server{name: "x"}\n\tr.Mount("/pets", server.petRoutes())\n\treturn server\n}\n\nfunc (s *Server) petRoutes() chi.Router {\n\treturn petRoutes{}.Routes()\n}\n',
        'api/pets.go':
          'package api\n\nimport "github.com/go-chi/chi/v5"\n\ntype petRoutes struct{}\n\nfunc (rs petRoutes) Routes() chi.Router {\n\tr := chi.NewRouter()\n\tr.Get("/{id}", rs.Show)\n\treturn r\n}\n',
      },
      ['GET /pets/{id}'],
    ));

  it('types whose fields make one another come to an end', () =>
    check(
      {
        'app.py':
          'from flask import Flask\n\nclass A:\n    other = B()\n\nclass B:\n    other = A()\n\napp = Flask(__name__)\nA()\n@app.get("/x")\ndef x(): pass\n',
        'App.java':
          'import org.springframework.web.reactive.function.server.RouterFunctions;\npublic class App { private Site site = new Site(); RouterFunction<ServerResponse> a() { return RouterFunctions.route().GET("/a", this::a).build(); } }\n',
        'Site.java':
          'import org.springframework.web.reactive.function.server.RouterFunctions;\npublic class Site { private App app = new App(); RouterFunction<ServerResponse> b() { return RouterFunctions.route().GET("/b", this::b).build(); } }\n',
      },
      ['GET /a', 'GET /b', 'GET /x'],
    ));

  it('a decorator tells its router, whatever else the file holds', () =>
    check(
      {
        'app/__init__.py':
          "from flask import Flask\nfrom app.api import bp\napp = Flask(__name__)\napp.register_blueprint(bp, url_prefix='/api')\n",
        'app/api/__init__.py':
          "from flask import Blueprint\nbp = Blueprint('api', __name__)\nfrom app.api import tokens\n",
        'app/api/tokens.py':
          "from app import db\nfrom app.api import bp\n\n@bp.route('/tokens', methods=['POST'])\ndef make():\n    db.session.commit()\n    return ''\n",
      },
      ['POST /api/tokens'],
    ));

  it('routers of Express go through loaders, singletons and destructured arguments', () =>
    check(
      {
        'src/app.js':
          "const express = require('express');\nconst Server = require('./server');\nasync function start() {\n  const app = express();\n  await require('./loaders').default({ expressApp: app });\n}\nstart();\nconst server = Server.getInstance();\nserver.app.get('/one', (req, res) => res.end());\n",
        'src/server.js':
          "const express = require('express');\nclass Server {\n  static instance = null;\n  static getInstance() {\n    if (Server.instance == null) {\n      Server.instance = new Server();\n    }\n    return Server.instance;\n  }\n  constructor() {\n    this.app = express();\n  }\n}\nmodule.exports = Server;\n",
        'src/loaders/index.js':
          "import webLoader from './web';\nexport default async ({ expressApp }) => {\n  await webLoader({ app: expressApp });\n};\n",
        'src/loaders/web.js':
          "import routes from '../api';\nexport default ({ app }) => {\n  app.get('/status', (req, res) => res.end());\n  app.use('/api', routes());\n};\n",
        'src/api/index.js':
          "import { Router } from 'express';\nimport users from './users';\nexport default () => {\n  const app = Router();\n  users(app);\n  return app;\n};\n",
        'src/api/users.js':
          "import { Router } from 'express';\nconst route = Router();\nexport default app => {\n  app.use('/users', route);\n  route.get('/me', (req, res) => res.end());\n};\n",
      },
      ['GET /api/users/me', 'GET /one', 'GET /status'],
    ));

  it('routers of Koa lie in lists of arguments that are handed on', () =>
    check(
      {
        'src/init.ts':
          "import Koa from 'koa';\nimport Router from 'koa-router';\nimport mount from 'koa-mount';\nimport userRoutes from './users';\nimport petRoutes from './pets';\nconst app = new Koa();\nconst apis = (tenant: Tenant) => {\n  const router = new Router();\n  userRoutes(router, tenant);\n  petRoutes(router, tenant);\n  const inner = new Koa();\n  inner.use(router.routes());\n  return inner;\n};\napp.use(mount('/api', apis(tenant)));\n",
        'src/users.ts':
          "import basicRoutes from './basics';\nexport default function userRoutes<T extends ManagedRouter>(...args: InitArgs<T>) {\n  basicRoutes(...args);\n}\n",
        'src/basics.ts':
          "import guard from './guard';\nexport default function basicRoutes<T extends ManagedRouter>(...args: InitArgs<T>) {\n  const [router, { queries }] = args;\n  router.get('/users/:id', guard(), async (ctx, next) => next());\n}\n",
        'src/pets.ts':
          "import guard from './guard';\nexport default function petRoutes<T extends ManagedRouter>(...[router, { queries }]: InitArgs<T>) {\n  const pathname = '/pets';\n  router.post(pathname, guard(), async (ctx, next) => next());\n}\n",
      },
      ['GET /api/users/{id}', 'POST /api/pets'],
    ));

  it('what Nest leaves out of its prefix is no more than it says, and an application that only reads settings is none', () =>
    check(
      {
        'src/main.ts':
          "import { NestFactory } from '@nestjs/core'\nimport { VersioningType } from '@nestjs/common'\nconst languages = ['ca', 'pl']\nasync function bootstrap() {\n  const settings = await NestFactory.create(AppModule)\n  await settings.close()\n  const app = await NestFactory.create<NestExpressApplication>(AppModule, {})\n  app.enableVersioning({ defaultVersion: '1', type: VersioningType.URI })\n  app.setGlobalPrefix('api', { exclude: ['sitemap.xml', ...languages.map((code) => '/' + code + '{/*rest}')] })\n}\nbootstrap()\n",
        'src/platform.controller.ts':
          "import { Controller, Get, Version, VERSION_NEUTRAL } from '@nestjs/common'\n@Controller()\nexport class PlatformController {\n  @Get('platform')\n  all() {}\n  @Get('sitemap.xml')\n  @Version(VERSION_NEUTRAL)\n  map() {}\n}\n",
      },
      ['GET /api/v1/platform', 'GET /sitemap.xml'],
    ));

  it('the pattern of controllers may be the usual one, said in a function of its own', () =>
    check(
      {
        'Startup.cs':
          'namespace Shop;\npublic class Startup\n{\n    public void Configure(IApplicationBuilder app)\n    {\n        app.UseEndpoints(endpoints => { endpoints.MapDefaultControllerRoute(); });\n    }\n}\n',
        'AccountController.cs':
          'using Microsoft.AspNetCore.Mvc;\nnamespace Shop;\npublic class AccountController : Controller\n{\n    [HttpPost]\n    public async Task<IActionResult> Login(LoginModel model) => View();\n}\n',
      },
      ['POST /Account/Login'],
    ));

  it('routers of Rust end blocks before a remark, and a wildcard of the project hides none of a crate', () =>
    check(
      {
        'Cargo.toml': '[package]\nname = "shop"\n',
        'src/main.rs':
          'use self::scripts::*;\nuse axum::{routing::*, Router};\nmod scripts;\nfn main() {\n    let pages = match role {\n        Role::Web => {\n            Router::new().route("/ui", get(ui))\n            // nothing else\n        }\n        Role::Api => Router::new(),\n    };\n    let app = Router::new()\n        .route("/status", get(status))\n        .route(Urls::Secret.as_ref(), get(secret))\n        .route(\n            "/old",\n            #[allow(deprecated)]\n            post(old),\n        )\n        .nest("/web", pages);\n    axum::serve(listener, app);\n}\n',
        'src/scripts.rs': 'use axum::response::Response;\npub fn files() -> Vec<String> { Vec::new() }\n',
      },
      ['GET /web/ui', 'GET /status', 'POST /old'],
    ));

  it('annotations of a project that end like those of Spring say the same', () =>
    check(
      {
        'AuthController.java':
          'package shop;\nimport org.springframework.web.bind.annotation.*;\nimport shop.annotation.AnonymousPostMapping;\n@RestController\n@RequestMapping("/auth")\npublic class AuthController {\n  @AnonymousPostMapping(value = "/login")\n  public Token login() { return null; }\n}\n',
      },
      ['POST /auth/login'],
    ));

  it('an action of ASP.NET may have a path and no method', () =>
    check(
      {
        'HomeController.cs':
          'using Microsoft.AspNetCore.Mvc;\npublic class HomeController : Controller\n{\n    [Route("error/{id:length(3,3)}")]\n    public IActionResult Errors(int id) => View();\n}\n',
      },
      ['ANY /error/{id}'],
    ));

  it('a closure hands the scope of Actix on to the function that fills it', () =>
    check(
      {
        'Cargo.toml': '[package]\nname = "shop"\n',
        'src/main.rs':
          'use actix_web::{web, App};\nmod auth;\nfn main() {\n    let app = App::new().service(web::scope("/auth").configure(|cfg| auth::configure_server::<Backend>(cfg, true)));\n}\n',
        'src/auth.rs':
          'use actix_web::web;\npub fn configure_server<B>(cfg: &mut web::ServiceConfig, reset: bool) {\n    cfg.service(web::resource("/login").route(web::post().to(login)));\n}\n',
      },
      ['POST /auth/login'],
    ));
});

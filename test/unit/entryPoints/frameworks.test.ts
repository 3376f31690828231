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
});

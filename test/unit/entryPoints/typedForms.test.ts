import { checkPrefixes } from './checkRoutes';

const mod = 'module example.com/shop\n\ngo 1.22\n\nrequire github.com/go-chi/chi/v5 v5.0.0\n';

describe('forms of typed languages', () => {
  it('Kotlin has texts in which a name that is put in stands behind several dollars', () =>
    checkPrefixes(
      {
        'src/main/resources/application.yml': 'api:\n  base:\n    path: /api\n',
        'src/main/kotlin/shop/Users.kt': `package shop

import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.RestController

const val USERS = "users"

@RestController
@RequestMapping(value = [$$"\${api.base.path}/$$USERS"])
class Users {
  @GetMapping("/$USERS/{id}")
  fun one() = ""

  @GetMapping($$"""/$\${USERS}/all""")
  fun all() = ""
}
`,
      },
      ['GET /api/users/users/{id}', 'GET /api/users/users/all'],
    ));

  it('Go puts a router that it is handed at the root of another, where it keeps its paths', () =>
    checkPrefixes(
      {
        'go.mod': mod,
        'server/server.go': `package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

type Server struct{ s *http.Server }

func (s *Server) SetHandler(handler http.Handler) {
	router := chi.NewRouter()
	router.Get("/health", nil)
	router.Mount("/", handler)
	s.s.Handler = router
}
`,
        'api/api.go': `package api

import "github.com/go-chi/chi/v5"

type Api struct{}

func (a *Api) Routes() *chi.Mux {
	router := chi.NewMux()
	router.Get("/users", nil)
	return router
}
`,
        'main.go': `package main

import "example.com/shop/server"

func main() {
	srv := server.Make()
	srv.SetHandler(made().Routes())
}
`,
      },
      ['GET /health', 'GET /users'],
    ));

  it('ASP.NET finds endpoints of a program by code that several share, in projects beside its application', () => {
    const shared = `using Microsoft.AspNetCore.Routing;
namespace Shop;
public static class Extensions
{
    public static void MapAll(this IEndpointRouteBuilder endpoints)
    {
        foreach (var version in endpoints.ServiceProvider.GetServices<IOwnEndpoint>().GroupBy(e => e.Version))
        {
            var group = endpoints.MapGroup(version.First().PrefixRoute);
            foreach (var endpoint in version) endpoint.MapEndpoint(group);
        }
    }
}
`;
    const endpoint = (program: string, name: string): string => `using Microsoft.AspNetCore.Routing;
namespace Shop.${program};
internal class ${name} : IOwnEndpoint
{
    public string PrefixRoute => Places.BaseUri;
    public void MapEndpoint(IEndpointRouteBuilder builder) => builder.MapGet("/${name}", Handle);
}
`;
    const program = (name: string): Record<string, string> => ({
      [`${name}/Api/Program.cs`]: 'var app = WebApplication.CreateBuilder(args).Build();\napp.MapAll();\napp.Run();\n',
      [`${name}/Core/First.cs`]: endpoint(name, 'First'),
      [`${name}/Core/Last.cs`]: endpoint(name, 'Last'),
      [`${name}/Core/Places.cs`]: `namespace Shop.${name};\ninternal static class Places\n{\n    internal const string BaseUri = "api/${name}";\n}\n`,
    });
    return checkPrefixes(
      {
        'Shared/Extensions.cs': shared,
        ...program('Stock'),
        ...program('Users'),
        'Lib/Own.cs': endpoint('Lib', 'Own'),
      },
      ['GET /api/Stock/First', 'GET /api/Stock/Last', 'GET /api/Users/First', 'GET /api/Users/Last', 'GET …/Own'],
    );
  });

  it('FastEndpoints puts versions before the paths or behind them, and groups below what they say', () => {
    const endpoint = (name: string, rest: string): string => `using FastEndpoints;
namespace Shop;
public sealed class ${name} : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/${name}");
        ${rest}
    }
}
`;
    const files = (settings: string): Record<string, string> => ({
      'Program.cs': `using FastEndpoints;
var app = WebApplication.CreateBuilder(args).Build();
app.UseFastEndpoints(x =>
{
    x.Endpoints.RoutePrefix = "api";
    ${settings}
});
app.Run();
`,
      'Groups.cs': `using FastEndpoints;
namespace Shop;
public sealed class Staff : Group
{
    private const string Name = "Staff";
    public Staff() { Configure(Name.ToLowerInvariant(), ep => { }); }
}
public sealed class Guests : Group
{
    public Guests(Settings settings) { Configure(settings.Place, ep => { }); }
}
`,
      'First.cs': endpoint('First', 'Group<Staff>();'),
      'Last.cs': endpoint('Last', 'Version(2);'),
      'Lost.cs': endpoint('Lost', 'Group<Guests>();'),
    });
    return Promise.all([
      checkPrefixes(
        files('x.Versioning.Prefix = "v"; x.Versioning.DefaultVersion = 1; x.Versioning.PrependToRoute = true;'),
        ['GET /api/v1/staff/First', 'GET /api/v2/Last', 'GET …/Lost'],
      ),
      checkPrefixes(files(''), ['GET /api/staff/First', 'GET /api/Last/v2', 'GET …/Lost']),
    ]).then(() => undefined);
  });

  it('ASP.NET has helpers of controllers that are no actions where a class overrides them', () =>
    checkPrefixes(
      {
        'Program.cs': `var app = WebApplication.CreateBuilder(args).Build();
app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
app.Run();
`,
        'Controllers/OwnController.cs': `using Microsoft.AspNetCore.Mvc;
public class OwnController : Controller
{
    public override ViewResult View(string name, object model) => base.View(name, model);
    public IActionResult List() => View("list", null);
}
`,
      },
      ['ANY /Own/List'],
    ));

  it('Javalin hands its routes on from its configuration', () =>
    checkPrefixes(
      {
        'src/main/kotlin/shop/App.kt': `package shop

import io.javalin.Javalin

fun main() {
    Javalin.create {
        it.routes.get("/health") { ctx -> ctx.result("ok") }
        Users().setup(it.routes)
    }.start(80)
}
`,
        'src/main/kotlin/shop/Users.kt': `package shop

import io.javalin.http.Context
import io.javalin.router.JavalinDefaultRoutingApi

class Users {
    fun setup(routes: JavalinDefaultRoutingApi) {
        routes.get("/users/{id}", { ctx -> one(ctx) })
    }

    private fun one(ctx: Context) {}
}
`,
      },
      ['GET /health', 'GET /users/{id}'],
    ));
});

import { checkPrefixes } from './checkRoutes';

const controller = `package shop;
import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping("/orders")
public class Orders { @GetMapping("/{id}") public String show() { return ""; } }
`;
const page = `package shop;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
@Controller
public class Pages { @GetMapping("/about") public String about() { return "about"; } }
`;
const spring = (call: string): Record<string, string> => ({
  'src/main/java/shop/Orders.java': controller,
  'src/main/java/shop/Pages.java': page,
  'src/main/java/shop/Web.java': `package shop;
public class Web implements WebMvcConfigurer {
  @Override public void configurePathMatch(PathMatchConfigurer configurer) { configurer.${call}; }
}
`,
});
const javalin = (path: string): Record<string, string> => ({
  'src/main/java/App.java': `import io.javalin.Javalin;
public class App { public static void main(String[] args) {
  Javalin app = Javalin.create(config -> { config.router.contextPath = ${path}; }).start(7000);
  app.get("/orders", ctx -> {});
} }
`,
});
const ktor = `import io.ktor.server.application.*
import io.ktor.server.routing.*
fun Application.module() {
  routing { get("/orders") { } }
}
`;

describe('paths below which a whole server lies', () => {
  it('reads what Spring puts before all controllers of REST', () =>
    checkPrefixes(spring('addPathPrefix("/api", HandlerTypePredicate.forAnnotation(RestController.class))'), [
      'GET /api/orders/{id}',
      'GET /about',
    ]));

  it('puts functional routes of Spring below the base path of the settings', async () => {
    const served = (path: string): Record<string, string> => ({
      'src/main/resources/application.yml': `spring:\n  webflux:\n    base-path: ${path}\n`,
      'src/main/java/shop/Routes.java': `package shop;
import org.springframework.web.reactive.function.server.*;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;
class Routes {
  @Bean RouterFunction<ServerResponse> all(Handler handler) { return route().GET("/orders", handler::list).build(); }
}
`,
    });
    await checkPrefixes(served('/shop'), ['GET /shop/orders']);
    const asked = (name: string): string => `$\u007b${name}}`;
    await checkPrefixes(served(asked('PLACE:/shop')), ['GET /shop/orders']);
    await checkPrefixes(served(asked('PLACE')), ['GET …/orders']);
  });

  it('reads what a library puts before the controllers of REST of a package, by a constant', () =>
    checkPrefixes(
      {
        'common/src/main/java/shop/common/WebConfig.java': `package shop.common;
public class WebConfig implements WebMvcConfigurer {
  public void configurePathMatch(PathMatchConfigurer configurer) {
    configurer.addPathPrefix(Names.API_PREFIX, c -> c.isAnnotationPresent(RestController.class) && c.getPackageName().startsWith("shop"));
  }
}
`,
        'common/src/main/java/shop/common/Names.java':
          'package shop.common;\npublic class Names { public static final String API_PREFIX = "/v2"; }\n',
        'core/src/main/java/shop/Orders.java': `package shop;
import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping("/orders")
public class Orders { @GetMapping("/{id}") public Order one() { return null; } }
`,
        'core/src/main/java/other/Pages.java': `package other;
import org.springframework.web.bind.annotation.*;
@RestController
public class Pages { @GetMapping("/about") public String about() { return null; } }
`,
      },
      ['GET /v2/orders/{id}', 'GET /about'],
    ));

  it('does not know what a setting puts before controllers of Spring, nor which of them', async () => {
    const lost = ['GET …/{place}/orders/{id}', 'GET …/{place}/about'];
    await checkPrefixes(spring('addPathPrefix(prefix, type -> true)'), lost);
    await checkPrefixes(spring('addPathPrefix("/api", type -> matches(type.getPackage()))'), lost);
  });

  it('reads the context of Javalin, or says that there is one', async () => {
    await checkPrefixes(javalin('"/shop"'), ['GET /shop/orders']);
    await checkPrefixes(javalin('settings.path()'), ['GET …/orders']);
  });

  it('reads the root of Ktor from its settings', async () => {
    const written = ['ktor {', '  deployment {', '    rootPath = "/shop"', '  }', '}', ''].join('\n');
    await checkPrefixes({ 'src/App.kt': ktor, 'resources/application.conf': written }, ['GET /shop/orders']);
    const yaml = 'ktor:\n  deployment:\n    port: 8080\n    rootPath: /shop\n';
    const main = { 'app/src/main/kotlin/App.kt': ktor, 'other/src/main/kotlin/App.kt': ktor };
    await checkPrefixes({ ...main, 'app/src/main/resources/application.yaml': yaml }, [
      'GET /shop/orders',
      'GET /orders',
    ]);
  });

  it('reads the context of Play, or says that there is one', async () => {
    const routes = { 'conf/routes': 'GET   /orders   controllers.Orders.list\n' };
    await checkPrefixes({ ...routes, 'conf/application.conf': 'play.http.context = "/shop"\n' }, ['GET /shop/orders']);
    const nested = 'play {\n  http {\n    context = "/shop"\n  }\n}\n';
    await checkPrefixes({ ...routes, 'conf/application.conf': nested }, ['GET /shop/orders']);
    const set = `play.http.context = \${CONTEXT}\n`;
    await checkPrefixes({ ...routes, 'conf/application.conf': set }, ['GET …/orders']);
  });

  it('does not know below what a convention of ASP.NET Core puts the controllers, unless the program says it', async () => {
    const convention = (asks: string): string => `using Microsoft.AspNetCore.Mvc.ApplicationModels;
public class Below : IApplicationModelConvention {
  public void Apply(ApplicationModel application) {
    foreach (var one in application.Controllers${asks}.SelectMany(c => c.Selectors))
      one.AttributeRouteModel = AttributeRouteModel.CombineAttributeRouteModel(_prefix, one.AttributeRouteModel);
  }
}
`;
    const orders = `using Microsoft.AspNetCore.Mvc;
[ApiController]
[Route("orders")]
public class OrdersController : ControllerBase {
  [HttpGet("{id}")] public IActionResult Get(int id) => Ok();
  [HttpGet("/all")] public IActionResult All() => Ok();
}
`;
    const program = (path: string): string =>
      `services.AddMvc(options => { options.UseCentralRoutePrefix(new RouteAttribute(${path})); });\n`;
    const files = { 'Below.cs': convention(''), 'OrdersController.cs': orders };
    const lost = ['GET …/{place}/orders/{id}', 'GET …/{place}/all'];
    await checkPrefixes(files, lost);
    await checkPrefixes({ ...files, 'Program.cs': program('Settings.Prefix') }, lost);
    await checkPrefixes({ ...files, 'Program.cs': program('"api/" + Settings.Prefix') }, lost);
    await checkPrefixes({ ...files, 'Program.cs': program('"api/v{version:apiVersion}"') }, [
      'GET /api/v{version}/orders/{id}',
      'GET /all',
    ]);
    const named = 'Prefix.Name = Settings.Get(new[] { "Api", "Below" }).ToString();\n';
    const asking = { ...files, 'Program.cs': `${named}${program('Prefix.Name')}` };
    const below = (value: string): string => `{ "Api": { "Below": "${value}" } } // for all`;
    await checkPrefixes(asking, lost);
    await checkPrefixes({ ...asking, 'appsettings.json': below('/shop') }, ['GET /shop/orders/{id}', 'GET /all']);
    await checkPrefixes({ ...asking, 'appsettings.json': below('') }, ['GET /orders/{id}', 'GET /all']);
    await checkPrefixes({ ...files, 'Program.cs': program('config["Api:Below"]'), 'appsettings.json': below('v1') }, [
      'GET /v1/orders/{id}',
      'GET /all',
    ]);
    const choosing = convention('.Where(c => c.ControllerName.StartsWith("Old"))');
    await checkPrefixes({ ...files, 'Below.cs': choosing, 'Program.cs': program('"api"') }, lost);
  });

  it('reads the group in which the controllers of ASP.NET Core are mapped', async () => {
    const orders = `using Microsoft.AspNetCore.Mvc;
[ApiController]
[Route("orders")]
public class OrdersController : ControllerBase {
  [HttpGet("{id}")] public IActionResult Get(int id) => Ok();
}
`;
    const program = (prefix: string): Record<string, string> => ({
      'OrdersController.cs': orders,
      'Program.cs': `var app = WebApplication.CreateBuilder(args).Build();
app.MapGroup("/shop").MapGroup(${prefix}).MapControllers();
app.MapGroup(app.Configuration["Prefix"]).MapGet("/users", () => 1);
app.Run();
`,
    });
    await checkPrefixes(program('"v1"'), ['GET /shop/v1/orders/{id}', 'GET …/users']);
    await checkPrefixes(program('settings["Place"]'), ['GET …/{place}/orders/{id}', 'GET …/users']);
  });

  it('does not know a context of Spring that the environment has to say', () =>
    checkPrefixes(
      {
        'src/main/java/shop/Orders.java': controller,
        'src/main/resources/application.properties': `server.servlet.context-path=\${PLACE}\n`,
      },
      ['GET …/{PLACE}/orders/{id}'],
    ));

  it('serves the controllers of all modules below the context of the one application of a build', async () => {
    const files = {
      'rest/src/main/java/shop/Orders.java': controller,
      'settings/src/main/resources/application.yml': 'server:\n  servlet:\n    contextPath: /shop\n',
    };
    await checkPrefixes(files, ['GET /shop/orders/{id}']);
    // A module with settings is an application of its own, though they say nothing of a place.
    for (const own of ['rest', 'other'])
      await checkPrefixes({ ...files, [`${own}/src/main/resources/application.yml`]: 'debug: true\n' }, [
        'GET /orders/{id}',
      ]);
  });

  it('leaves out a route whose last part nobody knows, and takes it for no parameter', () =>
    checkPrefixes(
      {
        'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["flask"]\n',
        'api.py': `from flask import Blueprint
api = Blueprint("api", __name__)
def endpoint(func):
    method, _, name = func.__name__.partition("_")
    @api.route(f"/{name}", methods=[method])
    def wrapper():
        return func()
    return wrapper
@endpoint
def get_orders():
    return 1
@api.route(f"/files/{kind()}.json")
def file():
    return 1
@api.route(f"/shops/{kind()}/sales/<id>")
def sale(id):
    return id
@api.route("/users/<name>")
def user(name):
    return name
`,
      },
      ['GET …/sales/{id}', 'GET …/users/{name}'],
    ));

  it('reads the method that a registrar of the project is handed before the path for its mux, behind an interface too', async () => {
    const registrar = `package web

import "net/http"

type Registrar interface {
	Register(method, path string, h http.HandlerFunc)
}

type Empty struct{}

func (Empty) Register(_, _ string, _ http.HandlerFunc) {}

type Default struct {
	mux *http.ServeMux
	wrap func(string, http.HandlerFunc) http.Handler
}

func (r *Default) Register(method, path string, h http.HandlerFunc) {
	wrapped := r.wrap(method, h)
	r.mux.Handle(path, wrapped)
}
`;
    const orders = `package orders

import "net/http"

func (s *Server) start() {
	s.conf.Registrar.Register(http.MethodGet, "/orders", s.list)
	s.conf.Registrar.Register(http.MethodPost, "/orders/add", s.add)
}
`;
    await checkPrefixes({ 'go.mod': 'module shop.dev\n', 'web/web.go': registrar, 'orders/orders.go': orders }, [
      'GET /orders',
      'POST /orders/add',
    ]);
  });

  it('does not know a group of Gin or Vapor that a setting names', async () => {
    await checkPrefixes(
      {
        'go.mod': 'module shop.dev\n\nrequire github.com/gin-gonic/gin v1.9.0\n',
        'main.go': `package main

import "github.com/gin-gonic/gin"

func main() {
	router := gin.Default()
	jobs := router.Group(fmt.Sprintf("/%s/v1", config.Name))
	jobs.GET("/jobs", list)
}
`,
      },
      ['GET …/{Name}/v1/jobs'],
    );
    await checkPrefixes(
      {
        'Sources/App/routes.swift': `import Vapor
func routes(_ app: Application) throws {
  let place = Environment.get("PLACE")!
  let api = app.grouped(PathComponent(stringLiteral: place))
  api.get("orders") { req in "" }
}
`,
      },
      ['GET …/orders'],
    );
  });

  it('reads the mappings of servlets that Spring Boot is given', () =>
    checkPrefixes(
      {
        'src/main/java/shop/Servlets.java': `package shop;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
public class Servlets {
  @Bean public ServletRegistrationBean<Hooks> hooks() {
    ServletRegistrationBean<Hooks> bean = new ServletRegistrationBean<>();
    bean.addUrlMappings("/hooks/*", "/hook");
    return bean;
  }
  @Bean public ServletRegistrationBean api() { return new ServletRegistrationBean<>(new Api("/no"), "/api/*", "*.do"); }
}
`,
        'src/main/resources/application.properties': 'server.servlet.context-path=/shop\n',
      },
      ['ANY /shop/hooks/{path*}', 'ANY /shop/hook', 'ANY /shop/api/{path*}'],
    ));

  it('leaves out a router of Plug that nothing serves where others are, and does not know where that of a library lies', async () => {
    const router = (name: string, path: string): string => `defmodule Shop.${name} do
  use Plug.Router
  plug :match
  plug :dispatch
  get "${path}" do
    send_resp(conn, 200, "")
  end
end
`;
    const files = { 'lib/health.ex': router('Health', '/health'), 'lib/old.ex': router('Old', '/old') };
    const application = `defmodule Shop.Application do
  def start(_type, _args) do
    Supervisor.start_link([{Bandit, plug: Shop.Health, port: 4000}], strategy: :one_for_one)
  end
end
`;
    await checkPrefixes({ ...files, 'lib/application.ex': application }, ['GET /health']);
    await checkPrefixes(files, ['GET …/health', 'GET …/old']);
  });

  it('tells no route of a mux of Go that lies outside of the path below which it sees whole paths', () =>
    checkPrefixes(
      {
        'main.go': `package main

import "net/http"

func newReader() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /reader/items", guarded(items))
	mux.HandleFunc("POST /accounts/login", login)
	return mux
}

func newNotes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /notes", notes)
	return mux
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/reader/", newReader())
	mux.Handle("/api/", strip(newNotes()))
	http.ListenAndServe(":80", mux)
}

func strip(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}
`,
      },
      ['GET /api/notes', 'GET /reader/items'],
    ));
});

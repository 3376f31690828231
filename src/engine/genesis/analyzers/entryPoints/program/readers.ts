import type { LanguageId } from '../../../sourceFile';
import { lowerCSharp } from './lower/csharp/csharp';
import { lowerGo } from './lower/go';
import { lowerJava } from './lower/java';
import { readImplementation } from './lower/javaContracts';
import { lowerJavaScript } from './lower/javascript/javascript';
import type { LowerFile } from './lower/lowerFile';
import { lowerPhp } from './lower/php/php';
import { lowerPython } from './lower/python/python';
import { lowerRuby } from './lower/ruby';
import { readRubyClasses } from './lower/rubyClasses';
import { lowerRust } from './lower/rust/rust';
import type { FileProgram } from './program';
import { readElixir } from './text/elixir/elixir';
import { readKotlin } from './text/kotlin';
import { readSwift } from './text/swift/swift';

/** How the files of a language are read for entry points. */
export interface ProgramReader {
  readonly languages: readonly LanguageId[];
  /** A file without any of these words has nothing to do with routers. */
  readonly telling: RegExp;
  /** A function body without any of these words registers nothing. */
  readonly hot: RegExp;
  /** For languages with a grammar, */
  readonly lower?: LowerFile;
  /** for those without. */
  readonly read?: (text: string) => FileProgram;
  /** What is read of a file that has none of the telling words. */
  readonly readRest?: (text: string) => FileProgram | undefined;
}

/** `ADMIN_PATH = Paths.BASE + "/admin"` */
const composedConstant =
  /(?:PATH|PREFIX|API|URL|ROUTE|VERSION|BASE|ENDPOINT)\w{0,30}\s{0,4}=\s{0,40}[A-Z][\w.]{1,100}\s{0,10}\+/;

/** Whole classes of paths: `class OrderPaths { const string GetAll = "orders"; }` */
const pathClass = /\b(?:class|interface|object)\s{1,4}\w{0,60}(?:Paths|Routes|Urls|Endpoints|Mappings|Constants?)\b/;

/** Constants that are likely to be parts of paths: `API_PREFIX = '/api'`. */
const pathConstant =
  /(?:path|prefix|api|url|route|version|base|endpoint)[\w'"]{0,30}[\s:&\w'.]{0,30}(?:[:=]|\|\||\?\?)\s{0,4}[fru]?['"`]/i;

/** A function that makes a path of a path: `fun below(path: String): String`. */
const pathMaker =
  /\bfun \w{1,60}\(\w{0,30}path\w{0,10}\s?:\s?String\)\s?:\s?String\b|\bString \w{1,60}\((?:final )?String \w{0,30}path\w{0,10}\)/;

/** `{ method: 'GET', path: '/users', … }`: a route that a function gives back, for somebody else to register. */
const describedRoute =
  /\bmethod:\s{0,4}\[?['"][A-Za-z*]{1,7}['"][^:{}()]{0,40}\bpath:|\bpath:\s{0,4}['"`][^'"`\n]{0,120}['"`],\s{0,40}method:\s{0,4}\[?['"]/;

export const programReaders: readonly ProgramReader[] = [
  {
    languages: ['javascript', 'typescript'],
    telling: new RegExp(
      [
        /\.(?:get|post|put|patch|delete|del|all|use|configure|route|register|mount|group|ws)\s{0,4}[(<]/.source,
        /\b(?:create|define|make|build)\w{0,40}(?:Handler|Route|Endpoint)[(<]/.source,
        /(?:routers?|routes|\b(?:express|fastify|koa|hono))\b/.source,
        /@(?:Controller|JsonController|Route|(?:http)?(?:Get|Post|Put|Patch|Delete)|Module|Resolver|MessagePattern|HTTPController)\(|NestFactory|initContract\(|feathersjs|['"]egg['"]|encore\.dev|applyDecorators\(|(?:Express|Koa)Server\(/
          .source,
        pathConstant.source,
        /['"](?:get|post|put|patch|delete) \//.source,
        /\bmodule\.exports = \{\s{0,20}['"]?[\w-]{1,40}['"]?: require\(/.source,
        // `(handle) => ({ method: spec.method, path: spec.path, handle })`
        /\bmethod: \w{1,30}\.method\b/.source,
        /\benum \w{0,40}(?:path|prefix|api|url|route|endpoint|controller)/.source,
        describedRoute.source,
      ].join('|'),
      'i',
    ),
    hot: new RegExp(
      [
        /\.(?:get|post|put|patch|delete|del|head|options|all|use|configure|route|register|mount|group|on|ws|basePath|prefix|routes|setGlobalPrefix|enableVersioning|addRoute|openapi)\s{0,4}[(<]|\(\{?\s{0,4}(?:app|router|server|fastify|expressApp|instance|scope|child|api)\s{0,4}[,):}]|[pP]refix['"]?:|[rR]out(?:er|es)|\bmethod,\s{1,40}path,|\bmethod: \w{1,30}\.method\b|express\(|fastify\(|new Hono|\brequire\(|import\(|applyDecorators\(|['"](?:get|post|put|patch|delete|GET|POST|PUT|PATCH|DELETE) \/|\[(?:\w{1,20}\.)?(?:method|verb|httpMethod)(?:\.toLowerCase\(\))?\]\s?[.(]|\b(?:app|router|server)\[\w{1,20}\]\(/
          .source,
        describedRoute.source,
      ].join('|'),
    ),
    lower: lowerJavaScript,
  },
  {
    languages: ['tsx'],
    telling: /['"](?:express|fastify|koa|hono|@nestjs\/common|elysia)['"]/,
    hot: /\.(?:get|post|put|patch|delete|all|use|route|register|mount|group|on|basePath)\s{0,4}\(|Router/,
    lower: lowerJavaScript,
  },
  {
    languages: ['java'],
    telling: new RegExp(
      [
        /@(?:Rest)?Controller\b|Mapping\b|Exchange\(|@(?:Application)?Path\b|@(?:GET|POST|PUT|DELETE|PATCH)\b|@Web(?:Servlet|Filter|Socket)\b|@Server(?:Endpoint|WebSocket)\b|@HttpMethod\b|@Route(?:Base)?\(|@PathPrefix\b/
          .source,
        /RouterFunction|Javalin|Jooby|io\.vertx|HttpServlet|ServletModule|\bspark\.|ratpack|RoutingBuilder|HttpRouting|io\.helidon\.webserver|com\.linecorp\.armeria|io\.undertow|net\.httpserver|(?:WebSocketHandler|StompEndpoint)Registry/
          .source,
        composedConstant.source,
        pathClass.source,
        pathMaker.source,
        pathConstant.source,
      ].join('|'),
      'i',
    ),
    hot: /(?<![.\w])serve\(|(?<![.\w])(?:path|get|post|put|patch|delete|crud|ws)\(\s{0,20}(?:"|[\w.]{1,80}::)|(?:[cC]ontext|[sS]ervice|Handler|Path|Under)\(\s{0,20}"|annotatedService\(|[rR]oute|\.(?:get|post|put|patch|delete|path|mount|nest|GET|POST|PUT|DELETE|PATCH|addPathPrefix|addHandler|addEndpoint)\s{0,4}\(|Javalin|\{\s{1,40}return\s{1,4}(?:"\/|(?:[A-Z]\w{0,60}\.){1,3}[A-Z][A-Z0-9_]{1,60};)/,
    lower: lowerJava,
    readRest: readImplementation,
  },
  {
    languages: ['csharp'],
    telling: new RegExp(
      [
        /\bMap(?:Http)?Route\(|\[Wolverine[A-Z]|\[(?:Http(?:Get|Post|Put|Patch|Delete)|Route|ApiController|Area|AcceptVerbs)|Controller\b|\.Map\w{0,30}(?:<\w{1,80}>)?\(|IEndpointRouteBuilder|RouteGroupBuilder|WebApplication|EndpointWithoutRequest|Endpoint<|\bEp\.|:\s{0,4}(?:Sub)?Group\b|ICarterModule|IRouteTemplateProvider|class \w{1,80}Attribute\s{0,4}(?:\([^)]{0,200}\)\s{0,4})?:|(?:const|static|static readonly) string \w*(?:[Rr]oute|[Pp]ath|[Pp]refix|[Aa]pi|[Rr]oot|[Uu]r[il]|[Ee]ndpoint|[Hh]ub|[Aa]rea)/
          .source,
        pathClass.source,
      ].join('|'),
    ),
    hot: /Map|Route|UseEndpoints|\.Use[A-Z]|\.Run\(|Carter|Endpoints|(?<![.\w])(?:Get|Post|Put|Patch|Delete|Head|Group<\w{1,80}>|Configure\w{0,60})\(/,
    lower: lowerCSharp,
  },
  {
    languages: ['php'],
    telling:
      /Route|->(?:get|post|put|patch|delete|map|any|group|add)\s{0,4}\(|register_rest_route|\b(?:App|Http)::(?:get|post|put|patch|delete)\('\/|[Rr]outes|(?:prefix|(?:admin|api|backend|dashboard|panel|route)_(?:path|ur[il])|route|uri)'\s{0,8}=>|\$rest_base|extends\s{1,4}\w{0,80}(?:_(?:Controller|Endpoint|API)\b|REST)|#\[(?:Get|Post|Put|Patch|Delete|Request|ApiResource)/,
    hot: /route|Flight::|(?:App|Http)::|->(?:get|post|put|patch|delete|map|any|group|add|connect|scope|resource|resources|prefix|fallbacks)\s{0,4}\(|require|include/i,
    lower: lowerPhp,
  },
  {
    languages: ['python'],
    telling: new RegExp(
      [
        /^\s{0,40}@\w{1,60}\.(?:route|get|post|put|patch|delete|api_route|websocket)\(/.source,
        /^\s{0,40}@\w{1,60}\(\s{0,40}r?['"]\//.source,
        /^class \w{1,80}\([^)]{0,300}(?:Handler|View|ViewSet|Resource|Endpoint|Controller)\s{0,4}[,)]/.source,
        /^\w{1,60}\.route\(/.source,
        /^\s{0,40}@(?:\w{1,40}_)?expose\b/.source,
        /^\w{0,40}(?:rout|blueprint|namespace|ns_|_ns|_bp|urls)\w{0,40}(?::\s\w{1,40})?\s=\s(?:[[(]|[a-z_][\w.]{0,80}\()/
          .source,
        /^[A-Z]\w{1,60}(?::\s{0,2}\w{1,20})?\s=\s[rf]{0,2}['"](?:(?:\^|\{\w{1,60}\})?\/|\(\?P<)/.source,
        /\b(?:flask|fastapi|starlette|django|rest_framework|quart|sanic|bottle|aiohttp|tornado|falcon|pyramid|litestar|robyn|cherrypy|ninja|blacksheep|APIRouter|Blueprint|urlpatterns|register_blueprint|include_router|add_url_rule|add_namespace|add_resource|add_api_route|add_routes?|(?:register|include|mount|setup|init|configure)_\w{0,30}(?:routes|routers|blueprints|views|endpoints|apis?)\()/
          .source,
        pathConstant.source,
      ].join('|'),
      'im',
    ),
    hot: /cherrypy|\bself\.\w{1,40} = [A-Z]\w{1,60}\([^\n]{0,80}\)\n {8}self\.\w{1,40} = [A-Z]\w{1,60}\(|\b(?:register|add|include|mount)_\w{0,40}(?:blueprint|router|route|api|bp)s?\(|\.(?:route|get|post|put|patch|delete|register_blueprint|register|include_router|add_url_rule|add_resource|add_namespace|add_api_route|add_route|add_get|add_post|add_routes|mount|websocket|blueprint|init_app|add_router)\s{0,4}\(|Blueprint|APIRouter|Flask|FastAPI|Starlette|Litestar|Quart|Sanic|urlpatterns|[rR]outer|[rR]outes|Route\(|Mount\(|path\(|include\(|super\(\)\.__init__/,
    lower: lowerPython,
  },
  {
    languages: ['go'],
    telling: new RegExp(
      [
        /func main\(|google\/wire"|Routes\(\) \[\]\*?[\w.]{0,60}Route\b|return &\w{0,40}(?:Router|Server|App|API)\{|\.(?:GET|POST|PUT|PATCH|DELETE|Group|Mount|HandleFunc)\(\s{0,8}["`]|\.(?:mount|register)\w{0,30}routers?\(|=\s"\/(?:"|(?:api|v\d)\b)|"net\/http"|gin-gonic|labstack\/echo|go-chi|gorilla\/mux|gofiber|pkgz\/routegroup|pocketbase\/core|julienschmidt|cloudwego\/hertz|kataras\/iris|beego|macaron|flamego|fasthttp\/router|httprouter|huma|bunrouter|go-zero|go-restful|gobuffalo|return\s[\w.]{1,60}\s\+\s"\/|return\s[\w.]{0,40}(?:path|prefix|route|base)[\w.]{0,20}\s\+\s/
          .source,
        pathConstant.source,
      ].join('|'),
      'i',
    ),
    hot: /\b(?:Pattern|Path):\s{0,8}"\/|\[\]string\{\s{0,20}(?:"(?:GET|POST|PUT|PATCH|DELETE)"|http\.Method)|\.Register\(\s{0,20}(?:http\.Method|\w{1,40},\s{0,20}\w{0,40}\(?huma\.)|huma\.Operation\{|\.[A-Z]\w{0,40}(?:Routes?|Routers?|Handlers|Endpoints|APIs?)\s{0,4}\(|\.(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|Get|Post|Put|Patch|Delete|Head|Options|Any|All|Handle|HandleFunc|Handler|HandlerFunc|Method|MethodFunc|Methods|Group|Combo|Routes?|Mount|Use|With|PathPrefix|Subrouter|Path|Match|Add|Connect|Trace|Party|NSRouter|NSNamespace|AddRoutes?|Router|Router\w{0,20}|Resource|HandleMany|RouteChain)\s{0,4}\(|NewServeMux|NewRouter|StripPrefix\(|gin\.|echo\.|fiber\.|chi\.|mux\.|&\w{0,40}(?:Router|Server|Handlers?|App|API)\{|\b(?:handle|route|register|mount|serve)\w{0,20}\(|(?:[pP]ath|[uU][rR][lL]|[pP]refix|[rR]oute)s?\s=\s(?:path\.Join|url\.JoinPath)\(|=\sappend\(|return\s[\w.]{1,60}\s\+\s(?:"\/|[\w.]{1,60}\s\})|return\s[\w.]{0,40}(?:[pP]ath|[pP]refix|[rR]oute|[bB]ase)[\w.]{0,20}\s\+\s/,
    lower: lowerGo,
  },
  {
    languages: ['rust'],
    telling: new RegExp(
      [
        /\b(?:axum|actix_web|rocket|warp|poem|poem_openapi|gotham|salvo|utoipa_axum|tide|ntex|loco_rs|dropshot)\b|#\[(?:get|post|put|patch|delete)\(|\bSelf::\w{0,30}(?:PATH|ROUTE)\b/
          .source,
        pathConstant.source,
      ].join('|'),
      'i',
    ),
    hot: /\{\s{1,40}(?:"\/[^"\n]{0,120}"|Self::\w{0,30}(?:PATH|ROUTE))\s{1,40}\}|\.(?:route|nest|merge|service|configure|mount|nest_service|route_service|at|push|resource|scope|fallback|routes)\s{0,4}\(|Router|router\(|scope\(|resource\(|App::new|\.(?:associate|to)\(|simple_router|OpenApiService|tide::|on_ignite|routes\w{0,20}!|\bpath!|warp::|\.(?:and|or)\(|mount_endpoints|rocket::|launch|into_make_service|::serve\(|HttpServer::|\(\s{0,20}(?:cfg|config|app|router|scope)\s{0,4}[,)]/,
    lower: lowerRust,
  },
  {
    languages: ['ruby'],
    telling:
      /routes\.draw|Sinatra|Rack::(?:URLMap|Cascade|Builder)\.(?:new|app)|Grape|Hanami|Roda|devise_for|(?:resources?|namespace)(?:\s{1,4}|\():|\bresources?[ (][a-z]\w{0,40}(?:,[^\n]{0,80})?\)? do$|^\s{0,8}(?:get|post|put|patch|delete|map)(?:\s{1,4}|\()['"]|^run\s|\.mount\s{0,2}\(?['"]\/|def self\.\w{0,40}(?:prefix|path|root)\s{1,20}['"]/m,
    hot: /get|post|put|patch|delete|resource|namespace|scope|mount|match|root|draw|route|concern|run|map/,
    lower: lowerRuby,
    readRest: readRubyClasses,
  },
  {
    languages: ['kotlin'],
    telling: new RegExp(
      [
        /@(?:Rest)?Controller\b|Mapping\b|Exchange\(|@(?:Application)?Path\b|@(?:GET|POST|PUT|DELETE|PATCH)\b|@Web(?:Servlet|Socket)\b|@Server(?:Endpoint|WebSocket)\b|@Route(?:Base)?\(|io\.ktor|org\.http4k|oRouter|web\.\w{1,10}\.function|function\.server|io\.javalin|io\.jooby|io\.vertx\.ext\.web|com\.linecorp\.armeria|io\.undertow|ratpack\.|net\.httpserver|(?:WebSocketHandler|StompEndpoint)Registry|@Resource\b|routing\b/
          .source,
        pathClass.source,
        pathMaker.source,
        pathConstant.source,
      ].join('|'),
      'i',
    ),
    hot: /./,
    read: readKotlin,
  },
  {
    languages: ['swift'],
    telling: /\bimport\s{1,4}(?:Vapor|Hummingbird)|RoutesBuilder|RouteCollection/,
    hot: /./,
    read: readSwift,
  },
  {
    languages: ['elixir'],
    telling: /\buse\s{1,4}[\w.]{1,100}(?:,|\()\s{0,4}:router|\buse\s{1,4}(?:Phoenix\.(?:Router|Endpoint)|Plug\.Router)/,
    hot: /./,
    read: readElixir,
  },
];

export function readerOf(language: LanguageId): ProgramReader | undefined {
  return programReaders.find((reader) => reader.languages.includes(language));
}

import { checkPrefixes, checkRoutes } from './checkRoutes';

const head = 'package shop\nimport org.http4s.*\nimport org.http4s.dsl.Http4sDsl\n';
const orders = `${head}
final class OrderRoutes[F[_]] extends Http4sDsl[F]:
  private val Base = "orders"
  val routes: HttpRoutes[F] = HttpRoutes.of[F] {
    // case GET -> Root / "old" => Ok()
    case GET -> Root / Base => Ok(list)
    case req @ POST -> Root / Base / "import" =>
      req.as[Order].flatMap(add)
    case GET -> Root / Base / UUIDVar(id) / item :? Limit(limit) +& Page(page) =>
      Ok(show(id))
    case (PUT | PATCH) -> Root / "items" / IntVar(number)
        / _ => Ok()
  }
  val authed = AuthedRoutes.of[User, F] {
    case DELETE -> Root / Base / id as user if user.isAdmin => Ok()
  }
`;

describe('routes of http4s', () => {
  it('are read from the patterns of requests, with values of the file', () =>
    checkRoutes(
      { 'src/main/scala/shop/OrderRoutes.scala': orders },
      [
        'GET /orders src/main/scala/shop/OrderRoutes.scala:9',
        'POST /orders/import src/main/scala/shop/OrderRoutes.scala:10',
        'GET /orders/{id}/{item} src/main/scala/shop/OrderRoutes.scala:12',
        'PUT /items/{number}/{part3} src/main/scala/shop/OrderRoutes.scala:14',
        'PATCH /items/{number}/{part3} src/main/scala/shop/OrderRoutes.scala:14',
        'DELETE /orders/{id} src/main/scala/shop/OrderRoutes.scala:18',
      ],
      true,
    ));

  it('lie below the key that their own file gives them, and below one that is not known where another file has keys', async () => {
    const users = `${head}
class UserRoutes[F[_]] extends Http4sDsl[F] {
  private val prefixPath = "/users"
  private val all = HttpRoutes.of[F] { case GET -> Root / id => Ok() }
  val routes = Router(prefixPath -> all)
}
`;
    const server = (key: string): string =>
      `${head}\nobject Server { val app: HttpApp[IO] = Router("${key}" -> routes).orNotFound }\n`;
    await checkPrefixes({ 'a/Users.scala': users, 'a/Server.scala': server('/') }, ['GET /users/{id}']);
    await checkPrefixes({ 'a/Users.scala': users, 'a/Server.scala': server('/v1') }, ['GET …/users/{id}']);
  });
});

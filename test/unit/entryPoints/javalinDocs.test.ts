import { checkRoutes } from './checkRoutes';

describe('handlers of Javalin that an annotation describes', () => {
  it('takes the path and the methods of the annotation where no call is seen to register them', () =>
    checkRoutes(
      {
        'src/main/kotlin/TokenEndpoints.kt': `package shop
import io.javalin.openapi.OpenApi
import io.javalin.openapi.HttpMethod
class TokenEndpoints : Endpoints() {
  @OpenApi(
    tags = ["Tokens"],
    path = "/api/tokens/{name}",
    methods = [HttpMethod.GET, HttpMethod.HEAD],
    pathParams = [OpenApiParam(name = "name", description = "(of a token", path = "/no")]
  )
  private val one = Endpoint("/api/tokens/{name}", GET) { }

  @OpenApi(path = "/{repository}/<file>")
  private val file = Endpoint("/{repository}/<file>", GET) { }

  @OpenApi(path = "/hidden", ignore = true)
  private val hidden = Endpoint("/hidden", GET) { }
}
`,
        'src/main/java/App.java': `import io.javalin.Javalin;
import io.javalin.openapi.*;
public class App {
  public static void main(String[] args) {
    Javalin app = Javalin.create();
    app.post("/orders", App::add);
  }
  @OpenApi(path = "/orders", methods = {HttpMethod.POST})
  public static void add(Context ctx) {}
}
`,
      },
      [
        'GET /api/tokens/{name} src/main/kotlin/TokenEndpoints.kt:7',
        'HEAD /api/tokens/{name} src/main/kotlin/TokenEndpoints.kt:7',
        'GET /{repository}/{file*} src/main/kotlin/TokenEndpoints.kt:13',
        'POST /orders src/main/java/App.java:6',
      ],
      true,
    ));
});

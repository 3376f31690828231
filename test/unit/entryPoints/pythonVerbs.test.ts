import { checkRoutes } from './checkRoutes';

describe('verbs of Python that are said beside a route', () => {
  it('a decorator that is handed the verb of a router registers there what it stands on', () =>
    checkRoutes(
      {
        'main.py': `from fastapi import FastAPI
from endpoints import orders

app = FastAPI()
app.include_router(orders.router, prefix="/api")
`,
        'endpoints/__init__.py': '',
        'endpoints/orders.py': `from fastapi import APIRouter
from guards import guarded

router = APIRouter(prefix="/orders")


@guarded(router.post, "", ["orders.write"], status_code=201)
async def add_order(request):
    return {}


@guarded(
    router.get,
    "/{id}",
    ["orders.read"],
)
def get_order(request, id: int):
    return {}


@guarded(router.on_event, "/startup")
def start():
    return {}
`,
        'guards.py': `def guarded(method, path, scopes, **options):
    def decorator(function):
        return method(path, **options)(function)

    return decorator
`,
      },
      ['POST /api/orders', 'GET /api/orders/{id}'],
    ));

  it('a view of Django answers by the methods that its place allows', () =>
    checkRoutes(
      {
        'shop/urls.py': `from django.urls import path
from shop.views import OrderView

urlpatterns = [
    path("orders/", OrderView.as_view(http_method_names=["get", "post", "options"])),
    path("orders/<int:pk>/", OrderView.as_view(http_method_names=["delete"])),
    path("all/", OrderView.as_view()),
]
`,
        'shop/views.py': `from rest_framework.views import APIView


class OrderView(APIView):
    def get(self, request):
        return None

    def post(self, request):
        return None

    def delete(self, request, pk):
        return None
`,
      },
      ['GET /orders/', 'POST /orders/', 'DELETE /orders/{pk}/', 'GET /all/', 'POST /all/', 'DELETE /all/'],
    ));

  it('a converter of the project that is called after one of Flask is no name', () =>
    checkRoutes(
      {
        'app.py': `from flask import Flask

app = Flask(__name__)


@app.route("/orders/<uuid_str:uuid>")
def show(uuid):
    return uuid
`,
      },
      ['GET /orders/{uuid}'],
    ));

  it('what is nested in a view set takes the name of its parameter', () =>
    checkRoutes(
      {
        'shop/urls.py': `from django.urls import include, path
from rest_framework_nested import routers
from shop.views import CartViewSet, LineViewSet

router = routers.DefaultRouter()
router.register("carts", CartViewSet)
lines = routers.NestedSimpleRouter(router, "carts", lookup="cart")
lines.register("lines", LineViewSet)
urlpatterns = [path("", include(router.urls)), path("", include(lines.urls))]
`,
        'shop/views.py': `from rest_framework import viewsets


class CartViewSet(viewsets.ReadOnlyModelViewSet):
    lookup_field = "token"


class LineViewSet(viewsets.ReadOnlyModelViewSet):
    pass
`,
      },
      [
        'GET /',
        'GET /carts/',
        'GET /carts/{token}/',
        'GET /carts/{cart_token}/lines/',
        'GET /carts/{cart_token}/lines/{pk}/',
      ],
    ));

  it('a loop over many names makes a route of each', () => {
    const names = ['author', 'series', 'rating', 'language', 'tag', 'publisher', 'format', 'year', 'shelf'];
    return checkRoutes(
      {
        'app.py': `from flask import Flask

app = Flask(__name__)
for name in [${names.map((name) => `"${name}"`).join(', ')}]:
    app.add_url_rule("/{}/<sorted_by>".format(name), view_func=books)
`,
      },
      names.map((name) => `GET /${name}/{sorted_by}`),
    );
  });

  it('a loop over many pages whose names end their path makes none', () => {
    const pages = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
      .map((page) => `"${page}"`)
      .join(', ');
    return checkRoutes(
      {
        'app.py': `from flask import Flask

app = Flask(__name__)
for page in [${pages}]:
    app.add_url_rule(f"/tutorial/{page}", view_func=show)
app.add_url_rule("/tutorial", view_func=index)
`,
      },
      ['GET /tutorial'],
    );
  });
});

describe('routers of fastapi-users', () => {
  it('lie where a project puts them', () =>
    checkRoutes(
      {
        'shop/users.py': `from fastapi_users import FastAPIUsers

fastapi_users = FastAPIUsers[User, UUID](get_user_manager, [backend])
`,
        'shop/main.py': `from fastapi import FastAPI
from shop.users import backend, fastapi_users

app = FastAPI()
app.include_router(fastapi_users.get_auth_router(backend), prefix="/auth/jwt")
app.include_router(fastapi_users.get_users_router(UserRead, UserUpdate), prefix="/users")
`,
      },
      [
        'POST /auth/jwt/login',
        'POST /auth/jwt/logout',
        'GET /users/me',
        'PATCH /users/me',
        'GET /users/{id}',
        'PATCH /users/{id}',
        'DELETE /users/{id}',
      ],
    ));

  it('of a blueprint of the project that hands them on are where they are written, and once', () =>
    checkRoutes(
      {
        'shop/wrappers.py': `from flask import Blueprint


class ShopBlueprint(Blueprint):
    def __init__(self, *args, **kwargs):
        self.prefix = None
        self.default_prefix = ''
        super().__init__(*args, **kwargs)

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        super().add_url_rule(self.default_prefix + rule, endpoint, view_func, **options)
        if self.prefix:
            super().add_url_rule(self.prefix + rule, endpoint, view_func, **options)
`,
        'shop/cups.py': `from shop.wrappers import ShopBlueprint

bp = ShopBlueprint('cups', __name__, url_prefix='/cups')

bp.add_url_rule('/all', 'all', show)
`,
        'shop/app.py': `from flask import Flask
from shop.cups import bp

app = Flask(__name__)
app.register_blueprint(bp)
`,
      },
      ['GET /cups/all shop/cups.py:5'],
      true,
    ));
});

import { checkPrefixes as check, checkRoutes } from './checkRoutes';

describe('prefixes of routes of Python', () => {
  it('what is registered below a view set lies below one of its items', () =>
    check(
      {
        'shop/urls.py': `from django.urls import include, path
from rest_framework_extensions.routers import ExtendedDefaultRouter
from shop.views import OrderViewSet, LineViewSet


class ShopRouter(ExtendedDefaultRouter):
    pass


router = ShopRouter()
orders = router.register('orders', OrderViewSet)
orders.register('lines', LineViewSet, parents_query_lookups=['order'])
patterns = router.urls + [path('health/', health)]
urlpatterns = [path('api/', include((patterns, 'v1')))]
`,
        'shop/views.py': `from rest_framework import viewsets


class OrderViewSet(viewsets.ReadOnlyModelViewSet):
    lookup_field = 'number'


class LineViewSet(viewsets.ViewSet):
    def list(self, request):
        return []
`,
      },
      [
        'GET /api/',
        'GET /api/orders/',
        'GET /api/orders/{number}/',
        'GET /api/orders/{parent_lookup_order}/lines/',
        'ANY /api/health/',
      ],
    ));

  it('lists of paths that the settings of Django do not lead to lie nowhere', () =>
    check(
      {
        'site/settings.py': `ROOT_URLCONF = 'site.urls'
`,
        'site/urls.py': `from django.urls import include, path
from site.home import home
from shop.urls import router

urlpatterns = [path('', home), path('api/', include(router.urls)), path('pages/', include('pages.urls'))]
`,
        'pages/urls.py': `from django.urls import path

urlpatterns = [path('about/', about)]
`,
        'shop/urls.py': `from django.urls import include, path
from rest_framework import routers
from shop.views import OrderViewSet

router = routers.SimpleRouter()
router.register('orders', OrderViewSet)
urlpatterns = [path('old/', include(router.urls))]
`,
        'shop/views.py': `from rest_framework import viewsets


class OrderViewSet(viewsets.ViewSet):
    def list(self, request):
        return []
`,
      },
      ['ANY /', 'ANY /pages/about/', 'GET /api/orders/'],
    ));

  it('an application whose class is of a package takes in blueprints as any does', () =>
    check(
      {
        'shop/app.py': `from talisker.flask_base import FlaskBase
from shop.views import account, items


def create_app():
    app = FlaskBase(__name__, 'shop')
    app.register_blueprint(items)
    app.register_blueprint(account, url_prefix='/account')
    return app
`,
        'shop/views.py': `from flask import Blueprint

items = Blueprint('items', __name__)
account = Blueprint('account', __name__)


@items.get('/<item_name>')
def item(item_name):
    return item_name


@account.get('/')
def home():
    return ''
`,
      },
      ['GET /{item_name}', 'GET /account/'],
    ));

  it('the language stands in front of a path only where the usual one is written too', () =>
    checkRoutes(
      {
        'shop/urls.py': `from django.conf.urls.i18n import i18n_patterns
from django.urls import path
from shop.views import About

urlpatterns = i18n_patterns(path("about/", About.as_view()), prefix_default_language=False)
`,
        'shop/views.py': `from django.views import View


class About(View):
    def get(self, request):
        return None
`,
      },
      ['GET /about/'],
    ));

  it('what an admin adds to its own urls is not told to lie at the root', () =>
    checkRoutes(
      {
        'shop/sites.py': `from django.contrib import admin
from django.urls import path


class Site(admin.AdminSite):
    def get_urls(self):
        return [path("setup/", self.admin_view(self.setup))] + super().get_urls()
`,
        'shop/urls.py': `from django.urls import path
from shop.views import About

urlpatterns = [path("about/", About.as_view())]
`,
        'shop/views.py': `from django.views import View


class About(View):
    def get(self, request):
        return None
`,
      },
      ['GET /about/'],
    ));

  it('a setting of Django has the value that the settings give it', () =>
    checkRoutes(
      {
        'shop/settings.py': `ROOT_URLCONF = 'shop.urls'
SERVER_API_VERSION = 'v0'
`,
        'shop/urls.py': `from django.conf import settings
from django.urls import include, path
from . import views

VERSION = settings.SERVER_API_VERSION
PREFIX = 'api/' + VERSION + '/'
urlpatterns = [
    path(PREFIX, include([path('orders/', views.orders)])),
]
`,
        'shop/views.py':
          'from django.views.decorators.http import require_GET\n\n\n@require_GET\ndef orders(request):\n    pass\n',
      },
      ['GET /api/v0/orders/'],
    ));

  it('routers and lists of patterns that are starred in another list lie where that list does', () => {
    const urls = (patterns: string): Record<string, string> => ({
      'shop/urls.py': `from django.urls import include, path
from login.urls import urlpatterns as login_urls
from rest_framework.routers import DefaultRouter
from shop import viewsets

router = DefaultRouter()
router.register('orders', viewsets.OrderViewSet)
pages = [path('about/', about)]
urlpatterns = [path('api/', include(${patterns}))]
`,
      'shop/viewsets.py': `from rest_framework import decorators, viewsets


class OrderViewSet(viewsets.GenericViewSet):
    @decorators.action(detail=True, methods=['post'], url_path='pay')
    def pay(self, request, pk=None):
        pass

    @signals.action(detail=True)
    def paid(self):
        pass
`,
    });
    const action = 'POST /api/orders/{pk}/pay/';
    return Promise.all([
      checkRoutes(urls('[*router.urls, *login_urls, *pages]'), [action, 'GET /api/', 'ANY /api/about/']),
      checkRoutes(urls('[*login_urls, *router.urls, *pages]'), [action, 'GET /api/', 'ANY /api/about/']),
      checkRoutes(urls("([*router.urls, *pages], 'shop')"), [action, 'GET /api/', 'ANY /api/about/']),
    ]);
  });

  it('a prefix of the settings keeps the slash at its end', () =>
    check(
      {
        'shop/settings.py': 'ROOT_URLCONF = "shop.urls"\nPROXY_PREFIX = "p/"\n',
        'shop/urls.py': `from django.conf import settings
from django.urls import path, re_path
from shop import views

PROXY_PREFIX = getattr(settings, "PROXY_PREFIX", "")
urlpatterns = [
    path(f"{PROXY_PREFIX}static/<path:name>", views.static),
    re_path(r"^{PROXY_PREFIX}downloads/$".format(PROXY_PREFIX=PROXY_PREFIX), views.downloads),
]
`,
        'shop/views.py': 'def static(request, name):\n    return None\n',
      },
      ['ANY /p/static/{name*}', 'ANY /p/downloads/'],
    ));

  it('a class that a function makes of the router of a framework makes routers, under that name', () =>
    check(
      {
        'app/__init__.py': '',
        'app/kit.py': `from fastapi import APIRouter as _APIRouter


def router_class_with(route_class):
    class _OwnRouter(_APIRouter):
        def __init__(self, *args, **kwargs) -> None:
            kwargs["route_class"] = route_class
            super().__init__(*args, **kwargs)

    return _OwnRouter
`,
        'app/routing.py':
          'from app.kit import AutoRoute, router_class_with\n\nAPIRouter = router_class_with(AutoRoute)\n',
        'app/users.py':
          'from app.routing import APIRouter\n\nrouter = APIRouter(prefix="/users")\n\n\n@router.get("/{id}")\nasync def show(id: str): ...\n',
        'app/main.py':
          'from fastapi import FastAPI\nfrom app.users import router\n\napp = FastAPI()\napp.include_router(router, prefix="/v1")\n',
      },
      ['GET /v1/users/{id}'],
    ));

  it('the only module of a name is included from a folder that the settings add', () =>
    check(
      {
        'site/settings.py': 'import sys\n\nROOT_URLCONF = "site.urls"\nsys.path.append("apps")\n',
        'site/urls.py':
          'from django.conf.urls import include, url\n\nurlpatterns = [url(r"^api/orders/", include("orders.urls", namespace="orders"))]\n',
        'apps/orders/urls.py':
          'from django.conf.urls import url\nfrom . import views\n\nurlpatterns = [url(r"^open$", views.open_orders)]\n',
      },
      ['ANY /api/orders/open'],
    ));
});

describe('paths of FastAPI that another module says', () => {
  it('may be empty', () =>
    checkRoutes(
      {
        'shop/paths.py': 'LIST_PATH = ""\nLABELS_PATH = "/labels"\n',
        'shop/orders.py': `from fastapi import APIRouter
from shop.paths import LABELS_PATH, LIST_PATH

router = APIRouter(prefix="/orders")

@router.get(LIST_PATH)
def orders(): ...

@router.get(LABELS_PATH)
def labels(): ...
`,
        'shop/main.py':
          'from fastapi import FastAPI\nfrom shop.orders import router\n\napp = FastAPI()\napp.include_router(router)\n',
      },
      ['GET /orders', 'GET /orders/labels'],
    ));
});

describe('routes that packages of Django bring', () => {
  it('lie below where they are taken in, whichever they are; those of accounts elsewhere by what is installed', () =>
    checkRoutes(
      {
        'shop/urls.py': `from django.urls import include, path
from shop import views

urlpatterns = [
    path('', views.home),
    path('', include('tracking.urls')),
    path('healthz/', include('health_check.urls')),
    path('in/', include('allauth.urls')),
]
`,
        'shop/views.py': 'def home(request):\n    pass\n',
        'shop/settings/base.py': `INSTALLED_APPS = [
    'allauth',
    'allauth.socialaccount',
    'allauth.socialaccount.providers.github',
]
`,
      },
      [
        'ANY /',
        'ANY /healthz/{path*}',
        ...`signup login logout inactive email confirm-email confirm-email/{key} password/change password/set password/reset
          password/reset/done password/reset/key/{uidb36}-{key} password/reset/key/done
          social/login/cancelled social/login/error social/signup social/connections github/login github/login/callback`
          .split(/\s+/)
          .map((path) => `ANY /in/${path}/`),
      ],
    ));

  it('blueprints lie where they say under an application that takes in what it finds in modules', () =>
    check(
      {
        'shop/views/orders.py': `from flask import Blueprint
orders = Blueprint('orders', __name__, url_prefix='/orders')
@orders.route('/')
def index(): pass
`,
        'shop/app.py': `import inspect
import pkgutil
from flask import Flask
class Shop(Flask):
    title = 'shop'
def make():
    app = flask_app = Shop(__name__)
    register(app)
    return app
def register(app: "Application"):
    for loader, name, _ in pkgutil.iter_modules(['views'], 'shop.views.'):
        module = load(name)
        for found in inspect.getmembers(module, is_blueprint):
            app.register_blueprint(found[1])
`,
      },
      ['GET /orders/'],
    ));

  it('what is registered by a partial call lies where its arguments say', () =>
    check(
      {
        'shop/api.py':
          "from flask import Blueprint\napi = Blueprint('api', __name__)\n@api.route('/orders')\ndef orders(): pass\n",
        'shop/server.py': `import functools
from flask import Flask
app = Flask(__name__)
class Server:
    def run(self):
        from shop.api import api
        registrators = [functools.partial(app.register_blueprint, api, url_prefix="/api")]
        for registrator in registrators:
            registrator()
`,
      },
      ['GET /api/orders'],
    ));

  it('what a project beside the product takes in is told where the product has it', () =>
    check(
      {
        'shop/settings.py': 'ROOT_URLCONF = "shop.urls"\n',
        'shop/urls.py':
          'from django.urls import path\nfrom shop.views import show\nurlpatterns = [path("orders/", show)]\n',
        'shop/core/project/urls.py': `from django.urls import include, path
from shop.views import show
urlpatterns = [
    path("forum/", include("shop.urls")),
    path("only/", show),
]
`,
      },
      ['ANY /orders/', 'ANY …/only/'],
    ));
});

import { checkPrefixes, checkRoutes } from './checkRoutes';

describe('routes of Python that cross files', () => {
  it('a class is found in the module of the package that holds it', () =>
    checkRoutes(
      {
        'shop/routes.py': `from flask import blueprints

blueprint = blueprints.Blueprint('shop', __name__)


@blueprint.route('/v1/orders', methods=['GET'])
def orders():
    return []
`,
      },
      ['GET /v1/orders'],
    ));

  it('a parameter that a branch sets is still what was handed over', () =>
    checkRoutes(
      {
        'shop/factory.py': `from flask import Flask
from shop.health import mod as health

DEFAULTS = (health,)
VERSION = 1


def create_app(name, blueprints=None):
    if not blueprints:
        blueprints = DEFAULTS
    else:
        blueprints = blueprints + DEFAULTS
    app = Flask(name)
    for blueprint in blueprints:
        app.register_blueprint(blueprint, url_prefix=f"/api/{VERSION}")
    return app
`,
        'shop/health.py': `from flask import Blueprint

mod = Blueprint('health', __name__)


@mod.route('/healthcheck')
def health():
    return 'ok'
`,
        'shop/users.py': `from flask import Blueprint

mod = Blueprint('users', __name__)


@mod.route('/users')
def users():
    return []
`,
        'shop/main.py': `from shop import factory
from shop.users import mod as users_bp

BLUEPRINTS = (users_bp,)


def create_app():
    return factory.create_app('shop', blueprints=BLUEPRINTS)
`,
      },
      ['GET /api/1/healthcheck', 'GET /api/1/users'],
    ));

  it('routes that are assigned to a router lie below it, and what a class above makes is its own', () =>
    checkRoutes(
      {
        'panel/application.py': `from starlette.applications import Starlette
from starlette.routing import Route


class BasePanel:
    """${'What all panels share. '.repeat(30)}"""

    def __init__(self, app: Starlette, base_url: str = "/admin", title: str = "Panel", logo: str | None = None) -> None:
        # ${'A comment that makes the body long. '.repeat(20)}
        self.app = app
        self.title = title
        self.admin = Starlette()


class Panel(BasePanel):
    def __init__(self, app: Starlette, base_url: str = "/admin") -> None:
        super().__init__(app=app, base_url=base_url)
        routes = [
            Route("/", endpoint=self.index, name="index"),
            Route("/{identity}/delete", endpoint=self.delete, methods=["DELETE"]),
        ]
        self.admin.router.routes = routes
        self.app.mount(base_url, app=self.admin, name="admin")

    async def index(self, request):
        return None

    async def delete(self, request):
        return None
`,
      },
      ['DELETE /admin/{identity}/delete', 'GET /admin/'],
    ));

  it('a part of a path may be a constant of a module that says nothing else', () =>
    checkRoutes(
      {
        'shop/patterns.py': 'SLUG = r"/s/(?P<slug>[-_\\w]*)"\n',
        'shop/urls.py': `from django.urls import re_path
from shop import patterns, views

urlpatterns = [re_path(rf"^list/(?P<id>\\d+){patterns.SLUG}/?$", views.List.as_view())]
`,
        'shop/views.py': `from django.views import View


class List(View):
    def get(self, request, id, slug):
        return None
`,
      },
      ['GET /list/{id}/s/{slug}/'],
    ));

  it('views handle what all classes above them handle, but for what they leave out; consumers are sockets', () =>
    checkRoutes(
      {
        'api/generics.py': `from rest_framework import generics


class AuditList(generics.ListAPIView):
    pass


class CancelView(generics.RetrieveAPIView):
    def post(self, request):
        return None
`,
        'api/views.py': `from api.generics import AuditList, CancelView


class BaseEvents(AuditList):
    model = None


class JobEvents(BaseEvents):
    http_method_names = ["get", "head"]


class JobCancel(CancelView):
    pass


class HostAudit(AuditList):
    pass
`,
        'api/urls.py': `from django.urls import path
from api import views
from api.consumers import Events

urlpatterns = [
    path("jobs/<int:pk>/events/", views.JobEvents.as_view()),
    path("jobs/<int:pk>/cancel/", views.JobCancel.as_view()),
    path("hosts/audit/", views.HostAudit.as_view()),
]
websocket_urlpatterns = [path("ws/", Events.as_asgi())]
`,
        'api/consumers.py': `class Events:
    async def connect(self):
        return None
`,
      },
      ['GET /hosts/audit/', 'GET /jobs/{pk}/cancel/', 'GET /jobs/{pk}/events/', 'POST /jobs/{pk}/cancel/', 'WS /ws/'],
    ));

  it('a copy of the router that a project keeps registers as the framework does', () =>
    checkRoutes(
      {
        'api/routing.py': `from django.urls import re_path


class PlainRouter:
    def __init__(self):
        self.registry = []

    def register(self, prefix, viewset, basename=None):
        self.registry.append((prefix, viewset, basename))

    def get_urls(self):
        found = []
        for prefix, viewset, basename in self.registry:
            for route in self.get_routes(viewset):
                regex = route.url.format(prefix=prefix, lookup=self.get_lookup_regex(viewset))
                found.append(re_path(regex, viewset.as_view(route.mapping), name=route.name))
        return found

    @property
    def urls(self):
        return self.get_urls()
`,
        'api/urls.py': `from django.urls import include, path
from rest_framework import viewsets
from api.routing import PlainRouter


class Notes(viewsets.ReadOnlyModelViewSet):
    pass


router = PlainRouter()
router.register("notes", Notes)
urlpatterns = [path("api/", include(router.urls))]
`,
      },
      ['GET /api/notes/', 'GET /api/notes/{pk}/'],
    ));

  it('what is put into a path is told by its name, and of nothing but such parts no path is made', () =>
    checkRoutes(
      {
        'shop/plugins.py': `from flask import Blueprint, Flask


def register(app: Flask, dataset_type, prefix, rest):
    blueprint = Blueprint('data', __name__, url_prefix='/{}'.format(dataset_type))
    blueprint.add_url_rule('/new', view_func=create, methods=['POST'])
    app.add_url_rule('/{0}{1}'.format(prefix, rest), view_func=create)
    app.register_blueprint(blueprint)
`,
      },
      ['POST /{dataset_type}/new'],
    ));

  it('where one place of an application is known, another that nothing tells is none at the root', () =>
    checkRoutes(
      {
        'server/app.py': `from fastapi import FastAPI
from server import settings


def create_api() -> FastAPI:
    api = FastAPI()

    @api.get("/health")
    async def health() -> bool:
        return True

    return api


def create_app() -> FastAPI:
    app = FastAPI()
    api = create_api()
    if settings.BASE:
        app.mount(settings.BASE.value(), app=api, name="api")
    else:
        app.mount("/api", app=api, name="api")
    return app
`,
      },
      ['GET /api/health'],
    ));

  it('constants that are parameters of regular expressions', () =>
    checkRoutes(
      {
        'shop/settings.py': "ROOT_URLCONF = 'shop.urls'\nCOURSE_PATTERN = r'(?P<course_id>[^/+]+)'\n",
        'shop/constants.py': 'UUID_PATTERN = r"(?P<uuid>[0-9a-f]{32})"\n',
        'shop/urls.py': `from django.conf import settings
from django.urls import re_path
from shop.constants import UUID_PATTERN
from . import views

urlpatterns = [
    re_path(rf"^programs/{UUID_PATTERN}/csv$", views.csv),
    re_path(r"^courses/{}/$".format(settings.COURSE_PATTERN), views.csv),
]
`,
        'shop/views.py':
          'from django.views.decorators.http import require_GET\n\n\n@require_GET\ndef csv(request):\n    pass\n',
      },
      ['GET /programs/{uuid}/csv', 'GET /courses/{course_id}/'],
    ));

  it('a helper that registers blueprints with a prefix or without one, called in a long list', () =>
    checkRoutes(
      {
        'application.py': `from flask import Flask
from app import create_app

application = Flask("api")
create_app(application)
`,
        'app/__init__.py': `def create_app(application):
    register_all(application)

def register_own_blueprint(application, blueprint, auth, prefix=None):
    blueprint.before_request(auth)
    if prefix:
        application.register_blueprint(blueprint, url_prefix=prefix)
    else:
        application.register_blueprint(blueprint)

def register_all(application):
    from app.orders import order_blueprint
    from app.status import status_blueprint
${Array.from({ length: 10 }, (_, at) => `    register_own_blueprint(application, later_${at}, requires_auth, "/later-${at}")`).join('\n')}
    register_own_blueprint(application, order_blueprint, requires_auth, "/orders")
    register_own_blueprint(application, status_blueprint, requires_auth)
`,
        'app/orders.py':
          'from flask import Blueprint\norder_blueprint = Blueprint("orders", __name__)\n\n@order_blueprint.route("/<id>")\ndef show(id):\n    pass\n',
        'app/status.py':
          'from flask import Blueprint\nstatus_blueprint = Blueprint("status", __name__)\n\n@status_blueprint.route("/status")\ndef status():\n    pass\n',
      },
      ['GET /orders/{id}', 'GET /status'],
    ));

  it('the patterns that a method of a class gives back lie where its caller puts them, and an unset path of a setting is none', async () => {
    await checkPrefixes(
      {
        'shop/apps.py': `from django.apps import AppConfig
from django.urls import path
from shop import views


class ShopConfig(AppConfig):
    name = "shop"

    def get_urls(self):
        return [path("orders/", views.orders), path("orders/<int:pk>/", views.order)]
`,
        'shop/views.py': 'def orders(request):\n    pass\n\ndef order(request, pk):\n    pass\n',
      },
      ['ANY …/orders/', 'ANY …/orders/{pk}/'],
    );
    await checkPrefixes(
      {
        'site/urls.py': `from urllib.parse import urlparse
from django.conf import settings
from django.urls import path
from site import views

prefix = ""
if _path := urlparse(settings.ROOT).path.lstrip("/"):
    prefix = f"{_path}/"

urlpatterns = [path(f"{prefix}orders/", views.orders)]
`,
        'site/views.py': 'def orders(request):\n    pass\n',
      },
      ['ANY /orders/'],
    );
  });

  it('patterns that are put in between, and those of packages that projects include most', () =>
    checkRoutes(
      {
        'site/urls.py': `from django.conf import settings
from django.urls import include, path
from site import views

urlpatterns = [path("orders/", views.orders), path("i18n/", include("django.conf.urls.i18n"))]
urlpatterns += [path("api/auth/", include("dj_rest_auth.urls"))]

if settings.FIRST:
    urlpatterns.insert(0, path("first/", views.first))
`,
        'site/views.py': 'def orders(request):\n    pass\n\ndef first(request):\n    pass\n',
      },
      [
        'ANY /orders/',
        'ANY /first/',
        'ANY /i18n/setlang/',
        'ANY /api/auth/login/',
        'ANY /api/auth/logout/',
        'ANY /api/auth/user/',
        'ANY /api/auth/password/change/',
        'ANY /api/auth/password/reset/',
        'ANY /api/auth/password/reset/confirm/',
      ],
    ));
});

import type { Creation, RouterRule } from '../routerRule';

const route = (name: string): Creation => ({ name, fills: { does: 'special', special: 'djangoPath' } });

export const django: RouterRule = {
  id: 'django',
  name: 'Django',
  languages: ['python'],
  packages: [
    'django.urls',
    'django.conf.urls',
    'rest_framework.urlpatterns',
    'django.contrib',
    'django.conf.urls.i18n',
    'django.conf.urls.static',
    'django.core.asgi',
    'django.core.wsgi',
    'django.views.decorators',
  ],
  creates: [
    route('path'),
    { name: 'include', fills: { does: 'special', special: 'djangoInclude' } },
    { name: 'i18n_patterns', fills: { does: 'special', special: 'djangoLanguages' } },
    { name: 'format_suffix_patterns', fills: { does: 'mount', what: 0 } },
    { name: 'patterns', fills: { does: 'mount' } },
    ...['get_asgi_application', 'get_wsgi_application'].map(
      (name): Creation => ({ name, fills: { does: 'special', special: 'djangoApplication' } }),
    ),
  ],
  verbs: {},
  wellKnown: ['urlpatterns'],
  transparent: [
    'login_required',
    'staff_member_required',
    'csrf_exempt',
    'csrf_protect',
    'ensure_csrf_cookie',
    'never_cache',
    'xframe_options_exempt',
    'xframe_options_sameorigin',
  ],
  notation: 'angles',
  trailingSlash: 'keep',
};

/** The older functions, whose paths are regular expressions. */
export const djangoRegexp: RouterRule = {
  id: 'djangoRegexp',
  name: 'Django',
  languages: ['python'],
  packages: ['django.urls', 'django.conf.urls'],
  creates: [route('re_path'), route('url')],
  verbs: {},
  notation: 'regexp',
  trailingSlash: 'keep',
};

export const djangoRest: RouterRule = {
  id: 'djangoRest',
  name: 'Django REST framework',
  languages: ['python'],
  packages: [
    'rest_framework',
    'rest_framework_nested',
    'rest_framework_bulk',
    'rest_framework_extensions',
    'wagtail.api',
  ],
  creates: [
    ...[
      'DefaultRouter',
      'SimpleRouter',
      'routers.DefaultRouter',
      'routers.SimpleRouter',
      'ExtendedSimpleRouter',
      'ExtendedDefaultRouter',
    ].map(
      (name): Creation => ({
        name,
        fills: { does: 'special', special: name.endsWith('DefaultRouter') ? 'drfDefaultRouter' : 'drfRouter' },
      }),
    ),
    { name: 'BulkRouter', fills: { does: 'special', special: 'drfBulkRouter' } },
    ...['NestedSimpleRouter', 'NestedDefaultRouter', 'routers.NestedSimpleRouter', 'routers.NestedDefaultRouter'].map(
      (name): Creation => ({ name, fills: { does: 'special', special: 'drfNestedRouter' } }),
    ),
  ],
  types: ['DefaultRouter', 'SimpleRouter', 'BaseRouter'],
  verbs: {
    register: { does: 'special', special: 'drfRegister' },
    extend: { does: 'special', special: 'drfExtend' },
  },
  notation: 'regexp',
  trailingSlash: 'keep',
};

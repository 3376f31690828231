/** Methods that the generic views of Django, its REST framework and Flask's JSON:API handle, by the name of the class. */
export const viewMethods: Readonly<Record<string, readonly string[]>> = {
  TemplateView: ['GET'],
  ListView: ['GET'],
  DetailView: ['GET'],
  ArchiveIndexView: ['GET'],
  YearArchiveView: ['GET'],
  MonthArchiveView: ['GET'],
  DayArchiveView: ['GET'],
  CreateView: ['GET', 'POST'],
  UpdateView: ['GET', 'POST'],
  DeleteView: ['GET', 'POST'],
  FormView: ['GET', 'POST'],
  LoginView: ['GET', 'POST'],
  PasswordChangeView: ['GET', 'POST'],
  PasswordResetView: ['GET', 'POST'],
  PasswordResetConfirmView: ['GET', 'POST'],
  PasswordChangeDoneView: ['GET'],
  PasswordResetDoneView: ['GET'],
  PasswordResetCompleteView: ['GET'],
  JavaScriptCatalog: ['GET'],
  JSONCatalog: ['GET'],
  ObtainAuthToken: ['POST'],
  obtain_auth_token: ['POST'],
  obtain_jwt_token: ['POST'],
  refresh_jwt_token: ['POST'],
  verify_jwt_token: ['POST'],
  TokenBlacklistView: ['POST'],
  TokenObtainSlidingView: ['POST'],
  TokenObtainPairView: ['POST'],
  TokenRefreshView: ['POST'],
  TokenVerifyView: ['POST'],
  SpectacularAPIView: ['GET'],
  SpectacularSwaggerView: ['GET'],
  SpectacularRedocView: ['GET'],
  ListAPIView: ['GET'],
  RetrieveAPIView: ['GET'],
  CreateAPIView: ['POST'],
  UpdateAPIView: ['PUT', 'PATCH'],
  DestroyAPIView: ['DELETE'],
  ListCreateAPIView: ['GET', 'POST'],
  RetrieveUpdateAPIView: ['GET', 'PUT', 'PATCH'],
  RetrieveDestroyAPIView: ['GET', 'DELETE'],
  RetrieveUpdateDestroyAPIView: ['GET', 'PUT', 'PATCH', 'DELETE'],
  ResourceList: ['GET', 'POST'],
  ResourceDetail: ['GET', 'PATCH', 'DELETE'],
  ResourceRelationship: ['GET', 'POST', 'PATCH', 'DELETE'],
};

/** Actions of a view set, by the name of the class that brings them. */
export const viewSetActions: Readonly<Record<string, readonly string[]>> = {
  ModelViewSet: ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'],
  BulkModelViewSet: [
    'list',
    'create',
    'retrieve',
    'update',
    'partial_update',
    'destroy',
    'bulk_update',
    'partial_bulk_update',
    'bulk_destroy',
  ],
  ReadOnlyModelViewSet: ['list', 'retrieve'],
  BulkUpdateModelMixin: ['bulk_update', 'partial_bulk_update'],
  BulkDestroyModelMixin: ['bulk_destroy'],
  BulkCreateModelMixin: ['create'],
  ListModelMixin: ['list'],
  CreateModelMixin: ['create'],
  RetrieveModelMixin: ['retrieve'],
  UpdateModelMixin: ['update', 'partial_update'],
  DestroyModelMixin: ['destroy'],
};

/** Where the router puts the actions. */
export const actionRoutes: readonly { readonly action: string; readonly method: string; readonly onItem: boolean }[] = [
  { action: 'list', method: 'GET', onItem: false },
  { action: 'create', method: 'POST', onItem: false },
  { action: 'retrieve', method: 'GET', onItem: true },
  { action: 'update', method: 'PUT', onItem: true },
  { action: 'partial_update', method: 'PATCH', onItem: true },
  { action: 'destroy', method: 'DELETE', onItem: true },
];

/** Where a router for many at once puts further ones. */
export const bulkRoutes: typeof actionRoutes = [
  { action: 'bulk_update', method: 'PUT', onItem: false },
  { action: 'partial_bulk_update', method: 'PATCH', onItem: false },
  { action: 'bulk_destroy', method: 'DELETE', onItem: false },
];

/** Routes of the packages that projects include most. */
export const includedModules: Readonly<Record<string, readonly string[]>> = {
  'django.contrib.auth.urls': [
    'login/',
    'logout/',
    'password_change/',
    'password_change/done/',
    'password_reset/',
    'password_reset/done/',
    'reset/<uidb64>/<token>/',
    'reset/done/',
  ],
  'django.conf.urls.i18n': ['setlang/'],
  'rest_framework.urls': ['login/', 'logout/'],
  'dj_rest_auth.urls': ['login/', 'logout/', 'user/', 'password/change/', 'password/reset/', 'password/reset/confirm/'],
  'dj_rest_auth.registration.urls': ['', 'verify-email/', 'resend-email/', 'account-confirm-email/<key>/'],
  'djoser.urls.jwt': ['jwt/create/', 'jwt/refresh/', 'jwt/verify/'],
  'djoser.urls.authtoken': ['token/login/', 'token/logout/'],
  'social_django.urls': [
    'login/<str:backend>/',
    'complete/<str:backend>/',
    'disconnect/<str:backend>/',
    'disconnect/<str:backend>/<int:association_id>/',
  ],
  'allauth.urls': [
    'signup/',
    'login/',
    'logout/',
    'inactive/',
    'email/',
    'confirm-email/',
    'confirm-email/<key>/',
    'password/change/',
    'password/set/',
    'password/reset/',
    'password/reset/done/',
    'password/reset/key/<uidb36>-<key>/',
    'password/reset/key/done/',
  ],
};

/** What `allauth.urls` has more where `allauth.socialaccount` is installed, but for the providers. */
export const allauthSocial: readonly string[] = [
  'social/login/cancelled/',
  'social/login/error/',
  'social/signup/',
  'social/connections/',
];

/** Routes of Doorkeeper by the name under which a project may skip them; the paths lie below its scope. */
export const doorkeeperRoutes: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  authorizations: [
    ['GET', 'authorize/native', 'doorkeeper/authorizations#show'],
    ['GET', 'authorize', 'doorkeeper/authorizations#new'],
    ['POST', 'authorize', 'doorkeeper/authorizations#create'],
    ['DELETE', 'authorize', 'doorkeeper/authorizations#destroy'],
  ],
  tokens: [
    ['POST', 'token', 'doorkeeper/tokens#create'],
    ['POST', 'revoke', 'doorkeeper/tokens#revoke'],
    ['POST', 'introspect', 'doorkeeper/tokens#introspect'],
  ],
  applications: [
    ['GET', 'applications', 'doorkeeper/applications#index'],
    ['POST', 'applications', 'doorkeeper/applications#create'],
    ['GET', 'applications/new', 'doorkeeper/applications#new'],
    ['GET', 'applications/:id/edit', 'doorkeeper/applications#edit'],
    ['GET', 'applications/:id', 'doorkeeper/applications#show'],
    ['PATCH', 'applications/:id', 'doorkeeper/applications#update'],
    ['PUT', 'applications/:id', 'doorkeeper/applications#update'],
    ['DELETE', 'applications/:id', 'doorkeeper/applications#destroy'],
  ],
  authorized_applications: [
    ['GET', 'authorized_applications', 'doorkeeper/authorized_applications#index'],
    ['DELETE', 'authorized_applications/:id', 'doorkeeper/authorized_applications#destroy'],
  ],
  token_info: [['GET', 'token/info', 'doorkeeper/token_info#show']],
};

/** Those of its extension for OpenID Connect, below its scope, */
export const openIdConnectRoutes: readonly (readonly [string, string, string])[] = [
  ['GET', 'userinfo', 'doorkeeper/openid_connect/userinfo#show'],
  ['POST', 'userinfo', 'doorkeeper/openid_connect/userinfo#show'],
  ['GET', 'discovery/keys', 'doorkeeper/openid_connect/discovery#keys'],
];

/** and from the root. */
export const wellKnownRoutes: typeof openIdConnectRoutes = [
  ['GET', '.well-known/openid-configuration', 'doorkeeper/openid_connect/discovery#provider'],
  ['GET', '.well-known/webfinger', 'doorkeeper/openid_connect/discovery#webfinger'],
];

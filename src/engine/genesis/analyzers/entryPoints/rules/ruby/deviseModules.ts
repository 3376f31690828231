/** A route that a module of Devise brings: method, what follows the path of the model, and the action. */
interface DeviseRoute {
  readonly methods: readonly string[];
  /** Segments; those that `path_names` may call otherwise stand for themselves. */
  readonly path: readonly string[];
  readonly action: string;
}

export interface DeviseModule {
  /** The controller, by whose name `only`, `skip` and `controllers` speak of it. */
  readonly controller: string;
  readonly routes: readonly DeviseRoute[];
}

const route = (methods: string, path: string, action: string): DeviseRoute => ({
  methods: methods.split('|'),
  path: path.split('/').filter((segment) => segment !== ''),
  action,
});

/** Of whatever signs in with a form. */
const sessions: DeviseModule = {
  controller: 'sessions',
  routes: [route('GET', 'sign_in', 'new'), route('POST', 'sign_in', 'create'), route('DELETE', 'sign_out', 'destroy')],
};

/**
 * What the models ask for and which routes come of it (config/routes of Devise 4 and devise_invitable 2). Those of
 * `omniauthable` follow from its providers.
 */
export const deviseModules: Readonly<Record<string, DeviseModule>> = {
  database_authenticatable: sessions,
  two_factor_authenticatable: sessions,
  ldap_authenticatable: sessions,
  recoverable: {
    controller: 'passwords',
    routes: [
      route('GET', 'password/new', 'new'),
      route('GET', 'password/edit', 'edit'),
      route('PATCH|PUT', 'password', 'update'),
      route('POST', 'password', 'create'),
    ],
  },
  registerable: {
    controller: 'registrations',
    routes: [
      route('GET', 'registration/cancel', 'cancel'),
      route('GET', 'registration/sign_up', 'new'),
      route('GET', 'registration/edit', 'edit'),
      route('PATCH|PUT', 'registration', 'update'),
      route('DELETE', 'registration', 'destroy'),
      route('POST', 'registration', 'create'),
    ],
  },
  confirmable: {
    controller: 'confirmations',
    routes: [
      route('GET', 'confirmation/new', 'new'),
      route('GET', 'confirmation', 'show'),
      route('POST', 'confirmation', 'create'),
    ],
  },
  lockable: {
    controller: 'unlocks',
    routes: [route('GET', 'unlock/new', 'new'), route('GET', 'unlock', 'show'), route('POST', 'unlock', 'create')],
  },
  invitable: {
    controller: 'invitations',
    routes: [
      route('GET', 'invitation/accept', 'edit'),
      route('GET', 'invitation/remove', 'destroy'),
      route('GET', 'invitation/new', 'new'),
      route('PATCH|PUT', 'invitation', 'update'),
      route('POST', 'invitation', 'create'),
    ],
  },
};

/** What devise_token_auth adds to the modules. */
export const tokenValidations: DeviseModule = {
  controller: 'token_validations',
  routes: [route('GET', 'validate_token', 'validate_token')],
};

import { type DeviseModule, deviseModules, tokenValidations } from '../../../rules/ruby/deviseModules';
import { providersKey, providersOfAll, signOutKey, unlockKey } from '../../../settings/deviseSettings';
import type { PendingCall } from '../../calls/pendingCall';
import { functionNameOf } from '../../routers/handlerName';
import type { RouterNode } from '../../routers/routerNode';
import { type PassedArgument, textOf, textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { names, option, optionText } from './railsOptions';
import { singular } from './singular';

/** What stands in front of the routes of a model, and how two of them are called. */
interface DevisePlace {
  /** In front of the model. */
  readonly prefix?: string;
  readonly path?: string;
  readonly names: Readonly<Record<string, string>>;
  /** The methods by which one signs out. */
  readonly signOut?: readonly string[];
}

/**
 * `devise_for :users`: what the modules bring that the model asks for; where the model does not say it itself, the sessions
 * and what controllers are named for.
 */
export const railsDevise: SpecialVerbCode = (interpreter, node, call) => {
  const place = placeOf(call, interpreter.settings.get('activeadmin.namespace') ?? 'admin');
  if (place === undefined) return undefined;
  const skipped = textsOf(option(call, 'skip'));
  const only = textsOf(option(call, 'only'));
  const signOut = signOutMethods(call, interpreter.settings.get(signOutKey));
  for (const name of names(call)) {
    const type = optionText(call, 'class_name') ?? singular(name);
    const asked = withSessions(interpreter.settings.get(deviseKey(type))?.split(' ') ?? modulesGiven(call));
    for (const [module, brings] of Object.entries(deviseModules)) {
      const { controller } = brings;
      const isLeftOut = skipped.includes(controller) || skipped.includes('all');
      if (module === 'lockable' && interpreter.settings.has(unlockKey)) continue;
      if (asked.includes(module) && !isLeftOut && (only.length === 0 || only.includes(controller)))
        addRoutes(node, call, { ...place, path: place.path ?? name, signOut }, brings);
    }
    const isSigned = !skipped.some((one) => one === 'all' || one === callbacks);
    if (asked.includes('omniauthable') && isSigned && (only.length === 0 || only.includes(callbacks))) {
      const providers =
        interpreter.settings.get(deviseKey(type, providersKey)) ?? interpreter.settings.get(providersOfAll);
      addRoutes(node, call, { ...place, path: place.path ?? name }, providerModule(providers?.match(/\w+/g) ?? []));
    }
  }
  return undefined;
};

const callbacks = 'omniauth_callbacks';

/** One goes to a provider and comes back from it. */
const providerModule = (providers: readonly string[]): DeviseModule => ({
  controller: callbacks,
  routes: providers.flatMap((provider) => [
    { methods: ['POST'], path: ['auth', provider], action: 'passthru' },
    { methods: ['GET', 'POST'], path: ['auth', provider, 'callback'], action: provider },
  ]),
});

/** Who can ask for a new password can sign in with one, by whichever module of another gem. */
const withSessions = (asked: readonly string[]): readonly string[] =>
  asked.includes('recoverable') && !asked.some((module) => deviseModules[module]?.controller === 'sessions')
    ? ['database_authenticatable', ...asked]
    : asked;

/** By which methods one signs out; none where that is made elsewhere. */
function signOutMethods(call: PendingCall, configured = 'delete'): string[] {
  const given = option(call, 'sign_out_via');
  const said = given === undefined ? (configured === '?' ? [] : configured.split(' ')) : textsOf(given);
  return said.map((method) => (method === 'all' ? 'ANY' : method.toUpperCase()));
}

const modulesGiven = (call: PendingCall): string[] =>
  Object.entries(deviseModules).flatMap(([module, { controller }]) =>
    module === 'database_authenticatable' || entryOf(call, 'controllers', controller) !== undefined ? [module] : [],
  );

/** `mount_devise_token_auth_for 'User', at: 'auth'`: the same routes for clients with tokens, and one to ask for theirs. */
export const railsDeviseToken: SpecialVerbCode = (interpreter, node, call) => {
  const at = option(call, 'at');
  const path = at === undefined ? 'auth' : textOf(at);
  const [type] = names(call);
  if (path === undefined || type === undefined || call.args.some(isMade)) return undefined;
  const skipped = textsOf(option(call, 'skip'));
  const asked = interpreter.settings.get(deviseKey(type))?.split(' ') ?? ['database_authenticatable'];
  for (const [module, brings] of Object.entries(deviseModules))
    if (asked.includes(module) && !skipped.includes(brings.controller))
      addRoutes(node, call, { path, names: {} }, brings, 'devise_token_auth');
  if (!skipped.includes('token_validations'))
    addRoutes(node, call, { path, names: {} }, tokenValidations, 'devise_token_auth');
  return undefined;
};

/** Options that are made elsewhere may move all routes: nothing is said of them, but for those of Active Admin. */
function placeOf(call: PendingCall, namespace: string): DevisePlace | undefined {
  const made = call.args.filter(isMade);
  if (made.length === 0) {
    const before = optionText(call, 'path_prefix');
    if (before === undefined && option(call, 'path_prefix') !== undefined) return undefined;
    const prefix = before === undefined ? {} : { prefix: before };
    const path = optionText(call, 'path');
    if (path === undefined) return option(call, 'path') === undefined ? { ...prefix, names: {} } : undefined;
    return { ...prefix, path, names: {} };
  }
  const isOfAdmin = made.every(({ source }) =>
    /^(?:::)?ActiveAdmin\W{1,2}Devise\W{1,2}config$/.test(functionNameOf(source) ?? ''),
  );
  return isOfAdmin && namespace !== '?'
    ? { path: namespace, names: { sign_in: 'login', sign_out: 'logout' } }
    : undefined;
}

const isMade = ({ name, value }: PassedArgument): boolean =>
  name === undefined && value.kind !== 'map' && textsOf(value).length === 0;

function addRoutes(
  node: RouterNode,
  call: PendingCall,
  place: DevisePlace,
  brings: DeviseModule,
  gem = 'devise',
): void {
  const { controller, routes } = brings;
  const own = entryOf(call, 'controllers', controller) ?? `${gem}/${controller}`;
  for (const { methods, path: segments, action } of routes) {
    const renamed = segments.map(
      (segment) => entryOf(call, 'path_names', segment) ?? place.names[segment] ?? plainName(segment),
    );
    node.routes.push({
      methods: action === 'destroy' && controller === 'sessions' ? (place.signOut ?? methods) : methods,
      path: [place.prefix ?? '', place.path ?? '', ...renamed].filter((segment) => segment !== '').join('/'),
      file: call.frame.unit.path,
      line: call.line,
      handler: `${own}#${action}`,
      middleware: [],
      declared: 'implied',
    });
  }
}

/** The registration is the model itself, unless a name is given to it. */
const plainName = (segment: string): string => (segment === 'registration' ? '' : segment);

function entryOf(call: PendingCall, name: string, key: string): string | undefined {
  const given = option(call, name);
  return given?.kind === 'map' ? textOf(given.entries.get(key)) : undefined;
}

/** `User`, `Admin::User` and `user` are all read from a file `user.rb`. */
const deviseKey = (type: string, before = 'devise.'): string =>
  `${before}${type
    .slice(type.lastIndexOf(':') + 1)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()}`;

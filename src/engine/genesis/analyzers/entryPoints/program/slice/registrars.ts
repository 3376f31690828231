import type { CallExpression, Expression, FileProgram, FunctionDeclaration, Parameter } from '../program';

/** The parameters of a function that is given a route to register. */
export interface RegistrarParts {
  readonly path: Parameter;
  readonly methods: Parameter;
  readonly handler: Parameter;
  readonly prefix?: Parameter;
}

const pathName = /^(?:path|pattern|route|uri|endpoint|urlPath)$/i;
const methodsName = /^(?:http)?methods?$/i;
const prefixName = /^(?:prefix|base|basePath|root)$/i;
const handlerType =
  /(?:^|[a-z.])(?:Handler|HandlerFunc|HandleFunc|Handle|RouteFunc|EndpointFunc|Endpoint|ActionFunc|Action)$/;
const handlerName = /^(?:h|handle|handler|handlerFunc)$/;

/** What a function of Go takes that registers routes for its callers: a path, methods, and what answers them. */
export function registrarParts(
  { parameters, body }: Pick<FunctionDeclaration, 'parameters' | 'body'>,
  language: FileProgram['language'],
): RegistrarParts | undefined {
  if (language !== 'go' || body.length === 0) return undefined;
  return partsOf(parameters);
}

export function partsOf(parameters: readonly Parameter[]): RegistrarParts | undefined {
  const path = parameters.find(({ name }) => pathName.test(name));
  const methods = parameters.find(({ name }) => methodsName.test(name));
  const handler = parameters.find(({ name, type }) =>
    type === undefined ? handlerName.test(name) : handlerType.test(type),
  );
  if (path === undefined || methods === undefined || handler === undefined) return undefined;
  const prefix = parameters.find(({ name }) => prefixName.test(name));
  return { path, methods, handler, ...(prefix === undefined ? {} : { prefix }) };
}

const method = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

const isMethods = (value: Expression): boolean =>
  value.is === 'list' && value.items.length > 0 && value.items.every((item) => isMethod(item));

const isMethod = (value: Expression): boolean =>
  value.is === 'text' ? method.test(value.text) : value.is === 'member' && /^Method[A-Z][a-z]+$/.test(value.name);

/** `AddPublic(rt, "users", []string{"GET"}, nil, list)`, and the call by which such a function hands it on. */
function handsRoute({ args }: CallExpression, { language }: FileProgram): boolean {
  if (language !== 'go' || args.length < 3) return false;
  const values = args.map(({ value }) => value);
  const isSaid = values.some((value) => value.is === 'text' && !isMethod(value));
  if (isSaid && values.some((value) => isMethods(value))) return true;
  const names = values.flatMap((value) => (value.is === 'name' ? [value.name] : []));
  return names.some((name) => pathName.test(name)) && names.some((name) => methodsName.test(name));
}

const makerName = /^(?:[Nn]ew|[Cc]reate|[Mm]ake|[Bb]uild|[Pp]rovide)\w{0,40}(?:Handler|Router|Mux|Server|API)s?$/;
const mountName =
  /^(?:[Mm]ount|[Rr]egister|[Aa]ttach|[Aa]dd|[Ss]et(?:up)?|[Ii]nit|[Bb]ind|[Cc]onfigure|[Ii]nstall|[Dd]efine)\w{0,40}(?:Routes?|Routers?|Handlers|Endpoints|APIs?)$/;

/** `NewRouter(NewHandler(store))`: which parts of a server are put together stands in another file than what they do. */
const makesHandler = ({ callee }: CallExpression, { language }: FileProgram): boolean =>
  language === 'go' && (callee.is === 'name' || callee.is === 'member') && makerName.test(callee.name);

/** `server.MountRouter("/api", users)`: what a method of the project does with routers it says by its name. */
const mountsByName = ({ callee }: CallExpression, { language }: FileProgram): boolean =>
  language === 'go' && callee.is === 'member' && mountName.test(callee.name);

/** `StripPrefix(base, r)`, `strings.TrimPrefix(r.URL.Path, "/api")`: what is served behind it lies below that. */
function cutsPrefix({ callee, args }: CallExpression, { language }: FileProgram): boolean {
  if (language !== 'go' || args.length !== 2 || (callee.is !== 'name' && callee.is !== 'member')) return false;
  if (/^(?:strip|cut)Prefix$/i.test(callee.name)) return true;
  return callee.name === 'TrimPrefix' && args.some(({ value }) => value.is === 'member' && value.name === 'Path');
}

/** Calls of Go that name no router and say all the same what a server answers and where. */
export const isOfServer = (call: CallExpression, program: FileProgram): boolean =>
  handsRoute(call, program) || makesHandler(call, program) || mountsByName(call, program) || cutsPrefix(call, program);

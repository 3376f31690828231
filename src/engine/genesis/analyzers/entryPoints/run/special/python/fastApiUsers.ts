import type { PendingCall } from '../../calls/pendingCall';
import type { Interpreter } from '../../interpreter';
import type { Value } from '../../values';

/** What the routers of the package fastapi-users hold, by the method that gives them. */
const routesOf: Readonly<Record<string, readonly string[]>> = {
  get_auth_router: ['POST /login', 'POST /logout'],
  get_register_router: ['POST /register'],
  get_verify_router: ['POST /request-verify-token', 'POST /verify'],
  get_reset_password_router: ['POST /forgot-password', 'POST /reset-password'],
  get_users_router: ['GET /me', 'PATCH /me', 'GET /{id}', 'PATCH /{id}', 'DELETE /{id}'],
  get_oauth_router: ['GET /authorize', 'GET /callback'],
  get_oauth_associate_router: ['GET /authorize', 'GET /callback'],
};

/** `fastapi_users.get_auth_router(backend)`, which a project puts below a path of its own. */
export function usersRouter(interpreter: Interpreter, name: string, { frame, line }: PendingCall): Value | undefined {
  const routes = Object.hasOwn(routesOf, name) ? routesOf[name] : undefined;
  const rule = interpreter.rules.rules.find(({ id }) => id === 'fastApi');
  if (routes === undefined || rule === undefined || frame.unit.program.language !== 'python') return undefined;
  if (interpreter.project.functionsNamed(name).length > 0) return undefined;
  const node = interpreter.newNode(rule, frame.unit, line);
  node.isHosted = true;
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ');
    node.routes.push({ methods: [method], path, file: frame.unit.path, line, middleware: [], declared: 'implied' });
  }
  return { kind: 'router', node };
}

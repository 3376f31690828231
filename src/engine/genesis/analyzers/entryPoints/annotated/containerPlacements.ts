import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { Interpreter } from '../run/interpreter';
import { withNamedHoles } from '../run/routers/composeRoutes';
import type { ClassValue } from '../run/values';
import { mappedServletKey } from '../settings/servletMappings';
import type { DescribedClass } from './annotatedRoutes';
import { type Annotation, pathsAt } from './annotationsOf';
import type { Placement } from './placements';

type Values = Readonly<Record<string, string>>;
type PrefixOf = (described: DescribedClass) => string;

/** Classes of a servlet container that answer as a whole: servlets by their methods, sockets by their annotation. */
export function containerPlacements(
  interpreter: Interpreter,
  everywhere: Values,
  prefixOf: PrefixOf,
): Record<string, Placement> {
  return {
    servlets: { further: (described) => servletRoutes(interpreter, everywhere, described, prefixOf(described)) },
    sockets: { further: (described) => socketRoutes(interpreter, described, prefixOf(described)) },
  };
}

const handlers: Readonly<Record<string, string>> = {
  doGet: 'GET',
  doPost: 'POST',
  doPut: 'PUT',
  doPatch: 'PATCH',
  doDelete: 'DELETE',
  service: 'ANY',
};

/** `@WebServlet("/orders")`, or a mapping of the descriptor, with the methods that the class answers. */
function servletRoutes(
  interpreter: Interpreter,
  everywhere: Values,
  described: DescribedClass,
  prefix: string,
): Route[] {
  const { type } = described;
  const declared = interpreter.classDeclarationOf(type);
  const [own] = ownAnnotations(described, 'WebServlet');
  const said = own === undefined ? undefined : pathsAt(own, ['urlPatterns', 'value', 0]);
  const whole = `${type.unit.program.namespace ?? ''}.${declared?.name ?? ''}`.replace(/^\./, '');
  const patterns = said ?? everywhere[mappedServletKey + whole]?.split(' ') ?? [];
  const answered = methodsOf(interpreter, type);
  return patterns.filter(isPlace).flatMap((pattern) =>
    answered.map(({ method, line, handler }) => ({
      method,
      ...placed(interpreter, prefix, pattern.replace(/\/\*$/, '/{path*}')),
      file: type.unit.path,
      line: own?.line ?? line,
      framework: 'Servlet',
      declared: 'explicit' as const,
      handler: `${declared?.name ?? ''}.${handler}`,
    })),
  );
}

/** A mapping by the end of a name, `*.do`, is none of a place. */
const isPlace = (pattern: string): boolean => pattern.startsWith('/') && !pattern.replace(/\/\*$/, '').includes('*');

interface Answered {
  readonly method: string;
  readonly line: number;
  readonly handler: string;
}

/** Its own methods, and those of the classes of the project above it. */
function methodsOf(interpreter: Interpreter, type: ClassValue): Answered[] {
  const found = new Map<string, Answered>();
  for (const ancestor of interpreter.ancestry.of(type))
    for (const id of interpreter.classDeclarationOf(ancestor)?.methods ?? []) {
      const declared = ancestor.unit.program.functions[id];
      const method = declared === undefined ? undefined : handlers[declared.name];
      if (declared === undefined || method === undefined || found.has(method)) continue;
      const line = ancestor === type || ancestor.unit === type.unit ? declared.line : 1;
      found.set(method, { method, line, handler: declared.name });
    }
  return [...found.values()];
}

/** `@ServerEndpoint("/chat/{room}")` of a class. */
function socketRoutes(interpreter: Interpreter, described: DescribedClass, prefix: string): Route[] {
  const { type } = described;
  return socketNames
    .flatMap((name) => ownAnnotations(described, name))
    .flatMap((annotation) =>
      (pathsAt(annotation, ['path', 'value', 'uri', 0]) ?? []).map((path) => ({
        method: 'WS',
        ...placed(interpreter, prefix, path),
        file: type.unit.path,
        line: annotation.line,
        framework: 'WebSocket',
        declared: 'explicit' as const,
        handler: interpreter.classDeclarationOf(type)?.name ?? '',
      })),
    );
}

const socketNames = ['ServerEndpoint', 'WebSocket', 'ServerWebSocket'];

const ownAnnotations = ({ annotations }: DescribedClass, name: string): Annotation[] =>
  annotations.filter((annotation) => annotation.name === name).slice(0, 1);

function placed(interpreter: Interpreter, prefix: string, path: string): { path: string } {
  return withNamedHoles(joinPaths([prefix, normalizePath(path, 'braces')], 'drop'), () => interpreter.constants);
}

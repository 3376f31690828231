import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import { valueAt } from '../run/arguments';
import type { Interpreter } from '../run/interpreter';
import { methodsIn } from '../run/routers/registering';
import { pathsAt } from './annotationsOf';
import type { Placement } from './placements';

/** Frameworks of .NET in which a class stands for a request, and its attributes say the routes. */
export function classRoutePlacements(interpreter: Interpreter): Record<string, Placement> {
  return {
    serviceStack: {
      further: ({ type, rule, annotations }): Route[] => {
        const declared = interpreter.classDeclarationOf(type);
        // A controller of ASP.NET has an attribute of this name too, and methods to which it belongs.
        if (declared === undefined || /Controller$/.test(declared.name)) return [];
        return annotations
          .filter(({ name }) => name === 'Route')
          .flatMap((annotation) => {
            const methods = methodsIn(valueAt(annotation.args, ['verbs', 'Verbs', 1]));
            return (pathsAt(annotation, ['path', 0]) ?? []).flatMap((path) =>
              (methods.length === 0 ? ['ANY'] : methods).map((method) => ({
                method,
                path: joinPaths([normalizePath(path, 'braces')], rule.trailingSlash),
                file: type.unit.path,
                line: annotation.line,
                framework: rule.name,
                handler: declared.name,
                declared: 'explicit' as const,
              })),
            );
          });
      },
    },
  };
}

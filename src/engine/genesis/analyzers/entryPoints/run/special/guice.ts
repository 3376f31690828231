import type { PendingCall } from '../calls/pendingCall';
import { handlerNameOf } from '../routers/handlerName';
import type { PassedArgument, Value } from '../values';
import { optionsOf, several, textOf } from '../values';
import type { SpecialVerbCode } from './specialVerb';

/** `serve("/orders/*", "*.do")`: places for a servlet; the call behind it says which. */
export const guiceServe: SpecialVerbCode = (interpreter, node, call) => {
  const places = call.args.flatMap((argument): Value[] => {
    const pattern = patternOf(argument);
    if (pattern === undefined) return [];
    const child = node.branch(pattern, lineOf(argument, call), 'path');
    interpreter.nodes.push(child);
    return [{ kind: 'router', node: child }];
  });
  return places.length === 0 ? { kind: 'unknown' } : several(places);
};

const lineOf = (argument: PassedArgument, call: PendingCall): number => argument.line ?? call.line;

/** The pattern of a path; where a function of the project only makes sure of its end, all below its beginning is meant. */
function patternOf({ value }: PassedArgument): string | undefined {
  const texts = optionsOf(value).map((option) => textOf(option));
  const written = texts.filter((text) => text !== undefined);
  const [first] = written;
  if (first === undefined || written.length < texts.length) return undefined;
  // `*.do` serves no path of its own.
  if (written.some((text) => !text.startsWith('/'))) return undefined;
  if (written.length === 1) return first;
  const beginnings = new Set(written.map((text) => text.replace(/[/*]{1,4}$/, '')));
  const [beginning] = beginnings;
  return beginnings.size === 1 && written.some((text) => text.endsWith('*')) ? `${beginning}/*` : undefined;
}

/** Servlets of frameworks that hand on what comes to them: what is told are the routes of these. */
const handsOn =
  /^(?:ServletContainer|GuiceContainer|(?:HttpServlet(?:30)?|Filter)Dispatcher|CXF\w{0,20}Servlet|DispatcherServlet)$/;

export const guiceWith: SpecialVerbCode = (_interpreter, node, call) => {
  const handler = handlerNameOf(call.args[0]);
  if (node.stands !== 'path' || (handler !== undefined && handsOn.test(handler))) return undefined;
  node.routes.push({
    methods: ['ANY'],
    path: '',
    file: call.frame.unit.path,
    line: node.made.line,
    middleware: [],
    declared: 'explicit',
    ...(handler === undefined ? {} : { handler }),
  });
  return undefined;
};

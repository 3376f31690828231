import { textsOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';
import { blockOf, names, optionText } from './railsOptions';

/** Sinatra's `route :get, :post, '/path'` of sinatra-contrib. */
export const sinatraRoute: SpecialVerbCode = (_interpreter, node, call) => {
  const words = names(call);
  const path = words.find((word) => word.startsWith('/'));
  if (path === undefined) return undefined;
  const methods = words.filter((word) => word !== path).map((word) => word.toUpperCase());
  node.routes.push({
    methods,
    path,
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
  });
  return undefined;
};

/** Grape's `get ':id' do`, `get do`, `get [:a, :b] do`. */
export const grapeRoute: SpecialVerbCode = (_interpreter, node, call) => {
  const paths = names(call);
  for (const path of paths.length === 0 ? [''] : paths)
    node.routes.push({
      methods: [(call.verb ?? 'get').toUpperCase()],
      path: path.startsWith('/') || path === '' ? path : `/${path}`,
      file: call.frame.unit.path,
      line: call.line,
      middleware: [],
      declared: 'explicit',
    });
  return undefined;
};

export const grapeRouteMethods: SpecialVerbCode = (_interpreter, node, call) => {
  const [first, path] = call.args;
  const methods = textsOf(first?.value).map((word) => (word === 'any' || word === '*' ? 'ANY' : word.toUpperCase()));
  node.routes.push({
    methods: methods.length === 0 ? ['ANY'] : methods,
    path: textsOf(path?.value)[0] ?? '',
    file: call.frame.unit.path,
    line: call.line,
    middleware: [],
    declared: 'explicit',
  });
  return undefined;
};

/** `route_param :id do … end`. */
export const grapeParam: SpecialVerbCode = (interpreter, node, call) => {
  const child = node.branch(`:${names(call)[0] ?? 'id'}`, call.line);
  interpreter.nodes.push(child);
  const block = blockOf(call);
  if (block !== undefined) interpreter.routers.fill(child, block);
  return undefined;
};

/** A version is part of the path unless it is said otherwise. */
export const grapeVersion: SpecialVerbCode = (interpreter, node, call) => {
  const using = optionText(call, 'using') ?? 'path';
  const [version] = names(call);
  const block = blockOf(call);
  const prefix = using === 'path' && version !== undefined ? version : '';
  if (block === undefined) {
    node.prefix = node.prefix === '' ? prefix : `${node.prefix}/${prefix}`;
    return undefined;
  }
  const child = node.branch(prefix, call.line);
  interpreter.nodes.push(child);
  interpreter.routers.fill(child, block);
  return undefined;
};

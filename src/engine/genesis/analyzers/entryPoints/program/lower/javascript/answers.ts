import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../../lowering';
import type { Argument, Expression } from '../../program';

/** Longer handlers hold more than an answer. */
const longestHandler = 4_000;

/**
 * `app.use('/health', (req, res) => res.json(…))`: what takes no `next`, or never asks for it, and gives an answer ends the
 * request, so it is a route for all methods. What only says that nothing was found is none.
 */
export function answersAll([path, ...handlers]: readonly Argument[], list: Node | null): boolean {
  if (path === undefined || !isPath(path.value) || handlers.length === 0) return false;
  const last = namedChildren(list).at(-1);
  if (last?.type !== 'arrow_function' && last?.type !== 'function_expression') return false;
  const [, response, next, ...others] = namedChildren(last.childForFieldName('parameters')).map(nameOf);
  const body = last.childForFieldName('body');
  if (response === undefined || others.length > 0 || body === null) return false;
  const text = body.text.slice(0, longestHandler);
  return isAnswer(text, response) && !isNotFound(text) && (next === undefined || !says(text, next));
}

/** `'/health'`, `paths.healthEndpoint`: a middleware may stand in its place. */
function isPath(value: Expression): boolean {
  if (value.is === 'text') return /^\/[^*]/.test(value.text);
  return (value.is === 'name' || value.is === 'member') && /(?:path|endpoint|url|route)$/i.test(value.name);
}

const nameOf = (parameter: Node): string => (parameter.childForFieldName('pattern') ?? parameter).text;
const plainName = /^\w{1,40}$/;
const says = (text: string, name: string): boolean => !plainName.test(name) || new RegExp(`\\b${name}\\b`).test(text);

const isAnswer = (text: string, response: string): boolean =>
  plainName.test(response) &&
  new RegExp(
    `\\b${response}(?:\\.(?:status|type|set|header)\\([^()]{0,80}\\)\\s{0,20})*\\.(?:json|send|sendFile|end|render|redirect)\\(`,
  ).test(text);

/** `res.status(404).json(…)` and nothing that may answer otherwise. */
const isNotFound = (text: string): boolean =>
  /(?:\bstatus|sendStatus)\(\s{0,10}404\b/.test(text) && !/\bif\b|\?/.test(text);

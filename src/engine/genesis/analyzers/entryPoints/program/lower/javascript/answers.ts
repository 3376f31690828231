import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../../lowering';
import type { Argument } from '../../program';

/** Longer handlers hold more than an answer. */
const longestHandler = 4_000;

/**
 * `app.use('/health', (req, res) => res.json(…))`: what takes no `next` and gives an answer ends the request, so it is a
 * route for all methods. What only says that nothing was found is none.
 */
export function answersAll([path, ...handlers]: readonly Argument[], list: Node | null): boolean {
  if (path?.value.is !== 'text' || !/^\/[^*]/.test(path.value.text) || handlers.length === 0) return false;
  const last = namedChildren(list).at(-1);
  if (last?.type !== 'arrow_function' && last?.type !== 'function_expression') return false;
  const [, response, ...others] = namedChildren(last.childForFieldName('parameters'));
  const body = last.childForFieldName('body');
  if (response === undefined || others.length > 0 || body === null) return false;
  const name = (response.childForFieldName('pattern') ?? response).text;
  if (!/^\w{1,40}$/.test(name)) return false;
  const text = body.text.slice(0, longestHandler);
  return isAnswer(text, name) && !isNotFound(text);
}

const isAnswer = (text: string, response: string): boolean =>
  new RegExp(
    `\\b${response}(?:\\.(?:status|type|set|header)\\([^()]{0,80}\\)\\s{0,20})*\\.(?:json|send|sendFile|end|render|redirect)\\(`,
  ).test(text);

/** `res.status(404).json(…)` and nothing that may answer otherwise. */
const isNotFound = (text: string): boolean =>
  /(?:\bstatus|sendStatus)\(\s{0,10}404\b/.test(text) && !/\bif\b|\?/.test(text);

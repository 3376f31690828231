import type { SourceFile } from '../../../../sourceFile';
import { textsIn } from './definitions';
import { closingAt, templatesOf } from './scalaText';
import { resolvedParts, type TextOf } from './templates';

/** A description of an endpoint of Tapir, as far as its own chain of calls says it. */
export interface TapirEndpoint {
  readonly name: string;
  /** The description that it goes on from; empty for one that begins anew. */
  readonly base: string;
  readonly method?: string;
  readonly parts: readonly string[];
  /** A part of its path is not understood. */
  readonly isLost: boolean;
  /** Inputs that are made elsewhere. */
  readonly inputs?: readonly string[];
  readonly line: number;
}

const madeInput =
  /\b(?:val|def)\s{1,9}(\w{1,80})[^=\n]{0,300}:\s{0,9}EndpointInput\b[^=\n]{0,200}=\s{0,40}\{?\s{0,40}(?:import [^\n]{1,120}\s{0,40})?\(?([^\n]{1,200})/g;

/** Inputs that a file makes for others, and that ask nothing of the path: `def paging: EndpointInput[Paging] = query(…)`. */
export const pathlessInputs = (text: string): string[] => {
  const found = [...text.matchAll(madeInput)];
  const asking = new Set(found.flatMap(([, name = '', made = '']) => (isInput(made) ? [name] : [])));
  // One of several of a name may only call another: `def paging = paging(100)`.
  for (const [, name = '', made = ''] of found) if (asking.has(/^(\w{1,80})/.exec(made)?.[1] ?? '')) asking.add(name);
  return [...asking];
};

const started =
  /\b(?:(?:lazy\s{1,4})?val|def)\s{1,9}(\w{1,100})(?:\([^()\n]{0,200}\))?\s{0,9}(?::[^=\n]{1,400}(?:\n\s{0,80}(?!(?:lazy|val|def|override|private)\b)[^=\s][^=\n]{0,200}){0,3})?=\s{0,40}((?:[A-Z]\w{0,60}\.)?[a-z]\w{0,60})\b\s{0,40}(?=\.\w)/g;
const step = /\s{0,80}\.(\w{1,60})(?:\[[^\]\n]{0,80}\])?\s{0,4}/y;
const verbs: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
const begins = /(?:^|\.)(?:endpoint|infallibleEndpoint)$/;

/** Reads `val list = base.get.in("books" / path[Int]("id")).out(jsonBody[Book])`. */
export function tapirEndpoints(file: SourceFile, text: string): TapirEndpoint[] {
  if (!/\bsttp\.tapir\b/.test(text)) return [];
  const texts = textsIn(text, []);
  const textOf: TextOf = (name) => texts[name];
  return [...text.matchAll(started)].flatMap((found): TapirEndpoint[] => {
    const [whole, name = '', first = ''] = found;
    const after = found.index + whole.length;
    // `base.secured.get`: what follows a value without brackets and is no method is a value of it.
    const [inner = '', member] = /^\s{0,40}\.(\w{1,60})\b(?=\s{0,40}\.\w)/.exec(text.slice(after, after + 160)) ?? [];
    const isMember = member !== undefined && !verbs.has(member) && !begins.test(first);
    const base = isMember ? member : first;
    const chain = chainFrom(text, isMember ? after + inner.length : after, textOf);
    if (!begins.test(base) && chain.method === undefined && chain.parts.length === 0) return [];
    const line = file.lineAt(found.index + whole.indexOf(name));
    return [{ ...chain, name, base: begins.test(base) ? '' : (base.split('.').at(-1) ?? base), line }];
  });
}

function chainFrom(
  text: string,
  from: number,
  textOf: TextOf,
): Pick<TapirEndpoint, 'method' | 'parts' | 'isLost' | 'inputs'> {
  const parts: string[] = [];
  const inputs: string[] = [];
  let method: string | undefined;
  let isLost = false;
  let at = from;
  for (let steps = 0; steps < 60; steps++) {
    step.lastIndex = at;
    const found = step.exec(text);
    if (found === null) break;
    const name = found[1] ?? '';
    at += found[0].length;
    let inside = '';
    if (text[at] === '(' || text[at] === '{') {
      const end = closingAt(text, at);
      inside = text.slice(at + 1, end);
      at = end + 1;
      // A second list of arguments says nothing of the path.
      while (text[at] === '(') at = closingAt(text, at) + 1;
    }
    if (verbs.has(name) && inside === '') method = name.toUpperCase();
    else if (name === 'method') method = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/.exec(inside)?.[1] ?? method;
    else if ((name === 'in' || name === 'securityIn' || name === 'prependIn') && !isInput(inside)) {
      const elsewhere = madeElsewhere.exec(inside)?.[1];
      const read =
        elsewhere !== undefined && textOf(elsewhere) === undefined
          ? namedInput(text, inside, textOf)
          : partsIn(inside, textOf);
      if (read === undefined && elsewhere !== undefined) inputs.push(elsewhere);
      else if (read === undefined) isLost = true;
      else if (name === 'prependIn') parts.unshift(...read);
      else parts.push(...read);
    }
  }
  return { parts, isLost, ...(inputs.length === 0 ? {} : { inputs }), ...(method === undefined ? {} : { method }) };
}

/** `paging`, `Inputs.paging(settings.most)`: a value alone, and none of the library's. */
const madeElsewhere = /^\s{0,40}(?:\w{1,60}\.)?(?!paths?\b)([a-zA-Z]\w{0,80})\b\s{0,4}(?:\([\s\S]{0,300}\))?\s{0,40}$/;

/** The parts of a path, where all of it is read. */
function partsIn(written: string, textOf: TextOf): string[] | undefined {
  const templates = templatesOf(withoutModifiers(written));
  const read = templates === undefined ? undefined : resolvedParts(templates, textOf);
  return read?.isLost === true ? undefined : read?.parts;
}

/** Queries, headers and bodies are no part of the path. */
const isInput = (written: string): boolean =>
  /^\s{0,40}(?:\w{1,40}\.)?(?:query|queries|queryParams|header|headers|cookie|cookies|setCookie|auth|extractFromRequest|clientIp|isWebSocket|statusCode|\w{0,40}[bB]ody|streamBody|multipartBody|formBody)\w{0,20}\b/.test(
    written,
  );

/** What a value of the file that is handed in asks of the path: nothing where it reads a query, a header or a body. */
function namedInput(text: string, inside: string, textOf: TextOf): string[] | undefined {
  const [, name] = /^\s{0,40}(\w{1,80})\s{0,40}$/.exec(inside) ?? [];
  if (name === undefined) return undefined;
  const made = new RegExp(`\\bval\\s{1,9}${name}\\b[^=\\n]{0,200}=\\s{0,40}([^\\n]{1,300})`).exec(text)?.[1];
  if (made === undefined) return undefined;
  if (isInput(made) || /^\w{0,40}(?:Query|Header|Cookie|Body)\b/.test(made)) return [];
  return partsIn(made, textOf);
}

/** `path[Int]("id").description("…")` is the path alone. */
function withoutModifiers(written: string): string {
  let text = written;
  for (let at = text.search(/\)\s{0,40}\.\w/); at !== -1; at = text.search(/\)\s{0,40}\.\w/)) {
    const open = text.indexOf('(', at);
    const end = open === -1 ? text.length : closingAt(text, open) + 1;
    text = text.slice(0, at + 1) + text.slice(end);
  }
  return text.replace(/\(\s{0,40}("[^"\n]{0,100}")\s{0,40}\/\s{0,40}/g, '$1 / ');
}

import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { closingAt, withoutComments, withoutTexts } from './groovyText';

/** A controller of Grails: its public methods and closures are actions. */
export interface GrailsController {
  /** Without `Controller`, its first letter in lower case, as it stands in a path. */
  readonly name: string;
  readonly base?: string;
  readonly isAbstract: boolean;
  readonly namespace?: string;
  readonly defaultAction?: string;
  readonly actions: readonly { readonly name: string; readonly line: number }[];
  /** The methods to which an action is limited. */
  readonly allowed: Readonly<Record<string, readonly string[]>>;
}

export const grailsController =
  /(?:^|\/)grails-app\/controllers\/(?:[\w-]{1,80}\/){0,12}(\w{1,100})Controller\.groovy$/;
const longest = 400_000;
const member =
  /^[ \t]{0,20}(?:@\w[\w.]{0,60}(?:\([^()\n]{0,200}\))?\s{1,40}){0,4}((?:(?:public|protected|private|static|final|abstract|synchronized)[ \t]{1,4}){0,4})(?:def|[A-Za-z_][\w.]{0,80}(?:<[^<>\n]{0,80}>)?(?:\[\])?)[ \t]{1,4}([a-z]\w{0,100})[ \t]{0,4}(?:\(([^()\n]{0,400})\)[^\n{;=]{0,100}\{|=[ \t]{0,4}\{)/gm;
const notAction = /^(?:before|after)(?:Interceptor|View)?$|^set[A-Z]/;
const reserved = /^(?:if|for|while|switch|catch|return|new|else|throw|case|try)$/;

/** Reads controllers of Grails. */
export const grailsControllerExtractor: Extractor<GrailsController> = {
  id: 'entryPoints.grailsControllers',
  version: 1,
  wants: (file) => grailsController.test(file.path) && !unwrittenRoles.has(file.role),
  extract(file) {
    if (file.text.length > longest) return undefined;
    const text = withoutComments(file.text);
    const bare = withoutTexts(file.text);
    const own = grailsController.exec(file.path)?.[1] ?? '';
    const head = new RegExp(
      `\\b(abstract\\s{1,9})?class\\s{1,9}${own}Controller\\b(?:<[^<>{]{0,80}>)?(?:\\s{1,40}extends\\s{1,9}([\\w.]{1,150}))?[^{]{0,400}\\{`,
    ).exec(bare);
    if (head === null) return undefined;
    const from = head.index + head[0].length - 1;
    const body = bare.slice(0, closingAt(bare, from));
    const level = depths(body, from);
    const actions = [...body.matchAll(member)].flatMap((found) => {
      const [whole, modifiers = '', name = '', parameters = ''] = found;
      const at = found.index + whole.lastIndexOf(name);
      if (at < from || level(found.index + whole.search(/\S/)) !== 1) return [];
      if (/private|protected|static|abstract/.test(modifiers) || notAction.test(name) || reserved.test(name)) return [];
      // What takes an exception handles it for the others.
      return /^\s{0,9}[\w.]{0,80}Exception\s/.test(parameters) ? [] : [{ name, line: file.lineAt(at) }];
    });
    const base = head[2]?.slice(head[2].lastIndexOf('.') + 1);
    const said = (key: string): string | undefined =>
      new RegExp(`\\bstatic\\s{1,9}(?:\\w{1,40}\\s{1,9})?${key}\\s{0,9}=\\s{0,9}["'](\\w{1,80})["']`).exec(text)?.[1];
    const namespace = said('namespace');
    const defaultAction = said('defaultAction');
    return {
      name: propertyName(own),
      isAbstract: head[1] !== undefined,
      actions,
      allowed: allowedIn(text),
      ...(base === undefined ? {} : { base }),
      ...(namespace === undefined ? {} : { namespace }),
      ...(defaultAction === undefined ? {} : { defaultAction }),
    };
  },
};

const propertyName = (name: string): string =>
  /^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);

/** How deep in braces a place lies; asked in the order of the text. */
function depths(body: string, from: number): (at: number) => number {
  let depth = 0;
  let index = from;
  return (at) => {
    for (; index < at; index++) {
      if (body[index] === '{') depth += 1;
      else if (body[index] === '}') depth -= 1;
    }
    return depth;
  };
}

function allowedIn(text: string): Readonly<Record<string, readonly string[]>> {
  const written =
    /\bstatic\s{1,9}(?:\w{1,40}\s{1,9})?allowedMethods\s{0,9}=\s{0,9}\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,4000})\]/.exec(
      text,
    )?.[1];
  return Object.fromEntries(
    [...(written ?? '').matchAll(/\b(\w{1,80})["']?\s{0,9}:\s{0,9}(?:\[([^\]]{0,200})\]|["'](\w{1,20})["'])/g)].map(
      ([, name = '', list, one]) => [name, one === undefined ? ((list ?? '').match(/[A-Za-z]{3,10}/g) ?? []) : [one]],
    ),
  );
}

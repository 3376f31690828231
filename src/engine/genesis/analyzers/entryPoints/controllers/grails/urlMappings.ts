import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { closingAt, withoutComments, withoutTexts } from './groovyText';

/** A mapping of Grails, below the groups and resources around it. */
export interface UrlMapping {
  readonly path: string;
  readonly line: number;
  readonly controller?: string;
  readonly action?: string;
  /** `action = [GET: "list", POST: "save"]` */
  readonly actions?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly namespace?: string;
  readonly resources?: 'many' | 'one';
  readonly only?: readonly string[];
  readonly without?: readonly string[];
}

const longest = 400_000;
const deepest = 8;
const statement =
  /(?:^|[\n;{}])\s{0,80}(?:(group)\s{0,4}\(?\s{0,4}|(get|post|put|patch|delete|head|options)\s{0,4}\(?\s{0,4}|name\s{1,4}\w{1,60}\s{0,4}:\s{0,4})?(["'])(\/[^"'\n]{0,300})\3/g;

/** Reads `UrlMappings` of Grails. */
export const urlMappingsExtractor: Extractor<readonly UrlMapping[]> = {
  id: 'entryPoints.grailsUrlMappings',
  version: 1,
  wants: (file) =>
    /(?:^|\/)grails-app\/(?:controllers|conf)\/.{0,200}UrlMappings\.groovy$/.test(file.path) &&
    !unwrittenRoles.has(file.role),
  extract(file) {
    if (file.text.length > longest) return undefined;
    const text = withoutComments(file.text);
    const bare = withoutTexts(file.text);
    const start = /\bstatic\s{1,9}(?:\w{1,40}\s{1,9})?mappings\s{0,9}=\s{0,9}\{/.exec(bare);
    if (start === null) return undefined;
    const open = start.index + start[0].length - 1;
    const found: UrlMapping[] = [];
    read(open, closingAt(bare, open), '', 0);
    return found;

    /** The statements of one block. */
    function read(from: number, to: number, prefix: string, depth: number): void {
      statement.lastIndex = from;
      for (let match = statement.exec(text); match !== null && match.index < to; match = statement.exec(text)) {
        const [whole, group, verb, , path = ''] = match;
        const at = match.index + whole.length;
        const { args, block, end } = partsBehind(at, to);
        const here = prefix + path;
        const line = file.lineAt(at - path.length - 1);
        if (group !== undefined) {
          if (block !== undefined && depth < deepest) read(block.from, block.to, here, depth + 1);
        } else {
          const inside = block === undefined ? '' : text.slice(block.from + 1, block.to);
          const mapping = mappingOf(
            here,
            line,
            /\bresources?\s{0,4}:/.test(args) ? args : `${args}\n${topOf(inside)}`,
            verb,
          );
          found.push(mapping);
          if (block !== undefined && depth < deepest && mapping.resources !== undefined) {
            const last = mapping.controller ?? '';
            read(block.from, block.to, mapping.resources === 'one' ? here : `${here}/$${last}Id`, depth + 1);
          }
        }
        statement.lastIndex = Math.max(end, at);
      }
    }

    /** What stands behind a path: arguments in brackets, a block, or arguments without brackets as far as the line goes. */
    function partsBehind(at: number, to: number): { args: string; block?: { from: number; to: number }; end: number } {
      let end = at;
      let args = '';
      const rest = /^\s{0,9}(?:,\s{0,9})?/.exec(text.slice(at, at + 20))?.[0].length ?? 0;
      if (bare[at + rest] === '(') {
        end = closingAt(bare, at + rest) + 1;
        args = text.slice(at + rest + 1, end - 1);
      } else if (bare[at + rest] !== '{') {
        const stop = bare.slice(at, Math.min(to, at + 400)).search(/[\n{]/);
        end = stop === -1 ? Math.min(to, at + 400) : at + stop;
        args = text.slice(at, end);
      }
      const behind = end + (/^[ \t]{0,9}(?:,\s{0,9})?(?:\n\s{0,40})?/.exec(text.slice(end, end + 60))?.[0].length ?? 0);
      if (bare[behind] !== '{') return { args, end };
      const close = closingAt(bare, behind);
      return { args, block: { from: behind, to: close }, end: close };
    }
  },
};

/** A block without the blocks of constraints in it; what a closure gives back stays. */
const topOf = (inside: string): string =>
  inside
    .replace(/\bconstraints\s{0,9}\{[^{}]{0,2000}\}/g, ' ')
    .replace(/=\s{0,9}\{\s{0,9}(["']\w{1,80}["'])\s{0,9}\}/g, '= $1');

function mappingOf(path: string, line: number, written: string, verb: string | undefined): UrlMapping {
  const said = (key: string): string | undefined =>
    new RegExp(`\\b${key}\\s{0,4}[:=]\\s{0,9}["'](\\w{1,80})["']`).exec(written)?.[1];
  const listOf = (key: string): readonly string[] | undefined =>
    new RegExp(`\\b${key}\\s{0,4}[:=]\\s{0,9}\\[([^\\]]{0,300})\\]`).exec(written)?.[1]?.match(/\w{1,40}/g) ??
    undefined;
  const many = said('resources');
  const one = said('resource');
  const table = /\baction\s{0,4}[:=]\s{0,9}\[([^\]]{0,600})\]/.exec(written)?.[1];
  const method = verb?.toUpperCase() ?? said('method');
  const controller = many ?? one ?? said('controller');
  const action = said('action');
  const namespace = said('namespace');
  const only = listOf('includes');
  const without = listOf('excludes');
  return {
    path,
    line,
    ...(controller === undefined ? {} : { controller }),
    ...(action === undefined ? {} : { action }),
    ...(table === undefined
      ? {}
      : {
          actions: Object.fromEntries(
            [...table.matchAll(/["']?\b([A-Z]{3,10})["']?\s{0,9}:\s{0,9}["'](\w{1,80})["']/g)].map(
              ([, key = '', name = '']) => [key, name],
            ),
          ),
        }),
    ...(method === undefined || method === '*' ? {} : { method }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(many === undefined ? (one === undefined ? {} : { resources: 'one' as const }) : { resources: 'many' as const }),
    ...(only === undefined ? {} : { only }),
    ...(without === undefined ? {} : { without }),
  };
}

import type { SymfonyRouteEntry } from './symfonyRoutesExtractor';

const comments = /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|^[ \t]*#(?!\[)[^\n]*/gm;
const entry =
  /->\s{0,40}(import|add)\(\s{0,40}(?:resource:\s{0,4})?(['"])([^'"\n]{0,300})\2(?:\s{0,40},\s{0,40}(['"])([^'"\n]{0,300})\4)?/g;
const prefix = /->\s{0,40}prefix\(\s{0,40}(['"])([^'"\n]{0,200})\1/;
const methods = /->\s{0,40}methods\(\s{0,4}\[([^\]]{0,200})\]/;
const controller = /->\s{0,40}controller\(\s{0,4}\[?\s{0,4}([\w\\]{1,200})::class(?:\s{0,4},\s{0,4}['"](\w{1,100}))?/;

/** What a `RoutingConfigurator` is told: `$routes->add('name', '/path')->controller(…)`, `$routes->import('x')->prefix('/y')`. */
export function phpRouteEntries(text: string): SymfonyRouteEntry[] {
  const plain = text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '));
  const found = [...plain.matchAll(entry)];
  return found.flatMap((match, at): SymfonyRouteEntry[] => {
    const [, verb, , first = '', , second] = match;
    const end = plain.indexOf(';', match.index);
    const next = found[at + 1]?.index ?? plain.length;
    const rest = plain.slice(match.index, Math.min(end === -1 ? plain.length : end, next));
    const line = plain.slice(0, match.index).split('\n').length;
    const place = line + (match[0].slice(0, match[0].indexOf('(')).match(/\n/g)?.length ?? 0);
    if (verb === 'import') {
      const below = prefix.exec(rest)?.[2];
      const resource = second === 'api_platform' ? '.' : first;
      return [{ line: place, resource, ...(below === undefined ? {} : { prefix: below }) }];
    }
    if (second === undefined) return [];
    const [, type, action] = controller.exec(rest) ?? [];
    const said = [...(methods.exec(rest)?.[1] ?? '').matchAll(/\w{3,10}/g)].map(([method]) => method.toUpperCase());
    return [
      {
        line: place,
        path: second,
        ...(said.length === 0 ? {} : { methods: said }),
        ...(type === undefined ? {} : { controller: action === undefined ? type : `${type}::${action}` }),
      },
    ];
  });
}

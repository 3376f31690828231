import type { SymfonyRouteEntry } from './symfonyRoutesExtractor';

const comments = /<!--[\s\S]*?-->/g;
const tag = /<(route|import)\s([^<>]{1,1000})>/g;
const attribute = /\b(path|pattern|methods|controller|resource|prefix)="([^"<>]{0,300})"/g;

/** `<route id="user" path="/users/{id}" methods="GET|POST"/>`, `<import resource="users.xml" prefix="/users"/>`. */
export function xmlRouteEntries(text: string): SymfonyRouteEntry[] {
  if (!text.includes('schema/routing')) return [];
  const plain = text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...plain.matchAll(tag)].flatMap((match): SymfonyRouteEntry[] => {
    const said: Readonly<Record<string, string>> = Object.fromEntries(
      [...(match[2] ?? '').matchAll(attribute)].map(([, key = '', value = '']) => [key, value]),
    );
    const line = plain.slice(0, match.index).split('\n').length;
    const path = said['path'] ?? said['pattern'];
    if (match[1] === 'import')
      return said['resource'] === undefined
        ? []
        : [{ line, resource: said['resource'], ...(said['prefix'] === undefined ? {} : { prefix: said['prefix'] }) }];
    if (path === undefined) return [];
    const methods = (said['methods'] ?? '').split(/[|,\s]+/).filter((method) => method !== '');
    return [
      {
        line,
        path,
        ...(methods.length === 0 ? {} : { methods: methods.map((method) => method.toUpperCase()) }),
        ...(said['controller'] === undefined ? {} : { controller: said['controller'] }),
      },
    ];
  });
}

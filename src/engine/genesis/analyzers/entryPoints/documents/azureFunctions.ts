import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { joinPaths, normalizePath } from '../paths/normalizePath';

/** What a file says of functions of Azure that requests call. */
interface AzureFile {
  readonly triggers: readonly {
    readonly methods: readonly string[];
    /** Left out: the name of the function is its path. */
    readonly route?: string;
    /** Left out: a name that no text tells. */
    readonly name?: string;
    readonly line: number;
  }[];
  /** What `host.json` puts before all of them. */
  readonly prefix?: string;
}

const longest = 400_000;
/** `[HttpTrigger(AuthorizationLevel.Function, "get", Route = "users/{id}")]`, and the same as an annotation of Java. */
const trigger = /(\[|@)HttpTrigger(?:Attribute)?\s{0,9}\(/g;
const functionName =
  /(?:\[|@)Function(?:Name)?\s{0,4}\(\s{0,9}(?:(?:name|value)\s{0,4}=\s{0,9})?(?:"([^"\n]{1,100})"|nameof\(\s{0,4}([\w.]{1,120})\s{0,4}\))?/g;
const method = /\b(?:HttpMethod\.)?["']?(get|post|put|patch|delete|head|options|trace)\b["']?/gi;

/** Reads HTTP triggers of Azure Functions in C#, Java, Kotlin and F#, `function.json`, and the prefix in `host.json`. */
export const azureFunctionsExtractor: Extractor<AzureFile> = {
  id: 'entryPoints.azureFunctions',
  version: 1,
  wants: (file) =>
    !unwrittenRoles.has(file.role) &&
    (/^(?:csharp|java|kotlin)$/.test(file.language) || /(?:\.fs|(?:^|\/)(?:host|function)\.json)$/.test(file.path)),
  extract(file) {
    const { text, path } = file;
    if (text.length > longest) return undefined;
    if (path.endsWith('host.json')) {
      const prefix = /"routePrefix"\s{0,9}:\s{0,9}"([^"\n]{0,100})"/.exec(text)?.[1];
      return prefix === undefined ? undefined : { triggers: [], prefix };
    }
    if (path.endsWith('function.json')) return declaredFunction(path, text, (at) => file.lineAt(at));
    if (!text.includes('HttpTrigger')) return undefined;
    const names = [...text.matchAll(functionName)].map((found) => ({ at: found.index, name: nameIn(found) }));
    const triggers = [...text.matchAll(trigger)].flatMap((found): AzureFile['triggers'][number][] => {
      const from = found.index + found[0].length;
      const args = argumentsFrom(text, from);
      const owner = names.findLast(({ at }) => at < found.index);
      if (owner === undefined) return [];
      const said = /\broute\s{0,4}=\s{0,9}"([^"\n]{0,300})"/i.exec(args)?.[1];
      if (said === undefined && /\broute\s{0,4}=(?!\s{0,4}null\b)/i.test(args)) return [];
      const rest = args.replace(
        /\b(?:route|name|authLevel|dataType|Connection)\s{0,4}=\s{0,4}(?:"[^"\n]{0,300}"|[\w.]{1,80})/gi,
        '',
      );
      const methods = [...rest.replace(/AuthorizationLevel\.\w{1,40}/g, '').matchAll(method)].map(([, name = '']) =>
        name.toUpperCase(),
      );
      return [
        {
          methods: [...new Set(methods)],
          line: file.lineAt(found.index),
          ...(said === undefined ? {} : { route: said }),
          ...(owner.name === undefined ? {} : { name: owner.name }),
        },
      ];
    });
    return triggers.length === 0 ? undefined : { triggers };
  },
};

const nameIn = ([, said, named]: RegExpExecArray): string | undefined =>
  said ?? named?.slice(named.lastIndexOf('.') + 1);

/** What stands in the brackets, texts with brackets in them included. */
function argumentsFrom(text: string, from: number): string {
  const found = /^(?:"[^"\n]{0,300}"|[^()"]|\([^()"]{0,200}\)){0,600}/.exec(text.slice(from, from + 1500));
  return found?.[0] ?? '';
}

function declaredFunction(path: string, text: string, lineAt: (at: number) => number): AzureFile | undefined {
  const at = text.search(/"type"\s{0,9}:\s{0,9}"httpTrigger"/i);
  const name = path.split('/').at(-2);
  if (at === -1 || name === undefined || !text.includes('"bindings"')) return undefined;
  // The methods and the path stand in the same binding.
  const from = text.lastIndexOf('{', at);
  const to = text.indexOf('}', at);
  const binding = text.slice(from, to === -1 ? text.length : to);
  const route = /"route"\s{0,9}:\s{0,9}"([^"\n]{0,300})"/.exec(binding)?.[1];
  const listed = /"methods"\s{0,9}:\s{0,9}\[([^\]]{0,200})\]/.exec(binding)?.[1] ?? '';
  const methods = [...listed.matchAll(method)].map(([, one = '']) => one.toUpperCase());
  return { triggers: [{ methods, name, line: lineAt(at), ...(route === undefined ? {} : { route }) }] };
}

/** Their routes below the prefix of the nearest `host.json`, which is `api` where that says none. */
export function azureRoutes(files: ReadonlyMap<string, AzureFile>): Route[] {
  const hosts = [...files].flatMap(([path, { prefix }]) =>
    prefix === undefined ? [] : [{ folder: path.slice(0, path.lastIndexOf('/') + 1), prefix }],
  );
  return [...files].flatMap(([file, { triggers }]) => {
    const [host] = hosts
      .filter(({ folder }) => file.startsWith(folder))
      .sort((a, b) => b.folder.length - a.folder.length);
    return triggers.flatMap(({ methods, route, name, line }) => {
      const path = route ?? name;
      if (path === undefined) return [];
      return (methods.length === 0 ? ['ANY'] : methods).map(
        (verb): Route => ({
          method: verb,
          path: joinPaths([host?.prefix ?? 'api', normalizePath(path, 'braces')], 'drop'),
          file,
          line,
          framework: 'Azure Functions',
          declared: 'explicit',
          ...(name === undefined ? {} : { handler: name }),
        }),
      );
    });
  });
}

import type { Extractor } from '../../../extractor';
import type { FileRole, SourceFile } from '../../../sourceFile';

/** The operations of one OpenAPI document. */
export interface OpenApiFacts {
  /** Path in front of all others, from `basePath` or the first server. */
  readonly base: string;
  readonly operations: readonly OpenApiOperation[];
  /** It names the code that handles its operations: a server reads its routes from here. */
  readonly namesHandlers?: true;
  /** Paths whose operations stand in files of their own. */
  readonly references?: readonly { readonly path: string; readonly line: number; readonly file: string }[];
  /** It is such a file: operations without a path. */
  readonly isPart?: true;
}
export interface OpenApiOperation {
  readonly method: string;
  readonly path: string;
  readonly line: number;
  readonly id?: string;
}

const leftOut: ReadonlySet<FileRole> = new Set(['test', 'fixture', 'example', 'vendored']);
const head = /^\s{0,4}\{?\s{0,8}["']?(?:openapi|swagger)["']?\s{0,4}:\s{0,4}["']?[23]\b/m;
const method = /^(?:get|post|put|patch|delete|head|options)$/;
/** What routers of documents read: where the function lies that answers an operation. */
const handler =
  /^\s{0,40}["']?x-(?:swagger-router-controller|openapi-router-controller|eov-operation-handler)["']?\s{0,4}:/m;
/** The operations of one path alone, at the beginning of the lines. */
const partHead = /^(?:get|post|put|patch|delete|head|options):[ \t]{0,10}\r?$/m;
const partBody = /^[ \t]{1,8}(?:operationId|responses):/m;
const reference = /^(\s{1,16})["']?\$ref["']?:\s{0,4}["']?([^"'#\s]{1,200}\.ya?ml)["']?\s{0,10}$/;
const longestPart = 200_000;
const longest = 3_000_000;
const mostOperations = 3_000;

/** Reads what an OpenAPI document says of an API, by its lines or by its keys, and which files it takes the operations of a path from. */
export const openApiExtractor: Extractor<OpenApiFacts> = {
  id: 'entryPoints.openApi',
  version: 5,
  wants: (file) => /\.(?:ya?ml|json)$/.test(file.path) && !leftOut.has(file.role),
  extract(file) {
    const isJson = file.path.endsWith('.json');
    if (file.text.length > longest || !head.test(file.text.slice(0, 3_000))) return isJson ? undefined : partOf(file);
    const facts = isJson ? fromJson(file) : fromYaml(file);
    if (facts.operations.length === 0 && facts.references === undefined) return undefined;
    return handler.test(file.text) ? { ...facts, namesHandlers: true } : facts;
  },
};

function partOf({ text }: SourceFile): OpenApiFacts | undefined {
  if (text.length > longestPart || !partHead.test(text) || !partBody.test(text)) return undefined;
  const operations = text.split('\n').flatMap((line, index): OpenApiOperation[] => {
    const word = /^([a-z]{3,7}):/.exec(line)?.[1] ?? '';
    return method.test(word) ? [{ method: word.toUpperCase(), path: '', line: index + 1 }] : [];
  });
  return { base: '', operations, isPart: true };
}

function fromYaml(file: SourceFile): OpenApiFacts {
  const operations: OpenApiOperation[] = [];
  const references: { path: string; line: number; file: string }[] = [];
  let isInPaths = false;
  let path: { readonly text: string; readonly indent: number; readonly line: number } | undefined;
  let level: number | undefined;
  for (const [index, line] of file.text.split('\n').entries()) {
    if (/^\S/.test(line)) isInPaths = /^["']?paths["']?:/.test(line);
    if (!isInPaths || operations.length >= mostOperations) continue;
    const key = /^(\s{1,12})["']?(\/[^"'\n]{0,300}?)["']?:\s{0,10}(?:#.*)?$/.exec(line);
    if (key !== null && (path === undefined || (key[1]?.length ?? 0) <= path.indent)) {
      path = { text: key[2] ?? '', indent: key[1]?.length ?? 0, line: index + 1 };
      level = undefined;
      continue;
    }
    const taken = path === undefined || references.length >= mostOperations ? null : reference.exec(line);
    if (path !== undefined && taken !== null && level === undefined && (taken[1]?.length ?? 0) > path.indent)
      references.push({ path: path.text, line: path.line, file: taken[2] ?? '' });
    const word = /^(\s{1,16})["']?([A-Za-z][\w-]{0,60})["']?:/.exec(line);
    const indent = word?.[1]?.length ?? 0;
    if (path === undefined || word === null || indent <= path.indent) continue;
    // Whatever the first key below a path is (parameters of all its operations, too), the operations stand beside it.
    level ??= indent;
    if (indent === level && method.test(word[2] ?? ''))
      operations.push({ method: (word[2] ?? '').toUpperCase(), path: path.text, line: index + 1 });
  }
  const base = /^basePath:\s{0,5}["']?([^\s"'#]{1,200})/m.exec(file.text)?.[1];
  const server =
    /^servers:\s{0,5}\n\s{0,8}-\s{1,4}(?:description:[^\n]{0,200}\n\s{1,8})?url:\s{0,5}["']?([^\s"'#]{1,300})/m.exec(
      file.text,
    )?.[1];
  return { base: base ?? pathOfServer(server), operations, ...(references.length === 0 ? {} : { references }) };
}

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function fromJson(file: SourceFile): OpenApiFacts {
  const document: unknown = JSON.parse(file.text);
  const paths = isJson(document) && isJson(document['paths']) ? document['paths'] : {};
  const from = file.text.indexOf('"paths"');
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    const line = file.lineAt(Math.max(0, file.text.indexOf(JSON.stringify(path), from)));
    return isJson(item) ? Object.entries(item).flatMap(([key, value]) => operation(key, value, path, line)) : [];
  });
  const { basePath, servers } = isJson(document)
    ? { basePath: document['basePath'], servers: document['servers'] }
    : {};
  const [first] = Array.isArray(servers) ? (servers as unknown[]) : [];
  const url = isJson(first) && typeof first['url'] === 'string' ? first['url'] : undefined;
  return {
    base: typeof basePath === 'string' ? basePath : pathOfServer(url),
    operations: operations.slice(0, mostOperations),
  };
}

function operation(key: string, value: unknown, path: string, line: number): OpenApiOperation[] {
  if (!method.test(key)) return [];
  const id = isJson(value) ? value['operationId'] : undefined;
  return [{ method: key.toUpperCase(), path, line, ...(typeof id === 'string' ? { id } : {}) }];
}

/**
 * `/v1` of `https://api.example.com/v1`, of `{protocol}://{host}/v1` and of `api/v1`; what only a variable says is nothing,
 * and a host that stands where a path should is no path.
 */
function pathOfServer(url: string | undefined): string {
  const path = (url ?? '')
    .replace(/^(?:[a-z]{2,5}|\{\w{1,40}\}):\/\/[^/]{0,200}/, '')
    .replace(/^(?=[\w-]{1,40}\/)/, '/');
  return path.includes('{') || !path.startsWith('/') || host.test(path) ? '' : path;
}

const host = /^\/(?:localhost|[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}:\d{2,5}|127\.0\.0\.1)(?::\d{2,5})?(?:\/|$)/;

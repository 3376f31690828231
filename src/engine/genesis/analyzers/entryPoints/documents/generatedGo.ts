const command = /\b(ogen-go\/ogen\/cmd\/ogen|ogen(?= -)|oapi-codegen)\b(?:@[\w.+-]{1,40})?[ \t]([^\n]{1,600})/g;
/** go-swagger by itself, and a function of a Makefile that runs it with a document that it is handed. */
const swagger = /\b[sS](?:wagger|WAGGER)[)}]?[ \t]{1,4}generate[ \t]{1,4}server\b([^\n]{0,600})/g;
const handedSwagger =
  /\$\(call[ \t]{1,4}\w{0,40}swagger\w{0,20}server\w{0,20},[ \t]{0,4}([\w./-]{1,300}\.(?:ya?ml|json))\b/g;
const named = /(?<![\w./=-])([\w./-]{1,300}\.(?:ya?ml|json))(?![\w./])/g;
const codegenServer = /-generate[= ]["']?[\w,-]{0,200}(?:server|gin|echo|fiber|chi|gorilla|iris)/;
const settings = /[\s"']--?config[= ]\s{0,4}["']?([\w./-]{1,300})/;
const forCallers = /client|types|models|spec/i;

export interface FoundDocument {
  readonly document: string;
  /** The file of settings that says what is made of it. */
  readonly config?: string;
}

const generated = /^generate:([^\n]{0,300}(?:\n(?:[ \t]|-)[^\n]{0,300}){0,30})/m;
const server = /\b(?:server|gin|echo|fiber|chi|gorilla|iris)\b/;

/** Settings of oapi-codegen that ask for no server. */
export function makesTypesAlone(text: string): boolean {
  const said = /^package:/m.test(text) ? generated.exec(text)?.[1] : undefined;
  return said !== undefined && !server.test(said.replace(/[\w-]{1,60}: false/g, ''));
}

/** The documents of which commands of a script or a comment make a server in Go. */
export function documentsOfGo(text: string): FoundDocument[] {
  return [...documentsOfSwagger(text), ...documentsOfCommands(text)];
}

function documentsOfSwagger(text: string): FoundDocument[] {
  if (!/generate[ \t]{1,4}server\b/.test(text)) return [];
  const written = [...text.matchAll(swagger)].flatMap(([, options = '']) => {
    const [said] = [...options.matchAll(named)].map(([, one = '']) => one);
    // Without one it reads the file of that name in its folder.
    return said ?? (options.includes('$(') ? [] : ['swagger.json', 'swagger.yml', 'swagger.yaml']);
  });
  const handed = written.length === 0 ? [...text.matchAll(handedSwagger)].map(([, one = '']) => one) : [];
  return [...written, ...handed].map((document) => ({ document }));
}

function documentsOfCommands(text: string): FoundDocument[] {
  if (!text.includes('ogen') && !text.includes('oapi-codegen')) return [];
  return [...text.matchAll(command)].flatMap(([, tool = '', options = '']) => {
    const config = settings.exec(` ${options}`)?.[1];
    const document = [...options.matchAll(named)].map(([, one]) => one).findLast((one) => one !== config);
    if (document === undefined) return [];
    if (tool.startsWith('ogen') || codegenServer.test(options)) return [{ document }];
    // What a file of settings has made is named after what it is, where it is no server.
    return config === undefined || forCallers.test(options.replace(document, '')) ? [] : [{ document, config }];
  });
}

const maker = /(\w{1,60})(?:,\s{0,4}\w{1,40})?\s{0,4}:?=\s{0,4}\w{1,60}\.NewServer\(/g;
const stripped = /\bStripPrefix\(\s{0,10}"(\/[^"\n]{1,200})",\s{0,10}(\w{1,60})\s{0,10}\)/g;
const withBase = /\b(?:HandlerFromMuxWithBaseURL|RegisterHandlersWithBaseURL)\([^\n"]{1,300}"(\/[^"\n]{1,200})"\)/;

/** `api, err := gen.NewServer(service)` … `http.StripPrefix("/api", api)`: the path below which code serves what was generated. */
export function servedAt(text: string): string | undefined {
  const said = withBase.exec(text)?.[1];
  if (said !== undefined || !text.includes('.NewServer(')) return said;
  const made = new Set([...text.matchAll(maker)].map(([, name]) => name));
  const [only, ...others] = [...text.matchAll(stripped)].flatMap(([, path, name]) =>
    made.has(name) && path !== undefined ? [path] : [],
  );
  return others.length === 0 ? only : undefined;
}

/** Files that may say where the servlet of a JAX-RS library stands: the descriptor, and code that starts a server. */
export const servletFile =
  /(?:^|\/)(?:web\.xml|\w{0,60}(?:Application|Server|Main|App|Config|Configuration|Bootstrap|Starter|Launcher|Module)\.(?:java|kt))$/;

const container = /(?<!WebSocket)ServletContainer\b|HttpServlet(?:30)?Dispatcher\b|CXFNonSpringJaxrsServlet\b/;
const declared =
  /<servlet>[\s\S]{0,600}?<servlet-name>\s{0,20}([\w .-]{1,80}?)\s{0,20}<\/servlet-name>[\s\S]{0,600}?<servlet-class>\s{0,20}([\w.]{1,200})/g;
const mapped =
  /<servlet-mapping>[\s\S]{0,300}?<servlet-name>\s{0,20}([\w .-]{1,80}?)\s{0,20}<\/servlet-name>[\s\S]{0,300}?<url-pattern>\s{0,20}([^<\s]{1,120})/g;
/** One call that puts a servlet somewhere: what is put there, and the path. */
const added = /\baddServlet\(([^;"]{1,400}),\s{0,40}"(\/[\w/.-]{0,100}\/)\*"/g;
/** Dropwizard: `environment.jersey().setUrlPattern("/api/*")`, `factory.setJerseyRootPath("/api/*")`. */
const ofJersey = /(?:\.jersey\(\)\s{0,40}\.setUrlPattern|\.setJerseyRootPath)\(\s{0,40}"(\/[\w/.-]{0,100})\/\*"/;
/** A module of Guice: `serve("/api/*").with(ServletContainer.class)`. */
const served = /\bserve\(\s{0,40}"(\/[\w/.-]{0,100}\/)\*"\s{0,40}\)\s{0,40}\.with\(([^;"]{1,400})/g;

export const mappedServletKey = 'servlet.mapped.';

/** Where a descriptor puts the servlets of the project, by their class; those of frameworks are none of its files. */
export function mappedServletsOf(text: string): Readonly<Record<string, string>> {
  const classes = new Map([...text.matchAll(declared)].map((found) => [firstOf(found), found[2] ?? '']));
  const values: Record<string, string> = {};
  for (const found of text.matchAll(mapped)) {
    const name = classes.get(firstOf(found));
    if (name === undefined) continue;
    const key = mappedServletKey + name;
    values[key] = [values[key], found[2] ?? ''].filter((part) => part !== undefined).join(' ');
  }
  return values;
}

/** The path in front of all resources, without its last slash; of several the shortest. */
export function servletPathOf(path: string, text: string): string | undefined {
  const jersey = path.endsWith('.xml') ? undefined : ofJersey.exec(text)?.[1];
  if (jersey !== undefined) return jersey;
  if (!container.test(text)) return undefined;
  const patterns = path.endsWith('.xml') ? patternsOfDescriptor(text) : patternsOfCode(text);
  const [shortest] = patterns.filter((pattern) => pattern !== '').sort((a, b) => a.length - b.length);
  return shortest?.replace(/\/$/, '');
}

/** A server has servlets for files and sockets too: of several only that counts which is seen to hold the resources. */
function patternsOfCode(text: string): string[] {
  const calls = [
    ...[...text.matchAll(added)].map((found) => ({ holder: firstOf(found).trim(), pattern: found[2] ?? '' })),
    ...[...text.matchAll(served)].map((found) => ({ holder: found[2] ?? '', pattern: firstOf(found) })),
  ];
  const proven = calls.filter(({ holder }) => container.test(holder) || holdsContainer(text, holder));
  const told = proven.length > 0 || calls.length > 1 ? proven : calls;
  return told.map(({ pattern }) => pattern);
}

/** `holder = new ServletHolder(new ServletContainer(config))`, one variable before. */
function holdsContainer(text: string, holder: string): boolean {
  if (!/^\w{1,80}$/.test(holder)) return false;
  const made = new RegExp(`\\b${holder}\\s{0,4}=\\s{0,40}([^;]{1,400})`, 'g');
  return [...text.matchAll(made)].some((found) => container.test(firstOf(found)));
}

function patternsOfDescriptor(text: string): string[] {
  const names = new Set([...text.matchAll(declared)].filter((found) => container.test(found[2] ?? '')).map(firstOf));
  return [...text.matchAll(mapped)]
    .filter((found) => names.has(firstOf(found)))
    .map((found) => (found[2] ?? '').replace(/\*$/, ''));
}

const firstOf = (found: RegExpExecArray): string => found[1] ?? '';

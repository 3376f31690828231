/** Files that may say where the servlet of a JAX-RS library stands: the descriptor, and code that starts a server. */
export const servletFile =
  /(?:^|\/)(?:web\.xml|\w{0,60}(?:Application|Server|Main|App|Config|Configuration|Bootstrap|Starter|Launcher)\.(?:java|kt))$/;

const container = /ServletContainer\b|HttpServlet(?:30)?Dispatcher\b|CXFNonSpringJaxrsServlet\b/;
const declared =
  /<servlet>[\s\S]{0,600}?<servlet-name>\s{0,20}([\w .-]{1,80}?)\s{0,20}<\/servlet-name>[\s\S]{0,600}?<servlet-class>\s{0,20}([\w.]{1,200})/g;
const mapped =
  /<servlet-mapping>[\s\S]{0,300}?<servlet-name>\s{0,20}([\w .-]{1,80}?)\s{0,20}<\/servlet-name>[\s\S]{0,300}?<url-pattern>\s{0,20}([^<\s]{1,120})/g;
const added = /\baddServlet\(\s{0,20}[\w.]{1,80}\s{0,4},\s{0,20}"(\/[\w/.-]{0,100}\/)\*"/g;

/** The path in front of all resources, without its last slash; of several the shortest. */
export function servletPathOf(path: string, text: string): string | undefined {
  if (!container.test(text)) return undefined;
  const patterns = path.endsWith('.xml') ? patternsOfDescriptor(text) : [...text.matchAll(added)].map(firstOf);
  const [shortest] = patterns.filter((pattern) => pattern !== '').sort((a, b) => a.length - b.length);
  return shortest?.replace(/\/$/, '');
}

function patternsOfDescriptor(text: string): string[] {
  const names = new Set([...text.matchAll(declared)].filter((found) => container.test(found[2] ?? '')).map(firstOf));
  return [...text.matchAll(mapped)]
    .filter((found) => names.has(firstOf(found)))
    .map((found) => (found[2] ?? '').replace(/\*$/, ''));
}

const firstOf = (found: RegExpExecArray): string => found[1] ?? '';

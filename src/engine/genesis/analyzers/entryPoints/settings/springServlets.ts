/**
 * Spring without Boot may have several servlets, each with controllers of its own packages: what sets a servlet up names
 * its path and a class of settings, and that class names the packages.
 */
export const springServletFile = /(?:^|\/)\w{0,80}Initializer\.(?:java|kt)$/;

const mappings = /\bgetServletMappings\s{0,4}\(\s{0,4}\)[^{]{0,60}\{([^}]{1,400})\}/;
const ofServlet = /\bgetServletConfigClasses\s{0,4}\(\s{0,4}\)[^{]{0,60}\{([^}]{1,400})\}/;
const ofRoot = /\bgetRootConfigClasses\s{0,4}\(\s{0,4}\)[^{]{0,60}\{([^}]{1,400})\}/;
const named = /\b(\w{1,100})(?:\.class|::class)/g;
const scanned = /@ComponentScan\s{0,4}\(([^)]{1,600})/;
const declared = /\bclass\s{1,4}(\w{1,100})/;
const constant = /"([^"]{0,100})"|\b([A-Z][A-Z0-9_]{2,60})\b/g;

/** What stands for a constant in the path: `<ADMIN_PATH>/users`. */
const constantMark = /<(\w{1,80})>/g;

export const servletKey = 'spring.servletof.';
export const scanKey = 'spring.packagesof.';

/** The path of the servlet by the classes of its settings; without its last slash. */
export function springServletsOf(text: string): Readonly<Record<string, string>> | undefined {
  const written = mappings.exec(text)?.[1];
  if (written === undefined) return undefined;
  const body = written.slice(written.indexOf('{') + 1);
  const path = [...body.matchAll(constant)].map(([, literal, name]) => literal ?? `<${name}>`).join('');
  const own = namesIn(ofServlet.exec(text)?.[1]);
  const classes = own.length > 0 ? own : namesIn(ofRoot.exec(text)?.[1]);
  const found = classes.map((name) => [servletKey + name, path.replace(/\/?\*$/, '')] as const);
  return found.length === 0 || !/^[/<]/.test(path) ? undefined : Object.fromEntries(found);
}

const namesIn = (written = ''): string[] => [...written.matchAll(named)].map(([, name]) => name ?? '');

/** The packages whose controllers a class of settings takes. */
export function springScanOf(text: string): Readonly<Record<string, string>> | undefined {
  const packages = [...(scanned.exec(text)?.[1] ?? '').matchAll(/"([\w.]{3,200})"/g)].map(([, name]) => name ?? '');
  const name = declared.exec(text)?.[1];
  return packages.length === 0 || name === undefined ? undefined : { [scanKey + name]: packages.join(' ') };
}

/** Below which path the controllers of a package lie, by the longest package that a servlet takes. */
export function springServletPath(
  values: Readonly<Record<string, string>>,
  folder: string,
  constantOf: (name: string) => string,
): string {
  const lies = `.${folder.replaceAll('/', '.')}.`;
  const all = Object.entries(values).flatMap(([key, path]) => {
    if (!key.startsWith(servletKey)) return [];
    const packages = values[scanKey + key.slice(servletKey.length)]?.split(' ') ?? [];
    return packages.filter((one) => lies.includes(`.${one}.`)).map((one) => ({ one, path }));
  });
  const [nearest] = all.sort((a, b) => b.one.length - a.one.length);
  return nearest?.path.replace(constantMark, (_mark, name: string) => constantOf(name)) ?? '';
}

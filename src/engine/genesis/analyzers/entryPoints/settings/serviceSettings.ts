import { parseAllDocuments } from 'yaml';

/** Files of any name in which a server of Dropwizard, or the services of a Spring Cloud Config server, have settings. */
export const serviceFile =
  /\.ya?ml$|(?:^|\/)[\w-]{0,60}config[\w-]{0,60}\/(?:[\w-]{1,60}\/){0,6}[\w-]{1,60}\.properties$/;

export const dropwizardContextKey = 'dropwizard.contextpath';
export const dropwizardRootKey = 'dropwizard.rootpath';
/** The context path that a configuration server gives the application of the file's name. */
export const cloudContextKey = 'cloudconfig.contextpath';

const dropwizard = /^ {1,12}(?:rootPath|applicationContextPath) {0,4}:|^ {1,12}type {0,4}: {0,4}["']?simple\b/m;
/** What only its files of settings say beside them. */
const ofDropwizard =
  /^ {1,12}(?:(?:application|admin)(?:Connectors|ContextPath)|requestLog) {0,4}:|rootPath {0,4}: {0,4}["']?[/\w-]{1,80}\/\*/m;
const context = /context-?path["']?[ \t]{0,9}[:=]/i;
const ofProperties = /^server\.(?:servlet\.)?context-?path[ \t]{0,9}[=:][ \t]{0,9}(\S{1,100})/im;

/** What such a file says of the beginning of paths, where it is one. */
export function serviceSettingsOf(path: string, text: string): Readonly<Record<string, string>> | undefined {
  if (text.length > 200_000) return undefined;
  const isOfDropwizard = /^server:/m.test(text) && dropwizard.test(text) && ofDropwizard.test(text);
  if (!isOfDropwizard && !context.test(text)) return undefined;
  if (path.endsWith('.properties')) {
    const said = ofProperties.exec(text)?.[1];
    return said === undefined ? undefined : { [cloudContextKey]: said };
  }
  const [document] = parseAllDocuments(text, { logLevel: 'silent' });
  if (document === undefined || document.errors.length > 0) return undefined;
  const server = document.get('server');
  const all = fieldsOf(server);
  return isOfDropwizard ? dropwizardPaths(all) : cloudPaths(all);
}

const fieldsOf = (node: unknown): ReadonlyMap<string, unknown> => {
  const plain: unknown =
    typeof node === 'object' && node !== null && 'toJSON' in node && typeof node.toJSON === 'function'
      ? node.toJSON()
      : undefined;
  return new Map(typeof plain === 'object' && plain !== null ? Object.entries(plain) : []);
};

/** A simple server has a context of its own unless it is given another. */
function dropwizardPaths(server: ReadonlyMap<string, unknown>): Readonly<Record<string, string>> {
  const whole = server.get('applicationContextPath') ?? (server.get('type') === 'simple' ? '/application' : undefined);
  const root = server.get('rootPath');
  return {
    ...(typeof whole === 'string' ? { [dropwizardContextKey]: pathIn(whole) } : {}),
    ...(typeof root === 'string' ? { [dropwizardRootKey]: pathIn(root) } : {}),
  };
}

function cloudPaths(server: ReadonlyMap<string, unknown>): Readonly<Record<string, string>> | undefined {
  const servlet = server.get('servlet');
  const inner = new Map(typeof servlet === 'object' && servlet !== null ? Object.entries(servlet) : []);
  const said = [inner, server].flatMap((fields) => [fields.get('context-path'), fields.get('contextPath')]);
  const path = said.find((one) => typeof one === 'string');
  return typeof path === 'string' ? { [cloudContextKey]: path } : undefined;
}

/** `/api/*`, and `${BASE:-/api}` with what it is unless the environment says otherwise. */
const pathIn = (path: string): string => path.replace(/^\$\{\w{1,80}:-([^}]{0,100})\}$/, '$1').replace(/\/?\*?$/, '');

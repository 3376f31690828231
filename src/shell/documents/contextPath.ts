/** Which context a `contox:` document is. Without an id it is the one that has the schema key now. */
export interface DocumentRef {
  readonly projectId: string;
  readonly schemaKey: string;
  readonly contextId: string | undefined;
}

export function contextPath(projectId: string, schemaKey: string): string {
  return `/${projectId}/${schemaKey}.md`;
}

/** `undefined` for what is not the path of a context, a folder for one. */
export function parseContextPath(path: string, query: string): DocumentRef | undefined {
  const match = /^\/([^/]+)\/(.+)\.md$/.exec(path);
  const [, projectId, schemaKey] = match ?? [];
  if (!projectId || !schemaKey) return undefined;
  return { projectId, schemaKey, contextId: query === '' ? undefined : query };
}

/** Ends with the last part of the schema key, which is what the tab shows. */
export function versionPath(contextId: string, version: number, schemaKey: string): string {
  return `/${contextId}/${version}/${schemaKey.slice(schemaKey.lastIndexOf('/') + 1)}.md`;
}

export function parseVersionPath(path: string): { readonly contextId: string; readonly version: number } | undefined {
  const [, contextId, version] = /^\/([^/]+)\/(\d{1,9})\//.exec(path) ?? [];
  return contextId && version ? { contextId, version: Number(version) } : undefined;
}

/** Every path that is no document is a folder, whether or not a context lies in it yet. */
export function isFolderPath(path: string): boolean {
  return !path.endsWith('.md');
}

/** Names in a folder of a project: `[name, isFolder]`. `path` is `/<projectId>` or below it. */
export function listFolder(schemaKeys: readonly string[], path: string): [name: string, isFolder: boolean][] {
  const folder = path.split('/').slice(2).join('/');
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = new Map<string, boolean>();
  for (const key of schemaKeys) {
    if (!key.startsWith(prefix) || key === folder) continue;
    const [name = '', ...deeper] = key.slice(prefix.length).split('/');
    names.set(deeper.length > 0 ? name : `${name}.md`, deeper.length > 0);
  }
  return [...names];
}

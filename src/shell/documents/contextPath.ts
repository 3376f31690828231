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

/** Projects to try a library out with, and those that its tests build: each has a manifest of its own. */
const tried = /^(sandbox(?:es)?)\/(?:[^/]+\/){1,4}[^/]+\.(?:csproj|fsproj|vbproj)$/i;

/** What is tried out lies beside them. */
const product = /^src\/(?:[^/]+\/){1,4}[^/]+\.(?:csproj|fsproj|vbproj)$/;

/** Folders at the top in which samples of .NET lie beside the product. */
export function sandboxes(paths: readonly string[]): string[] {
  const found = new Set(paths.flatMap((path) => tried.exec(path)?.[1] ?? []));
  return found.size > 0 && paths.some((path) => product.test(path)) ? [...found] : [];
}

/** Where Maven's invoker finds the projects that it builds for a test. */
const invoked = /^((?:[^/]+\/){0,8}src\/it)\/(?:[^/]+\/){1,6}pom\.xml$/;

export function invokedProjects(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap((path) => (path.endsWith('/pom.xml') ? (invoked.exec(path)?.[1] ?? []) : [])))];
}

/** Whether a folder is one of such projects. */
export const isInvoked = (folder: string): boolean => /(?:^|\/)src\/it$/.test(folder);

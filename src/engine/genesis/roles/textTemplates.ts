/** What T4 writes lies beside its template, under the same name. */
export function ofTextTemplates(paths: readonly string[]): string[] {
  const stems = new Set(paths.flatMap((path) => (path.endsWith('.tt') ? [path.slice(0, -3)] : [])));
  if (stems.size === 0) return [];
  return paths.filter((path) => /\.(?:cs|vb|sql)$/.test(path) && stems.has(path.slice(0, path.lastIndexOf('.'))));
}

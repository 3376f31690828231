/**
 * The ways in which a Gradle script refers to a constant (`kotlinVersion`, `$kotlinVersion`, `${Versions.kotlin}`) brought
 * to the one form with braces, which is resolved when all files are known.
 */
export function placeholders(version: string): string {
  if (/^[A-Za-z_]\w*(\.\w+)*$/.test(version)) return `\${${version}}`;
  return version.replace(/\$(\w+(?:\.\w+)*)/g, (_whole, name: string) => `\${${name}}`);
}

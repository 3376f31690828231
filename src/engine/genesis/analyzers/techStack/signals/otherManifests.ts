import type { Extractor } from '../../../extractor';

/** A package or a kind of project that a file names which no list of packages is made from. */
export interface NamedPackage {
  /** As the rules call it: `maven:org.scalatra:scalatra`, `manifest:wordpress-plugin`. */
  readonly token: string;
  /** As the line itself says it; empty where it stands elsewhere. */
  readonly version: string;
  readonly line: number;
  /** Asked for by tests alone. */
  readonly isTest: boolean;
}

interface Format {
  readonly pattern: RegExp;
  /** How much of a file is read. */
  readonly lines: number;
  readonly read: (line: string) => Omit<NamedPackage, 'line'> | undefined;
}

const formats: readonly Format[] = [
  // `"org.scalatra" %% "scalatra" % "3.1.0" % Test`, also as a plugin of the build and, in Mill, `ivy"org::name:1.0"`.
  {
    pattern: /(?:^|\/)(?:[\w.-]{1,60}\.sbt|project\/[\w.-]{1,60}\.scala|build\.(?:sc|mill))$/,
    lines: 2_000,
    read(line) {
      const [, group, name, version, rest] =
        /"([\w.-]{3,80})"\s{0,40}%{1,3}\s{0,40}"([\w.-]{2,80})"(?:\s{0,40}%\s{0,40}"([^"\n]{1,40})")?(.{0,80})/.exec(
          line,
        ) ??
        /(?:ivy|mvn)"([\w.-]{3,80}):{1,3}([\w.-]{2,80}):{1,2}([^"\n:]{1,40})"/.exec(line) ??
        [];
      if (group === undefined || name === undefined || line.trimStart().startsWith('//')) return undefined;
      const isTest = /%\s{0,40}(?:Test\b|"(?:it,)?test|IntegrationTest|"it\b)/i.test(`${version ?? ''}${rest ?? ''}`);
      return { token: `maven:${group}:${name}`, version: /^\d/.test(version ?? '') ? (version ?? '') : '', isTest };
    },
  },
  // The comment that WordPress reads a plugin's or a theme's name from.
  {
    pattern: /^(?:[\w.-]{1,60}\/){0,2}[\w.-]{1,80}\.php$/,
    lines: 40,
    read: (line) =>
      /^[ \t/*#@]{0,10}Plugin Name:\s{0,9}\S/.test(line)
        ? { token: 'manifest:wordpress-plugin', version: '', isTest: false }
        : undefined,
  },
  // What the whole is built with stands at the beginning of a line: what is indented hangs on a choice.
  {
    pattern: /^(?:src\/)?CMakeLists\.txt$/,
    lines: 1_500,
    read: (line) =>
      /^find_package\s?\(\s?(?:Qt[56]?|(?:Qt)?\$\{\w{0,30}QT\w{0,30}\})\s(?=[^)#]{0,300}\bREQUIRED\b)(?=[^)#]{0,300}\b(?:Gui|Widgets|Quick|Qml)\b)/i.test(
        line,
      )
        ? { token: 'manifest:qt', version: '', isTest: false }
        : undefined,
  },
  // What a browser reads of an extension.
  {
    pattern: /^(?:[\w.-]{1,60}\/){0,3}manifest(?:[.-]\w{1,20}){0,2}\.json$/,
    lines: 300,
    read: (line) =>
      /^\s{0,9}"manifest_version"\s{0,9}:\s{0,9}[23]\b/.test(line)
        ? { token: 'manifest:web-extension', version: '', isTest: false }
        : undefined,
  },
  {
    pattern: /^(?:[\w.-]{1,60}\/){0,2}style\.css$/,
    lines: 30,
    read: (line) =>
      /^[ \t/*]{0,10}Theme Name:\s{0,9}\S/.test(line)
        ? { token: 'manifest:wordpress-theme', version: '', isTest: false }
        : undefined,
  },
];

export const otherManifestExtractor: Extractor<readonly NamedPackage[]> = {
  id: 'techStack/otherManifests',
  version: 3,
  wants: (file) => file.role !== 'vendored' && formats.some((format) => format.pattern.test(file.path)),
  extract(file) {
    const format = formats.find(({ pattern }) => pattern.test(file.path));
    if (format === undefined || file.text.length > 500_000) return undefined;
    const lines = file.text.split('\n', format.lines);
    const found = new Map<string, NamedPackage>();
    for (const [index, line] of lines.entries()) {
      if (line.length > 1_000) continue;
      const named = format.read(line);
      if (named !== undefined && !found.has(named.token)) found.set(named.token, { ...named, line: index + 1 });
    }
    return found.size === 0 ? undefined : [...found.values()].slice(0, 400);
  },
};

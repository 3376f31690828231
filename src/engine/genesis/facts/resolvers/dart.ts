import { folderOf, joinPath, nearest } from '../paths';
import { type ImportResolver, nowhere, type ProjectView, type Target } from './resolver';

/** Dart: `package:shop/cups.dart` is `lib/cups.dart` of the package called `shop`; other paths go from the file's folder. */
export class DartResolver implements ImportResolver {
  private readonly folders = new Map<string, string[]>();

  constructor(private readonly project: ProjectView) {
    for (const { path, folder, config } of project.configs('build')) {
      if (!/(?:^|\/)pubspec\.yaml$/.test(path) || config.name === undefined) continue;
      this.folders.set(config.name, [...(this.folders.get(config.name) ?? []), folder]);
    }
  }

  resolve(from: string, specifier: string): Target {
    const [, name, rest = ''] = /^package:([^/]+)\/(.+)$/.exec(specifier) ?? [];
    if (name === undefined)
      return specifier.includes(':') ? nowhere : this.among(from, [joinPath(folderOf(from), specifier)]);
    const folders = this.folders.get(name);
    if (folders === undefined) return { files: [], external: name };
    return this.among(
      from,
      folders.map((folder) => joinPath(folder, `lib/${rest}`)),
    );
  }

  /** What is not there is made when the project is built; an example may bear the name of what it shows. */
  private among(from: string, paths: readonly (string | undefined)[]): Target {
    const known = paths.flatMap((path) =>
      path !== undefined && path !== from && this.project.files.has(path) ? [path] : [],
    );
    const file = nearest(from, known);
    return file === undefined ? nowhere : { files: [file] };
  }
}

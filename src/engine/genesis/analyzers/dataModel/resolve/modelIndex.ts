import type { ImportGraph } from '../../../facts/importGraph';
import { folderOf } from '../../../facts/paths';
import type { NamedModel } from '../modelFact';
import type { PlacedModel } from '../schema/foldSchema';
import { dotnetKinds } from '../sources/dotnetMappers';
import { exchanged } from './gormRoles';

/** Length of the path that two files share: the nearer of two classes of one name is the one that is meant. */
export function nearness(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  return count;
}

/** How many of their last folders two paths share. */
function commonEnd(a: string, b: string): number {
  const [left, right] = [a.split('/').reverse(), b.split('/').reverse()];
  const differs = left.findIndex((folder, at) => folder !== right[at]);
  return differs < 0 ? left.length : differs;
}

/** Models by the names that others use of them. */
export class ModelIndex {
  private readonly byName = new Map<string, PlacedModel[]>();

  constructor(
    readonly models: readonly PlacedModel[],
    private readonly imports: ImportGraph,
  ) {
    // PHP names a base in full.
    for (const model of models)
      for (const name of [model.name, ...(model.aliases ?? []).filter((alias) => alias.includes('\\'))])
        this.byName.set(name, [...(this.byName.get(name) ?? []), model]);
  }

  /** Whether a struct that is an entity for certain lies in the same package. */
  hasEntityBeside({ kind, file }: PlacedModel): boolean {
    if (exchanged.test(file)) return false;
    return this.models.some(
      (other) => other.kind === kind && other.role === 'entity' && folderOf(other.file) === folderOf(file),
    );
  }

  /** The class that a name means that makes it an entity: where it says its package, that one's. */
  named({ name, kind, folder }: NamedModel, from: string): PlacedModel | undefined {
    const ends = (model: PlacedModel): number => commonEnd(folderOf(model.file), folder ?? '');
    const [first] = (folder === undefined ? [] : (this.byName.get(name) ?? []))
      .filter((model) => model.kind === kind && ends(model) > 0)
      .toSorted((a, b) => ends(b) - ends(a) || nearness(b.file, from) - nearness(a.file, from));
    return first ?? this.find(name, from, kind);
  }

  /** The class that a name in a file means: its own, the imported one, else the nearest of that kind. */
  find(name: string, from: string, kind: string): PlacedModel | undefined {
    return this.inModule(name, from, kind) ?? this.inNamespace(name, kind) ?? this.findPlain(name, from, kind);
  }

  /** A class of .NET that a file names with as much of its namespace as is needed: `Core.Orders.Order`. */
  private inNamespace(name: string, kind: string): PlacedModel | undefined {
    if (!dotnetKinds.has(kind) || !name.includes('.')) return undefined;
    const isMeant = (full: string): boolean => full === name || full.endsWith(`.${name}`);
    const same = this.byName.get(name.slice(name.lastIndexOf('.') + 1));
    return same?.find((model) => model.kind === kind && model.aliases?.some(isMeant) === true);
  }

  /** A class of a module that the file takes in: `abstract.Order`. */
  private inModule(name: string, from: string, kind: string): PlacedModel | undefined {
    if (kind !== 'django' || !name.includes('.')) return undefined;
    const origin = this.imports.originOf(from, name);
    const last = name.slice(name.lastIndexOf('.') + 1);
    return this.byName.get(last)?.find((model) => model.kind === kind && model.file === origin?.path);
  }

  private findPlain(name: string, from: string, kind: string): PlacedModel | undefined {
    const candidates = (this.byName.get(name) ?? []).filter((model) => model.kind === kind);
    const isOwn = candidates.some((model) => model.file === from);
    const asks = candidates.length > 1 || (kind === 'django' && candidates.length > 0 && !isOwn);
    const origin = asks ? this.imports.originOf(from, name) : undefined;
    // The file takes another class of that name, which is no model.
    const isOther = origin !== undefined && !candidates.some((model) => model.file === origin.path);
    if (kind === 'django' && isOther && !origin.path.endsWith('/__init__.py')) return undefined;
    return (
      candidates.find((model) => model.file === from) ??
      candidates.find((model) => model.file === origin?.path) ??
      candidates.toSorted((a, b) => nearness(b.file, from) - nearness(a.file, from))[0]
    );
  }
}

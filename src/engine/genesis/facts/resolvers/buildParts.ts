import type { ProjectView } from './resolver';

/** The part of a build that a file belongs to: what lies before `src`. */
function partOf(path: string): string | undefined {
  const at = path.startsWith('src/') ? 0 : path.indexOf('/src/');
  return at < 0 ? undefined : path.slice(0, Math.max(0, at));
}

/** As manifests of Gradle are read: `dataModel` is `data-model`. */
const spelled = (folder: string): string => folder.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();

/** Which parts of a build of Maven or Gradle see which: those that share a package need not know each other. */
export class BuildParts {
  /** Folder of a part, and folders of those that it asks for. */
  private readonly targets = new Map<string, readonly string[]>();
  private readonly visible = new Map<string, ReadonlySet<string>>();

  constructor(project: ProjectView) {
    const configs = project
      .configs('build')
      .filter(({ path }) => /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/.test(path));
    const byName = new Map<string, string>();
    const byEnd = new Map<string, string[]>();
    for (const { folder, config } of configs) {
      if (config.name !== undefined && !byName.has(config.name)) byName.set(config.name, folder);
      const parts = spelled(folder).split('/');
      for (let from = 0; from < parts.length; from++) {
        const end = parts.slice(from).join(':');
        byEnd.set(end, [...(byEnd.get(end) ?? []), folder]);
      }
    }
    for (const { folder, config } of configs) {
      const named = config.dependencies.flatMap((name) => byName.get(name) ?? []);
      const referred = config.references.flatMap((reference) => byEnd.get(reference.slice(1)) ?? []);
      this.targets.set(folder, [...(this.targets.get(folder) ?? []), ...named, ...referred]);
    }
  }

  canUse(from: string, to: string): boolean {
    const [own, other] = [partOf(from), partOf(to)];
    return own === other || (own !== undefined && other !== undefined && this.visibleFrom(own).has(other));
  }

  /** What a part asks for is handed on, as most builds do it. */
  private visibleFrom(part: string): ReadonlySet<string> {
    let seen = this.visible.get(part);
    if (seen === undefined) {
      const found = new Set<string>();
      const open = [...(this.targets.get(part) ?? [])];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        open.push(...(this.targets.get(next) ?? []));
      }
      seen = found;
      this.visible.set(part, seen);
    }
    return seen;
  }
}

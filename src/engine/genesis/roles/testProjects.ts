import { roleOf } from '../languages/roleOf';
import type { FileRole } from '../sourceFile';
import { isShownName, type Project } from './project';
import type { Told } from './toldRoles';

/** More rounds than chains of test projects have. */
const mostRounds = 8;

/** Roles of the folders of projects: of tests are those that say so, and what nobody but tests uses or what uses tests. */
export class ProjectRoles {
  readonly byFolder: ReadonlyMap<string, Told>;
  private readonly tests: Set<Project>;
  private readonly byName = new Map<string, Project[]>();
  private readonly users = new Map<Project, { readonly by: Project; readonly inTests: boolean }[]>();

  constructor(
    private readonly projects: readonly Project[],
    private readonly hasFile: (path: string) => boolean,
  ) {
    for (const project of projects) for (const name of project.names) push(this.byName, keyOf(project, name), project);
    for (const by of projects) {
      for (const used of by.uses.flatMap((name) => this.named(by, name))) this.addUser(used, by, false);
      for (const used of by.testUses.flatMap((name) => this.named(by, name))) this.addUser(used, by, true);
    }
    // A crate that others build upon is none, whatever its folder is called.
    this.tests = new Set(
      projects.filter(
        (one) => isTestByItself(one) && !(one.kind === 'cargo' && one.role === undefined && this.isBuiltUpon(one)),
      ),
    );
    for (let round = 0; round < mostRounds && this.grow(); round++);
    this.byFolder = this.roles();
  }

  /** Whether somebody's own code uses a project in the folder. */
  isUsed(folder: string): boolean {
    return this.projects.some((project) => project.folder === folder && this.productUsers(project).length > 0);
  }

  private isBuiltUpon(project: Project): boolean {
    return (this.users.get(project) ?? []).some(({ by, inTests }) => !inTests && roleOf(`${by.folder}/a`) === 'source');
  }

  private grow(): boolean {
    const size = this.tests.size;
    for (const project of this.projects)
      if (!this.tests.has(project) && project.folder !== '' && project.role === undefined && this.isTest(project))
        this.tests.add(project);
    return this.tests.size > size;
  }

  private isTest(project: Project): boolean {
    const used = project.uses.flatMap((name) => this.named(project, name));
    // A sample may use what helps tests.
    const isOpen = this.productUsers(project).some(({ folder }) => roleOf(`${folder}/a`) !== 'example');
    if (isOpen || roleOf(`${project.folder}/a`) !== 'source') return false;
    if (project.kind === 'dotnet' && used.some((one) => this.tests.has(one))) return true;
    if (project.isNamedTest === true && used.length > 0) return true;
    // What runs by itself serves somebody else, too.
    const runs = project.kind === 'cargo' && this.hasFile(`${project.folder}/src/main.rs`);
    return project.isAid === true && !runs && (this.users.get(project) ?? []).length > 0;
  }

  /** Those who use it for something else than tests. */
  private productUsers(project: Project): readonly Project[] {
    const users = this.users.get(project) ?? [];
    return users.filter((user) => !user.inTests && !this.tests.has(user.by)).map((user) => user.by);
  }

  private roles(): Map<string, Told> {
    const roles = new Map<string, Told>();
    const byPlace = new Map<string, Project[]>();
    for (const project of this.projects) push(byPlace, keyOf(project, project.folder), project);
    for (const project of this.projects) {
      const { folder } = project;
      const role = this.tests.has(project) ? 'test' : (project.role ?? this.asideOf(project));
      if (folder === '' || role === undefined) continue;
      // A folder is of the tests if all of its projects are.
      const all = byPlace.get(keyOf(project, folder)) ?? [];
      if (all.every((one) => one === project || this.tests.has(one) || one.role === role)) roles.set(folder, role);
    }
    // What the product uses is no test, wherever it lies, and a crate called `docs` is no documentation.
    for (const { folder, kind } of this.projects.filter((one) => this.productUsers(one).length > 0)) {
      const named = roleOf(`${folder}/a`);
      if (!roles.has(folder))
        roles.set(folder, named === 'docs' || (named === 'test' && kind === 'cargo') ? 'own' : undefined);
    }
    return roles;
  }

  /** What no product uses and that shows it, documents it or serves its build. */
  private asideOf(project: Project): FileRole | undefined {
    if (this.isShown(project)) return 'example';
    if (project.isOfBuild === true && this.productUsers(project).length === 0) return 'config';
    if (this.isOfDocuments(project)) return 'docs';
    if ((this.users.get(project) ?? []).length > 0 || roleOf(`${project.folder}/a`) !== 'source') return undefined;
    if (project.isWithinUsed === true) return 'example';
    const last = project.folder.slice(project.folder.lastIndexOf('/') + 1);
    return documentsName.test(last) && project.uses.length + project.testUses.length > 0 ? 'docs' : undefined;
  }

  /** What uses a part of the product, is used by none, and says by its name that it shows it. */
  private isShown(project: Project): boolean {
    const last = project.folder.slice(project.folder.lastIndexOf('/') + 1);
    return (
      [last, ...project.names].some(isShownName) &&
      project.uses.some((name) => this.named(project, name).some((one) => one !== project)) &&
      (this.users.get(project) ?? []).length === 0 &&
      roleOf(`${project.folder}/a`) === 'source'
    );
  }

  /** `Shop.Docs`, `Shop.Docs.Server`: beside the project `Shop` they document it, if none but such and tests use them. */
  private isOfDocuments(project: Project): boolean {
    const documented = project.kind === 'dotnet' ? documentingName.exec(lastOf(project))?.[1] : undefined;
    return (
      documented !== undefined &&
      this.projects.some((one) => one.kind === 'dotnet' && lastOf(one) === documented) &&
      this.productUsers(project).every((one) => documentingName.test(lastOf(one)))
    );
  }

  private named(by: Project, name: string): readonly Project[] {
    return this.byName.get(keyOf(by, name)) ?? [];
  }

  private addUser(used: Project, by: Project, inTests: boolean): void {
    if (used !== by) push(this.users, used, { by, inTests });
  }
}

/** What stands before the part of a name that says so. */
const documentingName = /^([\w.-]{1,80}?)\.(?:Docs|Documentation)(?:\.|$)/;

const lastOf = ({ folder }: Project): string => folder.slice(folder.lastIndexOf('/') + 1);

/** `shop-docs`, `Shop.Documentation`: what is written there is shown in documents. */
const documentsName = /^[\w.-]{1,80}[-_.](?:[dD]ocs?|[dD]ocumentation)$/;

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function keyOf(project: Project, name: string): string {
  return `${project.kind}\n${name}`;
}

function isTestByItself(project: Project): boolean {
  if (project.role === 'test') return true;
  const role = project.folder === '' ? 'source' : roleOf(`${project.folder}/a`);
  return role === 'test' || role === 'fixture';
}

import { folderOf, foldersUp, isInside, joinPath } from '../../paths';
import type { ProjectView } from '../resolver';

const projectFile =
  /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg|manage\.py|requirements[\w.-]*\.txt|Pipfile|tox\.ini)$/;

/** The folders in which Python looks for absolute imports, as far as the project's files show them. */
export class PythonRoots {
  private readonly roots: readonly string[];
  /** Where something of the product is. */
  private readonly ofProduct: readonly string[];
  private readonly cache = new Map<string, readonly string[]>();

  constructor(private readonly project: ProjectView) {
    const roots = new Set<string>(['']);
    for (const { folder, config } of project.configs('python'))
      for (const source of config.sourceFolders) {
        const path = joinPath(folder, source);
        if (path !== undefined && project.files.hasFolder(path)) roots.add(path);
      }
    for (const path of project.files.paths) {
      if (projectFile.test(path) && !this.isModule(path)) this.addProject(roots, folderOf(path));
      else if (path.endsWith('/__init__.py')) this.addParentOfPackage(roots, folderOf(path));
    }
    this.roots = [...roots].sort((a, b) => b.length - a.length);
    const holding = this.holdingProduct();
    this.ofProduct = this.roots.filter((root) => holding.has(root));
  }

  /** Folders to look in, the nearest that hold the file first, then those of other projects in the repository. */
  for(from: string): readonly string[] {
    const folder = folderOf(from);
    let order = this.cache.get(folder);
    if (order === undefined) {
      order = this.orderFor(from, folder);
      this.cache.set(folder, order);
    }
    return order;
  }

  private orderFor(from: string, folder: string): readonly string[] {
    const { files } = this.project;
    // A script finds its neighbours; a module of a package does not.
    const script = files.has(folder === '' ? '__init__.py' : `${folder}/__init__.py`) ? [] : [folder];
    const around = this.roots.filter((root) => isInside(folder, root));
    // Product code does not import from the tests, fixtures and examples beside it.
    const reached = files.isSource(from) ? this.ofProduct : this.roots;
    const others = reached.filter((root) => !isInside(folder, root));
    return [...new Set([...around, ...script, ...others])];
  }

  /** Folders with modules of the product at some depth: beside a package itself may stand nothing but its manifest. */
  private holdingProduct(): ReadonlySet<string> {
    const { files } = this.project;
    const holding = new Set<string>();
    for (const path of files.paths) {
      if (!/\.pyi?$/.test(path) || holding.has(folderOf(path)) || !files.isSource(path)) continue;
      for (const folder of foldersUp(folderOf(path))) {
        if (holding.has(folder)) break;
        holding.add(folder);
      }
    }
    return holding;
  }

  /** `shop/database/manage.py`, in a package within another, is a module that is called so. */
  private isModule(path: string): boolean {
    const folder = folderOf(path);
    const { files } = this.project;
    if (!path.endsWith('.py') || folder === '' || !files.has(`${folder}/__init__.py`)) return false;
    const around = folderOf(folder);
    return files.has(around === '' ? '__init__.py' : `${around}/__init__.py`);
  }

  private addProject(roots: Set<string>, folder: string): void {
    roots.add(folder);
    for (const sub of ['src', 'lib', 'python']) {
      const path = folder === '' ? sub : `${folder}/${sub}`;
      if (this.project.files.hasFolder(path)) roots.add(path);
    }
  }

  private addParentOfPackage(roots: Set<string>, packageFolder: string): void {
    for (const folder of foldersUp(folderOf(packageFolder))) {
      if (this.project.files.has(folder === '' ? '__init__.py' : `${folder}/__init__.py`)) continue;
      roots.add(folder);
      return;
    }
  }
}

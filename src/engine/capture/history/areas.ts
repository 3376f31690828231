import type { HistoryDigest } from '../../../shared/capture';
import type { Commit } from '../../git/commits/parseCommits';
import { isBot } from '../../sessions/life/summary/isBot';

const deepest = 5;
/** An import or a reformatting says nothing of where work goes on. */
const mostFiles = 300;
const mostAreas = 12;
const leastCommits = 3;
/** So much of all commits makes a folder busy. The busy ones below it are meant: one with so much of it, or some. */
const hotShare = 0.03;
const innerShare = 0.3;
interface Folder {
  commits: number;
  readonly authors: Map<string, number>;
}

/** Adds up which folders commits touch, and whose they are. */
export class AreaTally {
  private readonly folders = new Map<string, Folder>();
  /** The latest name of each address. */
  private readonly names = new Map<string, string>();
  private commits = 0;

  add(commit: Commit, paths: readonly string[]): void {
    if (commit.parents.length > 1 || isBot(commit) || paths.length === 0 || paths.length > mostFiles) return;
    this.commits++;
    const author = commit.email.toLowerCase() || commit.author;
    if (!this.names.has(author)) this.names.set(author, commit.author);
    for (const path of new Set(paths.flatMap(foldersOf))) {
      const folder = this.folders.get(path) ?? { commits: 0, authors: new Map<string, number>() };
      folder.commits++;
      folder.authors.set(author, (folder.authors.get(author) ?? 0) + 1);
      this.folders.set(path, folder);
    }
  }

  /** The folders in which most happens, as deep as it happens there. */
  hotAreas(): HistoryDigest['hotAreas'] {
    return this.hot().map(([path, folder]) => ({
      path,
      commits: folder.commits,
      authors: this.people(folder).length,
    }));
  }

  /** Who made most of the commits in each of them. */
  owners(): HistoryDigest['owners'] {
    return this.hot().flatMap(([path, folder]) => {
      const [first] = this.people(folder);
      if (!first) return [];
      return [{ path, author: first.name, share: Math.round((first.commits / folder.commits) * 100) / 100 }];
    });
  }

  private hot(): [path: string, folder: Folder][] {
    const least = Math.max(leastCommits, this.commits * hotShare);
    const busy = [...this.folders].filter(([, folder]) => folder.commits >= least);
    const isHot = ([path, folder]: [string, Folder]): boolean => {
      const inner = busy.filter(([other]) => isInner(other, path));
      return inner.length < 2 && inner.every(([, one]) => one.commits < folder.commits * innerShare);
    };
    return busy
      .filter(isHot)
      .sort(([a, x], [b, y]) => y.commits - x.commits || (a < b ? -1 : 1))
      .slice(0, mostAreas);
  }

  /** Of one name under some addresses one person, with most commits first. */
  private people({ authors }: Folder): { readonly name: string; readonly commits: number }[] {
    const byName = new Map<string, number>();
    for (const [author, commits] of authors) {
      const name = this.names.get(author) ?? author;
      byName.set(name, (byName.get(name) ?? 0) + commits);
    }
    return [...byName]
      .map(([name, commits]) => ({ name, commits }))
      .sort((a, b) => b.commits - a.commits || (a.name < b.name ? -1 : 1));
  }
}

const isInner = (path: string, folder: string): boolean => path !== folder && path.startsWith(folder);

function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end !== -1 && folders.length < deepest; end = path.indexOf('/', end + 1))
    folders.push(path.slice(0, end + 1));
  return folders;
}

import type { Extractor } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { plural } from '../run/special/ruby/singular';

/** Where a panel of Filament lies, and the folders whose classes it takes for its own. */
interface FilamentPanel {
  readonly path: string;
  /** In front of all pages but those of the sign-in: the tenant, where the panel has some. */
  readonly within: string;
  /** Of resources and of pages, below the folder of the application. */
  readonly folders: readonly string[];
  /** What it brings: its first page, and those of the sign-in. */
  readonly own: readonly { readonly path: string; readonly line: number }[];
}

/** A class with pages: a resource, or a page by itself. */
interface FilamentPages {
  readonly slug: string;
  readonly pages: readonly { readonly path: string; readonly line: number; readonly name: string }[];
}

export interface FilamentFacts {
  readonly panel?: FilamentPanel;
  readonly pages?: FilamentPages;
}

const discovered =
  /->discover(?:Resources|Pages)\(\s{0,40}in:\s{0,4}(app|base)_path\(\s{0,4}['"]([^'"\n]{1,120})['"]\s{0,4}\)/g;
const panelPath = /->path\(\s{0,4}(?:['"]([^'"\n]{0,80})['"])?/;
const hasTenants = /->tenant\(\s{0,40}(?!null)/;
const tenantPrefix = /->tenantRoutePrefix\(\s{0,40}(?:['"]([^'"\n]{0,80})['"])?/;
/** What the panel brings at its first page, behind the tenant. */
const firstPage = /\bDashboard::class/;
const brings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/->login\(/, ['login']],
  [/->registration\(/, ['register']],
  [/->passwordReset\(/, ['password-reset/request', 'password-reset/reset']],
  [/->tenantRegistration\(/, ['new']],
];

const declared = /^(?:final\s{1,4})?class\s{1,4}(\w{1,80})\s{1,4}extends\s{1,4}\\?([\w\\]{1,120})/m;
const slugOf = /\bstatic\s{1,4}\??(?:string|null|\|){0,3}\s{0,4}\$slug\s{0,4}=\s{0,4}['"]([^'"\n]{1,80})['"]/;
/** What says the path of a class in other ways. */
const movesOne =
  /\bfunction\s{1,4}(?:getSlug|getRoutePath|getRoutePrefix|getRelativeRouteName)\(|\$(?:cluster|routePath|parentResource)\s{0,4}=/;
const pageEntry = /=>\s{0,10}([\w\\]{1,120})::route\(\s{0,4}['"]([^'"\n]{0,120})['"]/g;

/** Reads panels, resources and pages of Filament: the classes say their paths by their names. */
export const filamentExtractor: Extractor<FilamentFacts> = {
  id: 'entryPoints.filament',
  version: 2,
  wants: (file) =>
    file.language === 'php' &&
    file.role === 'source' &&
    /(?:^|\/)(?:Filament\/|Pages\/|Resources\/|[^/]*(?:Panel|Provider)\w*\.php$)/.test(file.path),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    if (!file.text.includes('Filament\\') && !slugOf.test(file.text)) return undefined;
    const panel = panelOf(file);
    if (panel !== undefined) return { panel };
    const pages = pagesOf(file);
    return pages === undefined ? undefined : { pages };
  },
};

function panelOf(file: SourceFile): FilamentPanel | undefined {
  const { text } = file;
  if (!/\bPanel\s{1,4}\$panel\b/.test(text) || /->tenantDomain\(/.test(text)) return undefined;
  const written = panelPath.exec(text);
  // A path that is made elsewhere may be any.
  if (written !== null && written[1] === undefined) return undefined;
  const before = tenantPrefix.exec(text);
  if (before !== null && before[1] === undefined) return undefined;
  const within = hasTenants.test(text) ? `${before?.[1] ?? ''}/{tenant}` : '';
  const own = [...brings, [firstPage, [within]] as const].flatMap(([mark, paths]) => {
    const at = text.search(mark);
    return at === -1 ? [] : paths.map((path) => ({ path, line: file.lineAt(at) }));
  });
  const folders = [...text.matchAll(discovered)].map(
    ([, helper, folder = '']) => `${helper === 'app' ? 'app/' : ''}${folder.replaceAll('\\', '/')}`,
  );
  return { path: written?.[1] ?? '', within, folders, own };
}

function pagesOf(file: SourceFile): FilamentPages | undefined {
  const { text, path } = file;
  const [head, name = '', base = ''] = declared.exec(text) ?? [];
  if (head === undefined || movesOne.test(text)) return undefined;
  const line = file.lineAt(text.indexOf(head));
  const slug = slugOf.exec(text)?.[1];
  if (name.endsWith('Resource') && base.endsWith('Resource')) {
    const pages = [...text.matchAll(pageEntry)].map(({ 1: page = '', 2: written = '', index }) => ({
      path: written,
      line: file.lineAt(index),
      name: page.slice(page.lastIndexOf('\\') + 1),
    }));
    return pages.length === 0 ? undefined : { slug: slug ?? resourceSlug(path, name), pages };
  }
  if (!/(?:Page|Dashboard)$/.test(base) || path.includes('/Resources/')) return undefined;
  const own = base.endsWith('Dashboard') ? '' : kebab(name);
  return { slug: slug ?? own, pages: [{ path: '', line, name }] };
}

/** `Blog/PostResource.php` is `blog/posts`; a folder that is called like the resource itself counts once. */
function resourceSlug(path: string, name: string): string {
  const folders = /\/Resources\/(.*?)[^/]*$/.exec(path)?.[1]?.split('/').filter(Boolean) ?? [];
  const own = pluralOf(name.replace(/Resource$/, ''));
  if (folders.at(-1) === own) folders.pop();
  return [...folders, own].map(kebab).join('/');
}

const pluralOf = (name: string): string => {
  const at = name.search(/[A-Z][^A-Z]*$/);
  const [first, last] = at === -1 ? ['', name] : [name.slice(0, at), name.slice(at)];
  const many = plural(last.toLowerCase());
  return first + last.charAt(0) + many.slice(1);
};

const kebab = (name: string): string => name.replace(/(?<=.)(?=[A-Z])/g, '-').toLowerCase();

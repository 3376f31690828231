import type { ScanModel } from '../../../scanModel';
import { weaknessExtractor } from '../weaknessExtractor';
import { type Placed, placed } from './places';

/** Whose repository it is: by its remote, and by what its manifests, badges and code owners say. */
export interface Own {
  readonly name: string;
  readonly remote: string;
  readonly owners: ReadonlySet<string>;
}

export function ownRepository(model: ScanModel): Own {
  const name = model.name.toLowerCase();
  const said = placed(model.factsOf(weaknessExtractor)).filter(({ place }) => place.rule === 'own-repository');
  const owners = said.flatMap(({ place }) => {
    const [owner = '', repository] = (place.what ?? '')
      .toLowerCase()
      .replace(/\.git$/, '')
      .split('/');
    // A link leads anywhere; one to a repository of this name is most often to this one.
    return repository === undefined || repository === name ? [owner] : [];
  });
  return { name, remote: model.git?.remote?.toLowerCase() ?? '', owners: new Set(owners) };
}

/** `shop` owns what `shop-tools` publishes as well. */
function isOwner(owner: string, { name, remote, owners }: Own): boolean {
  if (owner.length < 3) return false;
  return (
    [...owners].some((own) => own === owner || own.startsWith(`${owner}-`) || owner.startsWith(`${own}-`)) ||
    new RegExp(`(?:^|[/:@+])${owner.replace(/[^\w-]/g, '.')}(?:[/+]|$)`).test(remote) ||
    name.includes(owner)
  );
}

/** Actions of the repository's own people are not of others. */
function isOwnAction(action: string, own: Own): boolean {
  const [owner = '', ...rest] = (action.split('@')[0] ?? '').toLowerCase().split('/');
  const [first = ''] = own.name.split(/[-_.]/);
  return (
    isOwner(owner, own) ||
    (first.length > 4 && owner.length > 2 && (owner.includes(first) || rest.join('/').startsWith(`${first}-`)))
  );
}

/** `ghcr.io/owner/name:tag`; a service without an image is built here. */
function isOwnImage(image: string, own: Own): boolean {
  const parts = image
    .toLowerCase()
    .replace(/\$\{[^}]{0,100}\}/g, '')
    .split('/');
  const [owner = '', ...rest] = /[.:]/.test(parts[0] ?? '') ? parts.slice(1) : parts;
  return image === '' || (rest.length > 0 && isOwner(owner, own));
}

/** False where a rule is about others and this is one's own, or the other way about. */
export function isAboutRight({ place }: Placed<{ rule: string; what?: string }>, own: Own): boolean {
  const what = place.what ?? '';
  if (/^workflow-(?:moving-action|unpinned-action|action-with-token)$/.test(place.rule)) return !isOwnAction(what, own);
  // What a program of somebody else asks for is for its makers to mend.
  return place.rule !== 'compose-privileged' || isOwnImage(what, own);
}

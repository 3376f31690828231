import type { Extractor } from '../../../extractor';
import { folderOf, isInside } from '../../../facts/paths';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../../scanModel';
import { evidenceList, lineEvidence } from '../../dependencies/findings/lists';
import { groupBy } from '../../dependencies/text/groupBy';
import { isBeside } from '../../techStack/productPaths';
import type { NamedLine } from '../namedLine';
import { isTestAsset, type Program } from '../programs/program';
import { leftOut, namedTitle } from '../titles';
import { packedForms } from './packedForms';

interface Packed extends NamedLine {
  /** Of the forms, which one says it. */
  readonly form: number;
}

/** What manifests and builds say that is made for others to use. */
export const packedExtractor: Extractor<readonly Packed[]> = {
  id: 'entryPoints/packedLibraries',
  version: 13,
  wants: (file) => packedForms.some(({ path }) => path.test(file.path)),
  extract(file) {
    if (file.text.length > 300_000) return undefined;
    const found = packedForms.flatMap(({ path, read }, form) =>
      path.test(file.path) ? read(file.text, file.path).map((one) => ({ ...one, form })) : [],
    );
    return found.length === 0 ? undefined : found.slice(0, 40);
  },
};

const isOwn = ({ path, role }: FileRecord): boolean =>
  // What is published by name to help the tests of others: `cups-test`.
  (forTests.test(path) && role !== 'fixture') ||
  ((role === 'config' || role === 'source') && !isBeside(path) && !isTestAsset(path) && !aside.test(path));

const forTests = /^[\w-]{1,60}-test(?:ing)?\/gradle\.properties$/;

const aside =
  /(?:^|[/._-])(?:tests?|testing|testapp|benchmarks?|samples?|examples?|toys?|third[_-]?party|vendor|external|deps)(?:[/._-]|$)/i;

/** Where packages of one language are published by name. */
const registries: ReadonlySet<string> = new Set(['crates.io', 'Hex', 'npm', 'Packagist', 'PyPI', 'RubyGems']);

/** So many modules of a build are published for others, whatever one program shows of them. */
const manyPublished = 5;

const mostShown = 30;

/** Libraries by the tool that packs most of them. */
export function packedLibraries(
  model: ScanModel,
  hasPrograms: boolean,
  programs: readonly Program[] = [],
  isTold: (library: { readonly name: string; readonly path: string }) => boolean = () => true,
): readonly FindingDraft[] {
  const isStarted = (path: string): boolean =>
    path.endsWith('/pom.xml') && programs.some(({ place }) => isInside(place.path, folderOf(path)));
  const forms = packedForms.map(({ by, isBesidePrograms, areManyBesideOne, isThere }, at) => {
    const found =
      hasPrograms && isBesidePrograms === undefined && (areManyBesideOne === undefined || programs.length > 1)
        ? []
        : [...model.factsOf(packedExtractor)].flatMap(([file, found]) =>
            isOwn(file) && !isStarted(file.path)
              ? found
                  .filter(
                    ({ name, form }) =>
                      form === at &&
                      isThere?.(name, file.path.slice(0, file.path.lastIndexOf('/') + 1), model) !== false,
                  )
                  .map(({ name, line }) => ({ name, path: file.path, line }))
                  .filter(isTold)
              : [],
          );
    const isFew = hasPrograms && isBesidePrograms === undefined && found.length < manyPublished;
    return { by, libraries: isFew ? [] : found };
  });
  const all = [...groupBy(forms, ({ by }) => by)].map(([by, own]) => {
    const libraries = own.flatMap((form) => form.libraries);
    // What a module is published as may stand in a file beside its build.
    const named = new Set(libraries.flatMap(({ path }) => (path.endsWith('.properties') ? [folderOf(path)] : [])));
    const best = libraries.filter(({ path }) => path.endsWith('.properties') || !named.has(folderOf(path)));
    return { by, libraries: [...groupBy(best, ({ name }) => name).values()].flatMap((same) => same.slice(0, 1)) };
  });
  // Scripts for pages lie beside a library of another language, and one of C may be packed for Swift, too.
  const others = ['Swift package', 'npm'];
  const rank = ({ by }: { readonly by: string }): number => others.indexOf(by);
  const [most] = all.toSorted((a, b) => b.libraries.length - a.libraries.length || rank(a) - rank(b));
  if (most === undefined || most.libraries.length === 0) return [];
  // The same may be published for those who write in another language.
  const called = new Set(most.libraries.map(({ name }) => name.toLowerCase()));
  const also = all.filter(
    (one) =>
      one !== most &&
      registries.has(one.by) &&
      registries.has(most.by) &&
      one.libraries.some(({ name }) => called.has(name.toLowerCase())),
  );
  const by = [most, ...also].map((one) => one.by).join(' and ');
  // The one that the whole is called after, then those that others are called after.
  const isMain = ({ name }: NamedLine): number => Number(name.toLowerCase() === model.name.toLowerCase());
  const libraries = most.libraries.toSorted((a, b) => isMain(b) - isMain(a) || a.name.length - b.name.length);
  const names = libraries.map(({ name }) => name);
  return [
    {
      layer: 'entryPoints',
      rule: 'entry-points/library',
      key: 'packed',
      title: namedTitle(`${names.length === 1 ? 'Library' : 'Libraries'} for others found (${by})`, names),
      content: `${libraries
        .slice(0, mostShown)
        .map(({ name, path, line }) => `- ${markdownCode(name, 100)}: ${markdownCode(`${path}:${line}`, 200)}`)
        .join('\n')}${leftOut(libraries.length, mostShown)}`,
      importance: 3,
      confidence: 0.9,
      tags: ['library'],
      evidence: evidenceList(
        [...libraries, ...also.flatMap((one) => one.libraries.slice(0, 1))].map(({ path, line }) =>
          lineEvidence(path, line),
        ),
      ),
    },
  ];
}

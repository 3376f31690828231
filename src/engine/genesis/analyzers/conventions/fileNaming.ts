import type { Evidence } from '../../../../shared/genesis';
import { translation } from '../../languages/translationRules';
import { markdownCode } from '../../markdownText';
import type { FileRecord, FindingDraft, ScanModel } from '../../scanModel';
import { codeFiles } from '../architecture/map/codeFiles';
import { asideFolder, productCode } from '../architecture/map/productCode';
import { about, exact, rounded } from '../architecture/map/wording';
import { dominant, nameStyle, percent, shareOf } from './nameStyle';

/**
 * Files of one language, by the words people use for it; a style is told for each group by itself. Go is not among them:
 * its names join words without a sign, and an underscore begins what the compiler reads (`_linux`, `_test`).
 */
const groups: readonly { readonly label: string; readonly extensions: readonly string[] }[] = [
  { label: 'component', extensions: ['.tsx', '.jsx', '.vue', '.svelte'] },
  { label: 'TypeScript', extensions: ['.ts', '.mts', '.cts'] },
  { label: 'JavaScript', extensions: ['.js', '.mjs', '.cjs'] },
  { label: 'Python', extensions: ['.py'] },
  { label: 'Ruby', extensions: ['.rb'] },
  { label: 'PHP', extensions: ['.php'] },
  { label: 'Rust', extensions: ['.rs'] },
  { label: 'Elixir', extensions: ['.ex'] },
  { label: 'C#', extensions: ['.cs'] },
  { label: 'Kotlin', extensions: ['.kt'] },
  { label: 'Swift', extensions: ['.swift'] },
  { label: 'Dart', extensions: ['.dart'] },
];

/** Below this many telling names a share is chance, and below this share it is no convention. */
const minNames = 12;
const minShare = 0.8;
/** One of so many files of code, and it is a side language: nothing of it tells how the files of the project are called. */
const leastOfCode = 10;
/** With fewer files it is one unless it is more of the code. */
const leastFiles = 40;
const leastOfFew = 5;

/** `user-card` of `user-card.component.spec.ts`: the words that people choose, without suffixes that tools prescribe. */
export function stemOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  // `Cart+Codable.swift` adds to what `Cart` names.
  const end = base.search(base.endsWith('.swift') ? /(?!^)[.+]/ : /(?!^)\./);
  return base.slice(0, end > 0 ? end : base.length).replace(/^_+/, '');
}

/** Names that a framework or a tool asks for. */
const prescribed =
  /^(?:not-found|global-error|global-not-found|opengraph-image|twitter-image|apple-icon|(?:vite|next|nuxt|react-app|svelte)-env|service-worker)\./;

/** Names with a meaning to a tool (`[id].tsx`, `__init__.py`, `20240101_init.rb`) were not chosen by a convention. */
function isChosen(file: FileRecord): boolean {
  if (file.role !== 'source' || (file.skipped ?? 'over-limit') !== 'over-limit') return false;
  const base = file.path.slice(file.path.lastIndexOf('/') + 1);
  // A Blade view is a template, whatever its name ends in.
  return (
    !/^(?:[[(+$.]|__\w+__|\d)|\.blade\.php$/.test(base) &&
    !prescribed.test(base) &&
    // Scripts of a developer and of the checks lie in folders with a dot.
    !/(?:^|\/)\.[^/]+\//.test(file.path) &&
    // Translations of Qt end in `.ts`, too.
    file.languageName !== 'XML' &&
    !translation.test(file.path)
  );
}

/** Where files of a language with markup of components in them have endings of their own, these are not all of the language. */
function hasComponents(model: ScanModel, label: string): boolean {
  const ending = { TypeScript: '.tsx', JavaScript: '.jsx' }[label];
  return ending !== undefined && model.files.some((file) => file.path.endsWith(ending) && isChosen(file));
}

const asEvidence = (file: FileRecord): Evidence => ({ path: file.path, startLine: 1, endLine: 1 });

export function fileNamingFindings(model: ScanModel): FindingDraft[] {
  const aside = new Set(productCode(model).aside.map(({ path }) => path));
  const beside = [...new Set([...aside].map((path) => markdownCode(asideFolder(path))))];
  const ofCode = codeFiles(model).filter(({ path }) => !aside.has(path)).length;
  return groups.flatMap(({ label, extensions }) => {
    const files = model.files.filter(
      (file) => extensions.some((end) => file.path.endsWith(end)) && isChosen(file) && !aside.has(file.path),
    );
    if (files.length * (files.length < leastFiles ? leastOfFew : leastOfCode) < ofCode) return [];
    const share = dominant(files, (file) => nameStyle(stemOf(file.path)));
    if (
      !share ||
      share.value === 'mixed' ||
      share.matching.length + share.others.length < minNames ||
      share.share < minShare
    )
      return [];
    const total = share.matching.length + share.others.length;
    // Components are told by what their files end in: which library draws them, the name does not say.
    const endings = extensions.filter((end) =>
      [...share.matching, ...share.others].some(({ path }) => path.endsWith(end)),
    );
    const isByEnding = label === 'component' || hasComponents(model, label);
    // Where what lies beside the product is named otherwise, who counts all finds exceptions.
    const isOfProduct = model.files.some(
      (file) =>
        aside.has(file.path) &&
        extensions.some((end) => file.path.endsWith(end)) &&
        isChosen(file) &&
        ![undefined, share.value].includes(nameStyle(stemOf(file.path))),
    );
    const kind = `${isByEnding ? endings.join(' and ') : label} file names${isOfProduct ? ' of the product' : ''}`;
    const outliers = share.others.slice(0, 8);
    const rest = share.others.length - outliers.length;
    const exceptions =
      outliers.length === 0
        ? 'No exception was found.'
        : `Exceptions: ${outliers.map((file) => markdownCode(file.path)).join(', ')}${rest > 0 ? ` and ${rest < exact ? '' : 'about '}${rounded(rest)} more` : ''}.`;
    return [
      {
        layer: 'conventions',
        rule: 'conventions/file-naming',
        key: label,
        title: shareOf(share, `${kind} with a visible word break`, `are ${share.value}`),
        content: `${percent(share.share)} of ${about(total, 'name')} of source files in which a hyphen, an underscore or a capital parts words are ${share.value}. Left out are tests, examples, settings, what is generated or copied in,${beside.length === 0 ? '' : ` what lies beside the product (${beside.join(', ')}),`} names that a tool asks for or that begin with a number or a bracket, and what follows the first dot. ${exceptions}`,
        importance: share.others.length === 0 ? 2 : 3,
        confidence: Math.min(0.99, share.share),
        tags: ['naming', 'files', share.value.toLowerCase()],
        // The rule is shown by two that follow it, the rest of the evidence is what breaks it.
        evidence: [...share.matching.slice(0, 2), ...outliers].map(asEvidence),
      } satisfies FindingDraft,
    ];
  });
}

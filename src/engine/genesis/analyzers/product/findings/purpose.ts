import type { Evidence } from '../../../../../shared/genesis';
import { folderOf } from '../../../facts/paths';
import { markdownCode, markdownText } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { type ManifestFile, ManifestSet } from '../../dependencies/inventory/manifestSet';
import { isBeside } from '../../techStack/productPaths';
import { readmeExtractor } from '../extractors';
import { manifestEvidence, namedEvidence } from '../manifestLines';
import { makerOf, ownPrograms } from '../ownNames';
import { firstSentence } from '../readers/plainMarkdown';
import { type Names, type Sureness, surenessOf } from '../readers/purposeSentence';
import type { Candidate, ReadmeFacts } from '../readers/readme';

/** Where a read-me is looked for: at the top, or where the hosts of repositories find it, too. */
const readmeFolders = ['', '.github', 'docs'];

/** The read-me of the whole. */
export function mainReadme(model: ScanModel): { readonly path: string; readonly facts: ReadmeFacts } | undefined {
  const all = [...model.factsOf(readmeExtractor)];
  for (const folder of readmeFolders)
    for (const [file, facts] of all) if (folderOf(file.path) === folder) return { path: file.path, facts };
  // A link at the top leads to that of the package which gave the whole its name.
  for (const [file, facts] of all)
    if (folderOf(file.path).split('/').at(-1)?.toLowerCase() === model.name.toLowerCase())
      return { path: file.path, facts };
  return undefined;
}

/** The manifest at the top that says most about the product. */
export function mainManifest(set: ManifestSet): ManifestFile | undefined {
  const all = set.manifests.filter(({ folder }) => folder === '');
  const top = all.filter(
    (one) => (one.facts.name !== undefined || one.facts.description !== undefined) && !isOfDevelopers(one, all),
  );
  // Without a name it is no package: what stands there is a note on the tools that it asks for.
  const named = top.filter(({ facts }) => facts.description !== undefined && facts.name !== undefined);
  return (
    named.find(({ facts }) => !generated.test(facts.description ?? '') && !ofTools.test(facts.description ?? '')) ??
    named[0] ??
    top[0]
  );
}

/** Where the top says nothing of the product, the package whose folder is called like the whole says it. */
function speakingManifest(set: ManifestSet, called: readonly (string | undefined)[]): ManifestFile | undefined {
  const main = mainManifest(set);
  if (main?.facts.description !== undefined) return main;
  const names = new Set(called.map((name) => name?.toLowerCase()));
  const ofPackages = set.manifests.filter(
    ({ path, role, facts, folder }) =>
      folder !== '' &&
      facts.description !== undefined &&
      role !== 'test' &&
      role !== 'example' &&
      role !== 'docs' &&
      !isBeside(path),
  );
  return ofPackages.find(({ folder }) => names.has(folder.split('/').at(-1)?.toLowerCase())) ?? main;
}

/** Beside the manifest of another language a private package that nothing runs with holds tools of those who develop. */
function isOfDevelopers({ facts }: ManifestFile, beside: readonly ManifestFile[]): boolean {
  return (
    facts.format === 'package.json' &&
    facts.isPrivate === true &&
    facts.requirements.every(({ scope }) => scope === 'dev') &&
    beside.some((other) => other.facts.ecosystem !== facts.ecosystem)
  );
}

/** The rest stands in another piece of text behind it. */
const brokenOff = /\b(?:between|and|or|of|for|with|the|an?|to|in|by|from|that|which|as|on|at|is|are)$/i;

/** Descriptions that a generator put there say nothing. */
const generated =
  /^(a new .{0,40} project|demo project for|the skeleton|the laravel framework|todo|add your description here|my app|documentation (?:for|of|site)\b|description (?:for|of)\b|this is (?:only|just) |(?:python|node|npm|dev(?:elopment)?|build) (?:dependencies|tools|tooling)\b|(?:scripts|tools|utilities) (?:that )?(?:ships?|comes?|shipped|used) (?:with|by|in)\b|(?:super|parent|root|aggregator) (?:pom|project)\b)|<\w/i;

/** Beside the manifest of the product another may only hold what its pages or its build ask for. */
const ofTools =
  /^(?:helper |build |conversion )?(?:scripts|tools|utilities) (?:that|for|to|of)\b|\b(?:dependencies|dev tools|tooling|front-?end (?:part|assets)|assets)\b.{0,30}$/i;

/** What it is, in the words of its read-me and its manifest. */
export function reportPurpose(model: ScanModel, report: Report): void {
  const set = ManifestSet.of(model);
  const readme = mainReadme(model);
  reportFarewell(readme, report);
  const manifest = speakingManifest(set, [model.name, readme?.facts.title]);
  const described =
    (manifest?.facts.name === undefined ? undefined : manifest.facts.description?.trim().replaceAll(/\s+/g, ' ')) ?? '';
  const isTelling = described.split(' ').length >= 4 && described.toLowerCase() !== readme?.facts.title?.toLowerCase();
  const title = readme?.facts.title;
  const description = isTelling && !generated.test(described) && !brokenOff.test(described) ? described : undefined;
  const spelled = spelledName(readme?.facts.candidates ?? [], model.name);
  const names = namesOf(title, [
    title,
    manifest?.facts.name,
    makerOf(manifest?.facts.name),
    model.name,
    spelled,
    ...ownPrograms(model),
  ]);
  // Beside a manifest that says it, a paragraph that names nothing of it may be a sponsor's.
  const introduction = bestOf(readme?.facts.candidates ?? [], names, description === undefined ? 1 : 2);
  // What stands further down and does not define it may tell of one of its sides, and so may what shares no word with it.
  const isAside =
    introduction?.sureness !== 3 &&
    (introduction?.isBelowName !== true ||
      !sharesWord(introduction.telling, `${description ?? ''} ${names.whole.join(' ')}`));
  const said = description !== undefined && isAside ? description : (introduction?.telling ?? description);
  if (said === undefined) return;
  // A heading of many words is a sentence, and no name; one with a colon says the name before it.
  const called = title?.split(/:\s|\s[–—]\s/)[0];
  // A heading below the first words is one of a chapter.
  const heading =
    readme?.facts.sections.find((section) => title !== undefined && section.title.endsWith(title))?.line ?? 0;
  const isAbove = introduction === undefined || heading <= introduction.startLine;
  const isOwnName = called !== undefined && isAbove && called.split(' ').length <= 5 && !notice.test(called);
  const name = isOwnName ? called : model.name;
  const best = firstSentence(said, 140);
  const isNamed = introduction?.sureness === 3 && said === introduction.telling;
  const isAlone = isNamed || saysName(best, name);
  const showsName = !isAlone && isOwnName && readme !== undefined && heading > 0;
  const isOfManifest = manifest?.facts.name?.split('/').at(-1)?.toLowerCase() === name.toLowerCase();
  const evidence: Evidence[] = [
    ...(showsName ? [lineEvidence(readme.path, heading)] : []),
    ...(readme === undefined || introduction === undefined
      ? []
      : [{ path: readme.path, startLine: introduction.startLine, endLine: introduction.endLine }]),
    ...(manifest === undefined || description === undefined
      ? []
      : [
          isAlone || !isOfManifest
            ? manifestEvidence(model, manifest.path, 'description')
            : namedEvidence(model, manifest.path),
        ]),
  ];
  report.finding({
    layer: 'product',
    rule: 'product/purpose',
    key: 'purpose',
    title: shortTitle(isAlone ? best : `${firstSentence(name, 50).replace(/\.$/, '')}: ${best}`),
    content: [
      ...(introduction === undefined
        ? []
        : [`> ${markdownText(introduction.text, 700)}`, '', `From ${markdownCode(readme?.path ?? '')}.`]),
      ...(description === undefined
        ? []
        : ['', `${markdownCode(manifest?.path ?? '')} says: ${markdownText(description, 300)}`]),
    ].join('\n'),
    importance: 5,
    confidence: introduction === undefined ? 0.85 : 0.9,
    tags: ['purpose', 'product'],
    evidence,
  });
  reportAudience(readme, report);
}

/** Whether a word of some length stands in both. */
function sharesWord(one: string, other: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const known = new Set(words(other).map((word) => word.slice(0, 6)));
  return words(one).some((word) => known.has(word.slice(0, 6)));
}

/** A heading that says what became of it, and not what it is called. */
const notice =
  /\b(?:deprecated|archived|unmaintained|discontinued|obsolete|please|moved to|no longer|warning|attention|notice)\b/i;

/** What the heading, the manifest and the folder call it, and how these names begin. */
function namesOf(title: string | undefined, names: readonly (string | undefined)[]): Names {
  const wholes = names.flatMap((name) => {
    const last =
      name
        ?.split(/[/:]|__/)
        .at(-1)
        ?.trim() ?? '';
    return [name?.split(/:\s|\s[–—|-]\s/)[0]?.trim() ?? '', last, last.replaceAll('-', ' ')];
  });
  const whole = [...new Set(wholes)].filter(isName);
  const words = title?.split(/[\s,]+/) ?? [];
  const beginnings = words.slice(1).map((_, at) => words.slice(0, words.length - at - 1).join(' '));
  return { whole, beginnings: [...new Set(beginnings)].filter((name) => name.length > 3 && isName(name)) };
}

/** The folder's name as the first words write it: `File Browser` of `filebrowser`, `Cups Server` of `server`. */
function spelledName(candidates: readonly Candidate[], folder: string): string | undefined {
  const squashed = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const own = [
    squashed(folder),
    squashed(folder.replace(/[-_](?:core|server|app|api|web|cli|client|backend|frontend|engine)$/i, '')),
  ];
  for (const { text } of candidates.slice(0, 3)) {
    const name = /^(\p{Lu}\w{1,30}(?:\.\w{1,10})?(?: \p{Lu}\w{0,30}){0,2}) (?:is|provides) an? /u.exec(text)?.[1] ?? '';
    const last = name.split(' ').at(-1) ?? '';
    if (own.some((one) => one.length > 2 && (squashed(name) === one || squashed(last) === one))) return name;
  }
  return undefined;
}

const isName = (name: string): boolean => name.length > 1 && !articles.has(name.toLowerCase());

const articles = new Set('the this that with open simple your app'.split(' '));

type Told = Candidate & { readonly telling: string; readonly sureness: Sureness };

/** The first of those that say most surely what the product is, from the sentence on that does. */
function bestOf(candidates: readonly Candidate[], names: Names, least: Sureness): Told | undefined {
  const judged = candidates.slice(0, 20).flatMap((candidate, order) => {
    const starts = [0, ...[...candidate.text.matchAll(sentenceStart)].map((match) => match.index + match[0].length)];
    return starts.slice(0, 4).map((start, at) => {
      const telling = candidate.text.slice(start);
      const isBelowName = candidate.isBelowName === true;
      const place = { isBelowName, isFirst: isBelowName && at === 0, isEarly: order < 2 };
      const sureness = surenessOf(telling, names, place);
      // What stands further down counts where nothing above it says what it is.
      const far: Sureness = sureness === 3 && at === 0 ? 1 : 0;
      const late = Math.max(0, sureness - 1) as Sureness;
      return {
        ...candidate,
        telling,
        sureness: candidate.isFar === true ? far : candidate.isLate === true ? late : sureness,
      };
    });
  });
  const most = Math.max(0, ...judged.map(({ sureness }) => sureness));
  return most < least ? undefined : judged.find(({ sureness }) => sureness === most);
}

const sentenceStart = /[.!?]\s+(?=\p{Lu}|[a-z]{1,6}\p{Lu})/gu;

/** A folder may be called after its owner, too: `ann__cups` says no more than `Cups: …` does. */
function saysName(text: string, name: string): boolean {
  const [, first = ''] = /^([\w.-]{3,40})(?::| is\b| [–—-] )/.exec(text) ?? [];
  const lower = name.toLowerCase();
  return text.toLowerCase().includes(lower) || (first !== '' && lower.split(/__|[/\s]/).includes(first.toLowerCase()));
}

/** That nobody works on it any more is the first thing to know. */
function reportFarewell(readme: ReturnType<typeof mainReadme>, report: Report): void {
  const farewell = readme?.facts.farewell;
  const successor = readme?.facts.successor;
  if (readme === undefined || farewell === undefined) return;
  // What is archived may go on elsewhere.
  const ending = /\b(?:will|to|going to) be\b[^.]{0,40}\barchived\b|\barchived (?:soon|shortly)\b/i.test(farewell.text)
    ? 'Its repository is about to be archived'
    : /\barchived\b/i.test(farewell.text)
      ? 'Its repository has been archived'
      : successor === undefined
        ? 'Its authors have ended it'
        : 'It is no longer worked on here';
  report.finding({
    layer: 'product',
    rule: 'product/unmaintained',
    key: 'unmaintained',
    title: shortTitle(`${ending}: ${firstSentence(successor ?? farewell.text, 90)}`),
    content: `> ${markdownText([farewell.text, successor ?? ''].join(' ').trim(), 600)}`,
    importance: 4,
    confidence: 0.85,
    tags: ['state', 'product'],
    evidence: [{ path: readme.path, startLine: farewell.startLine, endLine: farewell.endLine }],
  });
}

function reportAudience(readme: ReturnType<typeof mainReadme>, report: Report): void {
  const audience = readme?.facts.audience;
  if (readme === undefined || audience === undefined) return;
  const whom = aboutPeople(audience.text);
  // Of a sentence that is cut, what is left must say whom.
  if (whom === undefined) return;
  report.finding({
    layer: 'product',
    rule: 'product/audience',
    key: 'audience',
    title: shortTitle(`For whom, as the read-me says: ${whom}`),
    content: `> ${markdownText(audience.text, 600)}`,
    importance: 3,
    confidence: 0.8,
    tags: ['audience', 'product'],
    evidence: [{ path: readme.path, startLine: audience.startLine, endLine: audience.endLine }],
  });
}

/** Of a long sentence the part that names them: what stands before it is about the product. */
function aboutPeople(sentence: string): string | undefined {
  const at = sentence.search(
    /\b(?:made|built|designed|intended|meant|aimed|written|created|tailored|perfect|ideal) (?:for|at|to help)\b/i,
  );
  if (sentence.length <= 85) return sentence;
  return at > 0 ? `…${firstSentence(sentence.slice(at), 84)}` : undefined;
}

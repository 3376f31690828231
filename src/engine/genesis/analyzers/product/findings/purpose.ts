import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode, markdownText } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, shortTitle } from '../../dependencies/findings/lists';
import { type ManifestFile, ManifestSet } from '../../dependencies/inventory/manifestSet';
import { readmeExtractor } from '../extractors';
import { manifestEvidence } from '../manifestLines';
import { firstSentence } from '../readers/plainMarkdown';
import type { ReadmeFacts } from '../readers/readme';

/** The read-me at the top. */
export function mainReadme(model: ScanModel): { readonly path: string; readonly facts: ReadmeFacts } | undefined {
  for (const [file, facts] of model.factsOf(readmeExtractor))
    if (!file.path.includes('/')) return { path: file.path, facts };
  return undefined;
}

/** The manifest at the top that says most about the product. */
export function mainManifest(set: ManifestSet): ManifestFile | undefined {
  const top = set.manifests.filter(
    (one) => one.folder === '' && (one.facts.name !== undefined || one.facts.description !== undefined),
  );
  // Without a name it is no package: what stands there is a note on the tools that it asks for.
  return top.find((one) => one.facts.description !== undefined && one.facts.name !== undefined) ?? top[0];
}

/** Descriptions that a generator put there say nothing. */
const generated =
  /^(a new .{0,40} project|demo project for|the skeleton|the laravel framework|todo|add your description here|my app|documentation (?:for|of|site)\b|(?:super|parent|root|aggregator) (?:pom|project)\b)|<\w/i;

/** What it is, in the words of its read-me and its manifest. */
export function reportPurpose(model: ScanModel, report: Report): void {
  const set = new ManifestSet(model);
  const readme = mainReadme(model);
  reportFarewell(readme, report);
  const manifest = mainManifest(set);
  const described = (manifest?.facts.name === undefined ? undefined : manifest.facts.description?.trim()) ?? '';
  const isTelling = described.split(' ').length >= 4 && described.toLowerCase() !== readme?.facts.title?.toLowerCase();
  const title = readme?.facts.title;
  const description = isTelling && !generated.test(described) ? described : undefined;
  const written = readme?.facts.introduction;
  // Beside a manifest that says it, a paragraph that names nothing of it may be a sponsor's.
  const introduction =
    written !== undefined &&
    description !== undefined &&
    !isAbout(written.text, [title, manifest?.facts.name, model.name])
      ? undefined
      : written;
  const said = introduction?.text ?? description;
  if (said === undefined) return;
  // A heading of many words is a sentence, and no name; one with a colon says the name before it.
  const called = title?.split(/:\s|\s[–—]\s/)[0];
  const name = called !== undefined && called.split(' ').length <= 5 ? called : model.name;
  const sentence = firstSentence(tellingPart(said, name), 140);
  // A sentence about the product by its name is better than what stands in one of its manifests.
  const named = introduction !== undefined && (includes(sentence, name) || beginsWith(sentence, name));
  const best = !named && description !== undefined && description.length < 140 ? description : sentence;
  const evidence: Evidence[] = [
    ...(readme === undefined || introduction === undefined
      ? []
      : [{ path: readme.path, startLine: introduction.startLine, endLine: introduction.endLine }]),
    ...(manifest === undefined || description === undefined
      ? []
      : [manifestEvidence(model, manifest.path, 'description')]),
  ];
  report.finding({
    layer: 'product',
    rule: 'product/purpose',
    key: 'purpose',
    title: shortTitle(saysName(best, name) ? best : `${firstSentence(name, 50)}: ${best}`),
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

/** From the sentence on that says what it is by its name, where a slogan stands before it. */
function tellingPart(text: string, name: string): string {
  const starts = [0, ...[...text.matchAll(/[.!?]\s+(?=\p{Lu})/gu)].map((match) => match.index + match[0].length)];
  const at = starts.slice(0, 4).find((start) => {
    const rest = text.slice(start, start + name.length + 12);
    return rest.toLowerCase().startsWith(name.toLowerCase()) && /^ is (?:an?|the) /.test(rest.slice(name.length));
  });
  return text.slice(at ?? 0);
}

const includes = (sentence: string, name: string): boolean => sentence.toLowerCase().includes(name.toLowerCase());

/** `GraphHopper is …` below the heading `GraphHopper Routing Engine`. */
function beginsWith(sentence: string, name: string): boolean {
  const [first = ''] = name.split(/[\s:,]/);
  return first.length >= 4 && sentence.toLowerCase().startsWith(`${first.toLowerCase()} `);
}

/** A folder may be called after its owner, too: `ann__cups` says no more than `Cups: …` does. */
function saysName(text: string, name: string): boolean {
  const [, first = ''] = /^([\w.-]{3,40})(?::| is\b| [–—-] )/.exec(text) ?? [];
  const lower = name.toLowerCase();
  return text.toLowerCase().includes(lower) || (first !== '' && lower.split(/__|[/\s]/).includes(first.toLowerCase()));
}

function isAbout(text: string, names: readonly (string | undefined)[]): boolean {
  const lower = text.toLowerCase();
  return (
    /^(?:An?|The|This|It|Our|We)\b/.test(text) ||
    names.some(
      (name) => name !== undefined && name !== '' && lower.includes((name.split('/').at(-1) ?? name).toLowerCase()),
    )
  );
}

/** That nobody works on it any more is the first thing to know. */
function reportFarewell(readme: ReturnType<typeof mainReadme>, report: Report): void {
  const farewell = readme?.facts.farewell;
  const successor = readme?.facts.successor;
  if (readme === undefined || farewell === undefined) return;
  // What is archived may go on elsewhere.
  const ending = /\barchived\b/i.test(farewell.text)
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

/** Packages of a workspace and what each says it is for. */
export function reportPackages(model: ScanModel, report: Report): void {
  const set = new ManifestSet(model);
  const packages = set.manifests.filter(
    (one) =>
      one.folder !== '' &&
      one.role !== 'test' &&
      one.role !== 'example' &&
      one.role !== 'docs' &&
      // What projects share are their defaults.
      !/(?:^|\/)Directory\.(?:Build|Packages)\.(?:props|targets)$/.test(one.path) &&
      one.facts.name !== undefined &&
      (one.facts.description ?? '').length > 12,
  );
  // What all say alike is said of the whole.
  if (packages.length < 2 || new Set(packages.map((one) => one.facts.description)).size < 2) return;
  report.finding({
    layer: 'product',
    rule: 'product/packages',
    key: 'packages',
    title: shortTitle(
      `${packages.length} packages found that say what they are for: ${packages
        .slice(0, 5)
        .map((one) => one.facts.name)
        .join(', ')}${packages.length > 5 ? ', …' : ''}`,
    ),
    content: [
      '| Package | Folder | What it says it is |',
      '|---|---|---|',
      ...packages
        .slice(0, 25)
        .map(
          (one) =>
            `| ${markdownCode(one.facts.name ?? '', 60)} | ${markdownCode(one.folder)} | ${markdownText(one.facts.description ?? '', 140)} |`,
        ),
    ].join('\n'),
    importance: 3,
    confidence: 0.95,
    tags: ['packages', 'monorepo'],
    evidence: evidenceList(packages.map((one) => manifestEvidence(model, one.path, 'description'))),
  });
}

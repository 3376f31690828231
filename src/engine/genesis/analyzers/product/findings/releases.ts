import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { ManifestSet } from '../../dependencies/inventory/manifestSet';
import { compareNumbers, isPrerelease, versionNumbers } from '../../dependencies/versions/version';
import { changelogExtractor } from '../extractors';
import { versionEvidence } from '../manifestLines';
import type { ChangelogFacts } from '../readers/changelog';
import { mainManifest } from './purpose';

/** Version and release state, as change log and manifest state them. */
export function reportReleases(model: ScanModel, report: Report): void {
  for (const [file, facts] of model.factsOf(changelogExtractor)) {
    const [newest] = facts.releases;
    if (newest === undefined || growsDownwards(facts)) continue;
    const manifest = mainManifest(ManifestSet.of(model));
    // What is put together while it is built is no version yet.
    const declared = /^[\w.+-]+$/.exec(manifest?.facts.version ?? '')?.[0];
    if (isLeft(file.path, newest.version, declared, model)) continue;
    const said = declared === undefined || manifest === undefined ? undefined : versionEvidence(model, manifest.path);
    const dated = newest.date === undefined ? '' : ` of ${newest.date}`;
    report.finding({
      layer: 'product',
      rule: 'product/releases',
      key: 'releases',
      title: shortTitle(
        // How many came before is no number to tell: some logs list candidates beside them, and some go on in other files.
        isBehind(newest.version, declared)
          ? `${manifest?.path ?? ''} says version ${declared ?? ''}; the topmost release in ${file.path} is ${newest.version}${dated}`
          : `The topmost release in ${file.path} is ${newest.version}${dated}`,
      ),
      content: [
        `The topmost release is ${markdownCode(newest.version)}${dated}.`,
        ...(facts.unreleasedLine === undefined ? [] : ['There is a section of unreleased changes.']),
        ...(said === undefined ? [] : [`${markdownCode(said.path)} says version ${markdownCode(declared ?? '')}.`]),
      ].join(' '),
      importance: 2,
      confidence: 0.9,
      tags: ['releases'],
      evidence: [lineEvidence(file.path, newest.line), ...(said === undefined ? [] : [said])],
    });
    return;
  }
}

/** Whether the manifest has a later release: the log tells of an earlier one. */
const isBehind = (newest: string, declared: string | undefined): boolean =>
  declared !== undefined &&
  !isPrerelease(declared) &&
  compareNumbers(versionNumbers(newest) ?? [], versionNumbers(declared) ?? []) < 0;

/** So many commits, and so much time, without a word in a log that was kept before them. */
const silentCommits = 200;
const silentMs = 365 * 24 * 3_600_000;

/** A log that nobody keeps any more: the manifest is far ahead of it, or the work of more than a year left it as it was. */
function isLeft(path: string, newest: string, declared: string | undefined, model: ScanModel): boolean {
  const [major = 0, minor = 0] = versionNumbers(newest) ?? [];
  const [ownMajor = 0, ownMinor = 0] = versionNumbers(declared ?? '') ?? [];
  const isAhead = ownMajor > major || (ownMajor === major && ownMinor > minor + 1);
  if (isAhead && !isPrerelease(declared ?? '')) return true;
  const commits = model.git?.commits ?? [];
  const last = commits.findIndex(({ files }) => files.includes(path));
  const since = last < 0 ? commits.length : last;
  const before = commits[since] ?? commits.at(-1);
  return since >= silentCommits && (commits[0]?.authoredAt ?? 0) - (before?.authoredAt ?? 0) > silentMs;
}

/** A log whose last entry is the newest one: its top tells of the beginning. */
function growsDownwards({ releases }: ChangelogFacts): boolean {
  const [first, last] = [releases[0], releases.at(-1)].map((one) => versionNumbers(one?.version ?? '') ?? []);
  return compareNumbers(first ?? [], last ?? []) < 0;
}

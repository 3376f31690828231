import { markdownCode } from '../../../markdownText';
import type { Report } from '../../../scanModel';
import { usualInstallScripts } from '../data/usualInstallScripts';
import type { DependencySet } from '../inventory/dependencySet';
import type { LockFile } from '../inventory/manifestSet';
import type { LockedPackage } from '../manifestFacts';
import { counted, evidenceList, isOfProduct, lineEvidence, lockedEvidence, named, plainNames } from './lists';

/** Lines behind the version in an entry of a lock file, to where it is fetched from and to what runs at install. */
const toAddress = 1;
const toScript = 4;

interface Entry {
  readonly lock: LockFile;
  readonly entry: LockedPackage;
}

/** What runs or is fetched when the packages are installed, and is not the usual. */
export function reportInstallTime(set: DependencySet, report: Report): void {
  const entries = set.files.locks.flatMap((lock) =>
    (lock.isAside ? [] : lock.facts.packages).map((entry) => ({ lock, entry })),
  );
  reportHosts(entries, set, report);
  reportScripts(entries, report);
  reportOwnHooks(set, report);
}

/** A registry that somebody had running for himself: nobody is on the way to it. */
const ofMachine = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

function reportHosts(entries: readonly Entry[], set: DependencySet, report: Report): void {
  const insecure = entries.filter(({ entry }) => entry.insecure === true && !ofMachine.test(entry.host ?? ''));
  if (insecure.length > 0) {
    report.finding({
      layer: 'security',
      rule: 'dependencies/insecure-source',
      key: 'insecure',
      title: `${counted(namesOf(insecure).length, 'locked package is', 'locked packages are')} fetched without encryption: ${plainNames(insecure.map(({ entry }) => entry.name))}`,
      content: `${named(
        insecure.map(({ entry }) => `${entry.name} (${entry.host ?? ''})`),
        10,
      )} in the lock file point to an \`http:\` or \`git:\` address: whoever is on the way can replace what is installed, unless the hash beside it is checked.`,
      importance: 3,
      confidence: 0.9,
      tags: ['supply-chain', 'CWE-494', 'OWASP-A08'],
      evidence: evidenceList(insecure.map(({ lock, entry }) => lockedEvidence(lock, entry, toAddress))),
    });
  }
  // What a manifest asks for by its address is meant, and told as such.
  const meant = new Set(set.direct.filter((one) => one.requirement.source !== undefined).map((one) => one.name));
  const foreign = entries.filter(
    ({ entry }) => entry.host !== undefined && entry.insecure !== true && !meant.has(entry.name),
  );
  // A mirror or a company's registry serves everything; a few strangers among the public registry's packages are the sign.
  if (foreign.length === 0 || foreign.length > entries.length / 2) return;
  const hosts = [...new Set(foreign.map(({ entry }) => entry.host ?? ''))];
  report.finding({
    layer: 'security',
    rule: 'dependencies/foreign-host',
    key: hosts.join(' '),
    title: `${counted(namesOf(foreign).length, 'locked package comes', 'locked packages come')} from another host than the registry: ${plainNames(hosts)}`,
    content: `${named(
      foreign.map(({ entry }) => `${entry.name} (${entry.host ?? ''})`),
      10,
    )} in the lock file. Check that this is meant: a changed address in a lock file is easily overlooked in review.`,
    importance: 3,
    confidence: 0.85,
    tags: ['supply-chain', 'lock-file', 'CWE-494', 'OWASP-A08'],
    evidence: evidenceList(foreign.map(({ lock, entry }) => lockedEvidence(lock, entry, toAddress))),
  });
}

const namesOf = (entries: readonly Entry[]): string[] => [...new Set(entries.map(({ entry }) => entry.name))];

function reportScripts(entries: readonly Entry[], report: Report): void {
  const running = entries.filter(({ entry }) => entry.installScript === true && !usualInstallScripts.has(entry.name));
  const names = [...new Set(running.map(({ entry }) => entry.name))];
  if (names.length === 0) return;
  report.finding({
    layer: 'security',
    rule: 'dependencies/install-scripts',
    key: 'scripts',
    title: `Beside well-known ones, ${counted(names.length, 'package runs', 'packages run')} a script at install: ${plainNames(names)}`,
    content: `${named(names, 12)} ${names.length === 1 ? 'has' : 'have'} an install script, as the lock file says. Such scripts run with the rights of whoever installs. Well-known packages that build a native part, set up hooks or print a note so are left out here.`,
    importance: 2,
    confidence: 0.8,
    tags: ['supply-chain', 'install-script', 'CWE-829', 'OWASP-A08'],
    evidence: evidenceList(running.map(({ lock, entry }) => lockedEvidence(lock, entry, toScript))),
  });
}

/** The project's own hooks that fetch something or run a command given by the network. */
function reportOwnHooks(set: DependencySet, report: Report): void {
  for (const manifest of set.files.manifests.filter(isOfProduct)) {
    for (const hook of manifest.facts.installScripts ?? []) {
      // An address alone may stand in a message: what fetches is named.
      if (!/\b(?:curl|wget)\b|\bfetch\(|\bhttps?\.(?:get|request)\(|\beval\b|base64/.test(hook.run)) continue;
      report.finding({
        layer: 'security',
        rule: 'dependencies/fetching-hook',
        key: `${manifest.path} ${hook.name}`,
        title: `${manifest.path} fetches from the network in ${hook.name}`,
        content: `${markdownCode(hook.run, 300)} runs at every install.`,
        importance: 4,
        confidence: 0.85,
        tags: ['supply-chain', 'install-script', 'CWE-494', 'OWASP-A08'],
        evidence: [lineEvidence(manifest.path, hook.line)],
      });
    }
  }
}

import { sha256 } from '../../../../../base/sha256';
import { asideRoles } from '../../../fileRoles';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft, ScanModel } from '../../../scanModel';
import { groupBy } from '../../dependencies/text/groupBy';
import { lockedFilesExtractor } from '../secrets/lockedFiles';
import { secretFiles } from '../secrets/secretFiles';
import { type SecretPlace, secretsExtractor } from '../secrets/secretsExtractor';
import { weaknessExtractor } from '../weaknessExtractor';
import { count, cut, importanceOf, listPlaces, mostPlaces, type Placed, placed, toEvidence } from './places';
import { isSetAgain } from './takenBack';

interface Kind {
  readonly title: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly confidence: number;
}

/** Kinds that are guessed from what stands around a value: about every second one was made up, or opened nothing. */
const guesses: Readonly<Record<string, Kind>> = {
  'named-secret': { title: 'What looks like a secret stands', severity: 'low', confidence: 0.6 },
  'stored-password': {
    title: 'What looks like a password or key of a program stands',
    severity: 'low',
    confidence: 0.6,
  },
  'password-hash': { title: 'Password hashes stand', severity: 'low', confidence: 0.85 },
  'google-api-key': { title: 'A Google API key stands', severity: 'high', confidence: 0.85 },
};

const usualAdvice =
  'Everyone who can read the repository, now or in its history, has it.\n\n**Fix:** revoke it where it was issued, then read it from the environment or a secret store. Removing the line does not remove it from the history.';

/** Advice for what nobody issued. */
const advice: Readonly<Record<string, string>> = {
  'stored-password':
    'It stands where a program reads its login from; whether it opens anything was not tried. Where it does, everyone who can read the repository, now or in its history, has it.\n\n**Fix:** where it is in use, change it, and read it from the environment or a secret store. Removing the line does not remove it from the history.',
  'password-hash':
    'Everyone who can read the repository can try passwords against them; where they are the first logins of every installation, the password behind them is known as well.\n\n**Fix:** let each installation set its own first password, and change the password of everybody whose hash this is.',
  'named-secret':
    'Its name and its form are those of a secret; whether it opens anything was not tried. Where it does, everyone who can read the repository, now or in its history, has it.\n\n**Fix:** where it is in use, make a new one, and read it from the environment or a secret store. Removing the line does not remove it from the history.',
  'google-api-key':
    'Everyone who can read the repository, now or in its history, has it.\n\n**Fix:** limit it to the services and callers that need it, or make a new one and read it from the environment.',
};

/** Made-up values by name are everyday life in tests; a real token's form is not. */
const usualInTests = new Set([
  'named-secret',
  'stored-password',
  'password-hash',
  'url-password',
  'curl-login',
  'jwt',
  'private-key',
  'google-service-key',
  'google-api-key',
  'authorization-header',
]);

/** Texts that a generator fills in. */
const ofGenerators = /\.(?:rocker|mustache|ftl|tmpl|j2|jinja2?)(?:\.\w{1,10})?$/i;

/** Files of examples and of what only developers and pipelines use, by the words of their names. */
const asideNames =
  /(?:^|[./_-])(?:examples?|samples?|templates?|dist|defaults?|tests?|dummy|fake|mocks?|stubs?|fixtures?|localhost|snakeoil|self-?signed|insecure|unsecured?|postman_collection|snapshots?|how-?to|insomnia|conformance|stor(?:y|ies)|load-?tests?)(?:[./_-]|$)/i;
const asideFolders =
  /(?:^|[/._-])(?:tests?|testing|dev|devel|development|dummy|demo|ci|circleci|seeds?|samples?|examples?|conformance|postman|workflows|travis|compose|vagrant|devcontainer|api-docs|locales?|github|guides?|tutorials?|quickstarts?|load-?tests?|mocks?|specs?|dredd|pacts?|snapshots?|cassettes|recordings?|integration|localhost|local|fuzz|fuzzing)(?:[/._-]|$)/i;

/** `integrationtest`, `systests`: a word with tests at its end, which is none of everyday. */
const ofSomeTest =
  /(?:^|[/._-])(?!(?:latest|greatest|contests?|protests?|attests?)(?:[/._-]|$))[a-z]{0,30}tests?(?:[/._-]|$)/i;

/** Folders beside the product: examples, environments of tests, tools of developers. */
const besideProduct =
  /(?:^|\/)\.?(?:[\w-]{1,40}[-_])?(?:tests?[a-z]{0,5}|systests?|acceptance|testharness|testcontainers|e2e|hack|examples?|samples?|demos?|demo(?:desk|app|shop|site|project|server|data)|devtools|playgrounds?|conformance|quickstarts?|guides?|tutorials?|workshops?|mocks?|stories|storybook|load-?tests?|devcontainer|gitpod)(?:[-_][\w-]{1,40})?\//i;

/** Below `src` such names are packages: `com.example.demo` is where many products begin. */
export const isAsideFolder = (path: string): boolean =>
  /^sandbox(?:es)?\//i.test(path) || besideProduct.test(path.replace(/(?:^|(?<=\/))src\/.*$/, ''));

/** Settings of developers and pipelines, data for tests and demonstrations. */
export function isAsideByName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // What node-config reads everywhere is no example.
  if (/(?:^|\/)config\/default\.\w+$/.test(path)) return false;
  return (
    asideNames.test(name) || ofSomeTest.test(path) || /Dummy|Fake|Seeder|Factory/.test(name) || asideFolders.test(path)
  );
}

/** Documents that assistants read as instructions: a key in them is handed to every model. */
const instructions =
  /(?:^|\/)(?:CLAUDE(?:\.local)?|AGENTS?|GEMINI|copilot-instructions)\.md$|(?:^|\/)\.(?:cursorrules|windsurfrules|clinerules)$|(?:^|\/)\.(?:cursor|claude|windsurf|continue)\//;

/** Where Docker's own client keeps its logins at registries: no stack of anybody's machine. */
const ofDockersClient = /(?:^|\/)\.docker(?=\/)/g;

/** Stacks that people start on their own machine: their logins open nothing else. */
const ofDevelopers =
  /(?:^|[/._-])(?:tests?|specs?|fixtures?|dev|devel|development|dockers?|compose|local|localhost|ci|circleci|github|gitlab|e2e|seeds?)(?:[/._-]|$)/i;

function isAside({ file, place }: Placed<SecretPlace>): boolean {
  if (instructions.test(file.path) && !usualInTests.has(place.rule)) return false;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (asideRoles.has(file.role) || place.aside === true || asideNames.test(name)) return true;
  if (place.rule === 'stored-password')
    return ofDevelopers.test(file.path.replace(ofDockersClient, '')) || isAsideFolder(file.path);
  return (
    usualInTests.has(place.rule) &&
    (isAsideByName(file.path) || isAsideFolder(file.path) || ofGenerators.test(file.path))
  );
}

const isOfTests = ({ file, place }: Placed<SecretPlace>): boolean =>
  ['test', 'fixture'].includes(file.role) ||
  place.aside === true ||
  /(?:^|[/._-])(?:spec|specs|tests?|mocks?|fixtures?|testdata)(?:[/._-]|$)/i.test(file.path);

/** Who changes a value has to change it wherever it stands: where it does besides, and that is told nowhere. */
function againIn(places: readonly Placed<SecretPlace>[], all: readonly Placed<SecretPlace>[]): string {
  const { rule } = places[0]?.place ?? {};
  const twins = new Set(places.map(({ place }) => place.twin));
  const others = all.filter((one) => !places.includes(one) && twins.has(one.place.twin));
  if (rule === undefined || !usualInTests.has(rule) || others.length === 0) return '';
  return `\n\nThe same value stands in these files as well, which are for examples, tests or one machine:\n\n${listPlaces(others)}`;
}

function secretFinding(
  places: readonly Placed<SecretPlace>[],
  isOutside: boolean,
  all: readonly Placed<SecretPlace>[],
): FindingDraft {
  const { name, rule } = places[0]?.place ?? { name: 'secret', rule: 'secret' };
  const { title, severity, confidence } = guesses[rule] ?? {
    title: `${/^[aeio]/i.test(name) ? 'An' : 'A'} ${name} stands`,
    severity: 'critical',
    confidence: 0.95,
  };
  // Several in one line are seen by looking at it once.
  const lines = places.filter(
    ({ file, place }, index) =>
      places.findIndex((other) => other.file.path === file.path && other.place.line === place.line) === index,
  );
  const where = isOutside ? 'in examples or documents' : 'in the repository';
  return {
    layer: 'security',
    rule: `secrets/${rule}`,
    key: `${rule}${isOutside ? ':aside' : ''}`,
    title: cut(`${title} ${where}: ${count(places)}`),
    content: `${advice[rule] ?? usualAdvice}\n\n${listPlaces(lines)}${againIn(places, all)}\n\nCWE-798, OWASP A07:2021. The value itself is not stored.`,
    importance: isOutside ? 2 : importanceOf[severity],
    confidence: isOutside ? Math.min(confidence, 0.85) : confidence,
    tags: [
      'security',
      'secret',
      'cwe-798',
      'owasp-a07',
      isOutside ? 'low' : severity,
      ...(isOutside ? ['test-code'] : []),
    ],
    evidence: lines.slice(0, mostPlaces).map(toEvidence),
  };
}

/** Kinds in as many files of one folder, each with its own, were collected by those who look for them. */
const leastSamples = 8;

/** A folder with a file for each maker's token holds the rules of a scanner, with samples. */
function withoutSamples(all: readonly Placed<SecretPlace>[]): readonly Placed<SecretPlace>[] {
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  const samples = new Set<string>();
  for (const [folder, own] of groupBy(all, ({ file }) => folderOf(file.path))) {
    const kinds = new Set(own.map(({ place }) => place.rule)).size;
    const files = new Set(own.map(({ file }) => file.path)).size;
    if (Math.min(kinds, files) >= leastSamples) samples.add(folder);
  }
  return all.filter(({ file }) => !samples.has(folderOf(file.path)));
}

export function secrets(model: ScanModel): FindingDraft[] {
  const settings = placed(model.factsOf(weaknessExtractor)).filter(({ place }) => place.rule === 'set-again');
  const all = withoutSamples(placed(model.factsOf(secretsExtractor))).filter(
    ({ file, place }) =>
      !isSetAgain(file.path, place.rule, settings) &&
      // What becomes of the first users of a migration is decided by what runs after it.
      !(place.rule === 'password-hash' && (file.role === 'migration' || /(?:^|\/)migrations?\//.test(file.path))),
  );
  const rules = [...new Set(all.map(({ place }) => place.rule))];
  return rules.flatMap((rule) => {
    const own = all.filter(({ place }) => place.rule === rule);
    const product = own.filter((one) => !isAside(one));
    // What tests hold was made up for them, by its form as well; documents and examples were often copied from life.
    const others = usualInTests.has(rule) ? [] : own.filter((one) => isAside(one) && !isOfTests(one));
    return [product, others].flatMap((places, index) =>
      places.length > 0 ? [secretFinding(places, index === 1, own)] : [],
    );
  });
}

/** Stores that a password locks: about half of them were made for tests and builds of developers. */
const lockedStore = /\.(?:p12|pfx|jks|keystore)$/;

/** A file with less than this holds no key. */
const leastBytes = 20;

/** Files that should not be in a repository at all, because the whole of them is the secret. */
export function credentialFiles(model: ScanModel): FindingDraft[] {
  // What git encrypts can be read by those alone who have its key.
  if ([...model.factsOf(lockedFilesExtractor)].length > 0) return [];
  const held = model.files
    .filter((file) => !asideRoles.has(file.role) && !isAsideByName(file.path) && !isAsideFolder(file.path))
    .flatMap((file) => {
      const kind = secretFiles.find(({ pattern }) => pattern.test(file.path));
      // What stands in a file of settings is told by itself, line by line; without any it is a habit, not a leak.
      return kind?.whole === true && file.bytes >= leastBytes ? [{ file, kind }] : [];
    });
  const [first] = held;
  if (first === undefined) return [];
  const title =
    held.length === 1
      ? `${first.file.path} is in the repository: ${first.kind.what}`
      : `${held.length} files for credentials are in the repository`;
  const severity = held.every(({ file }) => lockedStore.test(file.path)) ? 'low' : 'high';
  const list = held.slice(0, 20).map(({ file, kind }) => `- ${markdownCode(file.path, 300)}: ${kind.what}`);
  return [
    {
      layer: 'security',
      rule: 'secrets/credential-file',
      title: cut(title),
      content: `Everyone who can read the repository, now or in its history, has it${severity === 'low' ? ', and opens it with its password' : ''}.\n\n**Fix:** where it is in use, revoke what it holds, remove it and list it in \`.gitignore\`.\n\n${list.join('\n')}\n\nCWE-538, OWASP A05:2021`,
      importance: importanceOf[severity],
      confidence: severity === 'low' ? 0.6 : 0.9,
      tags: ['security', 'secret', 'cwe-538', 'owasp-a05', severity],
      evidence: held.slice(0, mostPlaces).map(({ file, kind }) => ({
        path: file.path,
        startLine: 1,
        endLine: 1,
        fingerprint: sha256(kind.id).slice(0, 16),
      })),
    },
  ];
}

import { sha256 } from '../../../../../base/sha256';
import { findSecrets } from '../../../../redact/findSecrets';
import type { Extractor } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import { isBrowserCode, isThirdParty } from '../context/origin';
import { isSaidToBeNone } from '../context/remarks';
import { withMarks } from '../placeMark';
import { testLines } from '../testModules';
import { isLikelySecret } from './guessed';
import { isHarmless } from './harmless';
import { loginRecords } from './loginRecords';
import { passwordHashes } from './passwordHashes';
import { type StoredSecret, storedPasswords } from './storedPasswords';
import { writtenLogins } from './writtenLogins';

/** A secret that stands in a file: where and of what kind, never its value. */
export interface SecretPlace {
  readonly rule: string;
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
  /** See `withMarks`; the value itself has no part in it. */
  readonly mark?: string;
  /** In the tests of a product file. */
  readonly aside?: boolean;
  /** 16 bits of a hash of the value: they tell the same value in two files, and are too few to try values out. */
  readonly twin: number;
}

/** Lock files and maps are full of hashes that look random; translations and styles hold words. */
const passedOver =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|composer\.lock|Cargo\.lock|poetry\.lock|Pipfile\.lock|uv\.lock|Gemfile\.lock|go\.sum|mix\.lock|pubspec\.lock|bun\.lock|packages\.lock\.json|\.secrets\.baseline|\.?gitleaks\w*(?:\.\w+)?|\.gitleaksignore|[\w-]*licen[sc]es?[\w-]*\.(?:csv|json|txt|xml|html)|\.secretlintrc\w*(?:\.\w+)?|\.?trufflehog[\w.-]*)$|\.(?:map|svg|po|pot|css|scss|less|lock|snap|ipynb|cast)$/;

/** In code a value without quotes is a name; in settings it is the value. */
function isName(file: SourceFile, span: { readonly rule: string; readonly start: number }): boolean {
  if (span.rule !== 'named-secret' || file.language === 'other' || file.language === 'shell') return false;
  return !/["'`]/.test(file.text[span.start - 1] ?? '');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Keys of Google that are sent with every copy of an app or every page; rules on the server protect the data. */
const sentToAll =
  /(?:^|\/)google-services[\w-]*\.json$|GoogleService-Info[\w-]*\.plist$|\/res\/values[\w-]*\/|AndroidManifest\.xml$|\.(?:swift|kt|dart|xib|storyboard|vue|tsx|jsx|svelte|html?)$/i;

function isPublic(
  file: SourceFile,
  span: { readonly rule: string; readonly start: number; readonly end: number },
): boolean {
  if (span.rule !== 'google-api-key') return false;
  const near = file.text.slice(Math.max(0, span.start - 400), span.end + 400);
  return (
    sentToAll.test(file.path) ||
    /\bpublic_|_public\b/i.test(near) ||
    isBrowserCode(file) ||
    // In code it is a service that is asked by everybody's copy; a server has its own in its settings.
    (file.language !== 'other' && !/settings?|config|env/i.test(file.path)) ||
    isSaidToBeNone(file, file.lineAt(span.start)) ||
    /authDomain|messagingSenderId|firebaseapp\.com|youtubei|innertube|gmApiKey|maps|widget|urlshortener|API_URL/i.test(
      near,
    )
  );
}

/** The id of a key of AWS alone opens nothing, and stands in every signed address. */
function isIdAlone(
  text: string,
  span: { readonly rule: string; readonly start: number; readonly end: number },
): boolean {
  if (span.rule !== 'aws-access-key') return false;
  const near = text.slice(Math.max(0, span.start - 500), span.start) + text.slice(span.end, span.end + 500);
  return (
    // A server of one's own takes keys of that form.
    /minio/i.test(near) ||
    /^\/\d{8}\//.test(text.slice(span.end, span.end + 10)) ||
    !/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/])/.test(near)
  );
}

/** `postgres://app:app@db/app`: a host of one word is a container or this machine, its password is known to everyone. */
function isLocal(text: string, span: { readonly rule: string; readonly end: number }): boolean {
  if (span.rule === 'curl-login' || span.rule === 'authorization-header')
    return /localhost|127\.0\.0\.1/.test(text.slice(span.end, lineEnd(text, span.end)));
  if (span.rule !== 'url-password') return false;
  const host = /^@([\w.-]{1,253})/.exec(text.slice(span.end, span.end + 255))?.[1] ?? '';
  return (
    !host.includes('.') ||
    /^(?:127\.|0\.0\.0\.0|10\.|192\.168\.)|\.(?:local|internal|localhost|test|example|invalid)$|(?:^|\.)example\.(?:com|org|net)$/.test(
      host,
    )
  );
}

/** What only its place tells to be a secret, where nothing else told it already. */
function byPlace(file: SourceFile, told: readonly { readonly start: number; readonly end: number }[]): StoredSecret[] {
  const found = [storedPasswords, loginRecords, passwordHashes, writtenLogins].flatMap((find) => find(file));
  const kept: StoredSecret[] = [];
  for (const span of found)
    if (![...told, ...kept].some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept;
}

/** By these words on a line its owners tell tools that look for secrets that it holds none. */
const allowed =
  /\bgitleaks:allow\b|\bpragma:\s?allowlist secret\b|\btrufflehog:ignore\b|\bggignore\b|\bsecretlint-disable-line\b/;

const isAllowed = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  allowed.test(text.slice(end, lineEnd(text, end))) || allowed.test(textBefore(text, start));

/** The line up to the secret. */
function textBefore(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

/** What is told by the words around it alone; a document shows such lines with made-up values. */
const byNameOnly: ReadonlySet<string> = new Set(['named-secret', 'authorization-header', 'curl-login']);

function placesOf(file: SourceFile): SecretPlace[] {
  // Prose and pages show how a setting is written; only what has the form of a token counts in them.
  const isProse =
    file.role === 'docs' ||
    /^(?:HTML|Markdown|reStructuredText|AsciiDoc)$/.test(file.languageName) ||
    /\.(?:txt|log|har|http|rest)$/.test(file.path);
  const found = findSecrets(file.text);
  const told = found.filter(
    (span) =>
      !(isProse && byNameOnly.has(span.rule)) &&
      !isLocal(file.text, span) &&
      !isName(file, span) &&
      !isPublic(file, span) &&
      !isIdAlone(file.text, span) &&
      !isAllowed(file.text, span) &&
      (span.rule !== 'named-secret' || isLikelySecret(file, span)) &&
      !isHarmless(file, span),
  );
  const spans = [...told, ...byPlace(file, [...told, ...found.filter((span) => isPublic(file, span))])].sort(
    (a, b) => a.start - b.start,
  );
  if (spans.length === 0) return [];
  // A file of made-up data repeats them by the hundred; the first ones say it.
  const places = spans.slice(0, mostOfFile).map((span) => ({
    rule: span.rule,
    name: span.name,
    line: file.lineAt(span.start),
    endLine: file.lineAt(Math.max(span.start, span.end - 1)),
    before: span.start,
    twin: Number.parseInt(sha256(file.text.slice(span.start, span.end)).slice(0, 4), 16),
  }));
  // A mark of the value could be tried out; what stands before it in the line is enough.
  const marked = withMarks(places, ({ before }) => textBefore(file.text, before));
  const isTest = testLines(file);
  return marked.map(({ before: _before, ...place }) => (isTest(place.line) ? { ...place, aside: true } : place));
}

/** A file with as many may hold more. */
export const mostOfFile = 50;

export const secretsExtractor: Extractor<readonly SecretPlace[]> = {
  id: 'secrets',
  version: 22,
  wants: (file) =>
    file.role !== 'generated' && file.role !== 'vendored' && !isThirdParty(file.path) && !passedOver.test(file.path),
  extract(file) {
    const places = placesOf(file);
    return places.length > 0 ? places : undefined;
  },
};

import type { SourceFile } from '../../../sourceFile';
import { enclosingLines, linesAround } from '../context/enclosing';
import { isExplanation } from '../context/remarks';

interface Span {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Texts for people in many languages: their keys are named after what they are about. */
export const isTranslation = (path: string): boolean =>
  /(?:^|\/)(?:locales?|langs?|languages?|i18n|l10n|translations?|messages)\//i.test(path);

/** Values of a known form that are no secrets: names of standards and of indexes, keys that every visitor is sent. */
const knownForm =
  /^(?:[a-z]+(?:[_:.-][a-z]+)*[:_.-]?$|[a-z0-9]{1,12}(?:_[a-z]{2,20})+$|\d{4}_\w+$|\d{1,4}\/\w{1,10}(?:\/\w{1,10})?$|[A-Z][A-Za-z]+@[a-z][A-Za-z]+$|[a-z_]+(?:\|[\w:]*)+$|urn:|UNIQ_|IDX_|FK_|phc_|pk_(?:test|live)_|crwdn|G-[A-Z0-9]{8,}|UA-\d|GTM-|data:|rgba?\(|(?:UTF|ISO|windows|US|Cp)-?(?:8|16|32|ASCII|8859-\d{1,2}|125\d)$|required\|)|^[\w-]+(?:\\\w+)+(?:@\w+)?$/;

/** The keys that every copy of the emulators of Azure has, for its storage and for Cosmos DB; identifiers in signed addresses. */
const emulators = [
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq',
  'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqob',
];

/** `AccountEndpoint=https://localhost:8081/;AccountKey=…`: an emulator on this machine. */
const ofThisMachine =
  /\b(?:AccountEndpoint|BlobEndpoint|QueueEndpoint|TableEndpoint)=https?:\/\/(?:localhost|127\.0\.0\.1|host\.docker\.internal|azurite|cosmosdb?)\b/i;

/** A line that shows how something looks: an input's hint, an example of a document of an API. */
const shows =
  /\bplaceholder\s*[:=]|\bexamples?\s*[:=]|@example\b|\.examples?\(\s{0,3}['"`]|\be\.g\.|\bfor instance\b|\bexample:\s|\bSample\b/i;

/** `wrongwrongwrong…`, `aaaa…`: behind its prefix the value is one piece over and over, or draws on a few letters. */
function isRepeated(value: string): boolean {
  const body = value.replace(/^[A-Za-z]{2,12}(?:[-_][A-Za-z]{2,6}){0,2}[-_]/, '');
  const letters = new Set(body.toLowerCase()).size;
  // `abcdabcd12341234`: runs that are typed twice and more make most of it.
  const typed = [...body.matchAll(/(.{3,8}?)\1{1,12}/g)].reduce((sum, [run]) => sum + run.length, 0);
  if (body.length >= 12 && typed >= body.length * 0.7) return true;
  return (body.length >= 24 && letters <= 8 && !/^[\da-f]+$/i.test(body)) || /(.{1,8}?)\1{4}/.test(body);
}

/** A private key whose lines were typed: behind its frame few letters stand. */
const isMadeUpKey = (value: string): boolean =>
  new Set(value.replace(/-----(?:BEGIN|END) [A-Z0-9 ]{1,60}-----/g, '').replace(/\\[rn]|\s/g, '')).size < 30;

/** The key of DocSearch finds and does nothing else; every visitor is sent it. */
function isSearchKey(file: SourceFile, span: Span): boolean {
  const near = file.text.slice(Math.max(0, span.start - 300), span.end + 300);
  return (
    /\b(?:appId|applicationId|app_id)\b/i.test(near) && /\b(?:indexName|index_name|algolia|docsearch)\b/i.test(near)
  );
}

/** Generators write a value of their own into the file, behind the sign of a comment: it is not in use. */
const generated = /^\s*#\s?config\.(?:secret_key|pepper)\b/;

/** Tokens that ran out long ago open nothing; what they say is not encrypted. */
const longAgo = Date.UTC(2026, 0, 1) / 1000;

const payloadOf = (token: string): string => Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('latin1');

/** The token that documents and tools show everywhere, and one that only this machine takes. */
const isSample = (token: string): boolean =>
  /John Doe|"1234567890"|"example"|supabase-demo|integration test|testuser|test user|:\/\/(?:localhost|127\.0\.0\.1|host\.docker\.internal)\b|[@"]localhost"|\.example\b|\bexample\.(?:com|org|net)\b/i.test(
    payloadOf(token),
  );

/** `admin:password`, `user:pass` in base 64. */
const isMadeUpLogin = (value: string): boolean =>
  /^[\w.@-]{0,20}:(?:pass(?:word)?\d{0,3}|secret|admin|test\w{0,5}|user|1234\d{0,4}|changeme)?$/i.test(
    Buffer.from(value.replace(/^Basic\s+/i, ''), 'base64').toString('latin1'),
  );

const saidToBeNone =
  /\b(?:no|not(?: an?)?|isn't(?: an?)?) (?:actual|real|valid|live)\b[^\n]{0,30}\b(?:tokens?|secrets?|keys?|credentials?|passwords?)\b|\b(?:tokens?|secrets?|keys?|credentials?) (?:is|are) (?:not real|fake|made up|invalid|revoked)\b|\b(?:fake|dummy|revoked|made-up|defunct) (?:\w+ ){0,2}(?:examples?|tokens?|secrets?|keys?|credentials?|passwords?)\b/i;

function hasRunOut(token: string): boolean {
  const payload = payloadOf(token);
  const end = /"exp"\s?:\s?"?(\d{9,11})\b/.exec(payload)?.[1];
  return end !== undefined && Number(end) < longAgo;
}

/** In a comment of code a value by its name is an explanation: `// "token": "9jF3…"`. */
function isExplained(file: SourceFile, span: Span): boolean {
  if (span.rule !== 'named-secret' || file.language === 'other' || file.language === 'shell') return false;
  const line = file.lineText(file.lineAt(span.start));
  return /^\s*(?:\/\/|\*|\/\*|#|--)/.test(line) && /^\s*(?:\/\/|\*|\/\*|#|--)\s*(?:['"{]|.*\bexample\b)/i.test(line);
}

/** Symfony commits the values of developers in `.env` and reads those of production elsewhere. */
export const isOfSymfony = (file: SourceFile): boolean =>
  /(?:^|\/)\.env$/.test(file.path) && /###> symfony\/|symfony\.com|^APP_SECRET=/im.test(file.text);

/** `whsec_` begins the secrets of many makers of webhooks; runs of letters in order are typed by hand. */
const isOfOtherWebhooks = (file: SourceFile, span: Span, value: string): boolean =>
  value.startsWith('whsec_') &&
  (/123456|abcdef|secret/i.test(value) ||
    !/stripe/i.test(file.text.slice(Math.max(0, span.start - 500), span.end + 500)));

/** In a comment of code a token shows what one looks like. */
const isShown = (file: SourceFile, at: number): boolean => file.language !== 'other' && isExplanation(file, at);

/** True for what looks like a secret and opens nothing. */
export function isHarmless(file: SourceFile, span: Span): boolean {
  const value = file.text.slice(span.start, span.end);
  const line = file.lineAt(span.start);
  if (span.rule === 'jwt' && (hasRunOut(value) || isSample(value) || isShown(file, span.start))) return true;
  if (span.rule === 'authorization-header' && hasRunOut(value.replace(/^\w+\s+/, ''))) return true;
  if (span.rule === 'authorization-header' && isMadeUpLogin(value)) return true;
  if (/^(?:authorization-header|url-password|curl-login)$/.test(span.rule) && isExplanation(file, span.start))
    return true;
  // `-u username:…` shows how one logs in.
  if (
    span.rule === 'curl-login' &&
    /\b(?:your[\w-]*|user(?:_?name)?|login|name|e-?mail)(?:@[\w.-]{1,60})?:$/i.test(
      file.text.slice(Math.max(0, span.start - 80), span.start),
    )
  )
    return true;
  // What reports errors is known to whoever runs the program; the old form of its address has two keys in it.
  if (
    span.rule === 'url-password' &&
    /^@[\w.-]*(?:sentry|glitchtip)[\w.-]*\/\d/i.test(file.text.slice(span.end, span.end + 120))
  )
    return true;
  // A name that says what it is for, or a remark on the line itself.
  const own = file.lineText(line).slice(0, 2_000).replace(value, '');
  if (
    /^(?:jwt|github-token|private-key|authorization-header)$/.test(span.rule) &&
    /\b(?:TEST|DEMO|EXAMPLE|FAKE|DUMMY|SAMPLE|MOCK)_|TestValue|\bexpired\b|\brevoked\b/i.test(own)
  )
    return true;
  // `class TestingConfig:` of Python holds what tests take.
  if (span.rule === 'private-key' && isInTestClass(file, span.start)) return true;
  // One that is encrypted opens nothing without its passphrase.
  if (span.rule === 'private-key' && (isMadeUpKey(value) || /ENCRYPTED/.test(value.slice(0, 200)))) return true;
  // A token has the form of a real one, and the code beside it says that it is none.
  if (saidToBeNone.test(linesAround(file, line, 5, 0))) return true;
  if (span.rule === 'stripe-key' && (/_test_/.test(value) || isOfOtherWebhooks(file, span, value))) return true;
  // Words, one behind the other, were typed.
  if (span.rule !== 'private-key' && /deadbeef|cafebabe|(?:[_-][A-Za-z]{3,8}){6}/i.test(value)) return true;
  if (emulators.some((key) => value.includes(key)) || /\baccess-sandbox-/.test(value)) return true;
  // A word in base 64 is a word.
  if (
    span.rule === 'named-secret' &&
    /^[A-Za-z0-9+/]{8,40}={1,2}$/.test(value) &&
    /^[a-z]+$/i.test(Buffer.from(value, 'base64').toString('latin1'))
  )
    return true;
  if (
    span.rule === 'azure-storage-key' &&
    ofThisMachine.test(file.text.slice(Math.max(0, span.start - 200), span.start))
  )
    return true;
  // The frame of a key is made of dashes, and the form inside it of zeros.
  if (span.rule !== 'private-key' && isRepeated(value)) return true;
  if (isOfSymfony(file) || generated.test(file.lineText(line))) return true;
  if (/algolia|named-secret/.test(span.rule) && isSearchKey(file, span)) return true;
  if (span.rule === 'named-secret' && (knownForm.test(value) || isTranslation(file.path))) return true;
  if (
    span.rule === 'aws-access-key' &&
    /(?:Credential=|Authorization:\s{0,12}(?:- )?["']?AWS )$/i.test(
      file.text.slice(Math.max(0, span.start - 40), span.start),
    )
  )
    return true;
  if (isExplained(file, span) || isDevelopersSection(file, span, line) || isSampleSection(file, span, line))
    return true;
  const [around = ''] = enclosingLines(file, line);
  return shows.test(file.lineText(line).slice(0, 2_000)) || /\bexamples?\s*[:=]|\bplaceholder\b/i.test(around);
}

/** The class of Python that a place may stand in is called after tests or developers: a text of many lines breaks indentation. */
const isInTestClass = (file: SourceFile, at: number): boolean =>
  file.language === 'python' &&
  /^\nclass\s+(?:Dev|Test|Local|Unit)/.test(file.text.slice(file.text.lastIndexOf('\nclass ', at), at));

/** Rails keeps the keys of developers and of tests in sections of one file; the one of production is read elsewhere. */
function isDevelopersSection(file: SourceFile, span: Span, line: number): boolean {
  if (span.rule !== 'named-secret' || !/\.ya?ml$/.test(file.path)) return false;
  return enclosingLines(file, line).some((header) => /^(?:development|test|testing|dev|local|shared)\s*:/.test(header));
}

/** Settings that are switched off and lead to `example.com` show how the section is filled in. */
function isSampleSection(file: SourceFile, span: Span, line: number): boolean {
  if (span.rule !== 'named-secret' || !/\.ya?ml$/.test(file.path)) return false;
  const section = neighbours(file, line);
  return (
    section.some((text) => /^\s*enabled\s*:\s*(?:false|no|off)\s*(?:#|$)/.test(text)) &&
    section.some((text) => /^\s*[\w-]+\s*:[^#\n]*\bexample\.(?:com|org|net)\b/.test(text))
  );
}

/** The keys of a section of YAML: the lines around one that are indented as it is, up to where its section ends. */
function neighbours(file: SourceFile, line: number): string[] {
  const indent = indentOf(file.lineText(line));
  const found: string[] = [];
  if (indent === 0) return found;
  for (const step of [-1, 1])
    for (let at = line + step; at > 0 && Math.abs(at - line) <= 60; at += step) {
      const text = file.lineText(at).slice(0, 2_000);
      if (/^\s*(?:#|$)/.test(text)) continue;
      if (indentOf(text) < indent) break;
      if (indentOf(text) === indent) found.push(text);
    }
  return found;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

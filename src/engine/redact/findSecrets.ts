import { WordSet } from '../../base/wordFilter';
import { isSecretValue, keyNameKeywords, keyNamePattern } from './keyNameRule';
import { isPlaceholder, isUrlPlaceholder } from './placeholder';
import type { SecretRule } from './secretRule';
import { blockRules } from './tokens/blockRules';
import { formRules } from './tokens/formRules';
import { tokenRules as knownTokens } from './tokens/tokenRules';

const tokenRules = new Set<SecretRule>([...knownTokens, ...formRules]);

export const secretRules: readonly SecretRule[] = [...blockRules, ...tokenRules];

/** Where a secret stands in a text, in UTF-16 units; never its value. */
export interface SecretSpan {
  readonly rule: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const keywords = new WordSet([...new Set(secretRules.flatMap((rule) => rule.keywords))]);
const rulesByKeyword = new Map<string, readonly SecretRule[]>();

/** Found when the first text holds the keyword: most are in none, and to find the rules of all takes long at each start. */
function rulesOf(keyword: string): readonly SecretRule[] {
  let rules = rulesByKeyword.get(keyword);
  if (rules === undefined) {
    rules = secretRules.filter((rule) => rule.keywords.some((own) => own === keyword || keyword.startsWith(own)));
    rulesByKeyword.set(keyword, rules);
  }
  return rules;
}

/** The rules that can match at all; most texts have no keyword. */
function candidateRules(text: string): Set<SecretRule> {
  const rules = new Set<SecretRule>();
  for (const keyword of keywords.heldBy(text)) for (const rule of rulesOf(keyword)) rules.add(rule);
  return rules;
}

function spansOf(rule: SecretRule, text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const match of text.matchAll(rule.pattern)) {
    const secret = match.groups?.['secret'] ?? match[0];
    if (rule.id !== 'private-key' && isMadeUp(rule, secret, match.groups?.['user'])) continue;
    const start = match.index + match[0].lastIndexOf(secret);
    spans.push({ rule: rule.id, name: rule.name, start, end: start + secret.length });
  }
  return spans;
}

/** Documentation writes tokens such as `AKIA…EXAMPLE` or `xxxxxxxx`; a random token does not hold such words. */
function isMadeUp(rule: SecretRule, secret: string, user: string | undefined): boolean {
  if (user !== undefined) return isUrlPlaceholder(user, secret);
  if (tokenRules.has(rule)) {
    return /example|x{6,}|0{10,}|placeholder|your[-_]|0123456789|1234567890|abcdef012/i.test(secret);
  }
  return isPlaceholder(secret);
}

/** Values without quotes stand in files of settings, where the name begins the line; elsewhere such a match is code. */
function startsLine(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s{0,40}(?:(?:export|set|ENV|ARG|-)\s+)?$/.test(before);
}

/**
 * The pieces of a text that hold a name for a secret, at most about 400 characters around it: the pattern itself tries
 * every position, which would cost more than all token rules together.
 */
function* namedPieces(text: string): Iterable<{ readonly piece: string; readonly offset: number }> {
  const keywords = keyNameKeywords(text);
  if (keywords === undefined) return;
  let end = 0;
  for (const hit of text.matchAll(keywords)) {
    if (hit.index < end) continue;
    const lineStart = text.lastIndexOf('\n', hit.index) + 1;
    const lineEnd = text.indexOf('\n', hit.index);
    const offset = Math.max(lineStart, hit.index - 80, end);
    end = Math.min(lineEnd < 0 ? text.length : lineEnd, hit.index + 320);
    // Without a sign of assignment behind it a name is only mentioned.
    if (/[:=,]/.test(text.slice(hit.index, end))) yield { piece: text.slice(offset, end), offset };
  }
}

function keyNameSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (const { piece, offset } of namedPieces(text)) {
    for (const match of piece.matchAll(keyNamePattern)) {
      const { name = '', quote = '', quoted, bare } = match.groups ?? {};
      const secret = quoted ?? bare ?? '';
      const at = offset + match.index;
      if (quote === '' && !startsLine(text, at)) continue;
      if (!isSecretValue(name, secret, quote !== '')) continue;
      const start = at + match[0].lastIndexOf(secret);
      spans.push({ rule: 'named-secret', name: 'secret by its name', start, end: start + secret.length });
    }
  }
  return spans;
}

/** Every secret of a text, in its order and without overlaps; a rule with a prefix wins over the guess by name. */
export function findSecrets(text: string): SecretSpan[] {
  const found = [...candidateRules(text)].flatMap((rule) => spansOf(rule, text));
  found.push(...keyNameSpans(text));
  const rank = (span: SecretSpan): number => (span.rule === 'named-secret' ? 1 : 0);
  found.sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  const kept: SecretSpan[] = [];
  for (const span of found)
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  return kept.sort((a, b) => a.start - b.start);
}

import { LineIndex } from '../../../../languages/lineIndex';
import { closingBracket } from '../../../../languages/sourceText';
import type { ManifestFacts, PackageSource, Requirement, Scope } from '../../manifestFacts';

const list = /\{\s{0,20}deps\s{0,20},\s{0,40}\[/g;
const item = /\{\s{0,20}([a-z][\w@]{0,80})\s{0,20},|(?<=^|[\s[,])([a-z][\w@]{0,80})(?=\s{0,40}(?:,|$))/g;
/** Begins a tuple that asks for what it holds where something is so. */
const condition = /^if_/;
const origin =
  /\{\s{0,20}(?:git|hg|git_subdir|raw)\s{0,20},\s{0,40}"([^"]{1,300})"(\s{0,20},\s{0,40}\{\s{0,20}(?:tag|ref)\b)?/;

/** `rebar.config`: the lists `deps`, those of profiles too; a condition holds what it is for. */
export function parseRebarConfig(written: string): ManifestFacts {
  const text = written.replace(/"(?:[^"\\]|\\.){0,2000}"|%[^\n]*/g, (found) =>
    found[0] === '%' ? ' '.repeat(found.length) : found,
  );
  const lines = new LineIndex(text);
  const profiles = /\{\s{0,20}profiles\s{0,20},/.exec(text);
  const profilesEnd = profiles === null ? 0 : closingBracket(text, profiles.index);
  const requirements: Requirement[] = [];
  let end = 0;
  for (const { index, 0: head } of text.matchAll(list)) {
    if (index < end) continue;
    const open = index + head.length - 1;
    end = closingBracket(text, open);
    const isOfProfile = profiles !== null && index > profiles.index && index < profilesEnd;
    const scope = isOfProfile ? scopeOf(text.slice(Math.max(0, index - 400), index)) : 'runtime';
    let [last, conditional] = [0, 0];
    for (const { index: at, 0: found, 1: called, 2: lone } of text.slice(open + 1, end).matchAll(item)) {
      const place = open + 1 + at;
      if (place < last) continue;
      if (called !== undefined && condition.test(called)) {
        if (place >= conditional) conditional = closingBracket(text, place);
        continue;
      }
      const isChoice = place < conditional;
      // A lone name within a condition is what that asks.
      if (lone !== undefined && isChoice) continue;
      last = lone === undefined ? closingBracket(text, place) : place + found.length;
      const asking = lone === undefined ? text.slice(place, last + 1) : lone;
      const line = lines.lineAt(place);
      requirements.push(
        requirementOf(asking, called ?? lone ?? '', isChoice && scope === 'runtime' ? 'optional' : scope, line),
      );
    }
  }
  return { ecosystem: 'hex', format: 'rebar.config', requirements };
}

/** By the name of the profile that stands before the list. */
function scopeOf(before: string): Scope {
  const profile = [...before.matchAll(/\{\s{0,20}([a-z]\w{0,40})\s{0,20},\s{0,40}\[/g)].at(-1)?.[1] ?? '';
  return profile === 'prod' ? 'runtime' : profile === 'test' ? 'test' : 'dev';
}

function requirementOf(text: string, name: string, scope: Scope, line: number): Requirement {
  const [, location, pinned] = origin.exec(text) ?? [];
  const source: PackageSource | undefined =
    location === undefined ? undefined : { kind: 'git', location, pinned: pinned !== undefined };
  const declared = /^\{\s{0,20}[\w@]{1,80}\s{0,20},\s{0,40}"([^"]{1,80})"/.exec(text)?.[1] ?? '';
  return { name, declared, scope, line, ...(source === undefined ? {} : { source }) };
}

interface Release {
  readonly version: string;
  /** As written, where a date stands beside it. */
  readonly date?: string;
  readonly line: number;
}

/** Newest first, as change logs are written. */
export interface ChangelogFacts {
  readonly releases: readonly Release[];
  /** Line of a section of what is not released yet. */
  readonly unreleasedLine?: number;
}

const heading =
  /^(?:#{1,4}\s{1,4}|={1,4}\s{1,4})?\[?(?:Version\s|Release\s|v\.?\s?)?\[?(\d{1,4}\.\d{1,4}(?:\.\d{1,6})?(?:(?:[-.]|(?=(?:a|b|c|rc|alpha|beta|dev|pre)\.?\d))[\w.]{1,30})?)(?: [-–] [^\]\n]{1,60}(?=\]\())?\]?(?:\((?=https?:|[/#.])[^)\s]{1,300}\))?(.{0,80})$/i;

/** A version with a date or a word for it, in whatever form. */
const otherRelease =
  /^(?=.*(?<![\w.])v?\d{1,4}\.\d{1,4}(?:\.\d{1,6})?(?![\w.]))(?=.*\b(?:\d{4}|release[ds]?|version)\b).{1,120}$/i;

/** What is new in a version, as a heading says it. */
const newIn = /\b(?:changes|new|news|highlights) (?:in|since|from)\b[^\n]{0,40}\bv?\d{1,4}\.\d{1,4}\b/i;

/** A version behind the name of a part, or in a form of its own. */
const unreadRelease = /^#{1,4}\s{1,4}\W{0,6}(?:[\w/-]{1,60}[\s@-]{1,3})?v?\.?\s?\d{1,4}\.\d{1,4}\.\d{1,6}/i;

/** A version of one number. */
const wholeNumber =
  /^#{1,4}\s{1,4}\[?(?:version\s|release\s|v\.?\s?)?(?!(?:19|20)\d\d\b)\d{1,4}\]?(?:\s{1,3}release notes\b.{0,80}|\s{0,3}\([^\n]{1,60}\))?\s{0,9}$/i;

/** Behind a version another one, or that it is a series: several releases are told of together. */
const otherVersion = /(?:,|\band\b|&)\s{0,3}\[?v?\d{1,4}\.\d{1,4}\.\d{1,6}\b|^\s{0,3}series\b/i;

/** Whether all that stands below a heading is a line that leads to another place. */
function leadsElsewhere(lines: readonly string[], from: number): boolean {
  const below = lines.slice(from, from + 8);
  const end = below.findIndex((line) => /^#{1,4}\s/.test(line));
  const [only = '', ...others] = (end < 0 ? below : below.slice(0, end)).filter((line) => line.trim() !== '');
  return (
    others.length === 0 &&
    only.length < 400 &&
    /\b(?:found|see|moved|listed|available|refer)\b/i.test(only) &&
    /\]\(|https?:\/\//.test(only)
  );
}

/** Above the first release stands that the newer ones are told of in another place. */
const goesOnElsewhere =
  /\b(?:since|moved|no longer|newer|later|prior|older|until)\b[^#]{0,300}(?:\/releases\b|\bGitHub releases\b)|(?:\/releases\b|\bGitHub releases\b)[^#]{0,300}\b(?:moved|no longer|newer|prior|older|until)\b/i;

/** The first words below a heading, and its underline, say it. */
function isUnreleasedBelow(lines: readonly string[], from: number): boolean {
  const first = lines.slice(from, from + 4).find((line) => /\w/.test(line));
  return /^(?!#{1,4}\s)\W{0,6}(?:unreleased|not (?:yet )?released|release date:? unreleased)\W{0,6}$/i.test(
    first ?? '',
  );
}

/** Any line of dashes below one of a version makes that a heading. */
const isUnderlined = (line: string, below: string): boolean =>
  /^[-=~^]{4,}\s*$/.test(below) || (/^[-=]{2,3}\s*$/.test(below) && heading.test(line.trim()));

const mostHead = 12;

const headOf = (lines: readonly string[], end: number): string =>
  lines.slice(0, Math.min(end, mostHead)).join(' ').replace(/#+/g, ' ').slice(0, 2_000);

export function readChangelog(text: string): ChangelogFacts {
  const releases: Release[] = [];
  let unreleasedLine: number | undefined;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const isHeading = /^(#{1,4}|={1,4})\s/.test(line) || isUnderlined(line, lines[index + 1] ?? '');
    if (!isHeading || line.length > 300) continue;
    // Below a release it is one that was left over.
    if (releases.length === 0 && /^\W{0,6}unreleased\b/i.test(line)) unreleasedLine ??= index + 1;
    const match = heading.exec(line.trim());
    if (match?.[1] === undefined || otherVersion.test(match[2] ?? '')) {
      // A release in a form that is not read here stands above those that are.
      const isUnread =
        match !== null ||
        otherRelease.test(line) ||
        unreadRelease.test(line) ||
        wholeNumber.test(line) ||
        newIn.test(line);
      if (releases.length === 0 && isUnread) return { releases: [] };
      continue;
    }
    if (
      /\b(?:unreleased|pending|upcoming|next|not (?:yet )?released|in development|in progress|tba|tbd)\b|-(?:xx|\?\?)(?!\w)|^[-+.]dev\b/i.test(
        match[2] ?? '',
      ) ||
      /[-.](?:dev|wip)\b|snapshot/i.test(match[1]) ||
      isUnreleasedBelow(lines, index + 1)
    ) {
      if (releases.length === 0) unreleasedLine ??= index + 1;
      continue;
    }
    const date =
      /\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2},? \d{4}|\d{4}\/\d{1,2}\/\d{1,2})\b/.exec(
        match[2] ?? '',
      )?.[1];
    // A series whose releases are told of elsewhere.
    if (releases.length === 0 && (leadsElsewhere(lines, index + 1) || goesOnElsewhere.test(headOf(lines, index))))
      return { releases: [] };
    releases.push({ version: match[1], line: index + 1, ...(date === undefined ? {} : { date }) });
  }
  return { releases: releases.slice(0, 500), ...(unreleasedLine === undefined ? {} : { unreleasedLine }) };
}

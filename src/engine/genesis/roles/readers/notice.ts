import type { Saying } from '../project';

/** Who holds the rights, in a comment at the head of a file. */
const holder =
  /^[ \t#*/;!-]{0,40}(?:(?:MIT|BSD|ISC|Apache)[ \w.-]{0,20}licen[cs]e[.,;|]? )?(?:@?copyright|\(c\)|©)[ \t:]{0,4}(?:\(c\)|©)?[ \t]{0,4}(?:[\d,–-]{4,30}[ \t,]{1,4}){0,3}(?:(?:by|to)[ \t]{1,4})?([^\n]{2,120})$/gim;
/** `2014-2016, Jane Doe. All rights reserved.` */
const reserved = /^[ \t#*/;!-]{0,10}\d{4}[\d,–-]{0,20}[ \t,]{1,4}([^\n.]{2,80})\.? All rights reserved/gim;
const licence = /\b(?:licen[cs]ed? ?:|@licen[cs]e|(?:released|licensed) under (?:the )?)[ \t]{0,4}"?([a-z]{2,10})/gi;

/** What lets everyone copy the code. */
const permissive =
  /\b(?:MIT|BSD|ISC|Apache|zlib)\b[^\n]{0,40}\blicen[cs]e|\blicen[cs]ed?\b[^\n]{0,60}\b(?:MIT|BSD|ISC|Apache)\b|\bgoverned by an? (?:MIT|BSD|Apache)-style\b|\bPermission (?:is (?:hereby )?granted|to use, copy)|\bRedistribution and use in source\b/i;

const filler =
  /\b(?:copyright|all|rights|reserved|the|authors?|contributors?|and|inc|llc|ltd|gmbh|project|team|foundation|others?|its|https?)\b|[^a-z]/gi;

/** Says of a notice that it lets everyone copy what is below it. */
export const mayBeCopied = 'licence:permissive';

/** Says of a notice that what is below it is called as its file is. */
export const namesItself = 'licence:title';

/** The words of a notice that name somebody. */
export function namesOf(notice: readonly string[]): string[] {
  return notice.filter((word) => !word.startsWith('licence:'));
}

/** What stands before the first word of a file. */
const opening = /^\uFEFF?(?:\s{0,9}#if [^\n]{0,60}\n)?\s{0,9}(?:#region [^\n]{0,60}\n)?[\s/*#=;!|-]{0,400}/;
/** Behind the name of a library: what it is, which of its versions, or whose. Files of a program begin with theirs, too, with its ending. */
const afterTitle =
  /^(?:#|\+\+|lib)?(?:[ \t]{0,3}(?:--?|–|:)[ \t]|[ \t]{1,3}(?:v|ver(?:sion)?[ .]{0,2})?\d{1,3}\.\d|\r?\n[ \t/*#]{0,9}copyright[ \t])/;

/** Where a library is developed: what was only made after another one is called otherwise. */
const home = /https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\.\w{2,4}\/[\w.-]{1,60}\/([\w.-]{1,80})/;

/** Whether the first words are the file's name with a description or a version, or its holder is called so, or they say where it comes from. */
function isTitled(start: string, holders: readonly string[], name: string): boolean {
  const stem = name.replace(/\.\w+$/, '').toLowerCase();
  if (stem.length < 3) return false;
  const words = start.replace(opening, '').slice(0, 300).toLowerCase();
  return (
    holders.includes(stem) ||
    home.exec(words)?.[1]?.includes(stem) === true ||
    (words.startsWith(stem) && afterTitle.test(words.slice(stem.length)))
  );
}

/** The beginning of a file is enough, in characters and in bytes. */
const head = 3_000;
export const noticeBytes = 4 * head;

/** `copyright notice, this list of conditions`: words of a licence, and nobody's name. */
const ofLicence = /^(?:notice|holder|owner|law|and licen[cs]e)/i;

/** Whose name is too short to count by itself, as that of Go. */
const shortNamed = (names: string): string[] =>
  [...names.matchAll(/\b([A-Z]\w?) Authors\b/g)].map((match) => `${(match[1] ?? '').toLowerCase()}authors`);

/** Most heads have none of these words, and are done with one look. */
const word = /copyright|licen[cs]e|\(c\)|©|rights reserved|permission/i;

/** What the head of a file of code says of its rights: words of holders, and licences behind `licence:`. */
export function readNotice(text: string, _folder = '', name = ''): Saying {
  const start = text.slice(0, head);
  if (!word.test(start)) return { notice: [] };
  const named = [...start.matchAll(holder), ...start.matchAll(reserved)].map((match) => match[1] ?? '');
  const holders = named.flatMap((names) =>
    ofLicence.test(names)
      ? []
      : [...shortNamed(names), ...names.split(/[\s(),:/]+/).map((word) => word.replace(filler, '').toLowerCase())],
  );
  const licences = [...start.matchAll(licence)].map((match) => `licence:${(match[1] ?? '').toLowerCase()}`);
  const permits = permissive.test(start) ? [mayBeCopied] : [];
  const titles = isTitled(start, holders, name) ? [namesItself] : [];
  const words = [...new Set([...permits, ...titles, ...holders.filter((word) => word.length > 2), ...licences])];
  return { notice: words.slice(0, 30) };
}

import type { Saying } from '../project';

/** Who holds the rights, in a comment at the head of a file. */
const holder =
  /^[ \t#*/;!-]{0,10}(?:@?copyright|\(c\)|©)[ \t:]{0,4}(?:\(c\)|©)?[ \t]{0,4}(?:[\d,–-]{4,30}[ \t,]{1,4}){0,3}(?:(?:by|to)[ \t]{1,4})?([^\n]{2,120})$/gim;
/** `2014-2016, Jane Doe. All rights reserved.` */
const reserved = /^[ \t#*/;!-]{0,10}\d{4}[\d,–-]{0,20}[ \t,]{1,4}([^\n.]{2,80})\.? All rights reserved/gim;
const licence = /\b(?:licen[cs]ed? ?:|@licen[cs]e|(?:released|licensed) under (?:the )?)[ \t]{0,4}"?([a-z]{2,10})/gi;

const filler =
  /\b(?:copyright|all|rights|reserved|the|authors?|contributors?|and|inc|llc|ltd|gmbh|project|team|foundation|others?|its|https?)\b|[^a-z]/gi;

/** The beginning of a file is enough, in characters and in bytes. */
const head = 3_000;
export const noticeBytes = 4 * head;

/** What the head of a file of code says of its rights: words of holders, and licences behind `licence:`. */
export function readNotice(text: string): Saying {
  const start = text.slice(0, head);
  const holders = [...start.matchAll(holder), ...start.matchAll(reserved)].flatMap((match) =>
    (match[1] ?? '').split(/[\s(),:/]+/).map((word) => word.replace(filler, '').toLowerCase()),
  );
  const licences = [...start.matchAll(licence)].map((match) => `licence:${(match[1] ?? '').toLowerCase()}`);
  const words = [...new Set([...holders.filter((word) => word.length > 2), ...licences])];
  return { notice: words.slice(0, 30) };
}

import type { Saying } from '../project';

const holder =
  /^[ \t#*/;-]{0,10}(?:Copyright|©)[ \t]{1,4}(?:\(c\)|©)?[ \t]{0,4}(?:[\d,–-]{4,30}[ \t,]{1,4}){0,3}(?:(?:by|to)[ \t]{1,4})?([^\n]{2,120})$/gim;

/** Texts that everyone may copy code under; others are often those of a product's own paid parts. */
const open =
  /\bPermission is hereby granted, free of charge\b|\bRedistributions? of source code must\b|\bPermission to use, copy, modify/;

/** Words that say nothing of who somebody is. */
const filler =
  /\b(?:all rights reserved|the|authors?|contributors?|and|inc|llc|ltd|gmbh|project|team|foundation|others?|its)\b|[^a-z]/gi;

/** Who holds the rights of the code around a licence. */
export function readLicence(text: string): Saying {
  if (!open.test(text)) return {};
  const holders = [...text.matchAll(holder)].flatMap((match) => {
    const words = (match[1] ?? '').split(/\s+/).map((word) => word.replace(filler, '').toLowerCase());
    return words.filter((word) => word.length > 2);
  });
  return holders.length === 0 ? {} : { holders: [...new Set(holders)].slice(0, 40) };
}

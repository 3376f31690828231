/** Some words of a text, and where they stand. */
export interface Passage {
  readonly text: string;
  /** 1-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
}

/** A heading. */
export interface Section {
  readonly title: string;
  readonly level: number;
  readonly line: number;
}

/** One line as it is written; empty where a block of code or a comment stands. */
export interface Line {
  readonly raw: string;
  readonly number: number;
}

/** The words of one item of a list. */
export const listItem = /^\s{0,3}[-*+•]\s{1,4}(?:\[[ xX]\]\s)?(.{2,600})$/;

/** A line that is nothing but a link. */
export const loneLink = /^\s{0,9}(?:>\s?)?\[[^\]]{1,300}\]\([^)\s]{1,600}\)\s{0,9}$/;

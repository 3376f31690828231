/** One family of secrets that can be told by its own look. */
export interface SecretRule {
  /** Placeholder and finding name it: `aws-access-key`. */
  readonly id: string;
  /** In the field's words: `AWS access key id`. */
  readonly name: string;
  /** A text without any of these can't match; compared as written, so they are the case-sensitive start of the token. */
  readonly keywords: readonly string[];
  /**
   * Global and linear: bounded repeats, no nesting. The whole match is the secret, or its named group `secret` where
   * the match needs its surroundings.
   */
  readonly pattern: RegExp;
  /** Made-up tokens of the right form, in two parts, so that no scanner takes this file for a leak. */
  readonly examples: readonly (readonly [string, string])[];
  /** Near misses that must stay as they are. */
  readonly counterExamples: readonly string[];
}

import type { CodeFacts } from '../../facts/importGraph';
import { blanked } from '../../languages/sourceText';
import type { SourceFile } from '../../sourceFile';

/** A language without a grammar, read by its words. */
export interface TextLanguage {
  /** linguist's names. */
  readonly languageNames: readonly string[];
  read(file: SourceFile): CodeFacts;
}

/**
 * Blanks out what `tokens` (global, linear) matches, so that offsets and lines stay: comments and strings hold words that
 * look like code.
 */
export function masked(text: string, tokens: RegExp): string {
  return text.replace(tokens, (token) => blanked(token));
}

/** Comments and strings of Kotlin, C and their like. */
export const cTokens =
  /"""[\s\S]*?(?:"""|$)|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g;

/** Comments, strings and heredocs of Elixir. */
export const elixirTokens = /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|#[^\n]*/g;

import type { Example } from '../technologyExamples';

export interface TextExample extends Example {
  /** In a text. */
  readonly contains?: string;
  readonly containsNot?: string;
}

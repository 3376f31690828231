import { compiledExamples } from './compiledExamples';
import type { ManifestExample } from './formats';
import { functionalExamples } from './functionalExamples';
import { scriptingExamples } from './scriptingExamples';

export const manifestExamples: readonly ManifestExample[] = [
  ...scriptingExamples,
  ...compiledExamples,
  ...functionalExamples,
];

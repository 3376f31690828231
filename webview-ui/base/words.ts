import type { FindingLayer, ScanPhase, SkipReason, TechCategory } from '../../src/shared/genesis';

/** The words that the panel uses for the engine's terms. */

export const layerNames: Readonly<Record<FindingLayer, string>> = {
  product: 'Product',
  architecture: 'Architecture',
  dependencies: 'Dependencies',
  conventions: 'Conventions',
  dataModel: 'Data model',
  entryPoints: 'Entry points',
  security: 'Security',
};

/** In the order in which the list shows them. */
export const layerOrder = Object.keys(layerNames);

export const importanceNames: Readonly<Record<number, string>> = {
  5: 'Critical',
  4: 'High',
  3: 'Medium',
  2: 'Low',
  1: 'Minor',
};

export const categoryNames: Readonly<Record<TechCategory, string>> = {
  framework: 'Frameworks',
  language: 'Languages',
  backend: 'Backend',
  database: 'Databases',
  styling: 'Styling',
  testing: 'Testing',
  tooling: 'Tooling',
};

/** The phases as steps, in order; `failed` is a state of a step, not a step. */
export const phaseNames: Readonly<Record<Exclude<ScanPhase, 'failed'>, string>> = {
  fetch_tree: 'List files',
  fetch_files: 'Read files',
  build_chunks: 'Split',
  analyze: 'Analyze',
  synthesize: 'Conclude',
  security_audit: 'Security audit',
  assemble: 'Write drafts',
  complete: 'Done',
};

export const skipNames: Readonly<Record<SkipReason, string>> = {
  binary: 'binary',
  minified: 'minified',
  generated: 'generated',
  vendored: 'third-party copies',
  'too-large': 'too large',
  'over-limit': 'over the file limit',
  missing: 'not on disk',
  unreadable: 'unreadable',
  symlink: 'symbolic links',
  'timed-out': 'took too long',
};

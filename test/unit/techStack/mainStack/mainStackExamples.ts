import { buildsAndTestsExamples } from './buildsAndTests';
import { choices } from './choices';
import { frameworksExamples } from './frameworks';
import { hostsExamples } from './hosts';
import { languagesExamples } from './languages';
import { machinesExamples } from './machines';
import { ownersExamples } from './owners';
import { storesExamples } from './stores';
import type { TextExample } from './textExample';
import { versionsExamples } from './versions';

/** What is said of the whole. */
export const mainStackExamples: readonly TextExample[] = [
  ...choices,
  ...frameworksExamples,
  ...languagesExamples,
  ...versionsExamples,
  ...storesExamples,
  ...buildsAndTestsExamples,
  ...machinesExamples,
  ...ownersExamples,
  ...hostsExamples,
];

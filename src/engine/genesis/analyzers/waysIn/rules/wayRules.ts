import type { WayRule } from '../wayRule';
import { commandRules } from './commandRules';
import { compiledCommandRules } from './compiledCommandRules';
import { consumerRules } from './consumerRules';
import { functionRules } from './functionRules';
import { graphqlRules } from './graphqlRules';
import { jobRules } from './jobRules';
import { procedureRules } from './procedureRules';
import { socketRules } from './socketRules';

/** All ways in that code declares and that are no HTTP routes. */
export const wayRules: readonly WayRule[] = [
  ...commandRules,
  ...compiledCommandRules,
  ...jobRules,
  ...consumerRules,
  ...socketRules,
  ...functionRules,
  ...graphqlRules,
  ...procedureRules,
];

import type { FlowRule } from './flowRule';
import { addressRules } from './rules/addressRules';
import { injectionRules } from './rules/injectionRules';
import { objectRules } from './rules/objectRules';
import { outputRules } from './rules/outputRules';
import { pathRules } from './rules/pathRules';
import { runRules } from './rules/runRules';

export const flowRules: readonly FlowRule[] = [
  ...injectionRules,
  ...runRules,
  ...pathRules,
  ...addressRules,
  ...objectRules,
  ...outputRules,
];

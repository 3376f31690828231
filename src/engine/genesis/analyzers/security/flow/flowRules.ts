import type { FlowRule } from './flowRule';
import { addressRules } from './rules/addressRules';
import { withFurther } from './rules/furtherSinks';
import { injectionRules } from './rules/injectionRules';
import { lineBreakRules } from './rules/lineBreakRules';
import { objectRules } from './rules/objectRules';
import { outputRules } from './rules/outputRules';
import { pathRules } from './rules/pathRules';
import { runRules } from './rules/runRules';

const allRules: readonly FlowRule[] = [
  ...injectionRules,
  ...runRules,
  ...pathRules,
  ...addressRules,
  ...objectRules,
  ...outputRules,
  ...lineBreakRules,
];

export const flowRules: readonly FlowRule[] = allRules.map(withFurther);

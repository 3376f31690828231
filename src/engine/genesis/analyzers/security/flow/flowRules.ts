import type { FlowRule } from './flowRule';
import { exposureRules } from './rules/exposureRules';
import { injectionRules } from './rules/injectionRules';
import { outputRules } from './rules/outputRules';

export const flowRules: readonly FlowRule[] = [...injectionRules, ...exposureRules, ...outputRules];

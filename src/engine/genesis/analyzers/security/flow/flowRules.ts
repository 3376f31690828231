import type { FlowRule } from './flowRule';
import { exposureRules } from './rules/exposureRules';
import { injectionRules } from './rules/injectionRules';

export const flowRules: readonly FlowRule[] = [...injectionRules, ...exposureRules];

import type { FlowRule } from './flowRule';
import { addressRules } from './rules/addressRules';
import { frameworkAddressSinks } from './rules/frameworkAddressSinks';
import { frameworkRunSinks } from './rules/frameworkRunSinks';
import { furtherSinks } from './rules/furtherSinks';
import { injectionRules } from './rules/injectionRules';
import { lineBreakRules } from './rules/lineBreakRules';
import { objectRules } from './rules/objectRules';
import { outputRules } from './rules/outputRules';
import { pathRules } from './rules/pathRules';
import { runRules } from './rules/runRules';
import { typedSinks } from './rules/typedSinks';

const allRules: readonly FlowRule[] = [
  ...injectionRules,
  ...runRules,
  ...pathRules,
  ...addressRules,
  ...objectRules,
  ...outputRules,
  ...lineBreakRules,
];

/** A rule with the sinks that it has besides. */
const withFurther = (rule: FlowRule): FlowRule => {
  const more = [furtherSinks, frameworkRunSinks, frameworkAddressSinks, typedSinks].flatMap(
    (sinks) => sinks[rule.id] ?? [],
  );
  return {
    ...rule,
    sinks: [...rule.sinks, ...more.flatMap(({ sinks }) => sinks)],
    examples: [...rule.examples, ...more.flatMap(({ examples }) => examples)],
  };
};

export const flowRules: readonly FlowRule[] = allRules.map(withFurther);

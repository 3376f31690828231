import type { LanguageId } from '../../../sourceFile';
import type { Vocabulary } from '../program/vocabulary';
import { isInPackage } from '../run/ruleBook';
import type { RouterRule, Verb } from './routerRule';

/** The words of all rules for a language. */
export function vocabularyOf(rules: readonly RouterRule[], language: LanguageId): Vocabulary {
  const own = rules.filter((rule) => rule.languages.includes(language));
  const verbs = own.flatMap((rule) => Object.entries({ ...rule.verbs, ...rule.globals }));
  const packages = own.flatMap((rule) => [
    ...rule.packages,
    ...rule.creates.flatMap((creation) => creation.package ?? []),
  ]);
  return {
    verbs: new Set(verbs.map(([name]) => name)),
    joins: new Set(verbs.filter(([, verb]) => joins(verb)).map(([name]) => name)),
    bare: new Set(own.filter((rule) => rule.bare === true).flatMap((rule) => Object.keys(rule.verbs))),
    types: new Set(own.flatMap((rule) => [...(rule.types ?? []), ...(rule.bases ?? [])])),
    unimported: new Set(own.flatMap((rule) => rule.unimported ?? [])),
    annotations: new Set(),
    wellKnown: new Set(own.flatMap((rule) => rule.wellKnown ?? [])),
    isFramework: (specifier) => packages.some((candidate) => isInPackage(specifier, candidate)),
  };
}

const joins = (verb: Verb): boolean => verb.does === 'mount' || verb.does === 'group' || verb.does === 'special';

import type { LanguageId } from '../../../sourceFile';
import type { Creation, RouterRule, Verb } from '../rules/routerRule';
import type { ExternalValue } from './values';

interface RulesOfLanguage {
  readonly rules: readonly RouterRule[];
  readonly byPackage: Map<string, readonly RouterRule[]>;
  readonly byVariable: Map<string, readonly RouterRule[]>;
}

/** Finds what the rules say of a package's names. */
export class RuleBook {
  private readonly byLanguage = new Map<LanguageId, RulesOfLanguage>();

  constructor(readonly rules: readonly RouterRule[]) {}

  /** Each name of a program is looked up here: most rules are those of other languages. */
  ofLanguage(language: LanguageId): readonly RouterRule[] {
    return this.shelf(language).rules;
  }

  private shelf(language: LanguageId): RulesOfLanguage {
    let found = this.byLanguage.get(language);
    if (found === undefined) {
      const rules = this.rules.filter((rule) => rule.languages.includes(language));
      found = { rules, byPackage: new Map(), byVariable: new Map() };
      this.byLanguage.set(language, found);
    }
    return found;
  }

  /** Rules for a package: `flask.views` belongs to `flask`, `github.com/x/echo/v4` to `github.com/x/echo`. */
  rulesFor(language: LanguageId, packageName: string): readonly RouterRule[] {
    const { rules, byPackage } = this.shelf(language);
    let found = byPackage.get(packageName);
    if (found === undefined) {
      found = rules.filter((rule) => rule.packages.some((candidate) => isInPackage(packageName, candidate)));
      byPackage.set(packageName, found);
    }
    return found;
  }

  creation(language: LanguageId, value: ExternalValue): { rule: RouterRule; creation: Creation } | undefined {
    const name = exportedName(value);
    for (const rule of this.rulesFor(language, value.package)) {
      const creation = rule.creates.find(
        (candidate) =>
          candidate.name === name && (candidate.package === undefined || isInPackage(value.package, candidate.package)),
      );
      if (creation !== undefined) return { rule, creation };
    }
    const inside = language === 'python' ? ofSubmodule(value) : undefined;
    return inside === undefined ? undefined : this.creation(language, inside);
  }

  /** A function of the package that works on its default router. */
  globalVerb(language: LanguageId, value: ExternalValue): { rule: RouterRule; verb: Verb } | undefined {
    const name = exportedName(value);
    for (const rule of this.rulesFor(language, value.package)) {
      const verb = verbIn(rule.globals ?? {}, name, rule);
      if (verb !== undefined) return { rule, verb };
    }
    const inside = language === 'python' ? ofSubmodule(value) : undefined;
    return inside === undefined ? undefined : this.globalVerb(language, inside);
  }

  isTransparent(language: LanguageId, value: ExternalValue): boolean {
    const name = exportedName(value);
    return this.rulesFor(language, value.package).some((rule) => rule.transparent?.includes(name));
  }

  /** True if a rule speaks of this name. */
  knows(language: LanguageId, value: ExternalValue): boolean {
    return (
      this.creation(language, value) !== undefined ||
      this.globalVerb(language, value) !== undefined ||
      this.ruleOfType(language, value) !== undefined ||
      this.isTransparent(language, value) ||
      this.rulesFor(language, value.package).some((rule) =>
        rule.creates.some((creation) => creation.name.startsWith(`${value.name}.`)),
      )
    );
  }

  /** The framework whose router has this type. */
  ruleOfType(language: LanguageId, value: ExternalValue): RouterRule | undefined {
    const name = lastName(value);
    return this.rulesFor(language, value.package).find((rule) => rule.types?.includes(name));
  }

  /** The framework whose router has a type of this name, whatever the package. */
  ruleOfTypeName(language: LanguageId, name: string): RouterRule | undefined {
    const last = name.slice(name.lastIndexOf('.') + 1);
    return this.ofLanguage(language).find((rule) => rule.types?.includes(last));
  }

  /** The frameworks whose files find a router in a variable of this name. */
  rulesOfFreeVariable(language: LanguageId, name: string): readonly RouterRule[] {
    const { rules, byVariable } = this.shelf(language);
    let found = byVariable.get(name);
    if (found === undefined) {
      found = rules.filter((rule) => rule.freeVariables?.includes(name));
      byVariable.set(name, found);
    }
    return found;
  }

  /** A name that belongs to a framework though no import says so. */
  packageOfBareName(language: LanguageId, name: string): string | undefined {
    return this.ofLanguage(language).find((rule) => rule.unimported?.includes(name))?.packages[0];
  }
}

export function verbOf(rule: RouterRule, name: string): Verb | undefined {
  return verbIn(rule.verbs, name, rule);
}

/** Methods of PHP know no case: `$group->Post(…)`. */
function verbIn(verbs: Readonly<Record<string, Verb>>, name: string, { languages }: RouterRule): Verb | undefined {
  if (Object.hasOwn(verbs, name)) return verbs[name];
  if (!languages.includes('php')) return undefined;
  const small = name.toLowerCase();
  const known = Object.keys(verbs).find((verb) => verb.toLowerCase() === small);
  return known === undefined ? undefined : verbs[known];
}

export function isInPackage(name: string, candidate: string): boolean {
  // `github.com/*/mux`: forks keep the name, and what is written against them.
  const owner = candidate.indexOf('*');
  if (owner !== -1) {
    const end = name.startsWith(candidate.slice(0, owner)) ? name.indexOf('/', owner) : -1;
    return end !== -1 && isInPackage(name.slice(end), candidate.slice(owner + 1));
  }
  if (!name.startsWith(candidate)) return false;
  const next = name[candidate.length];
  return next === undefined || next === '/' || next === '.' || next === ':' || next === '\\' || next === '@';
}

/** `Router` of `express.Router`, whether the module was imported whole or by name. */
export function exportedName(value: ExternalValue): string {
  return value.name.replace(/^(?:default|\*)\./, '');
}

/** `from flask import blueprints`: what is a module of the package is called in small letters. */
function ofSubmodule({ package: outer, name }: ExternalValue): ExternalValue | undefined {
  const [, module, rest] = /^(?:default\.)?([a-z_][a-z_0-9]*)\.(\w.*)$/.exec(name) ?? [];
  return module === undefined || rest === undefined
    ? undefined
    : { kind: 'external', package: `${outer}.${module}`, name: rest };
}

function lastName(value: ExternalValue): string {
  const name = value.name === 'default' ? value.package : value.name;
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('\\'), name.lastIndexOf('/')) + 1);
}

import type { LanguageId } from '../../../sourceFile';
import type { Creation, RouterRule, Verb } from '../rules/routerRule';
import type { ExternalValue } from './values';

/** Finds what the rules say of a package's names. */
export class RuleBook {
  private readonly byPackage = new Map<string, readonly RouterRule[]>();

  constructor(readonly rules: readonly RouterRule[]) {}

  /** Rules for a package: `flask.views` belongs to `flask`, `github.com/x/echo/v4` to `github.com/x/echo`. */
  rulesFor(language: LanguageId, packageName: string): readonly RouterRule[] {
    const key = `${language} ${packageName}`;
    let found = this.byPackage.get(key);
    if (found === undefined) {
      found = this.rules.filter(
        (rule) =>
          rule.languages.includes(language) && rule.packages.some((candidate) => isInPackage(packageName, candidate)),
      );
      this.byPackage.set(key, found);
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
      const verb = rule.globals?.[name];
      if (verb !== undefined && Object.hasOwn(rule.globals ?? {}, name)) return { rule, verb };
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
    return this.rules.find((rule) => rule.languages.includes(language) && rule.types?.includes(last));
  }

  /** The frameworks whose files find a router in a variable of this name. */
  rulesOfFreeVariable(language: LanguageId, name: string): readonly RouterRule[] {
    return this.rules.filter((rule) => rule.languages.includes(language) && rule.freeVariables?.includes(name));
  }

  /** A name that belongs to a framework though no import says so. */
  packageOfBareName(language: LanguageId, name: string): string | undefined {
    return this.rules.find((rule) => rule.languages.includes(language) && rule.unimported?.includes(name))?.packages[0];
  }
}

export function verbOf(rule: RouterRule, name: string): Verb | undefined {
  return Object.hasOwn(rule.verbs, name) ? rule.verbs[name] : undefined;
}

export function isInPackage(name: string, candidate: string): boolean {
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

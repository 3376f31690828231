import type { FunctionDeclaration } from '../../program/program';
import type { RouterRule } from '../../rules/routerRule';
import type { Interpreter } from '../interpreter';
import { isScript } from '../project/languageTraits';
import type { Unit } from '../project/unit';
import { placeByFile } from '../routers/routerNode';
import type { Value } from '../values';
import { unknown } from '../values';

/** Finds out which parameters of functions that nobody is seen to call are routers. */
export class RouterGuess {
  /** The framework to which a parameter of a conventional name belongs: the one that the project imports. */
  private readonly conventional = new Map<string, RouterRule>();

  private readonly fillers = new Map<string, RouterRule>();

  constructor(private readonly interpreter: Interpreter) {
    for (const rule of interpreter.rules.rules.filter((candidate) => interpreter.imports(candidate))) {
      for (const name of rule.conventional ?? []) if (!this.conventional.has(name)) this.conventional.set(name, rule);
      if (rule.filler !== undefined)
        for (const language of rule.languages) this.fillers.set(`${language} ${rule.filler}`, rule);
    }
  }

  takesRouter(declared: FunctionDeclaration, unit: Unit): boolean {
    if (isBooted(declared, unit)) return false;
    const all = declared.receiver === undefined ? declared.parameters : [...declared.parameters, declared.receiver];
    if (this.fillerRule(declared, unit) !== undefined) return true;
    return all.some(
      (parameter) =>
        this.ruleOf(parameter, unit) !== undefined ||
        parameter.members?.some(({ imported }) => this.conventionalRule(imported, unit) !== undefined) === true,
    );
  }

  /** `def includeme(config):` */
  private fillerRule({ name, parameters }: FunctionDeclaration, unit: Unit): RouterRule | undefined {
    return parameters.length === 1 ? this.fillers.get(`${unit.program.language} ${name}`) : undefined;
  }

  argument(parameter: FunctionDeclaration['parameters'][number], unit: Unit, declared?: FunctionDeclaration): Value {
    const filled = declared === undefined ? undefined : this.fillerRule(declared, unit);
    const rule = filled ?? this.ruleOf(parameter, unit);
    if (rule !== undefined) {
      const node = this.interpreter.newNode(rule, unit, 0);
      if (rule.id === 'flarum') placeByFile(node, unit.path);
      // A group of Go, ASP.NET or Hummingbird and the rules of a service of Helidon lie below another router: below which path, its caller says.
      node.isLost =
        (unit.program.language === 'go' && /Group$/.test(parameter.type ?? '')) ||
        (unit.program.language === 'csharp' && parameter.type === 'RouteGroupBuilder') ||
        (rule.id === 'hummingbird' && /Group$/.test(parameter.type ?? '')) ||
        (rule.id === 'helidon' && /Rules$/.test(parameter.type ?? '')) ||
        this.isOneOfSeveral(parameter, unit);
      return { kind: 'router', node };
    }
    const known =
      parameter.type === undefined
        ? unknown
        : this.interpreter.objects.instanceOfType(parameter.type, unit, unit.scope);
    return known.kind === 'unknown' ? this.membersOf(parameter, unit) : known;
  }

  /** `({ app })`: an object with routers under names that routers have. */
  private membersOf(parameter: FunctionDeclaration['parameters'][number], unit: Unit): Value {
    const entries = new Map<string, Value>();
    for (const { imported } of parameter.members ?? []) {
      const rule = this.conventionalRule(imported, unit);
      if (rule !== undefined) entries.set(imported, { kind: 'router', node: this.interpreter.newNode(rule, unit, 0) });
    }
    return entries.size === 0 ? unknown : { kind: 'map', entries, line: 0 };
  }

  private conventionalRule(name: string, unit: Unit): RouterRule | undefined {
    const rule = this.conventional.get(name);
    return rule?.languages.includes(unit.program.language) === true ? rule : undefined;
  }

  private ruleOf(parameter: FunctionDeclaration['parameters'][number], unit: Unit): RouterRule | undefined {
    if (parameter.type !== undefined) {
      const typed = this.interpreter.objects.instanceOfType(parameter.type, unit, unit.scope);
      if (typed.kind === 'router') return typed.node.rule;
      // `app: PublicApp`, where the type is made of what a function of the project gives back.
      const isMade = typed.kind === 'unknown' && isScript.test(unit.program.language) && madeType.test(parameter.type);
      return isMade ? this.conventionalRule(parameter.name, unit) : undefined;
    }
    return this.conventionalRule(this.isOneOfSeveral(parameter, unit) ? 'router' : parameter.name, unit);
  }

  /** `apply(webRouter, apiRouter)`: below which path each of them lies, only the caller says. */
  private isOneOfSeveral({ name, type }: FunctionDeclaration['parameters'][number], { program }: Unit): boolean {
    return isScript.test(program.language) && type === undefined && /^[a-z]\w{0,30}[a-z]Router$/.test(name);
  }
}

/** `boot(Router $router)` of a provider of Laravel: the framework calls it first, and hands over its own. */
function isBooted(declared: FunctionDeclaration, { program }: Unit): boolean {
  if (program.language !== 'php' || !/^(?:boot|register|map)$/.test(declared.name)) return false;
  return program.classes.some(
    ({ bases, methods }) =>
      methods.some((id) => program.functions[id] === declared) &&
      bases.some((base) => base.is === 'name' && /ServiceProvider$/.test(base.name)),
  );
}

const madeType = /(?:App|Router|Api|API)$/;

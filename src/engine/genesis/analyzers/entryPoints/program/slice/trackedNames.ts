import type { CallExpression, Expression, FileProgram, Parameter } from '../program';
import { choiceOf, registering } from '../program';
import type { Vocabulary } from '../vocabulary';
import { baseName, expressionsOf } from '../walk';
import type { Mentions } from './mentions';
import { isMethodName, lastPart, neverRouters, routerName, selves } from './sliceWords';
import { statementsOf } from './statementsOf';

/** `router.getAsync('/users', …)`: a verb that a project adds to those of the framework. */
const addedVerb = /^(?:get|post|put|patch|delete|all|use)[A-Z]\w{1,30}$/;

const madeRouter =
  /(?:^|[a-z_])(?:[rR]outers?|[rR]outes|[bB]lueprints?)$|^router|_bps?$|^app$|^[A-Z_]{0,40}(?:ROUTER|ROUTE|BLUEPRINT)S?$/;

/** `*shop.RouterAdmin`: a type of Go that a project made of a router. */
const routerType = /(?:^|[a-z])(?:Router|Mux)(?:$|[A-Z])/;

/** The names of a program that may hold a router: what frameworks give, what verbs are called on, what is assigned from them. */
export class TrackedNames {
  /** With a dot in front they are members. */
  private readonly names = new Set<string>();

  constructor(
    private readonly program: FileProgram,
    private readonly words: Vocabulary,
    private readonly mentions: Mentions,
  ) {
    this.findFrameworkNames();
    for (let round = 0; round < 4; round++) if (!this.findTracked()) break;
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  private findFrameworkNames(): void {
    const { program, words } = this;
    for (const statement of statementsOf(this.program)) {
      if (statement.do === 'import')
        for (const { local, imported } of statement.bindings)
          if (words.isFramework(statement.specifier) || routerName.test(local) || words.types.has(imported))
            this.names.add(local);
      if (statement.do === 'set' && statement.target.is === 'name' && this.requiresFramework(statement.value))
        this.names.add(statement.target.name);
    }
    // `router = make_crud("items")`, `ALL_ROUTERS = [users.router]`: what functions and files of the project make.
    for (const statement of program.body)
      if (statement.do === 'set' && statement.target.is === 'name' && /^(?:call|list)$/.test(statement.value.is))
        if (madeRouter.test(statement.target.name)) this.names.add(statement.target.name);
    for (const name of words.unimported) this.names.add(name);
    for (const declared of program.functions)
      for (const parameter of [...declared.parameters, ...(declared.receiver === undefined ? [] : [declared.receiver])])
        this.trackParameter(parameter);
    for (const declared of program.classes)
      for (const field of declared.fields)
        if (field.type !== undefined && words.types.has(lastPart(field.type))) this.names.add(`.${field.name}`);
  }

  private trackParameter({ name, type, members = [] }: Parameter): void {
    const { types, conventional } = this.words;
    const isOwn = this.program.language === 'go' && type !== undefined && routerType.test(lastPart(type));
    const isTyped = isOwn || (type !== undefined && (types.has(lastPart(type)) || type === registering));
    if (conventional.has(name) || isTyped) this.names.add(name);
    // `route.build()`: a block that fills a router is called like a method of it.
    if (isTyped && this.program.language === 'kotlin') this.names.add(`.${name}`);
    for (const { local, imported } of members) if (conventional.has(imported)) this.names.add(local);
  }

  private requiresFramework(value: Expression): boolean {
    return this.mentions.in(value).calls.some((call) => this.isFrameworkRequire(call));
  }

  isFrameworkRequire({ callee, args: [argument] }: CallExpression): boolean {
    if (baseName(callee) !== 'require') return false;
    return argument?.value.is === 'text' && this.words.isFramework(argument.value.text);
  }

  /** Adds what calls of verbs and assignments from routers tell; true if that was something new. */
  private findTracked(): boolean {
    const before = this.names.size;
    for (const statement of statementsOf(this.program)) {
      for (const expression of expressionsOf(statement))
        for (const call of this.mentions.in(expression).calls) {
          this.trackReceiver(call);
          this.trackFilled(call);
        }
      if (statement.do !== 'set') continue;
      if (this.mentionsTracked(statement.value) || this.mentions.in(statement.value).tellsRoutes)
        this.track(statement.target);
    }
    for (const { decorators = [] } of [...this.program.functions, ...this.program.classes])
      for (const { value } of decorators) if (value.is === 'call') this.trackReceiver(value);
    return this.names.size > before;
  }

  private trackReceiver({ callee, args: [first] }: CallExpression): void {
    // `router[method](path, handler)`.
    const choice = choiceOf(callee);
    if (choice !== undefined && isMethodName(choice.key)) this.track(choice.of);
    if (callee.is !== 'member') return;
    if (addedVerb.test(callee.name) && first?.value.is === 'text' && first.value.text.startsWith('/')) {
      const { of } = callee;
      if (of.is === 'name' && routerName.test(of.name)) this.track(of);
      return;
    }
    if (!this.words.verbs.has(callee.name)) return;
    // Of several words, as `add_url_rule` and `HandleFunc`: nothing else is called like that.
    const isUnmistakable = /[a-z](?:_|[A-Z])/.test(callee.name);
    const isPath = first?.value.is === 'text' && /^[/*]|^$/.test(first.value.text);
    const isJoin = first !== undefined && (first.value.is === 'join' || this.words.joins.has(callee.name));
    if (isUnmistakable || isPath || isJoin) this.track(callee.of);
    // The router of Pyramid is called like a configuration.
    if (callee.name === 'add_route' && callee.of.is === 'name') this.names.add(callee.of.name);
  }

  /** `scope.configure(|cfg| users(cfg))`: the one parameter of the function is a router. */
  private trackFilled({ callee, args }: CallExpression): void {
    if (callee.is !== 'member' || !this.words.fills.has(callee.name)) return;
    for (const { value } of args) {
      const [only, ...others] =
        (value.is === 'function' ? this.program.functions[value.id]?.parameters : undefined) ?? [];
      if (only !== undefined && only.name !== '' && others.length === 0 && !neverRouters.has(only.name))
        this.names.add(only.name);
    }
  }

  private track(expression: Expression): void {
    if (expression.is === 'member') this.names.add(`.${expression.name}`);
    const base = baseName(expression);
    if (base !== undefined && !selves.has(base) && !neverRouters.has(base)) this.names.add(base);
  }

  private mentionsTracked(expression: Expression): boolean {
    return this.mentions.in(expression).names.some((name) => this.names.has(name));
  }
}

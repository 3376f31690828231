import type { LanguageId } from '../../../../sourceFile';
import type { FunctionDeclaration } from '../../program/program';
import type { Interpreter } from '../interpreter';
import type { Declared } from '../project/project';
import { methodsIn } from '../routers/registering';
import type { RouterNode } from '../routers/routerNode';
import { madeByContainer } from '../special/php/container';
import { usersRouter } from '../special/python/fastApiUsers';
import { noteInvoked, ownGroups } from '../special/reflectedGroups';
import type { Value } from '../values';
import { optionsOf, routersIn, several, textOf, textsOf } from '../values';
import { isHanded } from './adoptedRouter';
import { ownPlaces } from './ownPlaces';
import { ofOwnProgram } from './ownProgram';
import type { PendingCall } from './pendingCall';

/** More implementations of one method than these say nothing of which is meant. */
const mostMakers = 4;
const mostTables = 50;

/** Languages whose types mostly tell what a method is called on. */
const waits: ReadonlySet<LanguageId> = new Set(['go', 'csharp', 'java', 'kotlin', 'swift']);
/** What waited may call what waits again. */
const mostRounds = 4;

/** Types of whole servers: a group of one is of another type. */
const wholeServers: ReadonlySet<string> = new Set(['gin.Engine', 'echo.Echo', 'server.Hertz']);

/** Methods of something that is not known: which of the project's methods of that name may be meant. */
export class Dispatch {
  /** Methods that a call may mean and that it was not carried out with: below which path they lie nobody knows. */
  readonly left = new Set<FunctionDeclaration>();

  private readonly waiting: { readonly candidates: readonly Declared[]; readonly call: PendingCall }[] = [];

  constructor(private readonly interpreter: Interpreter) {}

  /**
   * A method of something unknown: where a router goes in, the methods of that name that take a router at this place are
   * carried out, for an interface hides which of them it is.
   */
  call(name: string, call: PendingCall, isClient = false): Value {
    noteInvoked(this.interpreter, name, call);
    const made = madeByContainer(this.interpreter, name, call) ?? usersRouter(this.interpreter, name, call);
    if (made !== undefined) return made;
    const at = call.args.findIndex((argument) => argument.value.kind === 'router');
    const passed = call.args[at]?.value;
    if (passed?.kind !== 'router')
      return (
        this.registrarOf(name, call) ??
        this.tablesOf(name, call) ??
        this.makersOf(name, call) ??
        this.interpreter.calls.callUnknown(call, isClient)
      );
    const { language } = call.frame.unit.program;
    const candidates = this.interpreter.project
      .functionsNamed(name)
      .slice(0, 50)
      .filter(({ unit, id }) => {
        const parameters = unit.program.functions[id]?.parameters.filter((candidate) => candidate.name !== 'self');
        return unit.program.language === language && this.takesRouter(parameters?.[at]?.type, passed.node);
      });
    // Calls on what is known come first: they take those away that are not meant here.
    if (candidates.length > 1 && waits.has(language)) {
      this.waiting.push({ candidates, call });
      return this.interpreter.calls.callUnknown(call, isClient);
    }
    const results = candidates.map((declared) => this.carryOut(declared, call));
    return results.length > 0 ? several(results) : this.interpreter.calls.callUnknown(call, isClient);
  }

  /** Carries out the calls that waited, with what nothing else has called until now. */
  settle(): void {
    for (let round = 0; round < mostRounds && this.waiting.length > 0; round++)
      for (const { candidates, call } of this.waiting.splice(0)) {
        for (const { unit, id } of candidates) {
          const declared = unit.program.functions[id];
          if (declared !== undefined) this.left.add(declared);
        }
        const near = ofOwnProgram(this.interpreter, candidates, call);
        const left = near.filter(({ unit, id }) => {
          const declared = unit.program.functions[id];
          return declared !== undefined && !this.interpreter.wasCalled(declared);
        });
        for (const declared of left)
          this.carryOut(declared, { ...call, args: ownPlaces(this.interpreter, call.args, this.selfOf(declared)) });
      }
  }

  private carryOut(declared: Declared, call: PendingCall): Value {
    this.interpreter.run(declared.unit);
    const value = this.interpreter.functionValue(declared.id, { unit: declared.unit, scope: declared.unit.scope });
    const self = this.selfOf(declared);
    return this.interpreter.callFunction(value, ownGroups(this.interpreter, call.args, self), self);
  }

  /** `conf.Registrar.Register(http.MethodGet, "/x", h)`: the one method of that name that takes a method and a path. */
  private registrarOf(name: string, call: PendingCall): Value | undefined {
    const { language } = call.frame.unit.program;
    const [method, path] = call.args;
    if (language !== 'go' || call.args.length !== 3 || methodsIn(method?.value).length === 0) return undefined;
    if (textOf(path?.value)?.startsWith('/') !== true) return undefined;
    const [only, ...others] = this.interpreter.project.functionsNamed(name).filter(({ unit, id }) => {
      const declared = unit.program.functions[id];
      return (
        unit.program.language === language &&
        declared?.receiver !== undefined &&
        declared.body.length > 0 &&
        declared.parameters.length === 3 &&
        declared.parameters[0]?.name === 'method'
      );
    });
    return only === undefined || others.length > 0 ? undefined : this.carryOut(only, call);
  }

  /** `authorizer.routes()`: what implements a trait or an interface gives its router by a method of this name. */
  private makersOf(name: string, call: PendingCall): Value | undefined {
    const { language } = call.frame.unit.program;
    if (language !== 'rust' && language !== 'go') return undefined;
    const texts = call.args.flatMap((argument) => textsOf(argument.value));
    // `logs.Add("app", text)`: what takes texts and none of them a path adds something else under that name.
    if (texts.length > 0 && texts.every((text) => !/^$|\//.test(text))) return undefined;
    const makers = this.interpreter.project.functionsNamed(name).filter(({ unit, id }) => {
      const declared = unit.program.functions[id];
      if (unit.program.language !== language || declared?.receiver === undefined) return false;
      return (
        isTakenBy(declared, call) &&
        declared.returns !== undefined &&
        this.interpreter.rules.ruleOfTypeName(language, declared.returns) !== undefined
      );
    });
    if (makers.length === 0 || makers.length > mostMakers) return undefined;
    const made = makers.map((declared) => this.carryOut(declared, call));
    // `r.With(auth).Get("/users", list)` of a router that was handed over: who did so says where that lies.
    if (call.on !== undefined && isHanded(this.interpreter, call.on, call.frame))
      for (const node of made.flatMap(heldBy)) node.isLost = true;
    return several(made);
  }

  /** `module.Routes()`, where the modules of a program give back tables of routes: the rows of all of them. */
  private tablesOf(name: string, call: PendingCall): Value | undefined {
    if (call.frame.unit.program.language !== 'go' || !/Routes$/.test(name) || call.args.length > 0) return undefined;
    const makers = this.interpreter.project.functionsNamed(name).filter(({ unit, id }) => {
      const { receiver, returns, parameters = [] } = unit.program.functions[id] ?? {};
      return receiver !== undefined && parameters.length === 0 && /Route$/.test(returns ?? '');
    });
    const tables = makers.slice(0, mostTables).map((declared) => this.carryOut(declared, call));
    const items = tables.flatMap(optionsOf).flatMap((table) => (table.kind === 'list' ? table.items : []));
    return items.length === 0 ? undefined : { kind: 'list', items };
  }

  /** The object of the class that declares a method. */
  private selfOf(declared: Declared): Value | undefined {
    const { unit } = declared;
    const id = unit.program.classes.findIndex((candidate) => candidate.methods.includes(declared.id));
    if (id !== -1) return this.interpreter.objects.standIn({ kind: 'class', unit, id, scope: unit.scope });
    const receiver = unit.program.functions[declared.id]?.receiver?.type;
    if (receiver === undefined) return undefined;
    const value = this.interpreter.objects.instanceOfType(receiver, unit, unit.scope);
    return value.kind === 'object' ? value : undefined;
  }

  private takesRouter(type: string | undefined, node: RouterNode): boolean {
    if (type === undefined) return false;
    const last = type.slice(type.lastIndexOf('.') + 1);
    return node.rule.types?.includes(last) === true && !(node.isMounted && wholeServers.has(type));
  }
}

/** `Request::builder().build()` is no `build` of the project that takes a router: in these languages as much is handed over as is asked for. */
const isTakenBy = ({ parameters }: FunctionDeclaration, { args }: PendingCall): boolean =>
  parameters.length === args.length || parameters.some(({ rest }) => rest === true);

/** The routers of a value, and those that an object of the project keeps. */
const heldBy = (value: Value): RouterNode[] =>
  value.kind === 'object' ? [...value.fields.values()].flatMap((field) => routersIn(field)) : routersIn(value);

import type { Interpreter } from '../interpreter';
import type { RouterNode } from '../routers/routerNode';
import { verbOf } from '../ruleBook';
import { callMapperMethod } from '../special/ruby/mapperMethods';
import type { ExternalValue, Value } from '../values';
import type { PendingCall } from './pendingCall';

/** Verbs that are called by their name alone: `get '/users' do … end`. */
export class BareVerbs {
  constructor(private readonly interpreter: Interpreter) {}

  /** A verb without a receiver, inside the block that fills a router. */
  call(name: string, target: Value, call: PendingCall): Value | undefined {
    const node = this.interpreter.ambient.at(-1);
    const wrapped = node?.rule.bare === true ? wrappedVerb(name, call) : undefined;
    if (node !== undefined && wrapped !== undefined && target.kind === 'external') {
      const verb = verbOf(node.rule, wrapped);
      if (verb !== undefined) return this.interpreter.routers.apply(node, verb, { ...call, verb: wrapped });
    }
    // In C# a class is only made with `new`: what is called by its name is something else.
    const isMethod = target.kind === 'class' && call.makes !== true && call.frame.unit.program.language === 'csharp';
    if (!isMethod && (target.kind !== 'external' || (target.package !== '' && !this.belongsTo(target, node, call))))
      return undefined;
    const verb = node?.rule.bare === true ? verbOf(node.rule, name) : undefined;
    if (verb === undefined && node?.rule.id === 'rails') return callMapperMethod(this.interpreter, node, name, call);
    return node === undefined || verb === undefined
      ? undefined
      : this.interpreter.routers.apply(node, verb, { ...call, verb: name });
  }

  /** Kotlin imports the verbs by name. */
  private belongsTo(target: ExternalValue, node: RouterNode | undefined, call: PendingCall): boolean {
    const { language } = call.frame.unit.program;
    return node !== undefined && this.interpreter.rules.rulesFor(language, target.package).includes(node.rule);
  }
}

/** `authenticatedGet<Users> { … }` of a library: its class says the path, the end of its name the verb. */
function wrappedVerb(name: string, call: PendingCall): string | undefined {
  if (!call.args.some((argument) => argument.name === '<>' && argument.value.kind === 'class')) return undefined;
  return /[a-z](Get|Post|Put|Patch|Delete|Head|Options)$/.exec(name)?.[1]?.toLowerCase();
}

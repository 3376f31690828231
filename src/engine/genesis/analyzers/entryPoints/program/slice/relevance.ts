import type { CallExpression, Expression, FileProgram } from '../program';
import type { Vocabulary } from '../vocabulary';
import { baseName } from '../walk';
import type { Bases } from './bases';
import type { Mentioned, Mentions } from './mentions';
import { addsRoute, callsRouteHook, tellsOfRoutes } from './ownCalls';
import { isOfServer } from './registrars';
import { isAlwaysKept, isTypedVerb, selves } from './sliceWords';
import type { TrackedNames } from './trackedNames';

/** What is kept so far; all of it grows only. */
interface Kept {
  readonly functions: ReadonlySet<number>;
  readonly classes: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
}

interface RelevanceParts {
  readonly program: FileProgram;
  readonly words: Vocabulary;
  readonly tracked: TrackedNames;
  readonly mentions: Mentions;
  readonly bases: Bases;
  readonly kept: Kept;
}

/** Tells which expressions have to do with routers, by themselves or by what is kept so far. */
export class Relevance {
  /**
   * What is known of an expression: true for one that is relevant, and stays so, since nothing that is kept is let go again;
   * false for one that is not by itself.
   */
  private readonly known = new Map<Expression, boolean>();

  constructor(private readonly parts: RelevanceParts) {}

  of(expression: Expression): boolean {
    const known = this.known.get(expression);
    if (known === true) return true;
    const mentioned = this.parts.mentions.in(expression);
    const isRelevant = (known === undefined && this.isByItself(mentioned)) || this.isByOthers(mentioned);
    if (isRelevant || known === undefined) this.known.set(expression, isRelevant);
    return isRelevant;
  }

  private isByItself({ names, calls, tellsRoutes }: Mentioned): boolean {
    const { program, words, tracked } = this.parts;
    return (
      tellsRoutes ||
      names.some((name) => tracked.has(name)) ||
      calls.some(
        (call) =>
          this.isWordAlone(call.callee) ||
          tracked.isFrameworkRequire(call) ||
          isTypedVerb(call) ||
          isOfServer(call, program) ||
          tellsOfRoutes(call, program, words),
      )
    );
  }

  private isByOthers({ functions, calls }: Mentioned): boolean {
    const { bases, kept } = this.parts;
    return (
      functions.some((id) => kept.functions.has(id)) ||
      calls.some(
        (call) =>
          this.callsKept(call) ||
          (addsRoute(call) && bases.extendRouter()) ||
          (kept.classes.size > 0 && callsRouteHook(call)),
      )
    );
  }

  private isWordAlone(callee: Expression): boolean {
    const { program, words } = this.parts;
    if (callee.is === 'member') return program.language === 'php' && this.isOwnVerb(callee.of, callee.name);
    return callee.is === 'name' && (words.bare.has(callee.name) || isAlwaysKept(callee.name));
  }

  /** In PHP a function that fills a router may know it as `$this`, and so does a class that extends a router. */
  private isOwnVerb(of: Expression, name: string): boolean {
    return of.is === 'name' && selves.has(of.name) && this.parts.words.verbs.has(name);
  }

  private callsKept({ callee }: CallExpression): boolean {
    const { bases, kept } = this.parts;
    if (callee.is === 'member') {
      const { of, name } = callee;
      const isInherited = name === '__init__' || (of.is === 'call' && baseName(of.callee) === 'super');
      if ((isInherited || this.isOwnVerb(of, name)) && bases.extendRouter()) return true;
      return kept.names.size > 0 && (kept.names.has(`.${name}`) || kept.names.has(baseName(callee) ?? ''));
    }
    if (callee.is !== 'name') return false;
    return (callee.name === 'super' && bases.extendRouter()) || kept.names.has(callee.name);
  }
}

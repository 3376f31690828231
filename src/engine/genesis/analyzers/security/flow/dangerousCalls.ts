import type { LanguageId, SourceFile } from '../../../sourceFile';
import { liveCode } from '../context/liveCode';
import type { Call } from './flowCalls';
import type { FlowRule, Sink } from './flowRule';
import { flowRules } from './flowRules';
import { isPlausible } from './sinkKinds';

/** A rule with those of its sinks that a callee fits. */
interface Danger {
  readonly rule: FlowRule;
  readonly sinks: readonly Sink[];
}

const none: readonly Danger[] = [];

/** Files call the same names again and again; beyond this many, remembering them takes more than it saves. */
const mostCallees = 20_000;

/** What each callee of a language may do; asked of all rules once. */
class Dangers {
  private readonly rules: readonly Danger[];
  private readonly byCallee = new Map<string, readonly Danger[]>();

  constructor(language: LanguageId) {
    this.rules = flowRules.flatMap((rule) => {
      const sinks = rule.sinks.filter((sink) => sink.languages.includes(language));
      return sinks.length > 0 ? [{ rule, sinks }] : [];
    });
  }

  of(callee: string): readonly Danger[] {
    let found = this.byCallee.get(callee);
    if (found === undefined) {
      const dangers = this.rules.flatMap(({ rule, sinks }) => {
        const fitting = sinks.filter((sink) => sink.callee.test(callee));
        return fitting.length > 0 ? [{ rule, sinks: fitting }] : [];
      });
      found = dangers.length > 0 ? dangers : none;
      if (this.byCallee.size >= mostCallees) this.byCallee.clear();
      this.byCallee.set(callee, found);
    }
    return found;
  }
}

const byLanguage = new Map<LanguageId, Dangers>();

function dangersOf(language: LanguageId): Dangers {
  let dangers = byLanguage.get(language);
  if (dangers === undefined) {
    dangers = new Dangers(language);
    byLanguage.set(language, dangers);
  }
  return dangers;
}

/** Asks each thing of the text of a file once, and only when a call makes it matter. */
function onceEach<T>(ask: (thing: T) => boolean): (thing: T) => boolean {
  const answers = new Map<T, boolean>();
  return (thing) => {
    let answer = answers.get(thing);
    if (answer === undefined) {
      answer = ask(thing);
      answers.set(thing, answer);
    }
    return answer;
  };
}

export interface DangerousCall {
  readonly call: Call;
  readonly rule: FlowRule;
  readonly sinks: readonly Sink[];
}

/** The calls that may be dangerous, each with a rule that says so, and its sinks: few files have any. */
export function dangerousCalls(calls: readonly Call[], file: SourceFile): DangerousCall[] {
  const dangers = dangersOf(file.language);
  const isFor = onceEach((rule: FlowRule) => isPlausible(rule, file));
  let live: string | undefined;
  const isIn = onceEach((sink: Sink) => {
    // What is commented out neither brings a library in nor answers with another type.
    live ??= sink.file && liveCode(file.text);
    return sink.file?.test(live ?? '') ?? true;
  });
  return calls.flatMap((call) =>
    dangers.of(call.callee).flatMap(({ rule, sinks }) => {
      const held = sinks.filter(isIn);
      return held.length > 0 && isFor(rule) ? [{ call, rule, sinks: held }] : [];
    }),
  );
}

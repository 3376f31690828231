import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { lookedAtBefore } from '../context/lookedAt';
import { isSure } from '../context/sureness';
import type { WeaknessPlace } from '../weakness';
import { type Asking, moreOf } from './asking';
import { askedBefore } from './checks';
import type { Call } from './flowCalls';
import { functionName, parametersOf } from './functionParts';
import { isStatement } from './sinkKinds';
import { byParameter, type Taint } from './taint/taint';
import type { TaintScope } from './taint/taintScope';

/** A dangerous call, and the value that reaches it. */
export interface Hit {
  readonly place: WeaknessPlace;
  readonly taint: Taint;
  /** The value is run as SQL, whole: it is a flaw where it was put together. */
  readonly sql: boolean;
}

/** A function whose parameter reaches a dangerous call. */
export interface OpenFunction {
  readonly place: WeaknessPlace;
  readonly owner: Node;
  readonly name: string;
  /** Among the arguments of a call: what a language passes by itself (`self`) is not counted. */
  readonly index: number;
  /** The name of the parameter, where a call may name it. */
  readonly parameter: string;
  /** See `Hit`. */
  readonly sql: boolean;
}

/** `def f(self, name)` is called with one argument. */
export const ownParameters = (owner: Node): number =>
  /^(?:self|cls)$/.test(parametersOf(owner)[0]?.names[0] ?? '') ? 1 : 0;

/** A method of an interface: what its class does stands somewhere else. */
const isDeclaredOnly = (node: Node): boolean =>
  node.type === 'method_declaration' && node.text.length < 600 && /^[^{=]*\)[^{=)]*;$/.test(node.text);

export function openFunctions(hits: readonly Hit[], scope: TaintScope): OpenFunction[] {
  const inner = hits.filter((hit) => hit.taint.parameter !== undefined);
  if (inner.length === 0) return [];
  const owners = scope.functions.nodes;
  const byId = new Map(owners.map((node) => [node.id, node] as const));
  const counts = new Map<string, number>();
  for (const node of owners) {
    const name = isDeclaredOnly(node) ? undefined : functionName(node);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // What a function that runs SQL does with the same text beside it (a count of queries, a log) is its own affair.
  const runs = new Set(
    inner.flatMap(({ sql, taint: { parameter } }) => (sql ? `${parameter?.owner}:${parameter?.index}` : [])),
  );
  const told = inner.filter(
    ({ place, sql, taint: { parameter } }) =>
      sql || place.rule !== 'sql-injection' || !runs.has(`${parameter?.owner}:${parameter?.index}`),
  );
  return told.flatMap(({ place, sql, taint: { parameter } }) => {
    const owner = byId.get(parameter?.owner ?? -1);
    const name = owner ? functionName(owner) : undefined;
    // Two functions of one name: which of them is called can't be told.
    if (owner === undefined || name === undefined || counts.get(name) !== 1) return [];
    const at = parameter?.index ?? 0;
    const names = parametersOf(owner)[at]?.names ?? [];
    return [{ place, sql, owner, name, index: at - ownParameters(owner), parameter: names[0] ?? '' }];
  });
}

/**
 * True for a call that means a function of this file: without a receiver, on the object or the class itself. Any other
 * receiver may be something else with a method of the same everyday name (`get`, `find`, `update`).
 */
function isOwnCall(callee: string, name: string): boolean {
  if (callee === name) return true;
  if (!callee.endsWith(`.${name}`)) return false;
  const receiver = callee.slice(0, -name.length - 1);
  return (
    /^(?:this|\$this|self|cls|super|static|parent|exports|module\.exports|[A-Z]\w*)$/.test(receiver) || name.length >= 9
  );
}

/** A text of SQL that was put together with the value. */
export const isSqlOfRequest = (argument: Node | undefined, taint: Taint): boolean =>
  argument !== undefined &&
  taint.joined &&
  isStatement(argument) &&
  askedBefore('sql-injection', argument) !== 'enough';

/** `run(query)`: the text that is run is what the request holds, by its name. */
export const isWholeSql = (argument: Node, taint: Taint): boolean =>
  !taint.joined && taint.starts && /^\$?(?:\w{0,20}[sS]ql|[qQ]uery|statement|stmt)$/.test(argument.text);

const atCall = (place: WeaknessPlace, { node }: Call): WeaknessPlace => {
  const line = node.startPosition.row + 1;
  return { rule: place.rule, line, endLine: Math.min(node.endPosition.row + 1, line + 10), possible: true };
};

/** A function that only runs the text it is given takes nothing from how sure it is what the text holds. */
export const madeSure = (place: WeaknessPlace, isSure: boolean): WeaknessPlace => {
  const { possible: _, ...rest } = place;
  return isSure ? rest : { ...rest, possible: true };
};

const surestFirst = (a: WeaknessPlace, b: WeaknessPlace): number =>
  Number(a.possible === true) - Number(b.possible === true);

/** What a caller asked of a value before it gave it on. */
const askingOf = (rule: string, argument: Node): Asking =>
  moreOf(lookedAtBefore(rule, argument), () => askedBefore(rule, argument));

/** What a call gives for the parameter, unless the caller looked at it before. */
function givenBy(
  call: Call,
  { place, index, parameter }: Pick<OpenFunction, 'place' | 'index' | 'parameter'>,
  scope: TaintScope,
): Taint | undefined {
  const argument = argumentFor(call, index, parameter);
  const taint = argument ? scope.taintOf(argument) : undefined;
  if (argument === undefined || taint === undefined) return undefined;
  if (place.rule === 'path-traversal' && taint.segment === true) return undefined;
  return askingOf(place.rule, argument) === 'enough' ? undefined : taint;
}

/** Functions of the same file that hand their own parameter on to one that opens a flow. */
export function handedOn(
  open: readonly OpenFunction[],
  calls: readonly Call[],
  scope: TaintScope,
  file: SourceFile,
): OpenFunction[] {
  const hits = open.flatMap((one): Hit[] =>
    calls
      .filter((call) => isOwnCall(call.callee, one.name))
      .flatMap((call): Hit[] => {
        const taint = givenBy(call, one, scope);
        if (taint?.parameter === undefined || taint.parameter.owner === one.owner.id) return [];
        const argument = argumentFor(call, one.index, one.parameter);
        const isHandedSure = argument !== undefined && isSure(one.place.rule, argument, taint, file);
        const place = madeSure(one.place, isHandedSure && one.place.possible !== true);
        if (!one.sql) return byParameter(taint).map((each) => ({ place, taint: each, sql: false }));
        const isMade = isSqlOfRequest(argument, taint);
        if (!isMade) return taint.joined ? [] : [{ place, taint, sql: true }];
        return [{ place: atCall(one.place, call), taint, sql: false }];
      }),
  );
  return openFunctions(hits, scope);
}

/** The argument that a call gives for a parameter: by its name, or by its place. */
export function argumentFor(call: Call, index: number, parameter: string): Node | undefined {
  const byName = call.args.find(
    (argument) => argument.type === 'keyword_argument' && argument.childForFieldName('name')?.text === parameter,
  );
  if (byName) return byName.childForFieldName('value') ?? undefined;
  const argument = call.args[index];
  return argument?.type === 'keyword_argument' ? undefined : argument;
}

/** One step through a function of the same file: request data given to a parameter that reaches a dangerous call. */
export function throughFunctions(
  open: readonly OpenFunction[],
  calls: readonly Call[],
  scope: TaintScope,
  file: SourceFile,
): WeaknessPlace[] {
  return open.flatMap((one) => {
    const given = calls
      .filter((call) => isOwnCall(call.callee, one.name))
      .flatMap((call) => {
        const taint = givenBy(call, one, scope);
        if (!taint || taint.parameter) return [];
        const argument = argumentFor(call, one.index, one.parameter);
        if (argument === undefined) return [];
        const isAsked = askingOf(one.place.rule, argument) === 'something';
        const isGivenSure = !isAsked && isSure(one.place.rule, argument, taint, file);
        const asked = isAsked ? { asked: true as const } : {};
        const source = { sourceLine: taint.line, fromRequest: true } as const;
        if (!one.sql)
          return [madeSure({ ...one.place, ...asked, ...source }, isGivenSure && one.place.possible !== true)];
        if (isWholeSql(argument, taint)) return [{ ...atCall(one.place, call), sourceLine: taint.line }];
        if (!isSqlOfRequest(argument, taint)) return [];
        return [madeSure({ ...atCall(one.place, call), ...source }, isGivenSure)];
      });
    // Where SQL is only run, each text that is given to it is a flaw of its own.
    return one.sql ? given : given.toSorted(surestFirst).slice(0, 1);
  });
}

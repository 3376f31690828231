import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../sourceFile';
import { lookedAtBefore } from '../context/lookedAt';
import { isSure } from '../context/sureness';
import type { FlowEnd, WeaknessPlace } from '../weakness';
import { askedByCaller } from './checks';
import type { Call } from './flowCalls';
import { parametersOf } from './functionParts';
import { homesOfCall, homesOfFunction, nameOfCall } from './homes';
import type { Taint } from './taint/taint';
import type { TaintScope } from './taint/taintScope';
import { isSqlOfRequest, isWholeSql, type OpenFunction, ownParameters } from './throughFunctions';

/** So many of each kind a file; one with more is made by a machine. */
const mostEnds = 100;

/** Functions of this file that open a flow to whoever calls them from elsewhere. */
export function openEnds(open: readonly OpenFunction[], file: SourceFile): WeaknessPlace[] {
  return open.slice(0, mostEnds).map(({ place, sql, owner, name, index, parameter }) => ({
    ...place,
    end: {
      kind: 'open',
      name,
      homes: homesOfFunction(owner, file),
      count: parametersOf(owner).length - ownParameters(owner),
      index,
      parameter,
      ...(sql ? { sql } : {}),
    },
  }));
}

/** What nobody writes dangerous calls behind: answers, logs, lists, texts. */
export const harmless =
  /(?:^|\.)(?:res|response|console|log|logger|logging|System\.out|JSON|Object|Array|Math|assert|expect|flash|jsonify|render\w*|redirect\w*|set_?cookie|push|append|put|add|set\w+|equals|get|has|includes|contains|startsWith|endsWith|trim|split|print\w*|len|isEmpty|isBlank)(?:\.\w+)?$/i;

const askedOfHandler = { nothing: [], something: ['doubted'], enough: ['compared'] } as const;

const askedOf = (argument: Node, taint: Taint): NonNullable<FlowEnd['asked']> => [
  ...(taint.segment === true ? (['cut'] as const) : []),
  ...askedByCaller(argument),
  ...askedOfHandler[lookedAtBefore('path-traversal', argument)],
];

/** Calls of this file that give request data to a function of somewhere else. */
export function givenEnds(calls: readonly Call[], scope: TaintScope, file: SourceFile): WeaknessPlace[] {
  const ends: WeaknessPlace[] = [];
  const homesOf = new Map<string, readonly string[]>();
  for (const call of calls) {
    if (ends.length >= mostEnds) break;
    if (call.type === 'assignment_expression' || !scope.mayHoldRequest(call.node)) continue;
    const name = nameOfCall(call.callee);
    if (name === undefined || harmless.test(call.callee) || call.args.length > 12) continue;
    const given = call.args.flatMap((argument, index) => {
      const isNamed = argument.type === 'keyword_argument';
      const value = isNamed ? argument.childForFieldName('value') : argument;
      const taint = value ? scope.taintOf(value) : undefined;
      if (!value || !taint || taint.parameter) return [];
      return [{ value, index, taint, parameter: isNamed ? (argument.childForFieldName('name')?.text ?? '') : '' }];
    });
    if (given.length === 0) continue;
    const homes = homesOf.get(call.callee) ?? homesOfCall(call.callee, file);
    homesOf.set(call.callee, homes);
    if (homes.length === 0) continue;
    const line = call.node.startPosition.row + 1;
    for (const { value, index, taint, parameter } of given) {
      const isWhole = isWholeSql(value, taint);
      const end: FlowEnd = {
        kind: 'given',
        name,
        homes,
        count: call.args.length,
        index,
        parameter,
        asked: askedOf(value, taint),
        ...(isSqlOfRequest(value, taint) || isWhole ? { sql: true } : {}),
      };
      const possible = !isWhole && isSure('sql-injection', value, taint, file) ? {} : { possible: true as const };
      ends.push({ rule: 'flow-end', line, endLine: line, sourceLine: taint.line, end, ...possible });
    }
  }
  return ends;
}

/** True where a call may be one of the function, by its name, where it lives and what it takes. */
export function isCallOf(given: FlowEnd, open: FlowEnd): boolean {
  if (given.name !== open.name || given.count > open.count) return false;
  const fits = given.parameter === '' ? given.index === open.index : given.parameter === open.parameter;
  return fits && given.homes.some((home) => open.homes.includes(home));
}

import type { Expression, FunctionDeclaration, Statement } from '../../program/program';
import { allStatements, expressionsOf, visitExpression } from '../../program/walk';
import { isScript } from '../project/languageTraits';
import type { Unit } from '../project/unit';

/**
 * Functions with a name within functions that have none: `module.exports = (app) => ({ start() { … } })`. Only when the
 * outer one is carried out is known what they find around them.
 */
export function innerFunctions(units: readonly Unit[]): ReadonlySet<FunctionDeclaration> {
  const found = new Set<FunctionDeclaration>();
  for (const { program } of units) {
    if (!isScript.test(program.language)) continue;
    for (const { name, body } of program.functions) if (name === '') addInner(body, program.functions, found);
  }
  return found;
}

function addInner(
  body: readonly Statement[],
  functions: readonly FunctionDeclaration[],
  found: Set<FunctionDeclaration>,
): void {
  const add = (id: number): void => {
    const inner = functions[id];
    if (inner === undefined || found.has(inner)) return;
    found.add(inner);
    addInner(inner.body, functions, found);
  };
  for (const statement of allStatements(body)) {
    if (statement.do === 'function') add(statement.id);
    const visit = (expression: Expression): undefined => {
      if (expression.is === 'function') add(expression.id);
      return undefined;
    };
    for (const expression of expressionsOf(statement)) visitExpression(expression, visit);
  }
}

import type { Expression, Statement } from './program';

/** Visits an expression and those inside it, functions left out. `visit` gives `false` to stay out of one. */
export function visitExpression(expression: Expression, visit: (expression: Expression) => boolean | undefined): void {
  if (visit(expression) === false) return;
  switch (expression.is) {
    case 'join':
      for (const part of expression.parts) visitExpression(part, visit);
      return;
    case 'member':
      visitExpression(expression.of, visit);
      return;
    case 'call':
      visitExpression(expression.callee, visit);
      for (const argument of expression.args) visitExpression(argument.value, visit);
      return;
    case 'list':
      for (const item of expression.items) visitExpression(item, visit);
      return;
    case 'map':
      for (const entry of expression.entries) {
        visitExpression(entry.key, visit);
        visitExpression(entry.value, visit);
      }
      return;
    case 'either':
      if (expression.when !== undefined) visitExpression(expression.when, visit);
      for (const option of expression.options) visitExpression(option, visit);
      return;
    default:
  }
}

export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.do) {
    case 'set':
      return [statement.target, statement.value];
    case 'run':
    case 'return':
    case 'export':
      return [statement.value];
    case 'each':
      return [statement.of];
    default:
      return [];
  }
}

/** All statements, those in loops too. */
export function allStatements(statements: readonly Statement[]): readonly Statement[] {
  if (!statements.some((statement) => statement.do === 'each')) return statements;
  const all: Statement[] = [];
  for (const statement of statements) {
    all.push(statement);
    if (statement.do === 'each') for (const inner of allStatements(statement.body)) all.push(inner);
  }
  return all;
}

/** The name with which a chain of members and calls begins. */
export function baseName(expression: Expression): string | undefined {
  switch (expression.is) {
    case 'name':
      return expression.name;
    case 'member':
      return baseName(expression.of);
    case 'call':
      return baseName(expression.callee);
    default:
      return undefined;
  }
}

import type { FunctionDeclaration } from '../../program/program';
import { allStatements, baseName } from '../../program/walk';
import type { Unit } from '../project/unit';

/** How often functions are named in the project, by name. */
export class Mentions {
  private readonly names = new Set<string>();

  constructor(units: readonly Unit[]) {
    for (const unit of units)
      this.collect(
        unit.program.functions.map((declared) => declared.body),
        0,
      );
  }

  private collect(value: unknown, depth: number): void {
    if (depth > 100 || value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const item of value) this.collect(item, depth + 1);
      return;
    }
    const record = value as Readonly<Record<string, unknown>>;
    if ((record['is'] === 'name' || record['is'] === 'member') && typeof record['name'] === 'string')
      this.names.add(record['name']);
    for (const inner of Object.values(record)) if (typeof inner === 'object') this.collect(inner, depth + 1);
  }

  /** The lower, the earlier: `main`, then constructors, then what nothing names, then the rest. */
  rank(declared: FunctionDeclaration, unit: Unit): number {
    if (declared.name === '') return 4;
    // By then all handlers are made that it hands requests to.
    if (declared.name === 'ServeHTTP' && unit.program.language === 'go') return 5;
    if (declared.name === 'main' || declared.name === 'bootstrap') return 0;
    // What others make is better made by them: they say where its routers lie.
    const isMadeByOthers = this.names.has(classAround(declared, unit));
    if (isMaker(declared)) return isMadeByOthers ? 3 : 1;
    if (isMadeByOthers) return 3.9;
    if (this.names.has(declared.name)) return 3;
    return fillsTable(declared) ? 1.9 : 2;
  }
}

export const isGoInit = ({ name }: FunctionDeclaration, { program }: Unit): boolean =>
  name === 'init' && program.language === 'go';

export const isMaker = ({ name }: FunctionDeclaration): boolean => name === 'constructor' || name === '__init__';

function classAround(declared: FunctionDeclaration, unit: Unit): string {
  const id = unit.classOf(unit.program.functions.indexOf(declared));
  return id === undefined ? '' : (unit.program.classes[id]?.name ?? '');
}

/** `s.routes = append(s.routes, more...)`: a method of Go that fills what another one goes over. */
function fillsTable({ receiver, body }: FunctionDeclaration): boolean {
  if (receiver === undefined) return false;
  for (const statement of allStatements(body))
    if (
      statement.do === 'set' &&
      statement.appends === true &&
      statement.target.is === 'member' &&
      baseName(statement.target) === receiver.name
    )
      return true;
  return false;
}

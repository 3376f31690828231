import type { Expression, FileProgram, Statement } from '../program';
import { baseName } from '../walk';
import { statementsOf } from './statementsOf';

const growing = /^(?:push|append|add|extend|unshift|set|put|insert)$/;

/** A list without anything, or of texts alone, to which more may be added. */
const isOpen = (value: Expression): boolean =>
  (value.is === 'list' && value.items.every((item) => item.is === 'text')) ||
  (value.is === 'map' && value.entries.length === 0);

/** What fills the lists and maps that were written empty, or lists with more texts, where kept statements go over them. */
export class Fillings {
  private readonly names = new Set<string>();

  constructor(
    program: FileProgram,
    /** Names that kept statements use; it grows. */
    private readonly needed: ReadonlySet<string>,
  ) {
    for (const statement of statementsOf(program))
      if (statement.do === 'set' && statement.target.is === 'name' && isOpen(statement.value))
        this.names.add(statement.target.name);
  }

  /** `paths.push('/users')`, `routes['/users'] = list`. */
  has(statement: Statement): boolean {
    const filled = this.names.size === 0 ? undefined : filledBy(statement);
    return filled !== undefined && this.names.has(filled) && this.needed.has(filled);
  }
}

function filledBy(statement: Statement): string | undefined {
  if (statement.do === 'set' && statement.target.is === 'member') return baseName(statement.target);
  if (statement.do !== 'run' || statement.value.is !== 'call') return undefined;
  const { callee } = statement.value;
  return callee.is === 'member' && growing.test(callee.name) && callee.of.is === 'name' ? callee.of.name : undefined;
}

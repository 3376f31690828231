import type { FileProgram, Statement } from '../program';
import { allStatements } from '../walk';

/** All statements of a program: those of the file, of its functions and of its classes. */
export function* statementsOf(program: FileProgram): Iterable<Statement> {
  yield* allStatements(program.body);
  for (const declared of program.functions) yield* allStatements(declared.body);
  for (const declared of program.classes) yield* allStatements(declared.body);
}

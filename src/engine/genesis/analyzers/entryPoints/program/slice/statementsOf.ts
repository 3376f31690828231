import type { FileProgram, Statement } from '../program';
import { allStatements } from '../walk';

/** All statements of a program: those of the file, of its functions and of its classes. */
export function statementsOf(program: FileProgram): readonly Statement[] {
  const { body, functions, classes } = program;
  return [body, ...functions.map((one) => one.body), ...classes.map((one) => one.body)].flatMap(allStatements);
}

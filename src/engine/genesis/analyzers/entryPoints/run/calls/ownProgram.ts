import type { Interpreter } from '../interpreter';
import type { Declared } from '../project/project';
import type { RouterNode } from '../routers/routerNode';
import { routersIn } from '../values';
import type { PendingCall } from './pendingCall';

/**
 * `endpoint.Map(group)` in code that several programs of C# share: each of them finds the endpoints of its own assembly,
 * so only those below the folder are meant in which its application is made, where all the programs have folders of
 * their own. The parts of a program may lie beside the folder of the application: then its folder is the one around
 * them, as far as no other application lies in that.
 */
export function ofOwnProgram(
  interpreter: Interpreter,
  candidates: readonly Declared[],
  call: PendingCall,
): readonly Declared[] {
  if (call.frame.unit.program.language !== 'csharp') return candidates;
  const own = call.args.flatMap((argument) => routersIn(argument.value)).map((node) => folderOf(interpreter, node));
  const [folder] = own;
  if (folder === undefined || folder === '' || call.frame.unit.path.startsWith(`${folder}/`)) return candidates;
  const others = interpreter.nodes.filter(isMade).map((node) => folderOf(interpreter, node));
  if (others.every((other) => other === folder)) return candidates;
  const isBelow = (around: string): boolean => candidates.some(({ unit }) => unit.path.startsWith(`${around}/`));
  const isOfOther = (around: string): boolean =>
    others.some((other) => other !== folder && `${other}/`.startsWith(`${around}/`));
  let around = folder;
  while (!isBelow(around)) {
    const above = around.slice(0, Math.max(0, around.lastIndexOf('/')));
    if (above === '' || isOfOther(above)) return [];
    around = above;
  }
  return candidates.filter(({ unit }) => unit.path.startsWith(`${around}/`));
}

/** An application, not what a parameter was taken for nor what lies below another. */
const isMade = (node: RouterNode): boolean => node.rule.id === 'minimalApi' && node.made.line > 0 && !node.isMounted;

/** The folder of the file in which the outermost of the routers around is made. */
function folderOf(interpreter: Interpreter, node: RouterNode): string {
  let outer = node;
  for (let depth = 0; depth < deepest; depth++) {
    const inner = outer;
    const above = interpreter.nodes.find((candidate) => candidate.mounts.some((mount) => mount.child === inner));
    if (above === undefined) break;
    outer = above;
  }
  const { file } = outer.made;
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

const deepest = 10;

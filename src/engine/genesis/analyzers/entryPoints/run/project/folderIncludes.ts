import { folderCall } from '../../program/slice/ownCalls';
import type { PendingCall } from '../calls/pendingCall';
import type { Interpreter } from '../interpreter';
import { holeStart, textOf } from '../values';
import { normalize } from './project';

const mostFiles = 200;

/** Inside of a group of routes the files of a folder that is taken in say theirs below it. True if it was done. */
export function includeFolder(interpreter: Interpreter, name: string, { args, frame }: PendingCall): boolean {
  const around = interpreter.ambient.at(-1);
  if (around?.rule.languages.includes('php') !== true || !folderCall.test(name)) return false;
  const text = textOf(args[0]?.value);
  if (text === undefined || text.includes(holeStart)) return false;
  const folder = normalize(text.replace(/\*.*$/, '')).replace(/\/$/, '');
  if (folder === '' || folder === frame.unit.directory) return false;
  const found = [...interpreter.project.units.values()].filter(
    ({ path, state }) => path.startsWith(`${folder}/`) && state !== 'running',
  );
  for (const unit of found.slice(0, mostFiles)) interpreter.include(unit, frame.scope);
  return found.length > 0;
}

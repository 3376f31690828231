import { describeFile } from '../languages/describeFile';
import { type Inspection, inspectContent } from '../listing/inspectContent';
import { lookOf } from '../listing/sureOnly';
import type { FilesJob, FileToRead, InspectedFile } from './jobs';
import { type Content, openContents } from './readContent';

/**
 * Called before each look at a file with its place in the job and for how long it was looked at before, and with -1 after the
 * last: a watcher can tell who is stuck.
 */
export type OnFile = (index: number, spentMs?: number) => void;

/** Hash, lines and kind of some files. */
export async function inspectFiles(job: FilesJob, onFile: OnFile): Promise<InspectedFile[]> {
  return eachFile(job, onFile, inspected);
}

/** Works on one file of a job after the other, in their order. */
export async function eachFile<R>(
  job: FilesJob,
  onFile: OnFile,
  work: (file: FileToRead, content: Content) => R,
): Promise<R[]> {
  const read = await openContents(job.source, job.files);
  const results = job.files.map((file, index) => {
    onFile(index);
    return work(file, read(file));
  });
  onFile(-1);
  return results;
}

export function inspected(file: FileToRead, content: Content): InspectedFile {
  const { path, hash, bytes, told, named } = file;
  const look = lookOf(file);
  if ('bytes' in content) return { ...inspectContent(path, content.bytes, told, named), ...look };
  const nothing: Inspection = { ...describeFile(path, '', told, named), hash, bytes, lines: 0 };
  return { ...nothing, ...look, ...content };
}

import type { FileDescription } from '../extractor';
import { languageOf } from './languageOf';
import { roleOf } from './roleOf';

/** Everything that is known of a file by its path; the beginning of its text helps where the name is silent. */
export function describeFile(path: string, head = ''): FileDescription {
  return { path, ...languageOf(path, head), role: roleOf(path) };
}

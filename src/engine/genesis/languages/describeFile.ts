import type { FileDescription } from '../extractor';
import { languageOf } from './languageOf';
import { roleOf } from './roleOf';

/** Everything that is known of a file before its text is looked at; `firstLine` helps where the name is silent. */
export function describeFile(path: string, firstLine = ''): FileDescription {
  return { path, ...languageOf(path, firstLine), role: roleOf(path) };
}

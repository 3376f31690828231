import type { SourceFile } from '../../../sourceFile';
import { flowLanguageOf } from '../flow/flowLanguage';
import { mayHaveHandlers } from '../flow/handlerParameters';

const seen = new WeakMap<SourceFile, boolean>();

/** True for a file that takes data from requests: there strangers write what it reads. */
export function readsRequests(file: SourceFile): boolean {
  const known =
    seen.get(file) ??
    (flowLanguageOf(file.language, file.text)?.sources.test(file.text) === true ||
      mayHaveHandlers(file.language, file.text));
  seen.set(file, known);
  return known;
}

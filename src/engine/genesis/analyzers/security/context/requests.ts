import type { SourceFile } from '../../../sourceFile';
import { flowLanguageOf } from '../flow/flowLanguage';
import { mayHaveHandlers } from '../flow/handlerParameters';

/** True for a file that takes data from requests: there strangers write what it reads. */
export const readsRequests = (file: SourceFile): boolean =>
  flowLanguageOf(file.language, file.text)?.sources.test(file.text) === true ||
  mayHaveHandlers(file.language, file.text);

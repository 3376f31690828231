import { roughBytesOf } from '../../facts/roughSize';
import type { ScanModel } from '../../scanModel';
import { programmingLanguages } from './data/programmingLanguages';

const text = /\.(?:mdx?|markdown|rst|adoc|tex|ipynb)$/i;

/** So many documents, and for each file of code, and so many times its size. */
const leastDocuments = 30;
const documentsEach = 5;
const bytesEach = 10;

/** Whether the repository is a collection of documents: what code lies beside them is for them, and tells nothing of it. */
export function isOfDocuments({ files }: Pick<ScanModel, 'files'>): boolean {
  const count = { code: 0, codeBytes: 0, documents: 0, documentBytes: 0 };
  for (const file of files) {
    const { path, role, skipped, languageName } = file;
    if (skipped !== undefined) continue;
    if (text.test(path)) {
      count.documents++;
      count.documentBytes += roughBytesOf(file);
    } else if (
      Object.hasOwn(programmingLanguages, languageName) &&
      (role === 'source' || role === 'test' || role === 'example')
    ) {
      count.code++;
      count.codeBytes += roughBytesOf(file);
    }
  }
  return (
    count.documents >= leastDocuments &&
    count.documents > count.code * documentsEach &&
    count.documentBytes > count.codeBytes * bytesEach
  );
}

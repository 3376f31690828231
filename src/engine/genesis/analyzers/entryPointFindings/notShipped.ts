import type { Extractor } from '../../extractor';
import type { ScanModel } from '../../scanModel';

const left = /^\/?([\w.][\w./-]{0,150}?)\/?[ \t]{1,40}(?:[\w=-]{1,40}[ \t]{1,9}){0,3}export-ignore\b/;

/** Files and folders that an archive of the repository leaves out, as it is fetched by those who install a package of PHP. */
export const notShippedExtractor: Extractor<readonly string[]> = {
  id: 'entryPoints/notShipped',
  version: 1,
  wants: ({ path }) => path === '.gitattributes',
  extract({ text }) {
    const found = text
      .slice(0, 100_000)
      .split('\n')
      .flatMap((line) => left.exec(line)?.[1] ?? []);
    return found.length === 0 ? undefined : found.slice(0, 200);
  },
};

/** Whether users of a package of PHP never see the file. */
export function notShipped(model: ScanModel): (path: string) => boolean {
  const paths = model.factsIn(notShippedExtractor, '.gitattributes') ?? [];
  const isPackage = paths.length > 0 && model.byPath.has('composer.json');
  return (path) =>
    isPackage && path.endsWith('.php') && paths.some((one) => path === one || path.startsWith(`${one}/`));
}

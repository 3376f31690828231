import { holdsAnyWord } from '../../../../base/wordFilter';
import type { Extractor } from '../../extractor';
import { type EnvironmentRead, ReadList } from './environmentFacts';
import { javascriptReads } from './readers/javascriptReads';
import { pythonReads } from './readers/pythonReads';
import { textReaders, textReads } from './readers/textReads';
import { treeReaders, treeReads } from './readers/treeReads';

/** Without one of these words no reader finds anything. They are looked for first, because most files hold none. */
const hints: readonly string[] = [
  'process.env',
  'import.meta.env',
  'Deno.env',
  'Bun.env',
  'onfig.get',
  'onfigService.get',
  'environ',
  'getenv',
  'Getenv',
  'LookupEnv',
  'BaseSettings',
  'ENV',
  'env(',
  'env (',
  'config(',
  'env::',
  'env!',
  'dotenv',
  'GetEnvironmentVariable',
  'get_env',
  'fetch_env',
  'fromEnvironment',
  'Environment.get',
  'env:"',
  'envconfig:"',
  'env = "',
  '@Value',
  '${',
  'env.',
];

export const environmentReadExtractor: Extractor<readonly EnvironmentRead[]> = {
  id: 'environment/reads',
  version: 10,
  wants: (file) =>
    !['fixture', 'vendored', 'generated', 'docs', 'example'].includes(file.role) &&
    (['javascript', 'typescript', 'tsx', 'python'].includes(file.language) ||
      treeReaders[file.language] !== undefined ||
      textReaders.some((reader) => reader.files.test(file.path))),
  extract(file) {
    if (file.text.length > 500_000 || !holdsAnyWord(file.text, hints)) return undefined;
    const reads = new ReadList();
    if (file.language === 'python') pythonReads(file, reads);
    else if (['javascript', 'typescript', 'tsx'].includes(file.language)) javascriptReads(file, reads);
    else treeReads(file, reads);
    textReads(file, reads);
    return reads.all.length === 0 ? undefined : reads.all;
  },
};

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarOf } from '../../src/engine/genesis/languages/grammars';
import { chooseFiles } from '../../src/engine/genesis/listing/chooseFiles';
import { parseGitAttributes } from '../../src/engine/genesis/listing/gitAttributes';
import { inspectContent } from '../../src/engine/genesis/listing/inspectContent';
import { listFiles } from '../../src/engine/genesis/listing/listFiles';

const maxFiles = 5_000;

/** Writes the list of the files that a scan of the folder parses, for the bare parse; answers the size of all that it reads. */
export async function writeParsedFiles(root: string, list: string): Promise<number> {
  const tree = await listFiles({ root });
  const attributes = parseGitAttributes('');
  const { chosen } = await chooseFiles(tree, { maxFiles, attributes, changeCounts: new Map() });
  let sourceBytes = 0;
  const files = chosen.flatMap(({ path, listed }) => {
    sourceBytes += listed.bytes;
    const inspection = inspectContent(path, readFileSync(join(root, path)));
    const grammar = inspection.skipped === undefined ? grammarOf(inspection.language, '') : undefined;
    return grammar === undefined ? [] : [{ path, grammar }];
  });
  writeFileSync(list, JSON.stringify({ root, files }));
  return sourceBytes;
}

import type { Redactor } from '../../redact/redactor';
import type { Extractor } from '../extractor';
import type { SyntaxParser } from '../languages/parser';
import { extractFile } from '../runAnalyzers';
import { cleanFacts, FactsPacker } from './factsCodec';
import { eachFile, inspected, type OnFile } from './inspectWork';
import type { ExtractedFiles, FilesJob, InspectedFile } from './jobs';

export interface FilesTools {
  readonly extractors: readonly Extractor<unknown>[];
  readonly parser: SyntaxParser;
  readonly redactor: Redactor;
  readonly onFile: OnFile;
}

/** Facts of some files. */
export async function extractFiles(job: FilesJob, tools: FilesTools): Promise<ExtractedFiles> {
  const packer = new FactsPacker();
  const files = await eachFile(job, tools.onFile, (file, content) => {
    const inspection = inspected(file, content);
    if (inspection.skipped !== undefined || !('bytes' in content)) return inspection;
    return extracted(inspection, content.bytes, tools, packer);
  });
  return { files, pack: packer.pack() };
}

function extracted(inspection: InspectedFile, bytes: Buffer, tools: FilesTools, packer: FactsPacker): InspectedFile {
  const { path, language, languageName, role } = inspection;
  // A mark of UTF-8 at the start is no part of the text.
  const text = bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  const file = tools.parser.createSourceFile({ path, text, language, languageName, role });
  try {
    const { facts, problems } = extractFile(file, tools.extractors);
    packer.add(path, cleanFacts(facts, tools.redactor));
    if (problems.length === 0) return inspection;
    return { ...inspection, problems: problems.map(({ source, message }) => `${source}: ${message}`) };
  } finally {
    file.dispose();
  }
}

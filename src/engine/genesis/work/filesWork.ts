import type { Redactor } from '../../redact/redactor';
import type { Extractor } from '../extractor';
import type { OpenSourceFile, SyntaxParser } from '../languages/parser';
import { extractFile, wantedFrom } from '../runAnalyzers';
import { cleanFacts, FactsPacker } from './factsCodec';
import { eachFile, inspected, type OnFile } from './inspectWork';
import type { ExtractedFiles, FilesJob, InspectedFile } from './jobs';
import type { Content } from './readContent';

export interface FilesTools {
  readonly extractors: readonly Extractor<unknown>[];
  readonly parser: SyntaxParser;
  readonly redactor: Redactor;
  readonly onFile: OnFile;
}

/** A file that was looked at; of one that is skipped there is nothing to extract from. */
interface OpenedFile {
  readonly inspection: InspectedFile;
  readonly file?: OpenSourceFile;
}

/**
 * Facts of some files. What is asked of all names is asked of one after the other, and only then are the files worked on: a
 * parse leaves nothing in the processor's caches, and to fetch the same few hundred expressions anew for each file took longer
 * than to try them.
 */
export async function extractFiles(job: FilesJob, tools: FilesTools): Promise<ExtractedFiles> {
  const packer = new FactsPacker();
  const opened = await eachFile(job, tools.onFile, (file, content) =>
    openFile(inspected(file, content), content, tools),
  );
  const wanted = wantedFrom(
    opened.flatMap(({ file }) => file ?? []),
    tools.extractors,
  );
  const files = opened.map(({ inspection, file }, index) => {
    if (file === undefined) return inspection;
    tools.onFile(index);
    return extracted(inspection, file, wanted.get(file) ?? [], { ...tools, packer });
  });
  tools.onFile(-1);
  return { files, pack: packer.pack() };
}

function openFile(inspection: InspectedFile, content: Content, { parser }: FilesTools): OpenedFile {
  if (inspection.skipped !== undefined || !('bytes' in content)) return { inspection };
  const { bytes } = content;
  const { path, language, languageName, role } = inspection;
  // A mark of UTF-8 at the start is no part of the text.
  const text = bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  return { inspection, file: parser.createSourceFile({ path, text, language, languageName, role }) };
}

function extracted(
  inspection: InspectedFile,
  file: OpenSourceFile,
  extractors: readonly Extractor<unknown>[],
  { packer, redactor }: Pick<FilesTools, 'redactor'> & { readonly packer: FactsPacker },
): InspectedFile {
  try {
    const { facts, problems } = extractFile(file, extractors);
    packer.add(file.path, cleanFacts(facts, redactor));
    if (problems.length === 0) return inspection;
    return { ...inspection, problems: problems.map(({ source, message }) => `${source}: ${message}`) };
  } finally {
    file.dispose();
  }
}

import type { Redactor } from '../../redact/redactor';
import type { Extractor } from '../extractor';
import type { OpenSourceFile, SyntaxParser } from '../languages/parser';
import { extractFacts, type FactProblem } from '../runAnalyzers';
import { cleanFacts, FactsPacker } from './factsCodec';
import { eachFile, inspected, type OnFile } from './inspectWork';
import type { ExtractedFiles, FilesJob, InspectedFile } from './jobs';
import type { Content } from './readContent';
import { splitBySize } from './splitBySize';

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

/** Files whose trees are there at the same time: enough to make use of what the processor has at hand, in 1 or 2 MB. */
const group = { maxFiles: 40, maxBytes: 100_000 };

/** Facts of some files. */
export async function extractFiles(job: FilesJob, tools: FilesTools): Promise<ExtractedFiles> {
  const { extractors, redactor, onFile } = tools;
  const packer = new FactsPacker();
  const opened = await eachFile(job, onFile, (file, content) => openFile(inspected(file, content), content, tools));
  const toRead = opened.flatMap(({ file }, place) => (file === undefined ? [] : [{ file, place }]));
  const problemsOf = new Map<number, readonly FactProblem[]>();
  for (const some of splitBySize(toRead, ({ file }) => file.text.length, group)) {
    try {
      const found = extractFacts(some, extractors, onFile);
      for (const { file, place, facts, problems } of found) {
        onFile(place);
        packer.add(file.path, cleanFacts(facts, redactor));
        problemsOf.set(place, problems);
      }
    } finally {
      for (const { file } of some) file.dispose();
    }
  }
  onFile(-1);
  const files = opened.map(({ inspection }, place): InspectedFile => {
    const problems = problemsOf.get(place) ?? [];
    if (problems.length === 0) return inspection;
    return { ...inspection, problems: problems.map(({ source, message }) => `${source}: ${message}`) };
  });
  return { files, pack: packer.pack() };
}

function openFile(inspection: InspectedFile, content: Content, { parser }: FilesTools): OpenedFile {
  if (inspection.skipped !== undefined || !('bytes' in content)) return { inspection };
  const { bytes } = content;
  const { path, language, languageName, role, sureOnly } = inspection;
  // A mark of UTF-8 at the start is no part of the text.
  const text = bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  return {
    inspection,
    file: parser.createSourceFile({
      path,
      text,
      language,
      languageName,
      role,
      ...(sureOnly === true ? { sureOnly } : {}),
    }),
  };
}

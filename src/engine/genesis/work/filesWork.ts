import type { Redactor } from '../../redact/redactor';
import type { Extractor } from '../extractor';
import { describeFile } from '../languages/describeFile';
import type { SyntaxParser } from '../languages/parser';
import { type Inspection, inspectContent } from '../listing/inspectContent';
import { extractFile } from '../runAnalyzers';
import { encodeFacts } from './factsCodec';
import type { ExtractedFile, FilesJob, FileToRead, InspectedFile } from './jobs';
import { type Content, openContents } from './readContent';

export interface FilesTools {
  readonly extractors: readonly Extractor<unknown>[];
  readonly parser: SyntaxParser;
  readonly redactor: Redactor;
  /** Called before each file with its place in the job, and with -1 after the last: a watcher can tell who is stuck. */
  readonly onFile: (index: number) => void;
}

/** Hash, lines and kind of some files. */
export async function inspectFiles(job: FilesJob, tools: Pick<FilesTools, 'onFile'>): Promise<InspectedFile[]> {
  return eachFile(job, tools, (file, content) => inspected(file, content));
}

/** Facts of some files. */
export async function extractFiles(job: FilesJob, tools: FilesTools): Promise<ExtractedFile[]> {
  return eachFile(job, tools, (file, content) => {
    const inspection = inspected(file, content);
    if (inspection.skipped !== undefined || !('bytes' in content)) return inspection;
    return extracted(inspection, content.bytes, tools);
  });
}

async function eachFile<R>(
  job: FilesJob,
  tools: Pick<FilesTools, 'onFile'>,
  work: (file: FileToRead, content: Content) => R,
): Promise<R[]> {
  const read = await openContents(job.source, job.files);
  const results = job.files.map((file, index) => {
    tools.onFile(index);
    return work(file, read(file));
  });
  tools.onFile(-1);
  return results;
}

function inspected(file: FileToRead, content: Content): InspectedFile {
  if ('bytes' in content) return inspectContent(file.path, content.bytes);
  const nothing: Inspection = { ...describeFile(file.path), hash: file.hash, bytes: file.bytes, lines: 0 };
  return { ...nothing, ...content };
}

function extracted(inspection: InspectedFile, bytes: Buffer, tools: FilesTools): ExtractedFile {
  const { path, language, languageName, role } = inspection;
  // A mark of UTF-8 at the start is no part of the text.
  const text = bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  const file = tools.parser.createSourceFile({ path, text, language, languageName, role });
  try {
    const { facts, problems } = extractFile(file, tools.extractors);
    const encoded = encodeFacts(facts, tools.redactor);
    return {
      ...inspection,
      ...(problems.length === 0 ? {} : { problems: problems.map(({ source, message }) => `${source}: ${message}`) }),
      ...(encoded === undefined ? {} : { facts: encoded }),
    };
  } finally {
    file.dispose();
  }
}

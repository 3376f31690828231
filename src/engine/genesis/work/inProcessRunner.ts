import { createHash } from 'node:crypto';
import { type Redactor, secretRedactor } from '../../redact/redactor';
import { type GrammarFiles, SyntaxParser } from '../languages/parser';
import { extractorsOf } from '../runAnalyzers';
import type { Analyzer } from '../scanModel';
import { extractFiles, type FilesTools } from './filesWork';
import { inspectFiles } from './inspectWork';
import type { ScanRunner } from './jobs';
import { outlineOf } from './outline';
import { SynthesisWork } from './synthesisWork';

export interface InProcessOptions {
  readonly analyzers: readonly Analyzer[];
  readonly grammars: GrammarFiles;
  readonly redactor?: Redactor;
  readonly onFile?: (index: number) => void;
}

/** Does the work in this thread: what a scan worker holds, and what tests and tools use without one. */
export async function openInProcessRunner(options: InProcessOptions): Promise<ScanRunner> {
  const parser = await SyntaxParser.open(options.grammars);
  const redactor = options.redactor ?? secretRedactor;
  const extractors = extractorsOf(options.analyzers);
  const tools: FilesTools = { extractors, parser, redactor, onFile: options.onFile ?? (() => undefined) };
  const versions = extractors.map((extractor) => `${extractor.id}@${extractor.version}`).join();
  return {
    fingerprint: createHash('sha1').update(versions).digest('hex'),
    concurrency: 1,
    outline: async () => outlineOf(options.analyzers),
    inspect: (job) => inspectFiles(job, tools.onFile),
    extract: (job) => extractFiles(job, tools),
    openSynthesis: async (head) => {
      const work = new SynthesisWork(head, options.analyzers, redactor);
      return {
        add: async (piece) => work.add(piece),
        run: async (id) => work.run(id),
        lacking: async () => work.lacking(),
        draw: async (name) => work.draw(name),
        take: async (name, drawn) => work.take(name, drawn),
        finish: async () => work.finish(),
        dispose: () => undefined,
      };
    },
    dispose: () => parser.dispose(),
  };
}

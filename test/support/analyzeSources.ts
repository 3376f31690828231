import { createHash } from 'node:crypto';
import { codeAnalyzer } from '../../src/engine/genesis/analyzers/code';
import type { Extractor } from '../../src/engine/genesis/extractor';
import { describeFile } from '../../src/engine/genesis/languages/describeFile';
import { judgeRoles } from '../../src/engine/genesis/roles/judgeRoles';
import { sayingOf } from '../../src/engine/genesis/roles/manifestReaders';
import type { ToldRoles } from '../../src/engine/genesis/roles/toldRoles';
import {
  extractFacts,
  extractorsOf,
  type FactProblem,
  type FileFacts,
  synthesize,
} from '../../src/engine/genesis/runAnalyzers';
import type { Analyzer, FileRecord, FindingDraft, GitFacts, ScanModel } from '../../src/engine/genesis/scanModel';
import type { Technology } from '../../src/shared/genesis';
import type { Inventory } from '../../src/shared/inventory';
import { blindCitations } from './citedLines';
import { testParser } from './testParser';

export interface AnalyzeOptions {
  readonly name?: string;
  readonly git?: GitFacts;
}

export interface AnalyzedSources {
  readonly findings: readonly FindingDraft[];
  readonly inventory: Inventory;
  readonly techStack: readonly Technology[];
  readonly model: ScanModel;
  /** What extractors and synthesizers threw: a test that does not expect it should assert that it is empty. */
  readonly problems: readonly FactProblem[];
  facts<F>(extractor: Extractor<F>, path: string): F | undefined;
}

/**
 * Runs the extractors and synthesizers of some analyzers over a handful of files, in this process, with the real
 * grammars and the real import graph. Files are given as path → text.
 */
export async function analyzeSources(
  analyzers: readonly Analyzer[],
  files: Readonly<Record<string, string>>,
  options: AnalyzeOptions = {},
): Promise<AnalyzedSources> {
  const all = [codeAnalyzer, ...analyzers.filter((analyzer) => analyzer.id !== codeAnalyzer.id)];
  const extractors = extractorsOf(all);
  const parser = await testParser();
  const records: FileRecord[] = [];
  const facts = new Map<string, FileFacts>();
  const problems: FactProblem[] = [];
  const told = toldRolesOf(files);
  for (const [path, text] of Object.entries(files)) {
    const description = describeFile(path, text.slice(0, 4_000), told.of(path));
    const file = parser.createSourceFile({ ...description, text });
    const [extracted] = extractFacts([{ file, place: 0 }], extractors);
    file.dispose();
    facts.set(path, extracted?.facts ?? {});
    problems.push(...(extracted?.problems ?? []));
    records.push({
      ...description,
      bytes: Buffer.byteLength(text),
      lines: text.split('\n').length,
      hash: blobHash(text),
    });
  }
  const name = options.name ?? 'sample';
  const { model, findings, problems: thrown } = synthesize({ name, files: records, git: options.git, facts }, all);
  const blind = blindCitations(findings, files);
  if (blind.length > 0) throw new Error(blind.join('\n'));
  return {
    findings,
    inventory: model.inventory,
    techStack: model.techStack,
    model,
    problems: [...problems, ...thrown],
    facts: (extractor, path) => model.factsIn(extractor, path),
  };
}

function toldRolesOf(files: Readonly<Record<string, string>>): ToldRoles {
  const sayings = Object.entries(files).map(([path, text]) => [path, sayingOf(path, text)] as const);
  return judgeRoles(Object.keys(files), new Map(sayings));
}

/** git's hash of a blob. */
function blobHash(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

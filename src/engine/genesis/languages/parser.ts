import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { Language, Parser, Query, type Range } from 'web-tree-sitter';
import type { Disposable } from '../../../base/disposable';
import type { FileDescription } from '../extractor';
import type { LanguageId, SourceFile } from '../sourceFile';
import { grammarOf } from './grammars';
import { ParsedSourceFile, type SyntaxLimits } from './parsedSourceFile';
import { quickenMemory } from './quickMemory';
import { quickenTexts } from './quickText';

/** The part of the global that is used here; Node's types leave it to the DOM's. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => never;
  readonly Instance: new (module: never, imports: WasmImports) => unknown;
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly RuntimeError: new () => Error;
};

type WasmImports = Parameters<typeof quickenTexts>[0];

/** In pages of 64 KiB: what the runtime begins with, and 256 MiB, many times what the largest file needs. */
const memory = { initial: 512, maximum: 4_096 };

/** Where the WASM files are: `dist/` of the program, or the packages themselves in tests. */
export interface GrammarFiles {
  /** Path of `web-tree-sitter.wasm`. */
  readonly runtime: string;
  /** Path of the grammar of that name (`typescript`, `c-sharp`, …). */
  grammar(name: string): string;
}

export interface NewSourceFile extends FileDescription {
  readonly text: string;
}

/** A `SourceFile` and the memory of its tree, which WASM does not free by itself: dispose it after use, always. */
export type OpenSourceFile = SourceFile & Disposable;

const defaultLimits: SyntaxLimits = { maxTreeBytes: 1_000_000, parseMs: 2_000, queryMs: 2_000 };

interface Grammar {
  readonly language: Language;
  readonly queries: Map<string, Query>;
}

/** Parses files with tree-sitter. Grammars are loaded at the first file that needs them and stay. */
export class SyntaxParser implements Disposable {
  private readonly grammars = new Map<string, Grammar | undefined>();
  private readonly parser = new Parser();

  private constructor(
    private readonly files: GrammarFiles,
    private readonly limits: SyntaxLimits,
  ) {}

  static async open(files: GrammarFiles, limits: Partial<SyntaxLimits> = {}): Promise<SyntaxParser> {
    const options = {
      instantiateWasm(imports: WasmImports, receive: (instance: unknown, module: unknown) => void): void {
        quickenTexts(imports, options);
        const module = new WebAssembly.Module(readFileSync(files.runtime));
        receive(new WebAssembly.Instance(module, imports), module);
      },
      // Text that makes a grammar keep ever more readings open must not take the machine's memory.
      wasmMemory: new WebAssembly.Memory(memory),
      // What it prints when it aborts is thrown as well.
      printErr: (): void => undefined,
    };
    await Parser.init(options);
    quickenMemory(options);
    return new SyntaxParser(files, { ...defaultLimits, ...limits });
  }

  createSourceFile(file: NewSourceFile): OpenSourceFile {
    return new ParsedSourceFile(file, this, this.limits);
  }

  /** Parses; `undefined` without a grammar or when `deadline` (of `Date.now`) passes first. The caller deletes the tree. */
  parse(
    text: string,
    language: LanguageId,
    deadline: number,
    includedRanges?: readonly Range[],
  ): ReturnType<Parser['parse']> | undefined {
    const grammar = this.grammarFor(language, text);
    if (grammar === undefined) return undefined;
    this.parser.setLanguage(grammar.language);
    const progressCallback = (): boolean => Date.now() > deadline;
    const options =
      includedRanges === undefined ? { progressCallback } : { progressCallback, includedRanges: [...includedRanges] };
    const tree = this.guarded(() => this.parser.parse(text, null, options));
    // A parser that was stopped would go on with the old text at the next call.
    if (tree === null) this.parser.reset();
    return tree ?? undefined;
  }

  /**
   * Runs something in WASM. After it aborted (out of memory, a fault of a grammar) the runtime is of no use to any file,
   * and the process can't start another: a worker ends, to be replaced, and its file is the one to blame.
   */
  guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError && !isMainThread) process.exit(1);
      throw error;
    }
  }

  /** Compiled once for each grammar; throws for a query that is wrong. */
  compiledQuery(language: Language, source: string): Query {
    const queries = this.queriesOf(language);
    let query = queries.get(source);
    if (query === undefined) {
      query = new Query(language, source);
      queries.set(source, query);
    }
    return query;
  }

  dispose(): void {
    for (const grammar of this.grammars.values()) for (const query of grammar?.queries.values() ?? []) query.delete();
    this.grammars.clear();
    this.parser.delete();
  }

  private queriesOf(language: Language): Map<string, Query> {
    for (const grammar of this.grammars.values()) if (grammar?.language === language) return grammar.queries;
    throw new Error('The tree belongs to another parser.');
  }

  private grammarFor(language: LanguageId, text: string): Grammar | undefined {
    const name = grammarOf(language, text);
    if (name === undefined) return undefined;
    if (!this.grammars.has(name)) this.grammars.set(name, this.loadGrammar(name));
    return this.grammars.get(name);
  }

  private loadGrammar(name: string): Grammar {
    const module = new WebAssembly.Module(readFileSync(this.files.grammar(name)));
    return { language: Language.loadSync(module), queries: new Map() };
  }
}

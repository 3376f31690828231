import type { Node, QueryCapture, Tree } from 'web-tree-sitter';

/** Languages with a grammar or a reader of their own; every other file has `other`. */
export type LanguageId =
  | 'typescript'
  | 'tsx'
  | 'javascript'
  | 'python'
  | 'java'
  | 'kotlin'
  | 'go'
  | 'ruby'
  | 'php'
  | 'csharp'
  | 'rust'
  | 'elixir'
  | 'swift'
  | 'dart'
  | 'shell'
  | 'other';

/** What a file is for; findings weigh by it. `source` is the product itself. */
export type FileRole =
  | 'source'
  | 'test'
  | 'fixture'
  | 'example'
  | 'docs'
  | 'config'
  | 'migration'
  | 'generated'
  | 'vendored';

/** One file that an extractor looks at, in a scan worker. Its text is hostile: it is data and nothing else. */
export interface SourceFile {
  /** Relative to the scanned folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly language: LanguageId;
  /** linguist's name: `TypeScript`, `YAML`, `Dockerfile`, … */
  readonly languageName: string;
  readonly role: FileRole;
  /** See `FileDescription`. */
  readonly sureOnly?: true | undefined;
  /** Parsed at first use and freed by the worker after the file; `undefined` without a grammar or over a limit. */
  readonly tree: Tree | undefined;
  /** Why there is no tree though the language has a grammar; known once `tree` was asked for. */
  readonly treeProblem?: string | undefined;
  /** A file with the same name and another text, the head of this one for example; freed together with this one. */
  withText(text: string): SourceFile;
  /**
   * Captures of a tree-sitter query (compiled once for each language and source), in the order of the text. With
   * `maxDepth` only matches that begin at most so many levels below `node`: much faster where the depth is known.
   */
  query(source: string, node?: Node, maxDepth?: number): QueryCapture[];
  /** The same, one array of captures for each match. */
  matches(source: string, node?: Node, maxDepth?: number): QueryCapture[][];
  /** 1-based line of an offset into `text` (UTF-16 units). */
  lineAt(offset: number): number;
  /** Text without line break of a 1-based line. */
  lineText(line: number): string;
}

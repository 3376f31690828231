import type { Node } from 'web-tree-sitter';
import type { ExportFact, ImportFact, ReferenceFact, SymbolFact } from '../../facts/importGraph';
import type { LanguageId, SourceFile } from '../../sourceFile';

/** Facts while they are being collected. */
export interface CodeFactsDraft {
  readonly imports: ImportFact[];
  readonly exports: ExportFact[];
  namespace: string | undefined;
}

/** A captured piece of the file that is not a declaration: an import, an export, a package clause. */
interface Piece {
  readonly text: string;
  readonly line: number;
  readonly node: Node;
  /** Names of the enclosing containers, from the outside in. */
  readonly containers: readonly string[];
  /** True inside of a function or method. */
  readonly inFunction: boolean;
  readonly file: SourceFile;
}

export type PieceReader = (piece: Piece, draft: CodeFactsDraft) => void;

interface Declaration {
  readonly name: string;
  readonly kind: SymbolFact['kind'];
  /** Text of the declaration before its name: keywords and modifiers. */
  readonly head: string;
  /** Offset of the declaration in the file. */
  readonly start: number;
  readonly container: string | undefined;
  /** Kind of the enclosing symbol, if there is one. */
  readonly containerKind: SymbolFact['kind'] | 'scope' | undefined;
  readonly file: SourceFile;
}

/** How one language is read: queries as data, and what its texts mean. */
export interface CodeLanguage {
  readonly languages: readonly LanguageId[];
  /**
   * One query for a file. A declaration is captured whole under its kind (`@class`, `@function`, …; `@scope` for a
   * container that is no symbol of its own) and its name as `@name`; `@value` may mark an initialiser and `@receiver`
   * the type that a method belongs to; `@exported` anywhere makes it exported. Any other capture is a piece.
   */
  readonly query: string;
  /** Deepest level at which a match may begin; it keeps the query out of function bodies. */
  readonly maxDepth: number;
  /** By the name of the capture. */
  readonly pieces: Readonly<Record<string, PieceReader>>;
  /** Further queries with their own depth, for files that need them. */
  readonly further?: readonly FurtherQuery[];
  readonly separator: '.' | '::';
  exported(declaration: Declaration): boolean;
  /** A declaration in a product file that is made for tests only. */
  inTest?(declaration: Declaration): boolean;
  /** What stands behind the name of a method that can be called on objects of another class. */
  readonly extension?: RegExp;
  /** Its modules name what they export (`CodeFacts.exports`). */
  readonly namesExports?: boolean;
  /** By the node type of what `@value` marks: a constant that holds a function, a type that is a struct. */
  readonly kindsByValue?: Readonly<Record<string, SymbolFact['kind']>>;
  references?(text: string, lineAt: (offset: number) => number): readonly ReferenceFact[];
}

interface FurtherQuery {
  /** Cheap test of the text. */
  readonly when: RegExp;
  readonly query: string;
  readonly maxDepth?: number;
}

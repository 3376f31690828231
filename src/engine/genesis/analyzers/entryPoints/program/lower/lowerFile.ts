import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../../sourceFile';
import type { FileProgram } from '../program';

/** Reads a parsed file; `hot` finds the words by which a body of a function may register something. */
export type LowerFile = (file: SourceFile, root: Node, hot: RegExp) => FileProgram;

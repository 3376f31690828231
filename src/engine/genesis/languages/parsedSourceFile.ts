import type { Language, Node, Query, QueryCapture, QueryOptions, Range, Tree } from 'web-tree-sitter';
import type { FileRole, LanguageId, SourceFile } from '../sourceFile';
import { embeddedScripts } from './embeddedScripts';
import { grammarOf } from './grammars';
import { LineIndex } from './lineIndex';

export interface SyntaxLimits {
  /** A longer text (in UTF-16 units) gets no tree. */
  readonly maxTreeBytes: number;
  readonly parseMs: number;
  /** For each query. */
  readonly queryMs: number;
}

/** What a file needs of the parser that made it. */
interface TreeSource {
  parse(
    text: string,
    language: LanguageId,
    deadline: number,
    includedRanges?: readonly Range[],
  ): Tree | null | undefined;
  compiledQuery(language: Language, source: string): Query;
  guarded<T>(work: () => T): T;
}

interface SourceFileParts {
  readonly path: string;
  readonly text: string;
  readonly language: LanguageId;
  readonly languageName: string;
  readonly role: FileRole;
  readonly sureOnly?: true | undefined;
}

export class ParsedSourceFile implements SourceFile {
  readonly path: string;
  readonly text: string;
  readonly language: LanguageId;
  readonly languageName: string;
  readonly role: FileRole;
  readonly sureOnly: true | undefined;
  private parsed: Tree | 'none' | 'later' = 'later';
  private lines: LineIndex | undefined;
  private problem: string | undefined;
  private readonly others: ParsedSourceFile[] = [];

  constructor(
    private readonly parts: SourceFileParts,
    private readonly source: TreeSource,
    private readonly limits: SyntaxLimits,
  ) {
    this.path = parts.path;
    this.text = parts.text;
    this.language = parts.language;
    this.languageName = parts.languageName;
    this.role = parts.role;
    this.sureOnly = parts.sureOnly;
  }

  get treeProblem(): string | undefined {
    return this.problem;
  }

  get tree(): Tree | undefined {
    if (this.parsed === 'later') this.parsed = this.parse() ?? 'none';
    return this.parsed === 'none' ? undefined : this.parsed;
  }

  withText(text: string): SourceFile {
    const other = new ParsedSourceFile({ ...this.parts, text }, this.source, this.limits);
    this.others.push(other);
    return other;
  }

  query(source: string, node?: Node, maxDepth?: number): QueryCapture[] {
    const tree = this.tree;
    if (tree === undefined) return [];
    const query = this.source.compiledQuery(tree.language, source);
    return this.source.guarded(() => query.captures(node ?? tree.rootNode, this.queryOptions(maxDepth)));
  }

  matches(source: string, node?: Node, maxDepth?: number): QueryCapture[][] {
    const tree = this.tree;
    if (tree === undefined) return [];
    const query = this.source.compiledQuery(tree.language, source);
    const matches = this.source.guarded(() => query.matches(node ?? tree.rootNode, this.queryOptions(maxDepth)));
    return matches.map((match) => match.captures);
  }

  lineAt(offset: number): number {
    return this.lineIndex().lineAt(offset);
  }

  lineText(line: number): string {
    return this.lineIndex().lineText(line);
  }

  dispose(): void {
    if (this.parsed !== 'later' && this.parsed !== 'none') this.parsed.delete();
    this.parsed = 'none';
    for (const other of this.others.splice(0)) other.dispose();
  }

  private parse(): Tree | undefined {
    if (grammarOf(this.language, this.text) === undefined) return undefined;
    if (this.text.length > this.limits.maxTreeBytes) {
      this.problem = `longer than ${this.limits.maxTreeBytes} characters, so it was not parsed`;
      return undefined;
    }
    const scripts = embeddedScripts(this.languageName, this.text);
    if (scripts?.length === 0) return undefined;
    const deadline = Date.now() + this.limits.parseMs;
    const tree = this.source.parse(this.text, this.language, deadline, scripts) ?? undefined;
    if (tree === undefined && Date.now() > deadline) this.problem = `not parsed within ${this.limits.parseMs} ms`;
    return tree;
  }

  private queryOptions(maxDepth: number | undefined): QueryOptions {
    const deadline = Date.now() + this.limits.queryMs;
    const progressCallback = (): boolean => Date.now() > deadline;
    return maxDepth === undefined ? { progressCallback } : { progressCallback, maxStartDepth: maxDepth };
  }

  private lineIndex(): LineIndex {
    this.lines ??= new LineIndex(this.text);
    return this.lines;
  }
}

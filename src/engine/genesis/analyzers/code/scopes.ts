import type { Node, QueryCapture } from 'web-tree-sitter';
import type { SymbolFact } from '../../facts/importGraph';
import type { SourceFile } from '../../sourceFile';
import type { CodeLanguage } from './codeLanguage';

/** Of what follows a name, as much as tells what kind of method it is of. */
const longestHead = 300;

interface Scope {
  readonly name: string;
  readonly kind: SymbolFact['kind'] | 'scope';
  readonly end: number;
}

/** The declarations that enclose the current place of a file, while it is read from top to bottom. */
export class Scopes {
  private readonly open: Scope[] = [];
  private lastName = -1;

  constructor(private readonly language: CodeLanguage) {}

  leaveBefore(offset: number): void {
    for (let top = this.open.at(-1); top !== undefined && top.end <= offset; top = this.open.at(-1)) this.open.pop();
  }

  names(): readonly string[] {
    return this.open.map((scope) => scope.name);
  }

  inFunction(): boolean {
    return this.open.some((scope) => scope.kind === 'function' || scope.kind === 'method');
  }

  /** The symbol, or nothing for a mere scope, a local declaration and a name that was declared by an earlier pattern. */
  declare(
    file: SourceFile,
    kind: SymbolFact['kind'] | 'scope',
    node: Node,
    captures: readonly QueryCapture[],
  ): SymbolFact | undefined {
    const name = captures.find((capture) => capture.name === 'name')?.node;
    if (name === undefined || name.startIndex === this.lastName || this.inFunction()) return undefined;
    this.lastName = name.startIndex;
    const nameText = textOf(file, name);
    const container = this.containerFor(file, captures);
    const containerKind = this.open.at(-1)?.kind;
    const { end, endLine } = endOf(file, node);
    const realKind = this.kindHere(kind, captures, container, containerKind);
    // A constant encloses something only where its value was captured; `a, b = 1, 2` declares two of them in one node.
    if (realKind !== 'constant' || captures.length > 2) this.open.push({ name: nameText, kind: realKind, end });
    if (realKind === 'scope') return undefined;
    const head = file.text.slice(node.startIndex, name.startIndex);
    const declaration = {
      name: nameText,
      kind: realKind,
      head,
      start: node.startIndex,
      container,
      containerKind,
      file,
    };
    return {
      name: nameText,
      kind: realKind,
      line: node.startPosition.row + 1,
      endLine,
      exported: captures[0]?.name === 'exported' || this.language.exported(declaration),
      ...(container === undefined ? {} : { container }),
      ...(this.language.extension?.test(file.text.slice(name.endIndex, name.endIndex + longestHead)) === true
        ? { isExtension: true as const }
        : {}),
      ...(this.language.inTest?.(declaration) === true ? { inTest: true as const } : {}),
    };
  }

  private containerFor(file: SourceFile, captures: readonly QueryCapture[]): string | undefined {
    const receiver = captures.find((capture) => capture.name === 'receiver')?.node;
    if (receiver !== undefined) {
      const type = /[A-Za-z_$][\w$]*/.exec(lastWordOf(textOf(file, receiver)))?.[0];
      return type === 'exports' || type === 'module' ? undefined : type;
    }
    return this.open.length === 0 ? undefined : this.names().join(this.language.separator);
  }

  /** A function of a class is a method, a method of nothing a function, and a constant may hold a function. */
  private kindHere(
    kind: Scope['kind'],
    captures: readonly QueryCapture[],
    container: string | undefined,
    containerKind: Scope['kind'] | undefined,
  ): Scope['kind'] {
    if (kind === 'method' && container === undefined) return 'function';
    if (kind === 'function' && containerKind !== undefined && containerKind !== 'module') return 'method';
    const value = captures.find((capture) => capture.name === 'value')?.node;
    return (value === undefined ? undefined : this.language.kindsByValue?.[value.type]) ?? kind;
  }
}

/** With fewer lines an error costs little. */
const leastSwallowed = 40;

/**
 * Where a declaration ends. One that holds what the grammar can't read may have swallowed all that follows: then it ends
 * with the first bracket that stands where its first line begins.
 */
function endOf(file: SourceFile, node: Node): { readonly end: number; readonly endLine: number } {
  const told = { end: node.endIndex, endLine: node.endPosition.row + 1 };
  const lines = node.endPosition.row - node.startPosition.row;
  if (lines < leastSwallowed || !node.hasError || file.text[node.endIndex - 1] !== '}') return told;
  const start = file.text.lastIndexOf('\n', node.startIndex) + 1;
  const indent = /^[ \t]*/.exec(file.text.slice(start, node.startIndex))?.[0] ?? '';
  const closing = file.text.indexOf(`\n${indent}}`, node.startIndex);
  return closing === -1 || closing >= node.endIndex
    ? told
    : { end: closing + indent.length + 2, endLine: file.lineAt(closing + 1) };
}

function textOf(file: SourceFile, node: Node): string {
  return file.text.slice(node.startIndex, node.endIndex);
}

/** `(c *Client[T])` → `Client)`, `res` → `res`, `View.prototype` → `View`. */
function lastWordOf(receiver: string): string {
  const type = receiver
    .replace(/\.prototype$/, '')
    .replace(/\[[\s\S]*$/, '')
    .trim();
  return type.startsWith('(') ? type.slice(Math.max(type.lastIndexOf(' '), type.lastIndexOf('*'), 0) + 1) : type;
}

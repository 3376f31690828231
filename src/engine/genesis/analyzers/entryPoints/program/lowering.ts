import type { Node } from 'web-tree-sitter';
import type {
  ClassDeclaration,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  Parameter,
  Statement,
  TextExpression,
} from './program';
import { flagItem, name, nothingInside, other, text } from './program';

/** A declared function with a text up to this length is kept even without a telling word: it may pass a router on. */
const shortFunction = 500;
const longestText = 300;
/** Each call of a chain lies two levels deeper than the next. */
const deepestNesting = 1_000;

/** What the readers of all languages share: the lists they fill and the bounds they keep. */
export class Lowering {
  readonly functions: FunctionDeclaration[] = [];
  readonly classes: ClassDeclaration[] = [];
  /** Statements that an expression needs before the statement in which it stands. */
  private sinks: Statement[][] = [];
  private depth = 0;
  private names = 0;
  private parameters: ReadonlySet<string> = new Set();
  private flags: ReadonlySet<string> = new Set();
  private isInBranch = false;

  /** `hot` finds the words by which a body may register something. */
  constructor(private readonly hot: RegExp) {}

  isHot(node: Node): boolean {
    return this.hot.test(node.text);
  }

  /** True for a body that is worth reading: it has a telling word, or it is short and declared under a name. */
  isWorthReading(node: Node, declared: boolean): boolean {
    return (declared && node.endIndex - node.startIndex <= shortFunction) || this.isHot(node);
  }

  addFunction(declaration: FunctionDeclaration): FunctionExpression {
    return { is: 'function', id: this.functions.push(declaration) - 1 };
  }

  /** A function value; one without a body of interest takes no place. */
  functionValue(declaration: FunctionDeclaration): FunctionExpression {
    return declaration.body.length === 0 ? nothingInside : this.addFunction(declaration);
  }

  addClass(declaration: ClassDeclaration): Statement {
    return { do: 'class', id: this.classes.push(declaration) - 1 };
  }

  /** Reads statements into a list of their own; nested too deep, they are left out. */
  block(read: () => void): Statement[] {
    const statements: Statement[] = [];
    if (this.depth >= deepestNesting) return statements;
    this.depth += 1;
    this.sinks.push(statements);
    try {
      read();
    } finally {
      this.sinks.pop();
      this.depth -= 1;
    }
    return statements;
  }

  /** Reads an expression inside expressions; nested too deep, it is unknown. */
  nested(read: () => Expression): Expression {
    if (this.depth >= deepestNesting) return other;
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }

  push(statement: Statement): void {
    this.sinks.at(-1)?.push(statement);
  }

  /** A statement for its effect: what is no call has none. */
  pushRun(value: Expression): void {
    if (value.is === 'call' || value.is === 'either') this.push({ do: 'run', value });
  }

  /** Reads the body of a function with these parameters. */
  inFunction<T>(parameters: readonly Pick<Parameter, 'name' | 'default'>[], read: () => T): T {
    const before = { parameters: this.parameters, flags: this.flags, isInBranch: this.isInBranch };
    this.parameters = new Set(parameters.map((parameter) => parameter.name));
    this.flags = new Set(parameters.filter(isFlag).map((parameter) => parameter.name));
    this.isInBranch = false;
    try {
      return read();
    } finally {
      this.parameters = before.parameters;
      this.flags = before.flags;
      this.isInBranch = before.isInBranch;
    }
  }

  /** `if feed: register(…)`, where the function is mostly called without `feed`: only a run can tell. */
  underFlag(flag: string, statements: readonly Statement[]): void {
    // What such a branch sets would be gone behind it.
    if (this.flags.has(flag) && statements.every((statement) => statement.do === 'run'))
      this.push({ do: 'each', items: [flagItem], of: name(flag), body: statements });
    else for (const statement of statements) this.push(statement);
  }

  inBranch(read: () => void): void {
    const before = this.isInBranch;
    this.isInBranch = true;
    try {
      read();
    } finally {
      this.isInBranch = before;
    }
  }

  /** True for what stands in a branch or a loop. */
  get isPerhaps(): boolean {
    return this.isInBranch;
  }

  /** `if not urls: urls = defaults`: a parameter that a branch sets may still be what was handed over. */
  perhaps(target: Expression, value: Expression): Expression {
    const mayStay = this.isInBranch && target.is === 'name' && this.parameters.has(target.name);
    return mayStay ? either([value, target]) : value;
  }

  /** A name that no source can hold. */
  freshName(): string {
    this.names += 1;
    return `%${this.names}`;
  }
}

const isFlag = (parameter: Pick<Parameter, 'default'>): boolean =>
  parameter.default?.is === 'text' && /^(?:true|false)$/i.test(parameter.default.text);

export const lineOf = (node: Node): number => node.startPosition.row + 1;

export function namedChildren(node: Node | null): Node[] {
  const children: Node[] = [];
  if (node === null) return children;
  for (const child of node.namedChildren) if (child !== null && !child.type.endsWith('comment')) children.push(child);
  return children;
}

/** Children of a field that may stand several times. */
export function fieldNodes(node: Node, field: string): Node[] {
  return node.childrenForFieldName(field).filter((child): child is Node => child !== null);
}

export function textExpression(value: string): TextExpression | typeof other {
  return value.length > longestText ? other : text(value);
}

/** A concatenation, shortened where all its parts are known. */
export function joined(parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (part.is === 'join' ? part.parts : [part]));
  const merged: Expression[] = [];
  for (const part of flat) {
    const last = merged.at(-1);
    if (part.is === 'text' && last?.is === 'text') merged[merged.length - 1] = text(last.text + part.text);
    else merged.push(part);
  }
  const [only] = merged;
  if (merged.length === 0) return text('');
  return merged.length === 1 && only?.is === 'text' ? only : { is: 'join', parts: merged };
}

export function either(options: readonly Expression[]): Expression {
  const known = options.filter((option) => option.is !== 'other');
  const [only] = known;
  if (only === undefined) return other;
  return known.length === 1 ? only : { is: 'either', options: known };
}

const lists: ReadonlySet<string> = new Set(['list', 'tuple', 'array', 'array_element_initializer']);

/**
 * A list with texts within another list: what is made of it stands there, wherever it is gone over. Paths below each other
 * stand each in a line of its own.
 */
export function rowOf(node: Node, read: Expression): Expression {
  if (read.is !== 'list') return read;
  const children = namedChildren(node);
  if (lists.has(node.parent?.type ?? '')) {
    const isSaying = read.items.some((item) => item.is === 'text' || item.is === 'join');
    return isSaying ? { ...read, line: lineOf(children[0] ?? node) } : read;
  }
  const arePaths = read.items.length > 1 && read.items.every((item) => item.is === 'text' && item.text.includes('/'));
  const isHigh = node.endPosition.row > node.startPosition.row && children.length === read.items.length;
  return arePaths && isHigh ? { ...read, lines: children.map(lineOf) } : read;
}

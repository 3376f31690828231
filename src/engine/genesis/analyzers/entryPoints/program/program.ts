import type { LanguageId } from '../../../sourceFile';

/**
 * What is kept of a file that may register entry points: a small program in one notation for all languages. It holds
 * imports, assignments, calls, functions and classes, and leaves out everything that can't build or pass on a router.
 */
export interface FileProgram {
  readonly language: LanguageId;
  /** Package, namespace or module that the file declares. */
  readonly namespace?: string;
  readonly body: readonly Statement[];
  readonly functions: readonly FunctionDeclaration[];
  readonly classes: readonly ClassDeclaration[];
}

export type Statement =
  | { readonly do: 'import'; readonly specifier: string; readonly bindings: readonly Binding[]; readonly line: number }
  /** `name` empty: everything the module exports. */
  | { readonly do: 'reexport'; readonly specifier: string; readonly bindings: readonly Binding[] }
  | { readonly do: 'export'; readonly name: string; readonly value: Expression }
  | {
      readonly do: 'set';
      readonly target: Expression;
      readonly value: Expression;
      readonly line: number;
      /** Declared type, if one is written. */
      readonly type?: string;
      /** True for a declaration, false for an assignment to what exists. */
      readonly declares?: boolean;
      /** `+=` and the like. */
      readonly appends?: boolean;
    }
  | { readonly do: 'run'; readonly value: Expression }
  | { readonly do: 'return'; readonly value: Expression }
  | {
      readonly do: 'each';
      readonly items: readonly string[];
      readonly of: Expression;
      readonly body: readonly Statement[];
    }
  | { readonly do: 'function'; readonly id: number }
  | { readonly do: 'class'; readonly id: number };

/** `imported` is `default` for a default import and `*` for the whole module. */
export interface Binding {
  readonly local: string;
  readonly imported: string;
}

export type Expression =
  | TextExpression
  | JoinExpression
  | NameExpression
  | MemberExpression
  | CallExpression
  | ListExpression
  | MapExpression
  | FunctionExpression
  | EitherExpression
  | RegexpExpression
  | OtherExpression;

export interface TextExpression {
  readonly is: 'text';
  readonly text: string;
}
/** Concatenation, template or formatted text. */
export interface JoinExpression {
  readonly is: 'join';
  readonly parts: readonly Expression[];
}
export interface NameExpression {
  readonly is: 'name';
  readonly name: string;
}
export interface MemberExpression {
  readonly is: 'member';
  readonly of: Expression;
  readonly name: string;
}
export interface CallExpression {
  readonly is: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** Line of the called name: in a chain over several lines each call has its own. */
  readonly line: number;
  /** `new X()` and composite literals. */
  readonly makes?: boolean;
}
export interface Argument {
  readonly value: Expression;
  /** Keyword or named argument. */
  readonly name?: string;
  /** `...list`. */
  readonly spread?: boolean;
  /** Where it is not the line of the call. */
  readonly line?: number;
}
export interface ListExpression {
  readonly is: 'list';
  readonly items: readonly Expression[];
  /** Where a row of a list of lists begins. */
  readonly line?: number;
  /** Where each of its texts stands, if they are paths below each other. */
  readonly lines?: readonly number[];
}
export interface MapExpression {
  readonly is: 'map';
  readonly entries: readonly MapEntry[];
  readonly line: number;
}
export interface MapEntry {
  readonly key: Expression;
  readonly value: Expression;
  readonly line: number;
}
/** `id` of -1: a function in which nothing of interest happens. */
export interface FunctionExpression {
  readonly is: 'function';
  readonly id: number;
}
/** One of several values: `a || b`, `a ?? b`, `c ? a : b`. */
export interface EitherExpression {
  readonly is: 'either';
  readonly options: readonly Expression[];
  /** The test by which it is the first of two, or the second, where a run may tell. */
  readonly when?: Expression;
}
export interface RegexpExpression {
  readonly is: 'regexp';
  readonly text: string;
}
export interface OtherExpression {
  readonly is: 'other';
}

export interface Parameter {
  readonly name: string;
  readonly type?: string;
  readonly default?: Expression;
  /** It takes all further arguments. */
  readonly rest?: boolean;
  /** It takes all further arguments that have a name: `**kwargs`. */
  readonly named?: boolean;
  /** Members taken out of the argument: `function ({ app, prefix: p })`. */
  readonly members?: readonly Binding[];
}

export interface Decorator {
  readonly value: Expression;
  readonly line: number;
}

export interface FunctionDeclaration {
  readonly name: string;
  readonly line: number;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly decorators?: readonly Decorator[];
  readonly returns?: string;
  /** Type to which the function belongs where it is declared outside of it (Go, Rust, Kotlin, C# extension methods). */
  readonly receiver?: Parameter;
  readonly static?: boolean;
  /** Not public. */
  readonly hidden?: boolean;
  /** Named like a field, it is carried out. */
  readonly getter?: boolean;
}

export interface FieldDeclaration {
  readonly name: string;
  readonly line: number;
  readonly type?: string;
  readonly value?: Expression;
  readonly decorators?: readonly Decorator[];
}

export interface ClassDeclaration {
  readonly name: string;
  readonly line: number;
  readonly kind: 'class' | 'interface' | 'trait' | 'struct';
  readonly bases: readonly Expression[];
  readonly decorators: readonly Decorator[];
  readonly fields: readonly FieldDeclaration[];
  /** Ids of functions. */
  readonly methods: readonly number[];
  /** Statements in the body of the class itself (Ruby, Python, Elixir). */
  readonly body: readonly Statement[];
  readonly abstract?: boolean;
  /** Other files may declare further members of it (C#). */
  readonly partial?: boolean;
  /** Names of what its bases are made with: `Parent` of `SubGroup<Parent>`. */
  readonly typeArguments?: readonly string[];
  /** The classes and modules around it, from the outside in, with dots. */
  readonly within?: string;
}

/** The type of a function that registers routes: a verb of a router that is handed on. */
export const registering = '%registering';
/** What a branch goes over that depends on a parameter: the one value, or nothing where that is false. */
export const flagItem = '%if';
/** The name of an argument that no source writes: the one in front is a symbol of Ruby for an action of Rails. */
export const actionMark = '%action';
/** The name of the argument by which a method that reflection asks for tells whose it is. */
export const ownerMark = '%of';
/** The attribute of a function that a trait of Rust only declares. */
export const traitMark = '%trait';
/** The name of the block that a call of Ruby hands over, and of what `yield` calls. */
export const blockMark = '&';
export const other: OtherExpression = { is: 'other' };
export const nothingInside: FunctionExpression = { is: 'function', id: -1 };
export const text = (value: string): TextExpression => ({ is: 'text', text: value });
export const name = (value: string): NameExpression => ({ is: 'name', name: value });
export const member = (of: Expression, value: string): MemberExpression => ({ is: 'member', of, name: value });
/** `a[b]`, where only a run can tell which member is meant. */
export function chosen(of: Expression, key: Expression, line: number): Expression {
  return { is: 'call', callee: name('%at'), args: [{ value: of }, { value: key }], line };
}
/** The keys of a map, for loops over them. */
export function keysOf(of: Expression, line: number): Expression {
  return { is: 'call', callee: name('%keys'), args: [{ value: of }], line };
}
/** What a chosen member is taken of, and by what key; `undefined` for other expressions. */
export function choiceOf(expression: Expression): { readonly of: Expression; readonly key: Expression } | undefined {
  if (expression.is !== 'call' || expression.callee.is !== 'name' || expression.callee.name !== '%at') return undefined;
  const [of, key] = expression.args;
  return of === undefined || key === undefined ? undefined : { of: of.value, key: key.value };
}
/** `a.b.c` as an expression. */
export function dotted(path: string, separator = '.'): Expression {
  const [first = '', ...rest] = path.split(separator);
  return rest.reduce<Expression>((of, part) => member(of, part), name(first));
}

/** The name of a class with those around it. */
export const wholeName = ({ name, within }: Pick<ClassDeclaration, 'name' | 'within'>): string =>
  within === undefined ? name : `${within}.${name}`;

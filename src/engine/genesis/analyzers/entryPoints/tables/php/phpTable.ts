import type { SourceFile } from '../../../../sourceFile';
import { lowerPhp } from '../../program/lower/php/php';
import type { Expression, FileProgram, MapEntry, Statement } from '../../program/program';

/** `ArrayHelper::merge` as well. */
const merging = /^array_(?:merge|merge_recursive|replace|replace_recursive)$|^merge$/;
const deepest = 12;

/** A whole file of PHP; `hot` finds the functions whose bodies are read. */
export function phpProgram(file: SourceFile, hot: RegExp): FileProgram | undefined {
  const root = file.tree?.rootNode;
  return root === undefined ? undefined : lowerPhp(file, root, hot);
}

/** The arrays that a file of PHP gives back when it is taken in, or that its functions give back. */
export class PhpTable {
  private readonly variables = new Map<string, Expression>();
  readonly returned: readonly Expression[];
  /** What is handed to a method of the name in the second place: `registerRoutes($this, […])`. */
  readonly handed: readonly Expression[];

  constructor(program: FileProgram | undefined, method?: string) {
    const all: Statement[] = [
      ...(program?.body ?? []),
      ...(program?.functions ?? []).flatMap((declared) => declared.body),
    ];
    for (const statement of all)
      if (statement.do === 'set' && statement.target.is === 'name' && statement.appends !== true)
        this.variables.set(statement.target.name, statement.value);
    this.returned = all.flatMap((statement) => (statement.do === 'return' ? [statement.value] : []));
    this.handed = all.flatMap((statement) => {
      if (method === undefined || statement.do !== 'run' || statement.value.is !== 'call') return [];
      const { callee, args } = statement.value;
      const value = args[1]?.value;
      return callee.is === 'member' && callee.name === method && value !== undefined ? [value] : [];
    });
  }

  /** The keys of an array with their values, in the order of the text. */
  entries(value: Expression | undefined, depth = 0): readonly MapEntry[] {
    if (value === undefined || depth > deepest) return [];
    if (value.is === 'map') return value.entries;
    if (value.is === 'name') return this.entries(this.variables.get(value.name), depth + 1);
    return this.merged(value).flatMap((part) => this.entries(part, depth + 1));
  }

  /** The elements of an array, whether they have keys or not. */
  items(value: Expression | undefined, depth = 0): readonly Expression[] {
    if (value === undefined || depth > deepest) return [];
    if (value.is === 'list') return value.items;
    if (value.is === 'map') return value.entries.map((entry) => entry.value);
    if (value.is === 'name') return this.items(this.variables.get(value.name), depth + 1);
    return this.merged(value).flatMap((part) => this.items(part, depth + 1));
  }

  get(value: Expression | undefined, key: string): Expression | undefined {
    return this.entries(value).find((entry) => entry.key.is === 'text' && entry.key.text === key)?.value;
  }

  text(value: Expression | undefined, depth = 0): string | undefined {
    if (value === undefined || depth > deepest) return undefined;
    if (value.is === 'text') return value.text;
    if (value.is === 'name') return this.text(this.variables.get(value.name), depth + 1);
    if (value.is !== 'join') return undefined;
    const parts = value.parts.map((part) => this.text(part, depth + 1));
    return parts.includes(undefined) ? undefined : parts.join('');
  }

  private merged(value: Expression): readonly Expression[] {
    if (value.is !== 'call' || (value.callee.is !== 'name' && value.callee.is !== 'member')) return [];
    if (!merging.test(value.callee.name)) return [];
    return value.args.map((argument) => argument.value);
  }
}

import type { Node } from 'web-tree-sitter';
import { blindBranches } from '../otherBranches';
import { emptyBranchEnd } from './emptyBranch';
import type { Taint } from './taint';

export interface Held {
  /** None where the name holds something else from here on. */
  readonly taint: Taint | undefined;
  /** End of the branch that it is bound in, where the branch is taken for an empty value only. */
  readonly until?: number;
  /** Where the other branches lie, which do not see it. */
  readonly blind?: readonly { readonly start: number; readonly end: number }[];
}

export interface Binding {
  readonly name: string;
  readonly at: number;
  /** Among all of the file; parameters come before everything else. */
  readonly order: number;
  /** What it binds, read when somebody asks for the name; `undefined` where it binds nothing after all. */
  readonly read: () => Held | undefined;
  held?: Held | 'nothing';
}

/** `const { id, name } = req.body` and `a, err := f()` bind several names at once; `data["v"] = x` binds none of its parts. */
export function boundNames(name: Node): string[] {
  if (/pattern/.test(name.type)) return [...name.text.matchAll(/[A-Za-z_$][\w$]*/g)].map((match) => match[0]);
  if (!/list|tuple/.test(name.type)) return [name.text];
  return name.namedChildren.flatMap((child) => (child ? [child.text] : []));
}

/** An object that holds a value in one of its fields; what it held before stays, where the field holds none. */
export function objectHolding(
  { object, field }: { readonly object: string; readonly field: string },
  at: number,
  read: () => Held | undefined,
): Omit<Binding, 'order'> {
  return {
    name: object,
    at,
    read: () => {
      const taint = read()?.taint;
      return taint && { taint: { ...taint, field, remade: true } };
    },
  };
}

/** `c.Bind(&user)`: its fields are what the request holds, as far as its types and tags let them be. */
export function filled({ node }: { readonly node: Node }): Omit<Binding, 'order'>[] {
  const given = node.childForFieldName('arguments')?.namedChildren.at(-1);
  const name = /^&?(?<name>\w{1,60})$/.exec(given?.text ?? '')?.groups?.['name'];
  if (name === undefined) return [];
  const taint = { line: node.startPosition.row + 1, joined: false, starts: true, remade: true as const };
  return [{ name, at: node.endIndex, read: () => ({ taint }) }];
}

/** What a framework fills in has been looked at where it is an object, has a form, or is what a schema says. */
export function isPlainText(parameter: Node): boolean {
  const type = parameter.childForFieldName('type')?.text ?? '';
  const isMarked = type !== '' || parameter.text.startsWith('@') || parameter.type === 'identifier';
  return (
    isMarked &&
    /^(?::\s?)?(?:[Ss]tring\??|str|any|Optional<String>|str \| None)?$/.test(type) &&
    !/@(?:Pattern|Valid\w*|Size|Email|Min|Max)\b|\[(?:RegularExpression|StringLength|Range)\b|\w\([^)]*\b(?:regex|pattern|max_length)\s?=/.test(
      parameter.text,
    )
  );
}

export function heldOf(taint: Taint | undefined, node: Node): Held {
  const until = taint ? undefined : emptyBranchEnd(node);
  const blind = blindBranches(node);
  return { taint, ...(until === undefined ? {} : { until }), ...(blind.length === 0 ? {} : { blind }) };
}

/** `a, b = x, y` gives each name its own value. */
export function pairsOf(name: Node, value: Node): [Node, Node | null][] | undefined {
  if (!/list|tuple/.test(name.type) || !/list|tuple/.test(value.type)) return undefined;
  if (name.namedChildCount !== value.namedChildCount) return undefined;
  return name.namedChildren.flatMap((each, index) => (each ? [[each, value.namedChild(index)]] : []));
}

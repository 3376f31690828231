import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../../sourceFile';
import type { Call } from '../flowCalls';
import type { FlowLanguage } from '../flowLanguage';
import { parametersOf } from '../functionParts';
import { functionsLike } from '../functionsLike';
import { handlerParameters } from '../handlerParameters';
import { blindBranches } from '../otherBranches';
import { emptyBranchEnd } from './emptyBranch';
import { identifiers } from './expressions';
import type { TypedNode } from './flowNodes';
import type { FunctionIndex } from './functionIndex';
import { isSegmentParameter } from './segments';
import type { Taint } from './taint';

interface Held {
  /** None where the name holds something else from here on. */
  readonly taint: Taint | undefined;
  /** End of the branch that it is bound in, where the branch is taken for an empty value only. */
  readonly until?: number;
  /** Where the other branches lie, which do not see it. */
  readonly blind?: readonly { readonly start: number; readonly end: number }[];
}

interface Binding {
  readonly name: string;
  readonly at: number;
  /** Among all of the file; parameters come before everything else. */
  readonly order: number;
  /** What it binds, read when somebody asks for the name; `undefined` where it binds nothing after all. */
  readonly read: () => Held | undefined;
  held?: Held | 'nothing';
}

/** A node that binds, with its place among those of the file. */
interface Binder extends TypedNode {
  readonly order: number;
  /** A call that puts its arguments behind a text that a name holds. */
  readonly appends?: true;
  /** A call that puts what a request holds into its last argument. */
  readonly fills?: true;
}

/** A value may be made of one that is made of another, line by line: so deep it is followed at once. */
const mostDepth = 30;

/** `const { id, name } = req.body` and `a, err := f()` bind several names at once; `data["v"] = x` binds none of its parts. */
function boundNames(name: Node): string[] {
  if (/pattern/.test(name.type)) return [...name.text.matchAll(/[A-Za-z_$][\w$]*/g)].map((match) => match[0]);
  if (!/list|tuple/.test(name.type)) return [name.text];
  return name.namedChildren.flatMap((child) => (child ? [child.text] : []));
}

/** Which names of each function are bound where; most functions are never asked, and their values never read. */
export class Bindings {
  private readonly binders: readonly Binder[];
  private readonly bindersOf = new Map<number, Binder[]>();
  private readonly isHandlerParameter: ReturnType<typeof handlerParameters>;
  private readonly parameters = new Map<number, readonly Binding[]>();
  private readonly opened = new Map<number, readonly Binding[]>();
  private readonly byOrder = new Map<number, Binding[]>();
  /** Values of bindings from here on are not known yet to the one that is being read. */
  private limit = Number.POSITIVE_INFINITY;
  private depth = 0;
  private readUpTo = 0;

  constructor(
    private readonly parts: {
      readonly file: SourceFile;
      readonly language: FlowLanguage;
      readonly functions: FunctionIndex;
      readonly taintOf: (node: Node) => Taint | undefined;
    },
    assignments: readonly TypedNode[],
    calls: readonly Call[],
  ) {
    this.isHandlerParameter = handlerParameters(parts.file.language, parts.file.text);
    const { appends, fills } = parts.language;
    const appending = appends === undefined ? [] : calls.filter(({ callee }) => appends.test(callee));
    const filling = fills === undefined ? [] : calls.filter(({ callee }) => fills.test(callee));
    this.binders = [
      ...assignments,
      ...appending.map(({ node, type }) => ({ node, type, appends: true as const })),
      ...filling.map(({ node, type }) => ({ node, type, fills: true as const })),
    ]
      .toSorted((a, b) => a.node.startIndex - b.node.startIndex)
      .map((binder, order) => ({ ...binder, order }));
    for (const binder of this.binders) {
      const owner = parts.functions.around(binder.node);
      const list = this.bindersOf.get(owner);
      if (list === undefined) this.bindersOf.set(owner, [binder]);
      else list.push(binder);
    }
  }

  /** True where a framework puts text of the request into a parameter of the function. */
  isHandler(owner: number): boolean {
    return this.parametersOf(owner).some(({ read }) => read()?.taint?.parameter === undefined);
  }

  /** The newest value that a name got before a place, in its function or one around it. */
  lookUp(name: string, place: number, from: number): Taint | undefined {
    const { functions, language } = this.parts;
    for (let owner = from; ; owner = functions.outerOf(owner)) {
      const list = this.bindingsOf(owner);
      for (let index = list.length - 1; index >= 0; index--) {
        const binding = list[index];
        if (binding === undefined || binding.name !== name || binding.at > place || binding.order >= this.limit)
          continue;
        const held = this.hold(binding);
        if (held === undefined || (held.until ?? Number.POSITIVE_INFINITY) <= place) continue;
        if (held.blind?.some(({ start, end }) => start <= place && place < end)) continue;
        return held.taint;
      }
      if (owner < 0 || language.closed?.includes(functions.nodes[owner]?.type ?? '')) return undefined;
    }
  }

  private hold(binding: Binding): Held | undefined {
    if (binding.held === undefined) {
      if (this.depth >= mostDepth) this.readBefore(binding.order);
      const { limit } = this;
      this.limit = binding.order;
      this.depth++;
      binding.held = binding.read() ?? 'nothing';
      this.depth--;
      this.limit = limit;
    }
    return binding.held === 'nothing' ? undefined : binding.held;
  }

  /** In their order, so that none of them has to ask for one that was not read. */
  private readBefore(order: number): void {
    for (; this.readUpTo < order; this.readUpTo++) {
      const binder = this.binders[this.readUpTo];
      if (binder !== undefined) this.bindingsOf(this.parts.functions.around(binder.node));
      for (const binding of this.byOrder.get(this.readUpTo) ?? []) this.hold(binding);
    }
  }

  private bindingsOf(owner: number): readonly Binding[] {
    let list = this.opened.get(owner);
    if (list === undefined) {
      const binders = this.bindersOf.get(owner) ?? [];
      const made = binders.flatMap((binder) =>
        this.boundBy(binder, owner).map((binding) => ({
          ...binding,
          order: binder.order,
        })),
      );
      for (const binding of made)
        this.byOrder.set(binding.order, [...(this.byOrder.get(binding.order) ?? []), binding]);
      list = [...this.parametersOf(owner), ...made];
      this.opened.set(owner, list);
    }
    return list;
  }

  private parametersOf(at: number): readonly Binding[] {
    let list = this.parameters.get(at);
    if (list === undefined) {
      const owner = this.parts.functions.nodes[at];
      list = owner === undefined ? [] : this.readParameters(owner);
      this.parameters.set(at, list);
    }
    return list;
  }

  private readParameters(owner: Node): Binding[] {
    const { isHandlerParameter } = this;
    return parametersOf(owner).flatMap(({ node, names }, index) => {
      let held: Held | undefined;
      const read = (): Held => {
        if (held !== undefined) return held;
        const line = node.startPosition.row + 1;
        const parameter = isHandlerParameter(node, owner)
          ? {
              segment: isSegmentParameter(this.parts.file.language, node, names[0] ?? '', owner),
              ...(isPlainText(node) ? {} : { remade: true as const }),
            }
          : { parameter: { owner: owner.id, index } };
        held = { taint: { line, joined: false, starts: true, ...parameter } };
        return held;
      };
      // What holds the whole request is no text; its fields are sources by themselves.
      const texts = names.filter((name) => !/^\$?(?:req|request|res|resp|response|ctx|next|reply)$/.test(name));
      return texts.map((name): Binding => ({ name, at: node.startIndex, order: -1, read }));
    });
  }

  private assigned({ node, type }: Binder, owner: number): Omit<Binding, 'order'>[] {
    const { language, taintOf } = this.parts;
    const shape = language.assignments.find((assignment) => assignment.type === type);
    const name = node.childForFieldName(shape?.name ?? '');
    const value = shape?.value ? node.childForFieldName(shape.value) : node.namedChild(node.namedChildCount - 1);
    if (!name || !value || value.id === name.id || functionsLike.test(value.type)) return [];
    const at = shape?.each ? value.endIndex : node.endIndex;
    const pairs = pairsOf(name, value);
    if (pairs)
      return pairs.map(([one, given]) => ({
        name: one.text,
        at,
        read: () => heldOf(given === null ? undefined : taintOf(given), node),
      }));
    let held: Held | undefined;
    const read = (): Held => {
      if (held !== undefined) return held;
      const own = taintOf(value);
      // `a += x` keeps what was there and puts the rest behind it.
      const before = shape?.adds ? this.lookUp(name.text, node.startIndex, owner) : undefined;
      const one = own && shape?.each ? { ...own, remade: true as const } : own;
      const taint = (one && shape?.adds ? { ...one, joined: true, starts: false } : one) ?? before;
      // What stands on the right still sees the old value.
      held = heldOf(taint, node);
      return held;
    };
    return boundNames(name).map((each) => ({ name: each, at, read }));
  }

  private boundBy(binder: Binder, owner: number): Omit<Binding, 'order'>[] {
    if (binder.fills) return filled(binder);
    return binder.appends ? this.appended(binder) : this.assigned(binder, owner);
  }

  /** `text.append(part)`: the text holds the part from here on, and what it held before. */
  private appended({ node }: Binder): Omit<Binding, 'order'>[] {
    const given = node.childForFieldName('arguments');
    let target: Node | null = node.childForFieldName('object');
    // `text.append(a).append(b)` is one chain.
    while (target && !identifiers.has(target.type)) target = target.childForFieldName('object');
    if (!target || !given) return [];
    const read = (): Held | undefined => {
      const taint = this.parts.taintOf(given);
      return taint && { taint: { ...taint, joined: true, starts: false } };
    };
    return [{ name: target.text, at: node.endIndex, read }];
  }
}

/** `c.Bind(&user)`: its fields are what the request holds, as far as its types and tags let them be. */
function filled({ node }: Binder): Omit<Binding, 'order'>[] {
  const given = node.childForFieldName('arguments')?.namedChildren.at(-1);
  const name = /^&?(?<name>\w{1,60})$/.exec(given?.text ?? '')?.groups?.['name'];
  if (name === undefined) return [];
  const taint = { line: node.startPosition.row + 1, joined: false, starts: true, remade: true as const };
  return [{ name, at: node.endIndex, read: () => ({ taint }) }];
}

/** What a framework fills in has been looked at where it is an object, has a form, or is what a schema says. */
function isPlainText(parameter: Node): boolean {
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

function heldOf(taint: Taint | undefined, node: Node): Held {
  const until = taint ? undefined : emptyBranchEnd(node);
  const blind = blindBranches(node);
  return { taint, ...(until === undefined ? {} : { until }), ...(blind.length === 0 ? {} : { blind }) };
}

/** `a, b = x, y` gives each name its own value. */
function pairsOf(name: Node, value: Node): [Node, Node | null][] | undefined {
  if (!/list|tuple/.test(name.type) || !/list|tuple/.test(value.type)) return undefined;
  if (name.namedChildCount !== value.namedChildCount) return undefined;
  return name.namedChildren.flatMap((each, index) => (each ? [[each, value.namedChild(index)]] : []));
}

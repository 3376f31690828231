import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../../sourceFile';
import type { Call } from '../flowCalls';
import type { FlowLanguage } from '../flowLanguage';
import { parametersOf } from '../functionParts';
import { functionsLike } from '../functionsLike';
import { handlerParameters, isTakenApart, namesOfSent } from '../handlerParameters';
import { identifiers } from './expressions';
import { classAround, fieldOfObject, fieldOfSetter, ownFieldName } from './fields';
import type { TypedNode } from './flowNodes';
import type { FunctionIndex } from './functionIndex';
import { type Binding, boundNames, filled, type Held, heldOf, isPlainText, objectHolding, pairsOf } from './held';
import { isSegmentParameter } from './segments';
import type { Taint } from './taint';

/** A node that binds, with its place among those of the file. */
interface Binder extends TypedNode {
  readonly order: number;
  /** A call that puts its arguments behind a text that a name holds. */
  readonly appends?: true;
  /** A call that puts its arguments into a list that this name holds: `words.push(word)`. */
  readonly gathers?: string;
  /** A call that puts what a request holds into its last argument. */
  readonly fills?: true;
  /** A call that gives a field of an object its value: `user.setName(name)`. */
  readonly sets?: { readonly object: string; readonly field: string };
}

/** A value may be made of one that is made of another, line by line: so deep it is followed at once. */
const mostDepth = 30;

/** Which names of each function are bound where; most functions are never asked, and their values never read. */
export class Bindings {
  private readonly binders: readonly Binder[];
  private readonly bindersOf = new Map<number, Binder[]>();
  private readonly isHandlerParameter: ReturnType<typeof handlerParameters>;
  private readonly parameters = new Map<number, readonly Binding[]>();
  private readonly opened = new Map<number, readonly Binding[]>();
  private readonly byOrder = new Map<number, Binding[]>();
  private readonly fields = new Map<string, Taint | 'nothing'>();
  private ownFields: Map<string, Binder[]> | undefined;
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
    const { appends, fills, gathers } = parts.language;
    const appending = appends === undefined ? [] : calls.filter(({ callee }) => appends.test(callee));
    const filling = fills === undefined ? [] : calls.filter(({ callee }) => fills.test(callee));
    const gathering = gathers === undefined ? [] : calls.filter(({ callee }) => gathers.test(callee));
    const setting = parts.file.language === 'java' ? calls.filter(({ callee }) => /^\w+\.set[A-Z]/.test(callee)) : [];
    this.binders = [
      ...assignments,
      ...appending.map(({ node, type }) => ({ node, type, appends: true as const })),
      ...filling.map(({ node, type }) => ({ node, type, fills: true as const })),
      ...gathering.map(({ node, type, callee }) => ({ node, type, gathers: callee.slice(0, callee.indexOf('.')) })),
      ...setting.flatMap(({ node, type, callee }) => {
        const sets = fieldOfSetter(callee);
        return sets === undefined ? [] : [{ node, type, sets }];
      }),
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

  /** What a field of the own object was given anywhere in its class; a request comes first. */
  fieldOf(name: string, from: Node): Taint | undefined {
    const home = classAround(from);
    if (home === undefined) return undefined;
    const key = `${home}:${name}`;
    const known = this.fields.get(key);
    if (known !== undefined) return known === 'nothing' ? undefined : known;
    // A field that is made of itself adds nothing.
    this.fields.set(key, 'nothing');
    const { limit } = this;
    this.limit = Number.POSITIVE_INFINITY;
    const taints = this.givenTo(name).flatMap((binder) =>
      classAround(binder.node) === home ? (this.valueOf(binder) ?? []) : [],
    );
    this.limit = limit;
    const taint = taints.find(({ parameter }) => parameter === undefined) ?? taints[0];
    if (taint !== undefined) this.fields.set(key, { ...taint, remade: true });
    return taint && { ...taint, remade: true };
  }

  /** Functions that give a field of the own object a value. */
  fieldGivers(): readonly number[] {
    this.givenTo('');
    return [...(this.ownFields?.values() ?? [])].flat().map(({ node }) => this.parts.functions.around(node));
  }

  private givenTo(name: string): readonly Binder[] {
    if (this.ownFields === undefined) {
      this.ownFields = new Map();
      for (const binder of this.binders) {
        const shape = this.parts.language.assignments.find(({ type }) => type === binder.type);
        const left = shape && binder.node.childForFieldName(shape.name)?.text;
        const field = left === undefined ? undefined : ownFieldName(left);
        if (field !== undefined) this.ownFields.set(field, [...(this.ownFields.get(field) ?? []), binder]);
      }
    }
    return this.ownFields.get(name) ?? [];
  }

  private valueOf({ node, type }: Binder): Taint | undefined {
    const shape = this.parts.language.assignments.find((one) => one.type === type);
    const value = shape?.value ? node.childForFieldName(shape.value) : null;
    return value && !functionsLike.test(value.type) ? this.parts.taintOf(value) : undefined;
  }

  private hold(binding: Binding): Held | undefined {
    if (binding.held === undefined) {
      if (this.depth >= mostDepth) this.readBefore(binding.order);
      const { limit } = this;
      this.limit = binding.order;
      this.depth++;
      binding.held = 'nothing';
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
              ...(isPlainText(node) || isTakenApart(node, owner) ? {} : { remade: true as const }),
            }
          : { parameter: { owner: owner.id, index } };
        held = { taint: { line, joined: false, starts: true, ...parameter } };
        return held;
      };
      // What holds the whole request is no text; its fields are sources by themselves. A body may be called so as well.
      const own = isTakenApart(node, owner) ? namesOfSent(node.text, names) : names;
      const texts = own.filter(
        (name) =>
          !/^\$?(?:req|request|res|resp|response|ctx|next|reply)$/.test(name) ||
          (/^\$?req(?:uest)?$/.test(name) && isHandlerParameter(node, owner)),
      );
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
    const bound = boundNames(name).map((each) => ({ name: each, at, read }));
    const ofObject = bound.length === 1 ? fieldOfObject(name.text) : undefined;
    return ofObject === undefined ? bound : [...bound, objectHolding(ofObject, at, read)];
  }

  /** `user.setName(name)`: the field holds it from here on, and the object one that does. */
  private set({ node }: Binder, of: { readonly object: string; readonly field: string }): Omit<Binding, 'order'>[] {
    const given = node.childForFieldName('arguments');
    const value = given?.namedChildCount === 1 ? given.namedChild(0) : null;
    if (!value) return [];
    const read = (): Held => ({ taint: this.parts.taintOf(value) });
    return [{ name: `${of.object}.${of.field}`, at: node.endIndex, read }, objectHolding(of, node.endIndex, read)];
  }

  private boundBy(binder: Binder, owner: number): Omit<Binding, 'order'>[] {
    if (binder.fills) return filled(binder);
    if (binder.sets) return this.set(binder, binder.sets);
    if (binder.gathers !== undefined) return this.gathered(binder, binder.gathers);
    return binder.appends ? this.appended(binder) : this.assigned(binder, owner);
  }

  /** `words.push(word)`: one of the words is it, whatever the others are. */
  private gathered({ node }: Binder, name: string): Omit<Binding, 'order'>[] {
    const given = node.childForFieldName('arguments');
    if (!given) return [];
    const read = (): Held | undefined => {
      const taint = this.parts.taintOf(given);
      return taint && { taint: { ...taint, starts: false, remade: true } };
    };
    return [{ name, at: node.endIndex, read }];
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

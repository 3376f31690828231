import { whenItem } from '../program/conditions';
import type { Expression, Statement } from '../program/program';
import { flagItem } from '../program/program';
import { allStatements, expressionsOf, visitExpression } from '../program/walk';
import { decided } from './conditions';
import type { Frame, Interpreter } from './interpreter';
import { Scope } from './project/scope';
import type { FunctionValue, MapValue, Value } from './values';
import { hole, isUnfilled, keysOfMap, mostItems, optionsOf, several, textOf, textValue, unknown } from './values';

const mostElements = 600;
const mostTexts = 6;
/** What goes on behind the text of the loop is a route of its own for each of up to so many. */
const mostBeginnings = 24;

/** Carries out statements: what is declared first, then one after the other, loops over what is known. */
export class Statements {
  /** What was given back by functions that are at their end, though more statements follow. */
  private readonly ended = new WeakSet<readonly Value[]>();

  constructor(private readonly interpreter: Interpreter) {}

  execute(statements: readonly Statement[], frame: Frame): void {
    this.hoist(statements, frame);
    for (const statement of statements)
      if (!this.ended.has(frame.returns) && this.interpreter.step()) this.executeOne(statement, frame);
  }

  hoist(statements: readonly Statement[], frame: Frame): void {
    const { functions, classes } = frame.unit.program;
    for (const statement of statements) {
      if (statement.do === 'function') {
        const declared = functions[statement.id];
        if (declared === undefined) continue;
        const value = this.interpreter.functionValue(statement.id, frame);
        // Kotlin's extension functions are called by their name alone where their receiver is at hand.
        if (declared.receiver === undefined || frame.unit.program.language === 'kotlin')
          this.interpreter.names.declare(frame, declared.name, besideNamesake(frame, declared.name, value));
      } else if (statement.do === 'class') {
        const declared = classes[statement.id];
        if (declared !== undefined)
          this.interpreter.names.declare(frame, declared.name, {
            kind: 'class',
            unit: frame.unit,
            id: statement.id,
            scope: frame.scope,
          });
      } else if (statement.do === 'import') this.interpreter.names.declareImport(statement, frame);
    }
  }

  private executeOne(statement: Statement, frame: Frame): void {
    switch (statement.do) {
      case 'run':
        this.interpreter.evaluate(statement.value, frame);
        return;
      case 'set':
        this.interpreter.names.assign(statement, this.interpreter.evaluate(statement.value, frame), frame);
        return;
      case 'return':
        frame.returns.push(this.interpreter.evaluate(statement.value, frame));
        return;
      case 'export':
        frame.unit.exports.set(statement.name, this.interpreter.evaluate(statement.value, frame));
        return;
      case 'reexport':
        this.interpreter.names.reexport(statement, frame.unit);
        return;
      case 'each':
        this.each(statement, frame);
        return;
      case 'function':
        this.interpreter.definitions.decorateFunction(statement.id, frame);
        return;
      case 'class':
        this.interpreter.definitions.defineClass(statement.id, frame);
        return;
      case 'import':
        return;
    }
  }

  /** A branch: left out where what was handed over tells that it is not gone through, the end where it returns. */
  private branch(statement: Extract<Statement, { do: 'each' }>, frame: Frame): void {
    const holds = decided(this.interpreter, statement.of, frame);
    if (holds === false) return;
    // What is added to a text only perhaps is left out.
    const body = holds
      ? statement.body
      : statement.body.filter((inner) => inner.do !== 'set' || inner.appends !== true);
    this.execute(body, frame);
    if (holds && body.some((inner) => inner.do === 'return')) this.ended.add(frame.returns);
  }

  private each(statement: Extract<Statement, { do: 'each' }>, frame: Frame): void {
    if (statement.items[0] === whenItem) {
      this.branch(statement, frame);
      return;
    }
    for (const element of this.looped(statement, frame)) {
      const scope = new Scope(frame.scope);
      const { items } = statement;
      items.forEach((item, at) => {
        const isLast = at === items.length - 1;
        const part = element.kind === 'list' && items.length > 1 ? element.items[at] : isLast ? element : undefined;
        scope.declare(item, part ?? unknown);
      });
      this.execute(statement.body, { ...frame, scope });
    }
  }

  private looped(statement: Extract<Statement, { do: 'each' }>, frame: Frame): readonly Value[] {
    const value = this.interpreter.evaluate(statement.of, frame);
    if (statement.items[0] === flagItem) return /^false$/i.test(textOf(value) ?? '') ? [] : [unknown];
    if (value.kind === 'map' && statement.items.length === 2 && !isUnfilled(value)) return pairsOf(value);
    const elements = this.oneByOne(value, statement);
    // What stands first in a loop of Go over a list is the index.
    const isIndexed = frame.unit.program.language === 'go' && statement.items.length === 2;
    return isIndexed ? elements.map((element) => ({ kind: 'list', items: [unknown, element] })) : elements;
  }

  /** A list of many texts is gone over once, with a placeholder: `/tutorial/{page}` says it better than each page. */
  private oneByOne(value: Value, statement: Extract<Statement, { do: 'each' }>): readonly Value[] {
    const elements = this.elements(value);
    const item = statement.items.at(-1);
    const isTable =
      (statement.of.is === 'call' && statement.of.callee.is === 'name') ||
      (value.kind === 'list' && value.isFiles === true);
    const most = item !== undefined && endsPath(statement.body, item) ? mostTexts : mostBeginnings;
    const isTexts = !isTable && elements.length > most && elements.every((element) => element.kind === 'text');
    return isTexts && item !== undefined ? [textValue(hole(item))] : elements;
  }

  /** What a loop goes over; something unknown is gone over once. */
  elements(value: Value): readonly Value[] {
    if (isUnfilled(value)) return [unknown];
    if (value.kind === 'list') return value.items.slice(0, mostElements);
    if (value.kind === 'map') return [...value.entries.values()].slice(0, mostElements);
    if (value.kind === 'several')
      return value.options.flatMap((option) => this.elements(option)).slice(0, mostElements);
    return [unknown];
  }

  /** Two texts or lists in a row. */
  appended(left: Value | undefined, right: Value): Value {
    if (left?.kind === 'list')
      return {
        kind: 'list',
        items: [...left.items, ...(right.kind === 'list' ? right.items : [right])].slice(0, mostItems),
      };
    // `urlpatterns = router.urls`, `urlpatterns += [path(…)]`
    if (left?.kind === 'router' && right.kind === 'list') return { kind: 'list', items: [left, ...right.items] };
    const text = textOf(left);
    const added = textOf(right);
    if (text === undefined || added === undefined) return right;
    const at = left?.kind === 'text' ? left.at : undefined;
    return { ...textValue(text + added), ...(at === undefined ? {} : { at }) };
  }
}

/** Whether a text is put together in a loop at whose end stands the item: `/pages/${page}`. */
function endsPath(body: readonly Statement[], item: string): boolean {
  let ends = false;
  const isItem = (part: Expression | undefined): boolean => part?.is === 'name' && part.name === item;
  for (const statement of allStatements(body))
    for (const expression of expressionsOf(statement))
      visitExpression(expression, (inner) => {
        if (inner.is === 'join') ends ||= isItem(inner.parts.at(-1));
        return undefined;
      });
  return ends;
}

/** The keys of a map with their values. */
function pairsOf(map: MapValue): Value[] {
  return keysOfMap(map)
    .slice(0, mostElements)
    .map((key) => ({ kind: 'list', items: [key, map.entries.get(key.text) ?? unknown] }));
}

/**
 * Two functions bear one name where a feature of Rust, or a tag at the head of a file of Go, says which of them is built:
 * it may be either.
 */
function besideNamesake({ scope, unit }: Frame, name: string, value: FunctionValue): Value {
  const { language } = unit.program;
  const place = language === 'rust' ? scope : language === 'go' && scope === unit.scope ? scope.parent : undefined;
  if (place?.has(name) !== true || name === 'init' || name === 'main') return value;
  const others = optionsOf(place.own(name)).filter(
    (one) => one.kind === 'function' && (one.unit !== unit || one.id !== value.id),
  );
  return several([...others, value]);
}

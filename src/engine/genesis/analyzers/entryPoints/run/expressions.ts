import type { CallExpression, EitherExpression, Expression, MapExpression, MemberExpression } from '../program/program';
import { other } from '../program/program';
import { addEntries, propertyOf } from './builtins';
import { decided } from './conditions';
import type { Frame, Interpreter } from './interpreter';
import { isScript } from './project/languageTraits';
import { propertyOfRouter } from './properties';
import { exportedName } from './ruleBook';
import type { ClassValue, ExternalValue, ListValue, MapValue, ObjectValue, Value } from './values';
import {
  hasKey,
  hole,
  mostItems,
  noteWritten,
  optionsOf,
  ownRouter,
  placeItems,
  placeList,
  placeRow,
  several,
  textOf,
  textValue,
  unknown,
} from './values';

/** Finds the value of an expression. */
export class Expressions {
  constructor(private readonly interpreter: Interpreter) {}

  evaluate(expression: Expression, frame: Frame): Value {
    switch (expression.is) {
      case 'text':
        return textValue(expression.text);
      case 'name':
        return this.interpreter.names.lookup(expression.name, frame);
      case 'join':
        return this.join(expression.parts, frame);
      case 'member':
        if (isOwnExports(expression, frame)) return this.interpreter.modules.exportsOf(frame.unit);
        return this.memberOf(this.interpreter.evaluate(expression.of, frame), expression.name, frame);
      case 'call':
        return this.interpreter.calls.call(expression, frame);
      case 'list':
        return placeItems(this.list(expression.items, frame), expression.lines, frame.unit.path);
      case 'map':
        return this.map(expression, frame);
      case 'function':
        return expression.id === -1 ? unknown : this.interpreter.functionValue(expression.id, frame);
      case 'either':
        return this.oneOf(expression, frame);
      case 'regexp':
        return textValue(`/${anchored(expression.text)}/`);
      case 'other':
        return unknown;
    }
  }

  private oneOf({ options, when }: EitherExpression, frame: Frame): Value {
    const isMissing = when !== undefined && this.isMissing(when, frame);
    const holds = when === undefined ? undefined : isMissing ? false : decided(this.interpreter, when, frame);
    if (holds !== undefined) return this.interpreter.evaluate(options[holds ? 0 : 1] ?? other, frame);
    const values = options.map((option) => this.interpreter.evaluate(option, frame));
    const value = several(values);
    return value.kind === 'text' && values.length > 1 ? { ...value, isGuess: true } : value;
  }

  /** `options.prefix`, where the options that were handed over say nothing of it. */
  private isMissing(when: Expression, frame: Frame): boolean {
    if (when.is !== 'member') return false;
    const owner = this.interpreter.evaluate(when.of, frame);
    return owner.kind === 'map' && owner.entries.size > 0 && hasKey(owner, when.name) === false;
  }

  private join(parts: readonly Expression[], frame: Frame): Value {
    const values = parts.map((part) => this.interpreter.evaluate(part, frame));
    if (values.some((value) => optionsOf(value).some((option) => option.kind === 'list')))
      return this.joinedLists(values);
    // `urlpatterns += router.urls + other.urls`
    if (values.length > 1 && values.every((value) => value.kind === 'router')) return this.joinedLists(values);
    if (!values.some((value) => textOf(value) !== undefined)) return unknown;
    const whole = textValue(values.map((value, at) => partOf(value, parts[at])).join(''));
    const at =
      values.findLast((value) => value.kind === 'text' && value.at?.isRow === true) ??
      (frame.unit.program.language === 'go' ? handedPath(values, parts) : handedOn(values, parts, frame));
    return at?.kind === 'text' && at.at !== undefined && !saysMore(values, at) ? { ...whole, at: at.at } : whole;
  }

  private joinedLists(values: readonly Value[]): Value {
    const items = values.flatMap((value) => {
      const lists = optionsOf(value).filter((option) => option.kind === 'list');
      return lists.length === 0 ? [value] : lists.flatMap((list) => list.items);
    });
    return { kind: 'list', items: items.slice(0, mostItems) };
  }

  private list(items: readonly Expression[], frame: Frame): ListValue {
    return {
      kind: 'list',
      ...(items.length === 0 ? { isOpen: true } : {}),
      items: items.flatMap((item) => {
        if (item.is === 'call' && item.callee.is === 'name' && item.callee.name === '%spread')
          return this.spread(item, frame);
        const value = this.interpreter.evaluate(item, frame);
        return [item.is === 'list' ? placeList(value, item.line, frame.unit.path) : placeRow(value)];
      }),
    };
  }

  private spread(item: CallExpression, frame: Frame): Value[] {
    const [argument] = item.args;
    if (argument === undefined) return [];
    const value = this.interpreter.evaluate(argument.value, frame);
    return value.kind === 'list' ? value.items : [value];
  }

  private map(expression: MapExpression, frame: Frame): MapValue {
    const entries = new Map<string, Value>();
    const lines = new Map<string, number>();
    const open = expression.entries.length === 0 ? ({ isOpen: true } as const) : {};
    const made: MapValue = { kind: 'map', entries, line: expression.line, lines, file: frame.unit.path, ...open };
    expression.entries.forEach((entry, at) => {
      const value = this.interpreter.evaluate(entry.value, frame);
      if (entry.key.is === 'name' && entry.key.name === '%spread') {
        addEntries(made, value);
        return;
      }
      const key = textOf(this.interpreter.evaluate(entry.key, frame)) ?? `%${at}`;
      entries.set(key, value);
      lines.set(key, entry.line);
    });
    noteWritten([...entries.values()]);
    return made;
  }

  memberOf(owner: Value, name: string, frame: Frame): Value {
    // `require('./users').default`: what a module exports alone is what the name before it stands for already.
    if (name === 'default' && /^(?:function|class|router)$/.test(owner.kind)) return owner;
    switch (owner.kind) {
      case 'object': {
        const member = this.interpreter.objects.memberOfObject(owner, name);
        return propertyOfRouter(this.interpreter, owner, name, member) ?? memberOfOwn(this.interpreter, owner, name);
      }
      case 'class':
        return this.interpreter.objects.memberOfClass(owner, name) ?? this.nameOfClass(owner, name);
      case 'map':
        return owner.entries.get(name) ?? { kind: 'unknown', name };
      case 'list':
        return owner.items[Number(name)] ?? { kind: 'unknown', name };
      case 'module':
        return this.interpreter.modules.moduleMember(owner, name) ?? { kind: 'unknown', name };
      case 'external':
        return this.memberOfExternal(owner, name, frame);
      case 'several':
        return several(owner.options.map((option) => this.memberOf(option, name, frame)));
      case 'router':
        return this.interpreter.routers.member(owner.node, name);
      case 'unknown':
        // `const { app } = withWebSockets(express())`: what was wrapped comes back under the usual name.
        return owner.holds?.length === 1 && name === 'app' ? (owner.holds[0] ?? unknown) : { kind: 'unknown', name };
      default:
        return propertyOf(owner, name) ?? { kind: 'unknown', name };
    }
  }

  /** `group.GetType().Name`, `typeof(Orders).Name`. */
  private nameOfClass(owner: ClassValue, name: string): Value {
    const isAsked = name === 'Name' && owner.unit.program.language === 'csharp';
    const declared = isAsked ? this.interpreter.classDeclarationOf(owner) : undefined;
    return declared === undefined ? { kind: 'unknown', name } : textValue(declared.name);
  }

  /** `Shop.Orders.Settings`: a class of the project by its namespace, or by the end of it. */
  private classByPath(owner: ExternalValue, name: string, path: string, { unit }: Frame): Value | undefined {
    if (unit.program.language !== 'csharp' || owner.package !== '' || !/^[A-Z]/.test(name)) return undefined;
    const space = path.slice(0, -name.length - 1);
    const found = this.interpreter.project
      .classesNamed(name)
      .filter((declared) => `.${declared.unit.program.namespace ?? ''}`.endsWith(`.${space}`));
    const [only] = found;
    return only === undefined || found.length > 1 ? undefined : { kind: 'class', ...only, scope: only.unit.scope };
  }

  private memberOfExternal(owner: ExternalValue, name: string, frame: Frame): Value {
    const { language } = frame.unit.program;
    const separator = language === 'python' ? '.' : language === 'rust' ? '::' : undefined;
    const isModule = owner.name === 'default';
    // `settings.API_VERSION`: the module with the settings is found by its name alone.
    const setting =
      owner.package === 'django.conf' && owner.name === 'settings' ? this.interpreter.constants.find(name) : undefined;
    if (setting !== undefined) return textValue(setting);
    if (isModule && separator !== undefined && owner.package !== '') {
      // A class or a module of the package: which one, only the package knows. Its files may still be in the project.
      const files = this.interpreter.project.resolve(frame.unit.path, `${owner.package}${separator}${name}`);
      if (files.some((file) => this.interpreter.project.units.has(file)))
        return { kind: 'module', from: frame.unit.path, specifier: `${owner.package}${separator}${name}`, files };
    }
    const path = isModule ? name : `${exportedName(owner)}.${name}`;
    return this.classByPath(owner, name, path, frame) ?? { kind: 'external', package: owner.package, name: path };
  }
}

/** `module.exports` */
const isOwnExports = ({ of, name }: MemberExpression, { unit, scope }: Frame): boolean =>
  name === 'exports' &&
  of.is === 'name' &&
  of.name === 'module' &&
  isScript.test(unit.program.language) &&
  scope.get('module') === undefined;

/** What a class of the project that is a router leaves to the framework's. */
function memberOfOwn(interpreter: Interpreter, owner: ObjectValue, name: string): Value {
  const own = owner.fields.get(ownRouter);
  return own?.kind === 'router' ? interpreter.routers.member(own.node, name) : { kind: 'unknown', name };
}

/** `method + " " + route` of a function that registers what it is handed: the route is where the path was written. */
function handedPath(values: readonly Value[], parts: readonly Expression[]): Value | undefined {
  // `method + " " + r.prefix + path`: a router of the project's own puts its prefix before what it is handed.
  const isHanded = parts.every((part, index) =>
    part.is === 'text' ? part.text === ' ' : part.is !== 'member' || (index > 0 && parts.at(-1)?.is === 'name'),
  );
  return isHanded && parts[0]?.is === 'name' ? values.at(-1) : undefined;
}

/** `self.prefix + rule` of a method of Python that hands on what a file of another is given: the route is where that stands. */
function handedOn(values: readonly Value[], parts: readonly Expression[], { unit }: Frame): Value | undefined {
  const last = values.at(-1);
  const isHanded = parts.at(-1)?.is === 'name' && parts.slice(0, -1).every((part) => part.is === 'member');
  const isElsewhere = last?.kind === 'text' && last.at !== undefined && last.at.file !== unit.path;
  return unit.program.language === 'python' && isHanded && isElsewhere ? last : undefined;
}

/** True if more of a path is written behind what a row says. */
function saysMore(values: readonly Value[], row: Value): boolean {
  return values.slice(values.indexOf(row) + 1).some((value) => /\/\w/.test(textOf(value) ?? ''));
}

/** Members that may well be empty; what others have of their class is there to be set for each object. */
const mayBeEmpty = /prefix|base|path|root|version|api|url|suffix/i;

/** `http.MethodGet + " /users"`. */
const methodConstant = /(?:^|\.)Method(Get|Head|Post|Put|Patch|Delete|Options|Connect|Trace)$/;

function partOf(value: Value, written: Expression | undefined): string {
  const method = value.kind === 'external' && value.package === 'net/http' ? methodConstant.exec(value.name)?.[1] : '';
  const text = method ? method.toUpperCase() : textOf(value);
  const isUnset = text === '' && written?.is === 'member' && !mayBeEmpty.test(written.name);
  return text === undefined || isUnset ? hole(nameOf(written)) : text;
}

const converters: ReadonlySet<string> = new Set(['int', 'str', 'float', 'String', 'Number', 'parseInt', 'format']);

/** The last name of an expression, to stand for a text that is not known. */
export function nameOf(expression: Expression | undefined): string {
  switch (expression?.is) {
    case 'name':
    case 'member':
      return expression.name;
    case 'call': {
      const { callee } = expression;
      if (callee.is === 'member' && /^(?:[lr]?strip|trim\w*|lower|toLowerCase|to_s|toString)$/.test(callee.name))
        return nameOf(callee.of);
      const attribute = expression.args[1]?.value;
      const [first] = expression.args;
      // `f'/v{int(version)}'`: what makes a text or a number of a value has no name of its own.
      if (callee.is === 'name' && first !== undefined && converters.has(callee.name)) return nameOf(first.value);
      // `config('app.dashboard_path')` is named by what is asked for.
      if (expression.callee.is === 'name' && /^(?:config|env|setting)$/.test(expression.callee.name))
        return first?.value.is === 'text' ? first.value.text.slice(first.value.text.lastIndexOf('.') + 1) : 'value';
      return expression.callee.is === 'name' && expression.callee.name === 'getattr' && attribute?.is === 'text'
        ? attribute.text.replace(/^_+/, '')
        : nameOf(expression.callee);
    }
    case 'either':
      return nameOf(expression.options[0]);
    default:
      return 'value';
  }
}

/** An expression that is known for one by its anchor; in the extended notation white space and remarks are nothing. */
function anchored(source: string): string {
  const plain = source.includes('\n') ? source.replace(/\s#[^\n]*/g, '').replace(/\s/g, '') : source;
  return plain.startsWith('^') ? plain : `^${plain}`;
}

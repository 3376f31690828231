import type { Node } from 'web-tree-sitter';
import type { SourceFile } from '../../../../sourceFile';
import { asksOnlyForAny } from '../checks';
import type { Call } from '../flowCalls';
import type { FlowLanguage } from '../flowLanguage';
import { functionsLike } from '../functionsLike';
import { Bindings } from './bindings';
import {
  choosingOperators,
  conditionOf,
  identifiers,
  isHostAhead,
  isInside,
  joiningCalls,
  joiningOperators,
  joins,
  keepingCalls,
  lookUps,
  ofUpload,
  passingCalls,
} from './expressions';
import { fieldOfGetter, fieldOfObject, ownFieldName } from './fields';
import type { FlowNodes } from './flowNodes';
import { hasNumber, numbersOf } from './formats';
import { FunctionIndex } from './functionIndex';
import { levelFunctions } from './levelFunctions';
import { isParameterOfRuby } from './parametersOfRuby';
import { isSegmentOfGo } from './segments';
import { SourcePlaces, sourceAtStart } from './sourcePlaces';
import { ofBoth, type Taint } from './taint';

/** Longer expressions are tables and the like. */
const longestText = 4000;

/** A file as far as it was read for flows. */
interface FileParts {
  readonly file: SourceFile;
  readonly nodes: FlowNodes;
  readonly calls: readonly Call[];
}

/** Where the functions of a file are, and what names hold in them. */
interface Names {
  readonly functions: FunctionIndex;
  readonly bindings: Bindings;
  readonly places: SourcePlaces;
}

/** Which values of a file hold request data. One for each file; what nobody asks about is not read. */
export class TaintScope {
  private known: Names | undefined;
  private filledFields: boolean | undefined;
  private byLevel: ReadonlySet<string> | undefined;
  private readonly sourceAtStart: RegExp;

  constructor(
    private readonly language: FlowLanguage,
    private readonly parts: FileParts,
  ) {
    this.sourceAtStart = sourceAtStart(language);
  }

  get functions(): FunctionIndex {
    return this.names().functions;
  }

  /** False where no request data can be: neither the function around a node, nor one around that, nor a field has a source. */
  mayHoldRequest(node: Node): boolean {
    const { functions, places } = this.names();
    return places.isReachedFrom(functions.around(node)) || this.hasFilledFields();
  }

  private hasFilledFields(): boolean {
    const { bindings, places } = this.names();
    this.filledFields ??= bindings.fieldGivers().some((owner) => places.isReachedFrom(owner));
    return this.filledFields;
  }

  /** Request data inside an expression, not looking into what a sanitiser or a function wraps. */
  taintOf(node: Node): Taint | undefined {
    const { type } = node;
    if (functionsLike.test(type) || type === 'comment') return undefined;
    if (identifiers.has(type)) return this.ofSource(node, type, node.text) ?? this.lookUp(node);
    const text = node.text;
    if (text.length > longestText) return undefined;
    const callee = this.calleeOf(node, type);
    if (this.isSanitised(type, callee, text) || ofUpload.test(text)) return undefined;
    return this.ofSource(node, type, text) ?? this.ofField(node, text) ?? this.taintOfParts(node, type, callee);
  }

  /** `this.name`, `user.name`, `user.getName()`: what was given to the field. */
  private ofField(node: Node, text: string): Taint | undefined {
    if (text.length > 130) return undefined;
    const own = ownFieldName(text);
    if (own !== undefined) return this.names().bindings.fieldOf(own, node);
    const name = fieldOfGetter(text) ?? (fieldOfObject(text) === undefined ? undefined : text);
    if (name === undefined) return undefined;
    const { functions, bindings } = this.names();
    const taint = bindings.lookUp(name, node.startIndex, functions.around(node));
    return taint && { ...taint, remade: true };
  }

  private lookUp(node: Node): Taint | undefined {
    const { functions, bindings } = this.names();
    return bindings.lookUp(node.text, node.startIndex, functions.around(node));
  }

  /** Read when the first name is met: most calls that may be dangerous are given texts that hold none. */
  private names(): Names {
    if (this.known === undefined) {
      const { language } = this;
      const { file, nodes, calls } = this.parts;
      const binders = nodes.binders();
      const functions = new FunctionIndex(binders.functions, nodes.root);
      const taintOf = (node: Node): Taint | undefined => this.taintOf(node);
      const bindings = new Bindings({ file, language, functions, taintOf }, binders.assignments, calls);
      const isHandler = (owner: number): boolean => bindings.isHandler(owner);
      this.known = { functions, bindings, places: new SourcePlaces(language, file.text, functions, isHandler) };
    }
    return this.known;
  }

  /** A call or an object may begin with a source and still hold more: its parts decide. */
  private ofSource(node: Node, type: string, text: string): Taint | undefined {
    const source = this.sourceAtStart.exec(text);
    if (!source || joins.has(type) || isPart(type) || conditionOf(node, type) !== undefined) return undefined;
    if (this.parts.file.language === 'ruby' && isParameterOfRuby(node, source[0])) return undefined;
    const own =
      /(?:\.(?:url|originalUrl|path)|URL\.Path|REQUEST_URI.{0,3})$/.test(source[0]) || /refer+er|cookie/i.test(text)
        ? { own: true }
        : {};
    const whole = /\.(?:body|query)$/.test(text) ? { whole: true } : {};
    const upload = /\.(?:files|FILES)\b/.test(source[0]) && !/name\b/i.test(text) ? { upload: true } : {};
    const segment = this.parts.file.language === 'go' && isSegmentOfGo(text) ? { segment: true } : {};
    return { line: node.startPosition.row + 1, joined: false, starts: true, ...own, ...whole, ...upload, ...segment };
  }

  private isSanitised(type: string, callee: string | undefined, text: string): boolean {
    if (callee === undefined) return /cast_expression/.test(type) && /^\(\s*(?:int|float|bool|integer)\s*\)/.test(text);
    return this.language.sanitizers.test(callee) || onlyWords.test(text) || onlyWordsLeft.test(text);
  }

  private taintOfParts(node: Node, type: string, callee: string | undefined): Taint | undefined {
    const operator = node.childForFieldName('operator')?.text;
    if (operator !== undefined && !joiningOperators.test(operator) && !choosingOperators.test(operator))
      return undefined;
    if (operator === '+' && this.parts.file.language === 'php' && hasNumber(node)) return undefined;
    if (callee !== undefined && isOtherCall(node, callee) && !this.ofLevel(callee) && !isMadeOfAll(node, callee))
      return undefined;
    const isChoice = operator !== undefined && choosingOperators.test(operator);
    const isJoin = !isChoice && (joins.has(type) || joiningCalls.test(callee ?? ''));
    // What a table holds under a key of the request is the program's own.
    if (lookUps.test(type)) {
      const table = node.namedChild(0);
      return table ? this.taintOf(table) : undefined;
    }
    let ofParameter: Taint | undefined;
    // What is looked up by a key is not the key.
    const isLookUp = /[\w)\]]\.(?:get|fetch|dig|Get)$/.test(callee ?? '');
    const asked = isLookUp ? node.childForFieldName('arguments')?.id : conditionOf(node, type);
    const numbers = numbersOf(node, type);
    for (const [index, part] of node.namedChildren.flatMap((child) => child ?? []).entries()) {
      // What a choice asks is not what it gives, nor are the values that a loop goes through.
      if (part.id === asked || numbers?.has(part.id) || /^(?:for_in_clause|if_clause)$/.test(part.type)) continue;
      const taint = this.taintOf(part);
      // Another field of an object holds it.
      if (!taint || (taint.field !== undefined && isObjectOf(node, type, part))) continue;
      if (ofParameter && taint.parameter) {
        ofParameter = ofBoth(ofParameter, taint);
        continue;
      }
      // An interpolation inside a string begins the text where nothing stands before it.
      const first = isJoin ? index === 0 && part.startIndex - node.startIndex <= 1 : !isInside(node, part);
      const leads = isJoin && !first && isHostAhead(node, part);
      const remade =
        isChoiceOf(node, type, asked) || (callee !== undefined && !keepingCalls.test(callee))
          ? { remade: true as const }
          : {};
      const named = taint.upload === true && /\.\w*name$/i.test(node.text) ? { upload: false } : {};
      const text = callee === 'String' ? { text: true as const } : {};
      const own = {
        ...taint,
        ...named,
        ...text,
        ...remade,
        joined: taint.joined || isJoin,
        starts: taint.starts && (first || leads),
      };
      if (!own.parameter) return own;
      ofParameter = own;
    }
    return ofParameter;
  }

  private ofLevel(callee: string): boolean {
    const { file } = this.parts;
    if (file.language !== 'php') return false;
    this.byLevel ??= levelFunctions(file.text);
    return this.byLevel.has(callee);
  }

  private calleeOf(node: Node, type: string): string | undefined {
    const shape = this.language.calls.find((call) => call.type === type);
    if (shape?.constant !== undefined || shape?.made) return undefined;
    return shape?.callee
      .flatMap((field) => node.childForFieldName(field)?.text ?? [])
      .join('.')
      .replace(/\s+/g, '')
      .slice(-300);
  }
}

/** `preg_replace('/[^a-z0-9.]/', '', value)`: no sign of another language is left. */
const onlyWords =
  /^preg_replace\(\s{0,3}['"](?<mark>[\W])(?:\[\^(?:[\w\s.,:@-]|\\[\w\s.-]){1,60}\]|\\[WD])[+*]?\k<mark>[a-z]{0,5}['"]\s?,/;

/** The same as a method: `name.replaceAll("[^a-z]+", "_")`, `name.replace(/\W/g, '')`, `name.gsub(/[^a-z]/, '')`. */
const onlyWordsLeft =
  /\.(?:replaceAll\(\s{0,3}["']|replace\(\s{0,3}\/|gsub\(\s{0,3}\/)(?:\[\^(?:[\w\s,:@-]|\\[\w\s-]){1,60}\]|\\[WD])[+*]?(?:["']|\/[iu]?g[iu]?|(?<=gsub\([^\n]{1,80})\/)\s?,\s{0,3}["'][\w-]{0,3}["']\s{0,3}\)$/;

/** A choice may be made by what the value is, unless it asks only whether there is one: `isset(a) ? a : ''`. */
const isChoiceOf = (node: Node, type: string, asked: number | undefined): boolean =>
  conditionOf(node, type) !== undefined &&
  !node.namedChildren.some((part) => part?.id === asked && asksOnlyForAny(`if (${part?.text ?? ''})`));

const isPart = (type: string): boolean => type === 'object' || type === 'array' || type === 'arguments';

/** `user.id`, `user.getId()`, `user.save(x)`: the object that something is asked of. */
const isObjectOf = (node: Node, type: string, part: Node): boolean =>
  /^(?:member|attribute|field|selector|scoped|method_invocation|call$|call_expression|subscript|element)/.test(type) &&
  node.namedChild(0)?.id === part.id;

/** What a schema lets through has the form that it says: one of a list, a number, a date. */
const ofSchema = /(?:[sS]chema\w{0,20}|\bz|\)|Dto|Validator)\.(?:parse|parseAsync)$/;

/** `Order(**request.json)`: an object whose fields are those of the request. */
const isMadeOfAll = (node: Node, callee: string): boolean =>
  /^[A-Z]\w*$/.test(callee) &&
  node.childForFieldName('arguments')?.namedChild(0)?.type === 'dictionary_splat' &&
  node.childForFieldName('arguments')?.namedChildCount === 1;

/** A call that makes something else of the text. */
function isOtherCall(node: Node, callee: string): boolean {
  if (ofSchema.test(callee)) return true;
  if (passingCalls.test(callee) || joiningCalls.test(callee)) return false;
  // What a getter without arguments gives is a field of the object.
  return !(/\.get[A-Z]\w*$/.test(callee) && node.childForFieldName('arguments')?.namedChildCount === 0);
}

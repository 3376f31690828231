import type { ClassDeclaration, Decorator, Expression, FileProgram, FunctionDeclaration, Statement } from '../program';
import { wholeName } from '../program';
import type { Vocabulary } from '../vocabulary';
import { allStatements, expressionsOf } from '../walk';
import { Bases } from './bases';
import { buildsPath, isBranch } from './choices';
import { Fillings } from './fillings';
import { Mentions } from './mentions';
import { registrarParts } from './registrars';
import { Relevance } from './relevance';
import {
  callsByName,
  fillsByName,
  givesConstant,
  givesName,
  givesPart,
  givesSettings,
  handlerMethod,
  handsOn,
  hangsObject,
  hangsObjects,
  isConstantText,
  isExports,
  isNamedController,
  lastPart,
  loopBodies,
  makesPart,
  makesServer,
  setsConstant,
  setsPath,
  setsPrefix,
  tellsOfRoute,
  turnsInto,
} from './sliceWords';
import { statementsOf } from './statementsOf';
import { TrackedNames } from './trackedNames';

/**
 * Finds the part of a program that has to do with routers: calls on what may be one, what they need, and what is
 * exported. Names are compared in the whole file, whatever their scope: that keeps too much rather than too little.
 */
export class Slice {
  private readonly tracked: TrackedNames;
  /** Names that kept statements use. */
  private readonly needed = new Set<string>();
  private readonly keptFunctions = new Set<number>();
  /** Of the kept functions those whose names and results are kept as well: nothing found later changes that. */
  private readonly settled = new Set<number>();
  private readonly keptClasses = new Set<number>();
  private readonly keptNames = new Set<string>();
  /** What functions give back that make the elements of needed lists, or whose type says that it is a router. */
  private readonly tellingReturns = new Set<Statement>();
  private readonly mentions = new Mentions();
  private readonly partsHeld = new Map<FunctionDeclaration, boolean>();
  /** Kept statements whose names are needed already. */
  private readonly taken = new Set<Statement>();
  private readonly bases: Bases;
  private readonly relevance: Relevance;
  private readonly fillsByName: boolean;
  private readonly hangsObjects: boolean;
  private readonly fillings: Fillings;

  constructor(
    private readonly program: FileProgram,
    private readonly words: Vocabulary,
  ) {
    this.tracked = new TrackedNames(program, words, this.mentions);
    this.bases = new Bases(program, words, { tracked: this.tracked, keptNames: this.keptNames });
    const kept = { functions: this.keptFunctions, classes: this.keptClasses, names: this.keptNames };
    const { tracked, mentions, bases } = this;
    this.relevance = new Relevance({ program, words, tracked, mentions, bases, kept });
    this.fillsByName = fillsByName(program);
    this.hangsObjects = hangsObjects(program);
    this.fillings = new Fillings(program, this.needed);
    for (let round = 0; round < 8; round++) if (!this.grow()) break;
  }

  keepsFunction(id: number): boolean {
    return this.keptFunctions.has(id);
  }

  keepsClass(id: number): boolean {
    return this.keptClasses.has(id);
  }

  get isEmpty(): boolean {
    return (
      this.keptFunctions.size === 0 &&
      this.keptClasses.size === 0 &&
      !this.program.body.some((statement) => this.isTelling(statement))
    );
  }

  /** A statement at the top of a file or of a class is kept more readily: it may be needed elsewhere. */
  keepsStatement(statement: Statement, isTop: boolean): boolean {
    switch (statement.do) {
      case 'import':
        return statement.bindings.length > 0 || this.words.isFramework(statement.specifier);
      case 'reexport':
      case 'export':
        return true;
      case 'function':
        return this.keptFunctions.has(statement.id);
      case 'class':
        return this.keptClasses.has(statement.id);
      case 'set':
        return this.isRelevant(statement) || (isTop && setsConstant(statement)) || this.setsNeeded(statement);
      case 'return':
      case 'run':
      case 'each':
        return (
          this.isRelevant(statement) ||
          givesName(statement) ||
          givesPart(statement) ||
          (isTop && givesSettings(this.program, statement)) ||
          this.fillings.has(statement) ||
          this.tellingReturns.has(statement) ||
          (isBranch(statement) && statement.body.some((inner) => this.keepsStatement(inner, false)))
        );
    }
  }

  private isTelling(statement: Statement): boolean {
    if (statement.do === 'import') return false;
    if (statement.do === 'export') return isConstantText(statement.value, 0) || this.relevance.of(statement.value);
    return this.keepsStatement(statement, true);
  }

  private setsNeeded(statement: Extract<Statement, { do: 'set' }>): boolean {
    const { target } = statement;
    if (setsPrefix(statement) || setsPath(this.program, statement) || this.fillings.has(statement)) return true;
    // `APIRouter = routerClassOf(OwnRoute)`: a class that is made under the name of a framework's.
    const isMadeType = target.is === 'name' && statement.value.is === 'call' && this.words.types.has(target.name);
    if (target.is === 'name')
      return isMadeType || this.needed.has(target.name) || this.words.wellKnown.has(target.name);
    return target.is === 'member' && (this.needed.has(`.${target.name}`) || isExports(target));
  }

  private isRelevant(statement: Statement): boolean {
    if (statement.do === 'each' && statement.body.some((inner) => this.isRelevant(inner))) return true;
    if (statement.do === 'function' || statement.do === 'class') return this.keepsStatement(statement, false);
    if (this.fillsByName && callsByName(statement)) return true;
    if (this.hangsObjects && hangsObject(statement)) return true;
    if (handsOn(this.program, statement, (value) => this.namesKept(value), this.needed)) return true;
    return expressionsOf(statement).some((expression) => this.relevance.of(expression));
  }

  private namesKept(value: Expression): boolean {
    return this.mentions.in(value).names.some((name) => this.keptNames.has(name));
  }

  /** Keeps the functions and classes in which something relevant happens or that are needed; true if there were new ones. */
  private grow(): boolean {
    const before = this.size();
    this.program.functions.forEach((declared, id) => {
      if (this.settled.has(id) || !this.isFunctionOfInterest(declared)) return;
      this.settled.add(id);
      this.keptFunctions.add(id);
      // `static getInstance()`: what it makes is what it gives back.
      if (declared.static === true) this.keepReturns(declared);
      if (declared.receiver?.type !== undefined) this.keptNames.add(`:${lastPart(declared.receiver.type)}`);
      if (declared.name === '') return;
      this.keptNames.add(declared.name);
      this.keptNames.add(`.${declared.name}`);
    });
    this.program.classes.forEach((declared, id) => {
      if (this.keptClasses.has(id) || !this.isClassOfInterest(declared)) return;
      this.keptClasses.add(id);
      this.keptNames.add(`:${declared.name}`);
      this.keptNames.add(declared.name);
      if (declared.within !== undefined) this.keptNames.add(`::${declared.within}`);
    });
    for (const made of statementsOf(this.program))
      if (made.do === 'set' && made.value.is === 'function' && this.keptFunctions.has(made.value.id))
        this.keepName(made.target);
    this.collectNeeded();
    return this.size() > before;
  }

  private keepName(target: Expression): void {
    if (target.is === 'name') this.keptNames.add(target.name);
    if (target.is === 'member') this.keptNames.add(`.${target.name}`);
  }

  private size(): number {
    return this.keptFunctions.size + this.keptClasses.size + this.keptNames.size + this.needed.size;
  }

  private isFunctionOfInterest(declared: FunctionDeclaration): boolean {
    if (this.hasTellingDecorator(declared.decorators)) return true;
    if (registrarParts(declared, this.program.language) !== undefined) return true;
    if (declared.returns !== undefined && this.words.types.has(lastPart(declared.returns))) {
      this.keepReturns(declared);
      return true;
    }
    if (this.holdsPart(declared) || declared.body.some((statement) => this.isRelevant(statement))) return true;
    // What makes an object with such methods says by its type what it makes.
    if (declared.returns !== undefined && this.keptNames.has(`:${lastPart(declared.returns)}`)) return true;
    if (makesPart(declared) || buildsPath(declared) || (this.program.language === 'go' && makesServer(declared))) {
      this.keepReturns(declared);
      return true;
    }
    const isNeeded = this.needed.has(declared.name) || this.needed.has(`.${declared.name}`);
    if (isNeeded && givesConstant(declared)) this.keepReturns(declared);
    return declared.name !== '' && isNeeded && declared.body.length > 0;
  }

  /** A function that is not of interest is asked about again and again; this does not change. */
  private holdsPart(declared: FunctionDeclaration): boolean {
    let holds = this.partsHeld.get(declared);
    if (holds === undefined) {
      holds = declared.body.some((one) => givesPart(one) || setsPrefix(one) || setsPath(this.program, one));
      this.partsHeld.set(declared, holds);
    }
    return holds;
  }

  private isClassOfInterest(declared: ClassDeclaration): boolean {
    if (this.needed.has(declared.name) || this.hasTellingDecorator(declared.decorators)) return true;
    if (declared.methods.some((id) => this.keptFunctions.has(id))) return true;
    if (this.keptNames.has(`:${declared.name}`) || this.keptNames.has(`::${wholeName(declared)}`)) return true;
    if (declared.body.some((statement) => this.isRelevant(statement))) return true;
    if (declared.bases.some((base) => this.bases.isTelling(base))) return true;
    // Its routes may all be those that it inherits, and its path that of an attribute of the project.
    // Of a class of C# in several parts one alone says what it extends.
    if ((declared.bases.length > 0 || declared.partial === true) && isNamedController.test(declared.name)) return true;
    if (
      this.program.language === 'python' &&
      declared.methods.some((id) => handlerMethod.test(this.program.functions[id]?.name ?? ''))
    )
      return true;
    return declared.fields.some(
      (field) =>
        this.isTellingField(field.value, field.decorators) ||
        (declared.kind === 'struct' && field.type !== undefined && this.words.types.has(lastPart(field.type))),
    );
  }

  private isTellingField(value: Expression | undefined, decorators: readonly Decorator[] | undefined): boolean {
    if (this.hasTellingDecorator(decorators)) return true;
    return value !== undefined && (isConstantText(value, 0) || this.relevance.of(value));
  }

  private hasTellingDecorator(decorators: readonly Decorator[] | undefined): boolean {
    const { words, program } = this;
    return (decorators ?? []).some(
      ({ value }) => tellsOfRoute(value, words, program.language) || this.relevance.of(value),
    );
  }

  private keepReturns(declared: FunctionDeclaration | undefined): void {
    for (const statement of allStatements(declared?.body ?? []))
      if (statement.do === 'return') this.tellingReturns.add(statement);
  }

  private collectNeeded(): void {
    const need = (expression: Expression): void => {
      const { names, calls } = this.mentions.in(expression);
      for (const name of names) this.needed.add(name);
      for (const id of calls.flatMap(loopBodies)) {
        this.keptFunctions.add(id);
        this.keepReturns(this.program.functions[id]);
      }
    };
    const needAll = (statements: readonly Statement[], isTop: boolean): void => {
      for (const statement of allStatements(statements)) {
        if (this.taken.has(statement) || !this.keepsStatement(statement, isTop)) continue;
        this.taken.add(statement);
        expressionsOf(statement).forEach(need);
      }
    };
    needAll(this.program.body, true);
    for (const id of this.keptFunctions) {
      const declared = this.program.functions[id];
      if (declared?.body.some((statement) => turnsInto(declared.returns, statement))) this.keepReturns(declared);
      needAll(declared?.body ?? [], false);
    }
    for (const id of this.keptClasses) {
      const declared = this.program.classes[id];
      needAll(declared?.body ?? [], true);
      declared?.bases.forEach(need);
      for (const field of declared?.fields ?? []) if (field.value !== undefined) need(field.value);
    }
  }
}

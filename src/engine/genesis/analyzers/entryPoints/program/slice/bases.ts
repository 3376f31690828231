import type { Expression, FileProgram } from '../program';
import type { Vocabulary } from '../vocabulary';
import { baseName } from '../walk';
import { attributeBase, lastPart, viewName } from './sliceWords';
import type { TrackedNames } from './trackedNames';

/** What the classes of a file extend. */
export class Bases {
  /** The last answer, which more kept names can only turn to the better. */
  private extending: { readonly is: boolean; readonly ofNames: number } | undefined;

  constructor(
    private readonly program: FileProgram,
    private readonly words: Vocabulary,
    private readonly known: { readonly tracked: TrackedNames; readonly keptNames: ReadonlySet<string> },
  ) {}

  extendRouter(): boolean {
    const { size } = this.known.keptNames;
    if (this.extending !== undefined && (this.extending.is || this.extending.ofNames === size))
      return this.extending.is;
    const isTelling = (base: Expression): boolean => this.isTelling(base);
    const is = this.program.classes.some(({ bases }) => bases.some(isTelling)) || this.makesRouter();
    this.extending = { is, ofNames: size };
    return is;
  }

  /** `blueprint = UsersModule(__name__)`, `@blueprint.route(…)`: a class of the file makes a router, whatever it extends. */
  private makesRouter(): boolean {
    const { language, classes, body } = this.program;
    if (language !== 'python') return false;
    return body.some((statement) => {
      if (statement.do !== 'set' || statement.target.is !== 'name' || statement.value.is !== 'call') return false;
      const { callee } = statement.value;
      if (callee.is !== 'name' || !this.known.tracked.has(statement.target.name)) return false;
      return classes.some(({ name, bases }) => name === callee.name && bases.length > 0);
    });
  }

  isTelling(base: Expression): boolean {
    const { tracked, keptNames } = this.known;
    const name = base.is === 'name' || base.is === 'member' ? base.name : '';
    if (this.program.language === 'csharp' && attributeBase.test(lastPart(name))) return true;
    // What extends a view is one, however many classes of the project lie between it and the framework's.
    if (this.program.language === 'python' && (viewName.test(name) || keptNames.has(`:${name}`))) return true;
    return this.words.types.has(lastPart(name)) || tracked.has(baseName(base) ?? '');
  }
}

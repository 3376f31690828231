import type { FlowLanguage } from '../flowLanguage';
import type { FunctionIndex } from './functionIndex';

const compiled = new WeakMap<RegExp, { readonly atStart: RegExp; readonly everywhere: RegExp }>();

function formsOf({ sources, fills }: FlowLanguage): { readonly atStart: RegExp; readonly everywhere: RegExp } {
  let forms = compiled.get(sources);
  if (forms === undefined) {
    forms = {
      atStart: new RegExp(`^(?:${sources.source})`),
      everywhere: new RegExp(fills ? `${sources.source}|${fills.source}` : sources.source, 'g'),
    };
    compiled.set(sources, forms);
  }
  return forms;
}

/** Finds a source that a text begins with, without looking for one further on. */
export const sourceAtStart = (language: FlowLanguage): RegExp => formsOf(language).atStart;

/** In which functions of a file request data comes up, so that no value of all others has to be read. */
export class SourcePlaces {
  private direct: ReadonlySet<number> | undefined;
  private readonly reached = new Map<number, boolean>();

  constructor(
    private readonly language: FlowLanguage,
    private readonly text: string,
    private readonly functions: FunctionIndex,
    private readonly isHandler: (owner: number) => boolean,
  ) {}

  /** The function has a source itself, or sees the names of one around it that has. */
  isReachedFrom(owner: number): boolean {
    this.direct ??= new Set(
      Array.from(this.text.matchAll(formsOf(this.language).everywhere), ({ index }) => this.functions.at(index)),
    );
    let is = this.reached.get(owner);
    if (is === undefined) {
      is =
        this.direct.has(owner) ||
        this.isHandler(owner) ||
        (owner >= 0 && this.isReachedFrom(this.functions.outerOf(owner)));
      this.reached.set(owner, is);
    }
    return is;
  }
}

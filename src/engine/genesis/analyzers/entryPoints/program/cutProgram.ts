import type {
  Argument,
  ClassDeclaration,
  Expression,
  FieldDeclaration,
  FileProgram,
  FunctionDeclaration,
  Statement,
} from './program';
import { nothingInside, other } from './program';
import { Slice } from './slice/slice';
import type { Vocabulary } from './vocabulary';

/** A program without what has nothing to do with routers; `undefined` if that is all of it. */
export function cutProgram(program: FileProgram, words: Vocabulary): FileProgram | undefined {
  const slice = new Slice(program, words);
  return slice.isEmpty ? undefined : new Cut(program, slice).result();
}

/** Copies the kept parts and numbers functions and classes anew. */
class Cut {
  private readonly functions: FunctionDeclaration[] = [];
  private readonly classes: ClassDeclaration[] = [];
  private readonly functionIds = new Map<number, number>();
  private readonly classIds = new Map<number, number>();

  constructor(
    private readonly program: FileProgram,
    private readonly slice: Slice,
  ) {
    program.functions.forEach((_declared, id) => {
      if (slice.keepsFunction(id)) this.functionIds.set(id, this.functionIds.size);
    });
    program.classes.forEach((declared, id) => {
      if (!slice.keepsClass(id)) return;
      this.classIds.set(id, this.classIds.size);
      for (const method of declared.methods)
        if (!this.functionIds.has(method)) this.functionIds.set(method, this.functionIds.size);
    });
  }

  result(): FileProgram {
    for (const [old, id] of this.functionIds) {
      const declared = this.program.functions[old];
      if (declared !== undefined) this.functions[id] = this.function(declared);
    }
    for (const [old, id] of this.classIds) {
      const declared = this.program.classes[old];
      if (declared !== undefined) this.classes[id] = this.class(declared);
    }
    const { namespace } = this.program;
    return {
      language: this.program.language,
      body: this.statements(this.program.body, true),
      functions: this.functions,
      classes: this.classes,
      ...(namespace === undefined ? {} : { namespace }),
    };
  }

  private function(declared: FunctionDeclaration): FunctionDeclaration {
    const { decorators } = declared;
    return {
      ...declared,
      body: this.statements(declared.body, false),
      ...(decorators === undefined
        ? {}
        : { decorators: decorators.map(({ value, line }) => ({ value: this.expression(value), line })) }),
    };
  }

  private class(declared: ClassDeclaration): ClassDeclaration {
    return {
      ...declared,
      bases: declared.bases.map((base) => this.expression(base)),
      decorators: declared.decorators.map(({ value, line }) => ({ value: this.expression(value), line })),
      fields: declared.fields.map((field) => this.field(field)),
      methods: declared.methods.flatMap((id) => this.functionIds.get(id) ?? []),
      body: this.statements(declared.body, true),
    };
  }

  private field(field: FieldDeclaration): FieldDeclaration {
    return field.value === undefined ? field : { ...field, value: this.expression(field.value) };
  }

  private statements(statements: readonly Statement[], isTop: boolean): Statement[] {
    return statements.flatMap((statement) =>
      this.slice.keepsStatement(statement, isTop) ? [this.statement(statement)] : [],
    );
  }

  private statement(statement: Statement): Statement {
    switch (statement.do) {
      case 'set':
        return { ...statement, target: this.expression(statement.target), value: this.expression(statement.value) };
      case 'run':
      case 'return':
      case 'export':
        return { ...statement, value: this.expression(statement.value) };
      case 'each':
        return { ...statement, of: this.expression(statement.of), body: this.statements(statement.body, false) };
      case 'function':
        return { do: 'function', id: this.functionIds.get(statement.id) ?? 0 };
      case 'class':
        return { do: 'class', id: this.classIds.get(statement.id) ?? 0 };
      default:
        return statement;
    }
  }

  private expression(expression: Expression): Expression {
    switch (expression.is) {
      case 'function': {
        const id = this.functionIds.get(expression.id);
        return id === undefined ? nothingInside : { is: 'function', id };
      }
      case 'member':
        return { ...expression, of: this.expression(expression.of) };
      case 'call':
        return {
          ...expression,
          callee: this.expression(expression.callee),
          args: expression.args.map((a) => this.argument(a)),
        };
      case 'join':
        return { ...expression, parts: expression.parts.map((part) => this.expression(part)) };
      case 'list':
        return { ...expression, items: expression.items.map((item) => this.expression(item)) };
      case 'either':
        return {
          ...expression,
          options: expression.options.map((option) => this.expression(option)),
          ...(expression.when === undefined ? {} : { when: this.expression(expression.when) }),
        };
      case 'map':
        return {
          ...expression,
          entries: expression.entries.map((entry) => ({
            ...entry,
            key: this.expression(entry.key),
            value: this.expression(entry.value),
          })),
        };
      case 'other':
        return other;
      default:
        return expression;
    }
  }

  private argument(argument: Argument): Argument {
    return { ...argument, value: this.expression(argument.value) };
  }
}

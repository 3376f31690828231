import type { Expression, FileProgram, Statement } from '../../program/program';
import { allStatements } from '../../program/walk';

/** Names under which parts of paths are kept. */
const pathName = /prefix|path|base|version|route|root|url|api/i;
const pathText = /^(?:\/?(?:[\w.-]{1,40}\/?){1,6})?$/;
const relative = /^\.{1,2}(?:\/|$)/;
/** A parameter of Django's regular expressions says by itself that it is a part of a path. */
const parameter = /^\(\?P<\w{1,60}>[^\s'"]{1,150}\)$/;
const deepest = 4;

/**
 * Parts of paths that are reached by ways no program tells: settings classes, configuration objects, services that read
 * them. A name that has one value in the whole project means that value.
 */
export class Constants {
  private readonly values = new Map<string, Set<string>>();

  constructor(programs: Iterable<FileProgram>) {
    for (const program of programs) this.collect(program);
  }

  find(name: string): string | undefined {
    const found = this.values.get(key(name));
    return found?.size === 1 ? [...found][0] : undefined;
  }

  private collect(program: FileProgram): void {
    for (const declared of program.classes)
      for (const field of declared.fields) if (field.value !== undefined) this.add(field.name, field.value, 0);
    for (const statement of program.body) this.readStatement(statement);
    for (const declared of program.functions)
      for (const statement of allStatements(declared.body))
        if (statement.do === 'return') this.readMaps(statement.value, 0);
  }

  private readStatement(statement: Statement): void {
    if (statement.do === 'set' && statement.target.is === 'name') this.add(statement.target.name, statement.value, 0);
    if (statement.do === 'export') this.add(statement.name, statement.value, 0);
  }

  private add(name: string, value: Expression, depth: number): void {
    this.readMaps(value, depth);
    const options = value.is === 'either' ? value.options : [value];
    for (const option of options) {
      if (option.is !== 'text') continue;
      // `base: './'` of what builds a front end says nothing of a server.
      if (relative.test(option.text)) continue;
      if (!parameter.test(option.text) && !(pathName.test(name) && pathText.test(option.text))) continue;
      const known = this.values.get(key(name));
      if (known === undefined) this.values.set(key(name), new Set([option.text]));
      else known.add(option.text);
    }
  }

  private readMaps(value: Expression, depth: number): void {
    if (depth > deepest) return;
    if (value.is === 'map') {
      for (const entry of value.entries) if (entry.key.is === 'text') this.add(entry.key.text, entry.value, depth + 1);
    } else if (value.is === 'call') for (const argument of value.args) this.readMaps(argument.value, depth + 1);
  }
}

/** `apiPrefix`, `api_prefix` and `API_PREFIX` are one name. */
const key = (name: string): string => name.replace(/_/g, '').toLowerCase();

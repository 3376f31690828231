import type { SourceFile } from '../../../sourceFile';
import type { Expression, FileProgram, MapEntry } from '../program/program';
import { PhpTable } from '../tables/php/phpTable';
import type { YiiFacts, YiiModuleEntry, YiiRule } from './yiiFacts';

const deepest = 4;
/** What a rule of resources stands for, before `{id}` is known to it. */
const resourcePatterns: readonly (readonly [methods: string, pattern: string, action: string])[] = [
  ['PUT,PATCH', '{id}', 'update'],
  ['DELETE', '{id}', 'delete'],
  ['GET', '{id}', 'view'],
  ['POST', '', 'create'],
  ['GET', '', 'index'],
];

/** The modules and rules that a file of settings gives. */
export function readSettings(
  file: Pick<SourceFile, 'lineText'>,
  program: FileProgram | undefined,
): YiiFacts | undefined {
  if (program === undefined) return undefined;
  const reader = new SettingsReader(file, program);
  const { entries, rules, isPretty, isStrict } = reader;
  if (entries.length === 0 && rules.length === 0 && !isPretty) return undefined;
  return { entries, rules, ...(isPretty ? { isPretty } : {}), ...(isStrict ? { isStrict } : {}) };
}

class SettingsReader {
  readonly entries: YiiModuleEntry[] = [];
  readonly rules: YiiRule[] = [];
  isPretty = false;
  isStrict = false;
  private readonly table: PhpTable;

  constructor(
    private readonly file: Pick<SourceFile, 'lineText'>,
    private readonly program: FileProgram,
  ) {
    this.table = new PhpTable(program);
    const { table } = this;
    for (const value of table.returned) {
      const id = table.text(table.get(value, 'id'));
      const type = this.typeOf(value);
      if (id !== undefined && type !== undefined) this.entries.push({ id, type });
      this.modules(table.get(value, 'modules'), type, 0);
      const managers = [
        table.get(table.get(value, 'components'), 'urlManager'),
        table.get(value, 'urlManager'),
        ownManager(table, value),
      ];
      for (const manager of managers) this.manager(manager);
      this.addRules(table.get(value, 'urlManagerRules'), '', '');
    }
  }

  private modules(value: Expression | undefined, parent: string | undefined, depth: number): void {
    if (depth > deepest) return;
    for (const { key, value: module, line } of this.table.entries(value)) {
      const type = this.typeName(module, line) ?? this.typeOf(module);
      if (key.is !== 'text' || type === undefined) continue;
      this.entries.push({ id: key.text, type, ...(parent === undefined ? {} : { parent }) });
      this.modules(this.table.get(module, 'modules'), type, depth + 1);
    }
  }

  private manager(value: Expression | undefined): void {
    const { table } = this;
    const isSet = (key: string): boolean => /^(?:true|1)$/i.test(table.text(table.get(value, key)) ?? '');
    this.isPretty ||= isSet('enablePrettyUrl');
    this.isStrict ||= isSet('enableStrictParsing');
    this.addRules(table.get(value, 'rules'), '', '');
  }

  /** Rules by their patterns, or in a list; `below` and `within` are what a group puts before paths and routes. */
  private addRules(value: Expression | undefined, below: string, within: string): void {
    if (value === undefined) return;
    const { table } = this;
    const entries = table.entries(value);
    const listed = table.items(value).filter((item) => item.is === 'map');
    for (const entry of entries) this.addNamed(entry, below, within);
    for (const item of listed) this.addDescribed(item, below, within);
  }

  private addNamed({ key, value, line }: MapEntry, below: string, within: string): void {
    const route = this.table.text(value);
    if (key.is !== 'text' || route === undefined) return;
    const [, said = '', pattern = ''] = /^(?:((?:[A-Z]{3,7},?\s{0,2}){1,6})\s)?\s{0,4}(.{0,300})$/.exec(key.text) ?? [];
    const methods = said.split(',').flatMap((method) => (/^(?:HEAD)?$/.test(method.trim()) ? [] : [method.trim()]));
    this.rules.push({ methods, pattern: `${below}/${pattern}`, route: `${within}${route}`, line });
  }

  private addDescribed(item: Extract<Expression, { is: 'map' }>, below: string, within: string): void {
    const { table } = this;
    const type = this.typeOf(item) ?? '';
    if (/GroupUrlRule$/.test(type)) {
      const prefix = table.text(table.get(item, 'prefix')) ?? '';
      const routes = table.text(table.get(item, 'routePrefix')) ?? prefix;
      this.addRules(table.get(item, 'rules'), `${below}/${prefix}`, `${within}${routes === '' ? '' : `${routes}/`}`);
      return;
    }
    if (/rest\\UrlRule$/.test(type)) {
      this.addResources(item);
      return;
    }
    const pattern = table.text(table.get(item, 'pattern'));
    const route = table.text(table.get(item, 'route'));
    if (pattern === undefined || route === undefined) return;
    const verb = table.get(item, 'verb');
    const methods = [table.text(verb), ...table.items(verb).map((one) => table.text(one))].flatMap((one) => one ?? []);
    this.rules.push({ methods, pattern: `${below}/${pattern}`, route: `${within}${route}`, line: item.line });
  }

  /** `['class' => 'yii\rest\UrlRule', 'controller' => ['v1/order'], 'extraPatterns' => ['GET search' => 'search']]`. */
  private addResources(item: Extract<Expression, { is: 'map' }>): void {
    const { table } = this;
    const prefix = table.text(table.get(item, 'prefix')) ?? '';
    const isPlural = !/^(?:false|0)$/i.test(table.text(table.get(item, 'pluralize')) ?? '');
    const named = table.get(item, 'controller');
    const only = table.items(table.get(item, 'only')).map((one) => table.text(one));
    const except = table.items(table.get(item, 'except')).map((one) => table.text(one));
    const single = table.text(named);
    const controllers: readonly (readonly [path: string, id: string])[] =
      single !== undefined
        ? [[isPlural ? plural(single) : single, single]]
        : named?.is === 'map'
          ? table.entries(named).flatMap(({ key, value }): [string, string][] => {
              const id = table.text(value);
              if (id === undefined || key.is !== 'text') return [];
              return [[/^\d/.test(key.text) ? (isPlural ? plural(id) : id) : key.text, id]];
            })
          : table.items(named).flatMap((value): [string, string][] => {
              const id = table.text(value);
              return id === undefined ? [] : [[isPlural ? plural(id) : id, id]];
            });
    const further = table.entries(table.get(item, 'extraPatterns')).flatMap(({ key, value }) => {
      const action = table.text(value);
      const [, said = '', pattern = ''] =
        /^((?:[A-Z]{3,7},?\s{0,2}){0,6})(.{0,200})$/.exec(key.is === 'text' ? key.text : '') ?? [];
      return action === undefined ? [] : [[said.trim() === '' ? 'ANY' : said, pattern, action] as const];
    });
    for (const [path, id] of controllers)
      for (const [said, pattern, action] of [...further, ...resourcePatterns]) {
        if (except.includes(action) || (only.length > 0 && !only.includes(action))) continue;
        const methods = said
          .split(',')
          .map((method) => method.trim())
          .filter((method) => !/^(?:HEAD|OPTIONS|ANY)?$/.test(method));
        this.rules.push({
          methods,
          pattern: `${prefix}/${path}/${pattern.replace(/\{(\w{1,40})\}/g, '<$1>')}`,
          route: `${id}/${action}`,
          line: item.line,
          isOfResource: true,
        });
      }
  }

  /** The class that an array names. */
  private typeOf(value: Expression | undefined): string | undefined {
    const entry = this.table.entries(value).find(({ key }) => key.is === 'text' && key.text === 'class');
    return entry === undefined ? undefined : this.typeName(entry.value, entry.line);
  }

  /** A class by its whole name, as its text, its line or an import says it. */
  private typeName(value: Expression, line: number): string | undefined {
    if (value.is === 'name') {
      const written = /=>\s{0,20}\\?([\w\\]{1,200})::class/.exec(this.file.lineText(line))?.[1] ?? value.name;
      const [first = '', ...rest] = written.split('\\');
      for (const statement of this.program.body)
        if (statement.do === 'import' && rest.length === 0)
          for (const { local } of statement.bindings) if (local === first) return statement.specifier;
      return written;
    }
    const text = this.table.text(value);
    return text === undefined || !/^\\?\w[\w\\]{0,200}$/.test(text) ? undefined : text.replace(/^\\|\\(?=\\)/g, '');
  }
}

/** A file that gives back the settings of the URL manager alone. */
const ownManager = (table: PhpTable, value: Expression): Expression | undefined =>
  table.get(value, 'enablePrettyUrl') === undefined ? undefined : value;

/** `order` in the path of its resources. */
function plural(id: string): string {
  if (/[^aeiou]y$/.test(id)) return `${id.slice(0, -1)}ies`;
  if (/(?:[sxz]|ch|sh)$/.test(id)) return id.endsWith('ss') || !id.endsWith('s') ? `${id}es` : id;
  return `${id}s`;
}

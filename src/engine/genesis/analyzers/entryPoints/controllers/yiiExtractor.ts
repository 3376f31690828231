import type { Extractor } from '../../../extractor';
import type { SourceFile } from '../../../sourceFile';
import type { Expression, FileProgram } from '../program/program';
import { PhpTable, phpProgram } from '../tables/php/phpTable';
import { phpClassIn } from './phpClass';
import type { YiiAction, YiiController, YiiFacts, YiiModule } from './yiiFacts';
import { readSettings } from './yiiSettings';

const controllerFile = /(?:^|\/)(?:controllers|components|base)\/(?:\w{1,80}\/){0,4}\w{0,80}Controller\.php$/;
const moduleFile = /(?:^|\/)\w{0,80}Module\.php$/;
const settingsFile = /(?:^|\/)config\/(?:[\w.-]{1,80}\/)?[\w.-]{1,80}\.php$|(?:^|\/)config\.php$/;
const settings = /['"](?:urlManager\w{0,20}|modules|class|enablePrettyUrl)['"]\s{0,20}=>/;
const arrays = /return\s{1,20}(?:\[|array)|VerbFilter/;
const longest = 400_000;

/** Controllers, modules and rules of applications of Yii 2, whose routes are the names of classes and methods. */
export const yiiExtractor: Extractor<YiiFacts> = {
  id: 'entryPoints.yii',
  version: 2,
  wants: ({ role, path }) =>
    (role === 'source' || role === 'config') &&
    (controllerFile.test(path) || moduleFile.test(path) || settingsFile.test(path)),
  extract(file) {
    const { path, text } = file;
    if (text.length > longest) return undefined;
    if (settingsFile.test(path) && settings.test(text)) return readSettings(file, phpProgram(file, arrays));
    if (moduleFile.test(path)) return readModule(text);
    if (!controllerFile.test(path) || !/\bfunction\s{1,10}action|\b(?:Active)?Controller\b/.test(text))
      return undefined;
    return readController(file, phpProgram(file, arrays));
  },
};

function readModule(text: string): YiiFacts | undefined {
  const found = phpClassIn(text);
  if (found === undefined || !/Module$/.test(found.base)) return undefined;
  const controllers = /\$controllerNamespace\s{0,10}=\s{0,10}['"]([\w\\]{1,200})['"]/.exec(text)?.[1];
  const module: YiiModule = {
    name: found.name,
    ...(controllers === undefined ? {} : { controllers: controllers.replace(/\\\\/g, '\\') }),
  };
  return { modules: [module] };
}

function readController(file: SourceFile, program: FileProgram | undefined): YiiFacts | undefined {
  const found = phpClassIn(file.text);
  const declared = program?.classes.find(({ name }) => found?.name.endsWith(name) === true);
  if (found === undefined || program === undefined || declared === undefined) return undefined;
  const actions: YiiAction[] = [];
  const verbs: Record<string, readonly string[]> = {};
  for (const id of declared.methods) {
    const method = program.functions[id];
    if (method === undefined) continue;
    const own = /^action([A-Z]\w{0,80})$/.exec(method.name)?.[1];
    if (own !== undefined && !/\b(?:protected|private)\s/.test(file.lineText(method.line)))
      actions.push({ id: dashed(own), line: method.line, method: method.name });
    if (!/^(?:actions|verbs|behaviors)$/.test(method.name)) continue;
    const table = new PhpTable({ ...program, body: method.body, functions: [] });
    for (const value of table.returned)
      if (method.name === 'actions') actions.push(...listed(table, value));
      else Object.assign(verbs, verbsIn(table, method.name === 'verbs' ? value : filterOf(table, value)));
  }
  const controller: YiiController = { ...found, line: declared.line, actions, verbs };
  return { controllers: [controller] };
}

/** `actions()` gives back classes by the names of actions. */
const listed = (table: PhpTable, value: Expression): YiiAction[] =>
  table
    .entries(value)
    .flatMap(({ key, line }) => (key.is === 'text' && !/^\d/.test(key.text) ? [{ id: key.text, line }] : []));

/** `'verbs' => ['class' => VerbFilter::class, 'actions' => […]]`. */
function filterOf(table: PhpTable, value: Expression): Expression | undefined {
  for (const { value: behaviour } of table.entries(value)) {
    const type = table.get(behaviour, 'class');
    const name = type?.is === 'name' ? type.name : table.text(type);
    if (name !== undefined && /VerbFilter$/.test(name)) return table.get(behaviour, 'actions');
  }
  return undefined;
}

function verbsIn(table: PhpTable, value: Expression | undefined): Record<string, readonly string[]> {
  return Object.fromEntries(
    table.entries(value).flatMap(({ key, value: methods }) => {
      const named = table.items(methods).flatMap((one) => table.text(one)?.toUpperCase() ?? []);
      return key.is === 'text' && named.length > 0 ? [[key.text, named]] : [];
    }),
  );
}

/** `ViewAll` in a path. */
export const dashed = (name: string): string =>
  name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();

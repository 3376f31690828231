import { objectIn, parseJson, parseToml, stringIn, stringsIn } from '../../analyzers/code/moduleConfig/plainJson';
import { type Area, isAidName, pathFrom, type Saying } from '../project';

/** Folders in which pytest looks for tests, and those of tests that setuptools is told to leave out. */
export function readPyproject(text: string, folder: string): Saying {
  const tool = objectIn(objectIn(parseToml(text))['tool']);
  const pytest = objectIn(tool['pytest']);
  const options = objectIn(pytest['ini_options']);
  const find = objectIn(objectIn(objectIn(tool['setuptools'])['packages'])['find']);
  const left = stringsIn(find['where'] ?? '.').flatMap((where) => leftOut(stringsIn(find['exclude']), folder, where));
  return withAreas(testPaths(stringsIn(options['testpaths'] ?? pytest['testpaths']), folder), left);
}

const section = /^\[(?:tool:)?pytest\][ \t]{0,20}\n((?:[^[\n][^\n]{0,500}\n|\n){0,200})/m;

const findSection = /^\[options\.packages\.find\][ \t]{0,20}\n((?:[^[\n][^\n]{0,500}\n|\n){0,200})/m;

/** The same from `pytest.ini`, `tox.ini` and `setup.cfg`. */
export function readPytestSettings(text: string, folder: string): Saying {
  const whole = `${text.replaceAll('\r', '')}\n`;
  const own = `${section.exec(whole)?.[1] ?? ''}\n`;
  const value = /^testpaths[ \t]{0,20}=([^\n]{0,500}(?:\n[ \t]{1,20}[^\n]{1,200}){0,50})/m.exec(own)?.[1] ?? '';
  const find = `${findSection.exec(whole)?.[1] ?? ''}\n`;
  const left = /^exclude[ \t]{0,20}=([^\n]{0,500}(?:\n[ \t]{1,20}[^\n]{1,200}){0,50})/m.exec(find)?.[1] ?? '';
  const where = /^where[ \t]{0,20}=[ \t]{0,20}([\w./-]{1,200})/m.exec(find)?.[1] ?? '.';
  return withAreas(testPaths(value.split(/\s+/), folder), leftOut(left.split(/[\s,]+/), folder, where));
}

/** Packages that are called after tests and are not shipped: `testing*`, `shop.testing.*`. */
function leftOut(names: readonly string[], folder: string, where: string): Area[] {
  return names.flatMap((name): Area[] => {
    const bare = name.replace(/\.?\*$/, '');
    if (!/^[A-Za-z_][\w.]{0,200}$/.test(bare) || !isAidName(bare)) return [];
    const path = pathFrom(folder, `${where}/${bare.replaceAll('.', '/')}`);
    return path === undefined ? [] : [{ path, role: 'test' }];
  });
}

function withAreas(saying: Saying, more: readonly Area[]): Saying {
  return { areas: [...(saying.areas ?? []), ...more] };
}

/** Where Playwright looks for its tests. */
export function readPlaywrightSettings(text: string, folder: string): Saying {
  const found = [...text.matchAll(/\btestDir:[ \t]{0,4}["'`]([\w./-]{1,200})["'`]/g)].map((match) => match[1] ?? '');
  return testPaths(found, folder);
}

/** Where Codeception keeps its suites, and what they are given. */
export function readCodeception(text: string, folder: string): Saying {
  const found =
    /^paths:[ \t]{0,20}\r?\n(?:[ \t]{1,20}[^\n]{0,200}\n){0,20}?[ \t]{1,20}tests:[ \t]{0,20}["']?([\w./-]{1,200})/m.exec(
      text,
    )?.[1];
  const path = found === undefined ? undefined : pathFrom(folder, found);
  return path === undefined || path === folder ? {} : { areas: [{ path, role: 'test' }] };
}

/** A folder that is called after tests holds what they need, too. */
const isSuiteName = (area: string): boolean => /(?:^|\/)(?:[\w-]{0,40}[_-])?(?:tests?|testing)$/.test(area);

function testPaths(paths: readonly string[], folder: string): Saying {
  const areas = paths.flatMap((path): Area[] => {
    const area = /[*$<{]/.test(path) ? undefined : pathFrom(folder, path);
    return area === undefined || area === folder
      ? []
      : [{ path: area, role: 'test', ...(isSuiteName(area) ? {} : { ifNamedTests: true }) }];
  });
  return { areas };
}

/** What Composer loads for development only, and where it puts what it brings if that is kept under a name of its own. */
export function readComposer(text: string, folder: string): Saying {
  const manifest = objectIn(parseJson(text));
  const vendors = pathFrom(folder, stringIn(objectIn(manifest['config'])['vendor-dir']) ?? 'vendor') ?? '';
  const brought = [...Object.keys(objectIn(manifest['require'])), ...Object.keys(objectIn(manifest['require-dev']))]
    .filter((name) => /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(name))
    .map((name): Area => ({ path: vendors === '' ? name : `${vendors}/${name}`, role: 'vendored' }));
  const loaded = pathsIn(manifest['autoload'], folder);
  const areas = pathsIn(manifest['autoload-dev'], folder).flatMap((path): Area[] => {
    const isProduct = path === folder || loaded.some((one) => one === path || one.startsWith(`${path}/`));
    return isProduct ? [] : [{ path, role: 'test' }];
  });
  return { areas: [...areas, ...brought] };
}

function pathsIn(autoload: unknown, folder: string): string[] {
  const rules = objectIn(autoload);
  const listed = [...Object.values(objectIn(rules['psr-4'])), ...Object.values(objectIn(rules['psr-0']))];
  return [...listed.flatMap(stringsIn), ...stringsIn(rules['classmap']), ...stringsIn(rules['files'])].flatMap(
    (path) => pathFrom(folder, path) ?? [],
  );
}

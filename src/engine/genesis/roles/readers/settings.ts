import { objectIn, parseJson, parseToml, stringsIn } from '../../analyzers/code/moduleConfig/plainJson';
import { type Area, pathFrom, type Saying } from '../project';

/** Folders in which pytest looks for tests. */
export function readPyproject(text: string, folder: string): Saying {
  const pytest = objectIn(objectIn(objectIn(parseToml(text))['tool'])['pytest']);
  const options = objectIn(pytest['ini_options']);
  return testPaths(stringsIn(options['testpaths'] ?? pytest['testpaths']), folder);
}

const section = /^\[(?:tool:)?pytest\][ \t]{0,20}\n((?:[^[\n][^\n]{0,500}\n|\n){0,200})/m;

/** The same from `pytest.ini`, `tox.ini` and `setup.cfg`. */
export function readPytestSettings(text: string, folder: string): Saying {
  const own = `${section.exec(`${text.replaceAll('\r', '')}\n`)?.[1] ?? ''}\n`;
  const value = /^testpaths[ \t]{0,20}=([^\n]{0,500}(?:\n[ \t]{1,20}[^\n]{1,200}){0,50})/m.exec(own)?.[1] ?? '';
  return testPaths(value.split(/\s+/), folder);
}

/** Where Playwright looks for its tests. */
export function readPlaywrightSettings(text: string, folder: string): Saying {
  const found = [...text.matchAll(/\btestDir:[ \t]{0,4}["'`]([\w./-]{1,200})["'`]/g)].map((match) => match[1] ?? '');
  return testPaths(found, folder);
}

function testPaths(paths: readonly string[], folder: string): Saying {
  const areas = paths.flatMap((path): Area[] => {
    const area = /[*$<{]/.test(path) ? undefined : pathFrom(folder, path);
    return area === undefined || area === folder ? [] : [{ path: area, role: 'test', ifNamedTests: true }];
  });
  return { areas };
}

/** What Composer loads for development only. */
export function readComposer(text: string, folder: string): Saying {
  const manifest = objectIn(parseJson(text));
  const loaded = pathsIn(manifest['autoload'], folder);
  const areas = pathsIn(manifest['autoload-dev'], folder).flatMap((path): Area[] => {
    const isProduct = path === folder || loaded.some((one) => one === path || one.startsWith(`${path}/`));
    return isProduct ? [] : [{ path, role: 'test' }];
  });
  return { areas };
}

function pathsIn(autoload: unknown, folder: string): string[] {
  const rules = objectIn(autoload);
  const listed = [...Object.values(objectIn(rules['psr-4'])), ...Object.values(objectIn(rules['psr-0']))];
  return [...listed.flatMap(stringsIn), ...stringsIn(rules['classmap']), ...stringsIn(rules['files'])].flatMap(
    (path) => pathFrom(folder, path) ?? [],
  );
}

import type { PythonProject } from '../../../facts/moduleConfig';
import { objectIn, parseToml, stringIn, stringsIn } from './plainJson';

function project(folders: readonly (string | undefined)[]): PythonProject {
  const named = folders.filter((folder) => folder !== undefined && folder !== '' && folder !== '.');
  return { kind: 'python', sourceFolders: [...new Set(named)].filter((folder) => folder !== undefined) };
}

export function readPyproject(text: string): PythonProject {
  const tool = objectIn(objectIn(parseToml(text))['tool']);
  const setuptools = objectIn(tool['setuptools']);
  const find = objectIn(objectIn(setuptools['packages'])['find']);
  const packages = objectIn(tool['poetry'])['packages'];
  const poetry = Array.isArray(packages) ? packages.map((entry) => stringIn(objectIn(entry)['from'])) : [];
  const pytest = objectIn(objectIn(tool['pytest'])['ini_options']);
  return project([
    ...stringsIn(find['where']),
    ...Object.values(objectIn(setuptools['package-dir'])).map(stringIn),
    ...poetry,
    ...stringsIn(pytest['pythonpath']),
  ]);
}

/** `package_dir={"": "src"}` and `find_packages("src")`, as they are usually written. */
export function readSetupPy(text: string): PythonProject {
  const folder = /package_dir\s*=\s*\{\s*['"]['"]\s*:\s*['"]([\w./-]+)['"]/.exec(text)?.[1];
  const found = /find_packages\(\s*(?:where\s*=\s*)?['"]([\w./-]+)['"]/.exec(text)?.[1];
  return project([folder, found]);
}

export function readSetupCfg(text: string): PythonProject {
  return project([
    /^package_dir\s*=\s*\n?\s*=\s*([\w./-]+)/m.exec(text)?.[1],
    /^where\s*=\s*([\w./-]+)/m.exec(text)?.[1],
  ]);
}

import type { PythonProject } from '../../../facts/moduleConfig';
import { objectIn, parseToml, stringIn, stringsIn } from './plainJson';

function project(
  folders: readonly (string | undefined)[],
  name?: string,
  dependencies: readonly string[] = [],
): PythonProject {
  const named = folders.filter((folder) => folder !== undefined && folder !== '' && folder !== '.');
  return {
    kind: 'python',
    sourceFolders: [...new Set(named)].filter((folder) => folder !== undefined),
    ...(name === undefined ? {} : { name: normalized(name) }),
    ...(name === undefined || name === normalized(name) ? {} : { spelled: name }),
    dependencies: dependencies.map(normalized),
  };
}

/** PyPI's rule: `Foo_Bar.baz` and `foo-bar-baz` are one name. A requirement ends where its version begins. */
function normalized(requirement: string): string {
  return (/^\s*[\w.-]+/.exec(requirement)?.[0] ?? '')
    .trim()
    .toLowerCase()
    .replace(/[-_.]+/g, '-');
}

export function readPyproject(text: string): PythonProject {
  const file = objectIn(parseToml(text));
  const tool = objectIn(file['tool']);
  const own = objectIn(file['project']);
  const poetryTool = objectIn(tool['poetry']);
  const setuptools = objectIn(tool['setuptools']);
  const find = objectIn(objectIn(setuptools['packages'])['find']);
  const packages = poetryTool['packages'];
  const poetry = Array.isArray(packages) ? packages.map((entry) => stringIn(objectIn(entry)['from'])) : [];
  const pytest = objectIn(objectIn(tool['pytest'])['ini_options']);
  const folders = [
    ...stringsIn(find['where']),
    ...Object.values(objectIn(setuptools['package-dir'])).map(stringIn),
    ...poetry,
    ...stringsIn(pytest['pythonpath']),
  ];
  // What `dynamic` leaves out may stand in the settings of the hook that fills it in.
  const hooks = objectIn(objectIn(objectIn(tool['hatch'])['metadata'])['hooks']);
  const dependencies = [
    ...stringsIn(own['dependencies']),
    ...Object.values(hooks).flatMap((hook) => stringsIn(objectIn(hook)['dependencies'])),
    ...Object.keys(objectIn(poetryTool['dependencies'])),
  ];
  return project(folders, stringIn(own['name']) ?? stringIn(poetryTool['name']), dependencies);
}

const packers =
  /^[ \t]{0,20}(?:from|import)[ \t]{1,9}[^\n#]{0,200}\b(?:setuptools|distutils|skbuild|cx_Freeze|py2exe|torch\.utils\.cpp_extension)\b/m;

/** `setup(name='shop', …)`: a name that is worked out is not known. */
const nameGiven =
  /\bsetup\s{0,9}\((?:[^()\n]{0,400}\n){0,3}?[^()\n]{0,200}?\bname\s{0,3}=\s{0,3}['"]([\w.-]{1,100})['"]/;

/** `package_dir={"": "src"}` and `find_packages("src")`, as they are usually written. */
export function readSetupPy(text: string): PythonProject | undefined {
  // Any module may be called so, and may have a function `setup`; one that packs something takes that from what packs.
  if (!/\bsetup\s{0,9}\(/.test(text) || !packers.test(text)) return undefined;
  const folder = /package_dir\s*=\s*\{\s*['"]['"]\s*:\s*['"]([\w./-]+)['"]/.exec(text)?.[1];
  const found = /find_packages\(\s*(?:where\s*=\s*)?['"]([\w./-]+)['"]/.exec(text)?.[1];
  return project([folder, found], nameGiven.exec(text)?.[1]);
}

export function readSetupCfg(text: string): PythonProject {
  return project([/^package_dir\s*=\s*=\s*([\w./-]+)/m.exec(text)?.[1], /^where\s*=\s*([\w./-]+)/m.exec(text)?.[1]]);
}

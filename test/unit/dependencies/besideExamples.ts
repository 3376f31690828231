import { npmLock, type Project } from './project';

/** What lies beside the product, beside its lock file or beside its list, and what is said of it. */
export const besideExamples: readonly Project[] = [
  {
    what: 'takes the lock file of the tool that the manifest names',
    files: {
      'package.json':
        '{"name": "app", "private": true, "packageManager": "pnpm@9.1.0", "dependencies": {\n"a": "1.0.0"}}',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\npackages:\n  a@1.0.0:\n    resolution: {integrity: x}\n",
      'yarn.lock': 'a@1.0.0:\n  version "1.0.0"\n',
    },
    says: ['overview: 1 direct dependency found in package.json, locked by pnpm-lock.yaml'],
  },
  {
    what: 'takes what pipenv locks for the versions of a package only where its file installs that',
    files: {
      'pyproject.toml': '[project]\nname = "kit"\ndependencies = [\n"a>=1"]\n',
      Pipfile: '[dev-packages]\nb = "*"\n',
      'Pipfile.lock': '{"default": {}, "develop": {"b": {"version": "==1.0"}}}',
      'web/pyproject.toml': '[project]\nname = "web"\ndependencies = [\n"a>=1"]\n',
      'web/Pipfile': '[packages]\nweb = {editable = true, path = "."}\n',
      'web/Pipfile.lock': '{"default": {"a": {"version": "==1.0"}}, "develop": {}}',
    },
    says: ['overview: 1 direct dependency found in pyproject.toml, 1 in web/pyproject.toml, 1 in Pipfile'],
    locks: ['Pipfile.lock', '', 'web/Pipfile.lock'],
  },
  {
    what: 'takes what lists for developers have in common for such a list, and tells it behind the package',
    files: {
      'pyproject.toml': '[project]\nname = "kit"\ndependencies = [\n"numpy",\n"rich"]\n',
      'requirements-common.txt': 'numpy\nrich\npytest\nruff\n',
      'requirements-gpu.txt': 'torch\n-r requirements-common.txt\n',
    },
    says: [
      'overview: 2 direct dependencies found in pyproject.toml, 4 in requirements-common.txt, 1 in requirements-gpu.txt',
    ],
    tells: [/`requirements-common\.txt` \| 4 \| 2 \|/],
  },
  {
    what: 'tells what builds the product behind what it runs with',
    files: {
      'app/Cargo.toml': '[package]\nname = "app"\n[dependencies]\nserde = "1"\n',
      'build/runner/Cargo.toml': '[package]\nname = "runner"\n[dependencies]\nserde = "1"\nregex = "1"\n',
    },
    says: ['overview: 1 direct dependency found in app/Cargo.toml, 2 in build/runner/Cargo.toml'],
  },
  {
    what: 'says nothing of a weakness of a branch, whose newest state nobody knows here',
    files: {
      'composer.json': '{"name": "cups/app", "require": {\n"twig/twig": "3.x-dev"}}',
      'composer.lock': '{"packages": [\n{"name": "twig/twig",\n"version": "3.x-dev"}], "packages-dev": []}',
    },
    says: ['overview: 1 direct dependency found in composer.json, locked by composer.lock'],
    silent: ['notorious-version'],
  },
  {
    what: 'calls nothing undeclared that the page of WordPress has',
    files: {
      'package.json':
        '{"name": "app", "private": true, "dependencies": {"x": "1.0.0"}, "devDependencies": {\n"@wordpress/scripts": "1.0.0"}}',
      'package-lock.json': npmLock({
        '@wordpress/scripts': { version: '1.0.0' },
        '@wordpress/element': { version: '1.0.0' },
      }),
      'src/a.js': "import { render } from '@wordpress/element';\nimport 'x';\n",
    },
    says: [],
    silent: ['undeclared'],
  },
];

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
    what: 'tells of direct dependencies that the lock file of Composer marks as abandoned',
    files: {
      'composer.json':
        '{"name": "a/app",\n"require": {"x/bus": "^1.0", "x/pots": "^1.0", "x/tea": "^1.0"},\n"require-dev": {"fzaninotto/faker": "^1.8"}}',
      'composer.lock':
        '{"packages": [\n{"name": "x/bus",\n"version": "1.0.0",\n"abandoned": true},\n{"name": "x/pots",\n"version": "1.0.0",\n"abandoned": "y/pots"},\n{"name": "x/tea", "version": "1.0.0", "abandoned": false},\n{"name": "z/deep", "version": "1.0.0", "abandoned": true}], "packages-dev": [\n{"name": "fzaninotto/faker", "version": "1.9.2", "abandoned": true}]}',
    },
    says: ['unmaintained: Direct dependencies that are no longer maintained: x/bus, x/pots and fzaninotto/faker'],
    tells: [/`x\/bus`: marked as abandoned in `composer\.lock`\n/, /`x\/pots`: [^\n]+; now `y\/pots`\n/],
  },
  {
    what: 'counts what extras of a package name as well, from a table with a name of its own',
    files: {
      'setup.py':
        'from setuptools import setup\nNEEDS = ["httpx"]\nMORE = {\n  "web": ["flask"],\n}\nsetup(name="cups", install_requires=NEEDS, extras_require=MORE)\n',
      'requirements.txt': 'httpx\nflask\nblack\n',
    },
    says: ['unpinned: 2 runtime dependencies in requirements.txt name no version'],
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
  {
    what: 'takes a list beside the one that says the exact versions of its packages for held',
    files: {
      'base_requirements.txt': '# https://cups.example/\ndjango\nredis\npillow\nrequests\n',
      'requirements.txt': 'django==5.2.1\nredis==5.0.0\npillow==11.0.0\nrequests==2.32.0\n',
      'cups/a.py': 'import django\n',
    },
    says: [],
    silent: ['unpinned'],
  },
  {
    what: 'says nothing of versions of scripts beside a program in another language',
    files: {
      'requirements.txt': 'locust\nwebsocket-client\n',
      'load/a.py': 'import locust\n',
      'Sources/App/main.swift': 'print("cups")\n'.repeat(60),
    },
    says: [],
    silent: ['unpinned'],
  },
  {
    what: 'takes a list that takes gems of the repository from their folders for that of its developers',
    files: {
      Gemfile:
        "source 'https://rubygems.org'\ngem 'cups-api', path: File.expand_path('../cups-api', __FILE__), require: false\ngem 'rake'\ngem 'pry'\n",
      'cups-api/cups-api.gemspec':
        "Gem::Specification.new do |s|\n  s.name = 'cups-api'\n  s.add_dependency 'rack', '>= 2'\nend\n",
      'cups-api/lib/a.rb': 'class A\nend\n',
    },
    says: ['overview: 1 direct dependency found in cups-api/cups-api.gemspec, 2 in Gemfile'],
    silent: ['unpinned'],
  },
];

import type { Example } from './technologyExamples';

/** What else is said. */
export const findingExamples: readonly Example[] = [
  {
    what: 'settings name the engine; a commented line and a mere scheme in code do not',
    files: {
      'composer.json': '{"require": {"laravel/framework": "5.5.*"}}',
      '.env.example': 'DB_CONNECTION=mysql\n# OTHER=postgres://x\n',
      'config/database.php':
        "<?php return ['connections' => ['sqlite' => ['driver' => 'sqlite'], 'pgsql' => ['driver' => 'pgsql']]];\n",
      'app/Url.php': "<?php function f($u) { return str_starts_with($u, 'mongodb://'); }\n",
    },
    has: ['Laravel 5.5.*', 'MySQL'],
    hasNot: ['SQLite', 'PostgreSQL', 'MongoDB'],
    says: ['Laravel 5.5.* has had no free security fixes since 2020-08'],
  },
  {
    what: 'the locked version before the declared one, and evidence for each package',
    files: {
      'package.json': '{"private": true, "workspaces": ["web", "api"]}',
      'web/package.json': '{"name": "web", "dependencies": {"react": "^18.0.0", "next": "14.0.0"}}',
      'api/package.json': '{"name": "api", "dependencies": {"@nestjs/core": "^10.0.0"}}',
      'package-lock.json':
        '{"packages": {"node_modules/react": {"version": "18.3.1"}, "node_modules/@nestjs/core": {"version": "10.4.0"}}}',
    },
    has: ['React 18.3.1', 'NestJS 10.4.0', 'Next.js 14.0.0'],
    says: ['Frameworks by package: api asks for NestJS, web asks for Next.js'],
  },
  {
    what: 'long folders are called by their last part, and what is no version asks for nothing',
    files: {
      'package.json':
        '{"private": true, "workspaces": ["a/*/*"], "engines": {"yarn": "no longer used, take npm instead"}}',
      [`a/${'long-'.repeat(9)}x/web/package.json`]: '{"name": "web", "dependencies": {"next": "14.0.0"}}',
      [`a/${'long-'.repeat(9)}x/api/package.json`]: '{"name": "api", "dependencies": {"@nestjs/core": "10.0.0"}}',
    },
    has: ['Next.js 14.0.0', 'NestJS 10.0.0'],
    hasNot: ['Yarn'],
    says: ['Frameworks by package: api asks for NestJS, web asks for Next.js'],
  },
  {
    what: 'of several packages tells the one with most code first',
    files: {
      'web/src/one.ts': 'export const one = 1;\n',
      'web/src/two.ts': 'export const two = 2;\n',
      'package.json': '{"private": true, "workspaces": ["web", "api"]}',
      'web/package.json': '{"name": "web", "dependencies": {"react": "^18.0.0", "next": "14.0.0"}}',
      'api/package.json': '{"name": "api", "dependencies": {"@nestjs/core": "^10.0.0"}}',
      'package-lock.json':
        '{"packages": {"node_modules/react": {"version": "18.3.1"}, "node_modules/@nestjs/core": {"version": "10.4.0"}}}',
    },
    has: ['React 18.3.1', 'NestJS 10.4.0', 'Next.js 14.0.0'],
    says: ['Frameworks by package: web asks for Next.js, api asks for NestJS'],
  },
  {
    what: 'packages that are all built with the same are told nowhere',
    files: {
      'package.json': '{"private": true, "workspaces": ["a", "b"]}',
      'a/package.json': '{"name": "a", "dependencies": {"@nestjs/core": "^10.0.0", "react": "18.0.0"}}',
      'b/package.json': '{"name": "b", "dependencies": {"@nestjs/core": "^10.0.0"}}',
    },
    has: ['NestJS 10.0.0'],
    says: [],
    saysNot: /Frameworks by package/,
  },
  {
    what: 'the tests of the main language are told, not those of a part',
    files: {
      'pubspec.yaml': 'name: frog\ndependencies:\n  shelf: ^1.0.0\ndev_dependencies:\n  test: ^1.19.2\n',
      'lib/a.dart': `${'void f() {}\n'.repeat(40)}`,
      'extensions/code/package.json': '{"name": "code", "devDependencies": {"mocha": "11.0.0"}}',
      'extensions/code/a.ts': "import 'mocha';\n",
    },
    has: ['Mocha 11.0.0'],
    saysNot: /Mocha/,
  },
  {
    what: 'runtimes by their version files and images',
    files: {
      '.nvmrc': 'v20.11.0\n',
      '.python-version': '3.8.10\n',
      'a.py': 'x = 1\n',
      Dockerfile: 'FROM node:12-alpine AS build\nFROM build\n',
    },
    has: ['Python 3.8.10', 'Docker'],
    says: [
      'Node.js 12 and 20.11.0 have had no free security fixes since 2026-04 or earlier',
      'Python 3.8.10 has had no free security fixes since 2024-10',
    ],
  },
];

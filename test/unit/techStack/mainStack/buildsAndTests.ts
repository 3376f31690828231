import type { TextExample } from './textExample';

/** What is said of builds, of tests, and of what serves them. */
export const buildsAndTestsExamples: readonly TextExample[] = [
  {
    what: 'what a project within the data of tests is tested with says nothing of the whole',
    files: {
      'package.yaml': 'name: cups\nlibrary:\n  source-dirs: src\ntests:\n  unit:\n    dependencies:\n      - hspec\n',
      'src/Cups.hs': 'module Cups where\n',
      'tests/unit/CupsSpec.hs': 'module CupsSpec where\n',
      'tests/integration/tests/a/files/tea/tea.cabal': 'name: tea\ntest-suite all\n  build-depends: tasty\n',
      'tests/integration/tests/a/files/tea/Tea.hs': 'module Tea where\n',
    },
    has: ['Hspec'],
    contains: 'Hspec (`package.yaml:7`)',
    containsNot: 'tasty',
  },
  {
    what: 'stories of Cucumber stand beside the tests of RSpec',
    files: {
      Gemfile: "gem 'rails', '8.0.0'\ngem 'cucumber-rails', '3.0.0'\ngem 'rspec-rails', '7.0.0'\n",
      'app/models/cup.rb': 'class Cup < ApplicationRecord\nend\n',
      'spec/models/cup_spec.rb': 'RSpec.describe Cup do\nend\n',
      'spec/models/tea_spec.rb': 'RSpec.describe Tea do\nend\n',
      'features/wash.feature': 'Feature: Wash\n',
    },
    has: ['Cucumber', 'RSpec'],
    says: ['Built with Ruby on Rails 8.0.0 on Ruby, tested with RSpec'],
    contains: 'Cucumber (`Gemfile:2`)',
  },
  {
    what: 'tests may be called so in the plural, below a manifest that only says what modules they are',
    files: {
      'package.json': '{"name": "cups", "dependencies": {"react": "19.0.0"}, "devDependencies": {"jest": "30.4.2"}}',
      'src/a.tsx': "import React from 'react';\nexport const A = () => null;\n",
      'tests/package.json': '{"type": "module"}',
      'tests/unit/cups.tests.ts': 'test("cups", () => {});\n',
    },
    has: ['Jest 30.4.2'],
    says: ['Built with React 19.0.0 on TypeScript, tested with Jest'],
  },
  {
    what: 'tests of Django run by themselves where nothing brings pytest to them',
    files: {
      'requirements.txt': 'django==5.2\npytest==8.0\n',
      'shop/views.py': 'import django\n',
      'shop/tests/test_a.py': 'from django.test import TestCase\n',
      'shop/tests/test_b.py': 'from django.test import TestCase\n',
      'e2e/test_c.py': 'import pytest\n',
    },
    has: ['Django 5.2'],
    says: ['Built with Django 5.2 on Python'],
    saysNot: /tested with/,
  },
  {
    what: 'what a program builds itself with is no language beside its own, unless there is next to nothing else',
    files: {
      'src/Cup.cs': `class Cup {\n${'  void Wash() { }\n'.repeat(30)}}\n`,
      'eng/build.sh': 'echo cups\n'.repeat(30),
    },
    has: ['C#'],
    says: ['Written in C#'],
    saysNot: /Shell/,
  },
  {
    what: 'a plugin of the build of sbt is of the whole, and the core of a library makes no server',
    files: {
      'project/plugins.sbt': 'addSbtPlugin("org.playframework" % "sbt-plugin" % "3.0.10")\n',
      'build.sbt':
        'lazy val api = project.settings(libraryDependencies += "org.http4s" %% "http4s-core" % "0.23.17")\n',
      'api/app/Shop.scala': 'package shop\n\nobject Shop {}\n',
      'api/conf/routes': 'GET /cups Shop.cups\n',
    },
    has: ['Play Framework 3.0.10'],
    hasNot: ['http4s'],
    says: ['Built with Play Framework 3.0.10 on Scala'],
    saysNot: /by package/,
  },
  {
    what: 'what ties pages to a server is no framework beside theirs, and an image for development runs nothing',
    files: {
      'composer.json':
        '{"require": {"php": "^8.3", "laravel/framework": "13.8.0", "inertiajs/inertia-laravel": "2.0.1"}}',
      'package.json': '{"devDependencies": {"@inertiajs/vue3": "2.0.1", "vue": "3.5.34"}}',
      'app/Http/Cups.php': '<?php\nclass Cups {}\n',
      'resources/js/app.js': "import { createApp } from 'vue';\nimport { x } from '@inertiajs/vue3';\ncreateApp(x);\n",
      'resources/js/Cup.vue': '<template><p/></template>\n<script setup>\n</script>\n',
      'resources/js/Tea.vue': '<template><p/></template>\n<script setup>\n</script>\n',
      'dev.Dockerfile': 'FROM node:24\n',
    },
    has: ['Vue 3.5.34'],
    says: ['Built with Laravel 13.8.0 and Vue 3.5.34 on '],
    containsNot: 'Node.js',
  },
  {
    what: 'what tests settings is no language that they are written in',
    files: {
      'docker-compose.yml': 'services:\n  shop:\n    image: shop\n',
      '.github/tests/default.sh': 'docker compose up\n',
    },
    has: ['Docker Compose'],
    saysNot: /Written/,
  },
  {
    what: 'a group of Python that a deployment installs is of the product, one for its maintenance is not',
    files: {
      'pyproject.toml':
        '[project]\nname = "shop"\nrequires-python = ">=3.12"\ndependencies = []\n[dependency-groups]\nweb = ["fastapi==0.115.0"]\nmaintenance = ["jinja2==3.1.6"]\n',
      'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n',
      'tasks/changelog.py': 'import jinja2\n\njinja2.Template("x")\n',
    },
    has: ['FastAPI 0.115.0'],
    hasNot: ['Jinja', 'Jinja 3.1.6'],
    says: ['Built with FastAPI 0.115.0 on Python >=3.12'],
  },
  {
    what: 'a library of Python is not built with what it is tested with, though it knows it',
    files: {
      'pyproject.toml':
        '[project]\nname = "fire"\nrequires-python = ">=3.10"\ndependencies = ["rich"]\n[dependency-groups]\ndev = ["fastapi>=0.141", "pytest"]\n[build-system]\nrequires = ["hatchling"]\n',
      'fire/main.py': 'import rich\n\nrich.print(1)\n',
      'fire/integrations/fastapi.py': 'from fastapi import FastAPI\n\ndef instrument(app: FastAPI): ...\n',
    },
    has: ['Python >=3.10'],
    says: ['Written in Python >=3.10'],
    saysNot: /FastAPI/,
  },
  {
    what: 'what a program for tests is built with is no part of the product, and its build no language of it',
    files: {
      'src/Shop.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup><TargetFrameworks>net8.0;net9.0</TargetFrameworks></PropertyGroup>\n</Project>\n',
      'src/Cup.cs': 'namespace Shop;\npublic class Cup { public int Size => 2; }\n',
      'src/Plate.cs': 'namespace Shop;\npublic class Plate { public int Size => 20; }\n',
      'try/Shop.ManualTest.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web">\n<ItemGroup><ProjectReference Include="..\\src\\Shop.csproj" /></ItemGroup>\n</Project>\n',
      'try/Program.cs': 'var cup = new Shop.Cup();\n',
      'build.cake': `// Builds.\n${'Task("cups");\n'.repeat(40)}`,
    },
    has: ['C#', '.NET 8.0, 9.0'],
    hasNot: ['ASP.NET Core'],
    says: ['Written in C#'],
  },
  {
    what: 'what a program of the build asks for says nothing of where the product asks for it',
    files: {
      'build/_build.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup><PackageReference Include="Nuke.Common" Version="7.0.6" /><PackageReference Include="Dapper" Version="2.1.0" /></ItemGroup>\n</Project>\n',
      'build/Build.cs': 'class Build { }\n',
      'src/app/Shop/Shop.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web">\n<ItemGroup><PackageReference Include="Dapper" Version="2.1.0" /><PackageReference Include="System.Data.SqlClient" Version="4.8.6" /></ItemGroup>\n</Project>\n',
      'src/app/Shop/Program.cs': 'namespace Shop;\npublic class Program { public static void Main() { } }\n',
    },
    has: ['ASP.NET Core', 'C#', 'Dapper 2.1.0'],
    says: ['Built with ASP.NET Core on C#, data in SQL Server through Dapper'],
    containsNot: 'Dapper 2.1.0 (`build/',
  },
  {
    what: 'what a build can be made without does not shape it',
    files: {
      'Cargo.toml': '[package]\nname = "mux"\n[dependencies]\naxum = { version = "0.8.4", optional = true }\n',
      'src/main.rs': 'use axum::Router;\nfn main() {}\n',
    },
    has: ['Axum 0.8.4'],
    says: ['Written in Rust'],
    saysNot: /Axum/,
  },
  {
    what: 'tested with what runs most test files, not with what is asked for first',
    files: {
      'package.json':
        '{"dependencies": {"express": "4.20.0"}, "devDependencies": {"cypress": "13.7.0", "vitest": "1.0.0"}}',
      'src/a.js': "import express from 'express';\n",
      'cypress/tests/a.spec.js': 'it();\n',
      'cypress/tests/b.spec.js': 'it();\n',
      'src/a.test.js': "import { it } from 'vitest';\n",
    },
    has: ['Vitest 1.0.0', 'Cypress 13.7.0'],
    says: ['Built with Express 4.20.0 on JavaScript, tested with Cypress'],
  },
  {
    what: 'the pages of a router with a build of its own beside the server of the same package',
    files: {
      'package.json':
        '{"dependencies": {"hono": "4.0.0", "react": "19.0.0", "react-router": "7.0.0"}, "devDependencies": {"@react-router/dev": "7.0.0"}}',
      'server/main.ts': "import { Hono } from 'hono';\n",
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, n) => [
          `app/p${n}.tsx`,
          "import 'react';\nimport { Link } from 'react-router';\n",
        ]),
      ),
    },
    has: ['Hono 4.0.0', 'React Router 7.0.0'],
    says: ['Built with React Router 7.0.0 and Hono 4.0.0 on TypeScript'],
  },
  {
    what: 'the router with its build plugin leads, not what it was called before',
    files: {
      'package.json':
        '{"dependencies": {"@remix-run/server-runtime": "2.17.4", "react": "19.0.0", "react-router": "7.16.0"}, "devDependencies": {"@react-router/dev": "7.16.0"}}',
      'app/root.tsx': "import { Outlet } from 'react-router';\nimport 'react';\n",
    },
    has: ['React Router 7.16.0'],
    says: ['Built with React Router 7.16.0 on TypeScript'],
  },
];

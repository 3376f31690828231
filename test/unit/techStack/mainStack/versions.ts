import type { TextExample } from './textExample';

/** Which versions are said. */
export const versionsExamples: readonly TextExample[] = [
  {
    what: 'a library that one file imports shapes nothing, and of versions to choose from all are told',
    files: {
      'pyproject.toml': '[project]\nname = "a"\nrequires-python = ">=3.10"\ndependencies = ["aiohttp>=3.13"]\n',
      'a/one.py': 'import aiohttp\n',
      'a/two.py': 'x = 1\n',
    },
    has: ['aiohttp >=3.13'],
    says: ['Written in Python >=3.10'],
  },
  {
    what: 'the caret of a language stands as it is written, and is no version that has ended',
    files: {
      'composer.json': '{"name": "a/cups", "require": {"php": "^8.0.2"}}',
      'src/Cup.php': '<?php\nclass Cup {}\n',
    },
    has: ['PHP ^8.0.2'],
    says: ['Written in PHP ^8.0.2'],
    saysNot: /has had no free/,
  },
  {
    what: 'a library runs on more than what those who work on it have installed',
    files: {
      'setup.py':
        'from setuptools import setup\nsetup(\n    name="cups",\n    version="1.0",\n    python_requires=">=3.6",\n)\n',
      '.python-version': '3.14\n',
      'cups/a.py': 'cup = 1\n',
    },
    has: ['Python >=3.6'],
    says: ['Written in Python >=3.6'],
  },
  {
    what: 'the caret of a framework stands as it is written',
    files: {
      'pubspec.yaml':
        'name: cups\nenvironment:\n  sdk: ^3.8.1\n  flutter: ^3.32.0\ndependencies:\n  flutter:\n    sdk: flutter\n',
      'lib/main.dart': "import 'package:flutter/material.dart';\nvoid main() {}\n",
    },
    has: ['Flutter ^3.32.0'],
    says: ['Built with Flutter ^3.32.0 on Dart ^3.8.1'],
  },
  {
    what: 'what pins a framework says more than its least version',
    files: {
      'pubspec.yaml':
        'name: cups\nenvironment:\n  sdk: ^3.8.1\n  flutter: ^3.32.0\ndependencies:\n  flutter:\n    sdk: flutter\n',
      '.fvmrc': '{\n  "flutter": "3.32.4"\n}\n',
      'lib/main.dart': "import 'package:flutter/material.dart';\nvoid main() {}\n",
    },
    has: ['Flutter 3.32.4'],
    says: ['Built with Flutter 3.32.4 on Dart ^3.8.1'],
  },
  {
    what: 'a framework is named where its own manifest names it',
    files: { 'package.json': '{\n  "name": "express",\n  "version": "5.0.0"\n}', 'lib/a.js': 'module.exports = 1;\n' },
    has: ['Express 5.0.0'],
    says: ['The source of Express, written in JavaScript'],
    contains: '`package.json:2`',
  },
  {
    what: 'a gem is built with what its own manifest asks for, not with what those who work on it try it with',
    files: {
      'cups.gemspec': "Gem::Specification.new do |s|\n  s.name = 'cups'\n  s.add_dependency 'rack', '>= 2'\nend\n",
      Gemfile: "source 'https://rubygems.org'\ngemspec\ngem 'rails', '8.0.1'\ngem 'mongoid'\n",
      'lib/cups.rb': 'module Cups\nend\n',
      'lib/cups/one.rb': 'module Cups\nend\n',
    },
    has: ['Ruby'],
    says: ['Written in Ruby'],
  },
  {
    what: 'the plugin of a build has a version of its own, unless it sets that of the libraries',
    files: {
      'build.gradle.kts': 'plugins {\n  id("org.springframework.boot") version "3.1.0" apply false\n}\n',
      'server/build.gradle.kts':
        'plugins {\n  java\n}\napply(plugin = "org.springframework.boot")\ndependencies {\n  implementation(libs.boot)\n}\n',
      'server/src/main/java/Shop.java': 'import org.springframework.boot.SpringApplication;\nclass Shop {}\n',
    },
    has: ['Spring Boot'],
    says: ['Built with Spring Boot on Java'],
    saysNot: /3\.1/,
  },
  {
    what: 'the version of a language is cited where a workspace says it',
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["cups"]\n\n[workspace.package]\nrust-version = "1.91"\n',
      'cups/Cargo.toml': '[package]\nname = "cups"\n',
      'cups/src/lib.rs': 'pub fn wash() {}\n',
    },
    has: ['Rust >=1.91'],
    says: ['Written in Rust >=1.91'],
    contains: '`Cargo.toml:5`',
  },
  {
    what: 'of two kinds of pages each is told with its part, and a manifest that asks for nothing is no package',
    files: {
      'go.mod': 'module shop\n\ngo 1.26.0\n\nrequire github.com/labstack/echo/v4 v4.13.4\n',
      'main.go': 'package main\n\nimport "github.com/labstack/echo/v4"\n\nvar e = echo.New()\n',
      'frontend/package.json': '{"name": "shop-web", "dependencies": {"vue": "2.7.16"}}',
      'frontend/src/App.vue': '<template><p/></template>\n<script>\n</script>\n',
      'frontend/src/Cup.vue': '<template><p/></template>\n<script>\n</script>\n',
      'mails/package.json': '{"name": "mails", "dependencies": {"react": "18.3.1"}}',
      'mails/src/Mail/package.json': '{"name": "Mail", "main": "./Mail.js"}',
      'mails/src/Mail/Mail.js': "import React from 'react';\nexport const Mail = () => <p />;\n",
      'mails/src/index.js': "import React from 'react';\nexport const x = () => <p />;\n",
    },
    has: ['Vue 2.7.16', 'React 18.3.1'],
    says: ['Built with Echo 4.13.4, React 18.3.1 (mails) and Vue 2.7.16 (frontend) on Go'],
  },
  {
    what: 'a version is told with the place that says it',
    files: {
      'api/package.json': '{"name": "api", "engines": {"node": ">=18.17"}, "dependencies": {"express": "4.22.1"}}',
      'api/server.js': "const express = require('express');\nexpress().listen(3);\n",
      Dockerfile: 'FROM node:24-alpine\n',
    },
    has: ['Node.js 24', 'Express 4.22.1'],
    says: ['Built with Express 4.22.1 on JavaScript'],
    contains: 'Node.js 24 (`Dockerfile:1`)',
  },
  {
    what: 'the caret of an SDK stands as it is written',
    files: {
      'pubspec.yaml': 'name: a\nenvironment:\n  sdk: ^3.8.1\ndependencies:\n  flutter:\n    sdk: flutter\n',
      'lib/main.dart': "import 'package:flutter/material.dart';\nvoid main() {}\n",
    },
    has: ['Dart ^3.8.1'],
    says: ['Built with Flutter on Dart ^3.8.1'],
  },
  {
    what: 'a version that no cited line shows is left out, and that of another package is none',
    files: {
      'pom.xml': `<project><properties>\n<quarkus.version>3.38.0</quarkus.version></properties><dependencies>\n<dependency><groupId>io.quarkus</groupId><artifactId>quarkus-arc</artifactId><version>\${quarkus.version}</version></dependency></dependencies></project>\n`,
      'src/main/java/A.java': 'class A {}\n',
      'ui/components.json': '{}',
      'ui/package.json': '{"dependencies": {"class-variance-authority": "0.7.1"}}',
    },
    has: ['shadcn/ui'],
    says: ['Built with Quarkus on Java'],
    saysNot: /3\.38/,
  },
  {
    what: 'what a build of sbt asks for leads with what draws its pages',
    files: {
      'build.sbt': 'libraryDependencies += "com.softwaremill.sttp.tapir" %% "tapir-core" % "1.0.0"\n',
      'backend/A.scala': `${'object A\n'.repeat(40)}`,
      'ui/package.json': '{"dependencies": {"react": "19.0.0", "vitest": "3.0.0"}}',
      'ui/a.ts': `${"import 'react';\n".repeat(40)}`,
    },
    has: ['React 19.0.0'],
    says: ['Built with Tapir 1.0.0 and React 19.0.0 (ui) on Scala and TypeScript'],
  },
  {
    what: 'what a site of documents in a folder of the web asks for leads nothing',
    files: {
      'package.json': '{"private": true, "workspaces": ["packages/*"]}',
      'packages/core/package.json': '{"name": "core", "dependencies": {"express": "4.21.0"}}',
      ...Object.fromEntries(
        Array.from({ length: 6 }, (_, n) => [`packages/core/src/f${n}.js`, "import express from 'express';\n"]),
      ),
      'www/apps/book/package.json': '{"name": "book", "dependencies": {"next": "14.0.0"}}',
      'www/apps/book/app/page.js': "import 'next';\n",
    },
    has: ['Express 4.21.0'],
    hasNot: ['Next.js'],
    says: ['Built with Express 4.21.0 on JavaScript'],
  },
  {
    what: 'tests of the library of Python are run by what the project asks for, and what serves with the pages is told',
    files: {
      'requirements.txt': 'Flask==2.3.3\nelasticsearch==7.17.0\npika==1.3.2\npytest==8.3.3\n',
      'cups/app.py': 'import flask\nimport pika\nfrom elasticsearch import Elasticsearch\n',
      'cups/api.py': 'import flask\n',
      'cups/tests/test_app.py': 'import unittest\n\nclass A(unittest.TestCase):\n    pass\n',
      'ui/package.json': '{"name": "ui", "dependencies": {"react": "17.0.2"}}',
      'ui/src/a.jsx': `import React from 'react';\n${'export const cup = 1;\n'.repeat(60)}`,
      'ui/src/b.jsx': "import React from 'react';\n",
    },
    has: ['Flask 2.3.3', 'React 17.0.2'],
    says: ['Built with Flask 2.3.3 and React 17.0.2 (ui) on Python and JavaScript, tested with pytest'],
    contains: 'RabbitMQ',
    saysNot: /unittest/,
  },
  {
    what: 'templates of a script for releases are no part of a library',
    files: {
      'package.json': '{"name": "cups", "devDependencies": {"handlebars": "4.7.8"}}',
      'bin/release.js': "import handlebars from 'handlebars';\n",
      'lib/a.js': 'export const cup = 1;\n',
    },
    has: ['Handlebars 4.7.8'],
    says: ['Written in JavaScript'],
    containsNot: 'Handlebars',
  },
  {
    what: 'what much of the code is written for, wherever the build asks for it',
    files: {
      'CMakeLists.txt': 'project(cups)\nadd_subdirectory(src)\n',
      'src/CMakeLists.txt': `find_package(\n  Qt\${QT_VERSION_MAJOR}\n  REQUIRED COMPONENTS Widgets)\n`,
      'src/main.cpp': '#include <QApplication>\nint main() { return 0; }\n',
      'src/cup.cpp': '#include "cup.h"\n\nint cups() { return 0; }\n',
    },
    has: ['Qt', 'C++'],
    says: ['Built with Qt on C++'],
  },
  {
    what: 'parts of which two manifests tell, each with what it asks for',
    files: {
      'api/build.gradle': "dependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}\n",
      'ui/build.gradle': "dependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n}\n",
      'ui/package.json': '{"name": "ui", "dependencies": {"react": "15.0.0"}}',
      'ui/src/cup.jsx': "import React from 'react';\n",
      ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`api/src/main/java/A${n}.java`, `class A${n} {}\n`])),
    },
    has: ['Spring Boot', 'React 15.0.0'],
    says: [
      'Built with Spring Boot on Java',
      'Frameworks by package: api asks for Spring Boot, ui asks for Spring Boot and React',
    ],
  },
  {
    what: 'what a demonstration beside a library asks for is cited from the library',
    files: {
      'src/Edit.Demo/Edit.Demo.csproj':
        '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Avalonia" Version="11.0.0" /><PackageReference Include="MQTTnet" Version="4.0.0" /></ItemGroup></Project>\n',
      'src/Edit.Demo/Resources/source.dockerfile': 'FROM a\n',
      'src/Edit/Edit.csproj':
        '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Serilog" Version="4.0.0" /></ItemGroup></Project>\n',
      'src/Edit/View.cs': 'class View {}\n',
    },
    has: ['Serilog 4.0.0'],
    hasNot: ['Avalonia'],
    says: ['Written in C#'],
  },
  {
    what: 'of a list and what was compiled from it the second says the version, and what draws most of the pages comes first',
    files: {
      'pip/requirements.in': 'django>=5.2,<5.3\n',
      'pip/requirements.txt': 'django==5.2.14\n    # via -r requirements.in\n',
      ...Object.fromEntries(
        [...'abcdefgh'].map((name) => [`shop/${name}.py`, 'from django.db import models\n'.repeat(9)]),
      ),
      'package.json': '{\n"dependencies": {\n"backbone": "1.6.1",\n"react": "18.3.1"\n}\n}\n',
      'web/old.js': "import Backbone from 'backbone';\n",
      ...Object.fromEntries([...'abcdefghij'].map((name) => [`web/${name}.jsx`, "import React from 'react';\n"])),
    },
    has: ['Django 5.2.14'],
    says: ['Built with Django 5.2.14 (pip) and React 18.3.1 on Python'],
  },
  {
    what: 'what .NET brings has no version of a package that stands in for it on older ones',
    files: {
      'src/Cups/Cups.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>\n<TargetFrameworks>netstandard2.0;net8.0</TargetFrameworks>\n</PropertyGroup>\n<ItemGroup>\n<FrameworkReference Include="Microsoft.AspNetCore.App" />\n</ItemGroup>\n<ItemGroup>\n<PackageReference Include="Microsoft.AspNetCore" Version="2.3.9" />\n</ItemGroup>\n</Project>\n',
      'src/Cups/Cups.cs': 'using Microsoft.AspNetCore.Builder;\nclass Cups {}\n',
    },
    has: ['ASP.NET Core'],
    says: ['Built with ASP.NET Core on C#'],
  },
  {
    what: 'the tests of the product show what they are run by, before those of an example',
    files: {
      'examples-Shop/Shop.Tests/Shop.Tests.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup>\n<PackageReference Include="xunit" Version="2.9.0" />\n</ItemGroup>\n</Project>\n',
      'src/Cups/Cups.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>\n',
      'src/Cups/Cups.cs': 'using Microsoft.AspNetCore.Builder;\nclass Cups {}\n',
      'test/all/of/Cups.Tests/Cups.Tests.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup>\n<PackageReference Include="xunit" Version="2.9.0" />\n</ItemGroup>\n</Project>\n',
      'test/all/of/Cups.Tests/CupsTests.cs': 'using Xunit;\nclass CupsTests { [Fact] void A() {} }\n',
    },
    has: ['xUnit.net 2.9.0'],
    contains: 'xUnit.net (`test/all/of/Cups.Tests/Cups.Tests.csproj:3`)',
  },
  {
    what: 'the project that a library is tried out with keeps data where it likes',
    files: {
      'pyproject.toml': '[project]\nname = "cups"\ndependencies = ["django>=5.0"]\n',
      'src/cups/models.py': 'from django.db import models\n',
      'src/cups/migrations/0001_initial.py': 'from django.db import migrations\n',
      'testproject/testproject/settings.py':
        'DATABASES = {\n    "default": {\n        "ENGINE": "django.db.backends.sqlite3",\n    }\n}\n',
    },
    has: ['Django >=5.0'],
    says: ['Built with Django >=5.0 on Python'],
  },
  {
    what: 'the range of a runtime is told as it is written, and the bench of a package keeps data where it likes',
    files: {
      'composer.json': '{"require": {"php": "^8.1", "livewire/livewire": "^3.2", "illuminate/database": "^10.0"}}',
      'src/Cups.php': '<?php\nuse Illuminate\\Database\\Eloquent\\Model;\nclass Cups {}\n',
      'workbench/.env.example': 'DB_CONNECTION=sqlite\n',
    },
    has: ['PHP ^8.1'],
    saysNot: /SQLite/,
  },
  {
    what: 'the range of Elixir as well',
    files: {
      'mix.exs':
        'defmodule Cups.MixProject do\n  use Mix.Project\n  def project do\n    [app: :cups, elixir: "~> 1.6", deps: []]\n  end\nend\n',
      'lib/cups.ex': 'defmodule Cups do\nend\n',
    },
    has: ['Elixir ~> 1.6'],
    says: ['Written in Elixir ~> 1.6'],
  },
];

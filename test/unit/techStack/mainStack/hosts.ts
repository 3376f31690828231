import type { TextExample } from './textExample';

const many = (count: number, path: (at: number) => string, text: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [path(at), text]));

/** What programs run inside, and what they are made with though no manifest says so. */
export const hostsExamples: readonly TextExample[] = [
  {
    what: 'what Play answers with leads nothing beside it',
    files: {
      'build.sbt': 'libraryDependencies += "com.typesafe.akka" %% "akka-http" % "10.2.9"\n',
      'project/plugins.sbt': 'addSbtPlugin("com.typesafe.play" % "sbt-plugin" % "2.8.20")\n',
      'app/A.scala': 'package a\nimport play.api.mvc._\nclass A\n',
    },
    has: ['Akka HTTP 10.2.9'],
    says: ['Built with Play Framework on Scala'],
  },
  {
    what: 'what a packer makes an app of leads beside its pages',
    files: {
      'package.json':
        '{\n"main": "src/main.js",\n"devDependencies": {\n"electron": "31.4.0",\n"electron-builder": "24.0.0",\n"react": "18.3.1"\n}\n}\n',
      'src/main.js': "import { app } from './electron';\n",
      'src/a.jsx': "import React from 'react';\nexport const A = () => <p />;\n",
    },
    has: ['Electron 31.4.0'],
    says: ['Built with Electron 31.4.0 and React 18.3.1 on JavaScript'],
  },
  {
    what: 'a package of Dart without code says nothing of the others',
    files: {
      'packages/melos/pubspec.yaml': 'name: melos\nenvironment:\n  sdk: ^3.9.0\ndependencies:\n  args: ^2.0.0\n',
      ...Object.fromEntries([...'abcdefghijkl'].map((name) => [`packages/melos/lib/${name}.dart`, 'int a() => 1;\n'])),
      'packages/check/pubspec.yaml': 'name: check\ndependencies:\n  flutter:\n    sdk: flutter\n',
    },
    has: ['Dart ^3.9.0'],
    saysNot: /Flutter/,
  },
  {
    what: 'scripts without a list of packages are made with what much of them import',
    files: {
      'train.py': 'import torch\nimport numpy as np\n',
      'model.py': 'import torch\nimport model_parts\n',
      'sample.py': 'import torch\nimport requests\n',
      ...many(4, (at) => `tools${at}.py`, 'import json\n'),
    },
    has: ['PyTorch'],
    hasNot: ['Requests', 'NumPy'],
    says: ['Built with PyTorch on Python'],
  },
  {
    what: 'a package of Swift is the source of what others ask for by the address of its repository',
    files: {
      'Package.swift': '// swift-tools-version:6.2\nlet package = Package(\n    name: "vapor",\n    targets: []\n)\n',
      '.swift-version': '6.4.x-snapshot-2026-08-01\n',
      'Sources/Vapor/Application.swift': 'struct Application {}\n',
    },
    has: ['Vapor'],
    says: ['The source of Vapor, written in Swift 6.2'],
  },
  {
    what: 'a command of Rust that shows pages by a server in one file is not built with it',
    files: {
      'Cargo.toml': '[package]\nname = "cups"\n[dependencies]\naxum = "0.8.8"\nclap = "4.5"\n',
      'src/serve.rs': 'use axum::Router;\n',
      ...many(80, (at) => `src/part${at}.rs`, 'pub fn cup() {}\n'),
      'src/main.rs': 'use clap::Parser;\nfn main() {}\n',
    },
    has: ['Axum 0.8.8'],
    says: ['Written in Rust'],
    saysNot: /Axum/,
  },
  {
    what: 'of two that draw the pages of one package the one that draws most of them leads',
    files: {
      'package.json': '{"dependencies": {"angular": "1.8.2", "react": "17.0.2"}}',
      ...many(12, (at) => `app/View${at}.tsx`, "import React from 'react';\nexport const V = () => null;\n"),
      'app/old.controller.js': "import angular from 'angular';\nangular.module('a');\n",
    },
    has: ['AngularJS 1.8.2', 'React 17.0.2'],
    says: ['Built with React 17.0.2 on '],
    saysNot: /Built with[^.]*AngularJS/,
  },
  {
    what: 'an extension of an editor is built with the API of that editor',
    files: {
      'package.json': '{"name": "cups", "engines": {"vscode": "^1.91.0"}, "main": "out/main.js"}',
      'src/main.ts': "import * as vscode from 'vscode';\nexport function activate() {}\n",
    },
    has: ['VS Code extension API ^1.91.0'],
    says: ['Built with VS Code extension API ^1.91.0 on TypeScript'],
  },
  {
    what: 'an extension of a browser is built with the API of browsers',
    files: {
      'platform/firefox/manifest.json': '{\n  "manifest_version": 2,\n  "name": "cups"\n}\n',
      'src/js/background.js': 'chrome.tabs.query({}, () => 1);\n',
    },
    has: ['WebExtensions API'],
    says: ['Built with WebExtensions API on JavaScript'],
  },
  {
    what: 'an extension of a browser beside a larger whole is a part of it',
    files: {
      'app/package.json': '{"dependencies": {"react": "19.0.0"}}',
      ...many(12, (at) => `app/src/View${at}.tsx`, "import React from 'react';\nexport const V = () => null;\n"),
      'tries/clipper/package.json': '{"name": "clipper", "dependencies": {"zod": "4.0.0"}}',
      'tries/clipper/static/manifest.json': '{\n  "manifest_version": 3,\n  "name": "clipper"\n}\n',
      'tries/clipper/src/a.ts': 'export const a = 1;\n',
    },
    has: ['WebExtensions API'],
    says: ['Built with React 19.0.0 on TypeScript'],
  },
  {
    what: 'the settings that a program reads say which of its databases is meant, and what tests start does not',
    files: {
      'go.mod':
        'module a\nrequire github.com/gorilla/mux v1.8.1\nrequire github.com/mattn/go-sqlite3 v1.14.0\nrequire github.com/lib/pq v1.10.0\n',
      'config.json': '{\n  "port": 8000,\n  "dbtype": "sqlite3"\n}\n',
      'docker-testing/docker-compose.yml': 'services:\n  db:\n    image: postgres:10\n',
      'server/main.go':
        'package main\n\nimport (\n\t_ "github.com/gorilla/mux"\n\t_ "github.com/lib/pq"\n\t_ "github.com/mattn/go-sqlite3"\n)\n',
      'server/migrations/1.sql': 'CREATE TABLE cups (id int);\n',
    },
    has: ['SQLite'],
    says: ['Built with Gorilla Mux 1.8.1 on Go, data in SQLite by default'],
  },
  {
    what: 'a program of C is built with the library that its windows are drawn by, and the app beside it comes after',
    files: {
      ...Object.fromEntries(
        [...'abcdefghij'].map((name, at) => [
          `app/src/${name}.c`,
          `${at < 2 ? '#include <SDL3/SDL_events.h>\n' : ''}int ${name}(void) { return ${at}; }\n`.repeat(9),
        ]),
      ),
      'phone/build.gradle': "apply plugin: 'com.android.application'\n",
      ...Object.fromEntries(
        [...'ABCD'].map((name) => [
          `phone/src/main/java/${name}.java`,
          `class ${name} {\n${'  int cup() { return 1; }\n'.repeat(16)}}\n`,
        ]),
      ),
    },
    has: ['SDL', 'Android SDK'],
    says: ['Built with SDL (app) and Android SDK (phone) on C and Java'],
  },
  {
    what: 'declarations of types make no language of a library, unless there is nothing else',
    files: {
      'package.json': '{"name": "cups", "main": "cups.js"}',
      'cups.js': `${'exports.cup = () => 1;\n'.repeat(30)}`,
      'cups.d.ts': `${'export function cup(): number;\n'.repeat(30)}`,
    },
    has: ['JavaScript'],
    says: ['Written in JavaScript'],
    saysNot: /TypeScript/,
  },
  {
    what: 'a side part of a library is made for phones, and the top that sets its version makes no others so',
    files: {
      'build.gradle.kts': 'plugins {\n  id("com.android.library") apply false\n}\n',
      'cups/build.gradle.kts': 'plugins {\n  id("java-library")\n}\n',
      'phone/build.gradle.kts': 'plugins {\n  id("com.android.library")\n}\n',
      ...Object.fromEntries(
        [...'ABCDEFGHIJKLMNOPQRST'].map((name) => [`cups/src/main/java/${name}.java`, `class ${name} {}\n`]),
      ),
      'phone/src/main/resources/cups.txt': 'cups\n',
    },
    has: ['Android SDK'],
    says: ['Written in Java'],
    saysNot: /Built with/,
  },
  {
    what: 'what one project of .NET refers to serves all that refer to it',
    files: {
      'Shop.Live/Shop.Live.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup>\n<FrameworkReference Include="Microsoft.AspNetCore.App" />\n</ItemGroup>\n</Project>\n',
      'Shop.Live/Hub.cs': 'class Hub {}\n'.repeat(9),
      'Shop/Shop.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup>\n<ProjectReference Include="..\\Shop.Live\\Shop.Live.csproj" />\n</ItemGroup>\n</Project>\n',
      'Shop/Start.cs': 'class Start {}\n',
    },
    has: ['ASP.NET Core'],
    says: ['Built with ASP.NET Core on C#'],
  },
  {
    what: 'a folder among the sources may be called dev, and holds the product all the same',
    files: {
      'src/app/dev/Cups.Pages/Cups.Pages.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Razor">\n<ItemGroup>\n<PackageReference Include="Microsoft.AspNetCore.Components.Web" Version="8.0.0" />\n</ItemGroup>\n</Project>\n',
      'src/app/dev/Cups.Pages/Main.cs': 'class Cups {}\n',
      'src/app/dev/Cups.Pages/Main.razor': '<p />\n',
    },
    has: ['Blazor'],
    says: ['Built with Blazor on C#'],
  },
];

import type { TextExample } from './textExample';

const native = (more: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  'CMakeLists.txt': 'project(cups)\nset(CMAKE_CXX_STANDARD 20)\n',
  ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`src/${name}.cpp`, `int ${name}() { return 1; }\n`])),
  ...more,
});

/** Which of several is told, and by which place. */
export const choices: readonly TextExample[] = [
  {
    what: "the tests of Go are shown by a test, also where the product's code asks whether it is tested",
    files: {
      'go.mod':
        'module example.org/cups\n\ngo 1.24\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgithub.com/stretchr/testify v1.9.0\n)\n',
      'app.go':
        'package cups\n\nimport (\n\t"testing"\n\t"github.com/gin-gonic/gin"\n)\n\nvar r = gin.New()\nvar t = testing.Testing()\n',
      'main.go': 'package cups\n\nvar a = 1\n',
      'cups_test.go':
        'package cups\n\nimport (\n\t"testing"\n\t"github.com/stretchr/testify/assert"\n)\n\nfunc TestA(t *testing.T) { assert.True(t, true) }\n',
    },
    has: ['testing (Go)', 'Testify 1.9.0'],
    says: ["Built with Gin 1.10.0 on Go 1.24, tested with Go's own testing"],
    contains: '**Testing**: testing (Go) (`cups_test.go:4`), Testify (`go.mod:7`)',
  },
  {
    what: 'of two runners that share the tests both are named, and none in the title',
    files: {
      'package.json':
        '{\n"dependencies": {"vue": "3.4.0"},\n"devDependencies": {\n"@playwright/test": "1.40.0",\n"vitest": "1.0.0"\n}\n}\n',
      'src/App.vue': '<template><p>cups</p></template>\n<script>\nimport { ref } from "vue";\n</script>\n',
      'src/main.ts': "import { createApp } from 'vue';\ncreateApp({});\n",
      'src/a.test.ts': "import { test } from 'vitest';\ntest('a', () => {});\n",
      'src/a.e2e.spec.ts': "import { test } from '@playwright/test';\ntest('a', () => {});\n",
    },
    has: ['Vitest 1.0.0', 'Playwright 1.40.0'],
    says: ['Built with Vue 3.4.0 on TypeScript'],
    contains: '**Testing**: Playwright (`package.json:4`), Vitest (`package.json:5`)',
  },
  {
    what: 'a test that imports no runner of pages is one of the other runner',
    files: {
      'package.json':
        '{\n"dependencies": {"express": "5.0.0"},\n"devDependencies": {\n"@playwright/test": "1.40.0",\n"mocha": "11.0.0"\n}\n}\n',
      'app.js': "const express = require('express');\nexpress().listen(80);\n",
      'test/a.test.js': "describe('a', () => {});\n",
      'test/b.test.js': "describe('b', () => {});\n",
    },
    has: ['Mocha 11.0.0'],
    says: ['Built with Express 5.0.0 on JavaScript, tested with Mocha'],
  },
  {
    what: 'what only a part is tested with is not what the whole is tested with',
    files: {
      'pubspec.yaml':
        'name: app\nenvironment:\n  sdk: ">=3.0.0"\ndependencies:\n  flutter:\n    sdk: flutter\ndev_dependencies:\n  flutter_test:\n    sdk: flutter\n',
      'lib/main.dart': 'void main() {}\n',
      'test/app_test.dart': 'void main() {}\n',
      'packages/kit/pubspec.yaml': 'name: kit\ndev_dependencies:\n  test: ^1.0.0\n',
      'packages/kit/test/a_test.dart': 'void main() {}\n',
      'packages/kit/test/b_test.dart': 'void main() {}\n',
      'packages/kit/test/c_test.dart': 'void main() {}\n',
    },
    has: ['flutter_test', 'Dart test 1.0.0'],
    saysNot: /tested with/,
    contains: 'flutter\\_test (`pubspec.yaml:8`)',
  },
  {
    what: 'a program of C++ is told with its standard, the libraries whose headers it includes and what its tests include',
    files: native({
      'src/store.cpp': '#include <hiredis/hiredis.h>\n#include <zstd.h>\nint store() { return 1; }\n',
      'test/a.cpp': '#include "doctest.h"\nTEST_CASE("a") {}\n',
    }),
    has: ['Redis', 'zstd', 'doctest'],
    says: ['Written in C++ 20'],
    contains: '**Testing**: doctest (`test/a.cpp:1`)',
  },
  {
    what: 'a header that binds a library for code in another language says nothing',
    files: {
      'Sources/CDb/shim.h': '#include <sqlite3.h>\n#include <zstd.h>\n',
      'Sources/App/a.swift': 'import Foundation\nlet cups = 1\n',
    },
    has: [],
    hasNot: ['zstd'],
  },
  {
    what: 'a library that others use with a framework is the source of itself',
    files: {
      'packages/mobx/package.json': '{\n"name": "mobx",\n"main": "dist/index.js"\n}\n',
      'packages/mobx/src/a.ts': 'export const a = 1;\n',
      'packages/mobx-react/package.json':
        '{\n"name": "mobx-react",\n"peerDependencies": {"mobx": "^6.0.0", "react": "^18.0.0"},\n"devDependencies": {"react": "18.2.0"}\n}\n',
      'packages/mobx-react/src/b.tsx': "import React from 'react';\nexport const B = () => <p />;\n",
    },
    has: ['MobX'],
    says: ['The source of MobX, written in TypeScript'],
  },
  {
    what: 'what serves the pages of another framework is not told in its place',
    files: {
      'package.json':
        '{\n"dependencies": {\n"@tanstack/react-start": "1.0.0",\n"nitro": "3.0.0",\n"react": "19.0.0"\n}\n}\n',
      'src/routes/a.tsx':
        "import { createFileRoute } from '@tanstack/react-start';\nimport { defineNitroConfig } from 'nitro';\nimport React from 'react';\nexport const A = () => <p />;\n",
    },
    has: ['TanStack Start'],
    says: ['Built with TanStack Start on TypeScript'],
  },
  {
    what: 'libraries of Android count by the packages that their code imports',
    files: {
      'settings.gradle.kts': 'rootProject.name = "cups"\ninclude(":app")\n',
      'app/build.gradle.kts':
        'plugins {\n    id("com.android.application")\n}\ndependencies {\n    implementation("com.squareup.retrofit2:retrofit:2.9.0")\n    implementation("io.coil-kt:coil:2.5.0")\n    implementation("androidx.media3:media3-ui:1.2.0")\n}\n',
      'app/src/main/kotlin/Main.kt':
        'package cups\n\nimport androidx.media3.ui.PlayerView\nimport coil.load\nimport retrofit2.Retrofit\n\nclass Main\n',
    },
    has: ['Retrofit 2.9.0', 'Coil 2.5.0', 'Media3 1.2.0'],
    contains: '**Libraries and services**: Retrofit (`app/build.gradle.kts:5`)',
  },
  {
    what: 'a server of Scala is told with its version and with the stores that its drivers open',
    files: {
      'build.sbt':
        'scalaVersion := "3.8.4"\nlibraryDependencies ++= Seq(\n  "org.reactivemongo" %% "reactivemongo" % "1.1.0",\n  "io.lettuce" % "lettuce-core" % "7.6.0"\n)\n',
      'src/main/scala/App.scala': 'package cups\n\nobject App\n',
    },
    has: ['MongoDB', 'Redis'],
    says: ['Written in Scala 3.8.4'],
    contains: '**Data**: MongoDB (`build.sbt:3`), Redis (`build.sbt:4`)',
  },
  {
    what: 'the driver of an engine needs no import where settings name it',
    files: {
      'pom.xml':
        '<project>\n<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.0.0</version></parent>\n<artifactId>cups</artifactId>\n<dependencies>\n<dependency>\n<groupId>org.springframework.boot</groupId>\n<artifactId>spring-boot-starter-web</artifactId>\n</dependency>\n<dependency>\n<groupId>org.postgresql</groupId>\n<artifactId>postgresql</artifactId>\n<version>42.0.0</version>\n</dependency>\n</dependencies>\n</project>\n',
      'src/main/java/cups/A.java':
        'package cups;\n\nimport org.springframework.boot.SpringApplication;\n\nclass A {}\n',
    },
    has: ['PostgreSQL'],
    contains: '**Data**: PostgreSQL (`pom.xml:9`)',
  },
  {
    what: 'a library that draws a question of a large program shapes a corner of it, wherever its module moved',
    files: {
      'go.mod': 'module example.org/run\n\ngo 1.24\n\nrequire charm.land/bubbletea/v2 v2.0.0\n',
      'ask.go': 'package run\n\nimport tea "charm.land/bubbletea/v2"\n\nvar _ = tea.Quit\n',
      ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`part${at}.go`, `package run\n\nvar v${at} = 1\n`])),
    },
    has: [],
    says: ['Written in Go 1.24'],
  },
  {
    what: 'what reads the commands of a program where nothing else leads',
    files: {
      'go.mod': 'module example.org/cups\n\ngo 1.22.5\n\nrequire github.com/spf13/cobra v1.8.1\n',
      ...Object.fromEntries(
        ['add', 'list', 'wash'].map((name) => [
          `cmd/${name}.go`,
          `package cmd\n\nimport "github.com/spf13/cobra"\n\nvar ${name} = &cobra.Command{Use: "${name}"}\n`,
        ]),
      ),
    },
    has: ['Cobra 1.8.1'],
    says: ['Written in Go 1.22.5, its commands with Cobra 1.8.1'],
  },
  {
    what: 'what only extras of a package bring is what that can work with, and a client is not what it is for',
    files: {
      'pyproject.toml':
        '[project]\nname = "sentry-sdk"\nversion = "1.0.0"\ndependencies = ["httpx==0.28.0"]\n[project.optional-dependencies]\ncelery = ["celery==5.0"]\n',
      'sentry_sdk/a.py': 'import httpx\n',
      'sentry_sdk/integrations/celery.py': 'import celery\n',
    },
    has: ['HTTPX 0.28.0', 'Celery 5.0'],
    says: ['Written in Python'],
    saysNot: /source of/,
    contains: 'HTTPX',
    containsNot: 'Celery',
  },
  {
    what: 'the source of a framework is no program of commands, though one comes with it',
    files: {
      'go.mod':
        'module github.com/labstack/echo/v4\n\ngo 1.22.5\n\nrequire (\n\tgithub.com/gorilla/mux v1.8.1\n\tgithub.com/spf13/cobra v1.8.1\n)\n',
      'serve.go': 'package echo\n\nimport "github.com/gorilla/mux"\n\nvar router = mux.NewRouter()\n',
      ...Object.fromEntries(
        ['add', 'list', 'wash'].map((name) => [
          `cmd/${name}.go`,
          `package cmd\n\nimport "github.com/spf13/cobra"\n\nvar ${name} = &cobra.Command{Use: "${name}"}\n`,
        ]),
      ),
    },
    has: ['Cobra 1.8.1'],
    says: ['The source of Echo, built with Gorilla Mux 1.8.1 on Go 1.22.5'],
    saysNot: /commands/,
  },
  {
    what: 'what reads the commands of a program beside the router of a server in it',
    files: {
      'go.mod':
        'module example.org/cups\n\ngo 1.22.5\n\nrequire (\n\tgithub.com/julienschmidt/httprouter v1.3.0\n\tgithub.com/spf13/cobra v1.8.1\n)\n',
      'web/serve.go': 'package web\n\nimport "github.com/julienschmidt/httprouter"\n\nvar router = httprouter.New()\n',
      ...Object.fromEntries(
        ['add', 'list', 'wash', 'serve'].map((name) => [
          `cmd/${name}.go`,
          `package cmd\n\nimport "github.com/spf13/cobra"\n\nvar ${name} = &cobra.Command{Use: "${name}"}\n`,
        ]),
      ),
    },
    has: ['Cobra 1.8.1', 'httprouter 1.3.0'],
    says: ['Written in Go 1.22.5, its commands with Cobra 1.8.1, a server in it with httprouter 1.3.0'],
  },
  {
    what: 'no framework that a manifest asks for and no file imports',
    files: {
      'Cargo.toml': '[package]\nname = "cups"\n\n[dependencies]\naxum = "0.8"\ntokio = "1"\n',
      ...Object.fromEntries(
        ['main', 'cup', 'tea', 'milk', 'sugar'].map((name) => [
          `src/${name}.rs`,
          `use tokio::net::TcpListener;\npub fn ${name}() {}\n`,
        ]),
      ),
    },
    has: [],
    says: ['Written in Rust'],
  },
  {
    what: 'and not where one file of a library does so',
    files: {
      'go.mod': 'module example.org/cups\n\ngo 1.22.5\n\nrequire github.com/spf13/cobra v1.8.1\n',
      'cups.go': 'package cups\n\ntype Cup struct{}\n',
      'cmd/cups/main.go': 'package main\n\nimport "github.com/spf13/cobra"\n\nfunc main() { cobra.Execute() }\n',
    },
    has: ['Cobra 1.8.1'],
    says: ['Written in Go 1.22.5'],
  },
  {
    what: 'what one corner of a large program of Java answers with is not what the whole is built with',
    files: {
      'build.gradle': "dependencies {\n  implementation 'org.glassfish.jersey.core:jersey-server:3.1.0'\n}\n",
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [`src/main/java/Cup${at}.java`, `class Cup${at} {}\n`]),
      ),
      'src/main/java/Answer.java': 'import jakarta.ws.rs.GET;\nclass Answer {}\n',
    },
    has: ['Jersey 3.1.0'],
    says: ['Written in Java'],
    saysNot: /Built with/,
  },
  {
    what: 'what opens windows is told by no words that it reads, and a crate of tools says nothing of the whole',
    files: {
      'Cargo.toml': '[package]\nname = "term"\n\n[dependencies]\nclap = "4.5.0"\nwinit = "0.30.0"\n',
      'src/main.rs': 'use clap::Parser;\nuse winit::window;\n',
      'src/a.rs': 'use clap::Args;\n',
      'src/b.rs': 'use clap::Args;\n',
      'src/c.rs': 'use clap::Args;\n',
    },
    has: ['clap 4.5.0', 'winit 0.30.0'],
    says: ['Written in Rust'],
  },
  {
    what: 'a toolkit of models that few files can hand theirs to is not what a library is built with',
    files: {
      'pyproject.toml': '[project]\nname = "nets"\ndependencies = ["numpy", "scikit-learn"]\n',
      ...Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`nets/layer${at}.py`, 'import numpy\n'])),
      ...Object.fromEntries([1, 2, 3].map((at) => [`nets/wrappers/w${at}.py`, 'import sklearn\n'])),
    },
    has: ['scikit-learn'],
    says: ['Written in Python'],
  },
];

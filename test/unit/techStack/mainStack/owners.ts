import type { TextExample } from './textExample';

const lines = (line: string, count: number): string => `${line}\n`.repeat(count);

/** Which of several packages speaks for the whole, and what the repository itself makes. */
export const ownersExamples: readonly TextExample[] = [
  {
    what: 'of two packages that ask for a framework the larger one gives its version',
    files: {
      'boxes/door/package.json': '{"name": "door", "private": true, "dependencies": {"express": "4.18.0"}}',
      'boxes/door/index.js': "require('express')();\nrequire('./a');\n",
      'boxes/door/a.js': "require('express');\n",
      'packages/house/package.json': '{"name": "house", "private": true, "dependencies": {"express": "4.21.2"}}',
      'packages/house/src/server.js': "require('express')();\n",
      ...Object.fromEntries([1, 2, 3, 4].map((at) => [`packages/house/src/room${at}.js`, 'module.exports = 1;\n'])),
    },
    has: ['Express 4.21.2'],
    says: ['Built with Express 4.21.2 on JavaScript'],
  },
  {
    what: 'a site of many small files beside a library is no part of what it is built with',
    files: {
      'package.json': '{"name": "cups", "version": "1.0.0", "devDependencies": {"vitest": "3.0.0"}}',
      'src/cups.ts': lines('export const cup = 1;', 300),
      'website/package.json': '{"name": "cups-site", "private": true, "dependencies": {"astro": "5.0.0"}}',
      ...Object.fromEntries([1, 2, 3, 4].map((at) => [`website/src/page${at}.ts`, 'export const page = 1;\n'])),
    },
    has: ['TypeScript'],
    hasNot: ['Astro'],
    says: ['Written in TypeScript'],
  },
  {
    what: 'packages that ask for one that is made beside them make it no part of what they are built with',
    files: {
      'packages/bloc/pubspec.yaml': 'name: bloc\nversion: 9.0.0\n',
      'packages/bloc/lib/bloc.dart': lines('class Bloc {}', 40),
      'packages/flutter_bloc/pubspec.yaml': 'name: flutter_bloc\nversion: 9.0.0\ndependencies:\n  bloc: ^9.0.0\n',
      'packages/flutter_bloc/lib/widget.dart': "import 'package:bloc/bloc.dart';\n",
      'extensions/idea/build.gradle.kts':
        'plugins {\n  id("org.jetbrains.intellij.platform") version "2.0.0"\n  kotlin("jvm") version "2.1.0"\n}\n',
      'extensions/idea/src/main/kotlin/A.kt': lines('class A', 30),
    },
    has: ['Bloc 9.0.0'],
    says: ['The source of Bloc, written in Dart and Kotlin 2.1.0'],
  },
  {
    what: 'what a library is tried out with, or works with, shapes no package of it',
    files: {
      'packages/core/package.json':
        '{"name": "@trpc/server", "version": "11.0.0", "peerDependencies": {"next": "*"}, "devDependencies": {"next": "15.0.0"}}',
      'packages/core/src/a.ts': "import 'next';\nexport const a = 1;\n",
      'packages/pages/package.json':
        '{"name": "@trpc/pages", "version": "11.0.0", "peerDependencies": {"react": "*"}, "devDependencies": {"react": "19.0.0"}}',
      'packages/pages/src/a.tsx': "import 'react';\nexport const A = () => null;\n",
    },
    has: ['Next.js', 'React'],
    says: ['The source of tRPC, written in TypeScript'],
    saysNot: /by package/,
  },
  {
    what: 'what the top of a build gives a version to, and does not apply, it does not ask for',
    files: {
      'build.gradle.kts': 'plugins {\n  id("com.android.application") version "8.9.0" apply false\n}\n',
      'app/build.gradle.kts':
        'plugins {\n  id("app.cups.android")\n}\ndependencies {\n  implementation("androidx.compose.ui:ui:1.8.0")\n}\n',
      'app/src/main/java/A.kt': 'import androidx.compose.ui.Modifier\n\nclass A\n',
    },
    has: ['Jetpack Compose'],
    saysNot: /the top asks/,
  },
  {
    what: 'a library that has a part for each of many frameworks is built with none of them',
    files: Object.fromEntries(
      ['react', 'vue', 'express', 'svelte', 'next'].flatMap((name) => [
        [
          `packages/${name}-cups/package.json`,
          `{"name": "@cups/${name}", "version": "1.0.0", "peerDependencies": {"${name}": "*"}, "devDependencies": {"${name}": "9.0.0"}}`,
        ],
        [`packages/${name}-cups/src/a.tsx`, `import '${name}';\n${lines('export const a = 1;', 9)}`],
      ]),
    ),
    has: ['React', 'Vue', 'Express'],
    says: ['Written in TypeScript'],
    saysNot: /Built with|with (?:React|Express)/,
  },
  {
    what: 'a program is built with what it runs on, though a part of it leaves the same and others to who uses it',
    files: {
      'package.json':
        '{"name": "cups", "private": true, "dependencies": {"next": "15.3.3", "react": "19.0.0", "cups-ui": "file:ui"}}',
      'pages/index.tsx': `import Head from 'next/head';\n${lines('export const a = 1;', 20)}`,
      'pages/cups.tsx': `import Head from 'next/head';\n${lines('export const b = 1;', 20)}`,
      'ui/package.json':
        '{"name": "cups-ui", "peerDependencies": {"next": ">=14", "react": ">=18", "vue": "*", "svelte": "*"}}',
      'ui/src/a.tsx': `import { useState } from 'react';\n${lines('export const c = 1;', 9)}`,
    },
    has: ['Next.js 15.3.3'],
    says: ['Built with Next.js 15.3.3 on TypeScript'],
  },
  {
    what: 'what most of its users are made of without a server is no part of that server',
    files: {
      'pom.xml': '<project><modules><module>core</module></modules></project>',
      ...Object.fromEntries(
        ['core', 'board', 'one', 'two', 'three'].flatMap((name) => [
          [
            `${name}/pom.xml`,
            `<project><groupId>cups</groupId><artifactId>${name}</artifactId><dependencies>${name === 'core' ? '' : '<dependency><groupId>cups</groupId><artifactId>core</artifactId></dependency>'}${name === 'board' ? '<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId><version>3.5.0</version></dependency>' : ''}</dependencies></project>`,
          ],
          [
            `${name}/src/main/java/cups/${name}/A.java`,
            `package cups.${name};\n${name === 'board' ? 'import org.springframework.boot.SpringApplication;\n' : ''}class A { }\n`,
          ],
        ]),
      ),
      ...Object.fromEntries(
        [1, 2, 3].map((at) => [`core/src/main/java/cups/core/B${at}.java`, 'package cups.core;\nclass B { }\n']),
      ),
    },
    has: ['Spring Boot 3.5.0'],
    says: ['Written in Java, with Spring Boot 3.5.0 (board)'],
  },
  {
    what: 'a package that follows a standard is not where the standard is made',
    files: {
      'pyproject.toml': '[project]\nname = "strawberry-graphql"\nversion = "1.0.0"\n',
      'strawberry/schema.py': lines('cup = 1', 20),
    },
    has: ['Python'],
    says: ['Written in Python'],
    saysNot: /The source of/,
  },
  {
    what: 'an app of the desk is drawn with what it imports, and tested with what most of its tests import',
    files: {
      'Cups/Menu.swift': `import Cocoa\n\n${lines('let a = 1', 9)}`,
      'CupsTests/MenuTests.swift': 'import XCTest\n\nclass MenuTests: XCTestCase {}\n',
      'CupsTests/CupTests.swift': 'import XCTest\n\nclass CupTests: XCTestCase {}\n',
      'CupsTests/OtherTests.swift': 'import Testing\n\nstruct OtherTests {}\n',
    },
    has: ['AppKit'],
    says: ['Built with AppKit on Swift, tested with XCTest'],
  },
  {
    what: 'a toolkit of Python that no code imports is needed by another package',
    files: {
      'pyproject.toml': '[project]\nname = "cups"\ndependencies = ["pygobject<=3.50.0", "flask>=2.1.0"]\n',
      'cups/app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
    },
    has: ['Flask >=2.1.0'],
    says: ['Built with Flask >=2.1.0 on Python'],
  },
  {
    what: 'what only tests ask for says no version of what runs, and a part tells the top nothing of its own packages',
    files: {
      'build.gradle':
        "plugins {\n    id 'java'\n}\ndependencies {\n    implementation 'org.springframework.boot:spring-boot-starter-web:3.5.1'\n    implementation 'org.springframework.cloud:spring-cloud-starter-openfeign'\n    testImplementation 'org.springframework.cloud:spring-cloud-contract-wiremock:3.1.10'\n}\n",
      'src/main/java/Shop.java': 'import org.springframework.boot.SpringApplication;\nclass Shop {}\n',
      'jobs/build.gradle':
        "dependencies {\n    implementation 'org.springframework.boot:spring-boot-starter-quartz:3.5.1'\n}\n",
      'jobs/src/main/java/Jobs.java': 'import org.springframework.boot.SpringApplication;\nclass Jobs {}\n',
    },
    has: ['Spring Boot 3.5.1', 'Spring Cloud'],
    says: ['Built with Spring Boot 3.5.1 and Spring Cloud on Java'],
    saysNot: /by package/,
  },
  {
    what: 'a library of C that gives its headers to others does not use itself, and one whose headers were copied does',
    files: {
      'include/uv.h': '#include "uv/errno.h"\n',
      'include/uv/errno.h': 'int a;\n',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`src/poll${at}.c`, '#include "uv.h"\n#include <zlib.h>\n'])),
    },
    has: ['zlib'],
    hasNot: ['libuv'],
  },
  {
    what: 'headers of a library among others are used',
    files: {
      'include/fmt/core.h': 'int a;\n',
      'include/top.hpp': 'int b;\n',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`src/part${at}.cpp`, '#include <fmt/core.h>\n'])),
    },
    has: ['{fmt}'],
  },
  {
    what: 'a gem that works with a framework is not built with it',
    files: {
      'places.gemspec': 'Gem::Specification.new do |s|\n  s.name = "places"\nend\n',
      Gemfile: 'source "https://rubygems.org"\ngem "rails", "7.1.0"\ngemspec\n',
      ...Object.fromEntries(
        [1, 2, 3, 4].map((at) => [`lib/places/part${at}.rb`, 'require "rails"\nclass Part\nend\n']),
      ),
    },
    has: ['Ruby'],
    says: ['Written in Ruby'],
  },
];

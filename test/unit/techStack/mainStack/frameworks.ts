import type { TextExample } from './textExample';

/** With what the whole is said to be built. */
export const frameworksExamples: readonly TextExample[] = [
  {
    what: 'what a library can work with, and is tried with, does not shape it',
    files: {
      'package.json':
        '{"name":"cups","main":"index.js","devDependencies":{"hono":"4.6.0"},"peerDependencies":{"hono":"^4"},"peerDependenciesMeta":{"hono":{"optional":true}}}',
      'index.ts': "import type { Context } from 'hono';\nexport const a = 1;\n",
    },
    has: [],
    saysNot: /Hono/,
  },
  {
    what: 'of several services each is told with what it is built with',
    files: {
      'identity/pom.xml':
        '<project><groupId>a</groupId><artifactId>identity</artifactId><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId><version>3.5.1</version></dependency></dependencies></project>',
      'identity/src/main/java/Shop.java': 'import org.springframework.boot.SpringApplication;\nclass Shop {}\n',
      'workshop/requirements.txt': 'django==5.2.1\n',
      'workshop/shop/views.py': 'from django.http import HttpResponse\n',
      'web/package.json': '{"name": "web", "dependencies": {"react": "19.1.0"}}',
      'web/src/App.jsx': "import React from 'react';\nexport const App = () => <p />;\n",
    },
    has: ['Django 5.2.1'],
    says: ['Built with Django 5.2.1 (workshop), React 19.1.0 (web) and Spring Boot 3.5.1 (identity) on Python'],
  },
  {
    what: 'what only mocks of pages ask for serves nothing',
    files: {
      'ui/package.json':
        '{"name": "ui", "dependencies": {"react": "19.1.0"}, "devDependencies": {"express": "4.22.2"}}',
      'ui/src/App.tsx': "import React from 'react';\nexport const App = () => <p />;\n",
      'ui/mock/api.ts': "import { Request } from 'express';\nexport const api = (r: Request) => r;\n",
    },
    has: ['React 19.1.0'],
    says: ['Built with React 19.1.0 on TypeScript'],
    containsNot: 'Express',
  },
  {
    what: 'a client of HTTP is no framework of what is built with it',
    files: {
      'go.mod': 'module shop\n\ngo 1.26.0\n',
      'cmd/trigger.go': 'package cmd\n\nimport "net/http"\n\nvar c = http.DefaultClient\n',
    },
    has: ['Go 1.26.0'],
    says: ['Written in Go 1.26.0'],
    containsNot: 'net/http',
  },
  {
    what: 'a plugin is built with the platform that it is made for',
    files: {
      'build.gradle': 'plugins {\n  id "java"\n  id "org.jetbrains.intellij" version "1.17.4"\n}\n',
      'src/main/java/Cup.java': 'import javax.swing.JPanel;\nclass Cup extends JPanel {}\n',
    },
    has: ['IntelliJ Platform'],
    says: ['Built with IntelliJ Platform on Java'],
    saysNot: /Swing|1\.17/,
  },
  {
    what: 'what a site beside a program runs on is no part of the program',
    files: {
      'go.mod': 'module shop\n\ngo 1.26.0\n',
      'main.go': 'package main\n\nfunc main() {}\n',
      '.nvmrc': '24\n',
    },
    has: ['Go 1.26.0'],
    says: ['Written in Go 1.26.0'],
    containsNot: 'Node.js',
  },
  {
    what: 'a wrapper that puts a library onto a phone is no part of what it is built with',
    files: {
      'src/cup.cc': `int main() {\n${'  wash();\n'.repeat(40)}}\n`,
      'android/build.gradle': 'apply plugin: "com.android.library"\nandroid {\n}\n',
    },
    has: ['C++'],
    says: ['Written in C++'],
    saysNot: /Android/,
  },
  {
    what: "a framework's own repository is built on it",
    files: {
      'pyproject.toml': '[project]\nname = "Flask"\nversion = "3.2.0"\ndependencies = ["psycopg2"]\n',
      'src/flask/db.py': 'import psycopg2\n',
      'src/flask/app.py': 'class Flask: ...\n',
      ...Object.fromEntries(
        ['sessions', 'signals', 'views', 'wrappers'].map((name) => [`src/flask/${name}.py`, 'import flask.app\n']),
      ),
    },
    has: ['Flask 3.2.0', 'Python'],
    says: ['The source of Flask, written in Python'],
    contains: '**Made here**: Flask (',
    saysNot: /data in/,
  },
  {
    what: 'an add-on for another framework does not shape the library',
    files: {
      'package.json': '{"private": true}',
      'packages/core/package.json': '{"name": "core", "dependencies": {"vue": "3.5.0"}}',
      ...Object.fromEntries(
        Array.from({ length: 14 }, (_, n) => [
          `packages/core/f${n}.ts`,
          "import { ref } from 'vue';\nexport const a = ref(1);\n",
        ]),
      ),
      'packages/desktop/package.json': '{"name": "desktop", "dependencies": {"electron": "30.0.0"}}',
      'packages/desktop/a.ts': "import 'electron';\n",
    },
    has: ['Vue 3.5.0', 'Electron 30.0.0'],
    first: 'Vue',
    says: ['Built with Vue 3.5.0 on TypeScript'],
  },
  {
    what: 'a site that explains the product does not shape it',
    files: {
      'go.mod': 'module a\ngo 1.22\n',
      'a.go': `package a\n\n${'func f() {}\n'.repeat(40)}`,
      'website/package.json': '{"name": "site", "devDependencies": {"vitepress": "1.0.0", "vue": "3.5.0"}}',
      'website/theme/a.ts': "import { ref } from 'vue';\nexport const a = ref(1);\n",
    },
    has: ['Go 1.22'],
    hasNot: ['Vue', 'VitePress'],
    says: ['Written in Go 1.22'],
  },
  {
    what: 'a server inside of an app serves the app alone, and one beside it does not',
    files: {
      'app/build.gradle.kts':
        'plugins {\n  id("com.android.application") version "8.0.0"\n}\ndependencies {\n  implementation("io.ktor:ktor-server-core:3.5.2")\n}\n',
      'app/src/main/kotlin/A.kt': 'import io.ktor.server.application.call\nclass A\n',
      'server/package.json': '{"name": "server", "dependencies": {"@nestjs/core": "10.0.0"}}',
      'server/src/a.ts': "import '@nestjs/core';\n",
    },
    has: ['Ktor 3.5.2', 'NestJS 10.0.0', 'Android SDK'],
    says: ['Built with NestJS 10.0.0 (server) and Android SDK (app) on'],
  },
  {
    what: 'a small server is told beside the large application that it serves',
    files: {
      'web/package.json': '{"name": "web", "dependencies": {"react": "19.0.0"}}',
      ...Object.fromEntries(
        Array.from({ length: 30 }, (_, n) => [`web/f${n}.tsx`, "import 'react';\nexport const a = 1;\n"]),
      ),
      'server/package.json': '{"name": "server", "dependencies": {"hono": "4.0.0"}}',
      'server/a.ts': "import 'hono';\n",
      'server/b.ts': "import 'hono';\n",
    },
    has: ['Hono 4.0.0'],
    says: ['Built with Hono 4.0.0 (server) and React 19.0.0 (web) on TypeScript'],
  },
  {
    what: 'a plugin is built for what loads it',
    files: {
      'shop.php': '<?php\n/**\n * Plugin Name: Shop\n * Version: 1.0\n */\n',
      'includes/a.php': '<?php\nclass A {}\n',
      'package.json': '{"devDependencies": {"grunt": "1.0.0"}}',
    },
    has: ['WordPress plugin API'],
    says: ['Built with WordPress plugin API on PHP'],
  },
  {
    what: 'a router of its own library is told, and the pages beside it with their folder',
    files: {
      'go.mod':
        'module a\ngo 1.26\nrequire (\n\tgithub.com/fasthttp/router v1.5.4\n\tgithub.com/valyala/fasthttp v1.73.0\n)\n',
      'internal/server.go':
        'package a\n\nimport (\n\t"github.com/fasthttp/router"\n\t"github.com/valyala/fasthttp"\n)\n',
      'internal/server_test.go': 'package a\n\nimport "testing"\n',
      'web/package.json': '{"dependencies": {"react": "19.2.8"}, "devDependencies": {"vitest": "4.1.0"}}',
      'web/src/a.tsx': "import 'react';\n",
    },
    has: ['fasthttp/router 1.5.4', 'React 19.2.8'],
    says: ["Built with fasthttp/router 1.5.4 and React 19.2.8 (web) on Go 1.26, tested with Go's own testing"],
  },
  {
    what: "a repository's own framework is what it is the source of, beside the one that shapes it",
    files: {
      'core/spree.gemspec':
        "Gem::Specification.new do |s|\n  s.name = 'spree'\n  s.add_dependency 'rails', '>= 7.2'\nend\n",
      'core/app/models/order.rb': 'class Order\nend\n',
    },
    has: ['Ruby on Rails >= 7.2'],
    says: ['The source of Spree, built with Ruby on Rails >= 7.2 on Ruby'],
    contains: '**Made here**: Spree (',
  },
  {
    what: 'a program of Python with a page of settings is not built with what serves that',
    files: {
      'pyproject.toml':
        '[project]\nname = "cups"\ndependencies = ["fastapi==0.103.2"]\n[project.scripts]\ncups = "cups.main:run"\n',
      'cups/web.py': 'import fastapi\n',
      ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`cups/a${at}.py`, 'def cup():\n    return 1\n'])),
    },
    has: ['FastAPI 0.103.2'],
    says: ['Written in Python'],
  },
  {
    what: 'what one folder of many includes is told with it, and a header of its own is no library',
    files: {
      'CMakeLists.txt': 'project(cups)\n',
      'lib/check.h': 'int check();\n',
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((at) => [`lib/cup${at}.cpp`, '#include "check.h"\nint cup() { return 1; }\n']),
      ),
      ...Object.fromEntries(
        [1, 2, 3].map((at) => [`gui/view${at}.cpp`, '#include <QWidget>\nint view() { return 1; }\n']),
      ),
      'test/cups.cpp': '#include "check.h"\n',
    },
    has: ['Qt', 'C++'],
    hasNot: ['Check'],
    says: ['Written in C++, with Qt (gui)'],
  },
  {
    what: 'what code includes is shown where most of the code does',
    files: {
      'CMakeLists.txt': 'project(cups)\n',
      'helpers/show.cpp': '#include <QString>\n',
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((at) => [`src/cup${at}.cpp`, '#include <QWidget>\nint cup() { return 1; }\n']),
      ),
    },
    has: ['Qt', 'C++'],
    says: ['Built with Qt on C++'],
    contains: 'Qt (`src/cup1.cpp:1`)',
  },
  {
    what: 'what the whole asks of Qt, and not what a part of it may ask',
    files: {
      'CMakeLists.txt': 'project(cups)\nfind_package(Qt6 6.2 COMPONENTS Core Gui Widgets REQUIRED)\n',
      'src/main.cpp': '#include <QApplication>\nint main() { return 0; }\n',
    },
    has: ['Qt', 'C++'],
    says: ['Built with Qt on C++'],
  },
  {
    what: 'the client of one service, and not that others of the same house are used',
    files: {
      'go.mod': 'module example.org/cups\n\nrequire cloud.google.com/go/bigquery v1.60.0\n',
      'main.go': 'package main\n\nimport "cloud.google.com/go/bigquery"\n\nfunc main() { bigquery.Open() }\n',
    },
    has: ['BigQuery'],
    hasNot: ['Google Cloud SDK'],
    says: ['Written in Go'],
  },
  {
    what: 'a library whose classes lie in packages of another name',
    files: {
      'pom.xml':
        '<project><groupId>a</groupId><artifactId>b</artifactId><dependencies><dependency><groupId>org.igniterealtime.smack</groupId><artifactId>smack-tcp</artifactId><version>4.4.6</version></dependency></dependencies></project>',
      'src/main/java/A.java': 'import org.jivesoftware.smack.packet.IQ;\n\nclass A {}\n',
    },
    has: ['Smack (XMPP) 4.4.6'],
    says: ['Written in Java'],
    contains: '**Libraries and services**: Smack',
  },
  {
    what: 'an application in Objective-C, by what its files import',
    files: { 'Source/Window.m': '#import "Window.h"\n#import <Cocoa/Cocoa.h>\n@implementation Window\n@end\n' },
    has: ['AppKit'],
    says: ['Built with AppKit on Objective-C'],
  },
  {
    what: 'a plugin for a server that loads it',
    files: {
      'build.gradle.kts': 'dependencies {\n  compileOnly("io.papermc.paper:paper-api:1.20.4-R0.1-SNAPSHOT")\n}\n',
      'src/main/java/org/cups/Cups.java': 'package org.cups;\n\npublic class Cups extends JavaPlugin {}\n',
    },
    has: ['Java'],
    says: ['Built with Bukkit API on Java'],
  },
  {
    what: 'the libraries that most of the code uses, before those of a single file',
    files: {
      'package.json':
        '{"dependencies": {"axios": "1.0.0", "joi": "1.0.0", "zod": "1.0.0", "ws": "1.0.0", "yup": "1.0.0", "livekit-client": "2.0.0"}}',
      'src/a.js': "import 'axios';\nimport 'joi';\nimport 'zod';\nimport 'ws';\nimport 'yup';\n",
      ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`src/room${n}.js`, "import 'livekit-client';\n"])),
    },
    has: ['LiveKit'],
    says: ['Written in JavaScript'],
    contains: '**Libraries and services**: LiveKit (`package.json:1`)',
  },
  {
    what: 'a client of Qt that is one of several shapes nothing',
    files: {
      'CMakeLists.txt': 'project(cups)\nif(ENABLE_QT)\n  find_package(Qt6 REQUIRED COMPONENTS Widgets)\nendif()\n',
      'src/main.cpp': 'int main() { return 0; }\n',
    },
    has: ['C++'],
    says: ['Written in C++'],
    saysNot: /Qt/,
  },
  {
    what: 'a window that many files talk to is told with the pages in it, not the server in its package',
    files: {
      'package.json': '{"private": true, "workspaces": ["packages/*"]}',
      'packages/app/package.json': '{"name": "app", "dependencies": {"react": "19.0.0"}}',
      ...Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`packages/app/src/f${n}.jsx`, "import 'react';\n"])),
      'packages/desktop/package.json':
        '{"name": "desktop", "dependencies": {"express": "4.22.0"}, "devDependencies": {"electron": "37.6.1"}}',
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, n) => [
          `packages/desktop/src/f${n}.js`,
          "import 'electron';\nimport 'express';\n",
        ]),
      ),
    },
    has: ['Electron 37.6.1'],
    says: ['Built with Electron 37.6.1 (packages/desktop) and React 19.0.0 (packages/app) on JavaScript'],
  },
  {
    what: 'what serves the pages leads before the windows of a helper, where no manifest is read',
    files: {
      'build.moxie': "dependencies:\n- compile 'org.apache.wicket:wicket:1.4.22'\n",
      'src/main/java/shop/client/Client.java': 'package shop.client;\nimport javax.swing.JFrame;\nclass Client {}\n',
      'src/main/java/shop/pages/Cups.java':
        'package shop.pages;\nimport org.apache.wicket.markup.html.WebPage;\nclass Cups extends WebPage {}\n',
      'src/main/java/shop/pages/Plates.java':
        'package shop.pages;\nimport org.apache.wicket.markup.html.WebPage;\nclass Plates extends WebPage {}\n',
    },
    has: ['Apache Wicket'],
    says: ['Built with Apache Wicket'],
  },
  {
    what: "Apple's own frameworks are known by their imports",
    files: { 'App/App.swift': 'import SwiftUI\n\n@main\nstruct A: App {}\n', 'App/Old.swift': 'import UIKit\n' },
    has: ['SwiftUI', 'UIKit', 'Swift'],
    first: 'SwiftUI',
    says: ['Built with SwiftUI on Swift'],
  },
  {
    what: 'a window around a page is told with what draws the page',
    files: {
      'package.json': '{"name": "app", "dependencies": {"@tauri-apps/api": "2.1.0", "react": "19.0.0"}}',
      'src/a.tsx': "import 'react';\nimport '@tauri-apps/api';\n",
      'src-tauri/Cargo.toml': '[package]\nname = "app"\n[dependencies]\ntauri = "2.1.0"\nwarp = "0.3.0"\n',
      'src-tauri/src/main.rs': 'use warp::Filter;\nfn main() {}\n',
    },
    has: ['Warp 0.3.0'],
    first: 'Tauri',
    says: ['Built with Tauri 2.1.0 and React 19.0.0 on '],
  },
  {
    what: 'a router that one of many files asks for serves a corner of the product',
    files: {
      'go.mod': 'module example.org/cups\n\ngo 1.24\n\nrequire github.com/go-chi/chi/v5 v5.2.1\n',
      'acme/server.go': 'package acme\n\nimport "github.com/go-chi/chi/v5"\n\nvar r = chi.NewRouter()\n',
      ...Object.fromEntries(
        Array.from({ length: 120 }, (_, n) => [`cups/cup${n}.go`, `package cups\n\nvar Cup${n} = ${n}\n`]),
      ),
    },
    has: ['Chi 5.2.1'],
    says: ['Written in Go 1.24'],
  },
];

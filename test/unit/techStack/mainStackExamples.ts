import type { Example } from './technologyExamples';

interface TextExample extends Example {
  /** In a text. */
  readonly contains?: string;
  readonly containsNot?: string;
}

/** What is said of the whole. */
export const mainStackExamples: readonly TextExample[] = [
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
    what: 'one file of another language is none that the project is written in',
    files: {
      'setup.py': 'from setuptools import setup\nsetup(name="a")\n',
      'a/one.py': 'import os\n'.repeat(80),
      'a/two.py': 'import os\n'.repeat(80),
      'a/resources/activate.R': 'x <- 1\n'.repeat(12),
    },
    has: ['Python'],
    hasNot: ['R'],
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
    what: 'a language of settings is none that a program is written in',
    files: {
      'src/main/scala/shop/Main.scala': `package shop\n\nobject Main extends App {\n${'  println("cups")\n'.repeat(30)}}\n`,
      'flake.nix': `{\n${'  inputs.shop.url = "path:./shop";\n'.repeat(12)}}\n`,
    },
    has: ['Scala'],
    says: ['Written in Scala'],
    saysNot: /Nix/,
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
    what: 'where most code lies in scripts they are what it is written in',
    files: {
      'terraform/scripts/cleanup.py': 'print(1)\n'.repeat(10),
      'scripts/deploy.sh': 'echo cups\n'.repeat(90),
      'scripts/check.sh': 'echo cups\n'.repeat(90),
    },
    has: ['Shell'],
    says: ['Written in Shell'],
  },
  {
    what: 'settings of machines are code, and no documents',
    files: Object.fromEntries([
      ...Array.from({ length: 40 }, (_, n) => [`patterns/p${n}/README.md`, 'Wash the cups.\n'.repeat(90)]),
      ...Array.from({ length: 40 }, (_, n) => [`patterns/p${n}/main.tf`, 'provider "aws" {\n  region = "eu"\n}\n']),
      ['patterns/p1/chart/Chart.yaml', 'apiVersion: v2\nname: p\nversion: 1.0.0\n'],
    ]),
    has: ['Terraform'],
    says: ['Built with Terraform'],
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
    what: 'a folder of requirements speaks of the folder around it, and the name of a task of a playbook of nothing',
    files: {
      'requirements/project.txt': 'django==4.2.17\n',
      'manage.py': 'import django\n',
      'frontend/package.json': '{"name":"web","dependencies":{"react":"17.0.2"}}',
      'frontend/src/App.jsx': "import React from 'react';\n",
      'roles/stats/tasks/prometheus.yml': '- name: Start Prometheus\n',
    },
    has: ['Django 4.2.17'],
    hasNot: ['Prometheus'],
    says: ['Frameworks by package: the top asks for Django, frontend asks for React'],
    saysNot: /\(requirements\)/,
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
    what: 'settings for one engine say nothing of the others',
    files: {
      'package.json': '{"dependencies": {"express": "4.21.2", "knex": "2.5.1", "pg": "8.1.0"}}',
      'server.js': "const express = require('express');\nrequire('knex');\nrequire('pg');\nexpress().listen(3);\n",
      'config/local.example.mysql.toml': 'database_url = "mysql://root@localhost/cups"\n',
    },
    has: ['Express 4.21.2'],
    says: ['Built with Express 4.21.2 on JavaScript'],
    saysNot: /MySQL/,
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
    what: 'what tests settings is no language that they are written in',
    files: {
      'docker-compose.yml': 'services:\n  shop:\n    image: shop\n',
      '.github/tests/default.sh': 'docker compose up\n',
    },
    has: ['Docker Compose'],
    saysNot: /Written/,
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
    what: 'what a platform offers is asked for by nobody yet, and a driver that no code loads keeps no data',
    files: {
      'platform/build.gradle':
        'dependencies {\n  api platform("org.acme:bom:1")\n  constraints {\n    api "org.hsqldb:hsqldb:2.7.2"\n  }\n}\n',
      'package.json': '{"dependencies": {"express": "4.21.2", "knex": "2.5.1", "mysql2": "3.12.0"}}',
      'server.js':
        "const express = require('express');\nconst knex = require('knex');\nknex({ client: 'better' });\nexpress().listen(3);\n",
    },
    has: ['Express 4.21.2'],
    hasNot: ['HSQLDB'],
    says: ['Built with Express 4.21.2 on JavaScript'],
    saysNot: /MySQL/,
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
    what: 'an indirect driver is no database, the opened one is',
    files: {
      'go.mod':
        'module a\ngo 1.15\nrequire (\n\tgithub.com/gin-gonic/gin v1.8.1\n\tgithub.com/go-sql-driver/mysql v1.5.0 // indirect\n\tgithub.com/jinzhu/gorm v1.9.16\n)\n',
      'db.go': 'package a\n\nimport "github.com/jinzhu/gorm"\n\nfunc open() { gorm.Open("sqlite3", "x.db") }\n',
    },
    has: ['Gin 1.8.1', 'Go 1.15', 'GORM 1.9.16', 'SQLite'],
    hasNot: ['MySQL'],
    first: 'Gin',
    says: ['Built with Gin 1.8.1 on Go 1.15, data in SQLite through GORM'],
  },
  {
    what: "a framework's own repository is built on it",
    files: {
      'pyproject.toml': '[project]\nname = "Flask"\nversion = "3.2.0"\ndependencies = ["psycopg2"]\n',
      'src/flask/db.py': 'import psycopg2\n',
      'src/flask/app.py': 'class Flask: ...\n',
    },
    has: ['Flask 3.2.0', 'Python'],
    says: ['The source of Flask, written in Python'],
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
    what: 'a role of Ansible is built with Ansible',
    files: { 'tasks/main.yml': '- name: a\n  apt: name=b\n' },
    has: ['Ansible'],
    says: ['Built with Ansible'],
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
    what: 'a tool that looks at every engine keeps its data in none of them for sure',
    files: {
      'package.json':
        '{"name": "probe", "dependencies": {"express": "4.0.0", "pg": "8.0.0", "mysql2": "3.0.0", "mssql": "11.0.0", "mongodb": "6.0.0"}}',
      'a.js': "require('express');\nrequire('pg');\nrequire('mysql2');\nrequire('mssql');\nrequire('mongodb');\n",
    },
    has: ['PostgreSQL', 'MongoDB'],
    says: ['Built with Express 4.0.0 on JavaScript'],
    saysNot: /data/,
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
    what: 'drivers of several engines are a choice',
    files: {
      'go.mod':
        'module a\ngo 1.22\nrequire (\n\tgithub.com/lib/pq v1.10.0\n\tgithub.com/mattn/go-sqlite3 v1.14.0\n\tentgo.io/ent v0.13.0\n)\n',
      'a.go':
        'package a\n\nimport (\n\t_ "entgo.io/ent"\n\t_ "github.com/lib/pq"\n\t_ "github.com/mattn/go-sqlite3"\n)\n',
    },
    has: ['PostgreSQL', 'SQLite'],
    says: ['Written in Go 1.22'],
  },
  {
    what: 'the caret of an SDK is the lowest release that will do',
    files: {
      'pubspec.yaml': 'name: a\nenvironment:\n  sdk: ^3.8.1\ndependencies:\n  flutter:\n    sdk: flutter\n',
      'lib/main.dart': "import 'package:flutter/material.dart';\nvoid main() {}\n",
    },
    has: ['Dart >=3.8.1'],
    says: ['Built with Flutter on Dart >=3.8.1'],
  },
  {
    what: 'what draws on an engine is no engine',
    files: {
      'pubspec.yaml':
        'name: a\ndependencies:\n  flutter:\n    sdk: flutter\n  drift: ^2.1.0\ndev_dependencies:\n  mockito: ^5.6.4\n',
      'windows/runner/window.cpp': `${'int a;\n'.repeat(200)}`,
      'lib/main.dart': "import 'package:drift/drift.dart';\nimport 'package:flutter/material.dart';\nvoid main() {}\n",
    },
    has: ['SQLite', 'Mockito 5.6.4'],
    hasNot: ['mocktail'],
    says: ['Built with Flutter on Dart, data in SQLite through Drift'],
  },
  {
    what: 'settings name the engine before a compose file that runs another one',
    files: {
      'composer.json': '{"require": {"laravel/framework": "5.5.*"}}',
      '.env.example': 'DB_CONNECTION=mysql\n',
      'docker-compose.yml': 'services:\n  db:\n    image: postgres:15\n',
      'app/A.php': '<?php\n',
      'database/migrations/2020_01_01_a.php': '<?php\n',
    },
    has: ['MySQL', 'PostgreSQL 15'],
    says: ['Built with Laravel 5.5.* on PHP, data in MySQL by default'],
  },
  {
    what: 'a driver that the program asks for holds against the engine of its development',
    files: {
      Gemfile: "source 'https://rubygems.org'\ngem 'rails', '8.0.5'\ngem 'pg', '~> 1.6'\n",
      'config/database.yml': 'development:\n  adapter: sqlite3\n',
      'app/models/a.rb': 'class A\nend\n',
      'db/schema.rb': 'ActiveRecord::Schema.define do\nend\n',
    },
    has: ['PostgreSQL', 'SQLite'],
    says: ['Built with Ruby on Rails 8.0.5 on Ruby, data in PostgreSQL through Active Record'],
  },
  {
    what: 'a service of a test is no engine of the product; of two that settings name neither is the one',
    files: {
      'pyproject.toml': '[project]\nname = "links"\ndependencies = ["django==6.0.1"]\n',
      'links/settings.py':
        'if ENGINE == "postgres":\n    a = {"ENGINE": "django.db.backends.postgresql"}\nelse:\n    a = {"ENGINE": "django.db.backends.sqlite3"}\n',
      'links/backup.py': 'import sqlite3\n',
      'links/migrations/0001_initial.py': 'import django\n',
      'scripts/test-environments/mysql/compose.yml': 'services:\n  db:\n    image: mysql:8\n',
    },
    has: ['PostgreSQL', 'SQLite'],
    hasNot: ['MySQL'],
    says: ['Built with Django 6.0.1 on Python'],
    saysNot: /data in/,
  },
  {
    what: 'a driver of MariaDB may speak to MySQL, and a program without tables looks at the data of others',
    files: {
      'go.mod': 'module a\ngo 1.22\nrequire github.com/lib/pq v1.10.0\n',
      'a.go': 'package a\n\nimport _ "github.com/lib/pq"\n',
      'server/pom.xml':
        '<project><dependencies><dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId></dependency></dependencies></project>\n',
    },
    has: ['PostgreSQL', 'MariaDB'],
    says: ['Written in Go 1.22'],
    saysNot: /data/,
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
    what: 'nothing leads where the packages of a main language are not read',
    files: {
      'shadow-cljs.edn': '{:dependencies [[reagent "1.2.0"]]}\n',
      'src/a.clj': `${'(defn a [] 1)\n'.repeat(40)}`,
      'ui/package.json': '{"dependencies": {"react": "19.0.0"}}',
      'ui/a.ts': `${"import 'react';\n".repeat(20)}`,
    },
    has: ['React 19.0.0'],
    says: ['Written in Clojure'],
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
    what: "a repository's own packages are no technology of it where something else shapes them",
    files: {
      'core/spree.gemspec':
        "Gem::Specification.new do |s|\n  s.name = 'spree'\n  s.add_dependency 'rails', '>= 7.2'\nend\n",
      'core/app/models/order.rb': 'class Order\nend\n',
    },
    has: ['Ruby on Rails >= 7.2'],
    says: ['Built with Ruby on Rails >= 7.2 on Ruby'],
    saysNot: /Spree/,
  },
  {
    what: 'machines that playbooks set up are built with their tool, not with a helper beside them',
    files: {
      'ansible.cfg': '[defaults]\n',
      'roles/web/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/backup.yml': '- name: a\n',
      'requirements/requirements-controller.txt': 'fastapi==0.115.13\n',
      'controller/app.py': 'import fastapi\n',
    },
    has: ['Ansible'],
    says: ['Built with Ansible'],
    saysNot: /FastAPI/,
  },
  {
    what: 'playbooks beside scripts of Terraform that others gave are built with Ansible, and written in nothing else',
    files: {
      'ansible.cfg': '[defaults]\n',
      'roles/web/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/backup.yml': '- name: a\n',
      'contrib/terraform/main.tf': 'resource "a" "b" {}\n',
      'contrib/terraform/vars.tf': 'variable "a" {}\n',
    },
    has: ['Ansible', 'HCL'],
    says: ['Built with Ansible'],
    saysNot: /Terraform|HCL/,
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
    says: ['Built with Flask 2.3.3 and React 17.0.2 (ui) on JavaScript, tested with pytest'],
    contains: 'RabbitMQ',
    saysNot: /unittest/,
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
    what: 'what the whole asks of Qt, and not what a part of it may ask',
    files: {
      'CMakeLists.txt': 'project(cups)\nfind_package(Qt6 6.2 COMPONENTS Core Gui Widgets REQUIRED)\n',
      'src/main.cpp': '#include <QApplication>\nint main() { return 0; }\n',
    },
    has: ['Qt', 'C++'],
    says: ['Built with Qt on C++'],
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
    what: 'a store that the build takes in only on demand is not where the data lie',
    files: {
      'Cargo.toml':
        '[package]\nname = "push"\n[dependencies]\nactix-web = "4.0.0"\nsqlx = { version = "0.8.0", optional = true }\ntokio-postgres = { version = "0.7.0", optional = true }\n',
      'src/main.rs': 'use actix_web::App;\nfn main() {}\n',
      'src/db/postgres.rs': 'use sqlx::query;\nuse tokio_postgres::Client;\nfn open() {}\n',
      'migrations/1.sql': 'CREATE TABLE a (id int);\n',
    },
    has: ['SQLx 0.8.0'],
    says: ['Built with Actix Web 4.0.0 on Rust'],
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
    what: 'of an engine that settings name and another one that code opens neither is the default',
    files: {
      'src/Shop.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.0" /><PackageReference Include="MongoDB.Driver" Version="3.0.0" /></ItemGroup></Project>\n',
      'src/appsettings.json': '{ "Mongo": { "ConnectionString": "mongodb://localhost" } }\n',
      'src/Data.cs': 'using Microsoft.EntityFrameworkCore;\nclass Data { void A() { options.UseNpgsql(x); } }\n',
    },
    has: ['PostgreSQL', 'MongoDB'],
    says: ['Built with ASP.NET Core on C#, data through Entity Framework Core'],
    saysNot: /by default/,
  },
  {
    what: 'that code can open one of two engines makes it no default',
    files: {
      'Cargo.toml':
        '[package]\nname = "a"\n[dependencies]\naxum = "0.7.5"\nrusqlite = "0.31"\ntokio-postgres = "0.7"\n',
      'src/main.rs': 'use axum::Router;\nuse rusqlite::Connection;\nuse tokio_postgres::NoTls;\nfn main() {}\n',
      'src/pg.rs': 'fn open() { PgConnection::Uri(uri) }\n',
      'migrations/1_a.sql': 'CREATE TABLE a (id int);\n',
    },
    has: ['PostgreSQL', 'SQLite'],
    says: ['Built with Axum 0.7.5 on Rust'],
    saysNot: /by default/,
  },
  {
    what: 'an engine that the code is compiled for is no default, whatever names it for the start',
    files: {
      'Cargo.toml':
        '[package]\nname = "a"\n[dependencies]\naxum = "0.7.5"\nsqlx = { version = "0.7", features = ["postgres"] }\n',
      '.env': 'DATABASE_URL=postgres://localhost/a\n',
      'src/main.rs': 'use axum::Router;\nuse sqlx::PgPool;\nfn main() {}\n',
      'migrations/1_a.sql': 'CREATE TABLE a (id int);\n',
    },
    has: ['PostgreSQL'],
    says: ['Built with Axum 0.7.5 on Rust, data in PostgreSQL through SQLx'],
    saysNot: /by default/,
  },
  {
    what: 'what serves the pages leads, however large their scripts are',
    files: {
      Gemfile: "gem 'rails', '8.0.4'\n",
      ...Object.fromEntries(Array.from({ length: 3 }, (_, n) => [`app/models/m${n}.rb`, 'class M\nend\n'])),
      'app/assets/javascripts/a.js': `${'function a() { return 1; }\n'.repeat(50)}`,
      'app/assets/javascripts/b.js': `${'function b() { return 1; }\n'.repeat(50)}`,
    },
    has: ['Ruby on Rails 8.0.4'],
    says: ['Built with Ruby on Rails 8.0.4 on JavaScript'],
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
  {
    what: 'machines are built with their tool',
    files: { 'main.tf': 'variable "a" {\n  default = 1\n}\n' },
    has: ['Terraform'],
    says: ['Built with Terraform'],
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
];

import assert from 'node:assert/strict';
import { techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { databaseSettings } from '../../../src/engine/genesis/analyzers/techStack/data/databaseSettings';
import { endOfLife } from '../../../src/engine/genesis/analyzers/techStack/data/endOfLife';
import { cleanVersion } from '../../../src/engine/genesis/analyzers/techStack/stack';
import { techRules } from '../../../src/engine/genesis/analyzers/techStack/techRule';
import { analyzeSources } from '../../support/analyzeSources';

interface Example {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** `Name version`, all that must be there. */
  readonly has: readonly string[];
  readonly hasNot?: readonly string[];
  readonly first?: string;
  readonly says?: readonly string[];
  /** In no title. */
  readonly saysNot?: RegExp;
}

const examples: readonly Example[] = [
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
    what: 'an integration and a part of an SDK have versions of their own',
    files: {
      Gemfile:
        "source 'https://rubygems.org'\ngem 'rails'\ngem 'importmap-rails'\ngem 'rspec-rails'\ngem 'aws-sdk-s3'\n",
      'Gemfile.lock':
        'GEM\n  remote: https://rubygems.org/\n  specs:\n    aws-sdk-s3 (1.228.1)\n    importmap-rails (2.0.1)\n    rails (8.1.3)\n    rspec-rails (8.0.4)\n\nDEPENDENCIES\n  aws-sdk-s3\n  importmap-rails\n  rails\n  rspec-rails\n',
      'app/models/user.rb': 'class User < ApplicationRecord\nend\n',
    },
    has: ['Ruby on Rails 8.1.3', 'RSpec', 'AWS SDK', 'importmap 2.0.1'],
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
    what: 'a test driver is no database of the product',
    files: {
      'package.json': '{"dependencies": {"koa": "2.7.0", "pg": "8.0.0"}, "devDependencies": {"sqlite3": "5.0.0"}}',
    },
    has: ['Koa 2.7.0', 'PostgreSQL'],
    hasNot: ['SQLite'],
  },
  {
    what: 'a service of a compose file gives the version of the engine, the driver does not',
    files: {
      'package.json': '{"dependencies": {"pg": "8.0.0"}}',
      'docker-compose.yml': 'services:\n  db:\n    image: postgres:15-alpine\n',
    },
    has: ['PostgreSQL 15'],
  },
  {
    what: 'a framework in development dependencies alone is no framework of the product',
    files: {
      'package.json': '{"name": "lib", "main": "x.js", "devDependencies": {"express": "4.18.0", "jest": "29.0.0"}}',
      'x.js': 'module.exports = 1;\n',
    },
    has: ['Jest 29.0.0'],
    hasNot: ['Express'],
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
    what: "a starter's version is not that of what it starts",
    files: {
      'build.gradle':
        "plugins {\n  id 'org.springframework.boot' version '2.6.3'\n}\ndependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-security'\n  testImplementation 'org.springframework.boot:spring-boot-starter-test'\n  runtimeOnly 'org.xerial:sqlite-jdbc:3.36.0.3'\n}\n",
    },
    has: ['Spring Boot 2.6.3', 'Spring Security', 'JUnit', 'SQLite 3.36.0.3', 'Gradle'],
    first: 'Spring Boot',
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
    what: 'what a generator copies is not what it is built with',
    files: {
      'package.json': '{"name": "create-app", "bin": "a.js", "dependencies": {"commander": "12.0.0"}}',
      'a.js': "require('commander');\n",
      'templates/web/package.json': '{"name": "web", "dependencies": {"next": "14.0.0"}}',
    },
    has: ['Commander.js 12.0.0'],
    hasNot: ['Next.js'],
  },
  {
    what: 'what the pipeline and tests run says no version, and files for tests no technology',
    files: {
      'go.mod': 'module a\ngo 1.22\nrequire github.com/lib/pq v1.10.0\n',
      'a.go': 'package a\n\nimport _ "github.com/lib/pq"\n',
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    services:\n      db:\n        image: postgres:9.6\n',
      'tests/syntax/Caddyfile': 'x\n',
    },
    has: ['PostgreSQL'],
    hasNot: ['Caddy'],
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
    what: 'BSON alone is no database',
    files: {
      'go.mod': 'module a\ngo 1.22\nrequire go.mongodb.org/mongo-driver/v2 v2.0.0\n',
      'a.go': 'package a\n\nimport "go.mongodb.org/mongo-driver/v2/bson"\n\nvar x = bson.M{}\n',
    },
    has: ['Go 1.22'],
    hasNot: ['MongoDB'],
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
    says: ['Built with Tapir 1.0.0 and React 19.0.0 (ui) on TypeScript and Scala'],
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
    what: 'samples in a hidden folder are none of the product, and Node.js that packs its pages is none of the server',
    files: {
      'composer.json': '{"require": {"laravel/framework": "12.0.0"}}',
      'app/A.php': '<?php\n',
      'package.json': '{"engines": {"node": ">=16"}, "devDependencies": {"vite": "5.0.0"}}',
      '.examples/compose.yaml':
        'services:\n  a:\n    image: prom/prometheus:v3.5.0\n  b:\n    image: grafana/grafana:12\n',
    },
    has: ['Laravel 12.0.0', 'Vite 5.0.0'],
    hasNot: ['Prometheus', 'Grafana', 'Node.js'],
  },
  {
    what: 'what a sample asks for is none of the product',
    files: {
      'pom.xml': '<project><artifactId>a</artifactId></project>\n',
      'admin-samples/admin-sample-servlet/pom.xml':
        '<project><dependencies><dependency><groupId>org.hsqldb</groupId><artifactId>hsqldb</artifactId></dependency></dependencies></project>\n',
      'src/main/java/A.java': 'class A {}\n',
    },
    has: ['Java'],
    hasNot: ['HSQLDB'],
  },
  {
    what: 'what a project is compiled for before the image that somebody forgot',
    files: {
      'Api/Api.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web">\n<PropertyGroup>\n<TargetFramework>net9.0</TargetFramework>\n</PropertyGroup>\n</Project>\n',
      'Old/Old.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>\n<TargetFramework>net48</TargetFramework>\n</PropertyGroup>\n</Project>\n',
      'Api/Dockerfile': 'FROM mcr.microsoft.com/dotnet/aspnet:6.0\n',
      'Api/Program.cs': 'class Program {}\n',
    },
    has: ['.NET 9.0'],
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
      'Node.js 12 and 20.11.0 have had no free security fixes since 2022-04 or earlier',
      'Python 3.8.10 has had no free security fixes since 2024-10',
    ],
  },
];

describe('tech stack', () => {
  for (const { what, files, has, hasNot = [], first, says = [], saysNot } of examples) {
    it(what, async () => {
      const { techStack, findings, problems } = await analyzeSources([techStackAnalyzer], files);
      assert.deepEqual(problems, []);
      const shown = techStack.map((one) => `${one.name} ${one.version}`.trim());
      for (const one of has) assert.ok(shown.includes(one), `${one} not in ${shown.join(' | ')}`);
      for (const name of hasNot)
        assert.ok(!techStack.some((one) => one.name === name), `${name} in ${shown.join(' | ')}`);
      if (first !== undefined) assert.equal(techStack[0]?.name, first);
      const titles = findings.map((finding) => finding.title);
      for (const title of titles) if (saysNot !== undefined) assert.doesNotMatch(title, saysNot);
      for (const title of says)
        assert.ok(
          titles.some((said) => said.startsWith(title)),
          `${title}\n not in\n${titles.join('\n')}`,
        );
      for (const technology of techStack) assert.ok(technology.evidence.length > 0, technology.name);
    });
  }

  it('shows a language by own code, not by a library that was copied', async () => {
    const { findings } = await analyzeSources([techStackAnalyzer], {
      'libs/PHPMailer/PHPMailer.php': `<?php\n${'function send() { return 1; }\n'.repeat(40)}`,
      'index.php': '<?php\nfunction cups() { return 2; }\n',
    });
    const stack = findings.find(({ rule }) => rule === 'techStack/main-stack');
    assert.deepEqual(
      stack?.evidence.map(({ path }) => path),
      ['index.php'],
    );
  });

  it('tells what is asked for from what a lock file holds', async () => {
    const { findings } = await analyzeSources([techStackAnalyzer], {
      'package.json': '{\n"devDependencies": {\n"eslint": "^8.41.0"\n}\n}',
      'package-lock.json': '{\n"packages": {\n"node_modules/eslint": {\n"version": "8.57.1"\n}\n}\n}',
    });
    const [ended] = findings.filter((finding) => finding.rule === 'techStack/end-of-life');
    assert.match(
      ended?.content ?? '',
      /^`package\.json` asks for ESLint `\^8\.41\.0`; `package-lock\.json` holds `8\.57\.1`\./,
    );
    assert.deepEqual(
      ended?.evidence.map(({ path }) => path),
      ['package.json', 'package-lock.json'],
    );
  });

  it('shows versions without the marks of a range', () => {
    const table: readonly (readonly [string, string])[] = [
      ['^4.18.1', '4.18.1'],
      ['~> 7.0', '7.0'],
      ['==1.2', '1.2'],
      ['v1.8.1', '1.8.1'],
      ['>=3.11,<4', '>=3.11'],
      ['<4.0,>=3.12', '>=3.12'],
      ['>=3.4.0 <4.0.0', '>=3.4.0'],
      ['net8.0', '8.0'],
      ['workspace:*', ''],
      ['[13.3.4]', '13.3.4'],
      ['5.5.*', '5.5.*'],
      ['^8.1|^8.2 || ^8.3', '>=8.1'],
    ];
    for (const [written, shown] of table) assert.equal(cleanVersion(written), shown, written);
  });

  it('has a true example for every setting of a database', () => {
    for (const { pattern, example } of databaseSettings) assert.match(example, pattern);
  });

  it('dates the end of lines of technologies that it knows', () => {
    const names = new Set([...techRules.map((rule) => rule.name), 'Python', 'PHP', 'Ruby']);
    for (const { technology, ended } of endOfLife) {
      assert.ok(names.has(technology), technology);
      for (const month of Object.values(ended)) assert.match(month, /^20\d\d-(0[1-9]|1[0-2])$/);
    }
  });
});

export interface Example {
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

/** Which technologies a project is found to use. */
export const technologyExamples: readonly Example[] = [
  {
    what: 'takes no database from a text of the code that only speaks of one: a sample of a rule, a pattern',
    files: {
      'package.json': '{ "name": "linter" }\n',
      'src/rules/databaseSettings.ts':
        "export const rule = { pattern: /\\bjdbc:(?:mysql|h2)\\b/, example: 'spring.datasource.url=jdbc:mysql://db/app' };\n" +
        'export const driver = /\\b(?:PgPool|PgPoolOptions)\\b/;\n' +
        'export const sample = "mongoose.connect(\'mongodb://db/app\')";\n',
    },
    has: [],
    hasNot: ['MySQL', 'H2', 'MongoDB', 'PostgreSQL'],
  },
  {
    what: 'takes the database of an address that is a text of its own',
    files: {
      'package.json': '{ "name": "shop" }\n',
      'src/settings.ts': "export const settings = { database: 'mongodb://db/app', DB_TYPE: 'mysql' };\n",
    },
    has: ['MongoDB', 'MySQL'],
    hasNot: [],
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
    what: 'what is only started to try a library out keeps none of its data',
    files: {
      'forum.gemspec': "Gem::Specification.new do |s|\n  s.name = 'forum'\n  s.add_dependency 'rails', '>= 7.0'\nend\n",
      'app/models/forum/post.rb': 'module Forum\n  class Post < ActiveRecord::Base\n  end\nend\n',
      'db/schema.sql': 'CREATE TABLE forum_posts (id int);\n',
      'docker-compose.yml': 'services:\n  db:\n    image: postgres:12-alpine\n',
    },
    has: ['PostgreSQL 12'],
    saysNot: /data in/,
  },
  {
    what: 'a mapper that loads drivers by their names may open each that is asked for',
    files: {
      'package.json':
        '{"dependencies": {"express": "4.18.2", "sequelize": "5.21.13", "pg": "8.8.0", "mysql2": "2.0.1"}}',
      'src/app.js': "require('express');\nrequire('sequelize');\n",
      'migrations/1.sql': 'CREATE TABLE notes (id int);\n',
      'docker-compose.yml': 'services:\n  db:\n    image: postgres:11.6\n',
    },
    has: ['PostgreSQL 11.6', 'MySQL'],
    saysNot: /data in/,
    says: ['Built with Express 4.18.2 on JavaScript, data through Sequelize'],
  },
  {
    what: 'a lock file that was left behind holds no version',
    files: {
      'package.json':
        '{\n"dependencies": {\n"@nestjs/core": "^11.1.28",\n"@nestjs/common": "^11.1.28",\n"typeorm": "^0.3.26",\n"pg": "^8.14.1"\n}\n}',
      'package-lock.json':
        '{\n"packages": {\n"node_modules/@nestjs/core": {\n"version": "8.0.6"\n},\n"node_modules/@nestjs/common": {\n"version": "8.0.6"\n},\n"node_modules/typeorm": {\n"version": "0.2.37"\n},\n"node_modules/pg": {\n"version": "8.16.0"\n}\n}\n}',
      'src/main.ts': "import { NestFactory } from '@nestjs/core';\nimport 'typeorm';\n",
    },
    has: ['NestJS 11.1.28', 'TypeORM 0.3.26'],
  },
  {
    what: 'Rails brings what runs its tests',
    files: {
      Gemfile: "gem 'rails', '8.0.4'\ngem 'pg', '~> 1.6'\n",
      'app/models/user.rb': 'class User < ApplicationRecord\nend\n',
      'test/test_helper.rb': "require 'rails/test_help'\n",
      'test/models/user_test.rb': "require 'test_helper'\nclass UserTest < ActiveSupport::TestCase\nend\n",
    },
    has: ['Minitest'],
    says: ['Built with Ruby on Rails 8.0.4 on Ruby, tested with Minitest'],
  },
  {
    what: 'drivers that a mapper takes along are engines of the product, which may be several',
    files: {
      'pyproject.toml':
        '[project]\nname = "a"\ndependencies = [\n  "fastapi ~= 0.134.0",\n  "SQLAlchemy[mariadb-connector,postgresql-psycopg] ~= 2.0",\n  "psycopg[c] ~= 3.2",\n]\n',
      'app/main.py':
        'from fastapi import FastAPI\nfrom sqlalchemy.orm import Mapped\n\nclass Base(DeclarativeBase):\n    pass\n\nclass Rom(Base):\n    __tablename__ = "roms"\n    id: Mapped[int] = mapped_column(primary_key=True)\n',
      'migrations/1_a.sql': 'CREATE TABLE roms (id int);\n',
    },
    has: ['MariaDB', 'PostgreSQL'],
    saysNot: /data in/,
    says: ['Built with FastAPI 0.134.0 on Python, data through SQLAlchemy'],
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
    what: "a starter's version is not that of what it starts",
    files: {
      'build.gradle':
        "plugins {\n  id 'org.springframework.boot' version '2.6.3'\n}\ndependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-security'\n  testImplementation 'org.springframework.boot:spring-boot-starter-test'\n  runtimeOnly 'org.xerial:sqlite-jdbc:3.36.0.3'\n}\n",
    },
    has: ['Spring Boot 2.6.3', 'Spring Security', 'JUnit', 'SQLite 3.36.0.3', 'Gradle'],
    first: 'Spring Boot',
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
    what: 'BSON alone is no database',
    files: {
      'go.mod': 'module a\ngo 1.22\nrequire go.mongodb.org/mongo-driver/v2 v2.0.0\n',
      'a.go': 'package a\n\nimport "go.mongodb.org/mongo-driver/v2/bson"\n\nvar x = bson.M{}\n',
    },
    has: ['Go 1.22'],
    hasNot: ['MongoDB'],
  },
  {
    what: 'alternatives of a runtime are told as they are written',
    files: { 'package.json': '{"engines": {"node": "^22.12.0 || >=26.0.0"}}', 'server.js': "require('http');\n" },
    has: ['Node.js ^22.12.0 || >=26.0.0'],
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
    what: 'the framework of Windows in older project files is not the .NET that came after it',
    files: {
      'Cups/Cups.csproj':
        '<Project ToolsVersion="15.0">\n<PropertyGroup>\n<TargetFrameworkVersion>v4.8</TargetFrameworkVersion>\n</PropertyGroup>\n</Project>\n',
      'Cups/Program.cs': 'class Program {}\n',
    },
    has: ['C#'],
    hasNot: ['.NET'],
  },
  {
    what: 'stubs of types import nothing',
    files: {
      'pyproject.toml': '[project]\nname = "cups"\ndependencies = []\n',
      'cups/store.pyi': 'import sqlite3\n',
      'cups/store.py': 'cup = 1\n',
    },
    has: ['Python'],
    hasNot: ['SQLite'],
  },
];

import type { TextExample } from './textExample';

/** What is said of where the data lies. */
export const storesExamples: readonly TextExample[] = [
  {
    what: 'what reaches tables keeps nothing in a store of documents that another part asks for',
    files: {
      'src/Shop/Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>\n',
      'src/Shop/Program.cs': 'namespace Shop;\npublic class Program { public static void Main() { } }\n',
      'src/Shop.Model/Shop.Model.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup><PackageReference Include="SqlSugarCore" Version="5.1.4" /></ItemGroup>\n</Project>\n',
      'src/Shop.Model/Cup.cs':
        'using SqlSugar;\nnamespace Shop;\n[SugarTable("cups")]\npublic class Cup { [SugarColumn(IsPrimaryKey = true)] public int Id { get; set; } }\n',
      'src/Shop.Repository/Shop.Repository.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup><PackageReference Include="MongoDB.Driver" Version="2.20.0" /></ItemGroup>\n</Project>\n',
      'src/Shop.Repository/Notes.cs':
        'using MongoDB.Driver;\nnamespace Shop;\npublic class Notes { public MongoClient Client; }\n',
    },
    has: ['SqlSugar 5.1.4', 'MongoDB'],
    saysNot: /MongoDB through/,
  },
  {
    what: 'beside a part for documents a part for tables is one of the choices, whatever the engine below it',
    files: {
      'src/Shop/Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>\n',
      'src/Shop/Program.cs': 'namespace Shop;\npublic class Program { public static void Main() { } }\n',
      'src/Shop.MongoDb/Shop.MongoDb.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup><PackageReference Include="MongoDB.Driver" Version="3.10.0" /></ItemGroup>\n</Project>\n',
      'src/Shop.EntityFrameworkCore/Shop.EntityFrameworkCore.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore" Version="10.0.0" /></ItemGroup>\n</Project>\n',
    },
    has: ['MongoDB', 'Entity Framework Core 10.0.0'],
    says: ['Built with ASP.NET Core on C#'],
  },
  {
    what: 'what a library is tried out with says nothing of where its data lie',
    files: {
      'pyproject.toml': '[project]\nname = "shop"\nrequires-python = ">=3.10"\ndependencies = ["django>=5.0"]\n',
      'src/shop/models.py':
        'from django.db import models\n\n\nclass Cup(models.Model):\n    size = models.IntegerField()\n',
      'src/shop/apps.py': 'from django.apps import AppConfig\n',
      'sandbox/settings.py': "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3'}}\n",
    },
    has: ['Python >=3.10'],
    says: ['Built with Django >=5.0 on Python >=3.10'],
    saysNot: /SQLite/,
  },
  {
    what: 'what reaches tables is one of the choices where documents can be chosen',
    files: {
      'src/Shop/Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>\n',
      'src/Shop/Program.cs': 'namespace Shop;\npublic class Program { public static void Main() { } }\n',
      'src/Shop.Data.MongoDb/Shop.Data.MongoDb.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup><PackageReference Include="MongoDB.Driver" Version="3.10.0" /></ItemGroup>\n</Project>\n',
      'src/Shop.Data.Tables/Shop.Data.Tables.csproj':
        '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore" Version="10.0.0" /><PackageReference Include="Npgsql" Version="10.0.0" /></ItemGroup>\n</Project>\n',
    },
    has: ['ASP.NET Core', 'C#'],
    says: ['Built with ASP.NET Core on C#'],
    saysNot: /Entity Framework/,
  },
  {
    what: 'of parts for several engines none says where the data lie',
    files: {
      'pom.xml': '<project><modules><module>server</module></modules></project>',
      'server/pom.xml':
        '<project><artifactId>server</artifactId><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId><version>3.5.0</version></dependency></dependencies></project>',
      'server/src/main/java/shop/A.java':
        'package shop;\nimport org.springframework.boot.SpringApplication;\nclass A { }\n'.repeat(3),
      'storage/mysql-v1/pom.xml':
        '<project><artifactId>mysql</artifactId><dependencies><dependency><groupId>org.jooq</groupId><artifactId>jooq</artifactId><version>3.1</version></dependency></dependencies></project>',
      'storage/mysql-v1/src/main/java/shop/B.java': 'package shop;\nimport org.jooq.DSLContext;\nclass B { }\n',
      'storage/cassandra/pom.xml':
        '<project><artifactId>cassandra</artifactId><dependencies><dependency><groupId>com.datastax.oss</groupId><artifactId>java-driver-core</artifactId><version>4.1</version></dependency></dependencies></project>',
      'storage/cassandra/src/main/java/shop/C.java':
        'package shop;\nimport com.datastax.oss.driver.api.core.CqlSession;\nclass C { }\n',
      'storage/mysql-v1/src/main/resources/shop.sql': 'CREATE TABLE cups (id INT PRIMARY KEY);\n',
    },
    has: ['jOOQ 3.1'],
    says: ['Written in Java, with Spring Boot 3.5.0 (server)'],
    saysNot: /jOOQ/,
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
    what: 'settings for the start name no engine of a server whose schema was written out of another one',
    files: {
      'composer.json': '{"require": {"laravel/framework": "13.8.0"}}',
      'app/Models/Cup.php': '<?php\nuse Illuminate\\Database\\Eloquent\\Model;\nclass Cup extends Model {}\n',
      'config/database.php': "<?php\nreturn [\n  'default' => env('DB_CONNECTION', 'sqlite'),\n];\n",
      'database/schema/mysql-schema.sql': 'create table cups (id int primary key);\n',
    },
    has: ['Laravel 13.8.0'],
    says: ['Built with Laravel 13.8.0 on PHP, data through Eloquent'],
    saysNot: /SQLite/,
  },
  {
    what: 'of two mappers of which the one is built upon the other the upper one is told',
    files: {
      'migrations/1.sql': 'create table cups (id int primary key);\n',
      'requirements.txt': 'fastapi==0.120.0\nsqlmodel==0.0.24\nsqlalchemy==2.0.40\n',
      'shop/models.py':
        'from fastapi import FastAPI\nfrom sqlmodel import SQLModel\nfrom sqlalchemy import Column\nclass Cup(SQLModel, table=True):\n    id: int\n',
    },
    has: ['SQLModel 0.0.24', 'SQLAlchemy 2.0.40'],
    says: ['Built with FastAPI 0.120.0 on Python, data through SQLModel'],
  },
  {
    what: 'what an address in settings names is one of the engines that a mapper of Rust opens',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n[dependencies]\naxum = "0.8.1"\nsea-orm = "1.1.20"\n',
      'src/main.rs': 'use axum::Router;\nuse sea_orm::Database;\nfn main() {}\n',
      'migrations/1.sql': 'create table cups (id int primary key);\n',
      'config/shop.toml': 'database_url = "sqlite://cups.db"\n',
    },
    has: ['Axum 0.8.1'],
    says: ['Built with Axum 0.8.1 on Rust, data in SQLite by default through SeaORM'],
  },
  {
    what: 'a mapper of Python is known by the name that code imports it by',
    files: {
      'requirements.txt': 'fastapi==0.120.0\ntortoise-orm==0.23.0\naiosqlite==0.20.0\n',
      'shop/models.py': 'from fastapi import FastAPI\nfrom tortoise import fields\n',
    },
    has: ['Tortoise ORM 0.23.0'],
    says: ['Built with FastAPI 0.120.0 on Python, data in SQLite through Tortoise ORM'],
  },
];

/** Mappers, query builders and migrations: the code between the product and its database. */
export const dataAccess = `
Prisma | database | - | npm:prisma npm:@prisma/client pypi:prisma
TypeORM | database | - | npm:typeorm ~npm:@nestjs/typeorm
Sequelize | database | - | npm:sequelize ~npm:sequelize-typescript ~npm:@nestjs/sequelize
Mongoose | database | - | npm:mongoose ~npm:@nestjs/mongoose
Drift | database | - | pub:drift
Room | database | - | maven:androidx.room:*
Knex | database | - | npm:knex
Objection.js | database | - | npm:objection
Bookshelf | database | - | npm:bookshelf
Drizzle ORM | database | - | npm:drizzle-orm
MikroORM | database | - | npm:@mikro-orm/core
Kysely | database | - | npm:kysely
Waterline | database | - | npm:waterline npm:sails-hook-orm
Lucid | database | - | npm:@adonisjs/lucid
node-pg-migrate | database | - | npm:node-pg-migrate
Umzug | database | - | npm:umzug
SQLAlchemy | database | - | pypi:sqlalchemy ~pypi:flask-sqlalchemy ~pypi:sqlalchemy-utils
SQLModel | database | - | pypi:sqlmodel
Alembic | database | - | pypi:alembic file:alembic.ini
Flask-Migrate | database | - | pypi:flask-migrate
Tortoise ORM | database | - | pypi:tortoise-orm
Peewee | database | - | pypi:peewee
Pony ORM | database | - | pypi:pony
MongoEngine | database | - | pypi:mongoengine ~pypi:flask-mongoengine
Beanie | database | - | pypi:beanie
Piccolo | database | - | pypi:piccolo
Active Record | database | - | gem:activerecord file:db/schema.rb+gem:rails file:db/structure.sql+gem:rails ~gem:sinatra-activerecord
Sequel | database | - | gem:sequel
ROM | database | - | gem:rom gem:rom-sql
Mongoid | database | - | gem:mongoid
Eloquent | database | - | composer:illuminate/database import:composer/Illuminate\\Database\\Eloquent
Doctrine ORM | database | - | composer:doctrine/orm ~composer:doctrine/doctrine-bundle
Doctrine DBAL | database | - | composer:doctrine/dbal
Doctrine Migrations | database | - | composer:doctrine/migrations ~composer:doctrine/doctrine-migrations-bundle
Propel | database | - | composer:propel/propel
Phinx | database | - | composer:robmorgan/phinx
Cycle ORM | database | - | composer:cycle/orm
Hibernate | database | - | maven:org.hibernate:hibernate-core maven:org.hibernate.orm:* maven:org.hibernate:hibernate-entitymanager ~maven:io.quarkus:quarkus-hibernate-orm ~maven:io.quarkus:quarkus-hibernate-orm-panache
Spring Data JPA | database | - | maven:org.springframework.boot:spring-boot-starter-data-jpa maven:org.springframework.data:spring-data-jpa
Spring Data MongoDB | database | - | maven:org.springframework.boot:spring-boot-starter-data-mongodb maven:org.springframework.boot:spring-boot-starter-data-mongodb-reactive maven:org.springframework.data:spring-data-mongodb
Spring Data JDBC | database | - | maven:org.springframework.boot:spring-boot-starter-data-jdbc
Spring JDBC | database | - | maven:org.springframework.boot:spring-boot-starter-jdbc
Spring Data R2DBC | database | - | maven:org.springframework.boot:spring-boot-starter-data-r2dbc
MyBatis | database | - | maven:org.mybatis:mybatis maven:org.mybatis.spring.boot:mybatis-spring-boot-starter ~maven:org.mybatis:mybatis-spring ~maven:com.github.pagehelper:* ~maven:org.mybatis.generator:*
MyBatis-Plus | database | - | maven:com.baomidou:mybatis-plus-boot-starter maven:com.baomidou:mybatis-plus-spring-boot3-starter maven:com.baomidou:mybatis-plus-spring-boot4-starter maven:com.baomidou:mybatis-plus
jOOQ | database | - | maven:org.jooq:* maven:org.springframework.boot:spring-boot-starter-jooq plugin:nu.studer.jooq
Querydsl | database | - | maven:com.querydsl:*
EclipseLink | database | - | maven:org.eclipse.persistence:*
Exposed | database | - | maven:org.jetbrains.exposed:*
SwiftData | database | - | import:swift/SwiftData
Core Data | database | - | import:swift/CoreData
SQLDelight | database | - | maven:app.cash.sqldelight:* plugin:app.cash.sqldelight plugin:com.squareup.sqldelight
Slick | database | - | maven:com.typesafe.slick:* ~maven:com.github.takezoe:blocking-slick ~maven:org.playframework:play-slick ~maven:com.typesafe.play:play-slick
Doobie | database | - | maven:org.tpolecat:doobie-core ~maven:org.tpolecat:doobie-hikari ~maven:org.tpolecat:doobie-postgres
Quill | database | - | maven:io.getquill:*
Skunk | database | - | maven:org.tpolecat:skunk-core
Magnum | database | - | maven:com.augustnagro:magnum
ScalikeJDBC | database | - | maven:org.scalikejdbc:*
Anorm | database | - | maven:org.playframework.anorm:*
Hibernate Search | database | - | maven:org.hibernate.search:* ~maven:io.quarkus:quarkus-hibernate-search-*
JDBI | database | - | maven:org.jdbi:*
Flyway | database | - | maven:org.flywaydb:* plugin:org.flywaydb.flyway maven:org.springframework.boot:spring-boot-starter-flyway
Liquibase | database | - | maven:org.liquibase:* plugin:org.liquibase.gradle
HikariCP | database | - | maven:com.zaxxer:HikariCP
Entity Framework Core | database | - | nuget:Microsoft.EntityFrameworkCore nuget:Microsoft.EntityFrameworkCore.* ~nuget:Npgsql.EntityFrameworkCore.PostgreSQL ~nuget:Aspire.Npgsql.EntityFrameworkCore.PostgreSQL
Entity Framework | database | - | nuget:EntityFramework
Dapper | database | - | nuget:Dapper
NHibernate | database | - | nuget:NHibernate nuget:FluentNHibernate
FluentMigrator | database | - | nuget:FluentMigrator nuget:FluentMigrator.Runner
DbUp | database | - | nuget:dbup nuget:dbup-core
Marten | database | - | nuget:Marten
SqlSugar | database | - | nuget:SqlSugarCore nuget:SqlSugar nuget:SqlSugar.IOC
linq2db | database | - | nuget:linq2db
GORM | database | - | golang:gorm.io/gorm golang:github.com/jinzhu/gorm
sqlx (Go) | database | - | golang:github.com/jmoiron/sqlx
ent | database | - | golang:entgo.io/ent
Bun ORM | database | - | golang:github.com/uptrace/bun
SQLBoiler | database | - | golang:github.com/volatiletech/sqlboiler/*
sqlc | database | - | file:sqlc.yaml file:sqlc.yml file:sqlc.json
XORM | database | - | golang:xorm.io/xorm
Squirrel | database | - | golang:github.com/masterminds/squirrel golang:github.com/Masterminds/squirrel
golang-migrate | database | - | golang:github.com/golang-migrate/migrate golang:github.com/golang-migrate/migrate/*
goose | database | - | golang:github.com/pressly/goose golang:github.com/pressly/goose/*
Diesel | database | - | cargo:diesel
SQLx | database | - | cargo:sqlx
SeaORM | database | - | cargo:sea-orm
Ecto | database | - | hex:ecto ~hex:ecto_sql ~hex:phoenix_ecto
Fluent | database | - | swift:vapor/fluent
Supabase | backend | - | npm:@supabase/supabase-js npm:@supabase/ssr pypi:supabase pub:supabase_flutter swift:supabase/supabase-swift
Firebase | backend | - | npm:firebase npm:firebase-admin npm:firebase-functions pypi:firebase-admin pub:firebase_core maven:com.google.firebase:* plugin:com.google.gms.google-services root:firebase.json golang:firebase.google.com/go/* swift:firebase/firebase-ios-sdk
Appwrite | backend | - | npm:appwrite npm:node-appwrite pub:appwrite pypi:appwrite
Convex | backend | - | npm:convex
PocketBase SDK | backend | - | npm:pocketbase pub:pocketbase
Hasura | backend | - | image:hasura/graphql-engine
Parse | backend | - | npm:parse-server npm:parse
AWS Amplify | backend | - | npm:aws-amplify npm:@aws-amplify/backend
`;

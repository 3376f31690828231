import type { ModelSource } from '../modelFact';
import { efcoreSource } from './efcore';
import { efSnapshotSource } from './efSnapshot';
import { bunSource } from './go/bun';
import { entSource } from './go/ent';
import { gormSource } from './go/gorm';
import { xormSource } from './go/xorm';
import { jpaSource } from './jpa';
import { liquibaseSource } from './markup/liquibase';
import { mappingFilesSource } from './markup/mappingFiles';
import { doctrineSource } from './php/doctrine';
import { laravelSource } from './php/laravel';
import { prismaSource } from './prisma';
import { beanieSource } from './python/beanie';
import { djangoSource } from './python/django';
import { pythonModelsSource } from './python/pythonModels';
import { sqlalchemySource } from './python/sqlalchemy';
import { activeRecordSource } from './ruby/activeRecord';
import { mongoidSource } from './ruby/mongoid';
import { sequelSource } from './ruby/sequel';
import { dieselSource } from './rust/diesel';
import { seaOrmSource } from './rust/seaOrm';
import { decoratedSource } from './script/decorated';
import { drizzleSource } from './script/drizzle';
import { entitySchemaSource } from './script/entitySchema';
import { knexSource } from './script/knex';
import { kyselySource } from './script/kysely';
import { mongodbSource } from './script/mongodb';
import { mongooseSource } from './script/mongoose';
import { objectionSource } from './script/objection';
import { sequelizeSource } from './script/sequelize';
import { sequelizeMigrationsSource } from './script/sequelizeMigrations';
import { embeddedSqlSource } from './sql/embeddedSql';
import { sqlSource } from './sql/sql';
import { dartObjectsSource } from './text/dartObjects';
import { driftSource } from './text/drift';
import { ectoSource } from './text/ecto';
import { exposedSource } from './text/exposed';
import { fluentSource } from './text/fluent';
import { fluentMigratorSource } from './text/fluentMigrator';
import { grailsSource } from './text/grails';
import { graphqlTypesSource } from './text/graphqlTypes';
import { kotlinEntitiesSource } from './text/kotlinEntities';
import { nhibernateSource } from './text/nhibernate';
import { protobufSource } from './text/protobuf';
import { sqlInTextSource } from './text/sqlInText';
import { swiftDataSource } from './text/swiftData';

export const modelSources: readonly ModelSource[] = [
  prismaSource,
  jpaSource,
  djangoSource,
  sqlalchemySource,
  pythonModelsSource,
  beanieSource,
  decoratedSource,
  entitySchemaSource,
  objectionSource,
  sequelizeSource,
  sequelizeMigrationsSource,
  mongooseSource,
  mongodbSource,
  drizzleSource,
  activeRecordSource,
  mongoidSource,
  sequelSource,
  laravelSource,
  doctrineSource,
  efcoreSource,
  efSnapshotSource,
  gormSource,
  bunSource,
  xormSource,
  entSource,
  dieselSource,
  seaOrmSource,
  knexSource,
  kyselySource,
  liquibaseSource,
  mappingFilesSource,
  sqlSource,
  embeddedSqlSource,
  sqlInTextSource,
  ectoSource,
  exposedSource,
  kotlinEntitiesSource,
  fluentSource,
  fluentMigratorSource,
  nhibernateSource,
  grailsSource,
  driftSource,
  dartObjectsSource,
  swiftDataSource,
  graphqlTypesSource,
  protobufSource,
];

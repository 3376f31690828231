import type { ModelSource } from '../modelFact';
import { activeRecordSource } from './activeRecord';
import { bunSource } from './bun';
import { djangoSource } from './django';
import { doctrineSource } from './doctrine';
import { efcoreSource } from './efcore';
import { embeddedSqlSource } from './embeddedSql';
import { entSource } from './ent';
import { gormSource } from './gorm';
import { jpaSource } from './jpa';
import { laravelSource } from './laravel';
import { liquibaseSource } from './markup/liquibase';
import { mappingFilesSource } from './markup/mappingFiles';
import { mongoidSource } from './mongoid';
import { prismaSource } from './prisma';
import { pythonModelsSource } from './pythonModels';
import { dieselSource } from './rust/diesel';
import { seaOrmSource } from './rust/seaOrm';
import { decoratedSource } from './script/decorated';
import { drizzleSource } from './script/drizzle';
import { entitySchemaSource } from './script/entitySchema';
import { knexSource } from './script/knex';
import { mongodbSource } from './script/mongodb';
import { mongooseSource } from './script/mongoose';
import { objectionSource } from './script/objection';
import { sequelizeSource } from './script/sequelize';
import { sequelizeMigrationsSource } from './script/sequelizeMigrations';
import { sqlSource } from './sql';
import { sqlalchemySource } from './sqlalchemy';
import { dartObjectsSource } from './text/dartObjects';
import { driftSource } from './text/drift';
import { ectoSource } from './text/ecto';
import { exposedSource } from './text/exposed';
import { fluentSource } from './text/fluent';
import { fluentMigratorSource } from './text/fluentMigrator';
import { graphqlTypesSource } from './text/graphqlTypes';
import { kotlinEntitiesSource } from './text/kotlinEntities';
import { protobufSource } from './text/protobuf';
import { sqlInTextSource } from './text/sqlInText';
import { swiftDataSource } from './text/swiftData';
import { xormSource } from './xorm';

export const modelSources: readonly ModelSource[] = [
  prismaSource,
  jpaSource,
  djangoSource,
  sqlalchemySource,
  pythonModelsSource,
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
  laravelSource,
  doctrineSource,
  efcoreSource,
  gormSource,
  bunSource,
  xormSource,
  entSource,
  dieselSource,
  seaOrmSource,
  knexSource,
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
  driftSource,
  dartObjectsSource,
  swiftDataSource,
  graphqlTypesSource,
  protobufSource,
];

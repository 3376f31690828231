import type { ModelSource } from '../modelFact';
import { activeRecordSource } from './activeRecord';
import { bunSource } from './bun';
import { decoratedSource } from './decorated';
import { djangoSource } from './django';
import { doctrineSource } from './doctrine';
import { drizzleSource } from './drizzle';
import { efcoreSource } from './efcore';
import { embeddedSqlSource } from './embeddedSql';
import { entSource } from './ent';
import { entitySchemaSource } from './entitySchema';
import { gormSource } from './gorm';
import { jpaSource } from './jpa';
import { knexSource } from './knex';
import { laravelSource } from './laravel';
import { mongodbSource } from './mongodb';
import { mongooseSource } from './mongoose';
import { objectionSource } from './objection';
import { prismaSource } from './prisma';
import { pythonModelsSource } from './pythonModels';
import { rustSource } from './rust';
import { sequelizeSource } from './sequelize';
import { sequelizeMigrationsSource } from './sequelizeMigrations';
import { sqlSource } from './sql';
import { sqlalchemySource } from './sqlalchemy';
import { ectoSource } from './text/ecto';
import { exposedSource } from './text/exposed';
import { fluentSource } from './text/fluent';
import { graphqlTypesSource } from './text/graphqlTypes';
import { kotlinEntitiesSource } from './text/kotlinEntities';
import { protobufSource } from './text/protobuf';

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
  laravelSource,
  doctrineSource,
  efcoreSource,
  gormSource,
  bunSource,
  entSource,
  rustSource,
  knexSource,
  sqlSource,
  embeddedSqlSource,
  ectoSource,
  exposedSource,
  kotlinEntitiesSource,
  fluentSource,
  graphqlTypesSource,
  protobufSource,
];

import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import { analyzeSources } from '../../support/analyzeSources';
import { modelsOf } from './describeModels';

describe('findings of the data model', () => {
  it('cites the references to the entity in the centre where they stand, also in a concern', async () => {
    const names = ['Sale', 'Order', 'Note', 'Offer'];
    const files: Record<string, string> = {
      'db/schema.rb': `ActiveRecord::Schema.define do\n${['User', ...names, 'Visit', 'Trip'].map((name) => `  create_table "${name.toLowerCase()}s" do |t|\n    t.string "title"\n  end\n`).join('')}end\n`,
      'app/models/user.rb': 'class User < ApplicationRecord\nend\n',
      'app/models/concerns/owned.rb':
        'module Owned\n  extend ActiveSupport::Concern\n  included do\n    belongs_to :user\n  end\nend\n',
      'app/models/trip.rb': 'class Trip < ApplicationRecord\n  include Owned\nend\n',
      'app/models/visit.rb': 'class Visit < ApplicationRecord\n  include Owned\nend\n',
    };
    for (const name of names)
      files[`app/models/${name.toLowerCase()}.rb`] =
        `class ${name} < ApplicationRecord\n  # whose\n  belongs_to :user\nend\n`;
    const { findings, inventory } = await analyzeSources([dataModelAnalyzer], files);
    const centre = findings.find(({ rule }) => rule === 'data-model/centre');
    assert.deepEqual(centre?.evidence.map(({ path, startLine }) => `${path}:${startLine}`).sort(), [
      'app/models/concerns/owned.rb:4',
      'app/models/note.rb:3',
      'app/models/offer.rb:3',
      'app/models/order.rb:3',
      'app/models/sale.rb:3',
      'app/models/trip.rb:1',
      'app/models/user.rb:1',
      'app/models/visit.rb:1',
    ]);
    for (const { relations = [] } of inventory.models)
      for (const relation of relations) assert.deepEqual(Object.keys(relation).sort(), ['field', 'kind', 'to']);
  });

  it('cites references of tables where they name their target, also where a later step adds them', async () => {
    const names = ['sales', 'orders', 'notes'];
    const made = names.map(
      (name) =>
        `create table ${name} (\n  id int primary key,\n  user_id int,\n  constraint by_user foreign key (user_id) references users (id)\n);\n`,
    );
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'migrations/1.sql': `create table users (id int primary key);\n${made.join('')}`,
      'migrations/2.sql':
        'create table offers (id int primary key);\n\nalter table offers add user_id int references users (id);\ncreate table visits (id int primary key, user_id int);\n\n\n\n\n\nalter table visits\n  add foreign key (user_id)\n  references users (id);\n',
    });
    const centre = findings.find(({ rule }) => rule === 'data-model/centre');
    assert.deepEqual(
      centre?.evidence.map(({ path, startLine, endLine }) => `${path}:${startLine}-${endLine}`),
      ['1.sql:5-5', '1.sql:10-10', '1.sql:15-15', '2.sql:3-3', '2.sql:10-12', '1.sql:1-1'].map(
        (place) => `migrations/${place}`,
      ),
    );
  });

  it('cites a reference over several lines from its field to its target', async () => {
    const names = ['Sale', 'Order', 'Note', 'Offer'];
    const model = (name: string): string =>
      `class ${name}(models.Model):\n    """\n    Made by a Clerk.\n    """\n    by = models.ForeignKey(\n        "shop.Clerk",\n        on_delete=models.CASCADE,\n    )\n`;
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'shop/models.py': `from django.db import models\n\nclass Clerk(models.Model):\n    pass\n\n${names.map(model).join('')}`,
    });
    const centre = findings.find(({ rule }) => rule === 'data-model/centre');
    assert.deepEqual(centre?.evidence[0], { path: 'shop/models.py', startLine: 10, endLine: 11 });
  });

  it('cites a key of SQLAlchemy down to the line that names its table', async () => {
    const model = (name: string): string =>
      `class ${name}(Base):\n    __tablename__ = "${name.toLowerCase()}s"\n    by_id = Column(\n        Integer,\n        ForeignKey("clerks.id"),\n    )\n`;
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'shop/models.py': `from sqlalchemy import Column, ForeignKey, Integer\n\nclass Clerk(Base):\n    __tablename__ = "clerks"\n    id = Column(Integer, primary_key=True)\n\n${['Sale', 'Order', 'Note', 'Offer'].map(model).join('')}`,
    });
    const centre = findings.find(({ rule }) => rule === 'data-model/centre');
    assert.deepEqual(centre?.evidence[0], { path: 'shop/models.py', startLine: 9, endLine: 11 });
  });

  it('cites a schema of Mongoose where it is named', async () => {
    const { inventory } = await analyzeSources([dataModelAnalyzer], {
      'a.js':
        "const mongoose = require('mongoose');\nconst cupSchema = new mongoose.Schema(\n  {\n    of: String,\n  },\n);\nmongoose.model('Cup', cupSchema);\nmongoose.model(\n  'Plate',\n  new mongoose.Schema({ of: String }),\n);\n",
    });
    assert.deepEqual(
      inventory.models.map(({ name, line }) => `${name}:${line}`),
      ['Cup:2', 'Plate:9'],
    );
  });

  it('cites relations of Eloquent at their call, whatever names the target before', async () => {
    const model = (name: string): string =>
      `<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass ${name} extends Model {\n  public static function mine() {\n    /** @var User $user */\n    $user = auth()->user();\n    return $user;\n  }\n  public function user() {\n    return $this->belongsTo(User::class);\n  }\n}\n`;
    const names = ['Sale', 'Order', 'Note', 'Offer'];
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'app/Models/User.php':
        '<?php\nnamespace App\\Models;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass User extends Model {}\n',
      ...Object.fromEntries(names.map((name) => [`app/Models/${name}.php`, model(name)])),
    });
    const lines = findings
      .find(({ rule }) => rule === 'data-model/centre')
      ?.evidence.filter(({ path }) => !path.endsWith('User.php'))
      .map(({ startLine }) => startLine);
    assert.deepEqual(lines, [11, 11, 11, 11]);
  });

  it('cites relations of Drizzle where they are declared, apart from the tables', async () => {
    const names = ['sales', 'orders', 'notes', 'offers'];
    const table = (name: string): string => `export const ${name} = pgTable('${name}', { by: text('by') });\n`;
    const ties = names.map(
      (name) =>
        `relations(${name}, ({ one }) => ({ maker: one(users, { fields: [${name}.by], references: [users.id] }) }));\n`,
    );
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/tables.ts': `import { pgTable, text } from 'drizzle-orm/pg-core';\n${['users', ...names].map(table).join('')}`,
      'db/ties.ts': `import { relations } from 'drizzle-orm';\nimport { users, sales, orders, notes, offers } from './tables';\n${ties.join('')}`,
    });
    const centre = findings.find(({ rule }) => rule === 'data-model/centre');
    assert.equal(centre?.title, 'users is referred to by sales, orders, notes, offers');
    assert.deepEqual(
      centre?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['db/ties.ts:3', 'db/ties.ts:4', 'db/ties.ts:5', 'db/ties.ts:6', 'db/tables.ts:2'],
    );
  });

  it('takes the type of a property for no table that is called like it', async () => {
    assert.deepEqual(
      await modelsOf({
        'Data/Context.cs':
          'public class Context : DbContext\n{\n    public DbSet<TextContent> Texts { get; set; }\n    public void Map(ModelBuilder b)\n    {\n        b.Entity<TextContent>().ToTable("TextState");\n    }\n}\n',
        'Data/TextContent.cs':
          'public class TextContent\n{\n    public int Id { get; set; }\n    public TextState State { get; set; }\n}\n',
      }),
      ['ef-core TextContent [TextState] (Id:int primary, State:TextState)'],
    );
  });

  it('cites tables of Diesel and what joins them', async () => {
    const names = ['sales', 'orders', 'notes', 'offers'];
    const table = (name: string): string =>
      `diesel::table! {\n    use diesel::sql_types::*;\n\n    ${name} (id) {\n        id -> Integer,\n        user_id -> Integer,\n    }\n}\n`;
    const joins = names.map((name) => `diesel::joinable!(${name} -> users (user_id));\n`).join('');
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'src/schema.rs': `${joins}${['users', ...names].map(table).join('')}`,
    });
    const centre = findings.find(({ rule }) => rule === 'data-model/centre');
    assert.equal(centre?.title, 'users is referred to by sales, orders, notes, offers');
    assert.deepEqual(
      centre?.evidence.map(({ startLine }) => startLine),
      [1, 2, 3, 4, 8],
    );
  });

  it('tells a message once, however many services hold a copy of its file', async () => {
    const message = (extra: string): string => `syntax = "proto3";\nmessage Item {\n  string id = 1;\n${extra}}\n`;
    assert.deepEqual(
      await modelsOf({
        'a/shop.proto': message(''),
        'b/shop.proto': message(''),
        'c/shop.proto': message('  string name = 2;\n'),
      }),
      ['protobuf Item (id:string primary)', 'protobuf Item (id:string primary, name:string)'],
    );
  });

  it('tells types of an interface only where nothing is stored', async () => {
    const schema = 'type Comment {\n  id: ID!\n  text: String\n}\n';
    const table = 'create table comments (id int primary key, text text);\n';
    assert.deepEqual(await modelsOf({ 'api/schema.graphql': schema }), [
      'graphql Comment (id:ID primary, text:String?)',
    ]);
    assert.deepEqual(await modelsOf({ 'api/schema.graphql': schema, 'db/1.sql': table }), [
      'sql comments [comments] (id:int primary, text:text)',
    ]);
  });

  it('cites what it says', async () => {
    const table = (name: string): string =>
      `create table ${name} (id int primary key, user_id int references users(id), email text);\n`;
    const sql = ['users', 'orders', 'carts', 'visits', 'reviews'].map(table).join('');
    const { findings } = await analyzeSources([dataModelAnalyzer], { 'db/schema.sql': sql });
    assert.deepEqual(
      findings.map((finding) => finding.rule),
      ['data-model/entities', 'data-model/centre', 'data-model/personal-data'],
    );
    assert.equal(findings[1]?.title, 'users is referred to by orders, carts, visits, reviews');
    for (const finding of findings) assert.ok(finding.evidence.length > 0 && finding.title.length <= 120);
  });

  it('takes a table that a library may call so as well for the product where its columns are none of that', async () => {
    const { inventory, findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table users (id int primary key);\ncreate table cache (cache_key text primary key, user_id int);\ncreate table jobs (id int primary key, queue text, payload text);\n',
    });
    assert.equal(inventory.models.length, 3);
    assert.equal(findings[0]?.title, '2 SQL tables found: cache, users');
  });

  it('tells tables beside classes only where they are the larger part, and none that a class or a library may own', async () => {
    const tables = async (...names: string[]): Promise<string[]> => {
      const table = (name: string): string => `  create_table "${name}" do |t|\n    t.string "name"\n  end\n`;
      const { findings } = await analyzeSources([dataModelAnalyzer], {
        'db/schema.rb': `ActiveRecord::Schema.define do\n${names.map(table).join('')}end\n`,
        'app/models/user.rb': 'class User < ApplicationRecord\n  has_many :posts\nend\n',
      });
      return findings.map((finding) => finding.title);
    };
    assert.deepEqual(await tables('users', 'lines'), ['1 Active Record entity found: User']);
    assert.deepEqual(await tables('users', 'lines', 'shop_users', 'failed_jobs', 'oauth_tokens'), [
      '1 Active Record entity found: User',
    ]);
    assert.deepEqual(await tables('users', 'lines', 'parts'), [
      '1 Active Record entity found: User',
      '2 further Active Record tables found: lines, parts',
    ]);
  });

  it('tells the kind of most tables first, and the others as further ones', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'migrations/1.js':
        "exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments('id')).createTable('posts', (t) => t.increments('id'));\n",
      'src/cache.js': "db.run('create table cached (id int primary key, text text)');\n",
    });
    assert.deepEqual(
      findings.map((finding) => finding.title),
      ['2 Knex tables found: users, posts', '1 further SQL table found: cached'],
    );
  });

  it('tells no tables of a schema beside classes that makes none of theirs', async () => {
    const table = (name: string): string => `create table ${name} (id int primary key, name text);\n`;
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'src/main/java/Vet.java': 'import jakarta.persistence.*;\n@Entity\nclass Vet {\n  @Id Integer id;\n}\n',
      'docker/keycloak.sql': ['realm', 'client', 'scope'].map(table).join(''),
    });
    assert.deepEqual(
      findings.map((finding) => finding.title),
      ['1 JPA entity found: Vet'],
    );
  });

  it('tells a name once that several services declare', async () => {
    const model = (field: string): string =>
      `import mongoose from 'mongoose';\nexport default mongoose.model('User', new mongoose.Schema({ ${field}: String }));\n`;
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'a/user.js': model('name'),
      'b/user.js': model('label'),
    });
    assert.equal(findings[0]?.title, '1 Mongoose entity found: User');
  });

  it('counts as references only those that an entity holds itself', async () => {
    const model = (name: string, line: string): string => `class ${name} < ApplicationRecord\n  ${line}\nend\n`;
    const files = Object.fromEntries(
      ['Post', 'Note', 'Vote', 'Mark'].map((name) => [`app/models/${name}.rb`, model(name, 'belongs_to :user')]),
    );
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      ...files,
      'app/models/plan.rb': model('Plan', 'has_many :users'),
      'app/models/user.rb': model('User', 'has_many :posts'),
    });
    const centre = findings.find((finding) => finding.rule === 'data-model/centre');
    assert.equal(centre?.title, 'User is referred to by Mark, Note, Post, Vote');
  });

  it('counts the one-to-one side that holds the key', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'shop/models.py': `from django.db import models\n\nclass Fair(models.Model):\n    name = models.CharField(max_length=9)\n${['A', 'B', 'C'].map((name) => `\nclass ${name}(models.Model):\n    fair = models.ForeignKey(Fair, on_delete=models.CASCADE)\n`).join('')}\nclass Plan(models.Model):\n    fair = models.OneToOneField(to="shop.Fair", on_delete=models.CASCADE)\n`,
    });
    const centre = findings.find((finding) => finding.rule === 'data-model/centre');
    assert.equal(centre?.title, 'Fair is referred to by A, B, C, Plan');
  });

  it('counts a table that ties two others together, and one whose reference has several columns', async () => {
    const refers = (name: string): string =>
      `CREATE TABLE ${name} (id INT PRIMARY KEY, fair_id INT REFERENCES fair (id));\n`;
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql': `CREATE TABLE fair (id INT PRIMARY KEY, year INT, UNIQUE (id, year));\n${refers('stand')}${refers('ticket')}CREATE TABLE fair_guest (fair_id INT, guest_id INT, PRIMARY KEY (fair_id, guest_id), FOREIGN KEY (fair_id) REFERENCES fair (id));\nCREATE TABLE day (id INT PRIMARY KEY, fair_id INT, year INT, FOREIGN KEY (fair_id, year) REFERENCES fair (id, year));\n`,
    });
    const centre = findings.find((finding) => finding.rule === 'data-model/centre');
    assert.equal(centre?.title, 'fair is referred to by stand, ticket, fair_guest, day');
  });

  it('tells neither messages nor collections by name where schemas are, and none of what brings data up to date', async () => {
    const told = async (files: Record<string, string>): Promise<string[]> =>
      (await analyzeSources([dataModelAnalyzer], files)).findings.map(({ title }) => title);
    const raw = "const roles = db.collection('roles');\n";
    assert.deepEqual(
      await told({ 'a.proto': 'message Badge { string id = 1; }\nmessage Tag { string id = 1; }\n' }),
      [],
    );
    assert.deepEqual(await told({ 'src/db/updates/1.js': raw }), []);
    assert.deepEqual(await told({ 'src/db/roles.js': raw }), ['1 MongoDB collection found: roles']);
    const handed =
      "module.exports = (app) => {\n  const RoleSchema = app.alter('role', new app.mongoose.Schema({ title: String }));\n  return app.make(RoleSchema);\n};\n";
    assert.deepEqual(await told({ 'src/db/roles.js': raw, 'src/models/Role.js': handed }), []);
  });

  it('tells a thing and its archive of the same name', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'app/models/archived/petition.rb':
        'module Archived\n  class Petition < ApplicationRecord\n    self.table_name = "archived_petitions"\n  end\nend\n',
      'app/models/petition.rb': 'class Petition < ApplicationRecord\n  self.table_name = "petitions"\nend\n',
      'db/schema.rb':
        'ActiveRecord::Schema.define do\n  create_table "archived_petitions" do |t|\n    t.string "a"\n    t.string "b"\n  end\n  create_table "petitions" do |t|\n    t.string "a"\n  end\nend\n',
    });
    assert.equal(findings[0]?.title, '2 Active Record entities found: Archived::Petition, Petition');
  });
});

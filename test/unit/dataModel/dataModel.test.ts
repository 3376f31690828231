import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import {
  personalExamples,
  personalFields,
} from '../../../src/engine/genesis/analyzers/dataModel/findings/personalData';
import { historyOf } from '../../../src/engine/genesis/analyzers/dataModel/foldSchema';
import { tableNameOf } from '../../../src/engine/genesis/analyzers/dataModel/nodes';
import { modelSources } from '../../../src/engine/genesis/analyzers/dataModel/sources';
import type { DataModel } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';

function describeModel(model: DataModel): string {
  const fields = model.fields.map(
    (field) => `${field.name}:${field.type}${field.optional ? '?' : ''}${field.key ? ` ${field.key}` : ''}`,
  );
  const relations = (model.relations ?? []).map((relation) => ` ${relation.field}>${relation.to}`);
  return `${model.kind} ${model.name}${model.table ? ` [${model.table}]` : ''} (${fields.join(', ')})${relations.join('')}`;
}

async function modelsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { inventory, problems } = await analyzeSources([dataModelAnalyzer], files);
  assert.deepEqual(problems, []);
  for (const model of inventory.models)
    assert.ok(files[model.file]?.split('\n')[model.line - 1]?.trim(), `${model.file}:${model.line}`);
  return inventory.models.map(describeModel);
}

describe('data model', () => {
  for (const source of modelSources) {
    it(`${source.id} reads its example`, async () => {
      assert.deepEqual(await modelsOf(source.example.files), source.example.models);
    });
  }

  it('folds a history over folders and tells tables of several dialects once', async () => {
    const files = {
      'migrations/1_a/up.sql': 'create table a (id int primary key, old text);\n',
      'migrations/1_a/down.sql': 'drop table a;\n',
      'migrations/2_b/up.sql':
        'alter table a drop column old;\nalter table a add column new text;\nalter table a rename to b;\n',
      'db/mysql/schema.sql': 'create table pets (id int primary key, name varchar(30));\n',
      'db/postgres/schema.sql': 'create table pets (id serial primary key, name text);\n',
    };
    assert.deepEqual(await modelsOf(files), [
      'sql pets [pets] (id:int primary, name:varchar(30))',
      'sql b [b] (id:int primary, new:text)',
    ]);
  });

  it('tells a column and a relation once, though two kinds of database make them each', async () => {
    const files = {
      'database/migrations/1.php':
        "<?php\nreturn new class extends Migration {\n  public function up() {\n    Schema::create('notes', function (Blueprint $table) {\n      $table->id();\n      if (DB::getDriverName() === 'mysql') {\n        $table->json('data');\n        $table->foreignId('user_id')->constrained();\n      } else {\n        $table->jsonb('data');\n        $table->foreignId('user_id')->constrained();\n      }\n    });\n  }\n};\n",
    };
    assert.deepEqual(await modelsOf(files), [
      'eloquent notes [notes] (id:id primary, data:json, user_id:foreignId foreign) user_id>users',
    ]);
  });

  it('lends the relations of a base with its columns', async () => {
    const files = {
      'shop/models.py':
        "from django.db import models\n\nclass Place(models.Model):\n    name = models.CharField(max_length=9)\n\nclass Placed(models.Model):\n    place = models.ForeignKey('shop.Place', on_delete=models.CASCADE)\n    over = models.ForeignKey('self', on_delete=models.CASCADE)\n    class Meta:\n        abstract = True\n\nclass Sale(Placed):\n    total = models.IntegerField()\n",
    };
    assert.deepEqual(
      (await modelsOf(files)).at(-1),
      'django Sale (place:ForeignKey foreign, over:ForeignKey foreign, total:IntegerField) place>Place over>Sale',
    );
  });

  it('runs the files of a change log in the order in which it includes them', async () => {
    const log = (inner: string): string => `<databaseChangeLog>${inner}</databaseChangeLog>`;
    const table = (name: string, columns = ''): string =>
      `<createTable tableName="${name}"><column name="id" type="int"/>${columns}</createTable>`;
    const files = {
      'res/master.xml': log(
        '<include file="old/all.xml" relativeToChangelogFile="true"/><includeAll path="classpath:res/10"/>',
      ),
      'res/old/all.xml': log('<include file="res/old/1.xml"/>'),
      'res/old/1.xml': log(
        table('role') +
          table('user') +
          table('note', '<column name="user_id" type="int"><constraints references="user(id)"/></column>'),
      ),
      'res/10/1.xml': log(
        '<dropTable tableName="role"/><renameTable oldTableName="user" newTableName="users"/><dropColumn tableName="note" columnName="none"/>',
      ),
    };
    assert.deepEqual(await modelsOf(files), [
      'liquibase note [note] (id:int, user_id:int foreign) user_id>users',
      'liquibase users [users] (id:int)',
    ]);
  });

  it('takes what scripts for older installations make for no tables beside the whole schema', async () => {
    const table = (name: string): string => `create table ${name} (id int primary key);\n`;
    const files = {
      'database/app_db2.sql': table('a') + table('b') + table('c'),
      'database/upgrade/7/app_db2.sql': `${table('old_a')}${table('a')}`,
    };
    assert.deepEqual(
      (await modelsOf(files)).map((line) => line.split(' ')[1]),
      ['a', 'b', 'c'],
    );
  });

  it('names the model of users that settings of Django point at', async () => {
    const files = {
      'shop/models.py':
        'from django.db import models\nfrom django.conf import settings\n\nclass Sale(models.Model):\n    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)\n    to = models.ForeignKey(get_user_model(), on_delete=models.CASCADE)\n',
    };
    const user =
      'from django.contrib.auth.models import AbstractUser\n\nclass Member(AbstractUser):\n    note = models.TextField()\n';
    const relations = async (more: Readonly<Record<string, string>>): Promise<string> =>
      (await modelsOf({ ...files, ...more })).find((line) => line.includes('Sale'))?.split(')')[1] ?? '';
    assert.equal(await relations({}), ' by>User to>User');
    assert.equal(await relations({ 'people/models.py': user }), ' by>Member to>Member');
  });

  it('takes a struct beside those of GORM for an entity where its table is made', async () => {
    const files = {
      'db/migrations/1.sql': 'create table sales (id int primary key);\ncreate table answers (id int primary key);\n',
      'models/models.go':
        'package models\n\nimport "gorm.io/gorm"\n\ntype Shop struct {\n\tID int `gorm:"primaryKey"`\n\tName string\n}\n\ntype Sale struct {\n\tId int\n\tName string\n}\n\ntype Sum struct {\n\tCount int\n\tTotal int\n}\n',
      'api/answer.go': 'package api\n\nimport "gorm.io/gorm"\n\ntype Answer struct {\n\tId int\n\tName string\n}\n',
    };
    assert.deepEqual(
      (await modelsOf(files)).map((line) => line.split(' (')[0]),
      ['gorm Shop', 'gorm Sale', 'sql answers [answers]'],
    );
  });

  it('renames and drops in migrations what the schema beside them made', async () => {
    const files = {
      'db/schema.sql': 'create table a (id int primary key);\ncreate table b (id int primary key);\n',
      'db/migrations/1.sql': 'alter table a rename to c;\ndrop table b;\n',
    };
    assert.deepEqual(await modelsOf(files), ['sql c [c] (id:int primary)']);
  });

  it('drops in migrations what the program around them made at its first start', async () => {
    const php = (...statements: string[]): string =>
      `<?php\n${statements.map((statement) => `$db->exec("${statement}");\n`).join('')}`;
    const files = {
      'app/setup/create.php': php('create table notices (id int)', 'create table users (id int)'),
      'app/migrations/000016.php': `<?php\nif ($count > 0) {\n  $db->exec('DROP TABLE IF EXISTS notices');\n} else {\n  $db->exec('DROP TABLE IF EXISTS notices');\n}\n`,
      'other/setup/create.php': php('create table notices (id int, title text)'),
    };
    assert.deepEqual(await modelsOf(files), [
      'sql users [users] (id:int)',
      'sql notices [notices] (id:int, title:text)',
    ]);
  });

  it('takes no step back for one forward, however it is written', async () => {
    const kept = 'create table kept (id int primary key)';
    const gone = 'create table gone (id int primary key)';
    const files = {
      'conf/evolutions/default/1.sql': `# --- !Ups\n${kept};\n\n# --- !Downs\n${gone};\n`,
      'a/20200101-x-down.sql': `${gone};\n`,
      'b/rollback/1.sql': `${gone};\n`,
      'c/1-users.ts': `export class Users1 implements MigrationInterface {\n  async up(runner: QueryRunner) { await runner.query('create table users (id int primary key)'); }\n  async down(runner: QueryRunner) { await runner.query('${gone}'); }\n}\n`,
      'd/sqlite.ts': `export const rollbacks = [{ version: 1, stmts: ['${gone}', 'alter table kept drop column id'] }];\n`,
      'e/m.go': `package m\n\nfunc downUsers(tx *sql.Tx) error {\n\t_, err := tx.Exec("${gone}")\n\treturn err\n}\n`,
      'f/db/migrate/1_a.rb':
        'class A < ActiveRecord::Migration[7.0]\n  def self.up\n    create_table(:posts) { |t| t.string :title }\n  end\n  def self.down\n    create_table(:gone) { |t| t.string :title }\n  end\nend\n',
      'f/db/migrate/2_b.rb':
        'class B < ActiveRecord::Migration[7.0]\n  def change\n    reversible do |dir|\n      dir.up { drop_table :none }\n      dir.down { create_table(:gone) { |t| t.string :title } }\n    end\n  end\nend\n',
    };
    assert.deepEqual((await modelsOf(files)).map((line) => line.split(' ')[1]).sort(), ['kept', 'posts', 'users']);
  });

  it('follows a table of a program that is copied to change it', async () => {
    const store = (...statements: string[]): string => `export const steps = ${JSON.stringify(statements)};\n`;
    assert.deepEqual(
      await modelsOf({
        'store/1.ts': store('create table messages (id int primary key, old text)'),
        'store/2.ts': store(
          'create table messages_new (id int primary key, text text)',
          'insert into messages_new select id, old from messages',
          'drop table messages',
          'alter table messages_new rename to messages',
        ),
        'store/3.ts': store('drop table none', 'alter table messages rename to notes'),
      }),
      ['sql notes [notes] (id:int primary, text:text)'],
    );
  });

  it('keeps the histories of several dialects apart', async () => {
    const files = {
      'store/migration/mysql/1.sql':
        'create table schema_migrations (version int primary key, dirty int);\ncreate table memo (id int primary key, old text, body text);\n',
      'store/migration/mysql/2.sql': 'alter table memo rename column old to uid;\n',
      'store/migration/sqlite/0.7.sql':
        'drop table memo;\ncreate table memo (id int primary key, old text, body text);\n',
    };
    assert.deepEqual(await modelsOf(files), ['sql memo [memo] (id:int primary, uid:text, body:text)']);
  });

  it('tells no table that only one of two mirrored histories ends with', async () => {
    const tables = ['a', 'b', 'c', 'd', 'e'].map((name) => `create table ${name} (id int primary key);\n`).join('');
    const models = await modelsOf({
      'data/migrations/postgres/1.sql': tables,
      'data/migrations/sqlite3/1.sql': `${tables}create table e_new (id int primary key);\n`,
    });
    assert.deepEqual(models.length, 5);
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

  it('merges a class with its table', async () => {
    const files = {
      'src/main/resources/schema.sql': 'create table vets (id int primary key, first_name text);\n',
      'src/main/java/Vet.java': 'import jakarta.persistence.*;\n@Entity\nclass Vet {\n  @Id Integer id;\n}\n',
    };
    assert.deepEqual(await modelsOf(files), ['jpa Vet (id:Integer primary)']);
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

  it('leaves tests, examples, comments and strings alone', async () => {
    const files = {
      'tests/models.py': 'from django.db import models\nclass A(models.Model):\n    x = models.CharField()\n',
      'src/a.sql':
        "/* create table a (id int); */ -- create table b (id int)\ninsert into t values ('create table c (id int)');\n",
      'src/b.js': "// mongoose.model('X', new Schema({ a: String }))\nimport mongoose from 'mongoose';\n",
    };
    assert.deepEqual(await modelsOf(files), []);
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
    assert.equal(findings[1]?.title, '4 of the 5 tables found hold a reference to users');
    for (const finding of findings) assert.ok(finding.evidence.length > 0 && finding.title.length <= 120);
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
    assert.deepEqual(await tables('users', 'lines', 'shop_users', 'jobs', 'oauth_tokens'), [
      '1 Active Record entity found: User',
    ]);
    assert.deepEqual(await tables('users', 'lines', 'parts'), [
      '1 Active Record entity found: User',
      '2 further Active Record tables found: lines, parts',
    ]);
  });

  it('takes classes below a base of stored ones for stored, abstract ones and what is exchanged aside', async () => {
    const heir = (name: string, modifier = ''): string =>
      `public ${modifier}class ${name} : EntityBase\n{\n    public string Note { get; set; }\n}\n`;
    const models = await modelsOf({
      'Data/Context.cs':
        'public class Context : DbContext\n{\n    public DbSet<A> As { get; set; }\n    public DbSet<B> Bs { get; set; }\n    public DbSet<C> Cs { get; set; }\n}\n',
      'Models/All.cs': `public abstract class EntityBase\n{\n    public int Id { get; set; }\n}\n${['A', 'B', 'C', 'D'].map((name) => heir(name)).join('')}${heir('Shape', 'abstract ')}`,
      'Dtos/E.cs': heir('E'),
    });
    assert.deepEqual(
      models.map((line) => line.split(' ')[1]),
      ['A', 'B', 'C', 'D'],
    );
  });

  it('takes models of another mapper for none of Django, and a struct with less of another for no entity', async () => {
    const files = {
      'polar/kit/models.py':
        'from sqlalchemy.orm import DeclarativeBase\n\nclass Model(DeclarativeBase):\n    __abstract__ = True\n    id = Column(Integer)\n\nclass RecordModel(Model):\n    __abstract__ = True\n    at = Column(Integer)\n',
      'polar/models/user.py': 'from polar.kit.models import RecordModel\n\nclass Role(RecordModel):\n    pass\n',
      'models/user.go':
        'package models\n\ntype User struct {\n\tID int64 `xorm:"pk"`\n\tName string `xorm:"index"`\n\tToken string\n}\n\ntype UserWithoutToken struct {\n\tID int64 `xorm:"pk"`\n\tName string `xorm:"index"`\n}\n',
    };
    assert.deepEqual(
      (await modelsOf(files)).filter((line) => !line.startsWith('sqlalchemy')),
      ['xorm User (ID:int64 primary, Name:string, Token:string)'],
    );
  });

  it('tells the kind of most tables first, and the others as further ones', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'migrations/1.js':
        "exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments('id')).createTable('posts', (t) => t.increments('id'));\n",
      'src/cache.js': "db.run('create table cached (id int primary key, text text)');\n",
    });
    assert.deepEqual(
      findings.map((finding) => finding.title),
      ['2 Knex tables found: posts, users', '1 further SQL table found: cached'],
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
    assert.equal(centre?.title, '4 of the 6 entities found hold a reference to User');
  });

  it('counts the one-to-one side that holds the key', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'shop/models.py': `from django.db import models\n\nclass Fair(models.Model):\n    name = models.CharField(max_length=9)\n${['A', 'B', 'C'].map((name) => `\nclass ${name}(models.Model):\n    fair = models.ForeignKey(Fair, on_delete=models.CASCADE)\n`).join('')}\nclass Plan(models.Model):\n    fair = models.OneToOneField(to="shop.Fair", on_delete=models.CASCADE)\n`,
    });
    const centre = findings.find((finding) => finding.rule === 'data-model/centre');
    assert.equal(centre?.title, '4 of the 5 entities found hold a reference to Fair');
  });

  it('finds no personal data in switches, numbered cards, places and machines', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table cards (id int primary key, card_number varchar(9), send_email text);\ncreate table venues (id int primary key, street text, user_id int);\ncreate table dns_records (id int primary key, ip text, account_id int);\n',
    });
    assert.deepEqual(
      findings.map((finding) => finding.rule),
      ['data-model/entities'],
    );
  });

  it('names tables and histories as frameworks do', () => {
    assert.deepEqual(['User', 'OrderItem', 'Category', 'Box', 'HTTPLog', 'Day'].map(tableNameOf), [
      'users',
      'order_items',
      'categories',
      'boxes',
      'http_logs',
      'days',
    ]);
    assert.equal(historyOf('api/db/migrations/1/up.sql'), 'api/db/migrations');
    assert.equal(historyOf('a/b.sql'), 'a');
  });

  it('every kind of personal data has an example', () => {
    for (const [index, { pattern }] of personalFields.entries()) assert.match(personalExamples[index] ?? '', pattern);
  });
});

import assert from 'node:assert/strict';
import { modelsOf } from './describeModels';

describe('histories of the data model', () => {
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

  it('takes scripts for one kind of database for steps of older installations where the whole schema lies beside them', async () => {
    const tables = ['users', 'notes', 'cache'].map((name) => `create table ${name} (id int primary key, text text);\n`);
    const files = {
      'SQL/mysql.initial.sql': tables.join(''),
      'SQL/sqlite.initial.sql': tables.join(''),
      'SQL/sqlite/2011010100.sql': 'drop table users;\ncreate table old_notes (id int primary key);\n',
    };
    assert.deepEqual(
      await modelsOf(files),
      ['users', 'notes', 'cache'].map((name) => `sql ${name} [${name}] (id:int primary, text:text)`),
    );
  });

  it('folds upgrade scripts that make further tables onto the schema that they begin with', async () => {
    const table = (name: string): string => `create table ${name} (id int primary key);\n`;
    const files = {
      'src/storage/schema11.sql': ['cards', 'notes', 'log'].map(table).join(''),
      'src/storage/upgrades/schema14.sql': ['decks', 'tags', 'fields', 'words', 'sounds'].map(table).join(''),
      'src/storage/upgrades/schema15.sql': `drop table log;\ndrop table notes;\n${table('notes')}`,
    };
    assert.deepEqual(
      (await modelsOf(files)).sort(),
      ['cards', 'decks', 'fields', 'notes', 'sounds', 'tags', 'words'].map(
        (name) => `sql ${name} [${name}] (id:int primary)`,
      ),
    );
  });

  it('takes a table from the history that goes on, beside one that ended earlier', async () => {
    const made =
      "exports.up = (knex) => knex.schema.createTable('logins', (t) => {\n  t.string('key').primary();\n  t.json('config');\n  t.text('label');\n});\n";
    const files = {
      'db/before/migrations/1.js': made,
      'db/migrations/1.js': made,
      'db/migrations/2.js':
        "exports.up = async (knex) => {\n  const old = await knex('logins').where('on', false);\n  await knex.schema\n    .alterTable('logins', (t) => {\n      t.integer('order').defaultTo(0);\n    });\n};\n",
    };
    assert.deepEqual(await modelsOf(files), [
      'knex logins [logins] (key:string primary, config:json, label:text, order:integer)',
    ]);
  });

  it('tells no tables of a history of Rails that lies beside the dump of the schema', async () => {
    const made = 'ActiveRecord::Schema.define do\n  create_table "notes" do |t|\n    t.text "body"\n  end\nend\n';
    const files = {
      'db/schema.rb': made,
      'db/partners_migrate/20180101000000_partners.rb': made.replace('notes', 'partners'),
    };
    assert.deepEqual(await modelsOf(files), ['active-record notes [notes] (id:bigint primary, body:text)']);
  });

  it('takes the columns of a class from a table that has some', async () => {
    const files = {
      'import/before.js': "const people = db.collection('people');\n",
      'migrations/1.js':
        "exports.up = (knex) => knex.schema.createTable('people', (t) => {\n  t.increments('id');\n  t.string('name');\n});\n",
      'models/person.js':
        "const { Model } = require('objection');\nclass Person extends Model {\n  static get tableName() { return 'people' }\n  static get jsonSchema() { return { properties: { id: { type: 'integer' } } } }\n}\n",
    };
    assert.deepEqual(await modelsOf(files), ['objection Person [people] (id:increments primary, name:string)']);
  });

  it("takes the project's own base of its records for none, and finds tables by the plurals of Rails", async () => {
    const heir = (name: string): string => `<?php\nnamespace App\\Model;\nclass ${name} extends Stored {\n}\n`;
    const files = {
      'app/models/feedback.rb': 'class Feedback < ApplicationRecord\nend\n',
      'db/schema.rb':
        'ActiveRecord::Schema.define do\n  create_table "feedbacks" do |t|\n    t.text "note"\n  end\nend\n',
    };
    const bare = {
      'src/Model/Stored.php':
        '<?php\nnamespace App\\Model;\nuse Illuminate\\Database\\Eloquent\\Model;\nclass Stored extends Model {\n  protected $guarded = [];\n}\n',
      'src/Model/Talk.php': heir('Talk').replace('{', "{\n  protected $table = 'talks';"),
      'src/Model/Fair.php': heir('Fair').replace('{', "{\n  protected $table = 'fairs';"),
    };
    assert.deepEqual(await modelsOf(files), ['active-record Feedback [feedbacks] (id:bigint primary, note:text)']);
    assert.deepEqual((await modelsOf(bare)).sort(), ['eloquent Fair [fairs] ()', 'eloquent Talk [talks] ()']);
  });

  it('takes upgrades elsewhere for no tables where they make those of the installation again', async () => {
    const names = Array.from({ length: 10 }, (_, at) => `thing${String(at)}`);
    const table = (name: string): string => `create table ${name} (id int primary key);\n`;
    const models = await modelsOf({
      'setup/inc/install-mysql.sql': names.map(table).join(''),
      'include/upgrader/core/1.patch.sql': `${[...names.slice(0, 5), 'before', 'twice', 'thrice'].map(table).join('')}drop table twice;\ndrop table thrice;\n`,
      'modules/updates/1.sql': ['further', 'thing1'].map(table).join(''),
    });
    assert.deepEqual(models.map((line) => line.split(' ')[1]).sort(), ['further', ...names].sort());
  });

  it('takes the schema of another program that tests are run on, and what a database keeps, for no tables', async () => {
    const files = {
      'crates/move/test_source_migrations/1_users.sql': 'create table old_users (id int primary key);\n',
      'db/schema.sql': 'create table sqlite_master (name text);\ncreate table users (id int primary key);\n',
    };
    assert.deepEqual(await modelsOf(files), ['sql users [users] (id:int primary)']);
  });

  it('tells no table that a change needs for a while', async () => {
    const files = {
      'src/Store.java':
        'class Store {\n  void up() {\n    run("DROP TABLE tmp_addresses");\n    make();\n    run("CREATE TABLE cups (id int primary key, size int)");\n  }\n  void make() {\n    run("CREATE TABLE plates_backup_77 (id int primary key)");\n    run("CREATE TABLE tmp_addresses (uuid text primary key, address text)");\n  }\n}\n',
    };
    assert.deepEqual(await modelsOf(files), ['sql cups [cups] (id:int primary, size:int)']);
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

  it('takes a table for the one that it was renamed to, in whatever order the folders sort', async () => {
    const files = {
      'sql/schemas/all.sql': 'create table writer (id int primary key);\n',
      'sql/migrations/2021-names/up.sql': 'alter table if exists author rename to writer;\n',
      'sql/migrations/import/up.sql': 'create table author (id int primary key);\ncreate table note (id int);\n',
    };
    assert.deepEqual((await modelsOf(files)).map((line) => line.split(' ')[1]).sort(), ['note', 'writer']);
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

  it('gives all tables of a list their new names, and drops a reference with any of its columns', async () => {
    const models = await modelsOf({
      'db/migrations/1.sql':
        'create table users (id int primary key, tenant int);\ncreate table docs (id int primary key, user_id int, tenant int, foreign key (user_id, tenant) references users (id, tenant));\n',
      'db/migrations/2.sql': 'rename table users to x_user, docs to x_doc;\nalter table x_doc drop column tenant;\n',
    });
    assert.deepEqual(
      models.map((line) => line.split(' (')[0]),
      ['sql x_user [x_user]', 'sql x_doc [x_doc]'],
    );
    assert.ok(!models.some((line) => line.includes('>')), models.join('\n'));
  });
});

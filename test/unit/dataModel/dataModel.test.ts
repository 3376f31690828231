import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import { historyOf } from '../../../src/engine/genesis/analyzers/dataModel/schema/foldSchema';
import { modelSources } from '../../../src/engine/genesis/analyzers/dataModel/sources';
import { tableNameOf } from '../../../src/engine/genesis/analyzers/dataModel/syntax/nodes';
import { analyzeSources } from '../../support/analyzeSources';
import { modelsOf } from './describeModels';

describe('data model', () => {
  for (const source of modelSources) {
    it(`${source.id} reads its example`, async () => {
      assert.deepEqual(await modelsOf(source.example.files), source.example.models);
    });
  }

  it('looks for the keyword of a source in every text that may hold it', () => {
    for (const { id, words, keyword, example } of modelSources) {
      const texts = Object.values(example.files).filter((text) => words !== undefined && keyword.test(text));
      for (const text of texts)
        assert.ok(
          words?.some((word) => text.toLowerCase().includes(word)),
          `${id}: ${text}`,
        );
      // Words are looked for without regard to case, and from three letters on.
      for (const word of words ?? []) assert.match(word, /^[^A-Z]{3,}$/);
    }
  });

  it('reads entities of Room under the whole name of their mark, and columns of keys that are constants', async () => {
    const files = {
      'app/src/main/java/Shop.kt':
        'import androidx.room.PrimaryKey\n\n@androidx.room.Entity\ndata class Shop(@PrimaryKey val id: Long)\n',
      'app/src/main/java/Sale.kt':
        'import androidx.room.Entity\n\n@Entity(\n    foreignKeys = [\n        ForeignKey(entity = Shop::class, parentColumns = [Shop.ID], childColumns = [SHOP_ID]),\n        ForeignKey(entity = Shop::class, parentColumns = [Shop.ID], childColumns = [Names.OTHER_ID]),\n    ],\n)\ndata class Sale(@androidx.room.PrimaryKey val id: Long) {\n    companion object Key {\n        const val SHOP_ID = "shop_id"\n        const val OTHER_ID = "no"\n    }\n}\n',
    };
    assert.deepEqual(await modelsOf(files), [
      'room Sale (id:Long primary) shop_id>Shop >Shop',
      'room Shop (id:Long primary)',
    ]);
    const { findings } = await analyzeSources([dataModelAnalyzer], files);
    assert.match(findings.map(({ content }) => content).join('\n'), /; shop\\_id → Shop, → Shop/);
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

  it('takes no struct for a table by what it embeds where the program lists nearly all tables that it makes', async () => {
    const names = ['Shop', 'Sale', 'Note', 'Tag', 'Offer'];
    const files = {
      'model/all.go': `package model\n\n${names.map((name) => `type ${name} struct {\n\tID int \`gorm:"primaryKey"\`\n\tName string\n}\n`).join('')}`,
      'model/store.go':
        'package model\n\ntype Store struct {\n\tID int `gorm:"primaryKey"`\n\tProxy\n}\n\ntype Proxy struct {\n\tURL string `gorm:"default:a"`\n\tPort int\n}\n\ntype Object struct {\n\tID int\n\tSize int\n}\n\ntype ObjectTree struct {\n\tObject\n\tName string\n}\n\ntype Thumb struct {\n\tObject\n\tURL string\n}\n\ntype Link struct {\n\tObject\n\tURL string\n}\n',
      'db/db.go': `package db\n\nimport "example.org/shop/model"\n\nfunc start() {\n\tAutoMigrate(${[...names, 'Store'].map((name) => `new(model.${name})`).join(', ')})\n}\n`,
    };
    assert.deepEqual(
      (await modelsOf(files)).map((line) => line.split(' ')[1]),
      [...names, 'Store'],
    );
  });

  it('takes a struct for the row of a query where scripts make the tables of the others', async () => {
    const names = ['Shop', 'Sale', 'Note', 'Tag', 'Offer', 'Visit'];
    const struct = (name: string): string =>
      `type ${name} struct {\n\tID int \`gorm:"primaryKey"\`\n\tName string\n\tAge int\n}\n`;
    const rows = 'type ShareItem struct {\n\tTitle string `gorm:"type:text"`\n\tCount int\n}\n';
    const files = {
      'models/models.go': `package models\n\nimport "gorm.io/gorm"\n\n${names.map(struct).join('')}${rows}`,
      'db/1.up.sql': names.map((name) => `create table ${name.toLowerCase()}s (id int primary key);\n`).join(''),
    };
    const told = async (more: Readonly<Record<string, string>>): Promise<string[]> =>
      (await modelsOf(more)).flatMap((line) => (line.startsWith('gorm') ? [line.split(' ')[1] ?? ''] : []));
    assert.deepEqual(await told(files), names);
    assert.deepEqual(await told({ 'models/models.go': files['models/models.go'] }), [...names, 'ShareItem']);
  });

  it('takes the schema that the program imports for its own, not one that a tool left behind', async () => {
    const users =
      "import { pgTable, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', { id: text('id').primaryKey() });\n";
    const { inventory } = await analyzeSources([dataModelAnalyzer], {
      'auth-schema.ts': users,
      'src/db/schema.ts': users,
      'src/index.ts': "import { users } from './db/schema';\nconsole.log(users);\n",
    });
    assert.deepEqual(
      inventory.models.map(({ file }) => file),
      ['src/db/schema.ts'],
    );
  });

  it('leaves the columns of a table to it, though an heir of it is a table too', async () => {
    const files = {
      'shop/models.py':
        "from django.db import models\n\nclass Dated(models.Model):\n    at = models.DateField()\n    class Meta:\n        abstract = True\n\nclass Asset(Dated):\n    zone = models.ForeignKey('shop.Zone', on_delete=models.CASCADE)\n\nclass Host(Asset):\n    port = models.IntegerField()\n",
    };
    assert.deepEqual(await modelsOf(files), [
      'django Asset (at:DateField, zone:ForeignKey foreign) zone>Zone',
      'django Host (port:IntegerField)',
    ]);
  });

  it('merges a class with its table', async () => {
    const files = {
      'src/main/resources/schema.sql': 'create table vets (id int primary key, first_name text);\n',
      'src/main/java/Vet.java': 'import jakarta.persistence.*;\n@Entity\nclass Vet {\n  @Id Integer id;\n}\n',
    };
    assert.deepEqual(await modelsOf(files), ['jpa Vet (id:Integer primary)']);
  });

  it('follows models by what code calls them, and tells no relation whose target was not found', async () => {
    const files = {
      'models/url.js':
        "const Url = sequelize.define('url', { short: DataTypes.STRING });\nconst UrlHistory = sequelize.define('url_history', { at: DataTypes.DATE });\nmodule.exports = { Url, UrlHistory };\n",
      'models/index.js':
        "const { Url, UrlHistory } = require('./url');\nUrl.hasMany(UrlHistory);\nUrlHistory.belongsTo(Url);\nUrl.belongsTo(Stranger);\n",
    };
    const { inventory, findings } = await analyzeSources([dataModelAnalyzer], files);
    assert.deepEqual(
      inventory.models.map(({ name, relations = [] }) => `${name}: ${relations.map(({ to }) => to).join(', ')}`),
      ['url: url_history, Stranger', 'url_history: url'],
    );
    const told = findings.find(({ rule }) => rule === 'data-model/entities')?.content ?? '';
    assert.match(told, /UrlHistory → url\\_history/);
    assert.doesNotMatch(told, /Stranger/);
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

  it('takes classes below a base of stored ones for stored, abstract ones and what is exchanged aside', async () => {
    const heir = (name: string, modifier = ''): string =>
      `public ${modifier}class ${name} : EntityBase\n{\n    public string Note { get; set; }\n}\n`;
    const models = await modelsOf({
      'Data/Context.cs':
        'public class Context : DbContext\n{\n    public DbSet<A> As { get; set; }\n    public DbSet<B> Bs { get; set; }\n    public DbSet<C> Cs { get; set; }\n}\n',
      'Models/All.cs': `public abstract class EntityBase\n{\n    public int Id { get; set; }\n}\n${['A', 'B', 'C', 'D'].map((name) => heir(name)).join('')}${heir('Shape', 'abstract ')}public class Round : Shape\n{\n    public int Radius { get; set; }\n}\n`,
      'Dtos/E.cs': heir('E'),
      'Core/Note.cs': `${heir('Note')}${heir('NoteEntity')}`,
    });
    assert.deepEqual(
      models.map((line) => line.split(' ')[1]),
      ['NoteEntity', 'A', 'B', 'C', 'D', 'Round'],
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

  it('takes a folder for that of the tables where several structs say theirs', async () => {
    const tables = ['A', 'B', 'C'].map(
      (name) =>
        `type ${name} struct {\n\tID string \`gorm:"primaryKey"\`\n\tName string\n}\nfunc (x *${name}) TableName() string { return "t_${name}" }\n`,
    );
    const models = await modelsOf({
      'schema/tables.go': `package schema\n${tables.join('')}`,
      'schema/egress.go': 'package schema\ntype Egress struct {\n\tID string `gorm:"primaryKey"`\n\tName string\n}\n',
    });
    assert.ok(
      models.some((line) => line.startsWith('gorm Egress')),
      models.join('\n'),
    );
  });

  it('takes what another mapper calls an entity for none of Entity Framework', async () => {
    const files = {
      'Data/TableMapping.cs':
        'class TableMapping { void Map() { Mapper.Entity<Config>("Config").RegisterModel(); } }\n',
      'Data/Config.cs': 'class Config { public int Id { get; set; } public string Key { get; set; } }\n',
    };
    assert.deepEqual(await modelsOf(files), []);
    const context = 'class Shop : DbContext { void On(ModelBuilder b) { b.Entity<Config>(); } }\n';
    assert.equal((await modelsOf({ ...files, 'Data/TableMapping.cs': context })).length, 1);
  });

  it('takes an edge of ent with a field for a reference, and several fields for the key', async () => {
    const head = 'package schema\nimport (\n\t"entgo.io/ent"\n)\n';
    const models = await modelsOf({
      'ent/schema/group.go': `${head}type Group struct {\n\tent.Schema\n}\n`,
      'ent/schema/user_group.go': `${head}type UserGroup struct {\n\tent.Schema\n}\nfunc (UserGroup) Annotations() []schema.Annotation {\n\treturn []schema.Annotation{field.ID("user_id", "group_id")}\n}\nfunc (UserGroup) Fields() []ent.Field {\n\treturn []ent.Field{field.Int("user_id"), field.Int("group_id")}\n}\nfunc (UserGroup) Edges() []ent.Edge {\n\treturn []ent.Edge{edge.To("group", Group.Type).Field("group_id").Unique()}\n}\n`,
    });
    assert.deepEqual(models, [
      'ent Group (id:Int primary)',
      'ent UserGroup (user_id:Int primary, group_id:Int primary) group>Group',
    ]);
  });

  it('reads scripts that are filled in, and leaves what was before and what tests bring aside', async () => {
    const told = async (files: Record<string, string>): Promise<string[]> =>
      (await analyzeSources([dataModelAnalyzer], files)).findings.map(({ title }) => title);
    const table = (name: string): string =>
      `CREATE TABLE IF NOT EXISTS {{.prefix}}${name} (\n  id VARCHAR(36),\n  {{if .mysql}}\`schema\`{{else}}schema{{end}} BIGINT,\n  PRIMARY KEY (id)\n) {{if .mysql}}ENGINE{{end}};\n`;
    assert.deepEqual(
      await told({
        'migrations/1_init.up.sql': `${table('blocks')}${table('boards')}`,
        'store/tables.go': 'package store\nconst s = `CREATE TABLE teams (id int primary key, name text)`\n',
      }),
      ['2 SQL tables found: blocks, boards'],
    );
    const install =
      'CREATE TABLE [$(ShopSchema)].[Orders] (\n  [Id] INT PRIMARY KEY\n);\nCREATE TABLE [Cups_$(Year)] (\n  [Id] INT\n);\n';
    assert.deepEqual(await told({ 'install.sql': install }), ['1 SQL table found: Orders']);
    const entity = (name: string): string =>
      `import jakarta.persistence.*;\n@Entity\nclass ${name} {\n  @Id Integer id;\n}\n`;
    assert.deepEqual(
      await told({ 'src/main/java/a/User.java': entity('User'), 'src/main/java/migrator/Old.java': entity('Old') }),
      ['1 JPA entity found: User'],
    );
    assert.deepEqual(await told({ 'adapter/test-resources/s.graphql': 'type Track { id: ID! name: String }\n' }), []);
  });

  it('joins no entity to a namesake that its file takes from a package', async () => {
    const models = (plan: string): Record<string, string> => ({
      'app/topics/models.py':
        'from django.db import models\n\nclass Topic(models.Model):\n    name = models.CharField()\n',
      'app/plans/models.py': `from django.db import models\n${plan}\n\nclass Plan(models.Model):\n    topics = models.ManyToManyField(Topic)\n`,
    });
    const related = async (plan: string): Promise<boolean> =>
      (await modelsOf(models(plan))).some((line) => line.includes('topics>Topic'));
    assert.equal(await related('from adhocracy4.projects.models import Topic'), false);
    assert.equal(await related('from app.topics.models import Topic'), true);
  });

  it('takes one table that code makes for itself for no data model', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'lib/Autocomplete.php':
        '<?php\n$db->exec("CREATE TABLE IF NOT EXISTS search_history (id INTEGER PRIMARY KEY, term TEXT)");\n',
    });
    assert.deepEqual(findings, []);
  });

  it('lends what a concern of Rails includes to the classes that include it', async () => {
    const models = await modelsOf({
      'app/models/member.rb': 'class Member < ApplicationRecord\nend\n',
      'app/models/garden.rb': 'class Garden < ApplicationRecord\n  include Ownable\n  belongs_to :place\nend\n',
      'app/models/concerns/ownable.rb':
        "module Ownable\n  extend ActiveSupport::Concern\n  included do\n    belongs_to :owner, class_name: 'Member'\n    validates :owner, presence: true\n  end\nend\n",
    });
    assert.deepEqual(models.toSorted(), [
      'active-record Garden [gardens] () owner>Member place>Place',
      'active-record Member [members] ()',
    ]);
  });

  it('takes no class for a model of Django that inherits from a namesake of one', async () => {
    const models = await modelsOf({
      'shop/models.py':
        'from django.db import models\n\nclass Schedule(models.Model):\n    at = models.DateTimeField()\n',
      'shop/timing.py': 'class Schedule:\n    pass\n',
      'shop/tasks.py':
        'from django.db import models\nfrom shop.timing import Schedule\n\nclass Nightly(Schedule):\n    pass\n',
    });
    assert.deepEqual(models, ['django Schedule (at:DateTimeField)']);
  });

  it('puts in front of a table of Rails what the module or the class around it says', async () => {
    const table = (name: string): string => `  create_table "${name}" do |t|\n    t.string "title"\n  end\n`;
    const files = {
      'db/schema.rb': `ActiveRecord::Schema.define do\n${['donations_gifts', 'track_ideas', 'track_idea_notes', 'gifts'].map(table).join('')}end\n`,
      'app/models/payments.rb': "module Payments\n  def self.table_name_prefix = 'donations_'\nend\n",
      'app/models/payments/gift.rb': 'class Payments::Gift < ApplicationRecord\nend\n',
      'app/models/idea.rb': "class Idea < ApplicationRecord\n  self.table_name = 'track_ideas'\nend\n",
      'app/models/idea/note.rb': 'class Idea::Note < ApplicationRecord\nend\n',
      // What only shows a record is none.
      'app/models/idea/export/gift.rb': 'class Idea::Export::Gift < SimpleDelegator\nend\n',
    };
    assert.deepEqual(
      (await modelsOf(files)).map((line) => line.split(' (')[0]),
      [
        'active-record Idea [track_ideas]',
        'active-record Idea::Note [track_idea_notes]',
        'active-record Payments::Gift [donations_gifts]',
        'active-record gifts [gifts]',
      ],
    );
  });

  it('finds a class of Ruby from the inside out, and takes a class that is opened again for one', async () => {
    const files = {
      'app/models/track.rb':
        'class Track < ApplicationRecord\n  has_many :posts\n  has_many :fans, class_name: "User"\nend\n',
      'app/models/track/post.rb': 'class Track::Post < ApplicationRecord\n  belongs_to :track\nend\n',
      'app/models/post.rb': 'class Post < ApplicationRecord\n  belongs_to :author, class_name: "Shop::Author"\nend\n',
      'app/models/shop/author.rb': 'module Shop\n  class Author < ApplicationRecord\n    has_many :posts\n  end\nend\n',
      'app/models/track/counts.rb': 'class Track < ApplicationRecord\n  has_one :count, class_name: "Post"\nend\n',
    };
    assert.deepEqual(
      (await modelsOf(files)).map((line) => line.replace(/ \[.*\)/, '')),
      [
        'active-record Post author>Author',
        'active-record Author posts>Post',
        'active-record Track posts>Track::Post fans>User count>Track::Post',
        'active-record Track::Post track>Track',
      ],
    );
  });

  it('names tables and histories as frameworks do', () => {
    assert.deepEqual(
      ['User', 'OrderItem', 'Category', 'Box', 'HTTPLog', 'Day', 'Status', 'NotesForTopics'].map(tableNameOf),
      ['users', 'order_items', 'categories', 'boxes', 'http_logs', 'days', 'statuses', 'notes_for_topics'],
    );
    assert.deepEqual(['UserData', 'TestAnalysis', 'Axis'].map(tableNameOf), ['user_data', 'test_analyses', 'axes']);
    assert.equal(historyOf('api/db/migrations/1/up.sql'), 'api/db/migrations');
    assert.equal(historyOf('a/b.sql'), 'a');
  });
});

import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import { analyzeSources } from '../../support/analyzeSources';
import { modelsOf } from './describeModels';

const schema = (module: string, table: string, ...lines: string[]): string =>
  `defmodule ${module} do\n  use Ecto.Schema\n  alias Shop.{Bans, Users}\n  alias Shop.Tags.Tag, as: Label\n  schema "${table}" do\n${lines.map((line) => `    ${line}\n`).join('')}  end\nend\n`;

describe('entities of one name', () => {
  const ecto = {
    'lib/bans/user.ex': schema('Shop.Bans.User', 'user_bans', 'field :reason', 'belongs_to :user, Users.User'),
    'lib/tags/tag.ex': schema('Shop.Tags.Tag', 'tags', 'belongs_to :parent, __MODULE__'),
    'lib/users/user.ex': schema(
      'Shop.Users.User',
      'users',
      'has_many :bans, Bans.User',
      'has_many :tags, Label',
      'belongs_to :other, User',
    ),
  };

  it('are told apart by their modules, and relations lead to the one that is meant', async () => {
    assert.deepEqual(
      (await modelsOf(ecto)).map((line) => line.replace(/\(.*\)/, '-')),
      [
        'ecto Bans.User [user_bans] - user>Users.User',
        'ecto Tag [tags] - parent>Tag',
        'ecto Users.User [users] - bans>Bans.User tags>Tag other>User',
      ],
    );
  });

  it('are counted each', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], ecto);
    assert.equal(findings[0]?.title, '3 Ecto entities found: Users.User, Bans.User, Tag');
  });

  it('are counted each where applications of Django have one of the name', async () => {
    const model = 'from django.db import models\n\n\nclass Label(models.Model):\n    text = models.TextField()\n';
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'shop/plans/models.py': model,
      'shop/runs/models/label.py': model,
      'old/plans/models.py': model,
    });
    assert.equal(findings[0]?.title, '2 Django entities found: Label (2 times)');
  });

  it('keep as much of their names as tells them apart', async () => {
    const models = await modelsOf({
      'app/models/oauth/key.rb':
        'module Oauth\n  class Key < ApplicationRecord\n    belongs_to :owner, class_name: "Key"\n  end\nend\n',
      'app/models/key.rb': 'class Key < ApplicationRecord\nend\n',
    });
    assert.deepEqual(models, [
      'active-record Key [keys] ()',
      'active-record Oauth::Key [oauth_keys] () owner>Oauth::Key',
    ]);
  });

  it('are left out where a script declares them for itself', async () => {
    const model = (table: string): string =>
      `from sqlalchemy.orm import declarative_base\nBase = declarative_base()\nclass Token(Base):\n    __tablename__ = "${table}"\n    id = Column(Integer, primary_key=True)\n`;
    const models = await modelsOf({
      'shop/models.py': model('token'),
      'shop/app.py': 'from shop.models import Token\n',
      'tools/count.py': model('Token').replace('class Token', 'class LinToken'),
    });
    assert.deepEqual(models, ['sqlalchemy Token [token] (id:Integer primary)']);
  });

  it('are one where the one is a part of the other', async () => {
    const columns = '        id -> Int8,\n        note -> Text,\n';
    const table = (name: string, more = ''): string =>
      `diesel::table! {\n    ${name} (id) {\n${columns}${more}    }\n}\n`;
    const models = await modelsOf({
      'src/schema.rs': `${table('event_log')}${table('event_log_y2024m08')}${table('event_log_p1', '        more -> Text,\n')}${table('other_2024_01')}`,
    });
    assert.deepEqual(
      models.map((line) => line.split(' ')[1]),
      ['event_log', 'event_log_p1', 'other_2024_01'],
    );
  });

  it('tells two classes of one name that share few columns, and one that lies there twice once', async () => {
    const account = (fields: string): string =>
      `package shop;\nimport org.springframework.data.mongodb.core.mapping.Document;\n@Document\npublic class Account {\n${fields}}\n`;
    const told = async (files: Readonly<Record<string, string>>): Promise<string> => {
      const { findings } = await analyzeSources([dataModelAnalyzer], files);
      return findings.map(({ title, content }) => `${title}\n${content}`).join('\n');
    };
    const path = 'src/main/java/shop/Account.java';
    const people = account('  private String name;\n  private String note;\n');
    const apart = await told({ [`people/${path}`]: people, [`sums/${path}`]: account('  int total;\n  int spent;\n') });
    assert.match(apart, /^2 Spring Data entities found: Account \(2 times\)/);
    assert.match(apart, /- `Account` of `sums\/src\/main\/java\/shop\/Account\.java`: total, spent/);
    assert.match(await told({ [`people/${path}`]: people, [`copy/${path}`]: people }), /^1 Spring Data entity found/);
    const before = { [`migrations/${path}`]: account('  int total;\n  int spent;\n') };
    assert.match(await told({ [`people/${path}`]: people, ...before }), /^1 Spring Data entity found/);
  });

  it('are counted each where they name tables of their own', async () => {
    const line = (of: string): string =>
      `<?php\nnamespace App\\${of}\\Entity;\n#[ORM\\Entity]\n#[ORM\\Table(name: Line::TABLE)]\nclass Line {\n  public const TABLE = '${of.toLowerCase()}_lines';\n  #[ORM\\Id]\n  #[ORM\\Column(type: 'integer')]\n  private $id;\n  #[ORM\\Column(type: 'string')]\n  private $text;\n}\n`;
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'src/Invoice/Entity/Line.php': line('Invoice'),
      'src/Quote/Entity/Line.php': line('Quote'),
    });
    assert.match(findings[0]?.title ?? '', /^2 Doctrine entities found/);
  });

  it('says where a macro brings columns that are not seen', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'lib/tokens/token.ex': schema(
        'Shop.Tokens.Token',
        'tokens',
        'field :note, :string',
        'token_fields()',
        'timestamps()',
      ),
      'lib/tags/tag.ex': schema('Shop.Tags.Tag', 'tags', 'field :note, :string'),
    });
    const told = findings.map(({ content }) => content).join('\n');
    assert.match(told, /- `Token`: id \(key\), note, inserted\\_at, updated\\_at, and what `token_fields` brings/);
    assert.match(told, /- `Tag`: id \(key\), note$/m);
  });

  it('are what a column of Sequelize refers to by its table', async () => {
    const model = (name: string, more: string, table = ''): string =>
      `module.exports = (sequelize, DataTypes) => sequelize.define('${name}', { id: DataTypes.INTEGER${more} }, { ${table} });\n`;
    const reference = (field: string, to: string): string =>
      `, ${field}: { type: DataTypes.INTEGER, references: { model: '${to}', key: 'id' } }`;
    const models = await modelsOf({
      'models/team.js': model('Team', '', "tableName: 'Teams'"),
      'models/plan.js': model('Plan', reference('teamId', 'Teams') + reference('cupId', 'Cups')),
    });
    assert.deepEqual(
      models.map((line) => line.replace(/\(.*\)/, '-')),
      ['sequelize Plan - teamId>Team cupId>Cups', 'sequelize Team [Teams] -'],
    );
  });
});

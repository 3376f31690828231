import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import {
  personalExamples,
  personalFields,
} from '../../../src/engine/genesis/analyzers/dataModel/findings/personalData';
import { analyzeSources } from '../../support/analyzeSources';

describe('personal data in models', () => {
  it('takes the full name of a thing for none of a person', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table repos (id int primary key, user_name text, full_name text);\ncreate table people (id int primary key, full_name text);\ncreate table vets (id int primary key, given_name text, family_name text);\ncreate table platforms (id int primary key, family_name text);\ncreate table clerks (id int primary key, mobile varchar(20));\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(
      personal?.content,
      '- names of people: `people.full_name`, `vets.given_name`, `vets.family_name`\n- phone numbers: `clerks.mobile`',
    );
  });

  it('finds no personal data in switches, numbered cards, places and machines', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table cards (id int primary key, card_number varchar(9), send_email text);\ncreate table venues (id int primary key, street text, user_id int);\ncreate table dns_records (id int primary key, ip text, account_id int);\ncreate table devices_stats (id int primary key, mobile int);\ncreate table hits (id int primary key, mobile text, desktop text);\ncreate table outbox (id int primary key, email jsonb);\n',
    });
    assert.deepEqual(
      findings.map((finding) => finding.rule),
      ['data-model/entities'],
    );
  });

  it('takes a whole message for no address, and cites the table that has the columns', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'app/models/post.rb': 'class Post < ApplicationRecord\nend\n',
      'db/schema.rb':
        'ActiveRecord::Schema.define do\n  create_table "posts" do |t|\n    t.text "raw_email"\n    t.string "contact_email"\n  end\nend\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(personal?.content, '- e-mail addresses: `Post.contact_email`');
    assert.deepEqual(
      personal?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['app/models/post.rb:1', 'db/schema.rb:2'],
    );
  });

  it('every kind of personal data has an example', () => {
    for (const [index, { pattern }] of personalFields.entries()) assert.match(personalExamples[index] ?? '', pattern);
  });
});

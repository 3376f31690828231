import assert from 'node:assert/strict';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import {
  personalExamples,
  personalFields,
} from '../../../src/engine/genesis/analyzers/dataModel/findings/personalNames';
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
      '- names of people: `vets.given_name`, `vets.family_name`, `people.full_name`\n- phone numbers: `clerks.mobile`',
    );
  });

  it('takes a name for that of a person where the entity is one, beside what people have', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table users (id int primary key, name text, username text, email text);\ncreate table user_roles (id int primary key, name text, email text);\ncreate table profiles (id int primary key, name text, size int);\ncreate table logs (id int primary key, username text);\ncreate table viewers (id int primary key, name text, email text);\ncreate table reports (id int primary key, last_name text, username text, email text);\ncreate table teams (id int primary key, alert_emails text, reply_emails boolean);\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(
      personal?.content,
      '- names of people: `users.name`, `reports.last_name`, `viewers.name`\n- user names: `users.username`, `reports.username`\n- e-mail addresses: `users.email`, `reports.email`, `viewers.email`, `user_roles.email`, `teams.alert_emails`',
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

  it('takes a type that is called after numbers for no list of choices, and several addresses for one', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'shop/models.py':
        'from django.db import models\nfrom phones.fields import PhoneNumberField\n\nclass Clerk(models.Model):\n    nick = models.CharField(max_length=9)\n    email_addresses = models.TextField()\n    phone_number = PhoneNumberField(null=True)\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(
      personal?.content,
      '- e-mail addresses: `Clerk.email_addresses`\n- phone numbers: `Clerk.phone_number`',
    );
  });

  it('takes the address of a device that belongs to somebody for that of a person', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table user_devices (id int primary key, ip_address text, user_id int);\ncreate table devices (id int primary key, ip_address text, rack_id int);\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(personal?.content, '- IP addresses: `user_devices.ip_address`');
  });

  it('takes a whole message for no address, and cites the column', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'app/models/post.rb': 'class Post < ApplicationRecord\nend\n',
      'db/schema.rb':
        'ActiveRecord::Schema.define do\n  create_table "posts" do |t|\n    t.text "raw_email"\n    t.string "contact_email"\n  end\nend\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(personal?.content, '- e-mail addresses: `Post.contact_email`');
    assert.deepEqual(
      personal?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['db/schema.rb:4'],
    );
  });

  it('cites each field where it stands, whatever it is lent by', async () => {
    const { findings, inventory } = await analyzeSources([dataModelAnalyzer], {
      'people/models.py':
        'from django.contrib.auth.models import AbstractUser\nfrom django.db import models\n\nclass Reached(models.Model):\n    # phone of whom\n    phone = models.CharField()\n    class Meta:\n        abstract = True\n\nclass Guest(Reached):\n    class Meta:\n        ordering = ["email"]\n    def reach(self): return self.email\n    email = models.EmailField()\n\nclass Member(AbstractUser):\n    last_name = None\n',
      'Models/Clerk.cs':
        'using Microsoft.AspNetCore.Identity;\npublic class Clerk : IdentityUser\n{\n    public string HomeAddress { get; set; }\n}\npublic class Context { public DbSet<Clerk> Clerks { get; set; } }\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.deepEqual(personal?.content.split('\n'), [
      '- names of people: `Member.first_name` (of `AbstractUser`)',
      '- user names: `Member.username` (of `AbstractUser`)',
      '- e-mail addresses: `Clerk.Email` (of `IdentityUser`), `Member.email` (of `AbstractUser`), `Guest.email`',
      '- phone numbers: `Clerk.PhoneNumber` (of `IdentityUser`), `Guest.phone`',
      '- postal addresses: `Clerk.HomeAddress`',
    ]);
    assert.deepEqual(
      personal?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['people/models.py:16', 'Models/Clerk.cs:2', 'people/models.py:14', 'people/models.py:6', 'Models/Clerk.cs:4'],
    );
    const told = findings.flatMap(({ rule, content }) => (rule === 'data-model/entities' ? content.split('\n') : []));
    assert.ok(told.includes('- `Member`: those of `AbstractUser`'), told.join('\n'));
    assert.ok(told.includes('- `Clerk`: HomeAddress, and those of `IdentityUser`'), told.join('\n'));
    for (const { fields } of inventory.models)
      for (const field of fields) assert.ok(!('line' in field || 'lentBy' in field || 'file' in field));
  });

  it('cites columns of tables that no class maps in the steps that make them', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'migrations/1.js':
        "exports.up = (knex) => knex.schema.createTable('clients', (t) => {\n  t.increments('id');\n  t.string('mail');\n});\n",
      'migrations/2.js':
        "exports.up = async (knex) => {\n  await knex.schema.alterTable('clients', (t) => {\n    t.renameColumn('mail', 'email');\n    t.string('guardian_first_name');\n  });\n};\n",
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.deepEqual(
      personal?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['migrations/2.js:4', 'migrations/2.js:3'],
    );
  });

  it('tells addresses of organisations that people are reached at, and of no wallets', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table organizations (id int primary key, street text, zipcode text, email text);\ncreate table sites (id int primary key, address text, contact_name text, phone text);\ncreate table wallets (id int primary key, address text, user_id int);\ncreate table addresses (id int primary key, street1 text);\ncreate table rooms (id int primary key, telephone text);\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(
      personal?.content.split('\n').slice(2).join('\n'),
      '- phone numbers: `sites.phone`\n- postal addresses: `organizations.street`, `organizations.zipcode`, `sites.address`, `addresses.street1`',
    );
  });

  it('cites what declares a field, and no rule or text that names it', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'app/models.py':
        'class Person(db.Model):\n    __tablename__ = "people"\n    __table_args__ = (\n        db.CheckConstraint("email != \'\'"),\n        db.Rule("an email is there"),\n        db.UniqueConstraint("email"),\n    )\n    id = db.Column(db.Integer, primary_key=True)\n    email = db.Column(db.String, index=True)\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.deepEqual(
      personal?.evidence.map(({ startLine }) => startLine),
      [9],
    );
  });

  it('tells what entities hold in classes within themselves, at the line of that class', async () => {
    const { findings, model } = await analyzeSources([dataModelAnalyzer], {
      'src/main/java/shop/Customer.java':
        'package shop;\nimport jakarta.persistence.*;\n@Entity\npublic class Customer {\n  @Id private Long id;\n  private String label;\n  @Embedded private Billing billing;\n}\n',
      'src/main/java/shop/Billing.java':
        'package shop;\nimport jakarta.persistence.*;\n@Embeddable\npublic class Billing {\n  private String firstName;\n  private Place place;\n}\n',
      'src/main/kotlin/shop/Place.kt':
        'package shop\nimport jakarta.persistence.Embeddable\n\n@Embeddable\nclass Place(var zipCode: String, var city: String)\n',
      'src/Entity/Buyer.php':
        '<?php\nnamespace App\\Entity;\nuse Doctrine\\ORM\\Mapping as ORM;\n#[ORM\\Entity]\nclass Buyer {\n  #[ORM\\Id]\n  private int $id;\n  #[ORM\\Embedded(class: Reach::class)]\n  private Reach $reach;\n}\n',
      'src/Entity/Reach.php':
        '<?php\nnamespace App\\Entity;\nuse Doctrine\\ORM\\Mapping as ORM;\n#[ORM\\Embeddable]\nclass Reach {\n  #[ORM\\Column]\n  private string $email;\n}\n',
      'Data/ShopContext.cs':
        'using Microsoft.EntityFrameworkCore;\npublic class ShopContext : DbContext\n{\n    public DbSet<Guest> Guests { get; set; }\n}\n',
      'Data/Guest.cs':
        'public class Guest\n{\n    public int Id { get; set; }\n    public Home Home { get; set; }\n}\npublic class Home\n{\n    public string Street { get; set; }\n}\n',
    });
    assert.deepEqual(model.inventory.models.map(({ name }) => name).toSorted(), ['Buyer', 'Customer', 'Guest']);
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(
      personal?.content,
      '- names of people: `Customer.billing.firstName`\n- e-mail addresses: `Buyer.reach.email`\n- postal addresses: `Customer.billing.place.zipCode`, `Guest.Home.Street`',
    );
    assert.deepEqual(personal?.evidence.map(({ path, startLine }) => `${path}:${startLine}`).toSorted(), [
      'Data/Guest.cs:8',
      'src/Entity/Reach.php:7',
      'src/main/java/shop/Billing.java:5',
      'src/main/kotlin/shop/Place.kt:5',
    ]);
  });

  it('tells names of contacts, genders, positions and what identifies a car, only where they are of people or their ways', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table bookings (id int primary key, requester_name text, event_name text);\ncreate table patients (id int primary key, gender text, blood_type text);\ncreate table nouns (id int primary key, gender text);\ncreate table cars (id int primary key, vin text);\ncreate table positions (id int primary key, latitude float, driver_id int);\ncreate table way_points (id int primary key, latitude float);\ncreate table events (id int primary key, latitude float, user_id int);\ncreate table codes (id int primary key, issued_ip text, username text);\ncreate table shopping_carts (id int primary key, ip_address text, customer_id int, customer_ip text, debit_iban text, card_cvv2 text, allow_credit_card boolean);\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(
      personal?.content,
      '- names of people: `bookings.requester_name`\n- gender: `patients.gender`\n- payment card data: `shopping_carts.card_cvv2`\n- bank account numbers: `shopping_carts.debit_iban`\n- health data: `patients.blood_type`\n- vehicle identification numbers: `cars.vin`\n- positions: `positions.latitude`\n- IP addresses: `shopping_carts.ip_address`, `shopping_carts.customer_ip`, `codes.issued_ip`',
    );
  });

  it('cites properties of a mapping of Hibernate, and what a struct of GORM takes from one without a table', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'src/main/resources/Person.hbm.xml':
        '<hibernate-mapping>\n  <class name="shop.Person" table="person">\n    <id name="personId" type="int"/>\n    <property name="birthdate" type="java.util.Date"/>\n  </class>\n</hibernate-mapping>\n',
      'db/1_init.sql':
        'create table users (id int primary key);\ncreate table targets (id int primary key, email text);\n',
      'models/user.go':
        'package models\n\nimport "gorm.io/gorm"\n\ntype User struct {\n\tgorm.Model\n\tName string\n}\n',
      'models/target.go':
        'package models\n\ntype Target struct {\n\tId int64\n\tReach\n}\n\ntype Reach struct {\n\tEmail string\n\tNote string\n}\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(personal?.content, '- e-mail addresses: `Target.Email`\n- dates of birth: `Person.birthdate`');
    assert.deepEqual(
      personal?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['models/target.go:9', 'src/main/resources/Person.hbm.xml:4'],
    );
  });

  it('takes how places and functions are reached, and what money lies under, for no data of people', async () => {
    const { findings } = await analyzeSources([dataModelAnalyzer], {
      'db/schema.sql':
        'create table facilities (id int primary key, zip_code text, sales_phone text, email text);\ncreate table accounts (id int primary key, name text, bank_phone text, iban text, email text);\ncreate table oauth_clients (id int primary key);\ncreate table oauth_accounts (id int primary key, fname text);\ncreate table exporters (id int primary key, support_email text);\ncreate table pets (id int primary key, birth_date date);\n',
    });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(
      personal?.content,
      '- names of people: `oauth_accounts.fname`\n- e-mail addresses: `accounts.email`\n- bank account numbers: `accounts.iban`',
    );
    assert.equal(
      personal?.title,
      'Fields named like personal data found: oauth_accounts.fname, accounts.email, accounts.iban',
    );
    assert.match(
      findings[0]?.content ?? '',
      /^5 tables found that are made with SQL\. Not counted are those named like what libraries keep for themselves: `oauth_clients`\.\n/,
    );
  });

  it('cites every field that it tells, of each kind as many as there is room for', async () => {
    const tables = Array.from(
      { length: 9 },
      (_, n) => `create table people${n} (id int primary key, first_name text, email text, phone text, iban text);\n`,
    );
    const { findings } = await analyzeSources([dataModelAnalyzer], { 'db/schema.sql': tables.join('') });
    const personal = findings.find((finding) => finding.rule === 'data-model/personal-data');
    assert.equal(personal?.content.match(/`people\d\.\w+`/g)?.length, 20);
    assert.match(personal?.content ?? '', /names of people: (?:`people\d\.first_name`,? ){5}…$/m);
    assert.equal(personal?.evidence.length, 5);
  });

  it('every kind of personal data has an example', () => {
    for (const [index, { pattern }] of personalFields.entries()) assert.match(personalExamples[index] ?? '', pattern);
  });
});

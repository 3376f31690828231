import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { mainStackAnalyzer, techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { analyzeSources } from '../../support/analyzeSources';

async function rowOf(
  heading: string,
  files: Readonly<Record<string, string>>,
  name?: string,
): Promise<string | undefined> {
  const { findings } = await analyzeSources([dependenciesAnalyzer, techStackAnalyzer, mainStackAnalyzer], files, {
    ...(name === undefined ? {} : { name }),
  });
  const content = findings.find(({ rule }) => rule === 'techStack/main-stack')?.content ?? '';
  return content
    .split('\n')
    .find((line) => line.includes(`**${heading}**`))
    ?.replaceAll(/^.*\*: | \([^)]*\)/g, '');
}

describe('the list below the main stack', () => {
  const server = (more: readonly string[]): Readonly<Record<string, string>> => ({
    'pyproject.toml': `[project]\nname = "cups"\ndependencies = [\n  "django>=5.0",\n${more.map((name) => `  "${name}",\n`).join('')}]\n`,
    'cups/a.py': `from django.db import models\n${more.map((name) => `import ${name}\n`).join('')}`,
  });

  it('names the stores of a server that keeps its data in none by a setting, and counts those after six', async () => {
    assert.equal(await rowOf('Data', server(['redis', 'elasticsearch'])), 'Elasticsearch, Redis');
    const many = ['redis', 'elasticsearch', 'pymongo', 'pymysql', 'psycopg2', 'cassandra-driver', 'influxdb'];
    assert.equal(
      await rowOf('Data', server(many)),
      'Cassandra, Elasticsearch, InfluxDB, MongoDB, MySQL, PostgreSQL and 1 more',
    );
  });

  it('names what shapes the looks before icons, though it is only built with, and no tool that others are written out by', async () => {
    const files = {
      'package.json':
        '{\n"name": "cups",\n"dependencies": {"express": "5.0.0", "@fortawesome/fontawesome-free": "6.0.0"},\n"devDependencies": {"tailwindcss": "4.0.0", "postcss": "8.0.0"}\n}\n',
      'src/server.js': "import express from 'express';\nexpress().listen(80);\n",
    };
    assert.equal(await rowOf('Styling', files), 'Tailwind CSS, Font Awesome');
  });

  it('names some of each kind before more of one', async () => {
    const libraries = ['redux', 'd3', 'three', 'swr', 'urql', 'leaflet', 'recharts', 'formik', 'zustand', 'jotai'];
    const services = ['axios', 'zod', 'winston', 'morgan', 'ethers', 'stripe', 'twilio', 'telegraf', 'minio', 'bullmq'];
    const all = ['react', ...libraries, ...services];
    const files = {
      'package.json': `{\n"dependencies": {\n${all.map((name) => `"${name}": "1.0.0"`).join(',\n')}\n},\n"devDependencies": {\n"vitest": "1.0.0",\n"eslint": "9.0.0",\n"prettier": "3.0.0",\n"vite": "5.0.0"\n}\n}\n`,
      'package-lock.json': `{\n"packages": {\n${all.map((name) => `"node_modules/${name}": {\n"version": "1.0.2"\n}`).join(',\n')}\n}\n}\n`,
      'src/a.tsx': `${all.map((name) => `import '${name}';\n`).join('')}export const A = () => <p />;\n`,
      'src/a.test.ts': "import { it } from 'vitest';\nit('a', () => {});\n",
    };
    assert.equal(await rowOf('Testing', files), 'Vitest');
    assert.ok(((await rowOf('Libraries and services', files)) ?? '').includes(', '));
  });

  it('names what builds, bundles, checks and ships in turns before what only helps, and counts the rest', async () => {
    const files = {
      'package.json': `{\n"dependencies": {"express": "5.0.0"},\n"devDependencies": {${['husky', 'lint-staged', 'dotenv', 'tsx', 'vite', 'esbuild', 'eslint', 'prettier', 'cspell'].map((name) => `"${name}": "1.0.0"`).join(', ')}}\n}\n`,
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      '.rubocop.yml': 'AllCops: {}\n',
      Dockerfile: 'FROM node:24\n',
      '.github/workflows/ci.yml': 'on: push\n',
      'src/server.js': "import express from 'express';\nexpress().listen(80);\n",
    };
    assert.equal(
      await rowOf('Tooling', files),
      'pnpm, Vite, esbuild, ESLint, Prettier, Docker, GitHub Actions, Husky and 5 more',
    );
  });

  it('names no service that is made here by the settings and images that show it', async () => {
    const files = {
      'src/a.go': 'package a\n\nimport _ "github.com/spf13/cobra"\n',
      'go.mod': 'module a\nrequire github.com/spf13/cobra v1.8.0\n',
    };
    assert.equal(await rowOf('Libraries and services', { ...files, Caddyfile: ':80\n' }), 'Cobra, Caddy');
    assert.equal(await rowOf('Libraries and services', { ...files, Caddyfile: ':80\n' }, 'caddy'), 'Cobra');
  });

  it('names what reaches the data where no title tells them, and behind it what moves a schema on', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "cups"\ndependencies = ["sqlalchemy>=2.0", "alembic>=1.13", "click>=8"]\n',
      'cups/a.py': 'import sqlalchemy\nimport alembic\nimport click\n',
    };
    assert.equal(await rowOf('Data', files), 'SQLAlchemy \\>=2.0, Alembic \\>=1.13');
    assert.equal(await rowOf('Libraries and services', files), 'Click');
  });

  it('names drivers that a mapper loads by their names', async () => {
    const files = {
      'package.json':
        '{\n"name": "cups",\n"dependencies": {"express": "5.0.0", "sequelize": "6.0.0", "pg": "8.0.0", "sqlite3": "5.0.0"}\n}\n',
      'src/server.js':
        "import express from 'express';\nimport { Sequelize } from 'sequelize';\nexpress().listen(80);\n",
    };
    assert.equal(await rowOf('Data', files), 'Sequelize 6.0.0, PostgreSQL, SQLite');
  });

  it('tells by itself what a library is to be used with', async () => {
    const files = {
      'package.json':
        '{\n"name": "swr",\n"peerDependencies": {"react": ">=18"},\n"devDependencies": {"react": "19.0.0"}\n}\n',
      'src/index.ts': "import { useState } from 'react';\nexport const useCup = () => useState(1);\n",
    };
    assert.equal(await rowOf('For use with', files), 'React');
    assert.equal(await rowOf('Frameworks and UI', files), undefined);
  });

  it('names no engine that is made here', async () => {
    const files = {
      'go.mod': 'module cups\nrequire github.com/redis/go-redis/v9 v9.0.0\n',
      'a.go': 'package cups\n\nimport "github.com/redis/go-redis/v9"\n',
    };
    assert.equal(await rowOf('Data', files), 'Redis');
    assert.equal(await rowOf('Data', files, 'redis'), undefined);
  });

  it('names what modules of Terraform have made, and what tries them out', async () => {
    const files = {
      'main.tf': 'resource "aws_s3_bucket" "cups" {\n}\n',
      'versions.tf':
        'terraform {\n  required_version = ">= 1.5"\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = ">= 5.0"\n    }\n  }\n}\n',
    };
    assert.equal(await rowOf('Tooling', files), 'Terraform \\>= 1.5, Terraform provider for AWS \\>= 5.0');
  });

  it('names what draws some parts of the whole, and what runs most tests before what runs some', async () => {
    const files = {
      'package.json':
        '{\n"name": "cups",\n"dependencies": {"preact": "10.0.0"},\n"devDependencies": {"obsidian": "1.0.0", "jest": "29.0.0", "ava": "6.0.0"}\n}\n',
      ...Object.fromEntries([...'abc'].map((name) => [`src/${name}.tsx`, "import { h } from 'preact';\n"])),
      ...Object.fromEntries([...'abcdefghijklmnopqrstuvwxyzABCD'].map((name) => [`lib/${name}.ts`, 'export {};\n'])),
      'lib/plugin.ts': "import { Plugin } from 'obsidian';\n",
      ...Object.fromEntries([...'abc'].map((name) => [`test/${name}.test.js`, "import test from 'ava';\n"])),
      'test/jest/d.test.js': "import { it } from '@jest/globals';\n",
    };
    assert.equal(await rowOf('Frameworks and UI', files), 'Obsidian API 1.0.0, Preact 10.0.0');
    assert.equal(await rowOf('Testing', files), 'AVA, Jest');
  });
});

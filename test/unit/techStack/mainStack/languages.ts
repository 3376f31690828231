import type { TextExample } from './textExample';

/** In which languages the whole is said to be written. */
export const languagesExamples: readonly TextExample[] = [
  {
    what: 'what the server is written in is told beside larger copies of scripts for its pages',
    files: {
      'go.mod': 'module cups\n\ngo 1.23\n\nrequire github.com/beego/beego/v2 v2.1.6\n',
      'main.go': 'package main\n\nimport "github.com/beego/beego/v2/server/web"\n\nfunc main() { web.Run(":8080") }\n',
      'static/js/book.js': 'export const cups = [1, 2, 3, 4, 5, 6, 7, 8, 9];\n'.repeat(15),
      'models/book.go': 'package models\n\ntype Book struct { Name string }\n',
    },
    has: ['Beego 2.1.6'],
    says: ['Built with Beego 2.1.6 on Go 1.23 and JavaScript'],
  },
  {
    what: 'of several packages that of most of the code says what Node.js has to be',
    files: {
      'package.json': '{"private": true, "workspaces": ["packages/*"]}',
      'packages/a-images/package.json': '{"name": "a-images", "engines": {"node": ">=22"}}',
      'packages/a-images/index.js': 'export const a = 1;\n',
      'packages/kit/package.json': '{"name": "kit", "engines": {"node": ">=22.17"}}',
      ...Object.fromEntries([...'abcdefgh'].map((name) => [`packages/kit/${name}.js`, 'export const b = 2;\n'])),
    },
    has: ['Node.js >=22.17'],
  },
  {
    what: 'one file of another language is none that the project is written in',
    files: {
      'setup.py': 'from setuptools import setup\nsetup(name="a")\n',
      'a/one.py': 'import os\n'.repeat(80),
      'a/two.py': 'import os\n'.repeat(80),
      'a/resources/activate.R': 'x <- 1\n'.repeat(12),
    },
    has: ['Python'],
    hasNot: ['R'],
  },
  {
    what: 'a language of settings is none that a program is written in',
    files: {
      'src/main/scala/shop/Main.scala': `package shop\n\nobject Main extends App {\n${'  println("cups")\n'.repeat(30)}}\n`,
      'flake.nix': `{\n${'  inputs.shop.url = "path:./shop";\n'.repeat(12)}}\n`,
    },
    has: ['Scala'],
    says: ['Written in Scala'],
    saysNot: /Nix/,
  },
  {
    what: 'where most code lies in scripts they are what it is written in',
    files: {
      'terraform/scripts/cleanup.py': 'print(1)\n'.repeat(10),
      'scripts/deploy.sh': 'echo cups\n'.repeat(90),
      'scripts/check.sh': 'echo cups\n'.repeat(90),
    },
    has: ['Shell'],
    says: ['Written in Shell'],
  },
  {
    what: 'nothing leads where the packages of a main language are not read',
    files: {
      'shadow-cljs.edn': '{:dependencies [[reagent "1.2.0"]]}\n',
      'src/a.clj': `${'(defn a [] 1)\n'.repeat(40)}`,
      'ui/package.json': '{"dependencies": {"react": "19.0.0"}}',
      'ui/a.ts': `${"import 'react';\n".repeat(20)}`,
    },
    has: ['React 19.0.0'],
    says: ['Written in Clojure'],
  },
  {
    what: 'what serves the pages leads, however large their scripts are',
    files: {
      Gemfile: "gem 'rails', '8.0.4'\n",
      ...Object.fromEntries(Array.from({ length: 3 }, (_, n) => [`app/models/m${n}.rb`, 'class M\nend\n'])),
      'app/assets/javascripts/a.js': `${'function a() { return 1; }\n'.repeat(50)}`,
      'app/assets/javascripts/b.js': `${'function b() { return 1; }\n'.repeat(50)}`,
    },
    has: ['Ruby on Rails 8.0.4'],
    says: ['Built with Ruby on Rails 8.0.4 on JavaScript'],
  },
];

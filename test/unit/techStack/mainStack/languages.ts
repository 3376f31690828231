import type { TextExample } from './textExample';

/** In which languages the whole is said to be written. */
export const languagesExamples: readonly TextExample[] = [
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

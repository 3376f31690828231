import type { ManifestExample } from './formats';

/** Clojure, Erlang, Haskell. */
export const functionalExamples: readonly ManifestExample[] = [
  {
    path: 'deps.edn',
    text: `{:paths ["src"] ; of the product
 :deps {org.clojure/clojure {:mvn/version "1.11.1"}
        cups {:local/root "../cups"}
        tea/kettle {:git/url "https://example.org/tea/kettle" :sha "3f288f1" :exclusions [a/b]}}
 :aliases {:test {:extra-paths ["test"]
                  :extra-deps {lambdaisland/kaocha {:mvn/version "1.91.1392"}}}
           :build {:deps {tools.build/tools.build {:mvn/version "0.9.6"}}}}}`,
    requirements: [
      '2 runtime org.clojure:clojure 1.11.1',
      '3 runtime cups:cups path',
      '4 runtime tea:kettle git!',
      '6 test lambdaisland:kaocha 1.91.1392',
      '7 dev tools.build:tools.build 0.9.6',
    ],
  },
  {
    path: 'project.clj',
    text: `(defproject tea/cups "1.2.3"
  :description "Washes cups; and plates"
  ;; :dependencies [[old/one "1"]]
  :dependencies [[org.clojure/clojure "1.11.1"]
                 [ring "1.9.0" :exclusions [[commons-io "2"]]]
                 [metosin/malli]]
  :plugins [[lein-ring "0.12.6"]]
  :profiles {:dev {:dependencies [[criterium "0.4.6"]]}
             :test {:dependencies [[eftest "0.6.0"]]}})`,
    requirements: [
      '4 runtime org.clojure:clojure 1.11.1',
      '5 runtime ring:ring 1.9.0',
      '6 runtime metosin:malli',
      '7 build lein-ring:lein-ring 0.12.6',
      '8 dev criterium:criterium 0.4.6',
      '9 test eftest:eftest 0.6.0',
    ],
  },
  {
    path: 'rebar.config',
    text: `%% {deps, [{old, "1"}]}.
{deps, [cowlib,
        {cowboy, "2.9.0"},
        {if_var_true, pam, {epam, "~> 1.0", {git, "https://example.org/epam", {tag, "1.0.14"}}}},
        {tea, {git, "https://example.org/tea.git", {branch, "main"}}}]}.
{profiles, [{test, [{deps, [{meck, "0.9.2"}]}]}]}.`,
    requirements: [
      '2 runtime cowlib',
      '3 runtime cowboy 2.9.0',
      '4 optional epam ~> 1.0 git!',
      '5 runtime tea git',
      '6 test meck 0.9.2',
    ],
  },
  {
    path: 'cups.cabal',
    text: `cabal-version: 3.0
name:          cups
version:       1.0
synopsis:      Washes cups
description:   A long one:
               aeson, text
common shared
  build-depends:    base >=4.14 && <5
library
  import: shared
  -- build-depends: old
  build-depends:
      aeson ==2.2.*
    , text >=1.2 && <1.3 || >=2.0 && <2.2, cups:{parts}
  if flag(web)
    build-depends: warp ^>=3.3
  exposed-modules: Cups
test-suite unit
  build-depends: cups, hspec
`,
    requirements: [
      '8 runtime base >=4.14 && <5',
      '13 runtime aeson ==2.2.*',
      '14 runtime text >=1.2 && <1.3 || >=2.0 && <2.2',
      '16 runtime warp ^>=3.3',
      '19 test hspec',
    ],
  },
  {
    path: 'package.yaml',
    text: `name: cups
dependencies:
  - base >= 4.7 && < 5
library:
  dependencies: [aeson]
tests:
  unit:
    dependencies:
      - hspec
`,
    requirements: ['3 runtime base >= 4.7 && < 5', '1 runtime aeson', '9 test hspec'],
  },
];

/** Packages whose own maintainers said that they are done, with what they or their users went on to. Our own list, by hand. */
export interface UnmaintainedPackage {
  readonly package: string;
  readonly why: string;
  readonly instead: string;
}

export const unmaintainedAsOf = '2026-05-31';

export const unmaintainedPackages: readonly UnmaintainedPackage[] = [
  row('npm:request', 'deprecated since 2020', 'fetch, undici, got or axios'),
  row('npm:request-promise', 'deprecated with request since 2020', 'fetch, undici, got or axios'),
  row('npm:request-promise-native', 'deprecated with request since 2020', 'fetch, undici, got or axios'),
  row('npm:tslint', 'deprecated since 2019', 'typescript-eslint'),
  row('npm:node-sass', 'end of life since 2024', 'sass'),
  row('npm:babel-eslint', 'replaced in 2020', '@babel/eslint-parser'),
  row('npm:istanbul', 'replaced', 'nyc or c8'),
  row('npm:gulp-util', 'deprecated since 2018', 'the modules it was made of'),
  row('npm:protractor', 'end of life since 2023', 'Playwright, Cypress or WebdriverIO'),
  row('npm:phantomjs', 'given up in 2018', 'Playwright or Puppeteer'),
  row('npm:phantomjs-prebuilt', 'given up in 2018', 'Playwright or Puppeteer'),
  row('npm:bower', 'deprecated since 2017', 'npm'),
  row('npm:popper.js', 'replaced in 2020', '@popperjs/core or Floating UI'),
  row('npm:swig', 'unmaintained since 2015', 'Nunjucks'),
  row('npm:jade', 'renamed in 2015', 'pug'),
  row('npm:apollo-server', 'version 3 ended in October 2024', '@apollo/server'),
  row('npm:apollo-server-express', 'version 3 ended in October 2024', '@apollo/server'),
  row('npm:apollo-server-koa', 'version 3 ended in October 2024', '@apollo/server'),
  row('npm:react-scripts', 'Create React App was deprecated in February 2025', 'Vite or a framework'),
  row('npm:vue-template-compiler', 'part of Vue 2, which ended in December 2023', 'Vue 3'),
  row('npm:enzyme', 'no adapter for React 18 and later', 'Testing Library'),
  row('npm:react-router-redux', 'deprecated since 2017', 'React Router itself'),
  row('npm:crypto', 'an empty placeholder; Node.js has it built in', 'node:crypto'),
  row('npm:csurf', 'deprecated since 2022', 'another request-forgery protection'),
  row('pypi:pycrypto', 'unmaintained since 2013', 'pycryptodome or cryptography'),
  row('pypi:nose', 'unmaintained since 2015', 'pytest'),
  row('pypi:sklearn', 'a deprecated alias', 'scikit-learn'),
  row('pypi:raven', 'deprecated since 2018', 'sentry-sdk'),
  row('pypi:flask-script', 'unmaintained since 2017', "Flask's own command line"),
  row('pypi:oauth2client', 'deprecated since 2018', 'google-auth'),
  row('pypi:sqlalchemy-migrate', 'retired', 'Alembic'),
  row('golang:github.com/dgrijalva/jwt-go', 'archived', 'github.com/golang-jwt/jwt'),
  row('golang:github.com/jinzhu/gorm', 'version 1, replaced in 2020', 'gorm.io/gorm'),
  row('golang:github.com/satori/go.uuid', 'unmaintained', 'github.com/google/uuid or github.com/gofrs/uuid'),
  row('golang:github.com/golang/protobuf', 'replaced in 2020', 'google.golang.org/protobuf'),
  row('golang:github.com/pkg/errors', 'archived in 2021', "the standard library's errors"),
  row('golang:github.com/golang/mock', 'archived in 2023', 'go.uber.org/mock'),
  row('golang:github.com/mitchellh/mapstructure', 'archived in 2024', 'github.com/go-viper/mapstructure'),
  row('maven:log4j:log4j', 'Log4j 1 ended in August 2015', 'Log4j 2 or Logback'),
  row('maven:io.springfox:springfox-boot-starter', 'unmaintained since 2020', 'springdoc-openapi'),
  row('maven:io.springfox:springfox-swagger2', 'unmaintained since 2020', 'springdoc-openapi'),
  row('maven:io.springfox:springfox-swagger-ui', 'unmaintained since 2020', 'springdoc-openapi'),
  row('maven:com.google.code.findbugs:findbugs', 'replaced', 'SpotBugs'),
  row('gem:therubyracer', 'unmaintained', 'mini_racer'),
  row('gem:sass', 'Ruby Sass ended in 2019', 'sassc-rails or dartsass-rails'),
  row('gem:paperclip', 'deprecated since 2018', 'Active Storage'),
  row('gem:factory_girl', 'renamed in 2017', 'factory_bot'),
  row('gem:factory_girl_rails', 'renamed in 2017', 'factory_bot_rails'),
  row('gem:poltergeist', 'unmaintained, needs PhantomJS', 'Cuprite or Selenium'),
  row('gem:coffee-rails', 'unmaintained', 'JavaScript'),
  row('composer:fzaninotto/faker', 'abandoned in 2020', 'fakerphp/faker'),
  row('composer:swiftmailer/swiftmailer', 'ended in November 2021', 'symfony/mailer'),
  row('composer:fruitcake/laravel-cors', 'archived, part of Laravel since 9', "Laravel's own CORS middleware"),
  row('composer:laravelcollective/html', 'abandoned', 'spatie/laravel-html'),
  row('composer:sensio/framework-extra-bundle', 'abandoned', "Symfony's own attributes"),
  row('cargo:structopt', 'in maintenance since 2022', 'clap'),
  row('cargo:failure', 'deprecated since 2020', 'thiserror or anyhow'),
  row('cargo:serde_yaml', 'archived in 2024', 'another YAML crate'),
  row('cargo:yaml-rust', 'without a maintainer, as RUSTSEC-2024-0320 says', 'yaml-rust2'),
  row('nuget:microsoft.azure.documentdb', 'retired', 'Microsoft.Azure.Cosmos'),
  row('nuget:windowsazure.storage', 'retired in 2023', 'Azure.Storage.Blobs and its siblings'),
  row('nuget:identityserver4', 'ended in December 2022', 'Duende IdentityServer or OpenIddict'),
  row('hex:distillery', 'archived', "Elixir's own releases"),
];

function row(name: string, why: string, instead: string): UnmaintainedPackage {
  return { package: name, why, instead };
}

/** What tests are written and run with; 1 is what runs them. */
export const testing = `
Jest | testing | 1 | npm:jest ~npm:ts-jest npm:jest-cli npm:@jest/globals file:jest.config.*
Vitest | testing | 1 | npm:vitest
Mocha | testing | 1 | npm:mocha
Jasmine | testing | 1 | npm:jasmine npm:jasmine-core
Karma | testing | - | npm:karma
AVA | testing | 1 | npm:ava
tap | testing | 1 | npm:tap npm:tape
QUnit | testing | 1 | npm:qunit
uvu | testing | 1 | npm:uvu
Chai | testing | - | npm:chai
Sinon | testing | - | npm:sinon
Supertest | testing | - | npm:supertest
nock | testing | - | npm:nock
MSW | testing | - | npm:msw
Testing Library | testing | - | npm:@testing-library/*
Enzyme | testing | - | npm:enzyme
Cypress | testing | 2 | npm:cypress file:cypress.json file:cypress.config.js file:cypress.config.ts
Playwright | testing | 2 | npm:@playwright/test npm:playwright npm:playwright-core pypi:playwright pypi:pytest-playwright nuget:Microsoft.Playwright maven:com.microsoft.playwright:playwright
Puppeteer | testing | - | npm:puppeteer npm:puppeteer-core
WebdriverIO | testing | 2 | npm:webdriverio npm:@wdio/cli
Nightwatch | testing | - | npm:nightwatch
TestCafe | testing | - | npm:testcafe
Selenium | testing | 2 | npm:selenium-webdriver pypi:selenium gem:selenium-webdriver maven:org.seleniumhq.selenium:* nuget:Selenium.WebDriver
Appium | testing | - | npm:appium
Detox | testing | - | npm:detox
Protractor | testing | - | npm:protractor
fast-check | testing | - | npm:fast-check
Pact | testing | - | npm:@pact-foundation/pact maven:au.com.dius.pact.consumer:* gem:pact pypi:pact-python
Cucumber | testing | 2 | npm:@cucumber/cucumber npm:cucumber gem:cucumber gem:cucumber-rails maven:io.cucumber:*
NYC / Istanbul | testing | - | npm:nyc npm:istanbul npm:c8
Stryker | testing | - | npm:@stryker-mutator/core
k6 | testing | - | npm:k6 npm:@types/k6 image:grafana/k6
Artillery | testing | - | npm:artillery
autocannon | testing | - | npm:autocannon
Faker | testing | - | npm:@faker-js/faker npm:faker pypi:faker gem:faker gem:ffaker composer:fakerphp/faker composer:fzaninotto/faker nuget:Bogus maven:com.github.javafaker:javafaker maven:net.datafaker:datafaker
pytest | testing | 1 | pypi:pytest tool:pytest file:pytest.ini file:conftest.py
unittest2 | testing | - | pypi:unittest2
nose | testing | 1 | pypi:nose pypi:nose2
Hypothesis | testing | - | pypi:hypothesis
coverage.py | testing | - | pypi:coverage ~pypi:pytest-cov tool:coverage file:.coveragerc
factory_boy | testing | - | pypi:factory-boy
Locust | testing | - | pypi:locust
Robot Framework | testing | 2 | pypi:robotframework
behave | testing | - | pypi:behave
WebTest | testing | - | pypi:webtest
RSpec | testing | 1 | gem:rspec gem:rspec-rails gem:rspec-core file:.rspec
Minitest | testing | 1 | gem:minitest gem:rails+file:test/test_helper.rb gem:railties+file:test/test_helper.rb
Capybara | testing | 2 | gem:capybara
FactoryBot | testing | - | gem:factory_bot gem:factory_bot_rails gem:factory_girl gem:factory_girl_rails
VCR | testing | - | gem:vcr pypi:vcrpy
WebMock | testing | - | gem:webmock
SimpleCov | testing | - | gem:simplecov
shoulda | testing | - | gem:shoulda gem:shoulda-matchers
PHPUnit | testing | 1 | composer:phpunit/phpunit ~composer:symfony/phpunit-bridge file:phpunit.xml file:phpunit.xml.dist
Pest | testing | 1 | composer:pestphp/pest
Mockery | testing | - | composer:mockery/mockery
Codeception | testing | 1 | composer:codeception/codeception
Behat | testing | - | composer:behat/behat
Laravel Dusk | testing | - | composer:laravel/dusk
Infection | testing | - | composer:infection/infection
phpspec | testing | - | composer:phpspec/phpspec
JUnit | testing | 1 | maven:junit:junit maven:org.junit.jupiter:* maven:org.junit.vintage:* maven:org.junit:junit-bom ~maven:org.springframework.boot:spring-boot-starter-test ~maven:org.jetbrains.kotlin:kotlin-test-junit* ~maven:io.quarkus:quarkus-junit5 import:maven/org.junit
kotlin.test | testing | 1 | maven:org.jetbrains.kotlin:kotlin-test import:maven/kotlin.test
TestNG | testing | 1 | maven:org.testng:testng
Mockito | testing | - | maven:org.mockito:* maven:org.mockito.kotlin:* maven:com.nhaarman.mockitokotlin2:* pub:mockito
MockK | testing | - | maven:io.mockk:*
AssertJ | testing | - | maven:org.assertj:*
Hamcrest | testing | - | maven:org.hamcrest:*
REST Assured | testing | - | maven:io.rest-assured:*
Terratest | testing | - | golang:github.com/gruntwork-io/terratest golang:github.com/gruntwork-io/terratest/*
Testcontainers | testing | - | maven:org.testcontainers:* npm:testcontainers npm:@testcontainers/* pypi:testcontainers golang:github.com/testcontainers/testcontainers-go nuget:Testcontainers nuget:Testcontainers.* cargo:testcontainers
WireMock | testing | - | maven:com.github.tomakehurst:* maven:org.wiremock:* nuget:WireMock.Net
Spock | testing | 1 | maven:org.spockframework:*
ScalaTest | testing | 1 | maven:org.scalatest:* ~maven:org.scalatestplus.play:* ~maven:org.scalatra:scalatra-scalatest*
specs2 | testing | 1 | maven:org.specs2:*
MUnit | testing | 1 | maven:org.scalameta:munit
ZIO Test | testing | 1 | maven:dev.zio:zio-test
Kotest | testing | 1 | maven:io.kotest:*
ArchUnit | testing | - | maven:com.tngtech.archunit:*
JaCoCo | testing | - | plugin:jacoco maven:org.jacoco:*
Espresso | testing | - | maven:androidx.test.espresso:*
Robolectric | testing | - | maven:org.robolectric:robolectric
Turbine | testing | - | maven:app.cash.turbine:turbine
Gatling | testing | - | maven:io.gatling.highcharts:* plugin:io.gatling.gradle
JMH | testing | - | maven:org.openjdk.jmh:* plugin:me.champeau.jmh
xUnit.net | testing | 1 | nuget:xunit nuget:xunit.v3 nuget:xunit.v3.* nuget:xunit.core
NUnit | testing | 1 | nuget:NUnit
MSTest | testing | 1 | nuget:MSTest.TestFramework nuget:MSTest tool:sdk:MSTest.Sdk
Moq | testing | - | nuget:Moq
NSubstitute | testing | - | nuget:NSubstitute
FakeItEasy | testing | - | nuget:FakeItEasy
FluentAssertions | testing | - | nuget:FluentAssertions
Shouldly | testing | - | nuget:Shouldly
bUnit | testing | - | nuget:bunit
SpecFlow | testing | - | nuget:SpecFlow nuget:Reqnroll
Coverlet | testing | - | nuget:coverlet.collector nuget:coverlet.msbuild
BenchmarkDotNet | testing | - | nuget:BenchmarkDotNet
Verify | testing | - | nuget:Verify.Xunit nuget:Verify.NUnit nuget:Verify.XunitV3
Testify | testing | 2 | golang:github.com/stretchr/testify
Ginkgo | testing | 1 | golang:github.com/onsi/ginkgo golang:github.com/onsi/ginkgo/*
Gomega | testing | - | golang:github.com/onsi/gomega
GoMock | testing | - | golang:go.uber.org/mock golang:github.com/golang/mock
go-sqlmock | testing | - | golang:github.com/data-dog/go-sqlmock golang:github.com/DATA-DOG/go-sqlmock
Criterion | testing | - | cargo:criterion
proptest | testing | - | cargo:proptest
quickcheck | testing | - | cargo:quickcheck
rstest | testing | - | cargo:rstest
insta | testing | - | cargo:insta
mockall | testing | - | cargo:mockall
wiremock (Rust) | testing | - | cargo:wiremock
Mox | testing | - | hex:mox
ExMachina | testing | - | hex:ex_machina
StreamData | testing | - | hex:stream_data
Wallaby | testing | - | hex:wallaby
ExUnit | testing | 1 | file:test/test_helper.exs
Dart test | testing | 1 | pub:test
flutter_test | testing | 1 | pub:flutter_test
mocktail | testing | - | pub:mocktail
Quick | testing | 1 | swift:quick/quick swift:quick/nimble
unittest | testing | 1 | import:pypi/unittest
node:test | testing | 1 | import:npm/node:test
testing (Go) | testing | 1 | import:golang/testing
XCTest | testing | 1 | import:swift/XCTest
Swift Testing | testing | 1 | import:swift/Testing
SnapshotTesting | testing | - | swift:pointfreeco/swift-snapshot-testing
TUnit | testing | 1 | nuget:TUnit
GoogleTest | testing | 1 | import:native/gtest
Qt Test | testing | 1 | import:native/qttest
Catch2 | testing | 1 | import:native/catch2
doctest | testing | 1 | import:native/doctest
Boost.Test | testing | 1 | import:native/boost-test
Hspec | testing | 1 | hackage:hspec
tasty | testing | 1 | hackage:tasty
QuickCheck | testing | - | hackage:QuickCheck
Kaocha | testing | - | maven:lambdaisland:kaocha
PropEr | testing | - | hex:proper
meck | testing | - | hex:meck
Bats | testing | 1 | suffix:.bats npm:bats
`;

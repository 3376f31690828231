/** Frameworks that shape a server. The number is the rank: 1 shapes the whole application, 2 is the layer below or beside. */
export const serverFrameworks = `
Express | framework | 2 | npm:express
Koa | framework | 2 | npm:koa
Fastify | framework | 2 | npm:fastify npm:@nestjs/platform-fastify
NestJS | framework | 1 | npm:@nestjs/core
Hono | framework | 2 | npm:hono npm:@hono/node-server
Hapi | framework | 2 | npm:@hapi/hapi npm:hapi
AdonisJS | framework | 1 | npm:@adonisjs/core
Sails | framework | 1 | npm:sails
Feathers | framework | 1 | npm:@feathersjs/feathers npm:@feathersjs/express
LoopBack | framework | 1 | npm:@loopback/core npm:loopback
Restify | framework | 2 | npm:restify
Polka | framework | 3 | npm:polka
Elysia | framework | 2 | npm:elysia
h3 | framework | 3 | npm:h3
Nitro | framework | 3 | npm:nitropack npm:nitro
Meteor | framework | 1 | npm:meteor-node-stubs npm:@meteorjs/rspack file:.meteor/release
Moleculer | framework | 1 | npm:moleculer
Strapi | framework | 1 | npm:@strapi/strapi npm:strapi
KeystoneJS | framework | 1 | npm:@keystone-6/core npm:keystone
Payload CMS | framework | 1 | npm:payload
Directus | framework | 1 | npm:@directus/api npm:@directus/sdk
Ghost | framework | 1 | npm:ghost
RedwoodJS | framework | 1 | npm:@redwoodjs/core npm:@redwoodjs/web
Blitz | framework | 1 | npm:blitz
Marble.js | framework | 2 | npm:@marblejs/core
Ts.ED | framework | 1 | npm:@tsed/common npm:@tsed/core
routing-controllers | framework | 3 | npm:routing-controllers
Serverless Framework | tooling | 4 | npm:serverless file:serverless.yml file:serverless.yaml npm:@serverless/typescript
Middy | framework | 3 | npm:@middy/core
Django | framework | 1 | pypi:django
Flask | framework | 2 | pypi:flask
FastAPI | framework | 1 | pypi:fastapi
Starlette | framework | 3 | pypi:starlette
Django REST framework | framework | 3 | pypi:djangorestframework
Django Ninja | framework | 3 | pypi:django-ninja
October CMS | framework | 1 | composer:october/october composer:october/rain composer:october/system
Frappe | framework | 1 | pypi:frappe import:pypi/frappe
Tornado | framework | 2 | pypi:tornado
Twisted | framework | 2 | pypi:twisted
Sanic | framework | 2 | pypi:sanic
aiohttp | framework | 3 | pypi:aiohttp
Pyramid | framework | 1 | pypi:pyramid
Bottle | framework | 2 | pypi:bottle
Falcon | framework | 2 | pypi:falcon
Quart | framework | 2 | pypi:quart
Litestar | framework | 1 | pypi:litestar pypi:starlite
CherryPy | framework | 2 | pypi:cherrypy
web2py | framework | 1 | pypi:web2py
Connexion | framework | 2 | pypi:connexion
Flask-RESTful | framework | 3 | pypi:flask-restful
Flask-RESTX | framework | 3 | pypi:flask-restx pypi:flask-restplus
Wagtail | framework | 2 | pypi:wagtail
Django CMS | framework | 1 | pypi:django-cms
Robyn | framework | 2 | pypi:robyn
BlackSheep | framework | 2 | pypi:blacksheep
Masonite | framework | 1 | pypi:masonite
Streamlit | framework | 1 | pypi:streamlit
Gradio | framework | 2 | pypi:gradio
Dash | framework | 1 | pypi:dash
Reflex | framework | 1 | pypi:reflex
NiceGUI | framework | 2 | pypi:nicegui
Ruby on Rails | framework | 1 | gem:rails gem:railties ~gem:actionpack
Sinatra | framework | 2 | gem:sinatra
Hanami | framework | 1 | gem:hanami
Grape | framework | 3 | gem:grape
Roda | framework | 2 | gem:roda
Padrino | framework | 1 | gem:padrino
Cuba | framework | 3 | gem:cuba
Rack | backend | - | gem:rack
Spree | framework | 1 | gem:spree gem:spree_core
Solidus | framework | 1 | gem:solidus
Jekyll | framework | 1 | gem:jekyll gem:github-pages
Laravel | framework | 1 | composer:laravel/framework
Lumen | framework | 1 | composer:laravel/lumen-framework
Symfony | framework | 1 | composer:symfony/framework-bundle composer:symfony/symfony
Slim | framework | 2 | composer:slim/slim
CodeIgniter | framework | 1 | composer:codeigniter4/framework composer:codeigniter/framework
CakePHP | framework | 1 | composer:cakephp/cakephp
Yii | framework | 1 | composer:yiisoft/yii2 composer:yiisoft/yii
Laminas | framework | 1 | composer:laminas/laminas-mvc composer:zendframework/zendframework
Mezzio | framework | 2 | composer:mezzio/mezzio
Phalcon | framework | 1 | composer:phalcon/devtools composer:ext-phalcon
API Platform | framework | 2 | composer:api-platform/core composer:api-platform/symfony
WordPress plugin API | framework | 1 | manifest:wordpress-plugin
WordPress theme API | framework | 1 | manifest:wordpress-theme
WordPress | framework | 1 | composer:johnpbloch/wordpress composer:roots/wordpress file:wp-config.php file:wp-config-sample.php
Drupal | framework | 1 | composer:drupal/core composer:drupal/core-recommended
Magento | framework | 1 | composer:magento/framework composer:magento/product-community-edition
Craft CMS | framework | 1 | composer:craftcms/cms
Statamic | framework | 1 | composer:statamic/cms
Filament | framework | 3 | composer:filament/filament
Livewire | framework | 3 | composer:livewire/livewire
Inertia.js | framework | 3 | composer:inertiajs/inertia-laravel npm:@inertiajs/react npm:@inertiajs/vue3 npm:@inertiajs/inertia npm:@inertiajs/svelte gem:inertia_rails
Laravel Octane | backend | - | composer:laravel/octane
Spring Boot | framework | 1 | maven:org.springframework.boot:* plugin:org.springframework.boot
Spring Framework | framework | 2 | maven:org.springframework:*
Spring Cloud | framework | 3 | maven:org.springframework.cloud:*
Spring Batch | backend | - | maven:org.springframework.batch:* maven:org.springframework.boot:spring-boot-starter-batch
Quarkus | framework | 1 | maven:io.quarkus:* plugin:io.quarkus
Micronaut | framework | 1 | plugin:io.micronaut.application plugin:io.micronaut.library plugin:io.micronaut.minimal.application maven:io.micronaut:micronaut-runtime maven:io.micronaut:micronaut-http-server-netty maven:io.micronaut:micronaut-http-server maven:io.micronaut:micronaut-inject maven:io.micronaut:micronaut-inject-java ~maven:io.micronaut.platform:*
Helidon | framework | 1 | maven:io.helidon.webserver:* maven:io.helidon.microprofile.bundles:*
Jakarta EE | framework | 2 | maven:jakarta.platform:* maven:javax:javaee-api
JAX-RS | framework | 3 | maven:jakarta.ws.rs:jakarta.ws.rs-api maven:javax.ws.rs:javax.ws.rs-api
Jersey | framework | 2 | maven:org.glassfish.jersey.*
RESTEasy | framework | 2 | maven:org.jboss.resteasy:*
Dropwizard | framework | 1 | maven:io.dropwizard:*
Vert.x | framework | 1 | maven:io.vertx:*
Armeria | framework | 1 | maven:com.linecorp.armeria:*
Javalin | framework | 2 | maven:io.javalin:*
Spark Java | framework | 2 | maven:com.sparkjava:spark-core
Ktor | framework | 1 | maven:io.ktor:ktor-server-* plugin:io.ktor.plugin
http4k | framework | 2 | maven:org.http4k:*
Play Framework | framework | 1 | maven:com.typesafe.play:sbt-plugin maven:org.playframework:sbt-plugin maven:com.typesafe.play:play maven:com.typesafe.play:play_* maven:org.playframework:play maven:org.playframework:play_* plugin:play plugin:org.gradle.playframework
Scalatra | framework | 1 | maven:org.scalatra:*
http4s | framework | 1 | maven:org.http4s:http4s-server* maven:org.http4s:http4s-dsl* maven:org.http4s:http4s-ember-server* maven:org.http4s:http4s-blaze-server* maven:org.http4s:http4s-netty-server* maven:org.http4s:http4s-jetty-server*
Tapir | framework | 1 | maven:com.softwaremill.sttp.tapir:*
ZIO HTTP | framework | 1 | maven:dev.zio:zio-http maven:dev.zio:zio-http_*
Finatra | framework | 1 | maven:com.twitter:finatra-http-server maven:com.twitter:finatra-http
Lift | framework | 1 | maven:net.liftweb:*
Lagom | framework | 1 | maven:com.lightbend.lagom:*
Cask | framework | 2 | maven:com.lihaoyi:cask
Akka HTTP | framework | 1 | maven:com.typesafe.akka:akka-http maven:com.typesafe.akka:akka-http_* ~maven:com.typesafe.akka:akka-http-core_*
Pekko HTTP | framework | 1 | maven:org.apache.pekko:pekko-http maven:org.apache.pekko:pekko-http_* ~maven:org.apache.pekko:pekko-http-core_*
Akka | backend | - | maven:com.typesafe.akka:*
Pekko | backend | - | maven:org.apache.pekko:*
ZIO | backend | - | maven:dev.zio:zio maven:dev.zio:zio_*
Cats Effect | backend | - | maven:org.typelevel:cats-effect maven:org.typelevel:cats-effect_*
circe | backend | - | maven:io.circe:*
Twirl | framework | 4 | maven:com.typesafe.sbt:sbt-twirl maven:com.typesafe.play:sbt-twirl maven:org.playframework.twirl:*
Grails | framework | 1 | maven:org.grails:* plugin:org.grails.grails-web
Struts | framework | 1 | maven:org.apache.struts:* maven:struts:struts
Vaadin | framework | 1 | maven:com.vaadin:*
JSF | framework | 2 | maven:org.primefaces:primefaces maven:org.glassfish:jakarta.faces maven:com.sun.faces:*
Apache Wicket | framework | 1 | maven:org.apache.wicket:* import:maven/org.apache.wicket
Netflix DGS | framework | 3 | maven:com.netflix.graphql.dgs:* plugin:com.netflix.dgs.codegen
Apache Camel | framework | 3 | maven:org.apache.camel:* maven:org.apache.camel.springboot:*
Netty | backend | - | maven:io.netty:*
ASP.NET Core | framework | 1 | tool:sdk:Microsoft.NET.Sdk.Web tool:framework:Microsoft.AspNetCore.App nuget:Microsoft.AspNetCore.App nuget:Microsoft.AspNetCore.All nuget:Microsoft.AspNetCore nuget:Microsoft.AspNetCore.Mvc ~nuget:Microsoft.AspNetCore.Mvc.NewtonsoftJson
ASP.NET MVC | framework | 1 | nuget:Microsoft.AspNet.Mvc
ASP.NET Web API | framework | 2 | nuget:Microsoft.AspNet.WebApi nuget:Microsoft.AspNet.WebApi.Core
Blazor | framework | 2 | suffix:.razor tool:sdk:Microsoft.NET.Sdk.BlazorWebAssembly nuget:Microsoft.AspNetCore.Components.Web nuget:Microsoft.AspNetCore.Components.WebAssembly nuget:Microsoft.AspNetCore.Components.WebView nuget:Microsoft.AspNetCore.Components.WebView.*
PocketBase | framework | 1 | golang:github.com/pocketbase/pocketbase
.NET Aspire | framework | 3 | tool:sdk:Aspire.AppHost.Sdk nuget:Aspire.Hosting.AppHost nuget:Aspire.Hosting.*
Nancy | framework | 2 | nuget:Nancy
ServiceStack | framework | 1 | nuget:ServiceStack
FastEndpoints | framework | 2 | nuget:FastEndpoints
Carter | framework | 3 | nuget:Carter
Giraffe | framework | 2 | nuget:Giraffe
ABP Framework | framework | 1 | nuget:Volo.Abp.*
Orchard Core | framework | 1 | nuget:OrchardCore.*
Umbraco | framework | 1 | nuget:Umbraco.Cms nuget:Umbraco.Cms.*
Orleans | framework | 2 | nuget:Microsoft.Orleans.*
Gin | framework | 1 | golang:github.com/gin-gonic/gin
Echo | framework | 1 | golang:github.com/labstack/echo golang:github.com/labstack/echo/*
Fiber | framework | 1 | golang:github.com/gofiber/fiber golang:github.com/gofiber/fiber/*
Chi | framework | 2 | golang:github.com/go-chi/chi golang:github.com/go-chi/chi/*
Gorilla Mux | framework | 2 | golang:github.com/gorilla/mux
Beego | framework | 1 | golang:github.com/beego/beego/* golang:github.com/astaxie/beego
Buffalo | framework | 1 | golang:github.com/gobuffalo/buffalo
Iris | framework | 1 | golang:github.com/kataras/iris/*
Revel | framework | 1 | golang:github.com/revel/revel
Macaron | framework | 1 | golang:gopkg.in/macaron.v1 golang:github.com/go-macaron/macaron
Flamego | framework | 1 | golang:github.com/flamego/flamego
net/http | framework | 4 | import:golang/net/http
fasthttp | framework | 3 | golang:github.com/valyala/fasthttp
fasthttp/router | framework | 2 | golang:github.com/fasthttp/router
httprouter | framework | 3 | golang:github.com/julienschmidt/httprouter
Go kit | framework | 2 | golang:github.com/go-kit/kit
go-zero | framework | 1 | golang:github.com/zeromicro/go-zero
Kratos | framework | 1 | golang:github.com/go-kratos/kratos/*
Huma | framework | 2 | golang:github.com/danielgtaylor/huma/*
Hertz | framework | 2 | golang:github.com/cloudwego/hertz
Actix Web | framework | 1 | cargo:actix-web
Axum | framework | 1 | cargo:axum
Rocket | framework | 1 | cargo:rocket
Warp | framework | 2 | cargo:warp
Tide | framework | 2 | cargo:tide
Poem | framework | 2 | cargo:poem
Salvo | framework | 2 | cargo:salvo
Loco | framework | 1 | cargo:loco-rs
hyper | backend | - | cargo:hyper
Tower | backend | - | cargo:tower
Leptos | framework | 1 | cargo:leptos
Yew | framework | 1 | cargo:yew
Dioxus | framework | 1 | cargo:dioxus
Phoenix | framework | 1 | hex:phoenix
Phoenix LiveView | framework | 3 | hex:phoenix_live_view
Plug | framework | 3 | hex:plug ~hex:plug_cowboy
Ash | framework | 2 | hex:ash
Nerves | framework | 1 | hex:nerves
Vapor | framework | 1 | swift:vapor/vapor
Hummingbird | framework | 1 | swift:hummingbird-project/hummingbird
Kitura | framework | 1 | swift:kitura/kitura swift:ibm-swift/kitura
Dart Frog | framework | 1 | pub:dart_frog
Serverpod | framework | 1 | pub:serverpod
Shelf | framework | 2 | pub:shelf
Servant | framework | 1 | hackage:servant-server
Yesod | framework | 1 | hackage:yesod hackage:yesod-core
IHP | framework | 1 | hackage:ihp
Scotty | framework | 2 | hackage:scotty
Pedestal | framework | 1 | maven:io.pedestal:pedestal.service maven:io.pedestal:*
Compojure | framework | 2 | maven:compojure:compojure
Reitit | framework | 3 | maven:metosin:reitit maven:metosin:reitit-ring maven:metosin:reitit-parent
`;

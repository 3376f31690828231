/** What a server is made of beside its framework: runtimes, APIs, identity, validation, queues, jobs, telemetry, clouds. */
export const backend = `
Node.js | backend | - | runtime:node image:node
Deno | backend | - | root:deno.json root:deno.jsonc image:denoland/deno
Bun | tooling | 1 | runtime:bun file:bun.lock file:bun.lockb file:bunfig.toml image:oven/bun npm:@types/bun npm:bun-types
.NET | backend | - | runtime:dotnet runtime:dotnet-sdk image:mcr.microsoft.com/dotnet/*
GraphQL | backend | = | npm:graphql pypi:graphene pypi:graphene-django pypi:strawberry-graphql pypi:ariadne gem:graphql composer:webonyx/graphql-php composer:nuwave/lighthouse maven:com.graphql-java:* maven:org.springframework.boot:spring-boot-starter-graphql maven:com.netflix.graphql.dgs:* nuget:GraphQL nuget:HotChocolate.AspNetCore golang:github.com/99designs/gqlgen golang:github.com/graphql-go/graphql cargo:async-graphql cargo:juniper hex:absinthe file:schema.graphqls suffix:.graphqls
Apollo Server | backend | - | npm:@apollo/server npm:apollo-server npm:apollo-server-express npm:apollo-server-koa
GraphQL Yoga | backend | - | npm:graphql-yoga
TypeGraphQL | backend | - | npm:type-graphql
Pothos | backend | - | npm:@pothos/core
Hot Chocolate | backend | - | nuget:HotChocolate.AspNetCore
gqlgen | backend | - | golang:github.com/99designs/gqlgen
Absinthe | backend | - | hex:absinthe
Strawberry | backend | - | pypi:strawberry-graphql
Graphene | backend | - | pypi:graphene pypi:graphene-django
tRPC | backend | - | npm:@trpc/server npm:@trpc/client
ts-rest | backend | - | npm:@ts-rest/core
gRPC | backend | = | npm:@grpc/grpc-js npm:grpc pypi:grpcio gem:grpc maven:io.grpc:* golang:google.golang.org/grpc cargo:tonic nuget:Grpc.AspNetCore nuget:Grpc.Net.Client nuget:Grpc.Net.ClientFactory composer:grpc/grpc hex:grpc swift:grpc/grpc-swift
Connect RPC | backend | - | npm:@connectrpc/connect golang:connectrpc.com/connect
Protocol Buffers | backend | = | npm:protobufjs npm:@bufbuild/protobuf pypi:protobuf golang:google.golang.org/protobuf golang:github.com/golang/protobuf cargo:prost maven:com.google.protobuf:* plugin:com.google.protobuf nuget:Google.Protobuf
OpenAPI | backend | = | npm:swagger-ui-express npm:swagger-jsdoc npm:@nestjs/swagger npm:@fastify/swagger npm:@hono/zod-openapi npm:openapi-typescript npm:@hey-api/openapi-ts maven:org.springdoc:* maven:io.springfox:* maven:io.swagger:* maven:io.swagger.core.v3:* nuget:Swashbuckle.AspNetCore nuget:NSwag.AspNetCore nuget:Microsoft.AspNetCore.OpenApi pypi:drf-spectacular pypi:drf-yasg pypi:flasgger pypi:flask-apispec pypi:apispec gem:rswag gem:rswag-api composer:darkaonline/l5-swagger composer:nelmio/api-doc-bundle golang:github.com/swaggo/swag golang:github.com/getkin/kin-openapi cargo:utoipa hex:open_api_spex
JSON Web Token | backend | - | npm:jsonwebtoken npm:express-jwt npm:jose ~npm:koa-jwt ~npm:@nestjs/jwt ~npm:passport-jwt ~npm:@fastify/jwt pypi:pyjwt pypi:python-jose ~pypi:flask-jwt-extended pypi:djangorestframework-simplejwt pypi:authlib gem:jwt gem:devise-jwt maven:io.jsonwebtoken:* maven:com.auth0:java-jwt maven:com.nimbusds:nimbus-jose-jwt nuget:System.IdentityModel.Tokens.Jwt ~nuget:Microsoft.AspNetCore.Authentication.JwtBearer golang:github.com/dgrijalva/jwt-go golang:github.com/golang-jwt/jwt golang:github.com/golang-jwt/jwt/* cargo:jsonwebtoken composer:firebase/php-jwt composer:lcobucci/jwt composer:tymon/jwt-auth composer:php-open-source-saver/jwt-auth composer:lexik/jwt-authentication-bundle hex:joken hex:guardian swift:vapor/jwt
Spring Security | backend | - | maven:org.springframework.boot:spring-boot-starter-security maven:org.springframework.security:* maven:org.springframework.boot:spring-boot-starter-oauth2-resource-server maven:org.springframework.boot:spring-boot-starter-oauth2-client
Spring WebFlux | backend | - | maven:org.springframework.boot:spring-boot-starter-webflux
Passport | backend | - | npm:passport ~npm:@nestjs/passport
NextAuth.js | backend | - | npm:next-auth npm:@auth/core
Better Auth | backend | - | npm:better-auth
Lucia | backend | - | npm:lucia
Clerk | backend | - | npm:@clerk/nextjs npm:@clerk/clerk-sdk-node npm:@clerk/backend npm:@clerk/clerk-react
Auth0 | backend | - | npm:auth0 npm:@auth0/auth0-react npm:@auth0/nextjs-auth0 pypi:auth0-python npm:express-openid-connect
Keycloak | backend | - | image:quay.io/keycloak/keycloak image:jboss/keycloak image:keycloak/keycloak npm:keycloak-js npm:keycloak-connect maven:org.keycloak:*
Ory | backend | - | image:oryd/* npm:@ory/client
Duende IdentityServer | backend | - | nuget:Duende.IdentityServer nuget:Duende.IdentityServer.*
IdentityServer4 | backend | - | nuget:IdentityServer4
OpenIddict | backend | - | nuget:OpenIddict.AspNetCore
ASP.NET Core Identity | backend | - | nuget:Microsoft.AspNetCore.Identity.EntityFrameworkCore
Devise | backend | - | gem:devise
OmniAuth | backend | - | gem:omniauth
Pundit | backend | - | gem:pundit
CanCanCan | backend | - | gem:cancancan
Doorkeeper | backend | - | gem:doorkeeper
Sanctum | backend | - | composer:laravel/sanctum
Laravel Passport | backend | - | composer:laravel/passport
django-allauth | backend | - | pypi:django-allauth
Casbin | backend | - | npm:casbin golang:github.com/casbin/casbin golang:github.com/casbin/casbin/* pypi:casbin
Zod | backend | - | npm:zod
Joi | backend | - | npm:joi npm:@hapi/joi
Yup | backend | - | npm:yup
Ajv | backend | - | npm:ajv
Valibot | backend | - | npm:valibot
class-validator | backend | - | npm:class-validator
TypeBox | backend | - | npm:@sinclair/typebox npm:typebox
io-ts | backend | - | npm:io-ts
Effect | backend | - | npm:effect
Pydantic | backend | - | pypi:pydantic ~pypi:pydantic-settings
marshmallow | backend | - | pypi:marshmallow ~pypi:flask-marshmallow
attrs | backend | - | pypi:attrs
FluentValidation | backend | - | nuget:FluentValidation nuget:FluentValidation.AspNetCore nuget:FluentValidation.DependencyInjectionExtensions
AutoMapper | backend | - | nuget:AutoMapper
MediatR | backend | - | nuget:MediatR
MapStruct | backend | - | maven:org.mapstruct:*
Jackson | backend | - | maven:com.fasterxml.jackson.core:* maven:com.fasterxml.jackson.module:*
Gson | backend | - | maven:com.google.code.gson:gson
Moshi | backend | - | maven:com.squareup.moshi:*
Newtonsoft.Json | backend | - | nuget:Newtonsoft.Json
serde | backend | - | cargo:serde
Tokio | backend | - | cargo:tokio
async-std | backend | - | cargo:async-std
Rayon | backend | - | cargo:rayon
reqwest | backend | - | cargo:reqwest
Axios | backend | - | npm:axios
Requests | backend | - | pypi:requests
HTTPX | backend | - | pypi:httpx
Guzzle | backend | - | composer:guzzlehttp/guzzle
OkHttp | backend | - | maven:com.squareup.okhttp3:*
Alamofire | backend | - | swift:alamofire/alamofire
Sparkle | backend | - | swift:sparkle-project/sparkle
Retrofit | backend | - | maven:com.squareup.retrofit2:*
OpenFeign | backend | - | maven:org.springframework.cloud:spring-cloud-starter-openfeign maven:io.github.openfeign:*
Dagger Hilt | backend | - | maven:com.google.dagger:* plugin:dagger.hilt.android.plugin plugin:com.google.dagger.hilt.android
Koin | backend | - | maven:io.insert-koin:*
Guice | backend | - | maven:com.google.inject:*
Google Wire | backend | - | golang:github.com/google/wire
Uber Fx | backend | - | golang:go.uber.org/fx
Cobra | backend | - | golang:github.com/spf13/cobra
Viper | backend | - | golang:github.com/spf13/viper
clap | backend | - | cargo:clap cargo:structopt
Click | backend | - | pypi:click
Typer | backend | - | pypi:typer
Commander.js | backend | - | npm:commander
yargs | backend | - | npm:yargs
oclif | framework | 2 | npm:@oclif/core
picocli | backend | - | maven:info.picocli:picocli
Thor | backend | - | gem:thor
Symfony Console | backend | - | composer:symfony/console
Spectre.Console | backend | - | nuget:Spectre.Console
Socket.IO | backend | - | npm:socket.io npm:socket.io-client ~pypi:python-socketio ~pypi:flask-socketio
ws | backend | - | npm:ws
SignalR | backend | - | nuget:Microsoft.AspNetCore.SignalR.Client npm:@microsoft/signalr
Django Channels | backend | - | pypi:channels
Laravel Reverb | backend | - | composer:laravel/reverb
Pusher | backend | - | npm:pusher npm:pusher-js composer:pusher/pusher-php-server gem:pusher
RabbitMQ | backend | - | npm:amqplib npm:amqp-connection-manager pypi:pika pypi:aio-pika gem:bunny maven:com.rabbitmq:amqp-client maven:org.springframework.boot:spring-boot-starter-amqp nuget:RabbitMQ.Client nuget:Aspire.RabbitMQ.Client nuget:MassTransit.RabbitMQ golang:github.com/rabbitmq/amqp091-go golang:github.com/streadway/amqp cargo:lapin composer:php-amqplib/php-amqplib hex:amqp image:rabbitmq image:bitnami/rabbitmq db:amqp
Apache Kafka | backend | - | npm:kafkajs npm:node-rdkafka pypi:kafka-python pypi:confluent-kafka pypi:aiokafka pypi:faust gem:ruby-kafka gem:karafka gem:rdkafka maven:org.apache.kafka:* maven:org.springframework.kafka:* nuget:Confluent.Kafka golang:github.com/segmentio/kafka-go golang:github.com/confluentinc/confluent-kafka-go golang:github.com/confluentinc/confluent-kafka-go/* golang:github.com/shopify/sarama golang:github.com/Shopify/sarama golang:github.com/IBM/sarama golang:github.com/twmb/franz-go cargo:rdkafka hex:brod image:confluentinc/cp-kafka image:bitnami/kafka image:apache/kafka image:wurstmeister/kafka image:redpandadata/redpanda
NATS | backend | - | npm:nats npm:@nats-io/* npm:nats.ws pypi:nats-py golang:github.com/nats-io/nats.go maven:io.nats:jnats nuget:NATS.Net cargo:async-nats image:nats db:nats
MQTT | backend | - | npm:mqtt npm:aedes pypi:paho-mqtt golang:github.com/eclipse/paho.mqtt.golang maven:org.eclipse.paho:* cargo:rumqttc image:eclipse-mosquitto
ZeroMQ | backend | - | npm:zeromq pypi:pyzmq
LiveKit | backend | - | npm:livekit-client npm:livekit-server-sdk npm:@livekit/* pypi:livekit pypi:livekit-api golang:github.com/livekit/server-sdk-go golang:github.com/livekit/server-sdk-go/* golang:github.com/livekit/protocol pub:livekit_client swift:livekit/client-sdk-swift maven:io.livekit:* cargo:livekit image:livekit/livekit-server
mediasoup | backend | - | npm:mediasoup npm:mediasoup-client cargo:mediasoup
Pion WebRTC | backend | - | golang:github.com/pion/webrtc/*
Agora | backend | - | npm:agora-rtc-sdk-ng npm:agora-rtc-react pub:agora_rtc_engine
Smack (XMPP) | backend | - | maven:org.igniterealtime.smack:*
Matrix | backend | - | npm:matrix-js-sdk npm:matrix-bot-sdk pypi:matrix-nio cargo:matrix-sdk golang:maunium.net/go/mautrix pub:matrix
FFmpeg | backend | - | npm:fluent-ffmpeg npm:@ffmpeg/ffmpeg pypi:ffmpeg-python pypi:av nuget:FFMpegCore nuget:Xabe.FFmpeg cargo:ffmpeg-next
GStreamer | backend | - | cargo:gstreamer
discord.js | backend | - | npm:discord.js
discord.py | backend | - | pypi:discord.py pypi:discord-py pypi:py-cord
Telegraf | backend | - | npm:telegraf
aiogram | backend | - | pypi:aiogram
python-telegram-bot | backend | - | pypi:python-telegram-bot
urfave/cli | backend | - | golang:github.com/urfave/cli golang:github.com/urfave/cli/*
pflag | backend | - | golang:github.com/spf13/pflag
mvdan/sh | backend | - | golang:mvdan.cc/sh/*
Kubernetes client | backend | - | golang:k8s.io/client-go pypi:kubernetes npm:@kubernetes/client-node maven:io.kubernetes:* maven:io.fabric8:kubernetes-client nuget:KubernetesClient cargo:kube gem:kubeclient
kotlinx.serialization | backend | - | maven:org.jetbrains.kotlinx:kotlinx-serialization-*
RxJava | backend | - | maven:io.reactivex.rxjava2:* maven:io.reactivex.rxjava3:*
WorkManager | backend | - | maven:androidx.work:*
Jetpack DataStore | backend | - | maven:androidx.datastore:*
MMKV | backend | - | maven:com.tencent:mmkv*
dio | backend | - | pub:dio
audio_service | backend | - | pub:audio_service
Refit | backend | - | nuget:Refit nuget:Refit.HttpClientFactory
Mapster | backend | - | nuget:Mapster ~nuget:Mapster.DependencyInjection
Boost | backend | - | import:native/boost
OpenSSL | backend | - | import:native/openssl cargo:openssl
libcurl | backend | - | import:native/curl cargo:curl
zlib | backend | - | import:native/zlib
zstd | backend | - | import:native/zstd cargo:zstd pypi:zstandard maven:com.github.luben:zstd-jni
libevent | backend | - | import:native/event2
libuv | backend | - | import:native/uv
ncurses | backend | - | import:native/curses
{fmt} | backend | - | import:native/fmt
nlohmann/json | backend | - | import:native/nlohmann
Apache Pulsar | backend | - | pypi:pulsar-client maven:org.apache.pulsar:* image:apachepulsar/pulsar
MassTransit | backend | - | nuget:MassTransit nuget:MassTransit.*
NServiceBus | backend | - | nuget:NServiceBus
Celery | backend | - | pypi:celery
RQ | backend | - | pypi:rq pypi:django-rq
Dramatiq | backend | - | pypi:dramatiq
Huey | backend | - | pypi:huey
arq | backend | - | pypi:arq
APScheduler | backend | - | pypi:apscheduler
Airflow | framework | 1 | pypi:apache-airflow
Prefect | framework | 1 | pypi:prefect
Dagster | framework | 1 | pypi:dagster
dbt | tooling | - | pypi:dbt-core file:dbt_project.yml
Luigi | framework | 2 | pypi:luigi
Temporal | backend | - | npm:@temporalio/client npm:@temporalio/worker pypi:temporalio golang:go.temporal.io/sdk maven:io.temporal:* image:temporalio/auto-setup
BullMQ | backend | - | npm:bullmq npm:bull ~npm:@nestjs/bull ~npm:@nestjs/bullmq
Agenda | backend | - | npm:agenda
Bree | backend | - | npm:bree
node-cron | backend | - | npm:node-cron ~npm:cron ~npm:node-schedule ~npm:@nestjs/schedule
Inngest | backend | - | npm:inngest
Trigger.dev | backend | - | npm:@trigger.dev/sdk
JobRunr | backend | - | maven:org.jobrunr:*
Sidekiq | backend | - | gem:sidekiq
Resque | backend | - | gem:resque
Delayed Job | backend | - | gem:delayed_job gem:delayed_job_active_record
GoodJob | backend | - | gem:good_job
Solid Queue | backend | - | gem:solid_queue
Horizon | backend | - | composer:laravel/horizon
Symfony Messenger | backend | - | composer:symfony/messenger
Quartz | backend | - | maven:org.quartz-scheduler:quartz maven:org.springframework.boot:spring-boot-starter-quartz
Hangfire | backend | - | nuget:Hangfire nuget:Hangfire.AspNetCore nuget:Hangfire.Core
Quartz.NET | backend | - | nuget:Quartz nuget:Quartz.Extensions.Hosting
Asynq | backend | - | golang:github.com/hibiken/asynq
River | backend | - | golang:github.com/riverqueue/river
Oban | backend | - | hex:oban
Broadway | backend | - | hex:broadway
Gunicorn | backend | - | pypi:gunicorn
Uvicorn | backend | - | pypi:uvicorn
Hypercorn | backend | - | pypi:hypercorn
uWSGI | backend | - | pypi:uwsgi
Daphne | backend | - | pypi:daphne
Waitress | backend | - | pypi:waitress
Mangum | backend | - | pypi:mangum
Puma | backend | - | gem:puma
Unicorn | backend | - | gem:unicorn
Passenger | backend | - | gem:passenger
Cowboy | backend | - | hex:cowboy ~hex:plug_cowboy
Ranch | backend | - | hex:ranch
WAI | backend | - | hackage:wai
Warp (Haskell) | backend | - | hackage:warp
aeson | backend | - | hackage:aeson
lens | backend | - | hackage:lens
conduit | backend | - | hackage:conduit
megaparsec | backend | - | hackage:megaparsec
attoparsec | backend | - | hackage:attoparsec
optparse-applicative | backend | - | hackage:optparse-applicative
Hasql | backend | - | hackage:hasql
Persistent | backend | - | hackage:persistent
Malli | backend | - | maven:metosin:malli
next.jdbc | backend | - | maven:com.github.seancorfield:next.jdbc maven:seancorfield:next.jdbc
HoneySQL | backend | - | maven:com.github.seancorfield:honeysql maven:honeysql:honeysql
Integrant | backend | - | maven:integrant:integrant
core.async | backend | - | maven:org.clojure:core.async
Bandit (Elixir) | backend | - | hex:bandit
Undertow | backend | - | maven:io.undertow:* maven:org.springframework.boot:spring-boot-starter-undertow
Tomcat | backend | - | maven:org.apache.tomcat.embed:* image:tomcat
Jetty | backend | - | maven:org.eclipse.jetty:* image:jetty
nginx | backend | - | image:nginx image:nginxinc/* file:nginx.conf
Caddy | backend | - | image:caddy file:Caddyfile
Traefik | backend | - | image:traefik
Apache httpd | backend | - | image:httpd
HAProxy | backend | - | image:haproxy file:haproxy.cfg
Envoy | backend | - | image:envoyproxy/envoy
YARP | backend | - | nuget:Yarp.ReverseProxy ~nuget:Microsoft.Extensions.ServiceDiscovery.Yarp
Polly | backend | - | nuget:Polly ~nuget:Microsoft.Extensions.Http.Resilience
Resilience4j | backend | - | maven:io.github.resilience4j:*
Caffeine | backend | - | maven:com.github.ben-manes.caffeine:caffeine
Ehcache | backend | - | maven:org.ehcache:ehcache
Hazelcast | backend | - | maven:com.hazelcast:* image:hazelcast/hazelcast
MinIO | backend | - | npm:minio pypi:minio golang:github.com/minio/minio-go/* maven:io.minio:minio image:minio/minio image:quay.io/minio/minio
AWS SDK | backend | - | npm:aws-sdk npm:@aws-sdk/* pypi:boto3 pypi:aioboto3 gem:aws-sdk gem:aws-sdk-s3 maven:software.amazon.awssdk:* maven:com.amazonaws:* nuget:AWSSDK.* golang:github.com/aws/aws-sdk-go golang:github.com/aws/aws-sdk-go-v2 golang:github.com/aws/aws-sdk-go-v2/* composer:aws/aws-sdk-php cargo:aws-config cargo:aws-sdk-* hex:ex_aws
Google Cloud SDK | backend | - | npm:@google-cloud/* pypi:google-cloud-* golang:cloud.google.com/go/* maven:com.google.cloud:* gem:google-cloud-* nuget:Google.Cloud.* composer:google/cloud-*
Azure SDK | backend | - | npm:@azure/* pypi:azure-* golang:github.com/azure/azure-sdk-for-go/* maven:com.azure:* nuget:Azure.* nuget:Microsoft.Azure.*
Stripe | backend | - | npm:stripe npm:@stripe/stripe-js pypi:stripe gem:stripe composer:stripe/stripe-php maven:com.stripe:stripe-java nuget:Stripe.net golang:github.com/stripe/stripe-go/* hex:stripity_stripe
PayPal | backend | - | npm:@paypal/checkout-server-sdk npm:@paypal/react-paypal-js composer:paypal/rest-api-sdk-php
Twilio | backend | - | npm:twilio pypi:twilio gem:twilio-ruby composer:twilio/sdk maven:com.twilio.sdk:twilio nuget:Twilio
SendGrid | backend | - | npm:@sendgrid/mail pypi:sendgrid gem:sendgrid-ruby composer:sendgrid/sendgrid nuget:SendGrid
Nodemailer | backend | - | npm:nodemailer
Resend | backend | - | npm:resend
Winston | backend | - | npm:winston ~npm:nest-winston
Pino | backend | - | npm:pino ~npm:nestjs-pino ~npm:pino-http
Morgan | backend | - | npm:morgan
Log4j | backend | - | maven:org.apache.logging.log4j:* maven:log4j:log4j
Logback | backend | - | maven:ch.qos.logback:*
SLF4J | backend | - | maven:org.slf4j:*
Serilog | backend | - | nuget:Serilog nuget:Serilog.AspNetCore
NLog | backend | - | nuget:NLog nuget:NLog.Web.AspNetCore
zap | backend | - | golang:go.uber.org/zap
zerolog | backend | - | golang:github.com/rs/zerolog
Logrus | backend | - | golang:github.com/sirupsen/logrus
tracing | backend | - | cargo:tracing
structlog | backend | - | pypi:structlog
Loguru | backend | - | pypi:loguru
Monolog | backend | - | composer:monolog/monolog ~composer:symfony/monolog-bundle
Sentry | backend | - | npm:@sentry/* pypi:sentry-sdk gem:sentry-ruby gem:sentry-rails composer:sentry/sentry composer:sentry/sentry-laravel composer:sentry/sentry-symfony maven:io.sentry:* nuget:Sentry nuget:Sentry.AspNetCore golang:github.com/getsentry/sentry-go cargo:sentry hex:sentry pub:sentry_flutter
OpenTelemetry | backend | - | npm:@opentelemetry/* pypi:opentelemetry-* maven:io.opentelemetry:* nuget:OpenTelemetry nuget:OpenTelemetry.* golang:go.opentelemetry.io/otel golang:go.opentelemetry.io/otel/* cargo:opentelemetry hex:opentelemetry image:otel/opentelemetry-collector image:otel/opentelemetry-collector-contrib gem:opentelemetry-sdk
Prometheus | backend | - | npm:prom-client pypi:prometheus-client pypi:prometheus-fastapi-instrumentator golang:github.com/prometheus/client_golang maven:io.micrometer:micrometer-registry-prometheus maven:io.prometheus:* nuget:prometheus-net nuget:prometheus-net.AspNetCore cargo:prometheus hex:prom_ex gem:prometheus-client image:prom/prometheus
Grafana | tooling | - | image:grafana/grafana
Jaeger | backend | - | image:jaegertracing/all-in-one image:jaegertracing/jaeger
Datadog | backend | - | npm:dd-trace pypi:ddtrace golang:gopkg.in/DataDog/dd-trace-go.v1 image:datadog/agent gem:ddtrace gem:datadog
New Relic | backend | - | npm:newrelic pypi:newrelic gem:newrelic_rpm
PostHog | backend | - | npm:posthog-js npm:posthog-node pypi:posthog
Unleash | backend | - | npm:unleash-client image:unleashorg/unleash-server
LaunchDarkly | backend | - | npm:launchdarkly-node-server-sdk npm:@launchdarkly/node-server-sdk npm:launchdarkly-js-client-sdk
Mailpit | tooling | - | image:axllent/mailpit
MailHog | tooling | - | image:mailhog/mailhog
LocalStack | tooling | - | image:localstack/localstack
Ethers.js | backend | - | npm:ethers
web3.js | backend | - | npm:web3
viem | backend | - | npm:viem
Hardhat | tooling | - | npm:hardhat
Foundry | tooling | - | file:foundry.toml
`;

/**
 * Database engines. A package is a driver; `db:` names are what connection strings and settings call the engine. An engine
 * counts with a driver that the product asks for, with its settings, or with a service that runs it (`image:`).
 * `bundled:` is a package that brings the engine itself, so that its version is the engine's.
 */
export const databases = `
PostgreSQL | database | - | npm:pg npm:pg-promise npm:postgres npm:@vercel/postgres npm:@neondatabase/serverless npm:@prisma/adapter-pg pypi:psycopg2 pypi:psycopg2-binary pypi:psycopg pypi:psycopg-binary pypi:asyncpg pypi:pg8000 pypi:aiopg gem:pg gem:sequel_pg maven:org.postgresql:postgresql maven:org.postgresql:r2dbc-postgresql maven:io.r2dbc:r2dbc-postgresql maven:io.quarkus:quarkus-jdbc-postgresql nuget:Npgsql nuget:Npgsql.EntityFrameworkCore.PostgreSQL nuget:Aspire.Npgsql nuget:Aspire.Npgsql.EntityFrameworkCore.PostgreSQL nuget:Aspire.Hosting.PostgreSQL golang:github.com/lib/pq golang:github.com/jackc/pgx golang:github.com/jackc/pgx/* golang:gorm.io/driver/postgres golang:github.com/jinzhu/gorm/dialects/postgres golang:github.com/go-pg/pg/* cargo:postgres cargo:tokio-postgres cargo:deadpool-postgres hex:postgrex composer:ext-pgsql composer:ext-pdo_pgsql swift:vapor/fluent-postgres-driver swift:vapor/postgres-nio pub:postgres image:postgres image:postgis/postgis image:bitnami/postgresql image:pgvector/pgvector image:ankane/pgvector image:timescale/timescaledb image:supabase/postgres db:postgres db:postgresql db:pgsql db:pg
MySQL | database | - | npm:mysql npm:mysql2 npm:promise-mysql pypi:mysqlclient pypi:pymysql pypi:mysql-connector-python pypi:aiomysql pypi:asyncmy gem:mysql2 gem:trilogy maven:mysql:mysql-connector-java maven:com.mysql:mysql-connector-j maven:io.quarkus:quarkus-jdbc-mysql maven:dev.miku:r2dbc-mysql maven:io.asyncer:r2dbc-mysql maven:com.github.jasync-sql:jasync-r2dbc-mysql nuget:MySql.Data nuget:MySqlConnector nuget:Pomelo.EntityFrameworkCore.MySql nuget:MySql.EntityFrameworkCore golang:github.com/go-sql-driver/mysql golang:gorm.io/driver/mysql golang:github.com/jinzhu/gorm/dialects/mysql cargo:mysql cargo:mysql_async hex:myxql composer:ext-mysqli composer:ext-pdo_mysql swift:vapor/fluent-mysql-driver image:mysql image:bitnami/mysql image:mysql/mysql-server db:mysql db:mysql2
MariaDB | database | - | npm:mariadb pypi:mariadb maven:org.mariadb.jdbc:mariadb-java-client maven:org.mariadb:r2dbc-mariadb image:mariadb image:bitnami/mariadb image:linuxserver/mariadb db:mariadb
SQLite | database | - | npm:sqlite3 npm:better-sqlite3 npm:sqlite npm:@libsql/client npm:libsql npm:@prisma/adapter-better-sqlite3 pypi:aiosqlite gem:sqlite3 bundled:maven:org.xerial:sqlite-jdbc nuget:Microsoft.Data.Sqlite nuget:Microsoft.EntityFrameworkCore.Sqlite nuget:System.Data.SQLite nuget:sqlite-net-pcl golang:github.com/mattn/go-sqlite3 golang:modernc.org/sqlite golang:gorm.io/driver/sqlite golang:github.com/glebarez/sqlite golang:github.com/jinzhu/gorm/dialects/sqlite cargo:rusqlite hex:ecto_sqlite3 hex:exqlite composer:ext-sqlite3 composer:ext-pdo_sqlite swift:vapor/fluent-sqlite-driver swift:groue/grdb.swift pub:sqflite ~pub:sqflite_common_ffi pub:sqlite3 swift:stephencelis/sqlite.swift swift:ccgus/fmdb import:native/sqlite3 import:swift/SQLite3 import:swift/CSQLite import:swift/Csqlite3 npm:sql.js import:pypi/sqlite3 import:npm/node:sqlite import:npm/bun:sqlite db:sqlite db:sqlite3 pub:drift maven:androidx.room:*
MongoDB | database | - | npm:mongodb npm:mongoose npm:mongojs pypi:pymongo pypi:motor pypi:mongoengine pypi:beanie pypi:flask-pymongo gem:mongo gem:mongoid maven:org.mongodb:* maven:org.reactivemongo:* maven:org.springframework.boot:spring-boot-starter-data-mongodb maven:org.springframework.boot:spring-boot-starter-data-mongodb-reactive nuget:MongoDB.Driver golang:go.mongodb.org/mongo-driver golang:go.mongodb.org/mongo-driver/* golang:gopkg.in/mgo.v2 cargo:mongodb hex:mongodb_driver composer:mongodb/mongodb composer:mongodb/laravel-mongodb composer:jenssegers/mongodb composer:doctrine/mongodb-odm composer:ext-mongodb image:mongo image:bitnami/mongodb image:mongodb/mongodb-community-server db:mongodb
Redis | database | - | npm:redis npm:ioredis npm:connect-redis npm:@upstash/redis pypi:redis pypi:aioredis pypi:django-redis pypi:flask-redis gem:redis gem:redis-rails gem:redis-client maven:redis.clients:jedis maven:io.lettuce:lettuce-core maven:org.redisson:* maven:org.springframework.boot:spring-boot-starter-data-redis nuget:StackExchange.Redis nuget:Microsoft.Extensions.Caching.StackExchangeRedis nuget:Aspire.StackExchange.Redis golang:github.com/go-redis/redis golang:github.com/go-redis/redis/* golang:github.com/redis/go-redis/* golang:github.com/gomodule/redigo import:native/hiredis cargo:redis cargo:fred cargo:deadpool-redis hex:redix composer:predis/predis composer:ext-redis image:redis image:bitnami/redis image:redis/redis-stack image:valkey/valkey image:valkey db:redis db:rediss
Memcached | database | - | npm:memcached npm:memjs pypi:pymemcache pypi:python-memcached pypi:pylibmc gem:dalli maven:net.spy:spymemcached golang:github.com/bradfitz/gomemcache composer:ext-memcached image:memcached db:memcached
SQL Server | database | - | npm:mssql npm:tedious pypi:pymssql pypi:mssql-django maven:com.microsoft.sqlserver:mssql-jdbc nuget:Microsoft.Data.SqlClient nuget:System.Data.SqlClient nuget:Microsoft.EntityFrameworkCore.SqlServer nuget:Aspire.Microsoft.EntityFrameworkCore.SqlServer golang:github.com/denisenkom/go-mssqldb golang:github.com/microsoft/go-mssqldb golang:gorm.io/driver/sqlserver cargo:tiberius hex:tds composer:ext-sqlsrv image:mcr.microsoft.com/mssql/server image:mcr.microsoft.com/azure-sql-edge db:sqlserver db:mssql db:sqlsrv
Oracle Database | database | - | npm:oracledb pypi:oracledb pypi:cx-oracle maven:com.oracle.database.jdbc:* nuget:Oracle.ManagedDataAccess.Core nuget:Oracle.EntityFrameworkCore golang:github.com/godror/godror image:gvenzl/oracle-xe image:gvenzl/oracle-free db:oracle
H2 | database | - | bundled:maven:com.h2database:h2 maven:io.r2dbc:r2dbc-h2 db:h2
HSQLDB | database | - | bundled:maven:org.hsqldb:hsqldb db:hsqldb
Apache Derby | database | - | bundled:maven:org.apache.derby:derby db:derby
CockroachDB | database | - | image:cockroachdb/cockroach pypi:sqlalchemy-cockroachdb pypi:django-cockroachdb db:cockroachdb
Cassandra | database | - | npm:cassandra-driver pypi:cassandra-driver maven:com.datastax.oss:java-driver-core maven:org.apache.cassandra:java-driver-core maven:org.springframework.boot:spring-boot-starter-data-cassandra golang:github.com/gocql/gocql nuget:CassandraCSharpDriver cargo:scylla image:cassandra image:scylladb/scylla db:cassandra
DynamoDB | database | - | npm:@aws-sdk/client-dynamodb npm:@aws-sdk/lib-dynamodb npm:dynamoose pypi:pynamodb maven:software.amazon.awssdk:dynamodb maven:software.amazon.awssdk:dynamodb-enhanced nuget:AWSSDK.DynamoDBv2 cargo:aws-sdk-dynamodb gem:aws-sdk-dynamodb golang:github.com/aws/aws-sdk-go-v2/service/dynamodb image:amazon/dynamodb-local
Elasticsearch | database | - | npm:@elastic/elasticsearch npm:elasticsearch pypi:elasticsearch pypi:elasticsearch-dsl pypi:django-elasticsearch-dsl gem:elasticsearch gem:elasticsearch-model gem:searchkick gem:chewy maven:org.elasticsearch.client:* maven:co.elastic.clients:elasticsearch-java maven:org.springframework.boot:spring-boot-starter-data-elasticsearch nuget:NEST nuget:Elastic.Clients.Elasticsearch golang:github.com/elastic/go-elasticsearch/* golang:github.com/olivere/elastic/* composer:elasticsearch/elasticsearch image:elasticsearch image:docker.elastic.co/elasticsearch/elasticsearch db:elasticsearch
OpenSearch | database | - | npm:@opensearch-project/opensearch pypi:opensearch-py maven:org.opensearch.client:* image:opensearchproject/opensearch db:opensearch
Meilisearch | database | - | npm:meilisearch composer:meilisearch/meilisearch-php gem:meilisearch gem:meilisearch-rails pypi:meilisearch image:getmeili/meilisearch
Typesense | database | - | npm:typesense composer:typesense/typesense-php gem:typesense image:typesense/typesense
Algolia | database | - | npm:algoliasearch composer:algolia/algoliasearch-client-php gem:algoliasearch-rails pypi:algoliasearch
Solr | database | - | pypi:pysolr gem:rsolr gem:sunspot_rails maven:org.apache.solr:solr-solrj composer:solarium/solarium image:solr
Neo4j | database | - | npm:neo4j-driver pypi:neo4j pypi:neomodel maven:org.neo4j.driver:neo4j-java-driver maven:org.springframework.boot:spring-boot-starter-data-neo4j nuget:Neo4j.Driver golang:github.com/neo4j/neo4j-go-driver/* image:neo4j db:neo4j db:bolt
ClickHouse | database | - | npm:@clickhouse/client pypi:clickhouse-driver pypi:clickhouse-connect maven:com.clickhouse:* golang:github.com/clickhouse/clickhouse-go/* cargo:clickhouse hex:ecto_ch hex:ch image:clickhouse/clickhouse-server image:yandex/clickhouse-server db:clickhouse
InfluxDB | database | - | npm:@influxdata/influxdb-client pypi:influxdb-client pypi:influxdb golang:github.com/influxdata/influxdb-client-go/* maven:com.influxdb:* image:influxdb db:influxdb
CouchDB | database | - | npm:nano npm:pouchdb pypi:couchdb image:couchdb db:couchdb
Couchbase | database | - | npm:couchbase pypi:couchbase maven:com.couchbase.client:java-client image:couchbase db:couchbase
Firestore | database | - | npm:@google-cloud/firestore pypi:google-cloud-firestore pub:cloud_firestore golang:cloud.google.com/go/firestore
RethinkDB | database | - | npm:rethinkdb npm:rethinkdbdash image:rethinkdb
DuckDB | database | - | npm:duckdb npm:@duckdb/node-api npm:@duckdb/duckdb-wasm pypi:duckdb cargo:duckdb golang:github.com/marcboeker/go-duckdb golang:github.com/marcboeker/go-duckdb/* golang:github.com/duckdb/duckdb-go golang:github.com/duckdb/duckdb-go/* maven:org.duckdb:duckdb_jdbc db:duckdb
Snowflake | database | - | pypi:snowflake-connector-python pypi:snowflake-sqlalchemy npm:snowflake-sdk maven:net.snowflake:snowflake-jdbc db:snowflake
BigQuery | database | - | npm:@google-cloud/bigquery pypi:google-cloud-bigquery golang:cloud.google.com/go/bigquery gem:google-cloud-bigquery db:bigquery
FoundationDB | database | - | maven:org.foundationdb:fdb-java pypi:foundationdb cargo:foundationdb golang:github.com/apple/foundationdb/bindings/go npm:foundationdb
Bigtable | database | - | npm:@google-cloud/bigtable pypi:google-cloud-bigtable maven:com.google.cloud:google-cloud-bigtable golang:cloud.google.com/go/bigtable
bbolt | database | - | golang:go.etcd.io/bbolt golang:github.com/boltdb/bolt
etcd | database | - | golang:go.etcd.io/etcd/client/v3 npm:etcd3 image:quay.io/coreos/etcd
BadgerDB | database | - | golang:github.com/dgraph-io/badger golang:github.com/dgraph-io/badger/*
RocksDB | database | - | cargo:rocksdb maven:org.rocksdb:rocksdbjni
LMDB | database | - | cargo:heed cargo:lmdb npm:lmdb pypi:lmdb
redb | database | - | cargo:redb
sled | database | - | cargo:sled
Pebble | database | - | golang:github.com/cockroachdb/pebble golang:github.com/cockroachdb/pebble/*
LevelDB | database | - | npm:level npm:levelup golang:github.com/syndtr/goleveldb pypi:plyvel
Qdrant | database | - | npm:@qdrant/js-client-rest pypi:qdrant-client cargo:qdrant-client golang:github.com/qdrant/go-client image:qdrant/qdrant
Pinecone | database | - | npm:@pinecone-database/pinecone pypi:pinecone pypi:pinecone-client
Weaviate | database | - | npm:weaviate-ts-client npm:weaviate-client pypi:weaviate-client image:semitechnologies/weaviate
Milvus | database | - | npm:@zilliz/milvus2-sdk-node pypi:pymilvus image:milvusdb/milvus
Chroma | database | - | npm:chromadb pypi:chromadb image:chromadb/chroma
pgvector | database | - | pypi:pgvector npm:pgvector nuget:Pgvector nuget:Pgvector.EntityFrameworkCore gem:neighbor golang:github.com/pgvector/pgvector-go hex:pgvector
Hive | database | - | pub:hive pub:hive_flutter pub:hive_ce pub:hive_ce_flutter
Isar | database | - | pub:isar pub:isar_community
ObjectBox | database | - | pub:objectbox maven:io.objectbox:* swift:objectbox/objectbox-swift-spm
Realm | database | - | npm:realm maven:io.realm.kotlin:* pub:realm
LiteDB | database | - | bundled:nuget:LiteDB
FAISS | database | - | pypi:faiss-cpu pypi:faiss-gpu
`;

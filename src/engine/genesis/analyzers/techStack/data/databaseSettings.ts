/**
 * How settings and code name a database engine. `address`: a connection string, certain in a file of settings only (code also
 * compares schemes). `setting`: a key with a name, read in files of settings only. `call`: a call that only a user of that
 * engine writes.
 */
export interface DatabaseSettingRule {
  readonly kind: 'address' | 'setting' | 'call';
  /** Stands in every line that the pattern fits: a quick look before it. */
  readonly needs: string;
  /** The files that such a call stands in: a library of one language is not called in another. */
  readonly files?: RegExp;
  /** With a group `engine`, or with `engine` beside it. */
  readonly pattern: RegExp;
  readonly engine?: string;
  readonly example: string;
}

const engines =
  'postgres|postgresql|pgsql|pg|mysql|mysql2|mariadb|sqlite|sqlite3|mssql|sqlserver|sqlsrv|oracle|mongodb|cockroachdb|h2';

export const databaseSettings: readonly DatabaseSettingRule[] = [
  {
    kind: 'address',
    needs: '://',
    pattern:
      /(?<![\w-])(?<engine>postgres|postgresql|mysql|mysql2|mariadb|mongodb|rediss?|sqlite3?|sqlserver|mssql|oracle|cockroachdb|clickhouse|neo4j|bolt|amqp|nats|influxdb|duckdb|snowflake|bigquery)(?:\+[\w]{1,20})?s?:\/\//i,
    example: 'DATABASE_URL=postgresql+psycopg://app@db/app',
  },
  {
    kind: 'address',
    needs: 'jdbc:',
    pattern:
      /\bjdbc:(?:tc:)?(?<engine>postgresql|mysql|mariadb|sqlite|h2|sqlserver|oracle|hsqldb|derby|clickhouse|snowflake)\b/i,
    example: 'spring.datasource.url=jdbc:sqlite:dev.db',
  },
  {
    kind: 'address',
    needs: 'r2dbc:',
    pattern: /\br2dbc:(?:pool:)?(?<engine>postgresql|mysql|mariadb|h2|mssql|oracle)\b/i,
    example: 'url: r2dbc:h2:file:///./data',
  },
  {
    kind: 'setting',
    needs: 'DB_',
    pattern: new RegExp(
      `\\bDB_(?:CONNECTION|DRIVER|CLIENT|TYPE|DIALECT|ENGINE)\\b["']?\\s{0,3}[=:]\\s{0,3}["']?(?<engine>${engines})\\b`,
      'i',
    ),
    example: 'DB_CONNECTION=mysql',
  },
  {
    kind: 'setting',
    needs: 'DB_CONNECTION',
    pattern: new RegExp(
      `'default'\\s{0,9}=>\\s{0,3}env\\(\\s{0,3}['"]DB_CONNECTION['"],\\s{0,3}['"](?<engine>${engines})['"]`,
      'i',
    ),
    example: "'default' => env('DB_CONNECTION', 'mysql'),",
  },
  {
    kind: 'setting',
    needs: 'adapter',
    pattern: new RegExp(`^\\s{0,20}adapter:\\s{1,9}["']?(?<engine>${engines})\\b`, 'i'),
    example: '  adapter: postgresql',
  },
  {
    kind: 'call',
    needs: 'django.',
    pattern: /['"]django\.(?:db\.backends|contrib\.gis\.db\.backends)\.(?<engine>postgresql|mysql|sqlite3|oracle)/,
    example: "        'ENGINE': 'django.db.backends.postgresql',",
  },
  {
    kind: 'call',
    needs: 'postgis',
    pattern: /['"]django\.contrib\.gis\.db\.backends\.postgis/,
    engine: 'postgres',
    example: "'ENGINE': 'django.contrib.gis.db.backends.postgis'",
  },
  {
    kind: 'setting',
    needs: 'provider',
    pattern: /^\s{0,9}provider\s{0,9}=\s{0,9}"(?<engine>postgresql|mysql|sqlite|sqlserver|mongodb|cockroachdb)"/,
    example: '  provider = "postgresql"',
  },
  {
    kind: 'setting',
    needs: ':',
    pattern: new RegExp(
      `\\b(?:dialect|client|db_?[tT]ype|database_?[tT]ype|db_?[eE]ngine|db_?[dD]river)["']?\\s{0,3}:\\s{0,3}["'](?<engine>${engines})["']`,
    ),
    example: "  client: 'pg',",
  },
  {
    kind: 'setting',
    needs: 'type',
    pattern: /\btype:\s{0,3}['"](?<engine>postgres|mysql|mariadb|mssql|oracle|mongodb|cockroachdb)['"]/,
    example: "  type: 'postgres',",
  },
  {
    kind: 'call',
    files: /\.exs?$/,
    needs: 'Ecto.Adapters',
    pattern: /\bEcto\.Adapters\.Postgres\b/,
    engine: 'postgres',
    example: 'adapter: Ecto.Adapters.Postgres',
  },
  {
    kind: 'call',
    files: /\.exs?$/,
    needs: 'Ecto.Adapters',
    pattern: /\bEcto\.Adapters\.(?<engine>SQLite3|MyXQL)\b/,
    example: 'adapter: Ecto.Adapters.SQLite3',
  },
  {
    kind: 'call',
    files: /\.cs$/,
    needs: 'UseNpgsql',
    pattern: /\.UseNpgsql\s{0,3}\(/,
    engine: 'postgres',
    example: 'options.UseNpgsql(connection)',
  },
  {
    kind: 'call',
    files: /\.cs$/,
    needs: 'UseSqlServer',
    pattern: /\.UseSqlServer\s{0,3}\(/,
    engine: 'sqlserver',
    example: 'options.UseSqlServer(connection)',
  },
  {
    kind: 'call',
    files: /\.cs$/,
    needs: 'UseSqlite',
    pattern: /\.UseSqlite\s{0,3}\(/,
    engine: 'sqlite',
    example: 'options.UseSqlite(connection)',
  },
  {
    kind: 'call',
    files: /\.cs$/,
    needs: 'Use',
    pattern: /\.UseMySq?l\s{0,3}\(/i,
    engine: 'mysql',
    example: 'options.UseMySql(connection)',
  },
  {
    kind: 'call',
    files: /\.cs$/,
    needs: 'UseOracle',
    pattern: /\.UseOracle\s{0,3}\(/,
    engine: 'oracle',
    example: 'options.UseOracle(connection)',
  },
  {
    kind: 'call',
    files: /\.go$/,
    needs: '.Open(',
    pattern: /\b(?:gorm|sql|sqlx)\.Open\(\s{0,3}"(?<engine>postgres|pgx|mysql|sqlite3?|sqlserver|mssql|clickhouse)"/,
    example: 'db, err := gorm.Open("sqlite3", "./../gorm.db")',
  },
  {
    kind: 'call',
    files: /\.go$/,
    needs: 'Connect(',
    pattern:
      /\b(?:gorm|sql|sqlx)\.(?:Must)?Connect\(\s{0,3}"(?<engine>postgres|pgx|mysql|sqlite3?|sqlserver|mssql|clickhouse)"/,
    example: 'db := sqlx.MustConnect("pgx", url)',
  },
  {
    kind: 'call',
    files: /\.go$/,
    needs: 'gorm.Open',
    pattern: /\bgorm\.Open\(\s{0,3}(?<engine>postgres|mysql|sqlite|sqlserver)\.(?:Open|New)\(/,
    example: 'gorm.Open(postgres.Open(dsn), &gorm.Config{})',
  },
  {
    kind: 'call',
    files: /\.rs$/,
    needs: 'Pg',
    pattern: /\b(?:PgPool|PgConnection|PgPoolOptions)\b/,
    engine: 'postgres',
    example: 'let pool = PgPool::connect(url)',
  },
  {
    kind: 'call',
    files: /\.rs$/,
    needs: 'Sqlite',
    pattern: /\b(?:SqlitePool|SqliteConnection|SqlitePoolOptions)\b/,
    engine: 'sqlite',
    example: 'SqlitePool::connect(url)',
  },
  {
    kind: 'call',
    files: /\.rs$/,
    needs: 'MySqlPool',
    pattern: /\bMySqlPool(?:Options)?\b/,
    engine: 'mysql',
    example: 'MySqlPool::connect(url)',
  },
  {
    kind: 'call',
    files: /\.rs$/,
    needs: 'MysqlConnection',
    pattern: /\bMysqlConnection\b/,
    engine: 'mysql',
    example: 'let mut connection = MysqlConnection::establish(&url)?;',
  },
  {
    kind: 'call',
    files: /\.php$/,
    needs: 'PDO',
    pattern: /\bnew \\?PDO\(\s{0,3}["'](?<engine>mysql|pgsql|sqlite|sqlsrv):/,
    example: "$db = new PDO('mysql:host=localhost')",
  },
];

/** Names of drivers and adapters that stand for an engine of another name. */
export const engineAliases: Readonly<Record<string, string>> = {
  pgx: 'postgres',
  myxql: 'mysql',
  mysql2: 'mysql',
  rediss: 'redis',
};

/** Drivers that a library of Python takes along by an extra: `sqlalchemy[asyncpg]`, `databases[aiosqlite]`. */
export const engineOfExtra: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  postgresql: 'postgresql',
  psycopg: 'postgresql',
  psycopg2: 'postgresql',
  asyncpg: 'postgresql',
  mysql: 'mysql',
  pymysql: 'mysql',
  aiomysql: 'mysql',
  asyncmy: 'mysql',
  mysqlclient: 'mysql',
  mariadb: 'mariadb',
  sqlite: 'sqlite',
  aiosqlite: 'sqlite',
  mssql: 'mssql',
  oracle: 'oracle',
  oracledb: 'oracle',
};

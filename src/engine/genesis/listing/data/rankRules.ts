/** How telling a file is, by its path. Only matters when not all files may be analysed. */
export interface RankRule {
  readonly score: number;
  readonly pattern: RegExp;
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/** The first rule that fits counts. */
export const rankRules: readonly RankRule[] = [
  {
    // Read by name and whole: what the project says of itself.
    score: 100,
    pattern:
      /^(?:[^/]+\/){0,2}(?:README(?:\.(?:md|rst|txt|adoc|org))?|(?:LICEN[CS]E|COPYING|CHANGELOG|CHANGES)(?:[.-][\w.-]{1,30})?|Dockerfile|docker-compose[^/]{0,40}\.ya?ml|compose\.ya?ml|Makefile|Procfile|justfile|\.env\.[a-z.]{1,20}|tsconfig[^/]{0,30}\.json)$|^\.github\/workflows\//i,
    matches: ['README.md', 'LICENSE-MIT', 'apps/web/Dockerfile', '.github/workflows/ci.yml', '.env.example'],
    misses: ['a/b/c/README.md', 'src/readme.ts', 'src/licenses.ts'],
  },
  {
    score: 90,
    pattern:
      /(?:^|\/)(?:main|index|app|server|cli|manage|wsgi|asgi|program|startup|application|bootstrap|__main__|lib|mod)\.[a-z]{1,5}$|(?:^|\/)(?:cmd|bin)\/[^/]+(?:\/main\.go)?$/i,
    matches: ['src/main.ts', 'manage.py', 'cmd/api/main.go', 'bin/rails', 'src/Program.cs'],
    misses: ['src/domain.ts', 'src/users.ts'],
  },
  {
    score: 80,
    pattern:
      /(?:^|\/)(?:schema|models?|entities|entity|migrations?|migrate|prisma)(?:\/|\.[a-z]{1,8}$)|\.(?:prisma|graphql|proto|sql)$|(?:openapi|swagger)[^/]{0,40}\.(?:ya?ml|json)$/i,
    matches: ['prisma/schema.prisma', 'app/models/user.rb', 'db/migrate/1_a.rb', 'docs/openapi.yaml'],
    misses: ['src/modeling.ts'],
  },
  {
    score: 75,
    pattern:
      /(?:^|\/)(?:routes?|routers?|routing|controllers?|handlers?|endpoints?|api|views?|urls|pages|(?<!src\/(?:main|test)\/)resources?|graphql|jobs?|workers?|commands?)(?:\/|\.[a-z]{1,5}$)/i,
    matches: ['src/routes/users.ts', 'app/controllers/a.rb', 'app/urls.py', 'config/routes.rb', 'pages/index.vue'],
    // Maven's folder of what is no code.
    misses: ['src/router-utils.ts', 'core/src/main/resources/shop/cups/help.html'],
  },
  {
    score: 70,
    pattern:
      /(?:Controller|Resource|Router|Routes|Handler|Endpoint|Entity|Model|Repository|Service)\.[a-z]{1,5}$|\.(?:controller|resolver|module|service|entity|router|routes)\.[a-z]{1,5}$/,
    matches: ['a/UserController.java', 'a/users.service.ts'],
    misses: ['a/control.ts'],
  },
];

/** Texts in further languages say nothing that those in English do not, and there may be thousands: they come last, whatever else fits. */
export const furtherLanguages: RankRule = {
  score: 4,
  pattern:
    /(?:^|\/)(?:values-(?!en\b)[a-z]{2,3}(?:-r[A-Z]{2})?|values-b\+\w{2,3}(?:\+\w{2,8}){0,2}|(?!en\b)[a-z]{2,3}(?:[-_]\w{2,8}){0,2}(?:\.lproj|\/LC_MESSAGES))\/[^/]+$|(?:^|\/)(?:langs?|languages?|locales?|i18n|l10n|translations?|messages)\/(?:[\w-]{1,40}\/){0,2}(?!en\b)[a-z]{2}(?:[-_](?:[A-Za-z]{2,4}|419))?(?:\/(?:[\w.-]{1,60}\/){0,3}[\w.-]{1,80})?\.(?:php|json|ya?ml|po|ftl|arb|properties)$|_(?!en[._])[a-z]{2}(?:_[A-Z]{2}|_[A-Z][a-z]{3})?\.(?:properties|html)$|\.(?!en\b)[a-z]{2}(?:-[A-Z]{2}|-[A-Z][a-z]{3})?\.resx$/i,
  matches: [
    'app/src/main/res/values-pt-rBR/strings.xml',
    'resources/lang/de-DE/admin/general.php',
    'web/locales/fr.json',
    'App/de.lproj/Localizable.strings',
    'app/locale/nl/LC_MESSAGES/django.po',
    'core/src/main/resources/shop/Messages_pt_BR.properties',
    'core/src/main/webapp/help/cups_zh_TW.html',
    'Shop/Texts.de.resx',
  ],
  misses: [
    'core/src/main/resources/shop/Messages.properties',
    'core/src/main/resources/log_en.properties',
    'Shop/Texts.resx',
    'app/src/main/res/values/strings.xml',
    'resources/lang/en-US/general.php',
    'src/locale/index.json',
    'web/locales/en.json',
    'lib/languages/go/parser.php5',
  ],
};

/** Without a rule: by what the file is for. */
export const roleScores: Readonly<Record<string, number>> = {
  source: 50,
  config: 45,
  migration: 45,
  docs: 25,
  test: 20,
  example: 15,
  fixture: 5,
  generated: 3,
  vendored: 1,
};

/** The most-changed file gains this much, the others in proportion. */
export const changeScore = 25;
/** Each folder on the way costs this much, at most eight of them. */
export const depthCost = 0.5;

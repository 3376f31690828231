import type { FileRule } from './roleRules';

/** Of ISO 639-1, those that products are translated into; what is a word or an ending of files as well is left out. */
export const languageCode =
  '(?:a[fmrz]|b[aegnrs]|c[ay]|cs|d[ae]|e[lnostu]|f[air]|g[alu]|h[eirtuy]|i[adst]|ja|k[akmnoy]|l[btvo]|m[gklnrsty]|n[belno]|p[alst]|r[ou]|s[ikloqrvw]|t[aeghlrt]|u[grkz]|vi|zh|fil|ckb)(?:[-_](?:[a-z]{2,4}|[A-Z]{2,4}|[A-Z][a-z]{3}|419|informal|formal|valencia))?';

/** Where texts of a product lie, one file or folder for each language. */
export const languageFolder = /(?:^|\/)(?:[Ll]angs?|[Ll]anguages?|[Ll]ocales?|[Tt]ranslations?|i18n|l10n)\//;

/** The same code in whichever format that people write texts in; packages of compiled languages have short names, too. */
export const translation = new RegExp(
  `^(?!.*\\.(?:java|kts?|scala|groovy|go|rs|cs|swift|dart|exs?)$)(?:.*/)?(?:langs?|languages?|locales?|translations|i18n|l10n)/(?:[^/]+/)?${languageCode}(?:/|\\.\\w+$)`,
);

/** Texts in other languages, written as arrays and objects of a programming language: they are no code of the product. */
export const translationRules: readonly FileRule[] = [
  {
    role: 'config',
    pattern: new RegExp(
      `(?:^|/)(?:[Ll]angs?|[Ll]anguages?|[Ll]ocales?|i18n|l10n|[Tt]ranslations?|[Ll]ocali[sz]ations?|[Mm]essages)/(?:vendor/[\\w-]{1,60}/)?(?:${languageCode}/(?:[\\w.-]{1,60}/){0,3}[\\w.-]{1,80}|${languageCode})\\.(?:php|inc)$`,
    ),
    example: 'lang/de_informal/auth.php',
  },
  {
    role: 'config',
    // A folder for each language, called as it is in English, and a word for what it is in the names of its files.
    pattern: /(?:^|\/)[Ll]anguages?\/[a-z][\w-]{2,30}\/(?:[\w-]{1,40}\/){0,2}[\w-]{1,60}[._]lang\.php$/,
    example: 'application/language/english/orders_lang.php',
  },
  {
    role: 'config',
    pattern: new RegExp(
      `(?:^|/)(?:[Ll]angs?|[Ll]ocales?|i18n|l10n|[Tt]ranslations?)/(?:${languageCode}/(?!(?:index|route|page|layout)\\.)[\\w.-]{1,80}|${languageCode})\\.(?:[cm]?js|ts)$`,
    ),
    example: 'web/src/locales/pt-BR.ts',
  },
  // Messages of installers, one file for each language.
  { role: 'config', pattern: /\.isl$|(?:^|\/)lang\/[\w-]{2,40}\.iss$/i, example: 'installer/Languages/German.isl' },
];

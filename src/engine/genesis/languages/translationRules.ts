import type { FileRule } from './roleRules';

/** Of ISO 639-1, those that products are translated into; what is a word or an ending of files as well is left out. */
const codes =
  '(?:a[fmrz]|b[aegnrs]|c[ay]|cs|d[ae]|e[lnostu]|f[air]|g[alu]|h[eirtuy]|i[adst]|ja|k[akmnoy]|l[btvo]|m[gklnrsty]|n[belno]|p[alst]|r[ou]|s[ikloqrvw]|t[aeghlrt]|u[grkz]|vi|zh|fil|ckb)(?:[-_](?:[a-z]{2,4}|[A-Z]{2,4}|[A-Z][a-z]{3}|419|informal|formal|valencia))?';

/** Texts in other languages, written as arrays and objects of a programming language: they are no code of the product. */
export const translationRules: readonly FileRule[] = [
  {
    role: 'config',
    pattern: new RegExp(
      `(?:^|/)(?:[Ll]angs?|[Ll]anguages?|[Ll]ocales?|i18n|l10n|[Tt]ranslations?|[Ll]ocali[sz]ations?|[Mm]essages)/(?:vendor/[\\w-]{1,60}/)?(?:${codes}/(?:[\\w.-]{1,60}/){0,3}[\\w.-]{1,80}|${codes})\\.(?:php|inc)$`,
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
      `(?:^|/)(?:[Ll]angs?|[Ll]ocales?|i18n|l10n|[Tt]ranslations?)/(?:${codes}/(?!(?:index|route|page|layout)\\.)[\\w.-]{1,80}|${codes})\\.(?:[cm]?js|ts)$`,
    ),
    example: 'web/src/locales/pt-BR.ts',
  },
];

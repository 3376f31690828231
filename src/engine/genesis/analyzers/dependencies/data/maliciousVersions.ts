/** Releases that carried an attacker's code, as published by the registries and the maintainers; our own list, by hand. */
export interface MaliciousVersion {
  readonly package: string;
  readonly versions: readonly string[];
  readonly what: string;
}

export const maliciousVersions: readonly MaliciousVersion[] = [
  { package: 'npm:event-stream', versions: ['3.3.6'], what: 'stole wallet keys through flatmap-stream (2018)' },
  { package: 'npm:flatmap-stream', versions: ['0.1.1'], what: 'stole wallet keys (2018)' },
  { package: 'npm:eslint-scope', versions: ['3.7.2'], what: 'stole registry tokens (2018)' },
  {
    package: 'npm:ua-parser-js',
    versions: ['0.7.29', '0.8.0', '1.0.0'],
    what: 'installed a miner and a password stealer (2021)',
  },
  {
    package: 'npm:coa',
    versions: ['2.0.3', '2.0.4', '2.1.1', '2.1.3', '3.0.1', '3.1.3'],
    what: 'installed a password stealer (2021)',
  },
  { package: 'npm:rc', versions: ['1.2.9', '1.3.9', '2.3.9'], what: 'installed a password stealer (2021)' },
  {
    package: 'npm:colors',
    versions: ['1.4.1', '1.4.2', '1.4.44-liberty-2'],
    what: 'an endless loop put in by its author (2022)',
  },
  { package: 'npm:faker', versions: ['6.6.6'], what: 'emptied by its author (2022)' },
  { package: 'npm:node-ipc', versions: ['10.1.1', '10.1.2'], what: 'overwrote files by location (2022)' },
  { package: 'npm:@solana/web3.js', versions: ['1.95.6', '1.95.7'], what: 'stole private keys (2024)' },
  {
    package: 'npm:eslint-config-prettier',
    versions: ['8.10.1', '9.1.1', '10.1.6', '10.1.7'],
    what: 'ran a library at install on Windows (July 2025)',
  },
  {
    package: 'npm:nx',
    versions: ['20.9.0', '20.10.0', '20.11.0', '20.12.0', '21.5.0', '21.6.0', '21.7.0', '21.8.0'],
    what: 'stole credentials at install (August 2025)',
  },
  { package: 'npm:chalk', versions: ['5.6.1'], what: 'redirected wallet transactions in browsers (September 2025)' },
  { package: 'npm:debug', versions: ['4.4.2'], what: 'redirected wallet transactions in browsers (September 2025)' },
  {
    package: 'npm:ansi-styles',
    versions: ['6.2.2'],
    what: 'redirected wallet transactions in browsers (September 2025)',
  },
  {
    package: 'npm:strip-ansi',
    versions: ['7.1.1'],
    what: 'redirected wallet transactions in browsers (September 2025)',
  },
  {
    package: 'npm:ansi-regex',
    versions: ['6.2.1'],
    what: 'redirected wallet transactions in browsers (September 2025)',
  },
  {
    package: 'npm:@ctrl/tinycolor',
    versions: ['4.1.1', '4.1.2'],
    what: 'a worm that stole credentials (September 2025)',
  },
  { package: 'pypi:ctx', versions: ['0.2.2', '0.2.6'], what: 'sent environment variables away (2022)' },
  { package: 'pypi:ultralytics', versions: ['8.3.41', '8.3.42', '8.3.45', '8.3.46'], what: 'installed a miner (2024)' },
  { package: 'gem:rest-client', versions: ['1.6.10', '1.6.11', '1.6.12', '1.6.13'], what: 'ran remote code (2019)' },
  { package: 'gem:strong_password', versions: ['0.0.7'], what: 'ran remote code (2019)' },
  { package: 'gem:bootstrap-sass', versions: ['3.2.0.3'], what: 'ran remote code from a cookie (2019)' },
];

/** A kind of settings file that programs keep their logins in: what stands there under such a name is in use. */
export interface CredentialStore {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly CredentialStoreExample[];
}

interface CredentialStoreExample {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly number[];
}

/** Values in the examples are put together, so that no scanner takes this file for a leak. */
const made = ['kR7vQ2', 'mZ9pL4'].join('');

export const credentialStores: readonly CredentialStore[] = [
  {
    id: 'shell-profile',
    pattern: /(?:^|\/)\.(?:bash_profile|bashrc|bash_history|profile|zshrc|zprofile|zshenv|zsh_history|envrc|exports)$/,
    examples: [
      {
        path: '.bashrc',
        text: `export PATH=/bin\nexport SHOP_PASSWORD='${made}' # x\nexport API_TOKEN=$TOKEN\n`,
        lines: [2],
      },
    ],
  },
  {
    id: 'environment',
    pattern: /(?:^|\/)\.env(?:\.(?:prod|production|staging|live|local|secret|secrets))?$/,
    examples: [
      { path: '.env', text: `DB_HOST=localhost\nDB_PASSWORD=${made}\nMAIL_PASSWORD=null\nAPP_KEY=\n`, lines: [2] },
      { path: '.env.example', text: `DB_PASSWORD=hunter22\n`, lines: [] },
    ],
  },
  {
    id: 'package-registry',
    pattern: /(?:^|\/)(?:\.npmrc|\.yarnrc\.yml|\.pypirc|\.gem\/credentials|auth\.json|nuget\.config|NuGet\.Config)$/,
    examples: [
      {
        path: '.npmrc',
        text: `always-auth=true\n_auth = YWRtaW46${made}\n//host/:_authToken=$` + '{NPM_TOKEN}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'cloud-login',
    pattern:
      /(?:^|\/)(?:\.?credentials|\.s3cfg|\.boto|\.tugboat|\.aws\/config|\.passwd-s3fs|hub|\.config\/hub|heroku\.json|\.dockercfg|\.docker\/config\.json)$/,
    examples: [
      {
        path: '.aws/credentials',
        text: `[default]\naws_access_key_id = x\naws_secret_access_key = ${made}\n`,
        lines: [3],
      },
      { path: '.dockercfg', text: `{ "https://x": {\n  "email": "a@b.c",\n  "auth": "${made}" } }\n`, lines: [3] },
    ],
  },
  {
    id: 'file-transfer',
    pattern:
      /(?:^|\/)(?:sftp(?:-config)?(?:-alt\d?)?\.json|\.ftpconfig|\.ftpsync|ftpsync\.settings|\.remote-sync\.json|(?:filezilla|sitemanager|recentservers)\.xml|[wW]eb[sS]ervers\.xml|WinSCP\.ini)$/,
    examples: [
      {
        path: '.vscode/sftp.json',
        text: `{ "host": "h",\n  "password": "${made}",\n  "passphrase": "" }\n`,
        lines: [2],
      },
      { path: 'recentservers.xml', text: `<User>root</User>\n<Pass encoding="base64">${made}</Pass>\n`, lines: [2] },
    ],
  },
  {
    id: 'database-client',
    pattern:
      /(?:^|\/)(?:\.my\.cnf|\.mylogin\.cnf|robomongo\.json|[\w-]*data-?[sS]ources(?:\.local)?\.xml|\.dbshell|pgadmin\w*\.json)$/,
    examples: [
      { path: '.my.cnf', text: `[client]\nuser=root\npassword="${made}"\n`, lines: [3] },
      { path: '.idea/dataSources.local.xml', text: `<connection user="u"\n password="${made}"/>\n`, lines: [2] },
    ],
  },
  {
    id: 'mail-client',
    pattern: /(?:^|\/)\.(?:esmtprc|msmtprc|fetchmailrc|muttrc|mailrc|netrc|irssi\/config)$|(?:^|\/)_netrc$/,
    examples: [
      { path: '.esmtprc', text: `identity "a@b.c"\npassword "${made}"\n`, lines: [2] },
      { path: '.netrc', text: `machine h login l password ${made}\n`, lines: [1] },
    ],
  },
  {
    id: 'browser-logins',
    pattern: /(?:^|\/)logins\.json$/,
    examples: [
      {
        path: 'logins.json',
        text: `{ "passwordField": "password",\n "encryptedPassword": "MDoE${made}" }\n`,
        lines: [2],
      },
    ],
  },
  {
    id: 'wordpress',
    pattern: /(?:^|\/)wp-config\.php$/,
    examples: [
      {
        path: 'wp-config.php',
        text: `<?php\ndefine( 'DB_USER', 'a' );\ndefine( 'DB_PASSWORD', '${made}' );\ndefine('AUTH_SALT', 'put your unique phrase here');\n`,
        lines: [3],
      },
    ],
  },
];

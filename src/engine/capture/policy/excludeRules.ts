/** Files whose names and texts are never taken, with paths that the globs must and must not meet. */
export interface ExcludeRule {
  readonly about: string;
  /** As in the setting `contox.capture.exclude`; letters of either case are the same. */
  readonly globs: readonly string[];
  readonly matches: readonly string[];
  readonly misses: readonly string[];
}

/** What holds whatever the settings say: files that are there to hold secrets. */
export const excludeRules: readonly ExcludeRule[] = [
  {
    about: 'environment files; those that show which variables there are hold no values',
    globs: [
      '.env',
      '.env.!(example|sample|template|dist|defaults|schema)',
      '*.env',
      '.envrc',
      '.flaskenv',
      '.dev.vars*',
    ],
    matches: ['.env', 'app/.env', '.env.local', 'a/b/.env.production', 'prod.env', '.envrc', 'worker/.dev.vars'],
    misses: ['.env.example', 'a/.env.sample', 'env.ts', 'src/environment.ts', '.env.template'],
  },
  {
    about: 'private keys and certificates',
    globs: [
      '*.{pem,key,p8,p12,pfx,pkcs12,ppk,crt,cer,der,csr,jks,keystore,truststore,bks,kdb,kdbx,asc,gpg,pgp,ovpn}',
      'id_{rsa,dsa,ecdsa,ed25519,ecdsa_sk,ed25519_sk}{,.*}',
      '*_{rsa,dsa,ecdsa,ed25519}',
      'authorized_keys',
      '.ssh/**',
      '.gnupg/**',
    ],
    matches: ['server.pem', 'certs/tls.KEY', 'id_rsa', 'id_ed25519.pub', 'deploy_rsa', 'home/.ssh/config', 'a/b.p12'],
    misses: ['src/key.ts', 'keys.md', 'monkey', 'pem/readme.md', 'rsa.go'],
  },
  {
    about: 'credentials of package managers, clouds and tools',
    globs: [
      '.{npmrc,yarnrc,pypirc,netrc,pgpass,my.cnf,htpasswd,dockercfg,s3cfg,boto,vault-token,git-credentials,terraformrc}',
      '_netrc',
      'htpasswd',
      '.docker/config.json',
      '.aws/{credentials,config}',
      '.azure/**',
      '.kube/**',
      'kubeconfig{,.*}',
      '.config/gcloud/**',
      '.gem/credentials',
      '.cargo/credentials{,.toml}',
      '.m2/settings*.xml',
      'application_default_credentials.json',
    ],
    matches: ['.npmrc', 'web/.npmrc', '.aws/credentials', 'home/.kube/config', 'kubeconfig.yaml', '.netrc', '.pgpass'],
    misses: ['npmrc.md', 'src/aws/credentials.ts', '.yarnrc.yml', 'docs/kubeconfig-howto.md'],
  },
  {
    about: 'files that are named after what they hold',
    globs: [
      'credentials{,.json,.yaml,.yml,.toml,.ini,.xml,.properties,.txt}',
      'credentials.yml.enc',
      'secret{,s}{,.json,.yaml,.yml,.toml,.ini,.xml,.properties,.txt,.env,.tfvars}',
      'secrets.*.{json,yaml,yml,toml,ini,properties}',
      '*.secret{,s}{,.json,.yaml,.yml}',
      '{master,production,development,staging}.key',
      'service{-,_}account*.json',
      '{google,firebase}{-,_}{credentials,services,adminsdk}*.json',
      'client{-,_}secret*.json',
      '*firebase-adminsdk*.json',
      '*.tfvars{,.json}',
      '*.tfstate{,.backup}',
      'wp-config.php',
      '*.agilekeychain/**',
      '*.keychain{,-db}',
      '.vault{-,_}pass*',
      'vault{-,_}password*',
    ],
    matches: [
      'credentials.json',
      'config/secrets.yml',
      'config/master.key',
      'service-account-prod.json',
      'client_secret_1.json',
      'infra/prod.tfvars',
      'terraform.tfstate',
      'secret.yaml',
      'app-firebase-adminsdk-x.json',
    ],
    misses: ['src/secrets.ts', 'secrets/reader.go', 'credentials.ts', 'terraform/main.tf', 'docs/secret-santa.md'],
  },
];

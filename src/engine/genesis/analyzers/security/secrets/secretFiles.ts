/** Files whose name alone says that they hold credentials. First match wins; `example` is a path that it fits. */
export interface SecretFile {
  readonly id: string;
  readonly what: string;
  readonly pattern: RegExp;
  readonly example: string;
  /** The file as a whole is the secret; in others the lines that hold one are told. */
  readonly whole: boolean;
}

export const secretFiles: readonly SecretFile[] = [
  {
    id: 'private-key-file',
    what: 'private key',
    // Every installation of the tools for Android has the same key for debugging.
    pattern:
      /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|(?![\w.-]{0,60}debug[\w.-]{0,60}\.(?:jks|keystore)$)[^/]+\.(?:ppk|p12|pfx|jks|keystore|agekey))$/,
    example: 'deploy/id_rsa',
    whole: true,
  },
  { id: 'netrc', what: 'login for hosts', pattern: /(?:^|\/)[._]netrc$/, example: '.netrc', whole: false },
  {
    id: 'pgpass',
    what: 'PostgreSQL passwords',
    pattern: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    example: '.pgpass',
    whole: false,
  },
  { id: 'htpasswd', what: 'password hashes', pattern: /(?:^|\/)\.?htpasswd$/, example: 'web/.htpasswd', whole: false },
  {
    id: 'shadow',
    what: 'password hashes of a system',
    pattern: /(?:^|\/)etc\/shadow$/,
    example: 'backup/etc/shadow',
    whole: false,
  },
  {
    id: 'aws-credentials',
    what: 'AWS credentials',
    pattern: /(?:^|\/)\.aws\/credentials$/,
    example: '.aws/credentials',
    whole: false,
  },
  {
    id: 'kube-config',
    what: 'access to a Kubernetes cluster',
    pattern: /(?:^|\/)(?:\.kube\/config|kubeconfig)$/,
    example: '.kube/config',
    whole: true,
  },
  {
    id: 'docker-config',
    what: 'registry logins',
    pattern: /(?:^|\/)\.docker\/config\.json$|(?:^|\/)\.dockercfg$/,
    example: '.docker/config.json',
    whole: false,
  },
  {
    id: 'git-credentials',
    what: 'git logins',
    pattern: /(?:^|\/)\.git-credentials$/,
    example: '.git-credentials',
    whole: false,
  },
  {
    id: 'rails-master-key',
    what: 'key to Rails’ encrypted credentials',
    pattern: /(?:^|\/)config\/(?:master|credentials\/\w+)\.key$/,
    example: 'config/master.key',
    whole: true,
  },
  {
    id: 'terraform-state',
    what: 'Terraform state, which holds every secret in plain text',
    pattern: /\.tfstate(?:\.backup)?$/,
    example: 'infra/terraform.tfstate',
    whole: true,
  },
  {
    id: 'env-file',
    what: 'environment settings',
    pattern: /(?:^|\/)\.env(?:\.(?:prod|production|staging|live|local))?$/,
    example: '.env.production',
    whole: false,
  },
];

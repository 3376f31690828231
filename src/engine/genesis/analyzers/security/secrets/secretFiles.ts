/** Files whose name alone says that they hold credentials. First match wins; `example` is a path that it fits. */
export interface SecretFile {
  readonly id: string;
  readonly what: string;
  readonly pattern: RegExp;
  readonly example: string;
}

export const secretFiles: readonly SecretFile[] = [
  {
    id: 'private-key-file',
    what: 'private key',
    pattern: /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:ppk|p12|pfx|jks|keystore|kdbx|agekey))$/,
    example: 'deploy/id_rsa',
  },
  { id: 'netrc', what: 'login for hosts', pattern: /(?:^|\/)[._]netrc$/, example: '.netrc' },
  { id: 'pgpass', what: 'PostgreSQL passwords', pattern: /(?:^|\/)\.?pgpass(?:\.conf)?$/, example: '.pgpass' },
  { id: 'htpasswd', what: 'password hashes', pattern: /(?:^|\/)\.?htpasswd$/, example: 'web/.htpasswd' },
  { id: 'shadow', what: 'password hashes of a system', pattern: /(?:^|\/)etc\/shadow$/, example: 'backup/etc/shadow' },
  {
    id: 'aws-credentials',
    what: 'AWS credentials',
    pattern: /(?:^|\/)\.aws\/credentials$/,
    example: '.aws/credentials',
  },
  {
    id: 'kube-config',
    what: 'access to a Kubernetes cluster',
    pattern: /(?:^|\/)(?:\.kube\/config|kubeconfig)$/,
    example: '.kube/config',
  },
  {
    id: 'docker-config',
    what: 'registry logins',
    pattern: /(?:^|\/)\.docker\/config\.json$|(?:^|\/)\.dockercfg$/,
    example: '.docker/config.json',
  },
  { id: 'git-credentials', what: 'git logins', pattern: /(?:^|\/)\.git-credentials$/, example: '.git-credentials' },
  {
    id: 'rails-master-key',
    what: 'key to Rails’ encrypted credentials',
    pattern: /(?:^|\/)config\/(?:master|credentials\/\w+)\.key$/,
    example: 'config/master.key',
  },
  {
    id: 'terraform-state',
    what: 'Terraform state, which holds every secret in plain text',
    pattern: /\.tfstate(?:\.backup)?$/,
    example: 'infra/terraform.tfstate',
  },
  {
    id: 'env-file',
    what: 'environment settings',
    pattern: /(?:^|\/)\.env(?:\.(?:prod|production|staging|live|local))?$/,
    example: '.env.production',
  },
];

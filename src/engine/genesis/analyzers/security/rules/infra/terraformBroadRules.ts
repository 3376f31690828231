import type { LineRule } from '../../weakness';
import { isTerraform, resourceFrom } from './terraformText';

/** Storage that is encrypted only where somebody says so. */
const encryptable =
  'aws_(?:ebs_volume|db_instance|rds_cluster|redshift_cluster|efs_file_system|neptune_cluster|docdb_cluster|elasticsearch_domain|opensearch_domain|kinesis_stream|elasticache_replication_group|workspaces_workspace|mq_broker|dax_cluster)';

const encryption = {
  possible: true,
  told: 'terraform-not-encrypted',
  cwe: 'CWE-311',
  owasp: 'A02',
  title: 'Storage in the cloud is not encrypted',
  severity: 'medium',
  why: 'A lost snapshot or disk can be read.',
  fix: 'Switch encryption on; keys of the provider cost nothing.',
} as const;

/** What is asked of the cloud and is harmless in some places: a stack for trying out, what can be made again. */
export const terraformBroadRules: readonly LineRule[] = [
  {
    ...encryption,
    id: 'terraform-encryption-left-out',
    wants: isTerraform,
    words: ['"aws_'],
    pattern: new RegExp(`^resource\\s"${encryptable}"\\s"[\\w-]{1,80}"\\s{0,3}\\{`, 'gm'),
    // A copy takes it over from what it was copied of.
    accept: (match, file) =>
      !/encrypt|kms_key|snapshot_identifier|replicate_source_db|snapshot_id|source_db|sse_spec/i.test(
        resourceFrom(file.text, match.index ?? 0).replace(/^\s*#[^\n]*/gm, ''),
      ),
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_ebs_volume" "a" {\n  size = 1\n}\nresource "aws_ebs_volume" "b" {\n  encrypted = true\n}\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'terraform-logging-off',
    possible: true,
    cwe: 'CWE-778',
    owasp: 'A09',
    title: 'What happens in the cloud is not written down',
    severity: 'low',
    why: 'After a break-in nobody can say what was read or changed.',
    fix: 'Switch the log on.',
    wants: isTerraform,
    words: [
      'enable_log',
      'is_multi_region_trail',
      'logging_service',
      'monitoring_service',
      'access_logs',
      'logging',
      'audit',
    ],
    pattern:
      /^[ \t]*(?:enable_log_file_validation|enable_logging|is_multi_region_trail|include_global_service_events|enable_flow_logs|log_checkpoints|log_connections|logging_enabled|audit_logs_enabled)\s*=\s*"?false"?|^[ \t]*(?:logging_service|monitoring_service)\s*=\s*"none"|^[ \t]*(?:access_logs|logging|cloudwatch_logs|audit_logs|logging_info)\s*\{\s*\n\s*enabled\s*=\s*"?false/gm,
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_cloudtrail" "a" {\n  enable_log_file_validation = false\n  enable_logging = true\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-no-backup',
    possible: true,
    cwe: 'CWE-693',
    owasp: 'A05',
    title: 'A database or its storage is kept without a copy',
    severity: 'low',
    why: 'One mistake, or one attacker, removes the data for good.',
    fix: 'Keep copies and protect it from deletion.',
    wants: isTerraform,
    words: ['backup_retention', 'skip_final_snapshot', 'deletion_protection', 'versioning', 'point_in_time', 'purge_'],
    pattern:
      /^[ \t]*(?:backup_retention_period|automated_snapshot_retention_period|snapshot_retention_limit)\s*=\s*"?0"?[ \t]*$|^[ \t]*skip_final_snapshot\s*=\s*"?true"?[ \t]*$|^[ \t]*(?:deletion_protection|purge_protection_enabled|soft_delete_enabled)\s*=\s*"?false"?[ \t]*$|^[ \t]*(?:versioning|point_in_time_recovery|backup_configuration)\s*\{\s*\n\s*enabled\s*=\s*"?false/gm,
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_db_instance" "a" {\n  backup_retention_period = 0\n  skip_final_snapshot = var.skip\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-key-not-rotated',
    possible: true,
    cwe: 'CWE-320',
    owasp: 'A02',
    title: 'A key of the cloud is never rotated',
    severity: 'low',
    why: 'What one key opened once it opens for ever.',
    fix: 'Set `enable_key_rotation`.',
    wants: isTerraform,
    words: ['aws_kms_key', 'google_kms_crypto_key'],
    pattern: /^resource\s"(?:aws_kms_key|google_kms_crypto_key)"\s"[\w-]{1,80}"\s{0,3}\{/gm,
    accept: (match, file) =>
      !/enable_key_rotation\s*=\s*"?(?:true|var|local)|rotation_period|key_usage|customer_master_key_spec\s*=\s*"(?:RSA|ECC|HMAC)/.test(
        resourceFrom(file.text, match.index ?? 0),
      ),
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_kms_key" "a" {\n  description = "x"\n}\nresource "aws_kms_key" "b" {\n  enable_key_rotation = true\n}\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'terraform-public-policy',
    possible: true,
    told: 'terraform-wide-policy',
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'A policy of the cloud allows all actions of a service on everything',
    severity: 'medium',
    why: 'Whoever gets the role can read, change and remove all that the service holds; where everybody is named, everybody can.',
    fix: 'Name the actions, the resources and who may.',
    wants: isTerraform,
    words: ['Principal', 'principals', 'GetSecretValue', 'iam:', 'kms:Decrypt', 'GetParameter'],
    pattern:
      /["']?Principal["']?\s{0,3}[=:]\s{0,3}(?:"\*"|\{\s{0,40}"?AWS"?\s{0,3}[=:]\s{0,3}\[?\s{0,40}"\*")|\bprincipals\s*\{\s*\n?[^{}]{0,100}identifiers\s*=\s*\[\s*"\*"|["'](?:secretsmanager:GetSecretValue|iam:(?:PassRole|CreatePolicyVersion|SetDefaultPolicyVersion|CreateAccessKey|(?:Create|Update)LoginProfile|(?:Attach|Put)(?:User|Group|Role)Policy|AddUserToGroup|UpdateAssumeRolePolicy)|kms:Decrypt|ssm:GetParameters?)["']/g,
    accept(match, file) {
      const at = match.index ?? 0;
      const near = file.text.slice(Math.max(0, at - 400), at + 500);
      if (/["']?Deny["']|Condition|condition\s*\{/.test(near)) return false;
      if (/rincipal/.test(match[0])) return true;
      // The first of such actions says it for its statement.
      const before =
        file.text
          .slice(Math.max(0, at - 400), at)
          .split('{')
          .at(-1) ?? '';
      if (/["'](?:iam:(?!Get|List)|ssm:GetP|secretsmanager:GetS|kms:Decrypt)/.test(before)) return false;
      const behind = file.text.slice(at, at + 400).split(/\}/)[0] ?? '';
      return /["']?[Rr]esources?["']?\s{0,10}[=:]\s{0,3}\[?\s{0,3}["']\*["']/.test(behind);
    },
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_sqs_queue_policy" "a" {\n  policy = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = "sqs:SendMessage"\n    }]\n  })\n}\n',
        lines: [5],
      },
      {
        path: 'b.tf',
        text: 'resource "aws_iam_policy" "a" {\n  policy = jsonencode({\n    Statement = [{\n      Effect = "Allow"\n      Action = "secretsmanager:GetSecretValue"\n      Resource = "*"\n    }]\n  })\n}\n',
        lines: [5],
      },
      {
        path: 'c.tf',
        text: 'resource "aws_iam_policy" "a" {\n  policy = jsonencode({\n    Statement = [{\n      Effect = "Allow"\n      Action = [\n        "iam:CreateAccessKey",\n        "iam:AttachUserPolicy",\n      ]\n      Resource = "*"\n    }]\n  })\n}\nresource "aws_iam_policy" "b" {\n  policy = jsonencode({\n    Statement = [{\n      Effect = "Allow"\n      Action = "iam:CreateAccessKey"\n      Resource = aws_iam_user.a.arn\n    }]\n  })\n}\n',
        lines: [6],
      },
    ],
  },
  {
    id: 'terraform-managed-rights',
    possible: true,
    told: 'terraform-wide-policy',
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'A policy of the cloud allows all actions of a service on everything',
    severity: 'medium',
    why: 'Whoever gets the role can give itself every right, or do everything but what is named.',
    fix: 'Name the actions and the resources.',
    wants: isTerraform,
    words: ['policy/', 'NotAction', 'not_actions'],
    pattern:
      /["']arn:aws:iam::aws:policy\/(?:AdministratorAccess|IAMFullAccess|PowerUserAccess|SecretsManagerReadWrite)["']|["']?(?:NotAction|not_actions)["']?\s{0,10}[=:]\s{0,3}/g,
    accept(match, file) {
      if (match[0].includes('policy/')) return true;
      const at = match.index ?? 0;
      return (
        !/["']?Deny["']/.test(file.text.slice(Math.max(0, at - 300), at + 400)) &&
        /["']?[Rr]esources?["']?\s{0,10}[=:]\s{0,3}\[?\s{0,3}["']\*["']/.test(file.text.slice(at, at + 400))
      );
    },
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_iam_role_policy_attachment" "a" {\n  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"\n}\nresource "aws_iam_role_policy_attachment" "b" {\n  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-password-login',
    possible: true,
    cwe: 'CWE-309',
    owasp: 'A07',
    title: 'A machine or a registry in the cloud lets people in by password',
    severity: 'low',
    why: 'Passwords are tried out all day; keys and roles cannot be guessed.',
    fix: 'Use keys, or identities of the cloud.',
    wants: isTerraform,
    words: ['disable_password_authentication', 'admin_enabled', 'enable_oslogin', 'local_account', 'default_action'],
    pattern:
      /^[ \t]*disable_password_authentication\s*=\s*"?false"?|^[ \t]*admin_enabled\s*=\s*"?true"?|^[ \t]*(?:enable-oslogin|enable_oslogin)\s*=\s*"?(?:false|FALSE)"?|^[ \t]*local_account_disabled\s*=\s*"?false"?/gm,
    examples: [
      {
        path: 'a.tf',
        text: 'resource "azurerm_linux_virtual_machine" "a" {\n  disable_password_authentication = false\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-known-password',
    cwe: 'CWE-798',
    owasp: 'A07',
    told: 'terraform-literal-password',
    title: 'The password of a server in the cloud is written in the code',
    severity: 'high',
    confidence: 0.85,
    why: 'Everyone who can read the repository, now or in its history, has it.',
    fix: 'Let it be made (`random_password`) or read it from a secret store, and change it where it is in use.',
    wants: ({ path }) => /\.tf$|\.tfvars$/.test(path),
    words: ['password', 'secret', 'passwd'],
    pattern:
      /^variable\s"\w{0,60}(?:password|passwd|secret_?key|_secret)\w{0,20}"\s?\{[^{}]{0,400}?\n[ \t]*default\s*=\s*"(?<value>[^"$\n]{6,100})"|^[ \t]{0,8}\w{0,40}(?:password|passwd|secret_?key)\s*=\s*"(?<given>[^"$\n]{6,100})"[ \t]*$/gm,
    // In a resource another rule tells it; an example of settings holds none.
    accept(match, file) {
      const value = match.groups?.['value'] ?? match.groups?.['given'] ?? '';
      if (match.groups?.['given'] !== undefined && !/\.tfvars$/.test(file.path)) return false;
      if (/example|sample|template|test/i.test(file.path)) return false;
      return (
        !/change|example|dummy|placeholder|your|xxxx|\*{3}|replace|^\/|^arn:|\/\w+\/|\s/i.test(value) &&
        !/^[a-z]+(?:[-_][a-z]+){2,}$/.test(value)
      );
    },
    // A word that everybody knows is a default for trying out.
    isPossible(match, { path }) {
      if (/default/i.test(path)) return true;
      const value = match.groups?.['value'] ?? match.groups?.['given'] ?? '';
      return !(/\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value) && value.length >= 10);
    },
    examples: [
      {
        path: 'variables.tf',
        text: 'variable "db_password" {\n  default = "kH4dusp7A#Xf21URhZ"\n}\nvariable "db_name" {\n  default = "kH4dusp7A#Xf21URhZ"\n}\n',
        lines: [1],
      },
      { path: 'prod.tfvars', text: 'region = "a"\ndb_password = "kH4dusp7A#Xf21URhZ"\n', lines: [2] },
    ],
  },
];

import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { enclosingLines, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';

const isTerraform = (file: FileDescription): boolean => file.path.endsWith('.tf');

const lineOf = (match: RegExpMatchArray, file: SourceFile): number =>
  file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);

/** The blocks around a place, from the innermost: `ingress {`, `resource "aws_security_group" "a" {`. */
const blocks = (match: RegExpMatchArray, file: SourceFile): string[] => enclosingLines(file, lineOf(match, file));

/** The lines of the block that a place stands in. */
function blockText(match: RegExpMatchArray, file: SourceFile): string {
  const line = lineOf(match, file);
  const [header = ''] = enclosingLines(file, line);
  const before = linesAround(file, line, 14, 0).split('\n');
  const start = before.findLastIndex((text) => text.trim() === header);
  const block = [...before.slice(Math.max(0, start)), ...linesAround(file, line + 1, 0, 14).split('\n')];
  const indent = (block[0] ?? '').search(/\S/);
  const end = block.findIndex((text, index) => index > 0 && /^\s*\}/.test(text) && text.indexOf('}') <= indent);
  return (end < 0 ? block : block.slice(0, end)).join('\n');
}

const adminPort =
  /\b(?:from_port|port|destination_port_range)\s*=\s*"?(?:0|22|3389|3306|5432|6379|9200|27017|1433|\*)\b|ports\s*=\s*\[[^\]]*"(?:0-65535|22|3389|3306|5432|6379|9200|27017|1433)"|destination_port_range\s*=\s*"(?:22|3389|\*)|protocol\s*=\s*"(?:-1|all)"/m;

/** A rule that lets somebody in, for a port that only administrators and programs of one's own should reach. */
function letsEveryoneIn(match: RegExpMatchArray, file: SourceFile): boolean {
  const around = blocks(match, file);
  const all = around.join('\n');
  const text = blockText(match, file);
  if (/aws_security_group|aws_default_security_group/.test(all)) {
    const isIngress =
      /^ingress\b/.test(around[0] ?? '') || /type\s*=\s*"ingress"/.test(text) || /_ingress_rule"/.test(all);
    return isIngress && adminPort.test(text) && !/from_port\s*=\s*(?:80|443)\b/.test(text);
  }
  if (/google_compute_firewall/.test(all)) {
    const whole = linesAround(file, lineOf(match, file), 12, 14);
    return adminPort.test(whole) && !/direction\s*=\s*"EGRESS"/.test(whole);
  }
  if (/azurerm_network_security/.test(all))
    return (
      /"Inbound"/.test(text) &&
      /"Allow"/.test(text) &&
      adminPort.test(text) &&
      !/_port_range\s*=\s*"(?:80|443)"/.test(text)
    );
  return /authorized_networks|security_ips/.test(`${all}\n${match[0]}`);
}

/** The ports of a rule, as its block says them: `from_port = 0, to_port = 0, protocol = "-1"`. */
const portsOf = (match: RegExpMatchArray, file: SourceFile): string =>
  [
    ...blockText(match, file).matchAll(
      /^\s*(?:from_port|to_port|port|ports|protocol|destination_port_range)\s*=\s*[^\n#]{1,60}/gm,
    ),
  ]
    .map(([part]) => part.trim().replace(/\s+=\s+/, ' = '))
    .join(', ');

/** What is asked of the cloud. A line is judged with the block that it stands in, as `terraform fmt` indents it. */
export const terraformRules: readonly LineRule[] = [
  {
    id: 'terraform-open-to-all',
    cwe: 'CWE-284',
    owasp: 'A05',
    title: 'A network rule lets the whole internet in on an administration or database port',
    severity: 'high',
    why: 'Such ports are searched for all day.',
    fix: 'Name the networks that need it.',
    wants: isTerraform,
    words: ['0.0.0.0', '::/0', 'source_address_prefix'],
    pattern:
      /^[ \t]*(?:cidr_blocks|source_ranges|security_ips|ipv6_cidr_blocks)\s*=\s*\[\s*"(?:0\.0\.0\.0(?:\/0)?|::\/0)"|^[ \t]*(?:cidr_ipv4|cidr_block|value)\s*=\s*"0\.0\.0\.0\/0"|^[ \t]*source_address_prefix\s*=\s*"(?:\*|Internet|0\.0\.0\.0\/0)"/gm,
    // The ranges of IPv4 and of IPv6 of one rule are one rule.
    accept: (match, file) =>
      !(
        match[0].includes('::/0') &&
        /0\.0\.0\.0\/0"\s*\]\s*$/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 120), match.index))
      ) && letsEveryoneIn(match, file),
    detail: portsOf,
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_security_group" "a" {\n  ingress {\n    from_port = 22\n    cidr_blocks = ["0.0.0.0/0"]\n    ipv6_cidr_blocks = ["::/0"]\n  }\n  egress {\n    from_port = 0\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
        lines: [4],
      },
      {
        path: 'b.tf',
        text: 'resource "google_compute_firewall" "a" {\n  source_ranges = ["0.0.0.0/0"]\n  allow {\n    ports = ["0-65535"]\n  }\n}\nresource "google_sql_database_instance" "b" {\n  settings {\n    authorized_networks {\n      value = "0.0.0.0/0"\n    }\n  }\n}\n',
        lines: [2, 10],
      },
      {
        path: 'c.tf',
        text: 'resource "azurerm_network_security_group" "a" {\n  security_rule {\n    access = "Allow"\n    direction = "Inbound"\n    source_address_prefix = "*"\n    destination_port_range = "22-22"\n  }\n  security_rule {\n    access = "Allow"\n    direction = "Inbound"\n    source_address_prefix = "*"\n    destination_port_range = "443"\n  }\n}\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'terraform-public-storage',
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'Storage or a database is open to the public',
    severity: 'high',
    why: 'Everyone who knows the name can read it, and names are guessed.',
    fix: 'Make it private and give access by policy.',
    wants: isTerraform,
    words: ['public-read', 'publicly_accessible', 'allUsers', 'allAuthenticatedUsers', '_public'],
    pattern:
      /^[ \t]*acl\s*=\s*"public-read(?:-write)?"|^[ \t]*publicly_accessible\s*=\s*true\b|^[ \t]*(?:members?|special_group)\s*=\s*\[?\s*"(?:allUsers|allAuthenticatedUsers)"|^[ \t]*(?:allow_blob_public_access|allow_nested_items_to_be_public)\s*=\s*true\b|^[ \t]*block_public_(?:acls|policy)\s*=\s*false\b/gm,
    // A service that everybody may call is not storage.
    accept: (match, file) =>
      !/cloud_run|cloudfunctions|service_iam|invoker/i.test(`${blocks(match, file).join()} ${blockText(match, file)}`),
    examples: [
      { path: 'a.tf', text: 'resource "aws_s3_bucket" "a" {\n  acl = "public-read"\n}\n', lines: [2] },
      {
        path: 'b.tf',
        text: 'resource "google_storage_bucket_iam_binding" "a" {\n  members = ["allUsers"]\n}\nresource "google_cloud_run_service_iam_member" "b" {\n  member = "allUsers"\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-not-encrypted',
    cwe: 'CWE-311',
    owasp: 'A02',
    title: 'Storage in the cloud is not encrypted',
    severity: 'medium',
    why: 'A lost snapshot or disk can be read.',
    fix: 'Switch encryption on; keys of the provider cost nothing.',
    wants: isTerraform,
    words: ['encrypted', 'encryption', 'at_rest'],
    pattern:
      /^\s{0,20}(?:storage_encrypted|encrypted|at_rest_encryption_enabled|enable_disk_encryption)\s{0,40}=\s{0,3}(?:false\b|"false")|^[ \t]*(?:encryption_settings|encrypt_at_rest)\s*\{\s*\n\s*enabled\s*=\s*false\b/gm,
    examples: [
      { path: 'a.tf', text: 'resource "aws_db_instance" "a" {\n  storage_encrypted = false\n}\n', lines: [2] },
    ],
  },
  {
    id: 'terraform-plain-transport',
    cwe: 'CWE-319',
    owasp: 'A02',
    title: 'A service in the cloud answers without encryption, or with a broken one',
    severity: 'medium',
    why: 'Anyone on the way can read and change what is sent, logins included.',
    fix: 'Require TLS 1.2 or newer.',
    wants: isTerraform,
    words: [
      'ssl_enforcement',
      'https_only',
      'https_traffic_only',
      'min_tls_version',
      'minimum_tls_version',
      'require_ssl',
      'transit_encryption',
    ],
    pattern:
      /^[ \t]*(?:ssl_enforcement_enabled|https_only|enable_https_traffic_only|https_traffic_only_enabled|require_ssl|transit_encryption_enabled)\s*=\s*false\b|^[ \t]*(?:min_tls_version|minimum_tls_version|ssl_minimal_tls_version_enforced)\s*=\s*"(?:TLS)?_?1[._][01]"/gm,
    examples: [{ path: 'a.tf', text: 'resource "azurerm_app_service" "a" {\n  https_only = false\n}\n', lines: [2] }],
  },
  {
    id: 'terraform-access-control-off',
    cwe: 'CWE-285',
    owasp: 'A01',
    title: 'Roles of a cluster are switched off',
    severity: 'high',
    why: 'Whoever reaches the cluster may do everything there.',
    fix: 'Switch role-based access control on, and the legacy one off.',
    wants: isTerraform,
    words: ['legacy_abac', 'role_based_access_control'],
    pattern:
      /^[ \t]*enable_legacy_abac\s*=\s*true\b|^[ \t]*role_based_access_control\s*\{\s*\n\s*enabled\s*=\s*false\b|^[ \t]*role_based_access_control_enabled\s*=\s*false\b/gm,
    examples: [
      { path: 'a.tf', text: 'resource "google_container_cluster" "a" {\n  enable_legacy_abac = true\n}\n', lines: [2] },
    ],
  },
  {
    id: 'terraform-literal-password',
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'The password of a server in the cloud is written in the code',
    severity: 'high',
    why: 'Everyone who can read the repository, now or in its history, has it.',
    fix: 'Let it be made (`random_password`) or read it from a secret store, and change it where it is in use.',
    wants: isTerraform,
    words: ['password'],
    pattern: /^[ \t]*\w{0,40}password\s*=\s*"(?<value>[^"$\n]{6,100})"/gm,
    accept: (match, file) =>
      /^(?:resource|provider)\b/.test(blocks(match, file).at(-1) ?? '') &&
      !/secret|change|example|dummy|placeholder|your|xxxx|\*{3}/i.test(match.groups?.['value'] ?? ''),
    examples: [
      {
        path: 'a.tf',
        text: 'resource "azurerm_sql_server" "a" {\n  administrator_login_password = "Aa12345678"\n}\nvariable "b" {\n  password = "Aa12345678"\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-every-right',
    cwe: 'CWE-269',
    owasp: 'A01',
    title: 'A policy of the cloud allows every action on everything',
    severity: 'high',
    why: 'Whoever gets the role gets the account.',
    fix: 'Name the actions and resources that are needed.',
    wants: (file) => isTerraform(file) || /(?:policy|iam)[\w.-]*\.json$/i.test(file.path),
    words: ['ction'],
    pattern:
      /(?:["']?Action["']?\s{0,10}[=:]\s{0,3}\[?\s{0,40}["']\*["']\s{0,3}\]?|\bactions\s{0,10}=\s{0,3}\[\s{0,40}"\*"\s{0,3}\])/g,
    accept: (match, file) => isForEverything(match, file),
    examples: [
      {
        path: 'iam.tf',
        text: 'data "aws_iam_policy_document" "a" {\n  statement {\n    actions = ["*"]\n    resources = ["*"]\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'terraform-wide-policy',
    cwe: 'CWE-269',
    owasp: 'A01',
    title: 'A policy of the cloud allows all actions of a service on everything',
    severity: 'medium',
    why: 'Whoever gets the role can read, change and remove all that the service holds.',
    fix: 'Name the actions and resources that are needed.',
    wants: isTerraform,
    words: [':*"'],
    pattern:
      /(?:["']?Action["']?\s{0,10}[=:]|\bactions\s{0,10}=)\s{0,3}\[?\s{0,40}["'](?:iam|s3|ec2|lambda|sts|kms|secretsmanager|dynamodb|rds|es|sqs|sns|organizations):\*["']/g,
    accept: (match, file) => isForEverything(match, file),
    examples: [
      {
        path: 'iam.tf',
        text: 'data "aws_iam_policy_document" "a" {\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n}\ndata "aws_iam_policy_document" "b" {\n  statement {\n    actions = ["s3:*"]\n    resources = [local.bucket]\n  }\n}\n',
        lines: [3],
      },
      // The policy of a key says who may use this key.
      {
        path: 'kms.tf',
        text: 'resource "aws_kms_key" "a" {\n  policy = jsonencode({ Statement = [{\n    Principal = { AWS = local.root }\n    Action = "kms:*"\n    Resource = "*"\n  }] })\n}\n',
        lines: [],
      },
    ],
  },
];

/** The text between the braces around a place, so far as they are near. */
function bracesAround(text: string, at: number): string {
  let [start, depth] = [at, 0];
  while (start > Math.max(0, at - 1_500) && depth >= 0) {
    start--;
    if (text[start] === '}') depth++;
    else if (text[start] === '{') depth--;
  }
  let end = at;
  for (depth = 0; end < Math.min(text.length, at + 1_500) && depth >= 0; end++) {
    if (text[end] === '{') depth++;
    else if (text[end] === '}') depth--;
  }
  return text.slice(start, end);
}

/** The statement names every resource and allows. One that names who may is the policy of one resource, and means that. */
function isForEverything(match: RegExpMatchArray, file: SourceFile): boolean {
  const statement = bracesAround(file.text, match.index ?? 0);
  return (
    /["']?[Rr]esources?["']?\s{0,10}[=:]\s{0,3}\[?\s{0,3}["']\*["']/.test(statement) &&
    !/["']?[Ee]ffect["']?\s{0,10}[=:]\s{0,3}["']Deny["']|["']?\b(?:Principal|principals|Condition|condition)\b["']?\s{0,10}[=:{]/.test(
      statement,
    )
  );
}

import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const isTerraform = (file: FileDescription): boolean => file.path.endsWith('.tf');
const isCompose = (file: FileDescription): boolean =>
  /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/.test(file.path);
const isDockerfile = (file: FileDescription): boolean =>
  /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]+)?$|\.[Dd]ockerfile$/.test(file.path);
const isYaml = (file: FileDescription): boolean => /\.ya?ml$/.test(file.path);
const isKubernetes = (text: string): boolean => /^[ \t]*apiVersion:\s/m.test(text) && /^[ \t]*kind:\s/m.test(text);

/** More of what containers, clouds and clusters are told. */
export const infraRules: readonly LineRule[] = [
  {
    id: 'docker-secret-in-image',
    cwe: 'CWE-538',
    owasp: 'A05',
    title: 'An image keeps a secret in its layers',
    severity: 'high',
    why: 'Whoever can pull the image reads it, also when a later layer removes it.',
    fix: 'Give it at run time, or to the build by `--mount=type=secret`.',
    wants: isDockerfile,
    words: ['ENV', 'ARG', 'COPY', 'ADD'],
    pattern:
      /^\s{0,8}(?:ENV|ARG)\s{1,4}\w{0,40}(?:PASSWORD|SECRET_KEY|API_KEY|ACCESS_KEY|AUTH_TOKEN|PRIVATE_KEY)(?:=|\s{1,3})["']?(?<value>[^\s"'$]{6,200})|^\s{0,8}(?:COPY|ADD)\s{1,4}(?:--\S{1,60}\s{1,4}){0,3}(?:\S{0,100}\/)?(?:\.env(?:\.prod\w*)?|id_rsa|\.aws|\.ssh|credentials\.json)\s/gim,
    accept: (match) =>
      !/^(?:changeme|change_me|example|dummy|placeholder|build|none|null|true|false|secret|password|xxx+|\/|\.)/i.test(
        match.groups?.['value'] ?? '',
      ),
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM a:1\nENV DB_PASSWORD=s3cr3tpw\nARG API_KEY\nCOPY .env /app/.env\n',
        lines: [2, 4],
      },
    ],
  },
  {
    id: 'compose-open-database',
    cwe: 'CWE-306',
    owasp: 'A07',
    title: 'A database or console runs without a password',
    severity: 'medium',
    why: 'Whoever reaches the port reads and writes everything.',
    fix: 'Set a password, and publish the port to this machine only.',
    wants: (file) => isCompose(file) || isYaml(file),
    words: ['ALLOW_EMPTY_PASSWORD', 'TRUST', 'trust', 'security.enabled', 'ALLOW_ANONYMOUS', 'DISABLE_AUTH'],
    pattern:
      /^\s{0,20}-?\s{0,3}["']?(?:\w{0,30}ALLOW_EMPTY_(?:ROOT_)?PASSWORD|ALLOW_ANONYMOUS_LOGIN|DISABLE_AUTH\w{0,10})["']?\s{0,3}[:=]\s{0,3}["']?(?:yes|true|1)\b|\bPOSTGRES_HOST_AUTH_METHOD["']?\s{0,3}[:=]\s{0,3}["']?trust\b|\bxpack\.security\.enabled["']?\s{0,3}[:=]\s{0,3}["']?false\b/gm,
    accept: (_match, file) =>
      !/(?:^|[/._-])(?:tests?|ci|dev|devcontainer|local|workflows|e2e)(?:[/._-]|$)/i.test(file.path),
    examples: [
      {
        path: 'docker-compose.yml',
        text: 'services:\n  db:\n    environment:\n      - MYSQL_ALLOW_EMPTY_PASSWORD=yes\n      - MYSQL_DATABASE=a\n',
        lines: [4],
      },
    ],
  },
  {
    id: 'kubernetes-cluster-admin',
    cwe: 'CWE-269',
    owasp: 'A01',
    title: 'A role may do everything in the cluster',
    severity: 'high',
    why: 'Whoever takes over what uses it takes over the cluster.',
    fix: 'Name the groups, resources and verbs that are needed.',
    wants: isYaml,
    words: ['cluster-admin', 'verbs'],
    pattern:
      /^\s{0,8}name:\s{0,3}["']?cluster-admin["']?\s*$|^\s{0,12}-?\s{0,3}resources:\s{0,3}\[\s{0,3}["']\*["']\s{0,3}\]\s*\n\s{0,12}verbs:\s{0,3}\[\s{0,3}["']\*["']\s{0,3}\]/gm,
    accept: (match, file) =>
      isKubernetes(file.text) &&
      (!match[0].includes('cluster-admin') ||
        /roleRef:\s*(?:\n\s+\w+:[^\n]*){0,3}\n\s+name:\s*["']?cluster-admin/.test(file.text)),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nroleRef:\n  kind: ClusterRole\n  name: cluster-admin\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'kubernetes-escalation',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A container may gain rights or write to its node',
    severity: 'medium',
    why: 'A break-out of the process starts with more than it needs.',
    fix: 'Set `allowPrivilegeEscalation: false`, drop capabilities and leave paths of the node out.',
    wants: isYaml,
    words: ['allowPrivilegeEscalation', 'SYS_ADMIN', 'docker.sock', 'runAsUser'],
    pattern:
      /^\s{1,30}allowPrivilegeEscalation:\s{0,3}true\b|^\s{1,30}-\s{0,3}["']?(?:CAP_)?SYS_ADMIN["']?\s*$|^\s{1,30}path:\s{0,3}["']?\/var\/run\/docker\.sock|^\s{1,30}runAsUser:\s{0,3}0\s*$/gm,
    accept: (_match, file) => isKubernetes(file.text),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  securityContext:\n    allowPrivilegeEscalation: true\n    runAsUser: 1000\n',
        lines: [5],
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
      /^\s{0,20}(?:storage_encrypted|encrypted|at_rest_encryption_enabled|transit_encryption_enabled|enable_disk_encryption)\s{0,10}=\s{0,3}false\b/gm,
    examples: [
      { path: 'a.tf', text: 'resource "aws_db_instance" "a" {\n  storage_encrypted = false\n}\n', lines: [2] },
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
      /(?:["']?Action["']?\s{0,10}[=:]\s{0,3}\[?\s{0,3}["']\*["']\s{0,3}\]?|\bactions\s{0,10}=\s{0,3}\[\s{0,3}"\*"\s{0,3}\])/g,
    accept(match, file) {
      const around = file.text.slice(Math.max(0, (match.index ?? 0) - 300), (match.index ?? 0) + 300);
      return (
        /["']?[Rr]esources?["']?\s{0,10}[=:]\s{0,3}\[?\s{0,3}["']\*["']/.test(around) &&
        !/["']?[Ee]ffect["']?\s{0,10}[=:]\s{0,3}["']Deny["']/.test(around)
      );
    },
    examples: [
      {
        path: 'iam.tf',
        text: 'data "aws_iam_policy_document" "a" {\n  statement {\n    actions = ["*"]\n    resources = ["*"]\n  }\n}\n',
        lines: [3],
      },
    ],
  },
];

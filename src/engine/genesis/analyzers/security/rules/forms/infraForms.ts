import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';
import { isDockerfile } from '../languages';

const ofDevelopers =
  /(?:^|[/._-])(?:dev|develop|development|local|tests?|e2e|ci|examples?|samples?|devcontainer|gitpod|playground|sandbox|bench\w*)(?:[/._-]|$)/i;
const isImage = (file: FileDescription): boolean => isDockerfile(file) && !ofDevelopers.test(file.path);
const isYaml = ({ path }: FileDescription): boolean =>
  /\.ya?ml$/.test(path) && !/(?:^|\/)\.github\//.test(path) && !ofDevelopers.test(path);
const isKubernetes = (text: string): boolean => /^[ \t]*apiVersion:\s/m.test(text) && /^[ \t]*kind:\s/m.test(text);
const isPipeline = ({ path }: FileDescription): boolean =>
  /(?:^|\/)(?:\.gitlab-ci\.ya?ml|Jenkinsfile[\w.-]*|azure-pipelines[\w.-]*\.ya?ml|\.travis\.ya?ml|\.circleci\/config\.yml|bitbucket-pipelines\.yml|\.drone\.ya?ml|buildspec\.ya?ml|cloudbuild\.ya?ml)$|\.github\/workflows\/[^/]+\.ya?ml$/.test(
    path,
  );
const isTerraform = ({ path }: FileDescription): boolean =>
  path.endsWith('.tf') && !/(?:^|\/)(?:examples?|tests?|modules)\//.test(path);

/** A value that is asked for, or that says that somebody has to fill it in. */
const isAskedFor = /^(?:\$|\{\{|<|%|!|changeme|change|your|replace|example|xxx|\*|none|null|true|false|""|'')/i;

/** Containers, clusters, pipelines and clouds, by the form of a line. */
export const infraForms: readonly LineRule[] = [
  {
    id: 'secret-of-build',
    possible: true,
    told: 'docker-known-password',
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A password stands in an image',
    severity: 'medium',
    why: 'Whoever has the image reads it, in its settings or its layers.',
    fix: 'Give it when the container starts, or as a secret of the build.',
    wants: isImage,
    words: ['ARG', 'ENV', 'chpasswd'],
    pattern:
      /^[ \t]*(?:ARG|ENV)\s+\w{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY)\w{0,20}[= ]["']?(?<value>[^\s"'$]{4,100})/gim,
    // The name of a file, an address, how long one holds: no password.
    accept: ({ 0: text, groups }) =>
      !isAskedFor.test(groups?.['value'] ?? '') &&
      !/^(?:\/|file:|https?:)/.test(groups?.['value'] ?? '') &&
      !/_(?:FILE|PATH|NAME|URL|URI|HEADER|TYPE|LENGTH|EXPIR\w{0,8}|TTL|LIFETIME)[= ]/i.test(text),
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM a:1\nARG SECRET_TOKEN=abc123def456\nENV ACCESS_KEY_FILE=access_key\nENV API_KEY_FILE=/run/key\nARG TOKEN\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'script-fetched-to-run',
    inTexts: true,
    possible: true,
    cwe: 'CWE-494',
    owasp: 'A08',
    title: 'What a server sends is run as it comes',
    severity: 'low',
    why: 'Whoever takes that server over runs code in every build.',
    fix: 'Name a version, and compare a checksum before it runs.',
    wants: (file) => isImage(file) || isPipeline(file),
    words: ['curl', 'wget', 'ADD http'],
    pattern:
      /\b(?:curl|wget)\b[^\n|;&]{0,200}\|\s?(?:sudo\s(?:-E\s)?)?(?:ba|z|da)?sh\b|\b(?:curl|wget)\b[^\n;&]{0,160}?(?<name>[\w-]{1,40}\.sh)\b(?:[^\n;&]|\\\n){0,60}(?:&&|;)\s{0,20}\\?\s{0,20}(?:sudo\s)?(?:(?:ba|z)?sh|chmod\s\+x)\s[^\n;&]{0,20}\k<name>/g,
    accept: ([match], file) => isPipeline(file) || !/\|/.test(match),
    examples: [
      {
        path: 'Dockerfile',
        text: 'FROM a:1\nRUN curl -o get-x.sh https://x.example/get-x.sh && sh get-x.sh\n',
        lines: [2],
      },
      { path: '.gitlab-ci.yml', text: 'build:\n  script:\n    - curl https://x.example/i.sh | bash\n', lines: [3] },
    ],
  },
  {
    id: 'secret-of-pipeline',
    possible: true,
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A password stands in a pipeline',
    severity: 'medium',
    why: 'Whoever reads the repository has it.',
    fix: 'Keep it among the secrets of the pipeline.',
    wants: isPipeline,
    words: ['assw', 'PASS', 'SECRET', 'TOKEN', 'login', '://'],
    pattern:
      /^[ \t]*(?:-\s)?\w{0,40}(?:PASSWORD|PASSWD|SECRET(?:_ACCESS)?_KEY|SECRET|API_KEY|AUTH_TOKEN)\s?[:=]\s?["']?(?<value>[^\s"'$#{}<]{6,100})["']?\s*$|\bdocker\s+login\b[^\n]{0,80}\s-p\s?["']?(?<other>[^\s"'$-]{4,60})|https?:\/\/[\w.-]{1,40}:(?<third>[^\s"'$@{}/]{6,80})@/gm,
    accept({ groups, 0: whole }) {
      const value = groups?.['value'] ?? groups?.['other'] ?? groups?.['third'] ?? '';
      return (
        !isAskedFor.test(value) &&
        // A database that lives as long as the run needs no secret.
        !/^(?:postgres|root|password|mysql|secret|admin|0+|1+|x+|\w{0,12}secret(?: key)?|secret \w{0,12})$|\b(?:ci|test\w{0,6}|not|dummy|fake|local|dev|mock|ephemeral|insecure)\b/i.test(
          value.replace(/[_-]/g, ' '),
        ) &&
        !/\b(?:MYSQL|POSTGRES|MARIADB|PG|REDIS|RABBITMQ|DB|DATABASE|SA|MSSQL|ORACLE|MONGO)_?\w{0,10}PASS/.test(whole)
      );
    },
    examples: [
      {
        path: '.gitlab-ci.yml',
        text: 'build:\n  script:\n    - docker login -u shop -p autumn1999\n    - docker login -u shop -p $PASSWORD\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'cluster-of-everybody',
    possible: true,
    told: 'kubernetes-wide-role',
    cwe: 'CWE-269',
    owasp: 'A01',
    title: 'A role of the cluster may do everything with some resources, or read secrets',
    severity: 'medium',
    why: 'Who takes over one program that has it makes pods and tokens of others.',
    fix: 'Name who may do what.',
    wants: isYaml,
    words: ['system:anonymous', 'system:unauthenticated', 'system:authenticated', 'secrets'],
    pattern:
      /^[ \t]*(?:-\s)?name:\s?["']?system:(?:anonymous|unauthenticated|authenticated)\b|^[ \t]*(?:-\s)?resources:\s?\[[^\]\n]{0,80}["']secrets["']/gm,
    accept: (match, { text }) =>
      isKubernetes(text) &&
      /rbac\.authorization/.test(text) &&
      (!/secrets/.test(match[0]) ||
        (/kind:\s*Role\b/.test(text) &&
          /verbs:[^\n]{0,60}(?:list|\*)/.test(text.slice(match.index, (match.index ?? 0) + 200)) &&
          !/operator|controller/i.test(text))),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nsubjects:\n  - kind: Group\n    name: system:anonymous\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'secret-of-cluster',
    possible: true,
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A password stands in a file for a cluster',
    severity: 'medium',
    why: 'Base64 hides nothing: whoever reads the repository has it.',
    fix: 'Seal it, or let the cluster fetch it from a store for secrets.',
    wants: isYaml,
    spans: true,
    words: ['kind: Secret', 'PASSWORD', 'assword', 'SECRET', 'API_KEY'],
    pattern:
      /^[ \t]+["']?[\w.-]{0,40}(?:password|passwd|secret|token|api[_-]?key|private[_-]?key|PASSWORD|SECRET|TOKEN|API_?KEY)["']?:\s?["']?(?<value>[^\s"'{}$#<>|&*!]{6,400})["']?\s*$|^[ \t]+-\s?name:\s?\w{0,40}(?:PASSWORD|SECRET|TOKEN|API_?KEY)\s*\n[ \t]+value:\s?["']?(?<other>[^\s"'{}$#<>]{4,100})["']?\s*$/gm,
    accept(match, { text }) {
      const value = match.groups?.['value'] ?? match.groups?.['other'] ?? '';
      if (
        !isKubernetes(text) ||
        isAskedFor.test(value) ||
        /^(?:secret|password)$/i.test(value) ||
        // `API_KEY_VAL`: something fills it in.
        /^[A-Z]+(?:_[A-Z]+)+$/.test(value) ||
        /^(?:\/|https?:)/.test(value) ||
        /\{\{/.test(match[0])
      )
        return false;
      if (match.groups?.['other'] !== undefined) return true;
      const before = text.slice(0, match.index);
      const own = before.slice(Math.max(0, before.lastIndexOf('\n---')));
      return (
        /^kind:\s?(?:Secret|ConfigMap)\b/m.test(own) &&
        /^(?:data|stringData):\s*$/m.test(own) &&
        !/ExternalSecret|SealedSecret|sops:/.test(text)
      );
    },
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'apiVersion: v1\nkind: Secret\ndata:\n  password: YXV0dW1uMTk5OQ==\n  note: bm90aGluZw==\n',
        lines: [4],
      },
      {
        path: 'k8s/b.yaml',
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - env:\n        - name: DB_PASSWORD\n          value: autumn1999\n        - name: SHOP_API_KEY\n          value: SHOP_API_KEY_VAL\n',
        lines: [6],
      },
    ],
  },
  {
    id: 'proxy-goes-where-told',
    possible: true,
    told: 'ssrf',
    cwe: 'CWE-918',
    owasp: 'A10',
    title: 'The server fetches an address from request data',
    severity: 'medium',
    why: 'The request can reach services that only the server sees.',
    fix: 'Name the hosts that a proxy may ask.',
    wants: ({ path, language }) => language === 'other' && (/\.conf(?:\.\w{1,12})?$/.test(path) || /nginx/i.test(path)),
    words: ['proxy_pass'],
    pattern: /^[ \t]*proxy_pass\s+(?:https?:\/\/)?\$(?:arg_|http_|cookie_)\w{1,40}/gm,
    examples: [
      {
        path: 'nginx.conf',
        text: 'server {\n  proxy_pass http://$arg_host;\n  proxy_pass http://app;\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'old-tls',
    possible: true,
    cwe: 'CWE-326',
    owasp: 'A02',
    title: 'A server takes old protocols or ciphers of TLS',
    severity: 'low',
    why: 'Whoever is on the way can make both sides take one that is broken.',
    fix: 'Name TLS 1.2 and 1.3 only.',
    wants: ({ path, language }) => language === 'other' && (/\.conf(?:\.\w{1,12})?$/.test(path) || /nginx/i.test(path)),
    words: ['ssl_protocols', 'ssl_ciphers'],
    pattern:
      /^[ \t]*ssl_protocols\s[^;\n]{0,60}(?:SSLv[23]|TLSv1(?![.\d])|TLSv1\.1)|^[ \t]*ssl_ciphers\s[^;\n]{0,100}(?<![!-])\b(?:RC4|DES|MD5|NULL|EXPORT|aNULL)\b/gm,
    examples: [
      {
        path: 'nginx.conf',
        text: 'server {\n  ssl_protocols TLSv1 TLSv1.2;\n  ssl_ciphers HIGH:!aNULL:!MD5;\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-left-open',
    possible: true,
    told: 'terraform-access-control-off',
    cwe: 'CWE-284',
    owasp: 'A01',
    title: 'A service of a cloud lets in, or may do, more than it needs',
    severity: 'low',
    why: 'Whoever finds it, or takes one machine over, reaches the rest.',
    fix: 'Name the addresses, the rights and the origins that are needed.',
    wants: isTerraform,
    words: [
      'cloud-platform',
      'serial-port-enable',
      'roles/owner',
      'roles/editor',
      'authorized_networks',
      'container_access_type',
      'source_address_prefix',
      'start_ip_address',
      'role_based_access_control',
      'AllAllowed',
      'allowed_origins',
      'access_config',
      'hop_limit',
      'image_tag_mutability',
      'endpoint_public_access',
      'allUsers',
    ],
    pattern:
      /\bscopes\s{0,3}=\s?\[[^\]\n]{0,100}"(?:https:\/\/www\.googleapis\.com\/auth\/)?cloud-platform"|\bserial-port-enable"?\s{0,3}=\s?"?(?:true|TRUE|1)|\brole\s{0,3}=\s?"roles\/(?:owner|editor)"|\bvalue\s{0,3}=\s?"0\.0\.0\.0\/0"|\bcontainer_access_type\s{0,3}=\s?"(?:blob|container)"|\bsource_address_prefix\s{0,3}=\s?"(?:\*|0\.0\.0\.0\/0|Internet)"|\bstart_ip_address\s{0,3}=\s?"0\.0\.0\.0"|\brole_based_access_control(?:_enabled)?\s{0,3}(?:=\s?false|\{\s{0,20}enabled\s{0,3}=\s?false)|\bftps_state\s{0,3}=\s?"AllAllowed"|\ballowed_origins\s{0,3}=\s?\[\s?"\*"|\baccess_config\s?\{\s{0,20}\}/g,
    accept: (match, { text }) =>
      !/^value/.test(match[0]) ||
      /authorized_networks\s?\{[^{}]{0,200}$/.test(text.slice(Math.max(0, (match.index ?? 0) - 220), match.index)),
    examples: [
      {
        path: 'main.tf',
        text: 'resource "google_project_iam_member" "a" {\n  role = "roles/owner"\n}\nresource "azurerm_storage_container" "b" {\n  container_access_type = "blob"\n}\nresource "google_project_iam_member" "c" {\n  role = "roles/viewer"\n}\n',
        lines: [2, 5],
      },
    ],
  },
  {
    id: 'settings-of-playbook',
    possible: true,
    told: 'tls-verification-off',
    cwe: 'CWE-295',
    owasp: 'A02',
    title: 'Certificates are not checked',
    severity: 'low',
    why: 'Whoever is on the way can change what is fetched.',
    fix: 'Leave the check on.',
    wants: isYaml,
    words: ['validate_certs', 'insecureSkipTLSVerify', 'insecure-skip-tls-verify'],
    pattern:
      /^[ \t]+(?:-\s)?validate_certs:\s?(?:no|false|False)\b|\binsecure-?[sS]kip-?(?:TLS|tls)-?[vV]erify:\s?true\b/gm,
    examples: [
      { path: 'site.yml', text: '- get_url:\n    url: https://x.example\n    validate_certs: no\n', lines: [3] },
    ],
  },
];

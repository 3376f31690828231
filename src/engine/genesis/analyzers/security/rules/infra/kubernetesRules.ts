import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const isYaml = (file: FileDescription): boolean => /\.ya?ml$/.test(file.path) && !/(?:^|\/)\.github\//.test(file.path);
const isKubernetes = (text: string): boolean => /^[ \t]*apiVersion:\s/m.test(text) && /^[ \t]*kind:\s/m.test(text);
const isWorkload = (text: string): boolean =>
  /^[ \t]*kind:\s*(?:Deployment|DaemonSet|StatefulSet|Pod|Job|CronJob|ReplicaSet)\b/m.test(text);
const isRbac = (text: string): boolean => /^[ \t]*apiVersion:\s*["']?rbac\.authorization\.k8s\.io/m.test(text);

/** What a cluster lets its pods and roles do. */
export const kubernetesRules: readonly LineRule[] = [
  {
    id: 'kubernetes-privileged',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A pod has the rights of its node',
    severity: 'high',
    why: 'Whoever takes over the container takes over the node.',
    fix: 'Leave `privileged` off and give single capabilities.',
    wants: isYaml,
    words: ['privileged'],
    pattern: /^[ \t]+(?:-\s*)?privileged:\s*true\b/gm,
    accept: (_match, file) => isWorkload(file.text),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - securityContext:\n            privileged: true\n',
        lines: [7],
      },
      { path: 'a.yaml', text: 'settings:\n  privileged: true\n', lines: [] },
    ],
  },
  {
    id: 'kubernetes-host-namespaces',
    cwe: 'CWE-653',
    owasp: 'A05',
    title: 'A pod shares the network or the processes of its node',
    severity: 'medium',
    why: 'It reaches what listens on the node alone, or sees and signals every process there. Agents of a node need it; others do not.',
    fix: 'Leave `hostNetwork`, `hostPID` and `hostIPC` off where the pod is no agent of the node.',
    wants: isYaml,
    words: ['hostNetwork', 'hostPID', 'hostIPC'],
    pattern: /^[ \t]+(?:-\s*)?(?:hostNetwork|hostPID|hostIPC):\s*true\b/gm,
    accept: (_match, file) => isWorkload(file.text),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'kind: Pod\nspec:\n  hostNetwork: true\n  hostPID: false\n',
        lines: [3],
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
      isRbac(file.text) &&
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
    words: ['allowPrivilegeEscalation', 'SYS_ADMIN', 'docker.sock', 'containerd.sock', 'crio.sock', 'runAsUser'],
    pattern:
      /^\s{1,30}allowPrivilegeEscalation:\s{0,3}true\b|^\s{1,30}-\s{0,3}["']?(?:CAP_)?SYS_ADMIN["']?\s*$|^\s{1,30}path:\s{0,3}["']?\/(?:var\/)?run\/(?:docker\.sock|containerd\/containerd\.sock|crio\/crio\.sock)|^\s{1,30}runAsUser:\s{0,3}0\s*$/gm,
    accept: (_match, file) => isKubernetes(file.text),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  securityContext:\n    allowPrivilegeEscalation: true\n    runAsUser: 1000\n',
        lines: [5],
      },
    ],
  },
];

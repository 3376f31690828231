import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import type { LineRule } from '../../weakness';

const isYaml = (file: FileDescription): boolean => /\.ya?ml$/.test(file.path) && !/(?:^|\/)\.github\//.test(file.path);
const isKubernetes = (text: string): boolean => /^[ \t]*apiVersion:\s/m.test(text) && /^[ \t]*kind:\s/m.test(text);
const isWorkload = (text: string): boolean =>
  /^[ \t]*kind:\s*(?:Deployment|DaemonSet|StatefulSet|Pod|Job|CronJob|ReplicaSet)\b/m.test(text);
const isRbac = (text: string): boolean => /^[ \t]*apiVersion:\s*["']?rbac\.authorization\.k8s\.io/m.test(text);

/** The document of a file of several that a place stands in. */
function documentAround(text: string, at: number): string {
  const marks = [...text.matchAll(/^---\s*$/gm)].map((mark) => mark.index);
  return text.slice(marks.findLast((mark) => mark < at) ?? 0, marks.find((mark) => mark > at) ?? text.length);
}

/** Between `{{ if … }}` and `{{ end }}` of a chart: whoever installs it chooses. */
function isOptional(file: SourceFile, line: number): boolean {
  let closed = 0;
  for (let at = line; at > Math.max(0, line - 40); at--) {
    const text = file.lineText(at);
    if (/\{\{-?\s*end\b/.test(text)) closed++;
    else if (/\{\{-?\s*(?:if|with|range)\b/.test(text) && closed-- === 0) return true;
    else if (/\{\{-?\s*else if\b/.test(text) && closed === 0) return true;
  }
  return false;
}

/**
 * A pod that leads packets, or in which somebody looks around, is about its node: it shares the network and has further
 * rights, or does nothing but wait.
 */
const isOfNode = (document: string): boolean =>
  (/^\s*hostNetwork:\s*true\b/m.test(document) &&
    /^\s*privileged:\s*true\b|\b(?:NET_ADMIN|NET_RAW|SYS_MODULE)\b|\/dev\/net\/tun/m.test(document)) ||
  /\bsleep\b["',\s-]{1,40}(?:infinity|\d{3,})|\btail\b["',\s]{1,6}-f["',\s]{1,6}\/dev\/null/.test(document) ||
  (/^\s*hostPID:\s*true\b/m.test(document) && /^\s*path:\s*["']?\/(?:proc|sys)?["']?\s*$/m.test(document));

/** What runs once before the containers, and ends: whoever takes a container over finds it gone. */
function isOfStart(file: SourceFile, line: number): boolean {
  for (let at = line - 1; at > 0 && line - at < 200; at--) {
    const list = /^[ \t]*(?:-[ \t]+)?(initContainers|containers):/.exec(file.lineText(at))?.[1];
    if (list !== undefined) return list === 'initContainers';
  }
  return false;
}

/** Clusters on somebody's own machine, and those that tests and pipelines run in. */
const ofDevelopers =
  /(?:^|[/._-])(?:dev|develop|development|local|tests?|systests?|acceptance|e2e|ci|examples?|samples?|demos?|minikube|kind|k3d|microk8s|runners?|hack|playground|sandbox|poc|design|designs|proposals?)(?:[/._-]|$)/i;

/** An agent runs on every node because it is about the node; a chart lets its user choose; a stack of developers is none. */
function isOrdinary(match: RegExpMatchArray, file: SourceFile): boolean {
  const at = (match.index ?? 0) + match[0].length - 1;
  const document = documentAround(file.text, at);
  const line = file.lineAt(at);
  return (
    !isOptional(file, line) &&
    !isOfStart(file, line) &&
    !/^\s*kind:\s*DaemonSet\b/m.test(document) &&
    !ofDevelopers.test(file.path) &&
    !/(?:^|[/._-])(?:node-?exporter|cilium|flannel|calico|kube-proxy|csi|cni)(?:[/._-]|$)/i.test(file.path) &&
    !isOfNode(document) &&
    !/node-exporter|cilium|flannel|calico|kube-proxy|csi-|cni\b|fluent-bit|device-plugin/i.test(document)
  );
}

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
    accept: (match, file) => isWorkload(file.text) && isOrdinary(match, file),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - securityContext:\n            privileged: true\n',
        lines: [7],
      },
      { path: 'a.yaml', text: 'settings:\n  privileged: true\n', lines: [] },
      // A part of the network of the node, a pod to look around in, a step at the start.
      {
        path: 'k8s/b.yaml',
        text: 'kind: Deployment\nspec:\n  hostNetwork: true\n  containers:\n    - securityContext:\n        privileged: true\n',
        lines: [],
      },
      {
        path: 'k8s/c.yaml',
        text: 'kind: Pod\nspec:\n  containers:\n    - command:\n        - "sleep"\n        - "3600"\n      securityContext:\n        privileged: true\n',
        lines: [],
      },
      {
        path: 'k8s/d.yaml',
        text: 'kind: StatefulSet\nspec:\n  initContainers:\n  - name: a\n    securityContext:\n      privileged: true\n',
        lines: [],
      },
    ],
  },
  {
    id: 'kubernetes-host-namespaces',
    possible: true,
    cwe: 'CWE-653',
    owasp: 'A05',
    title: 'A pod shares the network or the processes of its node',
    severity: 'medium',
    why: 'It reaches what listens on the node alone, or sees and signals every process there. Agents of a node need it; others do not.',
    fix: 'Leave `hostNetwork`, `hostPID` and `hostIPC` off where the pod is no agent of the node.',
    wants: isYaml,
    words: ['hostNetwork', 'hostPID', 'hostIPC'],
    pattern: /^[ \t]+(?:-\s*)?(?:hostNetwork|hostPID|hostIPC):\s*true\b/gm,
    accept: (match, file) => isWorkload(file.text) && isOrdinary(match, file),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'kind: Pod\nspec:\n  hostNetwork: true\n  hostPID: false\n',
        lines: [3],
      },
      // An agent of the node, a choice of whoever installs the chart, a stack of developers.
      { path: 'k8s/b.yaml', text: 'kind: DaemonSet\nspec:\n  hostNetwork: true\n', lines: [] },
      {
        path: 'charts/a/templates/c.yaml',
        text: 'kind: Deployment\nspec:\n  {{- if .Values.hostNetwork }}\n  hostNetwork: true\n  {{- end }}\n',
        lines: [],
      },
      { path: 'dev/k8s/d.yaml', text: 'kind: Pod\nspec:\n  hostPID: true\n', lines: [] },
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
      !ofDevelopers.test(file.path) &&
      !isOptional(file, file.lineAt((match.index ?? 0) + match[0].length - 1)) &&
      // A role is for one namespace, and what stands for every resource may be those of one group.
      (match[0].includes('cluster-admin') ||
        (/^\s*kind:\s*ClusterRole\b/m.test(documentAround(file.text, match.index ?? 0)) &&
          /apiGroups:\s*\[\s*["']\*["']\s*\]\s*$/.test(file.text.slice(0, match.index)))) &&
      (!match[0].includes('cluster-admin') ||
        /roleRef:\s*(?:\n\s+\w+:[^\n]*){0,3}\n\s+name:\s*["']?cluster-admin/.test(file.text)),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nroleRef:\n  kind: ClusterRole\n  name: cluster-admin\n',
        lines: [5],
      },
      {
        path: 'k8s/b.yaml',
        text: "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nrules:\n  - apiGroups: ['*']\n    resources: ['*']\n    verbs: ['*']\n",
        lines: [5],
      },
      // A cluster of developers; one group of resources, one namespace, a name without a binding.
      {
        path: 'deploy/dev/k8s/a.yaml',
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nroleRef:\n  kind: ClusterRole\n  name: cluster-admin\n',
        lines: [],
      },
      {
        path: 'k8s/c.yaml',
        text: "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nrules:\n  - apiGroups: ['shop.example']\n    resources: ['*']\n    verbs: ['*']\n",
        lines: [],
      },
      {
        path: 'k8s/d.yaml',
        text: "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nrules:\n  - apiGroups: ['*']\n    resources: ['*']\n    verbs: ['*']\n",
        lines: [],
      },
      {
        path: 'k8s/e.yaml',
        text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: cluster-admin\n',
        lines: [],
      },
    ],
  },
  {
    id: 'kubernetes-escalation',
    cwe: 'CWE-250',
    owasp: 'A05',
    title: 'A container may gain rights, or reaches what runs its node',
    severity: 'medium',
    why: 'A break-out of the process starts with more than it needs.',
    fix: 'Set `allowPrivilegeEscalation: false`, drop capabilities and leave paths of the node out.',
    wants: isYaml,
    words: ['allowPrivilegeEscalation', 'SYS_ADMIN', 'docker.sock', 'containerd.sock', 'crio.sock'],
    pattern:
      /^\s{1,30}allowPrivilegeEscalation:\s{0,3}true\b|^\s{1,30}-\s{0,3}["']?(?:CAP_)?SYS_ADMIN["']?\s*$|^\s{1,30}path:\s{0,3}["']?\/(?:var\/)?run\/(?:docker\.sock|containerd\/containerd\.sock|crio\/crio\.sock)/gm,
    accept: (match, file) => isKubernetes(file.text) && isOrdinary(match, file),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'apiVersion: v1\nkind: Pod\nspec:\n  securityContext:\n    allowPrivilegeEscalation: true\n    runAsUser: 0\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'kubernetes-wide-role',
    possible: true,
    cwe: 'CWE-269',
    owasp: 'A01',
    title: 'A role of the cluster may do everything with some resources, or read secrets',
    severity: 'medium',
    why: 'Who takes over one program that has it makes pods and tokens of others.',
    fix: 'Name the verbs that are needed.',
    wants: isYaml,
    words: ['verbs'],
    pattern:
      /^[ \t]*(?:-[ \t]+)?verbs:\s{0,3}(?:\[\s{0,3}["']\*["']\s{0,3}\]|\n[ \t]*-[ \t]+["']\*["'])|^[ \t]*(?:-[ \t]+)?resources:\s{0,3}\[[^\]\n]{0,200}["'](?:secrets|\*)["']/gm,
    accept: (match, file) =>
      isRbac(file.text) &&
      /^\s*kind:\s*ClusterRole\s*$/m.test(documentAround(file.text, match.index ?? 0)) &&
      !ofDevelopers.test(file.path) &&
      !/operator|controller-manager|aggregate-to/i.test(`${file.path}\n${documentAround(file.text, match.index ?? 0)}`),
    examples: [
      {
        path: 'k8s/a.yaml',
        text: 'kind: ClusterRole\napiVersion: rbac.authorization.k8s.io/v1\nrules:\n- apiGroups: [""]\n  resources: ["pods"]\n  verbs: ["*"]\n- apiGroups: [""]\n  resources: ["pods"]\n  verbs: ["get"]\n',
        lines: [6],
      },
    ],
  },
];

import type { Extractor } from '../../../extractor';

export interface DeploymentKind {
  readonly kind: 'kubernetes' | 'argocd' | 'cloudformation' | 'sam';
  readonly line: number;
}

/** YAML files whose content, not their name, says what they are for. */
const patterns: readonly (readonly [DeploymentKind['kind'], RegExp])[] = [
  ['argocd', /^apiVersion:\s{0,9}argoproj\.io\//m],
  ['kubernetes', /^kind:\s{0,9}["']?(Deployment|StatefulSet|DaemonSet|Service|Ingress|CronJob|ConfigMap|Namespace)\b/m],
  ['sam', /^Transform:\s{0,9}["']?AWS::Serverless/m],
  ['cloudformation', /^AWSTemplateFormatVersion:/m],
];

export const deploymentKindExtractor: Extractor<readonly DeploymentKind[]> = {
  id: 'techStack/deploymentKinds',
  version: 1,
  wants: (file) => file.languageName === 'YAML' && (file.role === 'source' || file.role === 'config'),
  extract(file) {
    if (file.text.length > 500_000) return undefined;
    const found = patterns.flatMap(([kind, pattern]): DeploymentKind[] => {
      const match = pattern.exec(file.text);
      const isKubernetes = kind !== 'kubernetes' || /^apiVersion:/m.test(file.text);
      return match === null || !isKubernetes ? [] : [{ kind, line: file.lineAt(match.index) }];
    });
    return found.length === 0 ? undefined : found;
  },
};

import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

const isTemplate = (file: FileDescription): boolean =>
  file.language === 'other' && /\.(?:ya?ml|json|template|cform|cfn)$/.test(file.path);
const isStack = (text: string): boolean => /["']?Type["']?\s?:\s?["']?AWS::/.test(text);

/** What a template of CloudFormation asks of the cloud and is harmless in some places. */
export const cloudFormationBroadRules: readonly LineRule[] = [
  {
    id: 'cloudformation-encryption-off',
    possible: true,
    told: 'cloudformation-not-encrypted',
    cwe: 'CWE-311',
    owasp: 'A02',
    title: 'Storage is not encrypted',
    severity: 'low',
    why: 'Whoever gets at the disk or a copy of it reads it.',
    fix: 'Switch encryption on.',
    wants: isTemplate,
    words: ['SSEEnabled', 'EncryptionEnabled', 'EncryptionAtRest', 'TransitEncryption'],
    pattern:
      /^[ \t]*["']?(?:SSEEnabled|AtRestEncryptionEnabled|TransitEncryptionEnabled|EncryptionEnabled)["']?\s?:\s?["']?[fF]alse\b|^[ \t]*["']?TransitEncryption["']?\s?:\s?["']?DISABLED\b|^[ \t]*["']?EncryptionAtRestOptions["']?\s?:\s?\{?\s*["']?Enabled["']?\s?:\s?["']?[fF]alse\b/gm,
    accept: (_match, { text }) => isStack(text),
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  T:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      SSESpecification:\n        SSEEnabled: false\n',
        lines: [6],
      },
    ],
  },
  {
    id: 'cloudformation-plain-transport',
    possible: true,
    cwe: 'CWE-319',
    owasp: 'A02',
    title: 'A service in the cloud answers without encryption, or with a broken one',
    severity: 'low',
    why: 'Anyone on the way can read and change what is sent, logins included.',
    fix: 'Require TLS 1.2 or newer.',
    wants: isTemplate,
    words: ['MinimumProtocolVersion', 'ViewerProtocolPolicy', 'SslPolicy', 'Protocol'],
    pattern:
      /^[ \t]*["']?MinimumProtocolVersion["']?\s?:\s?["']?(?:SSLv3|TLSv1(?:\.[01])?(?:_2016)?)["']?\s*,?\s*$|^[ \t]*["']?ViewerProtocolPolicy["']?\s?:\s?["']?allow-all\b|^[ \t]*["']?SslPolicy["']?\s?:\s?["']?ELBSecurityPolicy-(?:2015-05|2016-08|TLS-1-[01])/gm,
    accept: (_match, { text }) => isStack(text),
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  C:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      ViewerCertificate:\n        MinimumProtocolVersion: TLSv1.2_2021\n        Other: 1\n  D:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      ViewerCertificate:\n        MinimumProtocolVersion: TLSv1\n',
        lines: [12],
      },
    ],
  },
  {
    id: 'cloudformation-open-range',
    possible: true,
    told: 'cloudformation-open-to-all',
    cwe: 'CWE-284',
    owasp: 'A05',
    title: 'A network rule lets the whole internet in on an administration or database port',
    severity: 'high',
    why: 'Such ports are searched for all day.',
    fix: 'Name the networks that need it.',
    wants: isTemplate,
    words: ['CidrIp'],
    pattern:
      /["']?FromPort["']?\s?:\s?["']?(?<from>\d{1,5})["']?\s*,?\s*\n\s*["']?ToPort["']?\s?:\s?["']?(?<to>\d{1,5})["']?\s*,?\s*\n\s*["']?CidrIp["']?\s?:\s?["']?0\.0\.0\.0\/0/g,
    // What goes out is no door.
    accept(match, { text }) {
      const before = text.slice(Math.max(0, (match.index ?? 0) - 1_500), match.index);
      const last = [...before.matchAll(/SecurityGroup(?<way>Ingress|Egress)\b/g)].at(-1);
      return match.groups?.['from'] !== match.groups?.['to'] && last?.groups?.['way'] === 'Ingress';
    },
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  S:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n      - IpProtocol: tcp\n        FromPort: 22127\n        ToPort: 22162\n        CidrIp: 0.0.0.0/0\n      - IpProtocol: tcp\n        FromPort: 443\n        ToPort: 443\n        CidrIp: 0.0.0.0/0\n',
        lines: [7],
      },
    ],
  },
];

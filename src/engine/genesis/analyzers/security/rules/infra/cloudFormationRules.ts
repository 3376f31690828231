import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';
import { linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';

const isTemplate = (file: FileDescription): boolean =>
  file.language === 'other' && /\.(?:ya?ml|json|template|cform|cfn)$/.test(file.path);

const lineOf = (match: RegExpMatchArray, file: SourceFile): number =>
  file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);

const indentOf = (text: string): number => text.search(/\S/);

/** The resource that a line stands in, from its name to where the next one begins: at most 120 lines each way. */
function resourceAround(file: SourceFile, line: number): string {
  const all = linesAround(file, line, 120, 120).split('\n');
  const at = Math.min(line - 1, 120);
  const type = all.findLastIndex((text, index) => index <= at && /^\s{1,16}["']?Type["']?\s?:\s?["']?AWS::/.test(text));
  if (type < 0) return '';
  const indent = indentOf(all[type] ?? '');
  const end = all.findIndex(
    (text, index) => index > type && /\S/.test(text) && !/^\s*#/.test(text) && indentOf(text) < indent,
  );
  return end >= 0 && end <= at ? '' : all.slice(type, end < 0 ? undefined : end).join('\n');
}

/** The keys beside a key: the item of a list, or the block, that it stands in. */
function besides(file: SourceFile, line: number): string {
  const own = file.lineText(line);
  const indent = indentOf(own.replace(/^(\s*)-(\s)/, '$1 $2'));
  const kept = [own];
  for (const step of [-1, 1])
    for (let at = line + step; at > 0 && Math.abs(at - line) <= 12; at += step) {
      // A dash begins an item: of the own one upwards, of the next one downwards.
      if (step === -1 ? /^\s*-\s/.test(file.lineText(at + 1)) : /^\s*-\s/.test(file.lineText(at))) break;
      const text = file.lineText(at);
      const width = indentOf(text.replace(/^(\s*)-(\s)/, '$1 $2'));
      if (width >= 0 && width < indent) break;
      kept.push(text);
    }
  return kept.join('\n');
}

const adminPort =
  /["']?(?:From|To)Port["']?\s?:\s?["']?(?:22|3389|3306|5432|6379|9200|27017|1433|11211|2375)\b|["']?IpProtocol["']?\s?:\s?["']?-1\b/;

/** What a template of CloudFormation asks of the cloud. */
export const cloudFormationRules: readonly LineRule[] = [
  {
    id: 'cloudformation-open-to-all',
    cwe: 'CWE-284',
    owasp: 'A05',
    title: 'A network rule lets the whole internet in on an administration or database port',
    severity: 'high',
    confidence: 0.85,
    why: 'Such ports are searched for all day.',
    fix: 'Name the networks that need it.',
    wants: isTemplate,
    words: ['CidrIp'],
    pattern: /^[ \t]*(?:-[ \t])?["']?CidrIp(?:v6)?["']?\s?:\s?["']?(?:0\.0\.0\.0\/0|::\/0)/gm,
    accept(match, file) {
      const line = lineOf(match, file);
      if (!adminPort.test(besides(file, line))) return false;
      const before = linesAround(file, line, 60, 0);
      const last = [...before.matchAll(/SecurityGroup(?<way>Ingress|Egress)\b/g)].at(-1);
      return last?.groups?.['way'] === 'Ingress';
    },
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  WebSG:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      SecurityGroupIngress:\n      - IpProtocol: tcp\n        FromPort: 80\n        ToPort: 80\n        CidrIp: 0.0.0.0/0\n      - IpProtocol: tcp\n        FromPort: 22\n        ToPort: 22\n        CidrIp: 0.0.0.0/0\n      SecurityGroupEgress:\n      - IpProtocol: "-1"\n        CidrIp: 0.0.0.0/0\n',
        lines: [13],
      },
    ],
  },
  {
    id: 'cloudformation-public-storage',
    cwe: 'CWE-732',
    owasp: 'A01',
    title: 'Storage or a database is open to the public',
    severity: 'high',
    confidence: 0.85,
    why: 'Everyone who knows the name can read it, and names are guessed.',
    fix: 'Make it private and give access by policy.',
    wants: isTemplate,
    words: ['PublicRead', 'PubliclyAccessible'],
    pattern:
      /^[ \t]*["']?AccessControl["']?\s?:\s?["']?PublicRead(?:Write)?\b|^[ \t]*["']?PubliclyAccessible["']?\s?:\s?["']?[tT]rue\b/gm,
    // A site is meant for everybody.
    accept: (match, file) => !/WebsiteConfiguration/.test(resourceAround(file, lineOf(match, file))),
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicRead\n  Site:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicRead\n      WebsiteConfiguration:\n        IndexDocument: index.html\n',
        lines: [5],
      },
    ],
  },
  {
    id: 'cloudformation-not-encrypted',
    cwe: 'CWE-311',
    owasp: 'A02',
    title: 'Storage is not encrypted',
    severity: 'low',
    confidence: 0.85,
    why: 'Whoever gets at the disk or a copy of it reads it.',
    fix: 'Switch encryption on.',
    wants: isTemplate,
    words: ['Encrypted'],
    pattern: /^[ \t]*["']?(?:Storage)?Encrypted["']?\s?:\s?["']?[fF]alse\b/gm,
    accept: (match, file) => resourceAround(file, lineOf(match, file)) !== '',
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  A:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      StorageEncrypted: false\n',
        lines: [5],
      },
      { path: 'values.yaml', text: 'db:\n  storageEncrypted: false\n', lines: [] },
    ],
  },
  {
    id: 'cloudformation-encryption-left-out',
    told: 'cloudformation-not-encrypted',
    possible: true,
    cwe: 'CWE-311',
    owasp: 'A02',
    title: 'Storage is not encrypted',
    severity: 'low',
    why: 'Whoever gets at the disk or a copy of it reads it.',
    fix: 'Switch encryption on.',
    wants: isTemplate,
    words: [
      'AWS::EC2::Volume',
      'AWS::RDS::DBInstance',
      'AWS::RDS::DBCluster',
      'AWS::EFS::FileSystem',
      'AWS::Redshift::Cluster',
    ],
    pattern:
      /^[ \t]{1,16}["']?Type["']?\s?:\s?["']?AWS::(?:EC2::Volume|RDS::DB(?:Instance|Cluster)|EFS::FileSystem|Redshift::Cluster)["']?\s*,?\s*$/gm,
    accept: (match, file) =>
      !/^(?!\s*#)\s*["']?\w*(?:Encrypt|SnapshotIdentifier|KmsKey|DBClusterIdentifier)/im.test(
        resourceAround(file, lineOf(match, file)),
      ),
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  A:\n    Type: AWS::EC2::Volume\n    Properties:\n      Size: 1\n  B:\n    Type: AWS::EC2::Volume\n    Properties:\n      Encrypted: true\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'cloudformation-every-right',
    cwe: 'CWE-269',
    owasp: 'A01',
    title: 'A role may do everything with a service, everywhere',
    severity: 'medium',
    possible: true,
    why: 'Who takes over one program that has it holds all of the account’s data of that service.',
    fix: 'Name the actions and the resources.',
    wants: isTemplate,
    words: ['Action'],
    pattern:
      /^[ \t]*(?:-[ \t])?["']?Action["']?\s?:\s{0,3}(?:\[\s{0,3})?(?:["']?(?:[a-z0-9-]{2,30}:)?\*["']?|(?:\n?[ \t]*-[ \t]+["']?[a-z0-9-]{2,30}:\*["']?[ \t]*){1,12})/gm,
    accept(match, file) {
      const line = lineOf(match, file);
      const behind = linesAround(file, line, 12, 16);
      return (
        /^[ \t]*["']?Resource["']?\s?:\s{0,3}\[?\s{0,3}(?:\n[ \t]*-[ \t]+)?["']?\*["']?/m.test(behind) &&
        /AWS::|Statement/.test(linesAround(file, line, 30, 0)) &&
        !/KeyPolicy|Effect["']?\s?:\s?["']?Deny/.test(linesAround(file, line, 12, 4))
      );
    },
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  P:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Action:\n              - "ec2:*"\n              - "s3:*"\n            Resource: "*"\n          - Effect: Allow\n            Action:\n              - s3:GetObject\n            Resource: "*"\n',
        lines: [8],
      },
    ],
  },
  {
    id: 'cloudformation-key-in-output',
    cwe: 'CWE-532',
    owasp: 'A09',
    title: 'A stack shows a secret key in its outputs',
    severity: 'medium',
    confidence: 0.85,
    why: 'Everyone who may describe the stack reads it.',
    fix: 'Write it into a secret store.',
    wants: isTemplate,
    words: ['SecretAccessKey'],
    pattern:
      /^[ \t]*["']?Value["']?\s?:\s?(?:!GetAtt\s["']?\w{1,60}\.SecretAccessKey\b|\{\s?["']Fn::GetAtt["']\s?:\s?\[\s?["']\w{1,60}["'],\s?["']SecretAccessKey["'])/gm,
    examples: [
      {
        path: 'stack.yaml',
        text: 'Outputs:\n  SecretKey:\n    Value: !GetAtt AccessKey.SecretAccessKey\n  Id:\n    Value: !Ref AccessKey\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'cloudformation-key-not-rotated',
    possible: true,
    cwe: 'CWE-320',
    owasp: 'A02',
    title: 'A key is never rotated',
    severity: 'low',
    why: 'What one key opened once it opens for ever.',
    fix: 'Set `EnableKeyRotation`.',
    wants: isTemplate,
    words: ['AWS::KMS::Key'],
    pattern: /^[ \t]{1,16}["']?Type["']?\s?:\s?["']?AWS::KMS::Key["']?\s*,?\s*$/gm,
    accept: (match, file) =>
      !/EnableKeyRotation["']?\s?:\s?["']?[tT]rue|KeySpec|KeyUsage/.test(resourceAround(file, lineOf(match, file))),
    examples: [
      {
        path: 'stack.yaml',
        text: 'Resources:\n  K:\n    Type: AWS::KMS::Key\n    Properties:\n      Description: logs\n  L:\n    Type: AWS::KMS::Key\n    Properties:\n      EnableKeyRotation: true\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'cloudformation-literal-password',
    cwe: 'CWE-798',
    owasp: 'A07',
    title: 'A template holds the password of a database',
    severity: 'medium',
    confidence: 0.85,
    why: 'Everyone who can read the repository, now or in its history, has it.',
    fix: 'Take it from a secret store: `{{resolve:secretsmanager:…}}`.',
    wants: isTemplate,
    words: ['MasterUserPassword', 'AdminPassword'],
    // Settings of other programs have such a name as well.
    fits: ({ text }) => /\bAWS::|["']?Properties["']?\s?:/.test(text),
    pattern:
      /^[ \t]*["']?(?:MasterUserPassword|AdminPassword)["']?\s?:\s?["']?(?<value>[^\s"'{}!$&*[\]]{6,80})["']?\s*,?\s*$/gm,
    examples: [
      {
        path: 'appsettings.json',
        text: '{ "DefaultUser": {\n  "AdminPassword": "password",\n  "AdminRole": "admin" } }\n',
        lines: [],
      },
      {
        path: 'stack.yaml',
        text: 'Properties:\n  MasterUserPassword: hunter2hunter\n',
        lines: [2],
      },
      { path: 'stack.yaml', text: 'Properties:\n  MasterUserPassword: !Ref Password\n', lines: [] },
    ],
  },
];

import type { LineRule } from '../../weakness';
import { isTerraform, resourceOf } from './terraformText';

const transport = {
  possible: true,
  told: 'terraform-plain-transport',
  cwe: 'CWE-319',
  owasp: 'A02',
  title: 'A service in the cloud answers without encryption, or with a broken one',
  severity: 'medium',
  why: 'Anyone on the way can read and change what is sent, logins included.',
  fix: 'Require TLS 1.2 or newer.',
} as const;

/** What the internet reaches, and by which protocol: harmless for a page that is meant for everybody. */
export const terraformNetworkRules: readonly LineRule[] = [
  {
    id: 'terraform-metadata-open',
    possible: true,
    cwe: 'CWE-918',
    owasp: 'A10',
    title: 'Machines hand out their credentials to plain requests',
    severity: 'medium',
    why: 'A program on the machine that fetches addresses of others gives the role of the machine away (IMDSv1).',
    fix: 'Set `http_tokens = "required"`.',
    wants: isTerraform,
    words: ['http_tokens', 'aws_instance'],
    pattern: /^[ \t]*http_tokens\s*=\s*"optional"|^resource\s"aws_instance"\s"[\w-]{1,80}"\s{0,3}\{/gm,
    accept: (match, file) =>
      match[0].includes('http_tokens') || !/metadata_options|launch_template/.test(resourceOf(match, file)),
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_instance" "a" {\n  metadata_options {\n    http_tokens = "optional"\n  }\n}\nresource "aws_instance" "b" {\n  ami = "c"\n}\n',
        lines: [3, 6],
      },
    ],
  },
  {
    id: 'terraform-public-address',
    possible: true,
    cwe: 'CWE-284',
    owasp: 'A05',
    title: 'Machines get an address of the internet',
    severity: 'low',
    why: 'What listens on them is searched for all day; one rule of the network too many opens it.',
    fix: 'Keep them in a private network, behind a load balancer or a gateway.',
    wants: isTerraform,
    words: ['public_ip', 'public_network_access', 'endpoint_public', 'enable_private_nodes', 'ipv4_enabled'],
    pattern:
      /^[ \t]*(?:map_public_ip_on_launch|associate_public_ip_address|assign_public_ip|public_network_access_enabled|endpoint_public_access|cluster_endpoint_public_access|ipv4_enabled)\s*=\s*"?true"?[ \t]*(?:#[^\n]*)?$|^[ \t]*enable_private_nodes\s*=\s*"?false"?/gm,
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_subnet" "a" {\n  map_public_ip_on_launch = true\n}\nresource "aws_subnet" "b" {\n  map_public_ip_on_launch = var.public\n}\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'terraform-open-api',
    possible: true,
    told: 'terraform-open-to-all',
    cwe: 'CWE-284',
    owasp: 'A05',
    title: 'A network rule lets the whole internet in on an administration or database port',
    severity: 'high',
    why: 'The API of a cluster is searched for all day.',
    fix: 'Name the networks that need it.',
    wants: isTerraform,
    words: ['public_access_cidrs', 'authorized_ip_ranges'],
    pattern:
      /^[ \t]*(?:(?:cluster_endpoint_)?public_access_cidrs|(?:api_server_)?authorized_ip_ranges)\s*=\s*\[\s*"0\.0\.0\.0\/0"/gm,
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_eks_cluster" "a" {\n  vpc_config {\n    public_access_cidrs = ["0.0.0.0/0"]\n  }\n}\nresource "aws_eks_cluster" "b" {\n  vpc_config {\n    public_access_cidrs = ["10.0.0.0/8"]\n  }\n}\n',
        lines: [3],
      },
    ],
  },
  {
    id: 'terraform-open-range',
    possible: true,
    told: 'terraform-open-to-all',
    cwe: 'CWE-284',
    owasp: 'A05',
    title: 'A network rule lets the whole internet in on an administration or database port',
    severity: 'high',
    why: 'Such ports are searched for all day.',
    fix: 'Name the networks that need it.',
    wants: isTerraform,
    spans: true,
    words: ['0.0.0.0/0'],
    pattern:
      /^[ \t]*(?:ingress\s*\{|\w{0,40}ingress\w{0,40}\s*=\s*\{|resource\s"aws_(?:security_group_rule|vpc_security_group_ingress_rule)"[^\n]{0,100}\{)[^{}]{0,500}"0\.0\.0\.0\/0"[^{}]{0,300}\}/gm,
    // Pages are meant for everybody, on their two ports; what administrators reach is told by another rule.
    accept(match) {
      const port = /\b(?:from_port)\s*=\s*"?(?<from>\d{1,5})"?/.exec(match[0])?.groups?.['from'];
      const to = /\bto_port\s*=\s*"?(?<to>\d{1,5})"?/.exec(match[0])?.groups?.['to'];
      if (/type\s*=\s*"egress"/.test(match[0])) return false;
      // What administrators and databases listen on is told for sure.
      if (
        port === undefined ||
        (!/^\s*\w*ingress\w*\s*=/.test(match[0]) && /^(?:0|22|3389|3306|5432|6379|9200|27017|1433)$/.test(port))
      )
        return false;
      if (port === '0') return true;
      return port === to ? !/^(?:80|443|8080|8443)$/.test(port) : true;
    },
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_security_group" "a" {\n  ingress {\n    from_port   = 443\n    to_port     = 443\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n\n  ingress {\n    from_port   = 22127\n    to_port     = 22162\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
        lines: [8],
      },
    ],
  },
  {
    ...transport,
    id: 'terraform-plain-listener',
    wants: isTerraform,
    words: [
      '"HTTP"',
      'allow-all',
      '_protocol_version',
      'ssl_policy',
      'client_broker',
      'lb_protocol',
      'enforce_ssl',
      'node_to_node',
      'http2_enabled',
      'domain_endpoint_options',
    ],
    pattern:
      /^[ \t]*protocol\s*=\s*"HTTP"|^[ \t]*viewer_protocol_policy\s*=\s*"allow-all"|^[ \t]*(?:minimum_protocol_version|origin_ssl_protocols)\s*=\s*\[?\s*"(?:SSLv3|TLSv1|TLSv1_2016|TLSv1\.1_2016|TLSv1\.1)"|^[ \t]*ssl_policy\s*=\s*"ELBSecurityPolicy-(?:2015-05|2016-08|TLS-1-[01]-2017-01)"|^[ \t]*client_broker\s*=\s*"(?:TLS_)?PLAINTEXT"|^[ \t]*(?:enforce_ssl|enforce_https)\s*=\s*"?false"?|^[ \t]*node_to_node_encryption\s*\{\s*\n\s*enabled\s*=\s*"?false/gm,
    // A listener that only sends people on to the encrypted one; the way behind the balancer is the network's own.
    accept(match, file) {
      if (!/protocol\s*=\s*"HTTP"/.test(match[0])) return true;
      const resource = resourceOf(match, file);
      return /^resource\s"aws_(?:lb|alb)_listener"/.test(resource) && !/"redirect"|HTTP_30/.test(resource);
    },
    examples: [
      {
        path: 'a.tf',
        text: 'resource "aws_lb_listener" "a" {\n  protocol = "HTTP"\n  default_action {\n    type = "forward"\n  }\n}\nresource "aws_lb_listener" "b" {\n  protocol = "HTTP"\n  default_action {\n    type = "redirect"\n  }\n}\n',
        lines: [2],
      },
      {
        path: 'b.tf',
        text: 'resource "aws_cloudfront_distribution" "a" {\n  viewer_certificate {\n    minimum_protocol_version = "TLSv1"\n  }\n}\n',
        lines: [3],
      },
    ],
  },
];

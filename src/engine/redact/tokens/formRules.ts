import type { SecretRule } from '../secretRule';
import { tokenRule } from './tokenForm';
import { tokenForms } from './tokenForms';

const upper = 'Q7MZ2KXW9TBH4RVNC8YJ5LPDG3F';
const mixed = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ2bC4eF6hJ8kM0nR2tV4xY6';
const hex = '7f3a9c04e1d85b26c0f94a7e2d6183b5e8a70c41';

/** Tokens whose telling sign is not their beginning. */
const otherForms: readonly SecretRule[] = [
  {
    id: 'azure-client-secret',
    name: 'Azure client secret',
    keywords: ['Q~'],
    pattern: /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/g,
    examples: [['aB38Q~', mixed.slice(0, 34)]],
    counterExamples: ['FAQ~1'],
  },
  {
    id: 'airtable-token',
    name: 'Airtable token',
    keywords: ['irtable', 'IRTABLE'],
    pattern: /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b/g,
    examples: [[`airtable pat${mixed.slice(0, 14)}`, `.${hex}${hex.slice(0, 24)}`]],
    counterExamples: ['airtable path.join', 'airtable patch.deadbeef'],
  },
  {
    id: 'terraform-cloud-token',
    name: 'Terraform Cloud token',
    keywords: ['.atlasv1.'],
    pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,80}/g,
    examples: [[`${mixed.slice(0, 14)}.atlasv1.`, `${mixed}${mixed.slice(0, 14)}`]],
    counterExamples: ['x.atlasv1.y'],
  },
  {
    id: 'sidekiq-secret',
    name: 'Sidekiq Enterprise login',
    keywords: ['CONTRIBSYS__COM'],
    pattern: /CONTRIBSYS__COM["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[a-f0-9]{8}:[a-f0-9]{8})\b/g,
    examples: [['BUNDLE_GEMS__CONTRIBSYS__COM: ', '"7f3a9c04:e1d85b26"']],
    counterExamples: ['CONTRIBSYS__COM: user:password'],
  },
  {
    id: 'resend-key',
    name: 'Resend API key',
    keywords: ['esend', 'ESEND'],
    pattern: /(?<![A-Za-z0-9_])re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?![A-Za-z0-9_])/g,
    examples: [['RESEND_KEY re_', `${mixed.slice(0, 8)}_${mixed.slice(0, 24)}`]],
    counterExamples: ['resend re_'],
  },
  {
    id: 'notion-secret',
    name: 'Notion token',
    keywords: ['otion', 'OTION'],
    pattern: /(?<![A-Za-z0-9_])secret_[A-Za-z0-9]{43}(?![A-Za-z0-9_])/g,
    examples: [['notion secret_', mixed.slice(0, 43)]],
    counterExamples: ['notion secret_name'],
  },
  {
    id: 'maxmind-key',
    name: 'MaxMind licence key',
    keywords: ['_mmk'],
    pattern: /\b[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk\b/g,
    examples: [[`${mixed.slice(0, 6)}_`, `${mixed.slice(0, 29)}_mmk`]],
    counterExamples: ['x_mmk'],
  },
  {
    id: 'mailchimp-key',
    name: 'Mailchimp API key',
    keywords: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'],
    pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}\b/g,
    examples: [[hex.slice(0, 32), '-us12']],
    counterExamples: ['abc-us12'],
  },
  {
    id: 'facebook-app-token',
    name: 'Facebook app token',
    keywords: ['acebook', 'ACEBOOK'],
    pattern: /(?<![\w|])\d{15,16}(?:\||%7C)[A-Za-z0-9_-]{27,40}(?![A-Za-z0-9_-])/g,
    examples: [['facebook 4839201756627719', `|${mixed.slice(0, 27)}`]],
    counterExamples: ['facebook 12|34'],
  },
  {
    id: 'teams-webhook',
    name: 'Microsoft Teams webhook address',
    keywords: ['webhook.office.com'],
    pattern: /webhook\.office\.com\/webhookb2\/[a-z0-9@-]{36,80}\/IncomingWebhook\/[a-z0-9]{32}\/[a-z0-9-]{36}/g,
    examples: [
      [
        'webhook.office.com/webhookb2/0c9a1f3e-',
        `4b5d-4e6f-8a7b-1c2d3e4f5a6b@1f3e5a7c-9b8d-4c6e-a5f4-b3c2d1e0f9a8/IncomingWebhook/${hex.slice(0, 32)}/0c9a1f3e-4b5d-4e6f-8a7b-1c2d3e4f5a6b`,
      ],
    ],
    counterExamples: ['webhook.office.com/webhookb2/your-hook'],
  },
  {
    id: 'authress-key',
    name: 'Authress access key',
    keywords: ['.acc-', '.acc_'],
    pattern:
      /\b(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120}/g,
    examples: [['sc_aB3dE5g.kq7m', `.acc-9x4v1t8r3w6z.${mixed.slice(0, 40)}`]],
    counterExamples: ['sc_name.acc-x'],
  },
  {
    id: 'dropbox-token',
    name: 'Dropbox access token',
    keywords: ['sl.', 'AAAAAAAAAA'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?:sl\.[A-Za-z0-9_=-]{130,1200}|[a-z0-9]{11}AAAAAAAAAA[a-z0-9_=-]{43})(?![A-Za-z0-9])/g,
    examples: [['sl.', `${mixed}${mixed}${mixed}`]],
    counterExamples: ['sl.short'],
  },
  {
    id: 'yandex-token',
    name: 'Yandex Cloud token',
    keywords: ['t1.'],
    pattern: /\bt1\.[A-Za-z0-9_-]{20,400}={0,2}\.[A-Za-z0-9_-]{86}={0,2}/g,
    examples: [['t1.', `${mixed}.${mixed}${mixed.slice(0, 38)}`]],
    counterExamples: ['t1.id = t2.id'],
  },
  {
    id: 'docker-swarm-token',
    name: 'Docker Swarm join token',
    keywords: ['SWMTKN-1-'],
    pattern: /\bSWMTKN-1-[a-z0-9]{50}-[a-z0-9]{25}\b/g,
    examples: [['SWMTKN-1-', `${hex}${hex.slice(0, 10)}-${hex.slice(0, 25)}`]],
    counterExamples: ['SWMTKN-1-token'],
  },
  {
    id: 'github-installation-token',
    name: 'GitHub installation token',
    keywords: ['ghs_'],
    pattern: /\bghs_\d{1,12}_eyJ[A-Za-z0-9_.-]{60,1200}/g,
    examples: [['ghs_48392_', `eyJ${mixed}.${mixed}`]],
    counterExamples: ['ghs_1_eyJ'],
  },
  {
    id: 'google-service-key',
    name: 'key id of a Google service account',
    keywords: ['private_key_id'],
    pattern: /"private_key_id"\s{0,4}:\s{0,4}"(?<secret>[0-9a-f]{40})"/g,
    examples: [['"private_key_id": ', `"${hex}"`]],
    counterExamples: ['"private_key_id": "id"'],
  },
  {
    id: 'newrelic-user-key',
    name: 'New Relic user key',
    keywords: ['NRAK-'],
    pattern: /\bNRAK-[A-Z0-9]{27}\b/g,
    examples: [['NRAK-', upper]],
    counterExamples: ['NRAK-KEY'],
  },
];

export const formRules: readonly SecretRule[] = [...tokenForms.map(tokenRule), ...otherForms];

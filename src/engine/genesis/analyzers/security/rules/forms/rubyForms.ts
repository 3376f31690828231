import { isForDevelopers, isForTests, linesAround } from '../../context/enclosing';
import type { LineRule } from '../../weakness';
import {
  debugOn,
  errorInAnswer,
  massAssignment,
  openCors,
  passwordInLog,
  predictableValue,
  uncheckedTls,
  unescapedValue,
} from '../broad/kinds';
import { ruby } from '../languages';

const isView = ({ path }: { readonly path: string }): boolean => /\.(?:erb|haml|slim)$/.test(path);

/** Programs of Ruby, by the form of a line. */
export const rubyForms: readonly LineRule[] = [
  {
    ...debugOn,
    id: 'guards-of-rails-off',
    told: 'protection-off',
    cwe: 'CWE-16',
    title: 'A protection of the framework is switched off',
    why: 'What it keeps from is then left to every page.',
    fix: 'Leave it on.',
    wants: ruby,
    words: [
      'consider_all_requests_local',
      'hosts.clear',
      'filter_parameters',
      'protect_from_forgery',
      'default_protect',
      'whitelist_attributes',
      'escape_html_entities_in_json',
      'secret_token',
      'session_store',
    ],
    pattern:
      /\bconfig\.consider_all_requests_local\s?=\s?true|\bconfig\.hosts\.clear|\bfilter_parameters\s?\+?=\s?\[\s?\]|\bdefault_protect_from_forgery\s?=\s?false|\ballow_forgery_protection\s?=\s?false|\bescape_html_entities_in_json\s?=\s?false|\bwhitelist_attributes\s?=\s?false|\bsession_store\s?\(?\s?:\w{1,30}[^\n]{0,120}\b(?:httponly|secure):\s?false|\bsecret_(?:token|key_base)\s?=\s?['"][0-9a-f]{30,}['"]/g,
    accept: (match, file) =>
      /(?:^|\/)config\/(?:environments\/production|application|initializers\/[\w-]{1,40})\.rb$/.test(file.path) &&
      !isForDevelopers(file, file.lineAt(match.index ?? 0)),
    examples: [
      {
        path: 'config/environments/production.rb',
        text: 'config.consider_all_requests_local = true\nconfig.hosts.clear\nconfig.log_level = :info\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...openCors,
    id: 'origins-of-rack',
    wants: ruby,
    words: ['origins '],
    pattern: /^[ \t]{0,20}origins\s?\(?\s?['"]\*['"]/gm,
    accept: (_match, { text }) => /Rack::Cors/.test(text),
    examples: [
      {
        path: 'config/initializers/cors.rb',
        text: "use Rack::Cors do\n  allow do\n    origins '*'\n  end\nend\n",
        lines: [3],
      },
    ],
  },
  {
    ...errorInAnswer,
    id: 'error-of-ruby',
    wants: ruby,
    words: ['.message', 'backtrace'],
    pattern:
      /\brender\s?\(?\s?(?:json|plain|html|text):\s?(?:\{[^{}\n]{0,120})?\b(?:e|ex|err|error|exception)\.(?:message|backtrace|full_message|inspect)/g,
    accept: ([match]) => /backtrace|full_message|inspect/.test(match) || !/RecordInvalid|ValidationError/.test(match),
    examples: [
      {
        path: 'a.rb',
        text: 'rescue StandardError => e\n  render json: { error: e.message, trace: e.backtrace }, status: 500\nend\n',
        lines: [2],
      },
    ],
  },
  {
    ...passwordInLog,
    id: 'request-in-log-of-ruby',
    wants: ruby,
    words: ['ogger.', 'puts ', ' p '],
    pattern:
      /\b(?:Rails\.)?logger\.\w{4,7}[ (]\s?(?:"[^"\n]{0,120}#\{\s?params\[:?['"]?\w{0,20}(?:password|token|secret|card)|params\.(?:inspect|to_s|to_unsafe_h))/gi,
    examples: [
      {
        path: 'a.rb',
        text: 'Rails.logger.info "password #{params[:password]}"\nRails.logger.info params.inspect\nRails.logger.info "done"\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...uncheckedTls,
    id: 'tls-checks-off-ruby',
    wants: ruby,
    words: ['verify: false', 'verify_ssl', 'ssl_verify'],
    pattern:
      /\b(?:HTTParty|Faraday|HTTP|Typhoeus|RestClient)[^\n]{0,160}\b(?:verify|verify_ssl|ssl_verifypeer):\s?(?:false|OpenSSL)|\bverify_ssl:\s?(?:false|OpenSSL::SSL::VERIFY_NONE)/g,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [{ path: 'a.rb', text: 'HTTParty.get(address, verify: false)\nHTTParty.get(address)\n', lines: [1] }],
  },
  {
    ...predictableValue,
    id: 'code-of-ruby',
    wants: ruby,
    words: ['rand('],
    pattern:
      /\b(?:code|pin|token|otp|password|secret|reset\w{0,10})\s?=\s?(?:\(\s?\d{1,2}\.{2,3}\d{1,3}\s?\)\.map\s?\{[^{}\n]{0,60})?(?:Kernel\.)?rand\(/gi,
    accept: (match, file) => !isForTests(file, file.lineAt(match.index ?? 0)),
    examples: [{ path: 'a.rb', text: 'code = (0...8).map { (65 + rand(26)).chr }.join\nsize = rand(8)\n', lines: [1] }],
  },
  {
    id: 'lines-of-pattern',
    possible: true,
    cwe: 'CWE-777',
    owasp: 'A03',
    title: 'A pattern for a field looks at one line of it only',
    severity: 'low',
    why: 'In Ruby `^` and `$` are the ends of a line: a second line holds whatever its sender wants.',
    fix: 'Write `\\A` and `\\z`.',
    wants: ruby,
    words: ['format:', 'validates_format_of'],
    pattern: /\b(?:format:\s?\{\s?with:|validates_format_of[^\n]{0,60}with:)\s?\/\^[^/\n]{1,200}\$\//g,
    accept: ([match]) => !/multiline/.test(match),
    examples: [
      {
        path: 'user.rb',
        text: 'validates :name, format: { with: /^[a-z]+$/ }\nvalidates :name, format: { with: /\\A[a-z]+\\z/ }\n',
        lines: [1],
      },
    ],
  },
  {
    ...massAssignment,
    id: 'fields-of-ruby',
    wants: ruby,
    words: ['params'],
    pattern:
      /\b[A-Z]\w{1,40}\.(?:new|create!?)\(\s?params(?:\[:\w{1,30}\]|\.permit!)?\s?\)|\.(?:update_attributes!?|assign_attributes|update!?)\(\s?params(?:\[:\w{1,30}\]|\.permit!)?\s?\)/g,
    accept: (match, file) =>
      !/(?:Service|Query|Form|Finder|Search|Job|Command|Presenter|Parser|Filter|Builder|Worker|Params|Request|Interactor)\./.test(
        match[0],
      ) && /controller|app\.rb|main\.rb/i.test(file.path),
    examples: [
      {
        path: 'users_controller.rb',
        text: 'User.new(params[:user])\n@user.update_attributes(params[:user])\nUser.new(user_params)\n',
        lines: [1, 2],
      },
    ],
  },
  {
    ...unescapedValue,
    id: 'markup-joined-by-ruby',
    wants: (file) => ruby(file) && !/spec|test/.test(file.path),
    words: ['html_safe'],
    pattern:
      /"[^"\n]{0,160}<[a-z][^"\n]{0,160}#\{\s?(?<value>@?[a-z]\w{0,30}(?:\.\w{1,30})?)\s?\}[^"\n]{0,160}"\.html_safe/g,
    accept: ({ groups }) =>
      !/(?:id|count|class|size|icon|css|url|path|html|tag|link|content|text_for|count)$|^(?:h|raw|t|safe\w*)$/i.test(
        groups?.['value'] ?? '',
      ),
    examples: [
      { path: 'app/helpers/a_helper.rb', text: 'def badge(name)\n  "<b>#{name}</b>".html_safe\nend\n', lines: [2] },
    ],
  },
  {
    ...unescapedValue,
    id: 'address-of-request-in-view',
    title: 'A value is written into pages unescaped',
    why: 'An address such as `javascript:…` runs script when somebody follows it.',
    fix: 'Allow addresses that begin with `https://` or a slash.',
    wants: isView,
    words: ['link_to', 'href'],
    pattern:
      /\blink_to\s?\(?\s?[^\n,]{1,80},\s?(?:params\[:\w{1,30}\]|@\w{1,30}\.(?:website|url|link|homepage|web_site)\b)|\bhref\s?=\s?["']<%=\s?(?:params\[:\w{1,30}\]|@\w{1,30}\.(?:website|homepage))/g,
    examples: [
      {
        path: 'app/views/a.html.erb',
        text: '<%= link_to "Back", params[:back] %>\n<%= link_to "Home", root_path %>\n<a href="<%= params[:to] %>">\n',
        lines: [1, 3],
      },
    ],
  },
  {
    ...unescapedValue,
    id: 'page-of-sinatra',
    wants: ruby,
    words: ['params'],
    pattern:
      /^[ \t]{1,8}"[^"\n]{0,200}#\{\s?params\[[^\]\n]{1,30}\]\s?\}[^"\n]{0,200}"\s{0,3}$|^[ \t]{1,8}"[^"\n]{0,100}"\s?\+\s?params\[[^\]\n]{1,30}\]/gm,
    accept: (match, file) =>
      /\bsinatra\b|Sinatra::/.test(file.text) &&
      /^\s*(?:get|post|put|delete)\s/m.test(
        linesAround(file, file.lineAt((match.index ?? 0) + match[0].length - 1), 12, 0),
      ),
    examples: [
      { path: 'app.rb', text: "require 'sinatra'\nget '/a' do\n  \"Hello #{params[:name]}\"\nend\n", lines: [3] },
    ],
  },
  {
    id: 'xml-entities-of-ruby',
    possible: true,
    told: 'xml-reading',
    cwe: 'CWE-611',
    owasp: 'A05',
    title: 'XML is read by a parser that follows external entities by default',
    severity: 'medium',
    why: 'A document can then read files of the server, or make it fetch addresses.',
    fix: 'Leave `noent` and `dtdload` off.',
    wants: ruby,
    words: ['noent', 'NOENT', 'DTDLOAD', 'replace_entities'],
    pattern: /\b\w{1,20}\.(?:noent|dtdload)\b|\bParseOptions::(?:NOENT|DTDLOAD)\b|\breplace_entities\s?=\s?true/g,
    examples: [{ path: 'a.rb', text: 'doc = Nokogiri::XML(params[:xml]) { |config| config.noent }\n', lines: [1] }],
  },
];

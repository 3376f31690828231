import type { FileDescription } from '../../../../extractor';
import type { LineRule } from '../../weakness';

/** `Web.config` itself; what is put over it for a build names that build. */
const isSettings = ({ path }: FileDescription): boolean => /(?:^|\/)(?:web|app)\.config$/i.test(path);
const isPage = ({ path }: FileDescription): boolean => /\.(?:aspx|master|ascx)$/i.test(path);

/** Settings of ASP.NET that leave a door open. */
export const broadDotnetSettingsRules: readonly LineRule[] = [
  {
    id: 'dotnet-debug-build',
    told: 'debug-on',
    possible: true,
    cwe: 'CWE-489',
    owasp: 'A05',
    title: 'A site is built for debugging, or shows its traces',
    severity: 'low',
    why: 'Errors show code and paths, and requests may take as long as they like.',
    fix: 'Set `debug="false"` and `customErrors mode="RemoteOnly"`.',
    wants: isSettings,
    words: ['debug=', 'trace', 'customErrors', 'httpErrors'],
    pattern:
      /<compilation\b[^>]{0,120}\bdebug\s?=\s?"true"|<trace\b[^>]{0,120}\benabled\s?=\s?"true"|<customErrors\b[^>]{0,120}\bmode\s?=\s?"Off"|<httpErrors\b[^>]{0,120}\berrorMode\s?=\s?"Detailed"/gi,
    examples: [
      {
        path: 'src/Web.config',
        text: '<configuration>\n  <system.web>\n    <compilation debug="true" targetFramework="4.8" />\n    <customErrors mode="Off" />\n    <trace enabled="false" />\n  </system.web>\n</configuration>\n',
        lines: [3, 4],
      },
    ],
  },
  {
    id: 'dotnet-cookie-settings',
    told: 'cookie-without-flags',
    possible: true,
    cwe: 'CWE-614',
    owasp: 'A05',
    title: 'Cookies of a site travel without encryption, or script reads them',
    severity: 'low',
    why: 'Whoever has the cookie of a session is its user.',
    fix: 'Set `requireSSL="true"` and `httpOnlyCookies="true"`.',
    wants: isSettings,
    words: ['requireSSL', 'httpOnlyCookies', 'cookieless'],
    pattern:
      /\brequireSSL\s?=\s?"false"|\bhttpOnlyCookies\s?=\s?"false"|\bcookieless\s?=\s?"(?:true|UseUri|AutoDetect|UseDeviceProfile)"/gi,
    examples: [
      {
        path: 'Web.config',
        text: '<system.web>\n  <authentication mode="Forms"><forms requireSSL="false" /></authentication>\n  <httpCookies httpOnlyCookies="true" requireSSL="true" />\n</system.web>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'dotnet-checks-off',
    told: 'request-validation-off',
    possible: true,
    cwe: 'CWE-79',
    owasp: 'A05',
    title: 'A check of requests or of a page’s state is switched off',
    severity: 'low',
    why: 'Script in a field, or a state of a page that somebody changed, reaches the code.',
    fix: 'Leave the checks on.',
    wants: (file) => isSettings(file) || isPage(file),
    words: ['alidateRequest', 'ViewState', 'EventValidation', 'requestValidationMode'],
    pattern:
      /\bvalidateRequest\s?=\s?"false"|\benableViewStateMac\s?=\s?"false"|\bviewStateEncryptionMode\s?=\s?"Never"|\benableEventValidation\s?=\s?"false"|\brequestValidationMode\s?=\s?"[0-3]\.\d"/gi,
    examples: [
      { path: 'A.aspx', text: '<%@ Page Language="C#" ValidateRequest="false" %>\n<p>a</p>\n', lines: [1] },
      {
        path: 'Web.config',
        text: '<pages enableViewStateMac="false" />\n<pages validateRequest="true" />\n',
        lines: [1],
      },
    ],
  },
  {
    id: 'dotnet-folder-listing',
    told: 'listing-of-folders',
    possible: true,
    cwe: 'CWE-548',
    owasp: 'A05',
    title: 'A server shows which files a folder holds',
    severity: 'low',
    why: 'Files that no page links to are found.',
    fix: 'Switch the listing off.',
    wants: (file) => isSettings(file) || file.language === 'csharp',
    words: ['directoryBrowse', 'UseDirectoryBrowser', 'EnableDirectoryBrowsing'],
    pattern:
      /<directoryBrowse\b[^>]{0,80}\benabled\s?=\s?"true"|\.UseDirectoryBrowser\(|\bEnableDirectoryBrowsing\s?=\s?true/gi,
    examples: [
      {
        path: 'Web.config',
        text: '<system.webServer>\n  <directoryBrowse enabled="true" />\n</system.webServer>\n',
        lines: [2],
      },
    ],
  },
  {
    id: 'passwords-readable',
    possible: true,
    cwe: 'CWE-256',
    owasp: 'A04',
    title: 'Passwords of members are kept so that they can be read',
    severity: 'medium',
    why: 'Whoever reads the database has them all.',
    fix: 'Set `passwordFormat="Hashed"`, or move to ASP.NET Identity.',
    wants: isSettings,
    words: ['passwordFormat'],
    pattern: /\bpasswordFormat\s?=\s?"(?:Clear|Encrypted)"/gi,
    examples: [
      {
        path: 'Web.config',
        text: '<add name="a" passwordFormat="Clear" />\n<add name="b" passwordFormat="Hashed" />\n',
        lines: [1],
      },
    ],
  },
];

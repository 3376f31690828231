import { knownLibrary } from './knownLibraries';

/** How files of libraries begin that projects copy, with the version that is copied; own files name them further below, if at all. */
const banner =
  /^\s{0,9}(?:@charset[^;\n]{1,20};\s{0,9})?\/\*!?[\s*=#-]{0,90}(?:Semantic UI|Fomantic-UI|jQuery(?: UI| Migrate| JavaScript Library| Validation Plugin)?|Bootstrap(?: Reboot| Grid| Utilities| Icons)?|bootstrap-(?:datepicker|select|table)(?:\.\w{2,4})?|Bootswatch|normalize\.css|Font Awesome(?: Free)?|animate\.css(?: -)?|Select2|DataTables(?: for jQuery)?|Chart\.js|Materialize|bulma\.io|Modernizr|Moment\.js|Swiper|Owl Carousel|jQuery OwlCarousel|FullCalendar|SweetAlert2?|flatpickr|Dropzone|Magnific Popup|Tabler|AdminLTE|Video\.js|Lodash|Underscore\.js|Backbone\.js|AngularJS|Vue\.js|Knockout JavaScript library|three\.js|D3\.js|Leaflet|Skeleton|W3\.CSS)[ \t,(-]{1,4}(?:version:? ?)?v?\d{1,3}\.\d/i;

/** What a copied file must be to begin so. */
const webFile = /\.(?:css|less|s[ac]ss|js)$/;

/** The first words of a file that was taken over as it is. */
const takenOver =
  /^\s{0,9}(?:\/\/|\/\*{1,2}|#|--)[\s*]{0,8}(?:Original source:?|Copied from:?(?=[ \t]{1,4}https?:\/\/)|Source:(?=[ \t]{1,4}https?:\/\/git(?:hub|lab)\.com\/[\w.-]{1,60}\/[\w.-]{1,80}\/blob\/)|(?:This file (?:is|was) )?(?:vendored|copied verbatim) from:?)[ \t]{1,4}\S/i;

/** How programs begin that pack many modules into one file: browserify, webpack, Rollup, and the wrapper of what was made smaller. */
const packed =
  /^\s{0,9}(?:\/\*[^*]{0,300}\*\/\s{0,9})?(?:(?:"use strict";|;|!)?\s{0,4}\(?function e\(t,n,r\)\{function s\(|\(function\(\)\{function r\(e,n,t\)\{function o\(|\/\*{6}\/ \(|\(function\(f\)\{if\(typeof exports===|;?\(function \(global, factory\) \{\s{1,9}typeof exports === 'object' && typeof module !== 'undefined' \?|!\(?function ?\([a-z], ?[a-z]\) ?\{\s{0,9}(?:if ?\()?["']object["'] ?== ?typeof exports)/;

/** What tools write at the head of what they make. */
const saysMade = /^\s{0,9}(?:\/\*!?|\/\/)[\s*]{0,9}(?:THIS IS A )?(?:GENERATED|BUNDLED)[/ ](?:BUNDLED )?FILE\b/i;

/** Whether a script is the outcome of a bundler, or a style sheet that of a program which makes fonts. */
export function isBundle(path: string, head: string): boolean {
  if (path.endsWith('ss') && signsOfFont.test(head)) return true;
  return /\.[cm]?js$/.test(path) && (packed.test(head) || saysMade.test(head));
}

/** Where pages are served from: there the comment that survives packing names a library, its version and its licence. */
const servedFolder =
  /(?:^|\/)(?:static|assets|public|www|wwwroot|javascripts|stylesheets|js|css|libs?|webapp|htdocs|media|plugins?|Content|Scripts)\//;
const library =
  /^\s{0,9}(?:@charset[^;\n]{1,20};\s{0,9})?\/\*(?:!|\*?\s{0,9}(?:\* ?)?@license\b)(?=[\s\S]{0,400}\bv?\d{1,3}\.\d{1,3}(?:\.\d|\b))(?=[\s\S]{0,600}(?:\blicen[cs]ed?\b|\(c\)|©|\bcopyright\b))/i;
const knownHead =
  /^\s{0,9}(?:@charset[^;\n]{1,20};\s{0,9})?\/\*!?[\s*]{0,9}(?:Animate\.css\b|Copyright \d{4} Mozilla Foundation\b|Prototype JavaScript framework\b)|^\s{0,9}\/\/ script\.aculo\.us \w{1,30}\.js v\d/i;

/** The name of a style sheet with its version, then where it is from and whose it is. */
const namedStyles =
  /^\s{0,9}\/\*{1,2}[\s*]{0,9}[A-Z][\w .-]{2,40} v\d{1,3}\.\d{1,3}\.\d{1,3}\s(?=[\s\S]{0,300}https?:\/\/)(?=[\s\S]{0,600}\bcopyright\b)(?=[\s\S]{0,600}\blicen[cs]e)/i;
/** A class for each sign of a font, as programs write them that make such fonts. */
const signsOfFont =
  /(?:\.[\w-]{1,60}::?before\s{0,4}\{\s{0,9}content:\s{0,4}["']\\[ef][\da-f]{2,4}["'];?\s{0,9}\}\s{0,9}){12}/;

/** Below that, a folder of libraries, in which a file says whose it is. */
const servedLibrary =
  /(?:^|\/)(?:static|assets|public|www|wwwroot|webapp|htdocs|media|Content|Scripts)\/(?:[\w.-]{1,60}\/){0,4}libs?\//;
const owned = /^\s{0,9}(?:\/\*|\/\/)[\s\S]{0,400}?(?:\bcopyright\b|\(c\) ?\d{4}|©)/i;

/** A library in a folder that is called after it, under a licence that it names: `script/player/player.js`. */
const ownFolder = /\/([a-z][\w-]{2,40})\/(?:[\w-]{1,40}\/)?\1[\w.-]{0,40}\.(?:js|css)$/i;
const licensed = /^\s{0,9}\/\*![\s\S]{0,900}?\b(?:MIT|BSD|Apache|MPL|GPL)\b/;

/** Libraries of PHP in one file that projects copy; where they lie at the top they are the product. */
const onePhpFile =
  /^<\?php\s{1,9}(?:namespace [\w\\]{1,80};\s{1,9})?(?:(?:#\s{1,3}){1,4}Parsedown(?: Extra)?\s|\/\*{1,2}\s{1,4}\* (?:Mobile Detect Library|Website: http:\/\/sourceforge\.net\/projects\/simplehtmldom|PHPMailer - PHP email)|\/\*{60,90}\s{1,4}\* (?:FPDF|Class to convert HTML))/;

/** Libraries of C and C++ in one header or two files, by their first lines; at the top they are the product. */
const oneHeader =
  /^[\s/*|_-]{0,300}(?:JSON for Modern C\+\+|stb_\w{2,30} - v\d|xxHash - (?:Extremely )?[Ff]ast [Hh]ash|Dear ImGui, v\d|dear imgui, v\d|Parson \d|LodePNG version \d|Catch v\d|doctest\.h - the |miniz\.c \d|linenoise\.[ch] -- |httplib\.h\b|nanosvg|utf8proc|This file is an amalgamation of many separate C source files from SQLite|Audio playback and capture library\.|The author of this software is David M\. Gay\.|MurmurHash[23] was written by Austin Appleby|Getopt for GNU\.|SipHash reference C implementation|A C-program for MT19937|Loader generated by glad |This is an OpenSSL-compatible implementation of the RSA Data Security, Inc\. MD[45]|SHA-1 in C\s{1,9}[\s*]{0,9}By Steve Reid|Copyright \(c\) 20\d\d(?:-20\d\d)?,? Dave Gamble and cJSON)/;
/** The header that SQLite delivers; its own sources call it otherwise. */
const ofSqlite = /\bThis header file defines the (?:interface that the SQLite library|SQLite interface for use by)\b/;

/** Libraries that say in each of their files which they are, also below a licence that was set before it. */
const partOf = /^[\s*/]{1,9}This file is part of the LZO real-time data compression library\b/m;

/** What a library packs of itself lies in its own folder of headers. */
const nativeFile = /^(?!(?:single_)?include\/).*\/[^/]{1,100}\.(?:c|cc|cpp|h|hh|hpp)$/;

/** Whether a file says at its beginning that it is one of a library known to everybody, or was taken over. */
export function isCopiedLibrary(path: string, head: string): boolean {
  if (takenOver.test(head) || (path.includes('/') && path.endsWith('.php') && onePhpFile.test(head))) return true;
  if (servedFolder.test(path) && ownFolder.test(path) && licensed.test(head)) return true;
  if (/\/[^/]{1,100}\.[ch]$/.test(path) && partOf.test(head)) return true;
  if (nativeFile.test(path)) return oneHeader.test(head) || (path.endsWith('.h') && ofSqlite.test(head));
  if (!webFile.test(path)) return false;
  return isHeadOfLibrary(path, head) || isHeadOfLibrary(path, head.replace(firstComment, ''));
}

/** A build may set the licence of the whole before every file, also before one that was copied. */
const firstComment = /^\s{0,9}\/\*(?!!)(?:[^*]|\*(?!\/)){0,3000}\*\/\s{0,9}(?=\/\*|\/\/)/;

function isHeadOfLibrary(path: string, head: string): boolean {
  if (servedLibrary.test(path) && owned.test(head)) return true;
  return (
    banner.test(head) ||
    (servedFolder.test(path) &&
      (library.test(head) || knownHead.test(head) || (path.endsWith('.css') && namedStyles.test(head))))
  );
}

/**
 * What is written for a library, in a folder or a file of its name, takes it from its package; a copy has no packages around
 * it, and begins with a banner.
 */
export function isOwnPlugin(path: string, head: string): boolean {
  if (!/\.[cm]?[jt]sx?$/.test(path) || /node_modules/.test(path)) return false;
  if (knownLibrary.test(path)) return fromPackage.test(head);
  return isLibraryFile(path) && !/^\s{0,9}\/\*!/.test(head) && (fromPackage.test(head) || requiresPackage.test(head));
}

/** What sets a library up for an application is often called as a copy of it is. */
export function isLibraryFile(path: string): boolean {
  return libraryFile.test(path);
}

const libraryFile = /(?:^|\/)(?:jquery|bootstrap|angular|react|vue|lodash|underscore|moment|d3|three)\.js$/;
const requiresPackage = /^(?:window\.\w{1,40}|(?:const|let|var) [\w{}, ]{1,80}) = require\(['"][@a-z]/m;

const fromPackage = /^import\s[^'"\n]{0,200}\bfrom\s{1,9}['"][@a-z]/m;

/** How a line of a manifest names a dependency. Diffs show lines, so whole files are not there to be parsed. */
export interface ManifestLineRule {
  readonly file: RegExp;
  /** Captures the name and, where the line has one, the version. */
  readonly line: RegExp;
  /** Captures the name of a section that begins with the line. */
  readonly section?: RegExp;
  /** Sections whose lines are dependencies; where the section is not seen the line alone decides. */
  readonly sections?: RegExp;
  /** Names that mean something else in such a line. */
  readonly except?: ReadonlySet<string>;
  readonly example: string;
  readonly gives: readonly [name: string, version: string];
  readonly counterExamples: readonly string[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const manifestLines: readonly ManifestLineRule[] = [
  {
    file: /(?:^|\/)package\.json$/,
    line: /^\s{2,12}"((?:@[\w.-]{1,100}\/)?[\w.-]{1,100})": "((?:[~^]|[<>]=? ?)?v?\d[\w.+-]{0,60}|(?:workspace|npm|catalog):[^"]{0,100}|\*|latest)",?$/,
    section: /^\s{0,12}"([\w.-]{1,60})": [{[]/,
    sections: /^(?:dev|peer|optional)?d?ependencies$/i,
    except: words('version node npm yarn pnpm bun vscode name target module main types packageManager'),
    example: '    "@scope/zod": "^3.2.0",',
    gives: ['@scope/zod', '^3.2.0'],
    counterExamples: ['  "version": "1.2.3",', '    "node": ">=20.9"', '    "build": "tsc -p ."', '    "port": "x"'],
  },
  {
    file: /(?:^|\/)composer\.json$/,
    line: /^\s+"([\w.-]{1,80}\/[\w.-]{1,100})": "([^"]{1,80})",?$/,
    section: /^\s{0,12}"([\w.-]{1,60})": [{[]/,
    sections: /^require(?:-dev)?$/,
    example: '        "laravel/framework": "^11.0",',
    gives: ['laravel/framework', '^11.0'],
    counterExamples: ['        "php": "^8.2"', '        "App\\\\": "app/"'],
  },
  {
    file: /(?:^|\/)go\.mod$/,
    line: /^(?:require\s|\t)\s*([\w.-]{1,80}\.[\w.~/-]{1,150}) (v[\w.+-]{1,80})$/,
    section: /^(require|replace|exclude|retract) \($/,
    sections: /^require$/,
    example: '\tgithub.com/gin-gonic/gin v1.9.1',
    gives: ['github.com/gin-gonic/gin', 'v1.9.1'],
    counterExamples: ['\tgolang.org/x/net v0.1.0 // indirect', 'go 1.22', 'module example.com/a'],
  },
  {
    file: /(?:^|\/)Cargo\.toml$/,
    line: /^([A-Za-z][\w-]{0,80})\s*=\s*(?:\{[^}]{0,200}?version\s*=\s*)?"([~^=<>]{0,2}\s?\d[\w.+-]{0,40})"/,
    section: /^\[(.{1,120})\]$/,
    sections: /(?:^|[.-])dependencies$/,
    except: words('version edition name rust-version resolver license description authors'),
    example: 'serde = { version = "1.0.130", features = ["derive"] }',
    gives: ['serde', '1.0.130'],
    counterExamples: ['version = "0.1.0"', 'edition = "2021"', 'lto = true'],
  },
  {
    file: /(?:^|\/)pyproject\.toml$/,
    line: /^\s*(?:["']([A-Za-z][\w.-]{0,80})(?:\[[\w, .-]{0,100}\])?\s*((?:[=~<>!]=|[<>])[^"';]{1,60})(?:;[^"']{0,100})?["'],?|([A-Za-z][\w.-]{0,80})\s*=\s*["']([~^][\d][\w.*]{0,30})["'])$/,
    except: words('python'),
    example: '    "fastapi[standard]>=0.115.0",',
    gives: ['fastapi', '>=0.115.0'],
    counterExamples: ['requires-python = ">=3.10"', 'python = "^3.10"', 'packages = ["src"]', 'version = "1.2"'],
  },
  {
    file: /(?:^|\/)(?:[\w.-]{0,60}requirements[\w.-]{0,60}|requirements\/[\w.-]{1,60})\.(?:txt|in)$/,
    line: /^([A-Za-z][\w.-]{0,80})(?:\[[\w, .-]{0,100}\])?\s*((?:[=~<>!]=|[<>])[^#;\\]{1,60}?)?\s*(?:[;#\\].*)?$/,
    example: 'Django==4.2.1  # LTS',
    gives: ['Django', '==4.2.1'],
    counterExamples: ['-r base.txt', '# a comment', '    --hash=sha256:abc', 'git+https://example.com/a.git'],
  },
  {
    file: /(?:^|\/)(?:Gemfile|gems\.rb)$/,
    line: /^\s*gem ["']([\w.-]{1,80})["'](?:, ["']([^"']{1,40})["'])?/,
    example: "gem 'rails', '~> 7.1'",
    gives: ['rails', '~> 7.1'],
    counterExamples: ['source "https://rubygems.org"', "ruby '3.3.0'"],
  },
  {
    file: /\.gradle(?:\.kts)?$/,
    line: /^\s*(?:implementation|api|compileOnly|runtimeOnly|testImplementation|testRuntimeOnly|annotationProcessor|kapt|ksp)\s?\(?["']([\w.-]{1,80}:[\w.-]{1,80})(?::([\w.+-]{1,40}))?["']\)?$/,
    example: '    implementation("org.springframework:spring-web:6.1.0")',
    gives: ['org.springframework:spring-web', '6.1.0'],
    counterExamples: ["    apply plugin: 'java'", '    mavenCentral()'],
  },
  {
    file: /(?:\.(?:cs|fs|vb)proj|(?:^|\/)Directory\.Packages\.props)$/i,
    line: /^\s*<Package(?:Reference|Version) Include="([\w.-]{1,100})" Version="([^"]{1,40})"/,
    example: '    <PackageReference Include="Serilog" Version="3.1.1" />',
    gives: ['Serilog', '3.1.1'],
    counterExamples: ['    <ProjectReference Include="..\\A\\A.csproj" />'],
  },
  {
    file: /(?:^|\/)mix\.exs$/,
    line: /^\s*\{:(\w{1,80}), "([^"]{1,40})"/,
    example: '      {:phoenix, "~> 1.7.0"},',
    gives: ['phoenix', '~> 1.7.0'],
    counterExamples: ['      version: "0.1.0",', '      {:ok, value} = load()'],
  },
  {
    file: /(?:^|\/)pubspec\.yaml$/,
    line: /^ {2}(\w{1,80}): (\^?\d[\w.+-]{0,40})$/,
    except: words('sdk flutter'),
    example: '  http: ^1.2.0',
    gives: ['http', '^1.2.0'],
    counterExamples: ['version: 1.0.0', '  sdk: 3.0.0', '  flutter:'],
  },
];

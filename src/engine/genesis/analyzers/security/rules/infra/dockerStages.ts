/** Images that everybody takes, and that nobody but root runs in unless it is asked for. */
const plain =
  /^(?:scratch|alpine|debian|ubuntu|fedora|centos|rockylinux|almalinux|amazonlinux|archlinux|opensuse|photon|busybox|buildpack-deps|node|python|pypy|golang|rust|ruby|jruby|perl|php|swift|dart|julia|erlang|elixir|haskell|clojure|groovy|openjdk|eclipse-temurin|amazoncorretto|ibmjava|maven|tomcat|jetty|oven\/bun|mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk))$/;

/** Further images of that kind whose process gives the rights of root up by itself. */
const services =
  /^(?:nginx|httpd|caddy|traefik|haproxy|postgres|postgis\/postgis|mysql|mariadb|mongo|redis|memcached|rabbitmq|elasticsearch|kibana|logstash|influxdb|cassandra|couchdb|neo4j|wordpress|nextcloud|ghost|drupal|joomla|registry|vault|consul|sonarqube|jenkins\/jenkins|docker|gradle|composer|hashicorp\/\w+)$/;

const nameOf = (image: string): string =>
  image
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '')
    .replace(
      /^(?:docker\.io\/|public\.ecr\.aws\/(?:docker\/|debian\/|ubuntu\/)?)?(?:library\/|amd64\/|arm64v8\/)?/,
      '',
    );

/**
 * False for `base` or `runtime`, most often targets of another Dockerfile, and for images of an owner: they may be the
 * project's own, or have their version in their name.
 */
export function isKnownImage(image: string): boolean {
  const name = nameOf(image);
  return name !== 'scratch' && (plain.test(name) || services.test(name));
}

interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly user: string | undefined;
}

/** The text with what `ARG` says before the first stage, where nobody says otherwise. */
function withDefaults(image: string, text: string): string {
  const before = text.slice(0, Math.max(0, text.search(/^[ \t]*FROM\s/im)));
  const defaults = new Map(
    [...before.matchAll(/^[ \t]*ARG\s+(\w+)=["']?([^\s"']*)/gim)].map((arg) => [arg[1] ?? '', arg[2] ?? '']),
  );
  return image.replace(
    /\$\{?(\w+)(?::?-([^}]*))?\}?/g,
    (own, name: string, other?: string) => defaults.get(name) ?? other ?? own,
  );
}

/** Who runs there is no root, and may change as little as its user. */
const isWindows = (text: string): boolean =>
  /nanoserver|windowsservercore|ltsc20\d\d|\bpowershell\b|\bC:\\/i.test(text);

function stagesOf(text: string): Stage[] {
  const heads = [...text.matchAll(/^[ \t]*FROM\s+(?:--platform=\S+\s+)?(?<image>\S+)(?:\s+AS\s+(?<name>\S+))?/gim)];
  return heads.map((head, index) => {
    const body = text.slice(head.index, heads[index + 1]?.index ?? text.length);
    return {
      image: withDefaults(head.groups?.['image'] ?? '', text),
      name: head.groups?.['name']?.toLowerCase(),
      user: [...body.matchAll(/^[ \t]*USER\s+(\S+)/gim)].at(-1)?.[1],
    };
  });
}

/** Whether the last stage runs as root for sure: it says so, or no stage that it is built on names a user. */
export function endsAsRoot(text: string): boolean {
  if (isWindows(text)) return false;
  const stages = stagesOf(text);
  let at = stages.length - 1;
  for (let stage = stages[at]; stage !== undefined; stage = stages[at]) {
    if (stage.user !== undefined) return /^(?:root|0)(?::|$)/.test(stage.user);
    const from = stage.image.toLowerCase();
    const below = stages.slice(0, at).findLastIndex(({ name }) => name === from);
    if (below < 0)
      return (
        plain.test(nameOf(stage.image)) && !/nonroot|rootless|chiseled|unprivileged|-fpm|-apache/i.test(stage.image)
      );
    at = below;
  }
  return false;
}

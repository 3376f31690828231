/** Groups of Maven whose classes lie in packages of another name, which is the one that code imports. */
export const mavenPackages: Readonly<Record<string, readonly string[]>> = {
  'org.igniterealtime.smack': ['org.jivesoftware.smack'],
  'org.spigotmc': ['org.bukkit', 'org.spigotmc'],
  'io.papermc.paper': ['io.papermc', 'org.bukkit'],
  'com.destroystokyo.paper': ['com.destroystokyo', 'org.bukkit'],
  'dev.folia': ['io.papermc', 'org.bukkit'],
  // Most code that Hibernate serves is written against the interfaces of Jakarta.
  'org.hibernate.orm': ['org.hibernate', 'jakarta.persistence', 'javax.persistence'],
  'org.hibernate': ['org.hibernate', 'jakarta.persistence', 'javax.persistence'],
  'net.md-5': ['net.md_5'],
  'org.foundationdb': ['com.apple.foundationdb'],
};

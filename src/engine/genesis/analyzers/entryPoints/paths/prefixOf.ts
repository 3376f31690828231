/** `/api/v1` of `/api/v1/users/{id}`: leading parts that address the API, and else the first part. */
export function prefixOf(path: string): string {
  const parts = path.split('/').filter(Boolean);
  const addressing = parts.findIndex((part) => !/^(?:api|rest|v\d{1,3}|public|internal|admin)$/i.test(part));
  const count = addressing > 0 ? addressing : addressing < 0 ? parts.length : 1;
  return `/${parts.slice(0, count).join('/')}`;
}

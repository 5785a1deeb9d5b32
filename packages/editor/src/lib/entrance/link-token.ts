/** The secret of a one-time link. It stands behind the #, so it is in no server's log. */
export function linkToken({ hash }: Pick<URL, 'hash'>): string | null {
  return new URLSearchParams(hash.slice(1)).get('token')
}

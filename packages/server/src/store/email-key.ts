/** Lower case by our own rules, not by those of a database's collation: both databases must agree on who is who. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase()
}

import { readFileSync } from 'node:fs'

/** An account that programs which refuse root can be started as. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Who shall run PostgreSQL, which refuses root: nobody else for ordinary users (null), else `postgres` or `nobody`. */
export function unprivilegedUser(): Account | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and no account postgres or nobody exists: add one of them.',
  )
}
